import type { CellValue } from '$lib/contract/order';
import { type AidCategory, allAid } from '$lib/contract/values';
import type { Row } from '../assemble';

/** What linking and counting need of an aid in one year. */
export interface Aid {
  tahun: number;
  kode: string;
  unit: 'orang' | 'keluarga';
  populasi: 'desil' | 'khusus';
  /** Eligible categories; empty for aid by desil, and where nobody named the category. */
  kategori: readonly AidCategory[];
  /** Eligible desil; empty for a category that comes without a rule by desil. */
  desilLayak: readonly number[];
  /** Sen for each unit and recipient; null where it is not fixed. */
  nilaiSatuan: bigint | null;
  /** Months paid in the year; null for one-off aid. */
  bulan: number | null;
}

/** The aids of an extract: the rows of `bantuan` that were given, and those that lists made necessary. */
export interface AidBook {
  /** Code of the aid a list names, by code or by name, case and marks aside; a name nobody described gets a code made of it. */
  codeOf(text: string): string;
  /** True when a row of `bantuan` of any year has this code or name. */
  knows(text: string): boolean;
  of(kode: string, tahun: number): Aid;
  /** Rows that were not given: copied from the nearest year that describes the aid, else the defaults of methods.md §1.1. */
  added(): { row: Row; from: number | null }[];
}

/** Eligible desil of an aid nobody described. */
export const defaultDesil: readonly number[] = [1, 2, 3, 4];
const longestCode = 40;

/** Opens the book of aids over rows of `bantuan`; rows it adds carry `idBerkas`. */
export function aidBook(given: readonly Row[], idBerkas: string): AidBook {
  const rows = new Map(given.map((row) => [`${row.kode_bantuan}|${row.tahun}`, row]));
  const known = new Map<string, string>();
  for (const row of given.toSorted((a, b) => Number(a.tahun) - Number(b.tahun))) {
    known.set(plain(String(row.nama)), String(row.kode_bantuan));
  }
  for (const row of given) known.set(plain(String(row.kode_bantuan)), String(row.kode_bantuan));
  const names = new Map<string, string>();
  const added = new Map<string, { row: Row; from: number | null }>();
  const describe = (kode: string, tahun: number): Row => {
    const key = `${kode}|${tahun}`;
    const own = rows.get(key) ?? added.get(key)?.row;
    if (own !== undefined) return own;
    const near = nearest(given, kode, tahun);
    const row =
      near === null ? defaultRow(kode, names.get(kode) ?? kode, tahun, idBerkas) : { ...near, tahun, kuota: null };
    added.set(key, { row, from: near === null ? null : Number(near.tahun) });
    return row;
  };
  return {
    knows: (text) => known.has(plain(text)),
    codeOf: (text) => {
      const code = known.get(plain(text)) ?? codeFrom(text);
      if (!names.has(code) || text < names.get(code)!) names.set(code, text.trim());
      return code;
    },
    of: (kode, tahun) => aidOf(describe(kode, tahun)),
    added: () => [...added.values()]
  };
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** `Bantuan Sembako (BPNT)` as `BANTUAN-SEMBAKO-BPNT`; never the code that stands for all aid. */
function codeFrom(text: string): string {
  const code = text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestCode)
    .replace(/-+$/, '');
  return code === '' || code === allAid ? `BANTUAN-${code || 'LAIN'}` : code;
}

function nearest(rows: readonly Row[], kode: string, tahun: number): Row | null {
  const distance = (row: Row): number => Math.abs(Number(row.tahun) - tahun) * 2 + (Number(row.tahun) > tahun ? 1 : 0);
  return rows
    .filter(({ kode_bantuan }) => kode_bantuan === kode)
    .reduce<Row | null>((best, row) => (best === null || distance(row) < distance(best) ? row : best), null);
}

function defaultRow(kode: string, nama: string, tahun: number, idBerkas: string): Row {
  return {
    tahun,
    kode_bantuan: kode,
    nama,
    unit: 'keluarga',
    penyelenggara: 'kabupaten',
    populasi: 'desil',
    kategori: [],
    desil_layak: [...defaultDesil],
    kuota: null,
    satuan: 'penerima',
    nilai_satuan: null,
    bulan: null,
    tidak_boleh_bersama: [],
    id_berkas: idBerkas
  };
}

function aidOf(row: Row): Aid {
  const value = (name: string): CellValue => row[name] ?? null;
  return {
    tahun: Number(row.tahun),
    kode: String(row.kode_bantuan),
    unit: row.unit === 'orang' ? 'orang' : 'keluarga',
    populasi: row.populasi === 'khusus' ? 'khusus' : 'desil',
    kategori: row.populasi === 'khusus' ? ((value('kategori') as readonly AidCategory[] | null) ?? []) : [],
    desilLayak: (value('desil_layak') as readonly number[] | null) ?? [],
    nilaiSatuan: value('nilai_satuan') as bigint | null,
    bulan: value('bulan') as number | null
  };
}
