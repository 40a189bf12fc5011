import type { Period } from '$lib/source/period';
import type { Problem } from '$lib/source/problem';
import type { Cell } from '$lib/source/sheet';

/** Roles that a column of a people file can have; every column without a role is never loaded. */
export const peopleRoles = [
  'nik',
  'kk',
  'nama',
  'kode_wilayah',
  'kabupaten',
  'kecamatan',
  'desa',
  'desil',
  /** Day on which the registry's entry was last verified. */
  'tanggal',
  /** Members of the family. */
  'anggota',
  'program',
  'periode',
  'bulan',
  'tahun',
  /** Quarter, 1 to 4 or in words. */
  'triwulan',
  /** Half year, 1 or 2. */
  'semester',
  /** Instalment of a payment: its own row of a recipient, not a duplicate. */
  'tahap',
  /** Day on which the list was decided or the aid was paid. */
  'tanggal_daftar',
  'nominal',
  'id_keluarga',
  // what a registry knows of a person, or of somebody in a family, beside desil
  'disabilitas',
  'disabilitas_telantar',
  'lansia',
  'lansia_telantar',
  'anak_telantar',
  /** Category of social need in words, several of them in one column. */
  'ppks'
] as const;
export type PeopleRole = (typeof peopleRoles)[number];

/** Mark before the text of a numeric cell of a workbook, in any column: so SQL can tell a number from a text. */
export const numberMark = '\u0001';

/** The version of a registry that a file holds. */
export interface SheetVintage {
  /** `2025-T3` for a quarter, `2025-03` for a dated month. */
  kode: string;
  /** DTSEN or DTKS. */
  registri: string;
  /** First day on which it holds, `YYYY-MM-DD`. */
  berlakuSejak: string;
}

/** Where the rows of a people sheet are. */
export type PeopleBody =
  | {
      kind: 'csv';
      /** Always valid UTF-8: the file's own bytes where `utf8` is true, else what they say, written as UTF-8. */
      bytes: Uint8Array;
      /** Whether the file on the disk is itself UTF-8 and may be read in place. */
      utf8: boolean;
      delimiter: string;
      quote: string;
      /** Lines before the first data row (titles, header, row of numbers), as `skip` of read_csv counts them; there is no header after them. */
      skipRows: number;
      /** Most fields that a record of the beginning has: how many columns the reader should expect. */
      width: number;
    }
  /** `rows[0]` is the sheet's row `firstRow`; blank rows are empty arrays. */
  | { kind: 'rows'; rows: readonly (readonly Cell[])[] };

/**
 * One sheet of a file about people that can be used as it is: where its columns are and what it says of itself. Only its `body` holds
 * values of persons. A sheet with a question to answer first is not given at all.
 */
export interface PeopleSheet {
  kind: 'penerima' | 'registri';
  /** One row a family or one row a person. A list of recipients says how its rows look; the unit is the aid's. */
  per: 'keluarga' | 'orang';
  file: string;
  sheet: string;
  idBerkas?: string;
  /** Index of the column of each role, from 0. */
  columns: Partial<Record<PeopleRole, number>>;
  /** First data row, counted from 1 as a spreadsheet shows it. */
  firstRow: number;
  /** Code of the one programme of the sheet; null where a column says it, and for a registry. */
  program: string | null;
  /** What titles, sheet and file name say; columns `periode`, `bulan`, `tahun`, `triwulan`, `semester`, `tahap` say more. */
  period: Period;
  /** True where tepat.json sets the period of every row, so that no column changes it. */
  periodGiven?: boolean;
  /** Null for a list of recipients, never for a registry. */
  vintase: SheetVintage | null;
  /** Day the list was decided, `YYYY-MM-DD`; null when no title or setting says it. */
  tanggalDaftar: string | null;
  /** How text of `nominal` is written; null when there is no such column, or when it was asked about. */
  angka: 'id' | 'en' | null;
  body: PeopleBody;
  /** Empty here: what recognition has to say is said for the whole file, see `PeopleRead`. */
  problems: Problem[];
}
