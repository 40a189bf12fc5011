import { leastFlagged, type Share } from './funnel';
import type { Prior } from './shrink';

/** Draws of the posterior that a band is read from: enough for its ends to be steady within a few ranks of 237. */
const draws = 200;

/**
 * 90 % band of each region's rank among all (1 = highest rate), from draws of the posterior (normal on the arcsine scale) with a fixed
 * seed; the same input gives the same bands. Null for a region with fewer than ten. Goldstein and Spiegelhalter 1996; methods §1.7.5.
 */
export function rankBands(shares: readonly Share[], prior: Prior): ([first: number, last: number] | null)[] {
  const { a, b } = prior;
  const count = shares.length;
  if (a === null || b === null) return shares.map(({ n }) => (n < leastFlagged ? null : [1, count]));
  const normal = normals(generator(20260101));
  // On the arcsine scale the posterior is nearly normal with variance 1/(4 (n + a + b)), and the order is the same.
  const centre = shares.map(({ x, n }) => Math.asin(Math.sqrt((x + a) / (n + a + b))));
  const spread = shares.map(({ n }) => 0.5 / Math.sqrt(n + a + b));
  const ranks = shares.map(() => new Uint16Array(draws));
  const values = new Float64Array(count);
  const order = Uint16Array.from({ length: count }, (_, i) => i);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < count; i++) values[i] = centre[i]! + spread[i]! * normal();
    order.sort((i, j) => values[j]! - values[i]!);
    for (let rank = 0; rank < count; rank++) ranks[order[rank]!]![draw] = rank + 1;
  }
  return shares.map(({ n }, i) => {
    if (n < leastFlagged) return null;
    const sorted = ranks[i]!.sort();
    return [sorted[Math.floor(0.05 * (draws - 1))]!, sorted[Math.ceil(0.95 * (draws - 1))]!];
  });
}

/** Mulberry32: uniform on 0 to 1, the same numbers in every browser. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal draws by Box and Muller, both of each pair. */
function normals(random: () => number): () => number {
  let kept: number | null = null;
  return () => {
    if (kept !== null) {
      const value = kept;
      kept = null;
      return value;
    }
    const size = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    kept = size * Math.sin(angle);
    return size * Math.cos(angle);
  };
}
