import type { BudgetError } from '../funding/budgetError';
import { errorOf } from '../funding/budgetError';
import { quantileSorted } from './monteCarlo';
import type { Triangle } from './triangular';

/** Fewer years say too little about a range: it stays an assumption. */
export const leastYears = 5;

/** A range of falls that rests on what came of past budgets. */
export interface Calibration {
  /** Fall as a share of the budget, a ratio: the error with its sign turned; below 0 more came than was budgeted. */
  fall: Triangle;
  /** Years it rests on. */
  n: number;
  /** Of the falls of those years: what 10, 50 and 90 % of them stay at or below, ratios. */
  p10: number;
  median: number;
  p90: number;
}

/**
 * Low, most likely and high fall from past errors (realisasi ÷ anggaran − 1, ratios; null = not known); null with fewer than five known
 * years. The mode is the median of the falls, and the ends are those at which a tenth of the triangle lies below their P10 and a tenth
 * above their P90 (quantiles between the nearest two, type 7): past years are few, and the worst of them is not the worst there is.
 * No fall is above 1: money that does not come at all. The budget of the year and its errors are taken to be of one kind.
 */
export function calibrate(errors: readonly (number | null)[]): Calibration | null {
  const falls = Float64Array.from(errors.flatMap((error) => (error === null ? [] : 0 - error))).sort();
  if (falls.length < leastYears) return null;
  const [p10, median, p90] = [0.1, 0.5, 0.9].map((p) => quantileSorted(falls, p)) as [number, number, number];
  const [down, up] = endsAround(median - p10, p90 - median);
  const high = Math.max(median, Math.min(1, median + up));
  return { fall: { low: median - down, mode: median, high }, n: falls.length, p10, median, p90 };
}

/** Ranges of all components by their key; null where too few years are known. */
export function calibrateAll(errors: readonly BudgetError[]): Map<string, Calibration | null> {
  return new Map(
    errors.map(({ komponen, anggaran, realisasi }) => [
      komponen,
      calibrate(anggaran.map((budget, year) => errorOf(budget, realisasi[year] ?? null)))
    ])
  );
}

/**
 * Distances u and v from the mode of a triangle to its ends, such that a tenth lies beyond `below` and a tenth beyond `above` the mode:
 * (u − below)² = u(u + v) ÷ 10 and the same for v. Each turn shortens what is left by more than half.
 */
function endsAround(below: number, above: number): [down: number, up: number] {
  let [u, v] = [below + above, below + above];
  for (let turn = 0; turn < 100; turn++) {
    const both = (u + v) / 10;
    const next: [number, number] = [below + Math.sqrt(u * both), above + Math.sqrt(v * both)];
    const moved = Math.abs(next[0] - u) + Math.abs(next[1] - v);
    [u, v] = next;
    if (moved <= 1e-15 * (u + v)) break;
  }
  return [u, v];
}
