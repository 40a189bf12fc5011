import type { Share } from './funnel';

/**
 * What small numbers are drawn towards. `mle`: Beta(a, b) by beta-binomial maximum likelihood. `momen`: moments after Martuzzi and
 * Elliott, for fewer than ten regions or where the likelihood has no top. `penuh`: regions differ by no more than chance, so each is
 * drawn wholly to the mean.
 */
export interface Prior {
  method: 'mle' | 'momen' | 'penuh';
  a: number | null;
  b: number | null;
  mean: number;
}

/** What a region's rate is taken to be once chance is allowed for: the posterior mean (x + a) / (n + a + b). */
export function shrunk({ x, n }: Share, { a, b, mean }: Prior): number {
  return a === null || b === null ? mean : (x + a) / (n + a + b);
}
