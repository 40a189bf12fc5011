import { expect, test } from 'vitest';
import { budgetBlocks, budgetComponents, componentKeys, tkdComponentKeys } from '$lib/contract/component';
import type { Table } from '$lib/contract/define';
import { contractVersion, isTableName, tables } from '$lib/contract/tables';
import { coveredTables } from '$lib/contract/values';

const all: [string, Table][] = Object.entries(tables);

/** The tables and columns of version 1 as the design lists them and as they were extended, `?` for nullable, besides `id_berkas`. */
const design: Record<string, string> = {
  wilayah: 'kode nama tingkat kode_induk kode_bps? dapil? kelas_sebanding? lintang? bujur? kolom? baris?',
  skpd: 'tahun kode nama tingkat kode_induk? kode_tetap?',
  nomenklatur: 'tahun kode nama tingkat kode_induk? kode_tetap? spm',
  akun: 'tahun kode nama tingkat kode_induk? kode_tetap?',
  sumber_dana: 'kode nama kelompok komponen_tkd? terikat',
  berkas: 'id_berkas nama? layout tahun? tahap? per_tanggal? sha256 baris rupiah?',
  cakupan: 'tabel tahun bulan kode_skpd id_berkas',
  indikator: 'kode_wilayah tahun bulan? indikator nilai satuan sumber',
  angka_terbit: 'kode_wilayah tahun ukuran tahap per_tanggal? rupiah sumber catatan? catatan_en?',
  pagu: 'tahun kode_skpd tahap urutan_tahap berlaku_bulan sah disimpulkan kode_subkegiatan kode_akun kode_sumber_dana? pagu diblokir?',
  realisasi: 'tahun sejak_bulan bulan kode_skpd kode_subkegiatan kode_akun realisasi basis?',
  rencana_kas: 'tahun tahap urutan_tahap sejak_bulan bulan kode_skpd kode_subkegiatan kode_akun rencana',
  kinerja: 'tahun bulan kode_skpd kode_subkegiatan fisik? masalah? tindak_lanjut?',
  keluaran: 'tahun bulan kode_skpd kode_subkegiatan urutan indikator satuan target? capaian?',
  komitmen: 'tahun bulan kode_skpd kode_subkegiatan kode_akun kode_sumber_dana? jenis nilai terbayar?',
  kewajiban: 'tahun kode_skpd kode_subkegiatan kode_akun per_bulan sampai_bulan',
  aturan_potong: 'tahun kode_skpd kode_subkegiatan kelompok_akun peran batas? prioritas? templat? satuan_potong? dasar',
  apbd_daerah:
    'tahun kode_wilayah tahap? sampai_bulan jenis komponen subkomponen? kode_akun? anggaran? realisasi? basis sumber',
  bantuan:
    'tahun kode_bantuan nama unit penyelenggara populasi kategori desil_layak kuota? satuan nilai_satuan? bulan? tidak_boleh_bersama',
  bantuan_belanja: 'tahun kode_bantuan kode_skpd kode_subkegiatan kode_akun bagian',
  vintase: 'vintase registri berlaku_sejak',
  registri: 'vintase kode_wilayah desil? keluarga? jiwa? disembunyikan',
  kesegaran:
    'vintase kode_wilayah kelompok per_tanggal keluarga? segar_12_bulan? tanpa_tanggal? tanggal_depan? umur_median_hari? umur_p90_hari? disembunyikan kolom_tersembunyi',
  sasaran:
    'tahun periode kode_bantuan vintase kode_wilayah tanggal_daftar? penerima? layak? tidak_layak? desil_kosong? tidak_tercatat? layak_terlewat? tidak_layak_di_luar? desil_kosong_di_luar? baris_ganda? rupiah_layak? rupiah_tidak_layak? rupiah_tak_diketahui? rupiah_ganda? disembunyikan kolom_tersembunyi',
  sasaran_desil:
    'tahun kode_bantuan vintase kode_wilayah desil terdaftar? penerima? rupiah? disembunyikan kolom_tersembunyi',
  tumpang_tindih: 'tahun vintase kode_wilayah jumlah_bantuan keluarga? disembunyikan',
  pasangan_bantuan: 'tahun kode_wilayah kode_bantuan kode_bantuan_lain keluarga? disembunyikan',
  batas_wilayah: 'kode_wilayah poligon cincin titik sumber?'
};
const withoutFile = ['wilayah', 'skpd', 'nomenklatur', 'akun', 'sumber_dana', 'berkas', 'cakupan'];

test('version 1 has the tables of the design, in its order', () => {
  expect(contractVersion).toBe(1);
  expect(Object.keys(tables)).toEqual(Object.keys(design));
  expect(isTableName('pagu')).toBe(true);
  expect(isTableName('constructor')).toBe(false);
});

test.for(all)('%s has the columns of the design, and facts carry id_berkas', ([name, table]) => {
  const columns = Object.entries(table.columns).map(([column, { type }]) => column + (type.endsWith('?') ? '?' : ''));
  const expected = design[name]!.split(' ');
  expect(columns).toEqual(withoutFile.includes(name) ? expected : [...expected, 'id_berkas']);
  expect(table.name).toBe(name);
});

test.for(all)('%s is described in both languages, has a source and a key of its own columns', ([, table]) => {
  for (const text of [table.title, table.description])
    expect(Object.values(text).every((words) => words.trim() !== '')).toBe(true);
  expect(table.source).not.toBe('');
  expect(table.key.length).toBeGreaterThan(0);
  expect(new Set(table.key).size).toBe(table.key.length);
  for (const column of [...table.key, ...(table.internalOnly ?? [])])
    expect(Object.keys(table.columns)).toContain(column);
  for (const [column, { description }] of Object.entries(table.columns)) {
    expect(description.id, column).toMatch(/^\S.*\.$/s);
    expect(description.en, column).toMatch(/^\S.*\.$/s);
    expect(description.id, column).not.toBe(description.en);
  }
});

test.for(all)('%s: money is exact rupiah, and only rupiah is DECIMAL', ([, table]) => {
  for (const [column, { type, unit }] of Object.entries(table.columns)) {
    expect(type.startsWith('DECIMAL(20,2)'), column).toBe(unit === 'rupiah');
    if (unit === 'rasio') expect(type.startsWith('DOUBLE'), column).toBe(true);
  }
});

test('one column name has one type wherever it stands, apart from null and from nilai', () => {
  const types = new Map<string, Set<string>>();
  for (const [, table] of all) {
    for (const [column, { type }] of Object.entries(table.columns)) {
      types.set(column, (types.get(column) ?? new Set()).add(type.replace('?', '')));
    }
  }
  // The design names both: an indicator's value in its own unit, and a commitment's in rupiah.
  expect([...types].filter(([, kinds]) => kinds.size > 1).map(([column]) => column)).toEqual(['nilai']);
});

test('no text of the contract uses words that read as an audit finding', () => {
  expect(JSON.stringify(tables)).not.toMatch(/bocor|salah sasaran|kerugian/i);
});

test('free text about problems is kept to the internal profile', () => {
  expect(tables.kinerja.internalOnly).toEqual(['masalah', 'tindak_lanjut']);
});

test('coverage names tables that have a unit', () => {
  for (const name of coveredTables) expect(Object.keys(tables[name].columns)).toContain('kode_skpd');
});

test('components: every key once, every block filled, provincial transfers are not TKD', () => {
  expect(new Set(componentKeys).size).toBe(componentKeys.length);
  expect(new Set(budgetComponents.map(({ jenis }) => jenis))).toEqual(new Set(budgetBlocks));
  expect(tkdComponentKeys).toEqual(
    expect.arrayContaining(['dbh_pajak', 'dbh_sda', 'dau_block', 'dau_ditentukan', 'dak_fisik', 'dak_nonfisik'])
  );
  expect(tkdComponentKeys).not.toContain('bagi_hasil_provinsi');
  for (const { jenis, kelompok } of budgetComponents) if (kelompok === 'TKD') expect(jenis).toBe('pendapatan');
});
