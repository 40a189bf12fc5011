import { seededRandom } from '$lib/model/random';

/** P(Z ≤ z) of the standard normal, by the series of Marsaglia (2004), Evaluating the Normal Distribution; error below 1e-14. */
export function normalBelow(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (Math.abs(z) > 8) return z > 0 ? 1 : 0;
  let [sum, term] = [z, z];
  for (let odd = 3; ; odd += 2) {
    term *= (z * z) / odd;
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return 0.5 + sum * density(z);
}

function density(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}

/**
 * The z that a share p (0 < p < 1) of the standard normal lies below: the rational start of Abramowitz and Stegun 26.2.23, then two of
 * Newton's steps with the curvature of the density; error below 1e-9 for p from 1e-6 to 1 − 1e-6.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`p = ${p} is not between 0 and 1`);
  const t = Math.sqrt(-2 * Math.log(Math.min(p, 1 - p)));
  const start =
    t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3);
  let z = p < 0.5 ? -start : start;
  for (let step = 0; step < 2; step++) {
    const move = (normalBelow(z) - p) / density(z);
    z -= move / (1 + (z * move) / 2);
  }
  return z;
}

/** What is drawn, and how. */
export interface CopulaOptions {
  /** Things that vary together. */
  count: number;
  draws: number;
  /** Correlation of any two on the normal scale, 0 (independent) to 1 (all alike). */
  rho: number;
  seed: number;
}

/**
 * Draws of a common-factor Gaussian copula, one list for each thing: Φ(√ρ f + √(1 − ρ) e), uniform on 0 to 1. Methods §4.5. The factor and
 * each own part are drawn as a Latin hypercube (McKay, Beckman and Conover 1979): once from every n-th part of the normal distribution in
 * random order, so 10,000 draws give steadier quantiles than 10,000 loose ones. Throws a RangeError for rho outside 0–1.
 */
export function commonFactorDraws({ count, draws, rho, seed }: CopulaOptions): Float64Array[] {
  if (!(rho >= 0 && rho <= 1)) throw new RangeError(`rho = ${rho} is not between 0 and 1`);
  const random = seededRandom(seed);
  const factor = stratifiedUniforms(draws, random).map(normalQuantile);
  const [common, own] = [Math.sqrt(rho), Math.sqrt(1 - rho)];
  return Array.from({ length: count }, () => {
    const uniforms = stratifiedUniforms(draws, random);
    if (rho === 0) return uniforms;
    return uniforms.map((u, at) => normalBelow(common * factor[at]! + own * normalQuantile(u)));
  });
}

/** One draw from each of n equal parts of 0 to 1, never 0 or 1 themselves, in random order. */
function stratifiedUniforms(n: number, random: () => number): Float64Array {
  const out = new Float64Array(n);
  for (let at = 0; at < n; at++) out[at] = Math.min(Math.max((at + random()) / n, 1e-12), 1 - 1e-12);
  for (let last = n - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [out[last], out[other]] = [out[other]!, out[last]!];
  }
  return out;
}
