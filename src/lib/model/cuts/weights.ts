import type { ClassCount, RecipientClass } from './line';

/** Weight of one recipient in harm by desil 1–4 (methods.md §4.2). */
const weightByDesil = [4, 3, 2, 1];
/** Weight of desil 5–10. */
const weightAbove = 0.25;

/** Weight of a desil, 1–10. */
export function desilWeight(desil: number): number {
  return weightByDesil[desil - 1] ?? weightAbove;
}

/**
 * Weight of each class of one aid. Classes without a desil (not recorded, not in the registry, hidden) take the mean weight of the
 * recipients of that aid whose desil is known, or 1 where none is. `equal`: all 1.
 */
export function classWeights(recipients: readonly ClassCount[], equal: boolean): (kelas: RecipientClass) => number {
  if (equal) return () => 1;
  let [people, weighted] = [0, 0];
  for (const { kelas, jumlah } of recipients) {
    if (typeof kelas !== 'number') continue;
    people += jumlah;
    weighted += jumlah * desilWeight(kelas);
  }
  const mean = people > 0 ? weighted / people : 1;
  return (kelas) => (typeof kelas === 'number' ? desilWeight(kelas) : mean);
}
