const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7
];

/** ln Γ(x) for x > 0, by Lanczos' series (g = 7), relative error below 1e-14. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x + 6.5;
  const series = lanczos.reduce((sum, c, i) => sum + (i === 0 ? c : c / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** ψ(x), the derivative of ln Γ, for x > 0: recurrence up to 8, then the asymptotic series. */
export function digamma(x: number): number {
  let [at, sum] = [x, 0];
  while (at < 8) sum -= 1 / at++;
  const f = 1 / (at * at);
  return sum + Math.log(at) - 0.5 / at - f * (1 / 12 - f * (1 / 120 - f * (1 / 252 - f * (1 / 240 - f * (5 / 660)))));
}

/** ψ′(x) for x > 0. */
export function trigamma(x: number): number {
  let [at, sum] = [x, 0];
  while (at < 8) sum += 1 / (at * at++);
  const f = 1 / (at * at);
  return sum + 1 / at + f / 2 + (f / at) * (1 / 6 - f * (1 / 30 - f * (1 / 42 - f * (1 / 30 - f * (5 / 66)))));
}
