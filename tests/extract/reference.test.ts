import * as idnAreaData from 'idn-area-data';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkRows } from '$lib/contract/check';
import { tables } from '$lib/contract/tables';
import {
  readAkun,
  readNomenklatur,
  readPitaRealisasi,
  readSkpd,
  readSumberDana,
  readWilayah
} from '$lib/extract/reference';

const rujukan = (name: string) => readFileSync(`data/rujukan/${name}`, 'utf8');
const years = [2025, 2026];

test.for([
  { table: tables.sumber_dana, rows: readSumberDana(rujukan('sumber_dana.csv')) },
  { table: tables.nomenklatur, rows: readNomenklatur(rujukan('nomenklatur_106.csv'), years) },
  { table: tables.akun, rows: readAkun(rujukan('akun.csv'), years) },
  { table: tables.skpd, rows: readSkpd(rujukan('skpd.csv'), years) }
])('$table.name: every row satisfies the contract', ({ table, rows }) => {
  expect(rows.length).toBeGreaterThan(0);
  expect(checkRows(table, rows)).toEqual([]);
});

test.for([
  { name: 'nomenklatur', rows: readNomenklatur(rujukan('nomenklatur_106.csv'), years) },
  { name: 'akun', rows: readAkun(rujukan('akun.csv'), years) }
])('$name: every row stands below a row of the same year', ({ rows }) => {
  const known = new Set(rows.map(({ tahun, kode }) => `${tahun} ${kode}`));
  expect(rows.filter(({ tahun, kode_induk: induk }) => induk !== null && !known.has(`${tahun} ${induk}`))).toEqual([]);
  expect(rows.filter(({ kode_induk: induk }) => induk === null).every(({ kode }) => !kode.includes('.'))).toBe(true);
});

test('spm covers basic rehabilitation outside panti and protection in disasters, and nothing else', () => {
  const rows = readNomenklatur(rujukan('nomenklatur_106.csv'), [2026]);
  const covered = rows.filter(({ kode }) => /^1\.06\.0(4|6)\.2\.01(\.|$)/.test(kode)).map(({ kode }) => kode);
  expect(rows.filter(({ spm }) => spm).map(({ kode }) => kode)).toEqual(covered);
  expect(covered).toContain('1.06.04.2.01.0001');
});

test('two codes of one name under one parent have no identity across years; a name that repeats elsewhere keeps its own', () => {
  const rows = readNomenklatur(rujukan('nomenklatur_106.csv'), [2026]);
  const fixed = Object.fromEntries(rows.map((row) => [row.kode, row.kode_tetap]));
  expect(fixed['1.06.01.2.07.0009']).toBeNull();
  expect(fixed['1.06.01.2.07.0010']).toBeNull();
  expect(fixed['1.06.04.2.01.0009']).toBe('1.06.04.2.01.0009');
  expect(fixed['1.06.04.2.02.0001']).toBe('1.06.04.2.02.0001');
});

test('the accounts of aid and of pay are there, at six levels', () => {
  const rows = readAkun(rujukan('akun.csv'), [2026]);
  const named = Object.fromEntries(rows.map(({ kode, nama }) => [kode, nama]));
  expect(named['5.1.06.01.01.0001']).toBe('Belanja Bantuan Sosial Uang yang Direncanakan kepada Individu');
  expect(named['5.1.02.01.01.0039']).toBe('Belanja Barang untuk Dijual/Diserahkan kepada Masyarakat');
  expect(named['5.1.01.01.01.0002']).toBe('Belanja Gaji Pokok PPPK');
  expect(rows.find(({ kode }) => kode === '5.1.06.01.01.0001')).toMatchObject({
    tingkat: 'sub_rincian_objek',
    kode_induk: '5.1.06.01.01'
  });
});

test('the monthly bands rise through the year and end at 70 to 85 percent', () => {
  const bands = readPitaRealisasi(rujukan('pita_realisasi.csv'));
  expect(bands.map(({ bulan }) => bulan)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(bands.at(-1)).toEqual({ bulan: 12, bawah: 0.7, atas: 0.85 });
  for (const [i, band] of bands.entries()) {
    expect(band.atas).toBeGreaterThanOrEqual(band.bawah);
    if (i > 0) expect(band.atas).toBeGreaterThanOrEqual(bands[i - 1]!.atas);
  }
});

test.for([
  {
    name: 'a missing column',
    text: 'kode,nama\n1.1,PAD',
    error: 'sumber_dana.csv, line 1: column kelompok, komponen_tkd, terikat, sumber is missing.'
  },
  {
    name: 'a value outside its list',
    text: 'kode,nama,kelompok,komponen_tkd,terikat,sumber\n1.1,PAD,PAD,,tidak,SIPD\n1.3,Lain,ANEKA,,tidak,SIPD',
    error: 'sumber_dana.csv, line 3, column kelompok: "ANEKA" is not one of PAD, TKD, TRANSFER_DAERAH, LAIN, SILPA.'
  },
  {
    name: 'a row without a source',
    text: 'kode,nama,kelompok,komponen_tkd,terikat,sumber\n1.1,PAD,PAD,,tidak,',
    error: 'sumber_dana.csv, line 2, column sumber: "" is empty.'
  }
])('readSumberDana says where the fault is: $name', ({ text, error }) => {
  expect(() => readSumberDana(text)).toThrow(error);
});

test('Kutai Kartanegara has 20 kecamatan, 193 desa and 44 kelurahan, each below its own kecamatan', async () => {
  const rows = await readWilayah('64.02', idnAreaData);
  const count = (tingkat: string) => rows.filter((row) => row.tingkat === tingkat).length;
  expect([count('kabupaten'), count('kecamatan'), count('desa'), count('kelurahan')]).toEqual([1, 20, 193, 44]);
  expect(checkRows(tables.wilayah, rows)).toEqual([]);
  expect(rows[0]).toMatchObject({
    kode: '64.02',
    nama: 'Kabupaten Kutai Kartanegara',
    kode_induk: '64',
    kode_bps: '6403'
  });
  expect(rows.find(({ kode }) => kode === '64.02.06.1001')).toMatchObject({
    nama: 'Jahab',
    tingkat: 'kelurahan',
    kode_induk: '64.02.06'
  });
  expect(rows.filter(({ kode_induk: induk, tingkat }) => tingkat === 'kelurahan' && induk === '64.02.14')).toHaveLength(
    8
  );
});

test('a code that is no regency is refused with what to give', async () => {
  await expect(readWilayah('6402', idnAreaData)).rejects.toThrow(
    'Wilayah "6402" bukan kode kabupaten atau kota yang dikenal. Tulis kode Kemendagri-nya di tepat.json, misalnya "wilayah": "64.02"'
  );
});

const real = '../shared/data/nomenklatur/nomenklatur.csv';
test.skipIf(!existsSync(real))(`names agree with ${real} (skipped where it is absent)`, () => {
  const lines = readFileSync(real, 'utf8')
    .split(/\r?\n/)
    .filter((line) => /^(program|kegiatan|sub_kegiatan),1\.06/.test(line));
  const clean = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const named = new Map(
    readNomenklatur(rujukan('nomenklatur_106.csv'), [2026]).map(({ kode, nama }) => [kode, clean(nama)])
  );
  expect(lines.length).toBe(93);
  for (const line of lines) {
    const [, kode, name] = /^\w+,([\d.]+),[\d.]+,(.*),[\d.]+$/.exec(line)!;
    expect(named.get(kode!), kode).toBe(clean(name!));
  }
});

const accounts = '../shared/data/nomenklatur/rekening_permendagri90_level1-4.csv';
test.skipIf(!existsSync(accounts))(`account names agree with ${accounts} (skipped where it is absent)`, () => {
  const clean = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const official = new Map<string, string>();
  for (const line of readFileSync(accounts, 'utf8').split(/\r?\n/)) {
    const match = /^[1-4],([\d.]+),(.*)$/.exec(line);
    // The list itself misprints the name of travel.
    if (match !== null) official.set(match[1]!, clean(match[2]!.replace('Belana', 'Belanja')));
  }
  const both = readAkun(rujukan('akun.csv'), [2026]).filter(({ kode }) => official.has(kode));
  expect(both.length).toBeGreaterThan(60);
  for (const { kode, nama } of both) expect(clean(nama), kode).toBe(official.get(kode));
});
