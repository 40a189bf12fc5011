import {
  bandHalfWidth,
  bornhuetterFerguson,
  pastYearEnd,
  residuals,
  yearProfile
} from '$lib/model/bornhuetterFerguson';
import { logRatioInterval, telescopedRoute } from '$lib/model/chainLadder';
import { mackStandardError } from '$lib/model/mack';
import { valueAt, type Series } from '$lib/model/series';

/** What one method says before the limits of realisasi and pagu are applied, rupiah; field meanings as in `Forecast`. */
export interface Estimate {
  uncapped: number;
  low: number | null;
  high: number | null;
  standardError: number | null;
  share: number | null;
  years: number[];
  /** Each past year forecast from the others, and what it came to. */
  tested: { tahun: number; forecast: number; total: number }[];
  deviations: { tahun: number; rupiah: number }[];
}

/** A past year, known from the month of the forecast to its end. */
interface Year {
  tahun: number;
  totals: Series;
  pagu: Series;
}

/** Where this year stands: cumulative realisasi, rupiah, at the end of `month`; `level` is the probability in the band. */
interface Now {
  realisasi: number;
  month: number;
  level?: number | undefined;
}

/** Chain ladder with the log-ratio band. null where the years sum to nothing at this month. */
export function byChainLadder(years: readonly Year[], { realisasi, month, level }: Now): Estimate | null {
  const rows = years.map((year) => year.totals);
  const uncapped = telescopedRoute(rows, realisasi, month);
  if (uncapped === null) return null;
  const band = logRatioInterval(rows, realisasi, month, level);
  const ends = years.map(({ tahun, totals }) => ({
    tahun,
    now: valueAt(totals, month) ?? 0,
    total: totals.at(-1) ?? 0
  }));
  return {
    uncapped,
    // The point is a ratio of sums, the band is around a mean of logs: with one dominant year the point can lie outside.
    low: band && Math.min(band.low, uncapped),
    high: band && Math.max(band.high, uncapped),
    standardError: mackStandardError(rows, realisasi, month),
    share: realisasi / uncapped,
    years: years.map((year) => year.tahun),
    tested: ends.flatMap(({ tahun, now, total }) => {
      const others = years.filter((year) => year.tahun !== tahun).map((year) => year.totals);
      const forecast = telescopedRoute(others, now, month);
      return forecast === null ? [] : [{ tahun, forecast, total }];
    }),
    deviations: ends.map(({ tahun, now, total }) => ({ tahun, rupiah: (realisasi * total) / now - uncapped }))
  };
}

/** Bornhuetter–Ferguson with its band. null where no year has a pagu, or the years end at nothing. */
export function byPagu(
  past: readonly Year[],
  { realisasi, month, level, pagu }: Now & { pagu: number }
): Estimate | null {
  const years = past.flatMap((year) => pastYearEnd(year.tahun, year.totals, year.pagu, month) ?? []);
  const profile = yearProfile(years);
  if (profile === null) return null;
  const uncapped = bornhuetterFerguson(realisasi, pagu, profile);
  const errors = residuals(years);
  const half = bandHalfWidth(errors, pagu, level);
  const totals = new Map(years.map((year) => [year.tahun, year.total]));
  return {
    uncapped,
    low: half === null ? null : uncapped - half,
    high: half === null ? null : uncapped + half,
    standardError: null,
    share: profile.share,
    years: years.map((year) => year.tahun),
    tested: errors.map(({ tahun, forecast }) => ({ tahun, forecast, total: totals.get(tahun) ?? 0 })),
    deviations: errors.map(({ tahun, ofPagu }) => ({ tahun, rupiah: ofPagu * pagu }))
  };
}

/** A year that is over: no error left. */
export function exactly(rupiah: number): Estimate {
  return { ...withoutBand(rupiah), low: rupiah, high: rupiah };
}

/** A point that nothing was learned from, so that its error is not known. */
export function withoutBand(rupiah: number): Estimate {
  const evidence = { standardError: null, share: null, years: [], tested: [], deviations: [] };
  return { uncapped: rupiah, low: null, high: null, ...evidence };
}
