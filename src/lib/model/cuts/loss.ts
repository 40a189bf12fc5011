import { totalsOf } from './check';
import type { CutInput, RecipientClass } from './line';
import type { Cuts, Problem } from './problem';
import { compareKeys } from './round';
import type { Scenario } from './scenario';
import { measuredAids, slicesOf, takenFrom, type MeasuredAid } from './stretch';

/** What a plan takes from one aid, before anything is rounded. */
export interface AidLoss {
  measured: MeasuredAid;
  /** Rupiah cut from what pays it. */
  rupiah: number;
  /** Rupiah left for it before the cut; null where it is not known what was spent. */
  left: number | null;
  /** Recipient-months lost by class, each at most the class's recipients × T. */
  byClass: Map<RecipientClass, number>;
  /** Recipient-months lost by all classes. */
  months: number;
}

/** What a plan takes from each aid whose harm is measured, by code; also from those it leaves alone. */
export function aidLosses(input: CutInput, problem: Problem, cuts: Cuts, scenario: Scenario): AidLoss[] {
  const lines = problem.lines.map(({ line }) => line);
  const measured = measuredAids({ ...input, lines });
  const losses = new Map([...measured].map(([kode, one]) => [kode, emptyLoss(one)]));
  totalsOf(cuts).forEach((cut, at) => {
    const line = lines[at]!;
    const slices = line.role === 'langsung' ? slicesOf(line, measured, scenario) : null;
    if (slices === null) return;
    const taken = takenFrom(slices, cut, scenario.dropping);
    slices.forEach(({ kodeBantuan, kelas, width, perMonth }, slot) => {
      const loss = losses.get(kodeBantuan)!;
      loss.rupiah += taken[slot]!;
      if (loss.left !== null) loss.left += width;
      if (kelas !== null) loss.byClass.set(kelas, (loss.byClass.get(kelas) ?? 0) + taken[slot]! / perMonth);
    });
    if (line.spent === null) for (const { kodeBantuan } of line.aid) losses.get(kodeBantuan)!.left = null;
  });
  return [...losses.values()].map(withinReach).sort((a, b) => compareKeys(a.measured.aid.kode, b.measured.aid.kode));
}

/** Rupiah cut from lines whose harm nobody measured. */
export function unmeasuredCut(problem: Problem, cuts: Cuts): number {
  return totalsOf(cuts).reduce((sum, cut, at) => (problem.lines[at]!.unknown ? sum + cut : sum), 0);
}

function emptyLoss(measured: MeasuredAid): AidLoss {
  return { measured, rupiah: 0, left: 0, byClass: new Map(), months: 0 };
}

/** Nobody loses more months than there are: what is cut beyond them bought something else. */
function withinReach(loss: AidLoss): AidLoss {
  const { recipients, months } = loss.measured.aid;
  const byClass = new Map(
    (recipients ?? []).map(
      ({ kelas, jumlah }) => [kelas, Math.min(jumlah * months, loss.byClass.get(kelas) ?? 0)] as const
    )
  );
  return { ...loss, byClass, months: [...byClass.values()].reduce((sum, lost) => sum + lost, 0) };
}
