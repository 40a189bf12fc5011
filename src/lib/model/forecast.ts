import { cashPlanForecast } from '$lib/model/cashPlan';
import { knownFrom } from '$lib/model/chainLadder';
import { byChainLadder, byPagu, exactly, withoutBand, type Estimate } from '$lib/model/forecastEstimate';
import { valueAt, type Series } from '$lib/model/series';

/** A year that is over, of the same group (SKPD × jenis belanja). */
export interface PastYear {
  tahun: number;
  /** Cumulative realisasi at the end of each month, rupiah. */
  totals: Series;
  /** Pagu of the stage in force at the end of each month, rupiah. */
  pagu: Series;
  /** A year that cannot speak for others (2020 refocusing, an election grant): left out, and listed as such. */
  oneOff?: boolean;
}

/** What a forecast is made from. All amounts in rupiah. */
export interface ForecastInput {
  /** Last month with data, 1–12 (or 1–4 when every series is by quarter). */
  month: number;
  /** This year's cumulative realisasi, one place for each month of the year. */
  totals: Series;
  /** Pagu of the stage in force in `month`: the legal ceiling. */
  pagu: number | null;
  /** This year's cumulative cash plan; null when there is none. */
  rencana: Series | null;
  past: readonly PastYear[];
  /** Probability inside the band; 0.8 by default, the most that fewer than eight years can carry. */
  level?: number;
  /** Years a chain ladder needs; 3 by default. */
  minimumYears?: number;
  /** Share of a usual year below which the pace so far says too little; 0.25 by default. */
  earlyShare?: number;
}

export type ForecastMethod = 'complete' | 'chain-ladder' | 'bornhuetter-ferguson' | 'cash-plan';

/** Why this method, or why none. */
export type ForecastReason =
  /** The year is over: the forecast is the realisasi. */
  | 'year-complete'
  /** Enough years, and late enough in the year. */
  | 'history'
  /** Bornhuetter–Ferguson: usually less than `earlyShare` is spent by now. */
  | 'early-in-year'
  /** Bornhuetter–Ferguson: fewer years than `minimumYears`. */
  | 'short-history'
  /** Bornhuetter–Ferguson: nothing spent on balance so far, this year or in one of the past ones. */
  | 'nothing-spent'
  /** The cash plan: no usable year. */
  | 'no-history'
  /** No forecast: the month has no data. */
  | 'month-missing'
  /** No forecast: there is no ceiling to hold it against. */
  | 'pagu-unknown'
  /** No forecast: neither a usable year nor a cash plan. */
  | 'no-history-no-plan';

/** A year that was not used, and why. */
export interface YearLeftOut {
  tahun: number;
  reason: 'one-off' | 'incomplete' | 'no-pagu';
}

/** A year-end forecast, rupiah. Every amount is null when there is no honest forecast; band ends also when it has no band. */
export interface Forecast {
  method: ForecastMethod | null;
  reason: ForecastReason;
  /** Never below realisasi so far, never above the pagu (or above realisasi, where that is already higher). */
  forecast: number | null;
  low: number | null;
  high: number | null;
  /** The same three before that limit. */
  uncapped: number | null;
  uncappedLow: number | null;
  uncappedHigh: number | null;
  /** Mack's standard error, a second opinion on the band; chain ladder only. */
  standardError: number | null;
  /** Share of a usual year that is spent by now, a ratio; null without history. */
  share: number | null;
  /** Years the forecast rests on. */
  years: number[];
  leftOut: YearLeftOut[];
  /** Each year forecast from the others: forecast ÷ actual − 1, a signed ratio. Empty when nothing can be tested. */
  backtest: { tahun: number; error: number }[];
  /** Mean of |error|, a ratio; null when `backtest` is empty. */
  meanAbsoluteError: number | null;
  /** Per past year: how far off this forecast would be if this year ended like that one, rupiah. For adding groups up. */
  deviations: { tahun: number; rupiah: number }[];
}

/**
 * The year-end forecast by the rules of the method page: chain ladder on at least three complete years; Bornhuetter–Ferguson
 * early in the year, with fewer years, or where nothing is spent yet; else the cash plan; else none, with the reason.
 */
export function chooseForecast(input: ForecastInput): Forecast {
  const { month, totals, pagu, rencana, level } = input;
  const realisasi = valueAt(totals, month);
  const leftOut = yearsLeftOut(input);
  if (realisasi === null) return noForecast('month-missing', leftOut);
  const known = { realisasi, pagu: pagu ?? Infinity, leftOut };
  if (month === totals.length)
    return finish(exactly(realisasi), { ...known, method: 'complete', reason: 'year-complete' });
  if (pagu === null) return noForecast('pagu-unknown', leftOut);
  const years = input.past.filter((year) => !leftOut.some((out) => out.tahun === year.tahun));
  const reason = historyReason(input, years, realisasi);
  const now = { realisasi, month, level };
  const ladder = reason === 'history' ? byChainLadder(years, now) : null;
  if (ladder) return finish(ladder, { ...known, method: 'chain-ladder', reason });
  const ferguson = byPagu(years, { ...now, pagu });
  if (ferguson) {
    const unused = years.filter((year) => !ferguson.years.includes(year.tahun));
    const out = [...leftOut, ...unused.map(({ tahun }): YearLeftOut => ({ tahun, reason: 'no-pagu' }))];
    return finish(ferguson, { ...known, leftOut: out, method: 'bornhuetter-ferguson', reason });
  }
  const planned = rencana === null ? null : cashPlanForecast(realisasi, rencana, month);
  if (planned === null) return noForecast('no-history-no-plan', leftOut);
  return finish(withoutBand(planned), { ...known, method: 'cash-plan', reason: 'no-history' });
}

/**
 * Year-end by straight line, rupiah: realisasi × months of the year ÷ months gone. Only ever shown beside a forecast, to say
 * why it misleads: spending is not even through the year.
 */
export function straightLine(realisasi: number, month: number, months = 12): number {
  return (realisasi * months) / month;
}

/** Years that are one-off, or not known in every month from `month` to the end: the methods need the way from here to there. */
function yearsLeftOut({ month, totals, past }: ForecastInput): YearLeftOut[] {
  return past.flatMap(({ tahun, oneOff, totals: row }): YearLeftOut[] => {
    if (oneOff) return [{ tahun, reason: 'one-off' }];
    return row.length === totals.length && knownFrom(row, month) ? [] : [{ tahun, reason: 'incomplete' }];
  });
}

function historyReason(input: ForecastInput, years: readonly PastYear[], realisasi: number): ForecastReason {
  const { month, minimumYears = 3, earlyShare = 0.25 } = input;
  if (years.length < minimumYears) return 'short-history';
  const ends = years.map((year) => ({ from: valueAt(year.totals, month) ?? 0, to: year.totals.at(-1) ?? 0 }));
  if (realisasi <= 0 || ends.some(({ from, to }) => from <= 0 || to <= 0)) return 'nothing-spent';
  const from = ends.reduce((sum, end) => sum + end.from, 0);
  const to = ends.reduce((sum, end) => sum + end.to, 0);
  return from / to < earlyShare ? 'early-in-year' : 'history';
}

interface Finish {
  method: ForecastMethod;
  reason: ForecastReason;
  realisasi: number;
  pagu: number;
  leftOut: YearLeftOut[];
}

function finish(estimate: Estimate, { method, reason, realisasi, pagu, leftOut }: Finish): Forecast {
  const { uncapped, low, high, tested, ...rest } = estimate;
  const limit = (rupiah: number) => Math.max(realisasi, Math.min(rupiah, pagu));
  const backtest = tested.flatMap(({ tahun, forecast, total }) =>
    total > 0 ? [{ tahun, error: forecast / total - 1 }] : []
  );
  const absolute = backtest.reduce((sum, { error }) => sum + Math.abs(error), 0);
  return {
    method,
    reason,
    forecast: limit(uncapped),
    low: low === null ? null : limit(low),
    high: high === null ? null : limit(high),
    uncapped,
    uncappedLow: low,
    uncappedHigh: high,
    ...rest,
    leftOut,
    backtest,
    meanAbsoluteError: backtest.length === 0 ? null : absolute / backtest.length
  };
}

function noForecast(reason: ForecastReason, leftOut: YearLeftOut[]): Forecast {
  const none = { forecast: null, low: null, high: null, uncapped: null, uncappedLow: null, uncappedHigh: null };
  const evidence = {
    standardError: null,
    share: null,
    years: [],
    backtest: [],
    meanAbsoluteError: null,
    deviations: []
  };
  return { method: null, reason, ...none, ...evidence, leftOut };
}
