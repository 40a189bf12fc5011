import type { GroupHistory } from '$lib/model/assessment';
import { outturnRate, type BudgetYear } from '$lib/model/credibility';
import type { PastYear } from '$lib/model/forecast';
import { sumSeries, type Series, yearToDate } from '$lib/model/series';
import type { DeliveredRow, PastPaguRow, PastSpendingRow } from '$lib/query/realization';
import { months } from './line';

/** Past years as the queries give them, under this year's codes. */
export interface HistoryRows {
  spending: readonly PastSpendingRow[];
  pagu: readonly PastPaguRow[];
  delivered: readonly DeliveredRow[];
}

type Kept = (row: { kodeSkpd: string; kodeSubkegiatan: string | null; kodeJenis: string }) => boolean;

/** Past years of each SKPD × jenis belanja, for the forecast: cumulative realisasi and pagu in force, whole groups. */
export function groupHistory(rows: HistoryRows): GroupHistory[] {
  const groups = new Set([...rows.spending, ...rows.pagu].map((row) => `${row.kodeSkpd} ${row.kodeJenis}`));
  return [...groups]
    .sort()
    .map((kode) => ({ kode, years: pastYears(rows, (row) => `${row.kodeSkpd} ${row.kodeJenis}` === kode) }));
}

/** Past years of the lines that are kept, oldest first; a month that one of their units did not deliver is null. */
export function pastYears(rows: HistoryRows, kept: Kept): PastYear[] {
  const years = [...new Set([...rows.spending, ...rows.pagu].map(({ tahun }) => tahun))].sort((a, b) => a - b);
  return years.map((tahun) => {
    const spending = rows.spending.filter((row) => row.tahun === tahun && kept(row));
    const granted = rows.pagu.filter((row) => row.tahun === tahun && kept(row));
    const units = [...new Set([...spending, ...granted].map(({ kodeSkpd }) => kodeSkpd))];
    const totals = units.map((kodeSkpd) => {
      const delivered = rows.delivered.filter((row) => row.tahun === tahun && row.kodeSkpd === kodeSkpd);
      const own = spending.filter((row) => row.kodeSkpd === kodeSkpd);
      return yearToDate(
        own.map((row) => ({ sejakBulan: row.sejakBulan, bulan: row.bulan, rupiah: row.realisasi })),
        delivered.map(({ bulan }) => ({ sejakBulan: bulan, bulan }))
      );
    });
    const pagu = units.map((kodeSkpd) =>
      paguInForce(
        rows.pagu.filter((row) => row.tahun === tahun && row.kodeSkpd === kodeSkpd),
        kept
      )
    );
    return { tahun, totals: sumSeries(totals), pagu: sumSeries(pagu) };
  });
}

/** Pagu of the kept lines of one unit at the end of each month: of the stage in force, which is decided over all its lines. */
function paguInForce(unit: readonly PastPaguRow[], kept: Kept): Series {
  return months.map((bulan) => {
    const stage = Math.max(
      -1,
      ...unit.filter((row) => row.berlakuBulan <= bulan).map(({ urutanTahap }) => urutanTahap)
    );
    if (stage < 0) return null;
    return unit.filter((row) => row.urutanTahap === stage && kept(row)).reduce((sum, { pagu }) => sum + pagu, 0);
  });
}

/** One complete year as PEFA sees it: original budget against outturn, by head. */
export type HeadOf = (row: { kodeSubkegiatan: string | null; kodeJenis: string }) => string;

/** Past years by head (a program, a jenis belanja), original budget = the first stage; complete only with December and that stage. */
export function budgetYears(rows: HistoryRows, kept: Kept, headOf: HeadOf): BudgetYear[] {
  return pastYears(rows, kept).map(({ tahun, totals }) => {
    const first = Math.min(...rows.pagu.filter((row) => row.tahun === tahun).map(({ urutanTahap }) => urutanTahap));
    const heads = new Map<
      string,
      { kode: string; budget: number; outturn: number; kind?: 'contingency' | 'interest' }
    >();
    const head = (row: { kodeSubkegiatan: string | null; kodeJenis: string }) => {
      const kode = headOf(row);
      const kind = row.kodeJenis.startsWith('5.3')
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
