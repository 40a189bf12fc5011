import type { LineForecast } from '$lib/model/allocation';

/** Why an amount that looks at risk is not counted as such. */
export type RiskExclusion =
  /** Belanja tidak terduga (5.3): unspent is good news. */
  | 'btt'
  /** Disaster lines (1.06.06): spent only when one happens. */
  | 'disaster'
  /** The transfer that pays for the line has not arrived: the agency cannot spend it. */
  | 'transfer-not-arrived'
  /** Blocked budget: nobody may spend it until it is released. */
  | 'blocked';

/** Why a line with rupiah at risk is not listed as an exception. */
export type NotListed =
  | 'no-forecast'
  /** The forecast has no band, so nothing says that the gap is more than chance. */
  | 'no-band'
  /** Below in this month only: one month may be a late booking. */
  | 'first-month'
  /** The upper end of the band still reaches what is meant to be spent. */
  | 'within-band';

/** What the year-end of one line is held against. */
export interface RiskInput {
  kodeSubkegiatan: string;
  /** Account group, e.g. `5.1.02`. */
  kodeJenis: string;
  /** Smaller of pagu in force and cash plan of the year, rupiah (`meantToSpend`); null without a pagu. */
  meant: number | null;
  /** The same with blocked budget taken off the pagu first. */
  meantFree: number | null;
  /** false: the transfer that pays for the line has not arrived; null: not known, or not paid by a transfer. */
  transferArrived: boolean | null;
  forecast: Pick<LineForecast, 'forecast' | 'high'>;
  /** The same one month earlier, as it was to be known then; null in January or when it was not known. */
  before: { high: number | null; meantFree: number | null } | null;
}

/** Rupiah at risk of one line. */
export interface Risk {
  /** max(0, meant − forecast) without what is excluded, rupiah; null when there is no forecast or no pagu. */
  rupiah: number | null;
  /** The excluded part, rupiah, and its reason; null when nothing is excluded. */
  apart: { rupiah: number; reason: RiskExclusion } | null;
  /** Whether it is an exception: the upper end of the band stays below what is meant, now and a month ago. */
  isListed: boolean;
  /** Why not; null when it is listed or nothing is at risk. */
  notListed: NotListed | null;
}

/** Rupiah at risk of a line: what it is meant to spend by year-end (not above its pagu or its plan) and is not forecast to. */
export function rupiahAtRisk(input: RiskInput): Risk {
  const { meant, meantFree, forecast } = input;
  if (meant === null || meantFree === null || forecast.forecast === null) {
    return { rupiah: null, apart: null, isListed: false, notListed: 'no-forecast' };
  }
  const all = Math.max(0, meant - forecast.forecast);
  const reason = wholeExclusion(input);
  const rupiah = reason === null ? Math.max(0, meantFree - forecast.forecast) : 0;
  const notListed = rupiah > 0 ? listing(input, meantFree) : null;
  return {
    rupiah,
    apart: all > rupiah ? { rupiah: all - rupiah, reason: reason ?? 'blocked' } : null,
    isListed: rupiah > 0 && notListed === null,
    notListed
  };
}

function wholeExclusion({ kodeJenis, kodeSubkegiatan, transferArrived }: RiskInput): RiskExclusion | null {
  if (isBelow(kodeJenis, '5.3')) return 'btt';
  if (isBelow(kodeSubkegiatan, '1.06.06')) return 'disaster';
  return transferArrived === false ? 'transfer-not-arrived' : null;
}

function listing({ forecast, before }: RiskInput, meantFree: number): NotListed | null {
  if (forecast.high === null) return 'no-band';
  if (forecast.high >= meantFree) return 'within-band';
  const wasBelow =
    before !== null && before.high !== null && before.meantFree !== null && before.high < before.meantFree;
  return wasBelow ? null : 'first-month';
}

/** Whether a dotted code is `parent` or lies below it (`5.3` does not hold `5.30`). */
function isBelow(kode: string, parent: string): boolean {
  return kode === parent || kode.startsWith(`${parent}.`);
}
