import { logBeta } from './gamma';

/** P(X <= x) of Beta(a, b), by Lentz's continued fraction; 0 <= x <= 1, a and b above 0. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a;
  return front * fraction(x, a, b);
}

const tiny = 1e-300;

function fraction(x: number, a: number, b: number): number {
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

/** The value that a share p of Beta(a, b) lies below: Newton's steps, halved towards the bracket where they leave it. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0 || p >= 1) return p <= 0 ? 0 : 1;
  const scale = logBeta(a, b);
  let [low, high, at] = [0, 1, a / (a + b)];
  for (let turn = 0; turn < 100; turn++) {
    const off = betaBelow(at, a, b) - p;
    if (off > 0) high = at;
    else low = at;
    const density = Math.exp((a - 1) * Math.log(at) + (b - 1) * Math.log1p(-at) - scale);
    const step = at - off / density;
    const next = step > low && step < high ? step : (low + high) / 2;
    if (Math.abs(next - at) <= 1e-14 * at) return next;
    at = next;
  }
  return at;
}
