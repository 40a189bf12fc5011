import { seededRandom } from '$lib/model/random';
import { leastFlagged, type Share } from './funnel';
import type { Prior } from './shrunk';

/** Draws of the posterior that a band is read from: its ends are steady within a few ranks of 237. */
const draws = 300;
/** First and last rank, 1 = highest rate. */
export type RankBand = [first: number, last: number];

/**
 * 90 % band of each region's rank among all, from draws of the posterior Beta(x + a, n - x + b) with a fixed seed; the same input gives
 * the same bands. Null for a region with fewer than ten; every rank where regions are pooled wholly. Goldstein and Spiegelhalter 1996;
 * methods §1.7.5.
 */
export function rankBands(shares: readonly Share[], { a, b }: Prior): (RankBand | null)[] {
  const count = shares.length;
  if (a === null || b === null) return shares.map(({ n }) => (n < leastFlagged ? null : [1, count]));
  const draw = betaDraws(seededRandom(20260101));
  const values = new Float64Array(count);
  /** How often each region (row) had each rank (column). */
  const times = new Uint16Array(count * count);
  const order = descending(count);
  for (let turn = 0; turn < draws; turn++) {
    for (let i = 0; i < count; i++) values[i] = draw(shares[i]!.x + a, shares[i]!.n - shares[i]!.x + b);
    order(values).forEach((i, rank) => times[i * count + rank]!++);
  }
  return shares.map(({ n }, i) =>
    n < leastFlagged ? null : middleNineTenths(times.subarray(i * count, (i + 1) * count))
  );
}

/** Ranks that leave out at most a twentieth of the draws on each side. */
function middleNineTenths(times: Uint16Array): RankBand {
  const tail = draws / 20;
  let [first, last] = [0, times.length - 1];
  for (let before = times[0]!; before <= tail; before += times[first]!) first++;
  for (let after = times[last]!; after <= tail; after += times[last]!) last--;
  return [first + 1, last + 1];
}

/** Sorts places by their values, highest first: into buckets, then each into its place. A comparison sort takes five times as long. */
function descending(count: number): (values: Float64Array) => Uint16Array {
  const sorted = new Uint16Array(count);
  const bucket = new Uint16Array(count);
  const ends = new Uint16Array(2 * count + 1);
  return (values) => {
    let [low, high] = [Infinity, -Infinity];
    for (let i = 0; i < count; i++) {
      low = Math.min(low, values[i]!);
      high = Math.max(high, values[i]!);
    }
    const scale = high > low ? (2 * count) / (high - low) : 0;
    ends.fill(0);
    for (let i = 0; i < count; i++) {
      bucket[i] = (high - values[i]!) * scale;
      ends[bucket[i]!]!++;
    }
    for (let k = 1; k <= 2 * count; k++) ends[k]! += ends[k - 1]!;
    for (let i = count - 1; i >= 0; i--) sorted[--ends[bucket[i]!]!] = i;
    for (let k = 1; k < count; k++) {
      const moved = sorted[k]!;
      let to = k;
      for (; to > 0 && values[sorted[to - 1]!]! < values[moved]!; to--) sorted[to] = sorted[to - 1]!;
      sorted[to] = moved;
    }
    return sorted;
  };
}

/** Draws of Beta(a, b), each from two of Gamma. */
function betaDraws(random: () => number): (a: number, b: number) => number {
  const normal = normals(random);
  const gamma = (shape: number): number => {
    // Below 1 the method needs a shape one higher, drawn back by a power of a uniform draw.
    if (shape < 1) return gamma(shape + 1) * (1 - random()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const [v, x2, u] = [root * root * root, x * x, 1 - random()];
      if (u < 1 - 0.0331 * x2 * x2 || Math.log(u) < 0.5 * x2 + d * (1 - v + Math.log(v))) return d * v;
    }
  };
  return (a, b) => {
    const x = gamma(a);
    return x / (x + gamma(b));
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
