import type { Coupling, Cuts, LinearRow, Problem, ProblemLine } from './problem';

/** What a plan may break. */
export type BrokenRule =
  | 'bentuk' // not one amount for each pool of each line, or a pool that is not there
  | 'negatif'
  | 'batas' // above the room of the line
  | 'sumber' // more from a pool than it gives the line: earmarked money crossed
  | 'pembulatan'
  | 'satuan'
  | 'minimum'
  | 'tangan' // not what was set by hand
  | 'penunjang'
  | 'kecamatan'
  | 'belum_tertutup';

/** One break of one rule. */
export interface Violation {
  rule: BrokenRule;
  /** Place of the line, or of the demand (`belum_tertutup`), coupling (`penunjang`) or row (`kecamatan`). */
  at: number;
  /** Rupiah by which it is broken; at least the amount itself where it has no size. */
  by: number;
}

/** Cut of each line, rupiah. */
export function totalsOf(cuts: Cuts): number[] {
  return cuts.byPool.map((parts) => parts.reduce((sum, part) => sum + part, 0));
}

/** What each demand still lacks, rupiah; 0 where it is met. */
export function unmetOf(problem: Problem, cuts: Cuts): number[] {
  const left = problem.demands.map(({ jumlah }) => jumlah);
  problem.lines.forEach(({ pools }, line) =>
    pools.forEach(({ pool }, at) => (left[pool]! -= cuts.byPool[line]?.[at] ?? 0))
  );
  return left.map((lack) => Math.max(0, lack));
}

/**
 * Every rule of the problem, checked from scratch against a plan; empty where it keeps all of them. Amounts are whole rupiah, so all but
 * equity is exact. An equity row may be off by `rounding` for each of its lines (its terms are rupiah), as rounding moves them. Lines
 * that come whole follow their step and not the rounding.
 */
export function check(problem: Problem, cuts: Cuts): Violation[] {
  const shape = shapeOf(problem, cuts);
  if (shape.length > 0) return shape;
  const totals = totalsOf(cuts);
  return [
    ...problem.lines.flatMap((line, at) => lineViolations(problem, line, cuts.byPool[at]!, at)),
    ...problem.couplings.flatMap((coupling, at): Violation[] => {
      const by = totals[coupling.delivery]! - couplingLimit(problem, coupling, totals);
      return by > 0 ? [{ rule: 'penunjang', at, by }] : [];
    }),
    ...problem.equity.flatMap((row, at): Violation[] => {
      const by = equityExcess(row, totals, problem.rounding);
      return by > 0 ? [{ rule: 'kecamatan', at, by }] : [];
    }),
    ...unmetOf(problem, cuts).flatMap((by, at): Violation[] => (by > 0 ? [{ rule: 'belum_tertutup', at, by }] : []))
  ];
}

/** Largest cut of the delivery that the cuts of its aid allow: ⌊B_p × Σ x_l ÷ Σ B_l⌋, exact. 0 where the aid has no pagu. */
export function couplingLimit(problem: Problem, { delivery, aid }: Coupling, totals: readonly number[]): number {
  const sum = (of: (line: number) => number) => aid.reduce((all, line) => all + BigInt(Math.floor(of(line))), 0n);
  const pagu = sum((line) => problem.lines[line]!.line.pagu);
  if (pagu <= 0n) return 0;
  const own = BigInt(Math.floor(problem.lines[delivery]!.line.pagu));
  return Number((own * sum((line) => totals[line]!)) / pagu);
}

function shapeOf(problem: Problem, cuts: Cuts): Violation[] {
  if (cuts.byPool.length !== problem.lines.length) return [{ rule: 'bentuk', at: -1, by: 0 }];
  return problem.lines.flatMap(({ pools }, at): Violation[] => {
    const parts = cuts.byPool[at]!;
    const fits = parts.length === pools.length && pools.every(({ pool }) => pool in problem.demands);
    return fits && parts.every(Number.isSafeInteger) ? [] : [{ rule: 'bentuk', at, by: 0 }];
  });
}

function lineViolations(problem: Problem, line: ProblemLine, parts: readonly number[], at: number): Violation[] {
  const { room, step, keepAbove, fixed } = line;
  const total = parts.reduce((sum, part) => sum + part, 0);
  const found: Violation[] = [];
  const add = (rule: BrokenRule, by: number) => {
    if (by > 0) found.push({ rule, at, by });
  };
  for (const part of parts) add('negatif', -part);
  add('batas', total - room);
  line.pools.forEach(({ pool }, slot) => add('sumber', parts[slot]! - paguFrom(problem, line, pool)));
  if (step === null) for (const part of parts) add('pembulatan', Math.abs(part) % problem.rounding);
  else add('satuan', Math.abs(total) % step);
  if (keepAbove !== null && total < room) add('minimum', total - keepAbove);
  if (fixed !== null) add('tangan', Math.abs(total - fixed));
  return found;
}

/** What the sources of a pool pay of the line, from the line itself. */
function paguFrom(problem: Problem, { line }: ProblemLine, pool: number): number {
  const sources = problem.demands[pool]!.sumber;
  return line.sources.reduce((sum, { sumber, pagu }) => (sources.includes(sumber) ? sum + pagu : sum), 0);
}

function equityExcess({ terms }: LinearRow, totals: readonly number[], rounding: number): number {
  const loss = terms.reduce((sum, { line, coefficient }) => sum + coefficient * totals[line]!, 0);
  const size = terms.reduce((sum, { line, coefficient }) => sum + Math.abs(coefficient * totals[line]!), 0);
  return Math.max(0, loss - rounding * terms.length - size * 1e-9);
}
