/** Where a region stands among others of its class. */
export interface PeerStanding {
  /** Share of the other regions that lie below, those alike counted half: 0 to 1. Null with fewer than five others, or where the region's own value is not known. */
  percentile: number | null;
  /** Other regions of the class with a value. */
  n: number;
  /** Median of the other regions, in the value's own unit; null with fewer than five. */
  median: number | null;
}

/** Fewest other regions of a class that a comparison may rest on. */
export const fewestPeers = 5;

/** Standing of `own` among the values of the other regions of its class; values that are not known do not count. */
export function standingAmong(own: number | null, others: readonly (number | null)[]): PeerStanding {
  const known = others.flatMap((value) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const n = known.length;
  if (n < fewestPeers) return { percentile: null, n, median: null };
  const middle = (known[Math.floor((n - 1) / 2)]! + known[Math.ceil((n - 1) / 2)]!) / 2;
  if (own === null) return { percentile: null, n, median: middle };
  const below = known.filter((value) => value < own).length;
  const alike = known.filter((value) => value === own).length;
  return { percentile: (below + alike / 2) / n, n, median: middle };
}
