import type { TotalForecast } from '$lib/model/aggregateForecast';
import type { Forecast, ForecastInput } from '$lib/model/forecast';
import { sumOrNull, valueAt } from '$lib/model/series';

/** One month of the dotted line and its band, cumulative rupiah; null where the shape between now and year-end is not known. */
export interface PathPoint {
  month: number;
  forecast: number | null;
  low: number | null;
  high: number | null;
}

/**
 * The way from realisasi at `month` to the year-end forecast, month by month, for drawing. It starts at realisasi with no
 * width and ends at the forecast and its band; between, it advances as the years (or the cash plan) behind the forecast
 * did: their summed progress from `month` to the month drawn ÷ from `month` to the end. Empty without a forecast.
 */
export function forecastPath(input: ForecastInput, result: Forecast): PathPoint[] {
  const { month, totals } = input;
  const realisasi = valueAt(totals, month);
  if (realisasi === null || result.forecast === null) return [];
  const point = (end: number | null, progress: number | null) =>
    end === null || progress === null ? null : progress === 1 ? end : realisasi + progress * (end - realisasi);
  return Array.from({ length: totals.length - month + 1 }, (_, ahead) => {
    const progress = progressAt(input, result, month + ahead);
    const { forecast, low, high } = result;
    return {
      month: month + ahead,
      forecast: point(forecast, progress),
      low: point(low, progress),
      high: point(high, progress)
    };
  });
}

/** 0 at `month`, 1 at the end; an even advance where the years behind the forecast spent nothing after `month`. */
function progressAt(input: ForecastInput, result: Forecast, at: number): number | null {
  const { month, totals } = input;
  if (at === month) return 0;
  if (at === totals.length) return 1;
  const used = input.past.filter((year) => result.years.includes(year.tahun)).map((year) => year.totals);
  const shape = result.method === 'cash-plan' ? [input.rencana ?? []] : used;
  let now = 0;
  let there = 0;
  let end = 0;
  for (const series of shape) {
    const value = valueAt(series, at);
    if (value === null) return null;
    now += valueAt(series, month) ?? 0;
    there += value;
    end += series.at(-1) ?? 0;
  }
  return end === now ? (at - month) / (totals.length - month) : (there - now) / (end - now);
}

/**
 * The same for several groups together: the sum of their paths, and the joint band opened in step with it. The forecast is
 * null in a month where a group's shape is not known, the band ends also where the total has none. Empty without a total.
 */
export function totalPath(
  groups: readonly { input: ForecastInput; result: Forecast }[],
  total: Pick<TotalForecast, 'forecast' | 'low' | 'high'>
): PathPoint[] {
  const end = total.forecast;
  const paths = groups.map(({ input, result }) => forecastPath(input, result));
  const start = sumOrNull(groups.map(({ input }) => valueAt(input.totals, input.month)));
  if (end === null || start === null) return [];
  return (paths[0] ?? []).map(({ month }, i, points) => {
    const isLast = i === points.length - 1;
    const forecast = isLast ? end : sumOrNull(paths.map((path) => path[i]?.forecast ?? null));
    const opened = (band: number | null) => {
      if (band === null || forecast === null) return null;
      if (isLast) return band;
      // A total that is to spend nothing more has no progress to open by; its band opens month by month.
      const progress = end === start ? i / (points.length - 1) : (forecast - start) / (end - start);
      return forecast + progress * (band - end);
    };
    return { month, forecast, low: opened(total.low), high: opened(total.high) };
  });
}
