import type { Series } from '$lib/model/series';
import { tQuantile } from '$lib/model/studentT';

/**
 * Age-to-age factors f_k = sum of period k+1 ÷ sum of period k over the rows where both are known (ratios; index 0 leads
 * from period 1 to period 2). Rows are years of cumulative rupiah. null where no row has both, or period k sums to 0 or less.
 */
export function developmentFactors(rows: readonly Series[]): Series {
  return Array.from({ length: periodsOf(rows) - 1 }, (_, k) => {
    const pairs = pairsAt(rows, k);
    const from = total(pairs.map((pair) => pair.from));
    return pairs.length > 0 && from > 0 ? total(pairs.map((pair) => pair.to)) / from : null;
  });
}

/** Year-end, rupiah, by the factors from `period` (1-based) on: realisasi × f_t × … × f_last. null where a factor is not known. */
export function factorRoute(rows: readonly Series[], realisasi: number, period: number): number | null {
  let forecast = realisasi;
  for (const factor of developmentFactors(rows).slice(period - 1)) {
    if (factor === null) return null;
    forecast *= factor;
  }
  return forecast;
}

/**
 * Year-end, rupiah, by one ratio: realisasi × sum of full years ÷ sum of the same periods. Equals `factorRoute` when every
 * row is known from `period` to its end. null where a needed value is not known or the same periods sum to 0 or less.
 */
export function telescopedRoute(rows: readonly Series[], realisasi: number, period: number): number | null {
  const pairs = endPairs(rows, period);
  if (pairs === null) return null;
  const from = total(pairs.map((pair) => pair.from));
  return from > 0 ? (realisasi * total(pairs.map((pair) => pair.to))) / from : null;
}

/** A year-end by the log-ratio method. */
export interface LogRatioInterval {
  /** Mean of ln(year-end ÷ year-to-date) over the years; no unit. */
  mean: number;
  /** Standard deviation (n − 1) of the same. */
  deviation: number;
  /** realisasi × exp(mean), rupiah. */
  point: number;
  low: number;
  high: number;
}

/**
 * Prediction interval of the year-end, rupiah: realisasi × exp(mean ± t(n−1) · s · √(1 + 1/n)), `level` inside (0.8 by
 * default). null with fewer than two rows, or where a row has no positive amount at `period` or at the end.
 */
export function logRatioInterval(
  rows: readonly Series[],
  realisasi: number,
  period: number,
  level = 0.8
): LogRatioInterval | null {
  const pairs = endPairs(rows, period);
  if (pairs === null || pairs.length < 2 || pairs.some((pair) => pair.from <= 0 || pair.to <= 0)) return null;
  const logs = pairs.map((pair) => Math.log(pair.to / pair.from));
  const { mean, deviation } = meanAndDeviation(logs);
  const half = predictionHalfWidth(deviation, logs.length, level);
  return {
    mean,
    deviation,
    point: realisasi * Math.exp(mean),
    low: realisasi * Math.exp(mean - half),
    high: realisasi * Math.exp(mean + half)
  };
}

/** Half-width of a two-sided interval for one new value, given s over n values: t(n−1) · s · √(1 + 1/n), in the unit of s. Needs n >= 2. */
export function predictionHalfWidth(deviation: number, n: number, level: number): number {
  return deviation === 0 ? 0 : tQuantile((1 + level) / 2, n - 1) * deviation * Math.sqrt(1 + 1 / n);
}

/** Mean and standard deviation (n − 1), in the values' unit. Needs two values or more. */
export function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const mean = total(values) / values.length;
  const squares = total(values.map((value) => (value - mean) ** 2));
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

/** Years that are known from `period` (1-based) to their last one: what both routes and the interval need. */
export function knownFrom(row: Series, period: number): boolean {
  return row.length >= period && row.slice(period - 1).every((value) => value !== null);
}

function endPairs(rows: readonly Series[], period: number): { from: number; to: number }[] | null {
  const pairs: { from: number; to: number }[] = [];
  for (const row of rows) {
    const from = row[period - 1] ?? null;
    const to = row.at(-1) ?? null;
    if (from === null || to === null) return null;
    pairs.push({ from, to });
  }
  return pairs;
}

/** Rows known at both period k and k+1 (k from 0). */
export function pairsAt(rows: readonly Series[], k: number): { from: number; to: number }[] {
  return rows.flatMap((row) => {
    const from = row[k] ?? null;
    const to = row[k + 1] ?? null;
    return from === null || to === null ? [] : [{ from, to }];
  });
}

function periodsOf(rows: readonly Series[]): number {
  return Math.max(1, ...rows.map((row) => row.length));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
