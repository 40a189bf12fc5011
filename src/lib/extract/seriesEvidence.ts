import { amounts, type Delivery, type Kind } from './delivery';

/** So few comparisons say nothing. */
const enoughPairs = 5;

/** In a cumulative series a line falls only when it was corrected; in a monthly one it falls nearly as often as it rises. */
const cumulativeAtMost = 0.07;

const monthlyAtLeast = 0.15;

/** A cumulative total that grows by less than this share of a steady pace may as well be a monthly one. */
const leastRise = 0.3;

/** What the months of some units show about each other. */
export interface Evidence {
  /** Lines with spending that are seen again in the next delivered month, and how many of them fall. */
  pairs: number;
  falls: number;
  /** By how many sen the totals rise, and by how many they would if a cumulative total grew by the same amount every month. */
  rise: number;
  steadyRise: number;
}

/** How lines and totals change from one delivered month of a unit to the next, over all units. */
export function evidence(units: readonly (readonly Delivery[])[]): Evidence {
  const sum: Evidence = { pairs: 0, falls: 0, rise: 0, steadyRise: 0 };
  for (const unit of units) {
    const sorted = unit.toSorted((a, b) => a.bulan - b.bulan);
    for (const [i, later] of sorted.entries()) {
      const earlier = sorted[i - 1];
      if (earlier !== undefined) compareMonths(earlier, later, sum);
    }
  }
  return sum;
}

function compareMonths(earlier: Delivery, later: Delivery, sum: Evidence): void {
  const [before, now] = [amounts(earlier.facts), amounts(later.facts)];
  const total = (of: ReadonlyMap<string, bigint>): number => Number([...of.values()].reduce((a, b) => a + b, 0n));
  sum.rise += total(now) - total(before);
  sum.steadyRise += total(before) * (later.bulan / earlier.bulan - 1);
  for (const [key, amount] of before) {
    if (amount <= 0n) continue;
    sum.pairs++;
    if ((now.get(key) ?? 0n) < amount) sum.falls++;
  }
}

/** What the changes say: lines that fall often are monthly; cumulative ones hardly fall and their total rises. Null when neither is clear. */
export function reading({ pairs, falls, rise, steadyRise }: Evidence): Kind | null {
  if (pairs < enoughPairs) return null;
  if (falls / pairs >= monthlyAtLeast) return 'bulanan';
  // equal pay every month hardly falls either, but its total stands still
  return falls / pairs <= cumulativeAtMost && rise >= leastRise * steadyRise ? 'kumulatif' : null;
}
