import { formatPercent, formatPercentRange, isKnown } from '$lib/format/number';
import type { Text } from './language';
import { countWord } from './word';

/** The methods and reasons of the forecast model, by its own names. */
export type MethodName = 'complete' | 'chain-ladder' | 'bornhuetter-ferguson' | 'cash-plan';
export type ReasonName =
  | 'year-complete'
  | 'history'
  | 'early-in-year'
  | 'short-history'
  | 'nothing-spent'
  | 'no-history'
  | 'month-missing'
  | 'pagu-unknown'
  | 'no-history-no-plan';

export interface ForecastFacts {
  tahun: number;
  /** Null when there is no honest forecast; then the reason is said. */
  method: MethodName | null;
  reason: ReasonName;
  /** Forecast of the year's realisasi ÷ pagu, a ratio. */
  forecastRate: number | null;
  /** Ends of the 80 % band ÷ pagu, ratios; null without a band. */
  lowRate: number | null;
  highRate: number | null;
  /** Complete years it rests on. */
  years: number;
}

/** Where the year is going to end, and on what condition; or why nobody can say. */
export function forecastSentence(facts: ForecastFacts): Text {
  const { tahun, method, reason, forecastRate, years } = facts;
  if (method === 'complete' || reason === 'year-complete') return closed(tahun, forecastRate);
  if (method === null || !isKnown(forecastRate)) return noForecast(reason);
  const basis = condition(method, years);
  const end = outcome(facts, forecastRate);
  return {
    id: `${basis.id}, tahun ${tahun} ditutup ${end.id}.`,
    en: `${basis.en}, ${tahun} closes ${end.en}.`
  };
}

/** How the forecast was made, for a source line: the method and the mean size of its error on past years (ratio; null if untried). */
export function forecastMethodText(method: MethodName | null, backtestError: number | null): Text {
  if (method === null) return { id: 'tanpa perkiraan', en: 'no forecast' };
  if (method === 'complete') return { id: 'tahun lengkap, bukan perkiraan', en: 'complete year, not a forecast' };
  const name = methodNames[method];
  if (!isKnown(backtestError))
    return { id: `perkiraan: ${name.id}, belum dapat diuji mundur`, en: `forecast: ${name.en}, not yet backtested` };
  const size = Math.abs(backtestError);
  return {
    id: `perkiraan: ${name.id}, galat uji mundur ±${formatPercent(size, 'id')}`,
    en: `forecast: ${name.en}, backtest error ±${formatPercent(size, 'en')}`
  };
}

/** How many groups each method was used for, when they differ. */
export function methodCountsText(methods: readonly { method: MethodName; groups: number }[]): Text {
  const name = (method: MethodName): Text =>
    method === 'complete' ? { id: 'tahun lengkap', en: 'complete year' } : methodNames[method];
  const list = (language: keyof Text) =>
    methods.map(({ method, groups }) => `${name(method)[language]} ${groups}`).join(', ');
  return { id: list('id'), en: list('en') };
}

/** Groups of SKPD and jenis that a backtest says nothing about, of all groups shown; empty when it holds every one. */
export function untestedText({ groups, of }: { groups: number; of: number }): Text {
  if (groups === 0) return { id: '', en: '' };
  return {
    id: `uji mundur tanpa ${groups} dari ${of} kelompok SKPD dan jenis belanja, yang belum dapat diuji pada tahun lalu`,
    en: `the backtest leaves out ${groups} of ${of} groups of agency and type of spending, which past years cannot test yet`
  };
}

/** Past years that show nothing beside this one, and why; empty when there are none. */
export function incomparableText(years: readonly { tahun: number }[]): Text {
  if (years.length === 0) return { id: '', en: '' };
  const list = years.map(({ tahun }) => tahun).join(', ');
  return {
    id: `${list} tidak dapat dibandingkan: bulan Januari atau pagunya belum ada, atau ada unit yang tidak jelas padanannya tahun ini`,
    en: `${list} cannot be compared: January or the pagu is not on file, or a unit’s counterpart this year is not known`
  };
}

const methodNames = {
  'chain-ladder': { id: 'chain ladder', en: 'chain ladder' },
  'bornhuetter-ferguson': { id: 'Bornhuetter–Ferguson', en: 'Bornhuetter–Ferguson' },
  'cash-plan': { id: 'mengikuti rencana kas', en: 'following the cash plan' }
} as const satisfies Record<Exclude<MethodName, 'complete'>, Text>;

function condition(method: MethodName, years: number): Text {
  if (method === 'cash-plan' || years < 1) {
    return { id: 'Bila sisa rencana kas dijalankan', en: 'If the rest of the cash plan is carried out' };
  }
  if (years === 1) return { id: 'Bila pola tahun lalu berulang', en: 'If last year’s pattern repeats' };
  const past = countWord(years);
  return { id: `Bila pola ${past.id} tahun lalu berulang`, en: `If the pattern of the past ${past.en} years repeats` };
}

function outcome({ lowRate, highRate }: ForecastFacts, forecastRate: number): Text {
  const about = (id: string, en: string) => ({ id: `pada sekitar ${id} pagu`, en: `at about ${en} of pagu` });
  const point = [
    formatPercent(forecastRate, 'id', { digits: 0 }),
    formatPercent(forecastRate, 'en', { digits: 0 })
  ] as const;
  if (!isKnown(lowRate) || !isKnown(highRate)) {
    const bare = about(...point);
    return { id: `${bare.id}; rentangnya tidak dapat dihitung`, en: `${bare.en}; its range cannot be worked out` };
  }
  const range = [formatPercentRange(lowRate, highRate, 'id'), formatPercentRange(lowRate, highRate, 'en')] as const;
  if (range[1] === formatPercent(highRate, 'en', { digits: 0 })) return about(...range);
  return { id: `pada ${range[0]} pagu`, en: `at ${range[1]} of pagu` };
}

function closed(tahun: number, rate: number | null): Text {
  if (!isKnown(rate)) return { id: `Tahun ${tahun} sudah ditutup.`, en: `${tahun} is closed.` };
  return {
    id: `Tahun ${tahun} sudah ditutup pada ${formatPercent(rate, 'id')} pagu.`,
    en: `${tahun} closed at ${formatPercent(rate, 'en')} of pagu.`
  };
}

function noForecast(reason: ReasonName): Text {
  const why = noForecastReasons[reason] ?? noForecastReasons['no-history-no-plan'];
  return {
    id: `Perkiraan akhir tahun tidak ditampilkan: ${why.id}.`,
    en: `No year-end forecast is shown: ${why.en}.`
  };
}

const noForecastReasons: Partial<Record<ReasonName, Text>> & Record<'no-history-no-plan', Text> = {
  'month-missing': { id: 'data bulan terakhir belum ada', en: 'there are no data for the last month' },
  'pagu-unknown': { id: 'pagu nol atau belum ada', en: 'the pagu is zero or not on file' },
  'no-history-no-plan': {
    id: 'belum ada tahun lengkap maupun rencana kas sampai Desember sebagai dasar',
    en: 'there is neither a complete year nor a cash plan up to December to rest on'
  }
};
