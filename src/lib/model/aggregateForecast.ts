import { seededRandom } from './random';
import type { Forecast } from '$lib/model/forecast';
import { sumOrNull } from '$lib/model/series';
import { normalQuantile } from '$lib/model/cuts/copula';
import { tQuantile } from '$lib/model/studentT';

/** One group (SKPD × jenis belanja) of a total, rupiah. */
export interface GroupForecast {
  kode: string;
  result: Forecast;
  /** Cumulative realisasi in the month of the forecast. */
  realisasi: number;
  pagu: number;
}

/** The year-end of several groups together, rupiah. */
export interface TotalForecast {
  /** Sum of the groups' capped forecasts; null when one of them has none. */
  forecast: number | null;
  /** Ends of the band; null without a forecast, or with fewer than two years that every group with a band shares. */
  low: number | null;
  high: number | null;
  /** Groups without a forecast, by kode: why the total is null. */
  missing: string[];
  /** Groups whose own error is not known, by kode: their forecast is in the total, their error is not in the band. */
  withoutBand: string[];
  /** What those groups are still forecast to spend, rupiah. */
  withoutBandRupiah: number;
  /** Past years resampled. */
  years: number[];
}

/** A way in which the year could differ from its forecast: how many rupiah each group is off, and how likely it is. */
interface Draw {
  offs: number[];
  weight: number;
}

/** Above this many years resamples are drawn, not all counted: 7 years have 1,716 of them, 8 have 6,435, 12 have 1,352,078. */
const countedYears = 7;
const sampledDraws = 20_000;

/**
 * Adds groups up with a band that keeps their correlation: whole past years are resampled jointly, for what the mean of the
 * years could have been and for the year that is coming, and each draw is capped per group before it is added. Deviations
 * are stretched by t(n−1) ÷ z · √(n ÷ (n−1)), since a resample of few years is too narrow; for one group with normal errors
 * that gives t(n−1) · s · √(1 + 1/n), the band of the single forecast. All resamples are counted up to seven years, above
 * that 20,000 are drawn from a fixed seed: the same input always gives the same band.
 */
export function totalForecast(groups: readonly GroupForecast[], level = 0.8): TotalForecast {
  const missing = groups.filter((group) => group.result.forecast === null).map((group) => group.kode);
  const unsure = groups.filter(({ result }) => result.forecast !== null && result.low === null);
  const forecast = sumOrNull(groups.map((group) => group.result.forecast));
  const varying = groups.filter(({ result }) => result.low !== null && result.method !== 'complete');
  const years = commonYears(varying);
  const rest = {
    missing,
    withoutBand: unsure.map((group) => group.kode),
    withoutBandRupiah: unsure.reduce((sum, { result, realisasi }) => sum + (result.forecast ?? 0) - realisasi, 0),
    years
  };
  if (forecast === null) return { forecast, low: null, high: null, ...rest };
  if (varying.length === 0) {
    const isExact = unsure.length === 0;
    return { forecast, low: isExact ? forecast : null, high: isExact ? forecast : null, ...rest };
  }
  if (years.length < 2) return { forecast, low: null, high: null, ...rest };
  const fixed = groups.reduce((sum, group) => (varying.includes(group) ? sum : sum + (group.result.forecast ?? 0)), 0);
  const sums = drawsOf(varying, years, level).map(({ offs, weight }) => ({
    weight,
    rupiah: fixed + capped(varying, offs)
  }));
  const low = Math.min(forecast, quantile(sums, (1 - level) / 2));
  const high = Math.max(forecast, quantile(sums, (1 + level) / 2));
  return { forecast, low, high, ...rest };
}

function capped(groups: readonly GroupForecast[], offs: readonly number[]): number {
  return groups.reduce((sum, { result, realisasi, pagu }, i) => {
    const rupiah = (result.uncapped ?? 0) + (offs[i] ?? 0);
    return sum + Math.max(realisasi, Math.min(rupiah, pagu));
  }, 0);
}

function commonYears(groups: readonly GroupForecast[]): number[] {
  const [first, ...others] = groups.map(({ result }) => result.deviations.map((deviation) => deviation.tahun));
  return (first ?? []).filter((tahun) => others.every((years) => years.includes(tahun))).sort((a, b) => a - b);
}

function drawsOf(groups: readonly GroupForecast[], years: readonly number[], level: number): Draw[] {
  const n = years.length;
  const upper = (1 + level) / 2;
  const stretch = (tQuantile(upper, n - 1) / normalQuantile(upper)) * Math.sqrt(n / (n - 1));
  const byGroup = groups.map(({ result }) => {
    const found = years.map((tahun) => result.deviations.find((deviation) => deviation.tahun === tahun)?.rupiah ?? 0);
    const mean = found.reduce((sum, rupiah) => sum + rupiah, 0) / n;
    return found.map((rupiah) => (rupiah - mean) * stretch);
  });
  const off = ({ counts, coming }: Resample) =>
    byGroup.map((group) => group.reduce((sum, rupiah, y) => sum + (rupiah * (counts[y] ?? 0)) / n, group[coming] ?? 0));
  return resamples(n).map((resample) => ({ offs: off(resample), weight: resample.weight }));
}

/** How often each year is drawn for the mean, which one comes next, and how likely that is (up to a common factor). */
interface Resample {
  counts: number[];
  coming: number;
  weight: number;
}

function resamples(n: number): Resample[] {
  if (n > countedYears) return sampledResamples(n);
  return multisets(n, n).flatMap((counts) => {
    const weight = factorial(n) / counts.reduce((product, count) => product * factorial(count), 1);
    return counts.map((_, coming) => ({ counts, coming, weight }));
  });
}

function sampledResamples(n: number): Resample[] {
  const random = seededRandom(n);
  return Array.from({ length: sampledDraws }, () => {
    const counts = Array.from({ length: n }, () => 0);
    for (let i = 0; i < n; i++) {
      const year = Math.floor(random() * n);
      counts[year] = (counts[year] ?? 0) + 1;
    }
    return { counts, coming: Math.floor(random() * n), weight: 1 };
  });
}

/** Every way to share `size` draws among `places` years. */
function multisets(size: number, places: number): number[][] {
  if (places === 1) return [[size]];
  return Array.from({ length: size + 1 }, (_, first) =>
    multisets(size - first, places - 1).map((others) => [first, ...others])
  ).flat();
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

function quantile(values: readonly { rupiah: number; weight: number }[], probability: number): number {
  const sorted = [...values].sort((a, b) => a.rupiah - b.rupiah);
  const total = sorted.reduce((sum, value) => sum + value.weight, 0);
  let reached = 0;
  for (const { rupiah, weight } of sorted) {
    reached += weight;
    if (reached >= probability * total) return rupiah;
  }
  return sorted.at(-1)?.rupiah ?? 0;
}
