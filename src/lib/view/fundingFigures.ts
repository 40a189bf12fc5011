import { budgetComponent, budgetComponents } from '$lib/contract/component';
import { isStage, stageOrder } from '$lib/contract/stage';
import { revenueGroups, type ComponentFigure, type RevenueGroup, type Ukuran } from '$lib/model/funding/revenue';
import type { RevenueFigure } from '$lib/model/funding/series';
import type { RevenueRow } from '$lib/query/funding';

/** Where a stage stands in its year; no stage, or a word that is none, comes before all. */
export function orderOfStage(tahap: string | null): number {
  return tahap === null || !isStage(tahap) ? -1000 : stageOrder(tahap);
}

/** Group of a component of revenue; one that the closed list does not have counts as LAIN. */
export function groupOf(komponen: string): RevenueGroup {
  const kelompok = budgetComponent(komponen)?.kelompok;
  return revenueGroups.find((group) => group === kelompok) ?? 'LAIN';
}

/** Place of a component, or of the family or group it was folded into, in the order of the LRA. */
export function orderOfItem(komponen: string): number {
  const at = budgetComponents.findIndex(
    (one) => one.komponen === komponen || one.kelompok === komponen || one.komponen.startsWith(`${komponen}_`)
  );
  return at < 0 ? budgetComponents.length : at;
}

/** Orders items as the LRA does. */
export function byItem(a: { komponen: string }, b: { komponen: string }): number {
  return orderOfItem(a.komponen) - orderOfItem(b.komponen) || (a.komponen < b.komponen ? -1 : 1);
}

type Amounts = Pick<RevenueRow, 'anggaran' | 'anggaranKosong' | 'realisasi' | 'realisasiKosong'>;

/**
 * What a row says in one column: rupiah; null where a leaf is blank though its other column holds money; and silent where it is blank
 * without that, so that the component is left out of the column rather than unknown.
 */
export function amountOf(row: Amounts, ukuran: Ukuran): { rupiah: number | null; silent: boolean } {
  const blank = ukuran === 'anggaran' ? row.anggaranKosong : row.realisasiKosong;
  const rupiah = blank > 0 ? null : row[ukuran];
  return { rupiah, silent: rupiah === null && blank === 0 };
}

/** Rows of the query as figures of the model, in its order. */
export function revenueFigures(rows: readonly RevenueRow[]): RevenueFigure[] {
  return rows.map((row) => {
    const { tahun, sumber, basis, tahap, sampaiBulan, komponen } = row;
    const [anggaran, realisasi] = [amountOf(row, 'anggaran'), amountOf(row, 'realisasi')];
    const amounts = { anggaran: anggaran.rupiah, realisasi: realisasi.rupiah };
    const silent = { anggaran: anggaran.silent, realisasi: realisasi.silent };
    return { tahun, sumber, basis, tahap, sampaiBulan, komponen, kelompok: groupOf(komponen), amounts, silent };
  });
}

/** Components of one column of rows of one region, year, source and stage. */
export function componentsOf(rows: readonly (Amounts & { komponen: string })[], ukuran: Ukuran): ComponentFigure[] {
  return rows.flatMap((row) => {
    const { rupiah, silent } = amountOf(row, ukuran);
    return silent ? [] : [{ komponen: row.komponen, kelompok: groupOf(row.komponen), rupiah }];
  });
}
