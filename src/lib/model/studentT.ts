/**
 * Quantile of Student's t for a whole number of degrees of freedom (1, 2, …): the t with P(T <= t) = probability. No unit.
 * Exact finite series (Abramowitz and Stegun 26.7.3 and 26.7.4) inverted by bisection on the angle atan(t/√df), so that it
 * needs no table and no library. Throws on a probability outside (0, 1) or a df that is not a positive whole number.
 */
export function tQuantile(probability: number, df: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`probability ${probability} is not between 0 and 1`);
  if (!Number.isInteger(df) || df < 1) throw new RangeError(`${df} degrees of freedom: needs a whole number from 1`);
  if (probability < 0.5) return -tQuantile(1 - probability, df);
  const target = 2 * probability - 1;
  let low = 0;
  let high = Math.PI / 2;
  // 200 halvings reach the resolution of a double from any start; the loop ends as soon as the midpoint stops moving.
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (centralProbability(middle, df) < target) low = middle;
    else high = middle;
  }
  return Math.sqrt(df) * Math.tan((low + high) / 2);
}

/** P(|T| <= √df · tan θ) for θ in [0, π/2]. */
function centralProbability(theta: number, df: number): number {
  const sine = Math.sin(theta);
  const cosine = Math.cos(theta);
  const odd = df % 2 === 1;
  let term = odd ? cosine : 1;
  let series = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < df; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    series += term;
  }
  return odd ? (2 / Math.PI) * (theta + sine * series) : sine * series;
}
