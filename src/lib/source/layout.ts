import type { CellValue } from '$lib/contract/order';
import type { BudgetBlock, RegionalSourceName } from '$lib/contract/component';
import type { PeopleRole } from './people/sheet';
import { type Period, readPeriod } from './period';
import type { Polygon } from './polygon';
import type { Problem } from './problem';
import type { Cell, Sheet } from './sheet';
import type { Text } from '$lib/text/language';

/** Where a fact stands in the input, for messages and rejects. */
export interface Origin {
  file: string;
  sheet: string;
  /** Row as a spreadsheet shows it, from 1. */
  row: number;
}

/** Money of one leaf account in an LRA: amounts in sen, null where the cell is blank. */
export interface LraFact {
  kodeSkpd: string;
  kodeSubkegiatan: string;
  kodeAkun: string;
  anggaran: bigint | null;
  realisasi: bigint | null;
  /** Year and month of the row itself, in tables that hold several. */
  tahun?: number | undefined;
  bulan?: number | undefined;
  origin: Origin;
}

/** One leaf account of a cash plan; `bulan[m]` is month m + 1 in sen, null where the export has no such column. */
export interface RakFact {
  kodeSkpd: string;
  kodeSubkegiatan: string;
  kodeAkun: string;
  anggaran: bigint | null;
  bulan: readonly (bigint | null)[];
  origin: Origin;
}

/** One row of a flat pagu table or of a rincian belanja; several rows may share a key and are added. */
export interface PaguFact {
  tahun: number | null;
  tahap: string | null;
  berlakuBulan: number | null;
  kodeSkpd: string;
  kodeSubkegiatan: string;
  kodeAkun: string;
  kodeSumberDana: string | null;
  pagu: bigint;
  diblokir: bigint | null;
  origin: Origin;
}

/** A row of a table that is already one row per fact: values by contract column, money in sen. */
export interface FlatFact {
  table: 'kinerja' | 'keluaran' | 'komitmen' | 'kewajiban' | 'aturan_potong' | 'indikator';
  values: Record<string, string | number | bigint | boolean | null>;
  origin: Origin;
}

/** What a table says of regions, one fact a figure: values by contract column, the region as the row writes it. */
export interface PlaceFact {
  table: 'registri' | 'sasaran' | 'tumpang_tindih' | 'indikator' | 'wilayah';
  place: { kode?: string; kabupaten?: string; kecamatan?: string; desa?: string };
  values: Readonly<Record<string, CellValue>>;
  /** Boundary of the region, degrees, longitude then latitude; absent where the file gives none. */
  batas?: readonly Polygon[];
  origin: Origin;
}

/** A row that describes an aid, or a budget line that pays for one: values by contract column, money in sen. */
export interface AidFact {
  table: 'bantuan' | 'bantuan_belanja';
  values: Readonly<Record<string, CellValue>>;
  origin: Origin;
}

/** What a file says of the region it is about; codes as printed, each named for its issuer. */
export interface NamedRegion {
  kodeKemendagri: string | null;
  kodeBps: string | null;
  kodeDjpk: string | null;
  /** A name, or a code that does not say whose it is. */
  nama: string | null;
}

/** One leaf of a regional budget: amounts in sen, null where the cell is blank or could not be read. */
export interface RegionalFact {
  tahun: number | null;
  /** Last month that realisasi covers; null where the row does not say. */
  sampaiBulan: number | null;
  tahap: string | null;
  /** Null where the rows say nothing, so that titles and names of the file decide. */
  wilayah: NamedRegion | null;
  jenis: BudgetBlock;
  komponen: string;
  subkomponen: string | null;
  kodeAkun: string | null;
  anggaran: bigint | null;
  realisasi: bigint | null;
  basis: 'apbd' | 'alokasi' | 'sp2d';
  sumber: RegionalSourceName;
  /** Half of the last digit printed, in sen: sums of such amounts differ by up to that for each of them. */
  pembulatan: bigint;
  origin: Origin;
}

/** An official code with the name a file prints beside it. */
export interface NameFact {
  table: 'skpd' | 'nomenklatur' | 'akun' | 'sumber_dana';
  kode: string;
  nama: string;
  /** Year the name holds for; null = the years of the file. */
  tahun: number | null;
}

/** A row that gave a fact, with its money by measure of the layout (`anggaran`, `realisasi`, …) in sen; a blank cell adds 0. */
export interface UsedRow {
  row: number;
  rupiah: Readonly<Record<string, bigint>>;
  /** As a reject would show them, should the fact not be usable after all. Columns about persons are not among them. */
  cells: readonly Cell[];
}

/** A row that was left out, with its reason and its money. Columns about persons are blanked before they get here. */
export interface Reject {
  origin: Origin;
  reason: Text;
  cells: readonly Cell[];
  rupiah: Readonly<Record<string, bigint>>;
  /** Only some of the row's measures were left out; as a row it counts as used. */
  partly?: boolean;
}

/** Rows and money of one sheet. Always dibaca = dipakai + induk + total + ditolak; rupiah in sen over the leaf rows. */
export interface Tally {
  dibaca: number;
  dipakai: number;
  /** Subtotal rows: checked against their children, not added. */
  induk: number;
  total: number;
  ditolak: number;
  /** Per amount column of the layout, e.g. `anggaran`, `realisasi`. */
  rupiah: Record<string, { dibaca: bigint; dipakai: bigint; ditolak: bigint }>;
}

/** What one sheet gave. */
export interface SheetRead {
  layout: string;
  file: string;
  sheet: string;
  /** What titles, sheet name and file name say, in that order of trust. */
  period: Period;
  /** Month the file's own name says, 1–12; null when it says none. */
  nameMonth: number | null;
  lra: LraFact[];
  rak: RakFact[];
  pagu: PaguFact[];
  flat: FlatFact[];
  regional: RegionalFact[];
  places: PlaceFact[];
  aids: AidFact[];
  /** Titles above the table, which may name the region or the registry it is about; filled by layouts of regional budgets and of regions. */
  titles: string[];
  names: NameFact[];
  /** Names of the money columns, for which the tally always has an entry. */
  measures: string[];
  used: UsedRow[];
  /** Subtotal rows and rows of totals. */
  induk: number;
  total: number;
  rejects: Reject[];
  problems: Problem[];
}

/** What a person fixes in `tepat.json` for one file. */
export interface FileSettings {
  abaikan?: boolean | undefined;
  tahun?: number | undefined;
  bulan?: number | undefined;
  tahap?: string | undefined;
  berlaku_bulan?: number | undefined;
  layout?: string | undefined;
  sifat?: 'bulanan' | 'kumulatif' | undefined;
  kode_skpd?: string | undefined;
  angka?: 'id' | 'en' | undefined;
  sistem_kode?: 'bps' | 'kemendagri' | 'djpk' | undefined;
  lembar_tersembunyi?: boolean | undefined;
  kode_wilayah?: string | undefined;
  satuan?: 'rupiah' | 'ribu' | 'juta' | 'miliar' | 'triliun' | undefined;
  /** Code of the aid that a list or a table of recipients is about. */
  bantuan?: string | undefined;
  /** Version of the registry, `2025-T3` or `2025-03`, and the first day on which it holds, `YYYY-MM-DD`. */
  vintase?: string | undefined;
  berlaku_sejak?: string | undefined;
  /** Day the list was decided, `YYYY-MM-DD`. */
  tanggal_daftar?: string | undefined;
  /** Period of a list, `2025` or `2025-03`. */
  periode?: string | undefined;
  /** Columns of a file about people by hand: header to role. */
  kolom?: Readonly<Record<string, PeopleRole>> | undefined;
}

/** One export layout: recognised from a sheet's content, read into facts. */
export interface Layout {
  name: string;
  title: Text;
  /** How sure, 0–1, and where the data begin; null when the sheet is something else. */
  recognise(sheet: Sheet): Recognition | null;
  read(sheet: Sheet, context: ReadContext): SheetRead;
}

export interface Recognition {
  score: number;
  /** Index of the last header row. */
  header: number;
}

export interface ReadContext {
  file: string;
  settings: FileSettings;
  recognition: Recognition;
}

/** An empty result for a sheet, to be filled. */
export function emptyRead(layout: string, sheet: Sheet, context: ReadContext, period: Period): SheetRead {
  return {
    layout,
    file: context.file,
    sheet: sheet.name,
    period,
    nameMonth: readPeriod(context.file.split('/').pop()!).bulan,
    lra: [],
    rak: [],
    pagu: [],
    flat: [],
    regional: [],
    places: [],
    aids: [],
    titles: [],
    names: [],
    measures: [],
    used: [],
    induk: 0,
    total: 0,
    rejects: [],
    problems: []
  };
}

/** Counts of a sheet, each row and each rupiah once. */
export function tallyOf({ measures, used, rejects, induk, total }: SheetRead): Tally {
  const ditolak = rejects.filter(({ partly }) => !partly).length;
  const rupiah = Object.fromEntries(measures.map((measure) => [measure, { dibaca: 0n, dipakai: 0n, ditolak: 0n }]));
  const add = (rows: readonly { rupiah: Readonly<Record<string, bigint>> }[], outcome: 'dipakai' | 'ditolak'): void => {
    for (const row of rows) {
      for (const [measure, sen] of Object.entries(row.rupiah)) {
        rupiah[measure]!.dibaca += sen;
        rupiah[measure]![outcome] += sen;
      }
    }
  };
  add(used, 'dipakai');
  add(rejects, 'ditolak');
  return { dibaca: used.length + induk + total + ditolak, dipakai: used.length, induk, total, ditolak, rupiah };
}

/** Text of a cell as a person sees it; null stays null. */
export function cellText(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell).trim() || null;
}

/** Spreadsheet letters of a column index: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  return (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Titles of a sheet above its table, its name, the file name: the period each says, earlier ones trusted more. */
export function sheetPeriod(sheet: Sheet, header: number, file: string): Period {
  const titles = sheet.rows
    .slice(0, Math.max(0, header))
    .flatMap((row) => row.map(cellText).filter((text) => text !== null))
    .map(readPeriod);
  const base = file.split(/[\\/]/).pop()!;
  return [...titles, readPeriod(sheet.name), readPeriod(base), readPeriod(file)].reduce((sure, next) => ({
    tahun: sure.tahun ?? next.tahun,
    bulan: sure.bulan ?? next.bulan,
    sejakBulan: sure.bulan === null ? (sure.sejakBulan ?? next.sejakBulan) : sure.sejakBulan,
    sifat: sure.sifat ?? (sure.bulan === null ? next.sifat : null),
    tahap: sure.tahap ?? next.tahap
  }));
}
