import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { between } from './random';

/** Years with regional exports; the last one is open and known to October. */
export const regionYears = [2020, 2021, 2022, 2023, 2024, 2025, 2026] as const;
export type RegionYear = (typeof regionYears)[number];

/** Last month of a year's regional exports (1–12). */
export function lastRegionMonth(tahun: RegionYear): number {
  return tahun === 2026 ? 10 : 12;
}

/** A group of revenue or spending of the whole regency, as postur.csv names it. */
export type Group =
  | 'PAD'
  | 'DBH'
  | 'DAU'
  | 'DAU_TETANGGA'
  | 'DAK_FISIK'
  | 'DAK_NONFISIK'
  | 'DANA_DESA'
  | 'INSENTIF'
  | 'PROVINSI'
  | 'LAIN'
  | 'PEGAWAI'
  | 'BARANG_JASA'
  | 'HIBAH'
  | 'BANSOS'
  | 'TIDAK_TERDUGA'
  | 'BAGI_HASIL'
  | 'BANTUAN_KEUANGAN'
  | 'SILPA'
  | 'PENYERTAAN';
/** What postur.csv says of a group: two budgets, a year's realisation, and what the centre allocates (before and after a cut). */
export type Measure = 'murni' | 'perubahan' | 'realisasi' | 'alokasi' | 'alokasi_awal';

/** A regency or city of the sample. Names and codes are real; every amount is invented. */
export interface Region {
  /** Kemendagri code. */
  kode: string;
  /** Name as the portal prints it: `Kab. Paser`. */
  nama: string;
  /** Size of a group against the home region's, 1 = the same. */
  scale(group: Group): number;
  /** Share of pay in spending against the home region's. */
  pegawai: number;
}

/** Kemendagri code of the regency that the sample is about. */
export const homeCode = '64.02';

const posture = new Map(read('postur.csv').map((row) => [`${row.kelompok} ${row.ukuran}`, row]));
const sizes = read('daerah.csv');
const home = sizes.find(({ kode }) => kode === homeCode)!;

/** Official names of accounts by code. */
export const akunNames = new Map(read('../rujukan/akun.csv').map(({ kode, nama }) => [kode!, nama!]));

/** The regions of the sample in the order of their codes; one of them is the home region. */
export const regions: readonly Region[] = sizes.map((row) => ({
  kode: row.kode!,
  nama: row.nama!,
  scale: (group) => (row[group] === undefined ? 1 : Number(row[group]) / Number(home[group])),
  pegawai: Number(row.pegawai)
}));

/** A figure of the home region, Rp miliar; null where postur.csv leaves it blank. */
export function homeFigure(group: Group, measure: Measure, tahun: RegionYear): number | null {
  const cell = posture.get(`${group} ${measure}`)?.[tahun];
  return cell ? Number(cell) : cell === '0' ? 0 : null;
}

/** A figure of any region, Rp miliar: the home region's, in the region's size, off by up to 7 % elsewhere. DAU elsewhere has a path of its own. */
export function figure(region: Region, group: Group, measure: Measure, tahun: RegionYear): number {
  if (region.kode === homeCode) return homeFigure(group, measure, tahun) ?? 0;
  const base = homeFigure(group === 'DAU' ? 'DAU_TETANGGA' : group, measure, tahun) ?? 0;
  const swing = between(0.93, 1.07, region.kode, group, tahun);
  const own = measure === 'realisasi' ? between(0.98, 1.02, region.kode, group, tahun, measure) : 1;
  return base * region.scale(group) * swing * own;
}

/** Whole rupiah of an amount in Rp miliar, with digits below the published ones; 0 stays 0. */
export function rupiahOf(miliar: number, ...key: (string | number)[]): number {
  return miliar === 0 ? 0 : Math.round(miliar * 1e9 + between(-2e6, 2e6, ...key));
}

/** Parts of a whole by share, in whole rupiah; the last part takes the rest, so that they add up exactly. */
export function partsOf(whole: number, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const parts = shares.map((share) => Math.round((whole * share) / all));
  const rest = whole - parts.slice(0, -1).reduce((sum, part) => sum + part, 0);
  return [...parts.slice(0, -1), rest];
}

/** Rows of a table of data/contoh. */
export function read(name: string): Record<string, string>[] {
  return parse(readFileSync(new URL(name, import.meta.url), 'utf8'), { columns: true }) as Record<string, string>[];
}
