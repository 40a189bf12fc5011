import { meanAndDeviation, predictionHalfWidth } from '$lib/model/chainLadder';
import type { Series } from '$lib/model/series';

/** A past year as this method needs it, rupiah. */
export interface PastYearEnd {
  tahun: number;
  /** Cumulative realisasi at the end of the same period. */
  realisasi: number;
  /** Realisasi of the whole year. */
  total: number;
  /** Pagu of the stage in force at that same period, above 0. */
  pagu: number;
}

/** What past years say of a year: how far they were by now, and where they ended. */
export interface YearProfile {
  /** Sum of realisasi to the period ÷ sum of full years, a ratio. */
  share: number;
  /** `rho`: sum of full years ÷ sum of pagu, a ratio: the final realization rate, years weighted by pagu. */
  finalRate: number;
}

/** Profile of past years; null without years, or where they end at 0 or less. */
export function yearProfile(years: readonly PastYearEnd[]): YearProfile | null {
  const sum = (key: 'realisasi' | 'total' | 'pagu') => years.reduce((amount, year) => amount + year[key], 0);
  const total = sum('total');
  const pagu = sum('pagu');
  return total > 0 && pagu > 0 ? { share: sum('realisasi') / total, finalRate: total / pagu } : null;
}

/** Year-end, rupiah: realisasi + (1 − share) × pagu × final rate. What is still to come follows the pagu, not the pace so far. */
export function bornhuetterFerguson(realisasi: number, pagu: number, profile: YearProfile): number {
  return realisasi + (1 - profile.share) * pagu * profile.finalRate;
}

/** How the method would have missed each past year, had that year been the running one. */
export interface Residual {
  tahun: number;
  /** Forecast made from the other years only, rupiah. */
  forecast: number;
  /** (Total − forecast) ÷ pagu of that year, a signed ratio. */
  ofPagu: number;
}

/** Leave-one-year-out residuals; empty with fewer than two years, since the last one would have nothing to learn from. */
export function residuals(years: readonly PastYearEnd[]): Residual[] {
  return years.flatMap((year) => {
    const profile = yearProfile(years.filter((other) => other !== year));
    if (profile === null) return [];
    const forecast = bornhuetterFerguson(year.realisasi, year.pagu, profile);
    return [{ tahun: year.tahun, forecast, ofPagu: (year.total - forecast) / year.pagu }];
  });
}

/** Half-width of the band, rupiah: t(n−1) · s · √(1 + 1/n) × pagu, s over the residuals; null with fewer than two of them. */
export function bandHalfWidth(errors: readonly Residual[], pagu: number, level = 0.8): number | null {
  if (errors.length < 2) return null;
  const { deviation } = meanAndDeviation(errors.map((error) => error.ofPagu));
  return predictionHalfWidth(deviation, errors.length, level) * pagu;
}

/** A past year at one period, or null where realisasi, total or pagu is not known or the pagu is not above 0. */
export function pastYearEnd(tahun: number, totals: Series, pagu: Series, period: number): PastYearEnd | null {
  const realisasi = totals[period - 1] ?? null;
  const total = totals.at(-1) ?? null;
  const inForce = pagu[period - 1] ?? null;
  if (realisasi === null || total === null || inForce === null || inForce <= 0) return null;
  return { tahun, realisasi, total, pagu: inForce };
}
