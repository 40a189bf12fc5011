import type { GroupHistory } from '$lib/model/assessment';
import { outturnRate, type BudgetYear } from '$lib/model/credibility';
import type { PastYear } from '$lib/model/forecast';
import { sumSeries, type Series, type Span, yearToDate } from '$lib/model/series';
import type { PastDeliveredRow, PastPaguRow, PastSpendingRow } from '$lib/query/past';
import { months } from './line';

/** Past years as the queries give them, under this year's codes. */
export interface HistoryRows {
  spending: readonly PastSpendingRow[];
  pagu: readonly PastPaguRow[];
  delivered: readonly PastDeliveredRow[];
}

/** A row of a past year by this year's codes; null is what has no counterpart in this year. */
export interface PastCodes {
  kodeSkpd: string | null;
  kodeSubkegiatan: string | null;
  kodeJenis: string | null;
}
type Kept = (row: PastCodes) => boolean;

/** Past years of each SKPD × jenis belanja, for the forecast: cumulative realisasi and pagu in force, whole groups. What has no counterpart is in none. */
export function groupHistory(rows: HistoryRows): GroupHistory[] {
  const all = unitYears(rows);
  const groups = new Set(
    [...rows.spending, ...rows.pagu].flatMap(({ kodeSkpd, kodeJenis }) =>
      kodeSkpd === null || kodeJenis === null ? [] : [`${kodeSkpd} ${kodeJenis}`]
    )
  );
  return [...groups].sort().map((kode) => {
    const [kodeSkpd, kodeJenis] = kode.split(' ');
    const own = all.map(({ tahun, units }) => ({ tahun, units: units.filter((unit) => unit.kodeSkpd === kodeSkpd) }));
    return { kode, years: yearsKept(own, (row) => row.kodeJenis === kodeJenis) };
  });
}

/**
 * Past years of the lines that are kept, oldest first; a month that one of their units did not deliver is null. A year with a
 * unit that may have been part of the scope, and nobody knows, is all null: it cannot be compared.
 */
export function pastYears(rows: HistoryRows, kept: Kept): PastYear[] {
  return yearsKept(unitYears(rows), kept);
}

/** What one unit has of one past year, and the order number of its stage in force at the end of each month, -1 before any. */
interface UnitYear {
  kodeSkpd: string | null;
  isInScope: boolean;
  spending: PastSpendingRow[];
  pagu: PastPaguRow[];
  delivered: Span[];
  stages: number[];
}

/** The rows by year, oldest first, and unit: each is looked at once, however many groups are asked for. */
function unitYears(rows: HistoryRows): { tahun: number; units: UnitYear[] }[] {
  const years = new Map<number, Map<string, UnitYear>>();
  const unitOf = ({ tahun, kodeDahulu, kodeSkpd, isInScope }: Omit<PastDeliveredRow, 'bulan'>): UnitYear => {
    const year = years.get(tahun) ?? new Map<string, UnitYear>();
    const unit = year.get(kodeDahulu) ?? { kodeSkpd, isInScope, spending: [], pagu: [], delivered: [], stages: [] };
    years.set(tahun, year.set(kodeDahulu, unit));
    return unit;
  };
  for (const row of rows.spending) unitOf(row).spending.push(row);
  for (const row of rows.pagu) unitOf(row).pagu.push(row);
  for (const row of rows.delivered)
    if (years.get(row.tahun)?.has(row.kodeDahulu))
      unitOf(row).delivered.push({ sejakBulan: row.bulan, bulan: row.bulan });
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([tahun, units]) => ({
      tahun,
      units: [...units.values()].map((unit) => ({ ...unit, stages: stagesByMonth(unit.pagu) }))
    }));
}

/** Decided over all lines of the unit, also those that are not kept. */
function stagesByMonth(pagu: readonly PastPaguRow[]): number[] {
  return months.map((bulan) =>
    pagu.reduce((stage, row) => (row.berlakuBulan <= bulan ? Math.max(stage, row.urutanTahap) : stage), -1)
  );
}

function yearsKept(years: ReturnType<typeof unitYears>, kept: Kept): PastYear[] {
  return years.map(({ tahun, units }) => {
    if (units.some(({ isInScope }) => !isInScope)) return { tahun, totals: notKnown, pagu: notKnown };
    const own = units
      .map((unit) => ({ ...unit, spending: unit.spending.filter(kept), pagu: unit.pagu.filter(kept) }))
      .filter(({ spending, pagu }) => spending.length > 0 || pagu.length > 0);
    return {
      tahun,
      totals: sumSeries(own.map(({ spending, delivered }) => yearToDate(spending.map(asSpan), delivered))),
      pagu: sumSeries(own.map(paguInForce))
    };
  });
}

const notKnown: Series = months.map(() => null);

function asSpan({ sejakBulan, bulan, realisasi }: PastSpendingRow): Span & { rupiah: number } {
  return { sejakBulan, bulan, rupiah: realisasi };
}

/** Pagu of the kept lines of one unit at the end of each month: 0 where the stage in force has none of them, null before any stage. */
function paguInForce({ pagu, stages }: UnitYear): Series {
  return stages.map((stage) =>
    stage < 0 ? null : pagu.reduce((sum, row) => (row.urutanTahap === stage ? sum + row.pagu : sum), 0)
  );
}

/** One complete year as PEFA sees it: original budget against outturn, by head. */
export type HeadOf = (row: PastCodes) => string;

/** Past years by head (a program, a jenis belanja), original budget = the first stage; complete only with December and that stage. */
export function budgetYears(
  rows: HistoryRows,
  kept: Kept,
  headOf: HeadOf,
  past: readonly PastYear[] = pastYears(rows, kept)
): BudgetYear[] {
  return past.map(({ tahun, totals }) => {
    const first = Math.min(...rows.pagu.filter((row) => row.tahun === tahun).map(({ urutanTahap }) => urutanTahap));
    const heads = new Map<
      string,
      { kode: string; budget: number; outturn: number; kind?: 'contingency' | 'interest' }
    >();
    const head = (row: PastCodes) => {
      const kode = headOf(row);
      const kind = row.kodeJenis?.startsWith('5.3')
        ? 'contingency'
        : row.kodeJenis === '5.1.03'
          ? 'interest'
          : undefined;
      const key = `${kode} ${kind ?? ''}`;
      const found = heads.get(key) ?? { kode, budget: 0, outturn: 0, ...(kind ? { kind } : {}) };
      heads.set(key, found);
      return found;
    };
    for (const row of rows.pagu)
      if (row.tahun === tahun && row.urutanTahap === first && kept(row)) head(row).budget += row.pagu;
    for (const row of rows.spending) if (row.tahun === tahun && kept(row)) head(row).outturn += row.realisasi;
    const list = [...heads.values()];
    const isComplete = first === 0 && (totals[11] ?? null) !== null && outturnRate(list) !== null;
    return { tahun, isComplete, heads: list };
  });
}
