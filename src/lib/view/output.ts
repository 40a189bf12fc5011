import type { BudgetLine } from '$lib/model/assessment';
import { realizationRate } from '$lib/model/realization';
import { sumOrNull, valueAt } from '$lib/model/series';
import type { OutputRow } from '$lib/query/work';
import type { Labels } from './exception';
import { workKey } from './line';
import type { PaguOf } from './stage';

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

/** Outputs with the money of their whole sub kegiatan (`all`: every jenis), in the order of their codes: an output is not of one account. */
export function outputRows(
  rows: readonly OutputRow[],
  all: readonly BudgetLine[],
  bulan: number,
  labels: Labels,
  paguOf: PaguOf
): OutputView[] {
  return rows.flatMap((row) => {
    const lines = all.filter((line) => workKey(line) === workKey(row));
    if (lines.length === 0) return [];
    const pagu = sumOrNull(lines.map(paguOf));
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
