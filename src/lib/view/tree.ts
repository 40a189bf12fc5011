import type { BudgetLine } from '$lib/model/assessment';
import { sumOrNull, valueAt } from '$lib/model/series';
import type { PaguOf } from './stage';

/** A program, kegiatan or sub kegiatan with the sums of the lines below it. Rupiah; rates are ratios. */
export interface TreeNode {
  kode: string;
  nama: string;
  tingkat: 'program' | 'kegiatan' | 'subkegiatan';
  spm: boolean;
  pagu: number | null;
  realisasi: number | null;
  rencana: number | null;
  /** Of a sub kegiatan only, where one unit reports it. */
  fisik: number | null;
  kontrakSisa: number | null;
}

type Name = { nama: string; spm: boolean };

/** The programs shown and all below them, in the order of their codes; `paguOf` is the pagu their rates are measured against. */
export function programTree(
  shown: readonly BudgetLine[],
  names: ReadonlyMap<string, Name>,
  bulan: number,
  paguOf: PaguOf
): TreeNode[] {
  const codes = new Set(
    shown.flatMap(({ kodeSubkegiatan }) => [program(kodeSubkegiatan), kegiatan(kodeSubkegiatan), kodeSubkegiatan])
  );
  return [...codes].sort().map((kode) => {
    const lines = shown.filter((line) => line.kodeSubkegiatan === kode || line.kodeSubkegiatan.startsWith(`${kode}.`));
    const granted = sumOrNull(lines.map(paguOf));
    const realisasi = sumOrNull(lines.map((line) => valueAt(line.totals, bulan)));
    const rencana = sumOrNull(lines.map((line) => line.rencana && valueAt(line.rencana, bulan)));
    const parts = kode.split('.').length;
    const reported = new Set(lines.map((line) => line.fisik));
    return {
      kode,
      nama: names.get(kode)?.nama ?? kode,
      tingkat: parts === 3 ? 'program' : parts === 5 ? 'kegiatan' : 'subkegiatan',
      spm: names.get(kode)?.spm ?? false,
      pagu: granted,
      realisasi,
      rencana,
      fisik: parts === 6 && reported.size === 1 ? [...reported][0]! : null,
      kontrakSisa: sumOrNull(lines.map((line) => line.komitmen))
    };
  });
}

function program(kode: string): string {
  return kode.split('.').slice(0, 3).join('.');
}

function kegiatan(kode: string): string {
  return kode.split('.').slice(0, 5).join('.');
}
