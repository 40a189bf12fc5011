import type { BudgetLine, LineAssessment } from '$lib/model/assessment';
import { meantToSpend } from '$lib/model/cashPlan';
import { negativeMonths, pace, planDeviation, realizationRate } from '$lib/model/realization';
import { perPeriod, sumOrNull, valueAt } from '$lib/model/series';
import { spikeIndices } from '$lib/model/spike';

/**
 * Limits a reader may move. No official ones bind a regency (reports set their own), so the defaults are this site's choice:
 * wide enough that each finding is worth a look.
 */
export interface Thresholds {
  /** Behind the cash plan by at least this share of the plan, a ratio. */
  behindPlan: number;
  /** Money and physical progress apart by at least this difference of ratios (0.2 = 20 points). */
  workGap: number;
  /** Without a cash plan, nothing spent counts from this month on, 1–12. */
  nothingSpentFrom: number;
  /** The pace needed (or December) is at least this many times the pace so far. */
  lateSurge: number;
  /** From this month on, 1–12: earlier in the year a slow start is the season, not a surge. */
  lateSurgeFrom: number;
  /** A negative month counts in this many latest months; 12 = the whole year. */
  negativeWithin: number;
  /** Findings smaller than this are left out, rupiah. */
  minimumRupiah: number;
}

/** Defaults of the thresholds. */
export const defaultThresholds: Thresholds = {
  behindPlan: 0.1,
  workGap: 0.2,
  nothingSpentFrom: 4,
  lateSurge: 3,
  lateSurgeFrom: 7,
  negativeWithin: 12,
  minimumRupiah: 0
};

/** What a rule found, with the values for its sentence. Amounts in rupiah, `…Rate`, `ratio` and `fisik` are ratios. */
export type Finding = {
  /** Size of what was found, rupiah: see each rule. Not the rupiah at risk. */
  rupiah: number;
} & (
  | { rule: 'nothingSpent'; pagu: number; rencana: number | null }
  | { rule: 'moneyBehindWork'; realisasiRate: number; fisik: number }
  | { rule: 'behindPlan'; realisasi: number; rencana: number; rate: number }
  | { rule: 'forecastBelow'; forecast: number; high: number; meant: number }
  | { rule: 'lateSurge'; perMonth: number; usual: number; ratio: number }
  | { rule: 'moneyAheadOfWork'; realisasiRate: number; fisik: number }
  | { rule: 'abovePagu'; realisasi: number; pagu: number }
  | { rule: 'negativeMonth'; month: number; amount: number }
  | { rule: 'blocked'; diblokir: number; pagu: number }
);

/** Name of a rule; stable, it may stand in a link. */
export type Rule = Finding['rule'];

/** Rules by how directly someone can act on them; also the order of findings about one line. */
export const rules: readonly Rule[] = [
  'nothingSpent',
  'moneyBehindWork',
  'behindPlan',
  'forecastBelow',
  'lateSurge',
  'moneyAheadOfWork',
  'abovePagu',
  'negativeMonth',
  'blocked'
];

/** Every rule that looks at one line. Values that are not known raise nothing: a missing month is not an exception. */
export function lineFindings(assessed: LineAssessment, month: number, limits: Thresholds): Finding[] {
  const { line } = assessed;
  const found = [
    nothingSpent(line, month, limits),
    behindPlan(line, month, limits),
    forecastBelow(assessed, month),
    month === 12 ? decemberSurge(line, limits) : lateSurge(line, month, limits),
    abovePagu(line, month),
    negativeMonth(line, month, limits),
    blocked(line, month)
  ];
  return found.filter((finding) => finding !== null).filter(({ rupiah }) => rupiah >= limits.minimumRupiah);
}

/** Money against work, for all lines of one sub kegiatan: physical progress is reported for the whole, not for each account. */
export function workFinding(lines: readonly BudgetLine[], month: number, limits: Thresholds): Finding | null {
  const fisik = lines.find((line) => line.fisik !== null)?.fisik ?? null;
  const pagu = sumOrNull(lines.map((line) => valueAt(line.pagu, month)));
  const realisasiRate = realizationRate(sumOrNull(lines.map((line) => valueAt(line.totals, month))), pagu);
  if (fisik === null || pagu === null || realisasiRate === null) return null;
  const gap = fisik - realisasiRate;
  const rupiah = Math.abs(gap) * pagu;
  // The rates are quotients: without the tolerance, 80 % against 60 % would miss a limit of 20 points by a rounding error.
  if (Math.abs(gap) < limits.workGap - 1e-9 || rupiah < limits.minimumRupiah) return null;
  return { rule: gap > 0 ? 'moneyBehindWork' : 'moneyAheadOfWork', rupiah, realisasiRate, fisik };
}

/** Nothing spent though the plan has it by now (or, without a plan, from a month on). Rupiah: planned by now, or the pagu. */
function nothingSpent(line: BudgetLine, month: number, limits: Thresholds): Finding | null {
  const pagu = valueAt(line.pagu, month);
  const rencana = line.rencana && valueAt(line.rencana, month);
  if (valueAt(line.totals, month) !== 0 || pagu === null || pagu - line.diblokir <= 0) return null;
  const isDue = rencana === null ? month >= limits.nothingSpentFrom : rencana > 0;
  return isDue ? { rule: 'nothingSpent', rupiah: rencana ?? pagu, pagu, rencana } : null;
}

/** Less spent than planned, but something (nothing at all is `nothingSpent`). Rupiah: plan − realisasi. */
function behindPlan(line: BudgetLine, month: number, limits: Thresholds): Finding | null {
  const realisasi = valueAt(line.totals, month);
  const rencana = line.rencana && valueAt(line.rencana, month);
  const { rate, rupiah } = planDeviation(realisasi, rencana);
  if (realisasi === null || realisasi === 0 || rencana === null || rate === null || rupiah === null) return null;
  if (rate > -limits.behindPlan + 1e-9 || rupiah >= 0) return null;
  return { rule: 'behindPlan', rupiah: -rupiah, realisasi, rencana, rate };
}

/** The upper end of the forecast stays below what is meant to be spent, two months running. Rupiah: the rupiah at risk. */
function forecastBelow({ line, forecast, risk }: LineAssessment, month: number): Finding | null {
  const pagu = valueAt(line.pagu, month);
  const meant = meantToSpend(pagu === null ? null : Math.max(0, pagu - line.diblokir), line.rencana);
  if (
    !risk.isListed ||
    risk.rupiah === null ||
    forecast.forecast === null ||
    forecast.high === null ||
    meant === null
  ) {
    return null;
  }
  return { rule: 'forecastBelow', rupiah: risk.rupiah, forecast: forecast.forecast, high: forecast.high, meant };
}

/** The months left would have to carry far more than the last three did. Rupiah: what is left to spend. */
function lateSurge(line: BudgetLine, month: number, limits: Thresholds): Finding | null {
  const pagu = valueAt(line.pagu, month);
  const free = pagu === null ? null : pagu - line.diblokir;
  const { burnRate, requiredRate, ratio } = pace(line.totals, free, month);
  if (month < limits.lateSurgeFrom || burnRate === null || requiredRate === null || ratio === null) return null;
  if (ratio < limits.lateSurge) return null;
  const rupiah = requiredRate * (12 - month);
  return { rule: 'lateSurge', rupiah, perMonth: requiredRate, usual: burnRate, ratio };
}

/** The year is over and December was far above the mean of the other months. Rupiah: December. */
function decemberSurge(line: BudgetLine, limits: Thresholds): Finding | null {
  const months = perPeriod(line.totals);
  const december = months[11] ?? null;
  const ratio = spikeIndices(months).decemberMultiple;
  if (december === null || ratio === null || ratio < limits.lateSurge) return null;
  return { rule: 'lateSurge', rupiah: december, perMonth: december, usual: december / ratio, ratio };
}

/** More booked than appropriated. Rupiah: the excess. */
function abovePagu(line: BudgetLine, month: number): Finding | null {
  const realisasi = valueAt(line.totals, month);
  const pagu = valueAt(line.pagu, month);
  if (realisasi === null || pagu === null || realisasi <= pagu) return null;
  return { rule: 'abovePagu', rupiah: realisasi - pagu, realisasi, pagu };
}

/** A month below zero, the latest one if there are several. Rupiah: what was taken back in it. */
function negativeMonth(line: BudgetLine, month: number, limits: Thresholds): Finding | null {
  const found = negativeMonths(line.totals.slice(0, month)).filter((one) => one.month > month - limits.negativeWithin);
  const last = found.at(-1);
  return last ? { rule: 'negativeMonth', rupiah: -last.rupiah, month: last.month, amount: last.rupiah } : null;
}

/** Part of the pagu is blocked. Rupiah: the blocked part. */
function blocked(line: BudgetLine, month: number): Finding | null {
  const pagu = valueAt(line.pagu, month);
  if (pagu === null || line.diblokir <= 0) return null;
  return { rule: 'blocked', rupiah: line.diblokir, diblokir: line.diblokir, pagu };
}
