import type { RowOf } from '$lib/contract/define';
import { sortedByKey } from '$lib/contract/order';
import { akun, nomenklatur, skpd, sumberDana, wilayah } from '$lib/contract/reference';
import { akunLevels, skpdLevels, sumberDanaGroups, type nomenklaturLevels } from '$lib/contract/values';
import type { MovedDesa } from './desa';
import type { HexCentre } from './hexLayout';
import { readCsv } from './referenceCsv';

/** A band of cumulative realisation for a month: shares of the pagu, 1 = 100 %. */
export interface RealizationBand {
  bulan: number;
  bawah: number;
  atas: number;
}

/** The part of npm `idn-area-data` that is used; the package itself is passed in, since it reads files and so cannot be in a browser. */
export interface AreaSource {
  getRegencies(): Promise<{ code: string; name: string; province_code: string }[]>;
  getDistricts(): Promise<{ code: string; name: string; regency_code: string }[]>;
  getVillages(): Promise<{ code: string; name: string; district_code: string }[]>;
}

type Level = (typeof nomenklaturLevels)[number];

/** Kemendagri and BPS number regencies differently and no rule links them; only pairs with a source stand here. */
const kodeBpsOf: Record<string, string> = { '64.02': '6403' };

const nomenklaturLevel: Record<number, Level> = {
  1: 'urusan',
  2: 'bidang',
  3: 'program',
  5: 'kegiatan',
  6: 'subkegiatan'
};

/** Rows of `sumber_dana` from the text of data/rujukan/sumber_dana.csv. Throws an Error that names line and column. */
export function readSumberDana(text: string): RowOf<typeof sumberDana>[] {
  const rows = readCsv(text, 'sumber_dana.csv', ['kode', 'nama', 'kelompok', 'komponen_tkd', 'terikat', 'sumber']);
  const read = rows.map((row) => ({
    kode: row.text('kode'),
    nama: row.text('nama'),
    kelompok: row.oneOf('kelompok', sumberDanaGroups),
    komponen_tkd: row.optional('komponen_tkd'),
    terikat: row.yes('terikat')
  }));
  return sortedByKey(read, sumberDana.key);
}

/** Rows of `nomenklatur` for each of the years, from the text of data/rujukan/nomenklatur_106.csv. */
export function readNomenklatur(text: string, years: readonly number[]): RowOf<typeof nomenklatur>[] {
  const rows = readCsv(text, 'nomenklatur_106.csv', ['kode', 'nama', 'spm', 'sumber']).map((row) => {
    const kode = row.text('kode');
    const tingkat = nomenklaturLevel[kode.split('.').length];
    if (tingkat === undefined) throw row.fault('kode', 'is no code of the nomenclature');
    return { kode, nama: row.text('nama'), tingkat, kode_induk: parentOf(kode), spm: row.yes('spm') };
  });
  return perYear(rows, years, nomenklatur.key);
}

/** Rows of `akun` at every level for each of the years, from the text of data/rujukan/akun.csv. */
export function readAkun(text: string, years: readonly number[]): RowOf<typeof akun>[] {
  const rows = readCsv(text, 'akun.csv', ['kode', 'nama', 'sumber']).map((row) => {
    const kode = row.text('kode');
    const tingkat = akunLevels[kode.split('.').length - 1];
    if (tingkat === undefined) throw row.fault('kode', 'is no account');
    return { kode, nama: row.text('nama'), tingkat, kode_induk: parentOf(kode) };
  });
  return perYear(rows, years, akun.key);
}

/** Rows of `skpd` for each of the years, from the text of data/rujukan/skpd.csv. */
export function readSkpd(text: string, years: readonly number[]): RowOf<typeof skpd>[] {
  const rows = readCsv(text, 'skpd.csv', ['kode', 'nama', 'tingkat', 'kode_induk', 'sumber']).map((row) => ({
    kode: row.text('kode'),
    nama: row.text('nama'),
    tingkat: row.oneOf('tingkat', skpdLevels),
    kode_induk: row.optional('kode_induk')
  }));
  return perYear(rows, years, skpd.key);
}

/** Published monthly bands of realisation, from the text of data/rujukan/pita_realisasi.csv, January first. */
export function readPitaRealisasi(text: string): RealizationBand[] {
  return readCsv(text, 'pita_realisasi.csv', ['bulan', 'bawah', 'atas', 'sumber'])
    .map((row) => ({ bulan: row.number('bulan'), bawah: row.number('bawah'), atas: row.number('atas') }))
    .sort((a, b) => a.bulan - b.bulan);
}

/** Desa whose kecamatan was split, from the text of data/rujukan/pemekaran.csv. */
export function readPemekaran(text: string): MovedDesa[] {
  const columns = ['kode_lama', 'kecamatan_lama', 'desa', 'kode_sekarang', 'sumber'];
  return readCsv(text, 'pemekaran.csv', columns).map((row) => ({
    kodeLama: row.optional('kode_lama'),
    kecamatanLama: row.text('kecamatan_lama'),
    desa: row.text('desa'),
    kodeSekarang: row.text('kode_sekarang')
  }));
}

/** Where a kecamatan lies, in degrees; only for laying out a map, from the text of data/rujukan/titik_kecamatan.csv. */
export function readKecamatanCentres(text: string): HexCentre[] {
  return readCsv(text, 'titik_kecamatan.csv', ['kode', 'nama', 'lintang', 'bujur', 'sumber']).map((row) => ({
    kecamatan: row.text('kode'),
    lintang: row.number('lintang'),
    bujur: row.number('bujur')
  }));
}

/**
 * Rows of `wilayah` for a regency by its Kemendagri code: itself, its kecamatan, their desa (fourth part 2…, or 3… for desa adat) and
 * kelurahan (1…). Position, dapil and class are null, for another source adds them. Throws an Error when the code is no regency.
 */
export async function readWilayah(kodeKabupaten: string, areas: AreaSource): Promise<RowOf<typeof wilayah>[]> {
  const regency = (await areas.getRegencies()).find(({ code }) => code === kodeKabupaten);
  if (regency === undefined)
    throw new Error(
      `Wilayah "${kodeKabupaten}" bukan kode kabupaten atau kota yang dikenal. Tulis kode Kemendagri-nya di tepat.json, misalnya "wilayah": "64.02", lalu jalankan lagi.`
    );
  const districts = (await areas.getDistricts()).filter((district) => district.regency_code === kodeKabupaten);
  const known = new Set(districts.map(({ code }) => code));
  const villages = (await areas.getVillages()).filter((village) => known.has(village.district_code));
  const rows = [
    region(regency.code, regency.name, 'kabupaten', regency.province_code),
    ...districts.map(({ code, name }) => region(code, name, 'kecamatan', kodeKabupaten)),
    ...villages.map(({ code, name, district_code: induk }) =>
      region(code, name, isKelurahan(code) ? 'kelurahan' : 'desa', induk)
    )
  ];
  return sortedByKey(rows, wilayah.key);
}

/** A name without case, marks and double spaces: what must be equal for two years to mean the same thing. */
export function normalisedName(nama: string): string {
  return nama
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function region(kode: string, nama: string, tingkat: string, kodeInduk: string): RowOf<typeof wilayah> {
  const nothing = { dapil: null, kelas_sebanding: null, lintang: null, bujur: null, kolom: null, baris: null };
  return { kode, nama, tingkat, kode_induk: kodeInduk, kode_bps: kodeBpsOf[kode] ?? null, ...nothing };
}

function isKelurahan(kode: string): boolean {
  return kode.split('.')[3]!.startsWith('1');
}

/** The level digit of a nomenclature code (`.2.`) is no level of its own: above `1.06.04.2.01` stands `1.06.04`. */
function parentOf(kode: string): string | null {
  const parts = kode.split('.');
  const up = parts.length === 5 && parts[1]!.length === 2 ? 3 : parts.length - 1;
  return up === 0 ? null : parts.slice(0, up).join('.');
}

/** The same list holds in every year, so a code is its own identity, unless its name repeats under one parent: then it has none. */
function perYear<Row extends { kode: string; nama: string; kode_induk: string | null }>(
  rows: readonly Row[],
  years: readonly number[],
  key: readonly string[]
): (Row & { tahun: number; kode_tetap: string | null })[] {
  const identity = (row: Row) => `${row.kode_induk ?? ''}|${normalisedName(row.nama)}`;
  const times = new Map<string, number>();
  for (const row of rows) times.set(identity(row), (times.get(identity(row)) ?? 0) + 1);
  const all = years.flatMap((tahun) =>
    rows.map((row) => ({ ...row, tahun, kode_tetap: times.get(identity(row)) === 1 ? row.kode : null }))
  );
  return sortedByKey(all, key);
}
