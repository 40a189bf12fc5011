import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Year } from './calendar';

/** An agency unit; money belongs to the deepest unit. */
export interface Unit {
  kode: string;
  nama: string;
}

/** The agency and the one unit below it; both are invented. */
export const units: Record<'dinas' | 'upt', Unit> = {
  dinas: { kode: '1.06.0.00.0.00.01.0000', nama: 'Dinas Sosial Kabupaten Kutai Kartanegara (data contoh)' },
  upt: { kode: '1.06.0.00.0.00.01.0001', nama: 'UPT Rumah Perlindungan Sosial (data contoh)' }
};

/** One budget line of the sample: a leaf account in a sub kegiatan of a unit, before any year is applied. */
export interface Line {
  unit: Unit;
  /** Code as used in 2023; `codeInYear` gives the code of a year. */
  kodeSubkegiatan: string;
  /** Six-level account, `5.1.02.01.01.0024`. */
  kodeAkun: string;
  /** Size of the line in a middling year, rupiah. */
  size: number;
  /** How the line is spent through the year; see `pattern.ts`. */
  pola: string;
  /** Funding as `PAD`, or with percentages as `DBH60+PAD40`. */
  sumberDana: string;
  /** The thing bought. */
  barang: string;
  satuan: string;
  /** Price of one unit in rupiah; null where the quantity is fixed instead (14 months of pay, 12 bills). */
  harga: number | null;
  /** Fixed quantity; null where the price is fixed. */
  kuantitas: number | null;
}

const akunRows = read('akun.csv');
const akunByCode = new Map(akunRows.map((row) => [row.kode ?? '', row]));
const nameByCode = new Map(read('nomenklatur.csv').map((row) => [row.kode ?? '', row.nama ?? '']));

/** Official name of an account of any level. */
export function akunName(kode: string): string {
  return found(akunByCode.get(kode)?.nama, `akun ${kode}`);
}

/** Official name of an urusan, bidang, program, kegiatan or sub kegiatan; knows both codes of Fasilitasi. */
export function nomenklaturName(kode: string): string {
  return found(nameByCode.get(kode === driftedTo ? driftedFrom : kode), `nomenklatur ${kode}`);
}

const driftedFrom = '1.06.05.2.02.0003';
const driftedTo = '1.06.05.2.02.0006';

/** The code a sub kegiatan has in a year: Fasilitasi Bantuan Sosial Kesejahteraan Keluarga was renumbered between 2024 and 2025. */
export function codeInYear(kodeSubkegiatan: string, year: Year): string {
  return kodeSubkegiatan === driftedFrom && year >= 2025 ? driftedTo : kodeSubkegiatan;
}

/** Every line of the sample, in file order: unit, sub kegiatan, account. */
export const lines: readonly Line[] = read('garis.csv')
  .map(lineOf)
  .toSorted((a, b) => compare(lineKey(a), lineKey(b)));

/** Identity of a line across the years. */
export function lineKey(line: Line): string {
  return `${line.unit.kode} ${line.kodeSubkegiatan} ${line.kodeAkun}`;
}

/** Orders codes by their characters, the same in every locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lineOf(row: Record<string, string>): Line {
  const kodeAkun = row.kode_rekening ?? '';
  const akun = found(akunByCode.get(kodeAkun), `akun ${kodeAkun}`);
  const harga = row.harga || akun.harga;
  return {
    unit: row.unit === 'upt' ? units.upt : units.dinas,
    kodeSubkegiatan: row.kode_sub_kegiatan ?? '',
    kodeAkun,
    size: Number(row.pagu_juta) * 1_000_000,
    pola: row.pola ?? '',
    sumberDana: row.sumber_dana ?? '',
    barang: row.barang || akun.barang || '',
    satuan: row.satuan || akun.satuan || '',
    harga: harga ? Number(harga) : null,
    kuantitas: harga ? null : Number(akun.kuantitas)
  };
}

function read(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(name, import.meta.url), 'utf8'), { columns: true }) as Record<string, string>[];
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not in the tables of data/contoh.`);
  return value;
}
