import { betaBelow, betaQuantile } from './beta';
import type { Share } from './funnel';
import { digamma, logBeta, trigamma } from './gamma';
import type { Interval } from './interval';
import type { Prior } from './shrunk';

/** With fewer regions the likelihood is not trusted. */
const leastRegions = 10;
/** A prior as heavy as this many families leaves nothing to the region's own number. */
const heaviest = 1e6;

/** Fits the prior to all regions of one measure; null where no region has a denominator. Methods §1.7.2. */
export function fitPrior(shares: readonly Share[]): Prior | null {
  const used = shares.filter(({ n }) => n > 0);
  if (used.length === 0) return null;
  if (used.length >= leastRegions) {
    const found = maximumLikelihood(used);
    if (found !== null) return { method: 'mle', ...found, mean: found.a / (found.a + found.b) };
  }
  return momentPrior(used);
}

/** Beta(a, b) of greatest likelihood by Newton's steps in ln a and ln b; null where it has no top (no spread beyond chance). */
export function maximumLikelihood(shares: readonly Share[]): { a: number; b: number } | null {
  const mean = total(shares, ({ x }) => x) / total(shares, ({ n }) => n);
  if (mean <= 0 || mean >= 1) return null;
  let [a, b] = [mean * 20, (1 - mean) * 20];
  let at = likelihood(shares, a, b);
  for (let turn = 0; turn < 200; turn++) {
    const [ga, gb, haa, hab, hbb] = derivatives(shares, a, b);
    // in ln a, ln b: gradient a·g, curvature a²·h + a·g
    const [ua, ub] = [a * ga, b * gb];
    const [kaa, kab, kbb] = [a * a * haa + ua, a * b * hab, b * b * hbb + ub];
    const determinant = kaa * kbb - kab * kab;
    let [da, db] = [ua, ub];
    if (kaa < 0 && determinant > 0)
      [da, db] = [-(kbb * ua - kab * ub) / determinant, -(kaa * ub - kab * ua) / determinant];
    const size = Math.max(Math.abs(da), Math.abs(db));
    let step = Math.min(1, 2 / size);
    let next = at;
    for (; step > 1e-12; step /= 2) {
      next = likelihood(shares, a * Math.exp(step * da), b * Math.exp(step * db));
      if (next >= at) break;
    }
    [a, b] = [a * Math.exp(step * da), b * Math.exp(step * db)];
    if (!(a + b < heaviest)) return null;
    if (size < 1e-9 || (turn > 5 && step * size < 1e-10)) return { a, b };
    at = next;
  }
  return null;
}

function likelihood(shares: readonly Share[], a: number, b: number): number {
  return total(shares, ({ x, n }) => logBeta(x + a, n - x + b)) - shares.length * logBeta(a, b);
}

/** First and second derivatives of the likelihood: a, b, aa, ab, bb. */
function derivatives(shares: readonly Share[], a: number, b: number): [number, number, number, number, number] {
  const s = a + b;
  const out: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  const [pa, pb, ps] = [digamma(a), digamma(b), digamma(s)];
  const [ta, tb, ts] = [trigamma(a), trigamma(b), trigamma(s)];
  for (const { x, n } of shares) {
    const [whole, wholeT] = [digamma(n + s) - ps, trigamma(n + s) - ts];
    out[0] += digamma(x + a) - pa - whole;
    out[1] += digamma(n - x + b) - pb - whole;
    out[2] += trigamma(x + a) - ta - wholeT;
    out[3] -= wholeT;
    out[4] += trigamma(n - x + b) - tb - wholeT;
  }
  return out;
}

/** Martuzzi and Elliott's moments: mean m, between-region variance A; Beta with that mean and variance, or full pooling where A <= 0. */
export function momentPrior(shares: readonly Share[]): Prior {
  const { m, s2, nbar } = moments(shares);
  const between = s2 - (m * (1 - m)) / nbar;
  const weight = between > 0 ? (m * (1 - m)) / between - 1 : Infinity;
  if (!(weight > 0) || weight > heaviest) return { method: 'penuh', a: null, b: null, mean: m };
  return { method: 'momen', a: m * weight, b: (1 - m) * weight, mean: m };
}

/** Overall rate m, weighted variance s2 and mean denominator of the regions. */
export function moments(shares: readonly Share[]): { m: number; s2: number; nbar: number } {
  const n = total(shares, (share) => share.n);
  const m = total(shares, ({ x }) => x) / n;
  return { m, s2: total(shares, (share) => share.n * (share.x / share.n - m) ** 2) / n, nbar: n / shares.length };
}

/** Martuzzi and Elliott's own estimate of one region: rho p + (1 - rho) m. */
export function momentEstimate({ x, n }: Share, { m, s2, nbar }: ReturnType<typeof moments>): number {
  const up = n * s2 - (n / nbar) * m * (1 - m);
  const rho = up / ((n - 1) * s2 + ((nbar - n) / nbar) * m * (1 - m));
  return rho * (x / n) + (1 - rho) * m;
}

/** 95 % credible interval of a region's rate; null when regions are pooled wholly. */
export function credible({ x, n }: Share, { a, b }: Prior): Interval | null {
  if (a === null || b === null) return null;
  const [p, q] = [x + a, n - x + b];
  return [betaQuantile(0.025, p, q), betaQuantile(0.975, p, q)];
}

/** 95 % credible interval of a region's rate, and the probability that it is above theta; null when regions are pooled wholly. */
export function posterior(
  { x, n }: Share,
  { a, b }: Prior,
  theta: number
): { interval: Interval; above: number } | null {
  if (a === null || b === null) return null;
  const [p, q] = [x + a, n - x + b];
  return {
    interval: [betaQuantile(0.025, p, q), betaQuantile(0.975, p, q)],
    above: 1 - betaBelow(theta, p, q)
  };
}

/** Mean and sd of raw rates made into Beta(a, b): kept for golden A9 only, since it forgets the sampling variance. */
export function matchedPrior(mean: number, sd: number): { a: number; b: number } {
  const weight = (mean * (1 - mean)) / (sd * sd) - 1;
  return { a: mean * weight, b: (1 - mean) * weight };
}

function total(shares: readonly Share[], of: (share: Share) => number): number {
  let sum = 0;
  for (const share of shares) sum += of(share);
  return sum;
}
