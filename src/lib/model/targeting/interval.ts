import { betaQuantile } from './beta';

/** A low and a high end, ratios. */
export type Interval = [low: number, high: number];

/** The 97.5 % and 99.9 % points of the normal distribution: two-sided 95 % and 99.8 %. */
export const z95 = 1.959963984540054;
export const z998 = 3.090232306167813;

/** Throws a RangeError unless 0 <= x <= n and n > 0: a share of nothing has no interval. */
function check(x: number, n: number): void {
  if (!(x >= 0) || !(n > 0) || x > n) throw new RangeError(`x = ${x} of n = ${n} is no share`);
}

/**
 * Wilson's interval of x of n without continuity correction, clipped to 0 to 1. For counts of a census it says how far a small number
 * swings by chance. Methods §1.7.1. Throws a RangeError for x < 0, n <= 0 or x > n.
 */
export function wilson(x: number, n: number, z: number = z95): Interval {
  check(x, n);
  const p = x / n;
  const shrink = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / shrink;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / shrink;
  return [x === 0 ? 0 : Math.max(0, centre - half), x === n ? 1 : Math.min(1, centre + half)];
}

/** Jeffreys' interval, the cross-check of Wilson's: equal tails of Beta(x + 1/2, n - x + 1/2), 0 at x = 0 and 1 at x = n. */
export function jeffreys(x: number, n: number, level = 0.95): Interval {
  check(x, n);
  const tail = (1 - level) / 2;
  const at = (p: number) => betaQuantile(p, x + 0.5, n - x + 0.5);
  return [x === 0 ? 0 : at(tail), x === n ? 1 : at(1 - tail)];
}

/** Clopper and Pearson's exact interval. */
export function clopperPearson(x: number, n: number, level = 0.95): Interval {
  check(x, n);
  const tail = (1 - level) / 2;
  return [x === 0 ? 0 : betaQuantile(tail, x, n - x + 1), x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)];
}
