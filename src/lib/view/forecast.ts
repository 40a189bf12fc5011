import { totalForecast } from '$lib/model/aggregateForecast';
import type { Assessment, LineAssessment } from '$lib/model/assessment';
import type { ForecastMethod, ForecastReason } from '$lib/model/forecast';
import { totalPath } from '$lib/model/forecastPath';
import { realizationRate } from '$lib/model/realization';
import { type Series, sumOrNull, valueAt } from '$lib/model/series';

/** The year-end forecast of what is shown. Rupiah; rates are ratios of the pagu the page measures against. */
export interface ForecastView {
  /** Method and reason of the group with the largest pagu; groups may differ. Null when there is no honest forecast. */
  method: ForecastMethod | null;
  reason: ForecastReason;
  /** Groups by method, when they differ. */
  methods: { method: ForecastMethod; groups: number }[];
  forecast: number | null;
  low: number | null;
  high: number | null;
  forecastRate: number | null;
  lowRate: number | null;
  highRate: number | null;
  /** Complete years it rests on. */
  years: number[];
  /** Each year forecast from the others, groups added up: forecast ÷ actual − 1. */
  backtest: { tahun: number; error: number }[];
  /** Groups whose forecast cannot be tried on past years, of all groups shown: `backtest` says nothing about them. */
  untested: { groups: number; of: number };
  meanAbsoluteError: number | null;
  /** The way to year-end: rates of the same pagu, month by month after the last known one. */
  path: { bulan: number; rate: number; low: number | null; high: number | null }[];
  /** The forecast is a part of larger groups, divided by cash plan: a band of the groups, not of the part itself. */
  divided: boolean;
}

/**
 * The forecast of the lines shown: whole groups (SKPD × jenis) together with their joint band, or, where only parts of
 * groups are shown, the sum of the lines' shares.
 */
export function forecastOf(
  assessment: Assessment,
  assessed: readonly LineAssessment[],
  isWhole: boolean,
  whole: ReadonlySet<string>,
  denominator: Series,
  bulan: number
): ForecastView {
  const groupsShown = new Set(assessed.map(({ line }) => `${line.kodeSkpd} ${line.kodeJenis}`));
  const divided = !isWhole && [...groupsShown].some((kode) => !whole.has(kode));
  const groups = assessment.groups.filter(({ kode }) => groupsShown.has(kode));
  const total = endsOf(assessment, assessed, groups, { isWhole, divided });
  const lead = groups.reduce<(typeof groups)[number] | null>(
    (best, one) => (best === null || (one.input.pagu ?? 0) > (best.input.pagu ?? 0) ? one : best),
    null
  );
  const blocking = groups.find(({ result }) => result.forecast === null);
  const pagu = valueAt(denominator, bulan);
  const backtest = jointBacktest(groups);
  const method = total.forecast === null ? null : (lead?.result.method ?? null);
  return {
    method,
    reason:
      total.forecast === null ? (blocking?.result.reason ?? 'month-missing') : (lead?.result.reason ?? 'month-missing'),
    methods: countMethods(groups),
    forecast: total.forecast,
    low: total.low,
    high: total.high,
    forecastRate: realizationRate(total.forecast, pagu),
    lowRate: realizationRate(total.low, pagu),
    highRate: realizationRate(total.high, pagu),
    years: lead?.result.years ?? [],
    backtest,
    untested: { groups: groups.filter(({ result }) => result.backtest.length === 0).length, of: groups.length },
    meanAbsoluteError:
      backtest.length === 0 ? null : backtest.reduce((sum, { error }) => sum + Math.abs(error), 0) / backtest.length,
    path: divided
      ? dividedPath(groups, assessed, total, pagu, bulan)
      : pathRates(totalPath(groups, total), pagu, bulan),
    divided
  };
}

type Group = Assessment['groups'][number];
interface Ends {
  forecast: number | null;
  low: number | null;
  high: number | null;
}

/** Nothing shown has no year-end: a sum of no lines would print as zero. */
function endsOf(
  assessment: Assessment,
  assessed: readonly LineAssessment[],
  groups: readonly Group[],
  { isWhole, divided }: { isWhole: boolean; divided: boolean }
): Ends {
  if (assessed.length === 0) return { forecast: null, low: null, high: null };
  if (divided) return sumOfLines(assessed);
  // One group has a band of its own (log-ratio, or Bornhuetter–Ferguson's); only several are resampled together.
  if (groups.length === 1) return groups[0]!.result;
  return isWhole ? assessment.total : totalOf(groups);
}

function totalOf(groups: readonly Group[]): Ends {
  return totalForecast(
    groups.map(({ kode, input, result }) => ({
      kode,
      result,
      realisasi: valueAt(input.totals, input.month) ?? 0,
      pagu: input.pagu ?? 0
    }))
  );
}

function sumOfLines(assessed: readonly LineAssessment[]): Ends {
  return {
    forecast: sumOrNull(assessed.map(({ forecast }) => forecast.forecast)),
    low: sumOrNull(assessed.map(({ forecast }) => forecast.low)),
    high: sumOrNull(assessed.map(({ forecast }) => forecast.high))
  };
}

function countMethods(groups: readonly Group[]): ForecastView['methods'] {
  const counts = new Map<ForecastMethod, number>();
  for (const { result } of groups)
    if (result.method !== null) counts.set(result.method, (counts.get(result.method) ?? 0) + 1);
  return [...counts].map(([method, count]) => ({ method, groups: count })).sort((a, b) => b.groups - a.groups);
}

/** Errors of whole past years: the groups' errors in rupiah added up, over the year's total. Groups without any are left out, and counted in `untested`; so are years that one of the others lacks. */
function jointBacktest(groups: readonly Group[]): ForecastView['backtest'] {
  const tested = groups.filter(({ result }) => result.backtest.length > 0);
  const years = tested[0]?.result.backtest.map(({ tahun }) => tahun) ?? [];
  return years.flatMap((tahun) => {
    let off = 0;
    let actual = 0;
    for (const { input, result } of tested) {
      const error = result.backtest.find((year) => year.tahun === tahun)?.error;
      const year = input.past.find((past) => past.tahun === tahun)?.totals.at(-1) ?? null;
      if (error === undefined || year === null) return [];
      off += error * year;
      actual += year;
    }
    return actual === 0 ? [] : [{ tahun, error: off / actual }];
  });
}

type Path = ReturnType<typeof totalPath>;

function pathRates(points: Path, pagu: number | null, bulan: number): ForecastView['path'] {
  if (pagu === null || pagu === 0) return [];
  return points.flatMap(({ month, forecast, low, high }) =>
    month > bulan && forecast !== null
      ? [
          {
            bulan: month,
            rate: forecast / pagu,
            low: low === null ? null : low / pagu,
            high: high === null ? null : high / pagu
          }
        ]
      : []
  );
}

/** A part of groups goes the way its groups go: same progress from now to year-end, to its own ends. */
function dividedPath(
  groups: readonly Group[],
  assessed: readonly LineAssessment[],
  ends: Ends,
  pagu: number | null,
  bulan: number
): ForecastView['path'] {
  const start = sumOrNull(assessed.map(({ line }) => valueAt(line.totals, bulan)));
  const whole = totalOf(groups);
  const path = totalPath(groups, whole);
  const from = path[0]?.forecast ?? null;
  if (start === null || from === null || whole.forecast === null || ends.forecast === null || whole.forecast === from)
    return [];
  const at = (progress: number, end: number | null): number | null =>
    end === null ? null : start + progress * (end - start);
  return pathRates(
    path.map(({ month, forecast }) => {
      const progress = forecast === null ? null : (forecast - from) / (whole.forecast! - from);
      if (progress === null) return { month, forecast: null, low: null, high: null };
      return {
        month,
        forecast: at(progress, ends.forecast),
        low: at(progress, ends.low),
        high: at(progress, ends.high)
      };
    }),
    pagu,
    bulan
  );
}
