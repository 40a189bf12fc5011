import type { BudgetLine } from '$lib/model/assessment';
import { realizationRate } from '$lib/model/realization';
import { sumOrNull, valueAt } from '$lib/model/series';
import type { OutputRow } from '$lib/query/work';
import type { Labels } from './exception';

/** Output beside money: target and achievement of one indicator, and the money of its sub kegiatan. */
export interface OutputView {
  kodeSubkegiatan: string;
  nama: string;
  namaSkpd: string;
  indikator: string;
  satuan: string;
  target: number | null;
  capaian: number | null;
  /** Month of the achievement; null with it. */
  bulan: number | null;
  pagu: number | null;
  realisasi: number | null;
  rate: number | null;
  /** True for the main indicator: only with it does a cost per unit make sense. */
  isMain: boolean;
}

/** Outputs of the sub kegiatan that are shown, in the order of their codes. */
export function outputRows(
  rows: readonly OutputRow[],
  shown: readonly BudgetLine[],
  bulan: number,
  labels: Labels
): OutputView[] {
  return rows.flatMap((row) => {
    const lines = shown.filter(
      (line) => line.kodeSkpd === row.kodeSkpd && line.kodeSubkegiatan === row.kodeSubkegiatan
    );
    if (lines.length === 0) return [];
    const pagu = sumOrNull(lines.map((line) => valueAt(line.pagu, bulan)));
    const realisasi = sumOrNull(lines.map((line) => valueAt(line.totals, bulan)));
    const { kodeSubkegiatan, indikator, satuan, target, capaian } = row;
    const names = { nama: labels.subkegiatan(kodeSubkegiatan), namaSkpd: labels.unit(row.kodeSkpd) };
    return [
      {
        kodeSubkegiatan,
        ...names,
        indikator,
        satuan,
        target,
        capaian,
        bulan: row.bulan,
        pagu,
        realisasi,
        rate: realizationRate(realisasi, pagu),
        isMain: row.urutan === 1
      }
    ];
  });
}
