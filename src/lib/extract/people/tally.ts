import type { KeyClass } from './keyClass';

/** What became of the rows of one sheet. Counts of rows only; nothing of a person. */
export interface SheetTally {
  file: string;
  sheet: string;
  kind: 'penerima' | 'registri';
  /** dibaca = dipakai + ganda + luar_wilayah + ditolak. */
  baris: {
    dibaca: number;
    /** Each of them one recipient of a programme, period and instalment, or one row of the registry. */
    dipakai: number;
    /** Further rows of a recipient. */
    ganda: number;
    /** Of another regency and not in this one's registry. */
    luar_wilayah: number;
    /** Blank rows, totals, headers printed again, broken lines, rows without a programme or a period. */
    ditolak: number;
  };
  /** Recipients by class, adding up to `dipakai`; all 0 for a registry. */
  kelas: Record<RecipientClass, number>;
  /** How keys stand in the cells; null where the sheet has no such column. */
  kunci: { nik: Partial<Record<KeyClass, number>> | null; kk: Partial<Record<KeyClass, number>> | null };
  /** Sen; null where the list has no amounts. dibaca = the sum of the others. */
  rupiah: { dibaca: bigint; dipakai: bigint; ganda: bigint; luar_wilayah: bigint; ditolak: bigint } | null;
}

/** Classes of recipients, methods.md §1.1. `tanpa_registri`: nothing to compare with; `tanpa_aturan`: an aid without a rule by desil. */
export const recipientClasses = [
  'layak',
  'tidak_layak',
  'desil_kosong',
  'tidak_tercatat',
  'tanpa_registri',
  'tanpa_aturan'
] as const;
export type RecipientClass = (typeof recipientClasses)[number];

/** A tally of nothing yet. */
export function emptyTally(file: string, sheet: string, kind: SheetTally['kind']): SheetTally {
  return {
    file,
    sheet,
    kind,
    baris: { dibaca: 0, dipakai: 0, ganda: 0, luar_wilayah: 0, ditolak: 0 },
    kelas: { layak: 0, tidak_layak: 0, desil_kosong: 0, tidak_tercatat: 0, tanpa_registri: 0, tanpa_aturan: 0 },
    kunci: { nik: null, kk: null },
    rupiah: null
  };
}
