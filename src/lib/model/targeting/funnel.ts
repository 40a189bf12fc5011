import { logGamma } from './gamma';
import { z95, z998 } from './interval';

/** A region's numerator and denominator. */
export interface Share {
  x: number;
  n: number;
}

/** Limits of the funnel at one denominator, ratios: 95 % warn, 99.8 % alarm. */
export interface Limits {
  n: number;
  lo95: number;
  hi95: number;
  lo998: number;
  hi998: number;
}

/** Below this denominator nothing is flagged: the interpolated limits misbehave there. */
export const leastFlagged = 10;

/**
 * The ratio that a share p of binomial draws of n at rate theta stays below, interpolated between counts: r is the smallest count with
 * P(R <= r) >= p, the limit (r - (P(R <= r) - p) / P(R = r)) / n, clipped to 0 to 1. Spiegelhalter 2005, App. A.1.1.
 */
export function binomialLimit(p: number, n: number, theta: number): number {
  if (theta <= 0 || theta >= 1) return theta <= 0 ? 0 : 1;
  const logChoose = logGamma(n + 1);
  const [logTheta, logRest] = [Math.log(theta), Math.log1p(-theta)];
  const probability = (r: number) =>
    Math.exp(logChoose - logGamma(r + 1) - logGamma(n - r + 1) + r * logTheta + (n - r) * logRest);
  // What lies further than twelve standard deviations below weighs nothing.
  const first = Math.max(0, Math.floor(n * theta - 12 * Math.sqrt(n * theta * (1 - theta)) - 12));
  let below = 0;
  for (let r = first, one = probability(first); r <= n; r++) {
    below += one;
    if (below >= p) return Math.min(1, Math.max(0, (r - (below - p) / one) / n));
    one *= ((n - r) / (r + 1)) * (theta / (1 - theta));
  }
  return 1;
}

/**
 * Limits at a denominator: exact binomial; with spread beyond chance (tau2 > 0, on the arcsine scale) the wider of those and of
 * theta ± z·√(1/(4n) + tau2) turned back.
 */
export function limitsAt(n: number, theta: number, tau2 = 0): Limits {
  const exact = (p: number) => binomialLimit(p, n, theta);
  const spread = (z: number) =>
    tau2 === 0 ? theta : fromArcsine(toArcsine(theta) + z * Math.sqrt(1 / (4 * n) + tau2));
  return {
    n,
    lo95: Math.min(exact(0.025), spread(-z95)),
    hi95: Math.max(exact(0.975), spread(z95)),
    lo998: Math.min(exact(0.001), spread(-z998)),
    hi998: Math.max(exact(0.999), spread(z998))
  };
}

/** On which side of the 99.8 % (else of the 95 %) limits a region stands; nothing below ten. */
export function outside({ x, n }: Share, limits: Limits, level: 95 | 998 = 998): 'tinggi' | 'rendah' | null {
  if (n < leastFlagged) return null;
  if (x / n > limits[`hi${level}`]) return 'tinggi';
  return x / n < limits[`lo${level}`] ? 'rendah' : null;
}

/** z of a proportion against a benchmark, normal approximation (the funnel of golden A8). */
export function approximateZ({ x, n }: Share, theta: number): number {
  return (x / n - theta) / Math.sqrt((theta * (1 - theta)) / n);
}

/**
 * Spread beyond chance: z on the arcsine scale, the outer tenth on each side drawn in to the tenth's end, phi their mean square; tau2
 * after DerSimonian and Laird, 0 unless phi > 1. Null below ten regions.
 */
export function dispersion(shares: readonly Share[], theta: number): { phi: number; tau2: number } | null {
  const used = shares.filter(({ n }) => n > 0);
  if (used.length < 10) return null;
  const z = used.map(({ x, n }) => (toArcsine(x / n) - toArcsine(theta)) * 2 * Math.sqrt(n));
  const sorted = z.toSorted((a, b) => a - b);
  const [low, high] = [quantile(sorted, 0.1), quantile(sorted, 0.9)];
  const k = used.length;
  const phi = z.reduce((sum, one) => sum + Math.min(high, Math.max(low, one)) ** 2, 0) / k;
  const weights = used.map(({ n }) => 4 * n);
  const [w, w2] = [weights.reduce((a, b) => a + b, 0), weights.reduce((a, b) => a + b * b, 0)];
  const tau2 = phi > 1 ? Math.max(0, (k * phi - (k - 1)) / (w - w2 / w)) : 0;
  return { phi, tau2 };
}

function toArcsine(rate: number): number {
  return Math.asin(Math.sqrt(Math.min(1, Math.max(0, rate))));
}

function fromArcsine(value: number): number {
  return Math.sin(Math.min(Math.PI / 2, Math.max(0, value))) ** 2;
}

/** Linear between the two nearest of sorted values. */
function quantile(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}
