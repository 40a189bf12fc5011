/** The largest amounts among the units of a cell, sen, largest first, two at most: with the sum they say whether one unit dominates. */
export type Largest = readonly bigint[];

/** What one unit may be known to within, in percent of its own amount: p of the p% rule. */
const percent = 10n;

/** The largest amounts of two cells together. */
export function mergeLargest(a: Largest, b: Largest): Largest {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...a, ...b].sort((one, other) => (one < other ? 1 : one > other ? -1 : 0)).slice(0, 2);
}

/**
 * Whether a sum of money (sen) gives away its largest part: who knows the second largest, his own, knows the largest to within p percent
 * of it (X - x1 - x2 < p/100 × x1, methods §5.2 rule 3). A sum of nothing does not.
 */
export function isDominated(sum: bigint, [first = 0n, second = 0n]: Largest): boolean {
  return 100n * (sum - first - second) < percent * first;
}

/** SQL of the two largest of an amount in a group, as texts `besar1` and `besar2`; null where there are fewer. */
export function largestSql(amount: string): string {
  const nth = (place: number) => `CAST((max(${amount}, 2))[${place}]::HUGEINT AS VARCHAR) AS besar${place}`;
  return `${nth(1)}, ${nth(2)}`;
}
