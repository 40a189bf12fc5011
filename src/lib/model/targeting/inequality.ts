import { gini } from './concentration';

/** Herfindahl index: the sum of squared shares, 1/n (equal) to 1; null where values add to 0. */
export function herfindahl(values: readonly number[]): number | null {
  const total = add(values);
  return total === 0 ? null : values.reduce((sum, value) => sum + (value / total) ** 2, 0);
}

/** Rosenbluth index: 1 ÷ (n (1 − Gini)); null where values add to 0. */
export function rosenbluth(values: readonly number[]): number | null {
  const coefficient = gini(values);
  return coefficient === null ? null : 1 / (values.length * (1 - coefficient));
}

/** Atkinson index with an aversion of 1/2: 1 − (mean of roots)² ÷ mean, 0 (equal) to 1; null where values add to 0. */
export function atkinsonHalf(values: readonly number[]): number | null {
  const total = add(values);
  if (total === 0) return null;
  const roots = values.reduce((sum, value) => sum + Math.sqrt(value), 0) / values.length;
  return 1 - roots ** 2 / (total / values.length);
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
