import type { CutLine } from '$lib/model/cuts/line';
import type { Problem, ProblemLine, Stretch } from '$lib/model/cuts/problem';

/** One line of a problem for a test, in any unit of money. */
export interface PlainLine {
  /** Pagu by pool. */
  pagu: readonly number[];
  room: number;
  step?: number | null;
  keepAbove?: number | null;
  fixed?: number | null;
  stretches?: readonly Stretch[];
}

/** A problem for a test, in any unit of money. */
export interface PlainProblem {
  lines: readonly PlainLine[];
  /** Demand of each pool; the first is free money, the others are earmarked sources. */
  demands: readonly number[];
  couplings?: Problem['couplings'];
  equity?: Problem['equity'];
}

/** The problem in rupiah: `unit` is what one of its amounts is worth. */
export function problemOf(plain: PlainProblem, { unit = 1, rounding = 1 as 1 | 1000 } = {}): Problem {
  return {
    lines: plain.lines.map((line, at) => problemLine(line, at, unit)),
    demands: plain.demands.map((jumlah, pool) => ({
      sumber: [`S${pool}`],
      terikat: pool > 0,
      jumlah: jumlah * unit
    })),
    couplings: plain.couplings ?? [],
    equity: plain.equity ?? [],
    rounding
  };
}

function problemLine(plain: PlainLine, at: number, unit: number): ProblemLine {
  const times = (amount: number | null | undefined) => (amount == null ? null : amount * unit);
  const pools = plain.pagu.flatMap((pagu, pool) => (pagu > 0 ? [{ pool, pagu: pagu * unit }] : []));
  return {
    line: cutLine(
      `b${at}`,
      pools.map(({ pool, pagu }) => ({ sumber: `S${pool}`, pagu }))
    ),
    room: plain.room * unit,
    bound: null,
    step: times(plain.step),
    keepAbove: times(plain.keepAbove),
    fixed: times(plain.fixed),
    pools,
    stretches: (plain.stretches ?? []).map(({ width, harm }) => ({ width: width * unit, harm: harm / unit })),
    unknown: false
  };
}

/** A line of the budget that nothing was spent of. */
export function cutLine(id: string, sources: CutLine['sources']): CutLine {
  return {
    id,
    kodeSkpd: '1.06.0.00.0.00.01.0000',
    kodeSubkegiatan: '1.06.05.2.02.0003',
    kodeAkun: '5.1.06.01.01.0001',
    pagu: sources.reduce((sum, { pagu }) => sum + pagu, 0),
    sources,
    spent: 0,
    committed: 0,
    obligations: 0,
    role: 'langsung',
    roleBasis: 'aturan',
    cap: null,
    priority: null,
    template: null,
    step: null,
    spm: false,
    dasar: null,
    aid: []
  };
}
