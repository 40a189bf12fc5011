import { describe, expect, test } from 'vitest';
import { type SheetRead, tallyOf } from '$lib/source/layout';
import { readExport } from '$lib/source/recognise';
import type { Cell } from '$lib/source/sheet';
import { csv } from '../extract/support';

function read(rows: readonly (readonly Cell[])[], file = 'tkdd_2025_64.02_bulan_06.csv'): SheetRead {
  const { sheets, problems } = readExport(csv(rows), file);
  expect(problems.filter(({ kind }) => kind === 'reject')).toEqual([]);
  expect(sheets).toHaveLength(1);
  return sheets[0]!;
}

const codes = ({ problems }: SheetRead): string[] =>
  problems.map(({ code }) => code).filter((code) => !['number-style', 'unit'].includes(code));
const leaves = (sheet: SheetRead) =>
  sheet.regional.map(({ komponen, subkomponen, anggaran, realisasi }) => [
    komponen,
    subkomponen,
    Number(anggaran) / 1e11,
    realisasi === null ? null : Number(realisasi) / 1e11
  ]);
const total = (sheet: SheetRead): [number, number] => [
  sheet.regional.reduce((sum, { anggaran }) => sum + Number(anggaran ?? 0n), 0) / 1e11,
  sheet.regional.reduce((sum, { realisasi }) => sum + Number(realisasi ?? 0n), 0) / 1e11
];
/** Rupiah of an amount in miliar. */
const m = (miliar: number): string => String(BigInt(miliar) * 10n ** 9n);

const plainHeader = ['Jenis TKDD', 'Anggaran', 'Realisasi', '%'];

describe('the plain form', () => {
  test('components, details below them by order, and the rest of what is itemised only in part', () => {
    const sheet = read([
      plainHeader,
      ['Total TKDD', m(3000), m(1500), '50,00 %'],
      ['Transfer ke Daerah', m(2800), m(1400), '50,00 %'],
      ['DBH', m(1500), m(750), '50,00 %'],
      ['Transfer DBH PPh Pasal 21', m(400), m(200), '50,00 %'],
      ['Transfer DBH SDA Minyak Bumi', m(600), m(300), '50,00 %'],
      ['DAU', m(1000), m(500), '50,00 %'],
      ['Dana Alokasi Umum', m(1000), m(500), '50,00 %'],
      ['DAK Non Fisik', m(300), m(150), '50,00 %'],
      ['Dana Tunjangan Profesi Guru PNSD', m(300), m(150), '50,00 %'],
      ['Dana Desa', m(200), m(100), '50,00 %'],
      ['Dana Desa', m(200), m(100), '50,00 %']
    ]);
    expect(leaves(sheet)).toEqual([
      ['dbh_pajak', 'Transfer DBH PPh Pasal 21', 400, 200],
      ['dbh_sda', 'Transfer DBH SDA Minyak Bumi', 600, 300],
      ['dbh_tak_dirinci', null, 500, 250],
      ['dau_tak_dirinci', 'Dana Alokasi Umum', 1000, 500],
      ['dak_nonfisik', 'Dana Tunjangan Profesi Guru PNSD', 300, 150],
      ['dana_desa', 'Dana Desa', 200, 100]
    ]);
    expect(total(sheet)).toEqual([3000, 1500]);
    expect(codes(sheet)).toEqual(['rest']);
    expect(sheet.period).toMatchObject({ tahun: 2025, bulan: 6 });
    expect(sheet.regional.every(({ basis }) => basis === 'alokasi')).toBe(true);
  });

  test('a line of DAK with its two parts, each itemised', () => {
    const sheet = read([
      plainHeader,
      ['DAK', m(500), m(250), ''],
      ['DAK Fisik', m(200), m(100), ''],
      ['Dana Alokasi Khusus Fisik', m(150), m(80), ''],
      ['DAK Non Fisik', m(300), m(150), ''],
      ['Dana BOK', m(300), m(150), ''],
      ['DAU', m(1000), m(500), '']
    ]);
    expect(leaves(sheet)).toEqual([
      ['dak_fisik', 'Dana Alokasi Khusus Fisik', 150, 80],
      ['dak_fisik', null, 50, 20],
      ['dak_nonfisik', 'Dana BOK', 300, 150],
      ['dau_tak_dirinci', null, 1000, 500]
    ]);
  });

  test('text in miliar, and the basis from a title', () => {
    const sheet = read([
      ['Realisasi TKDD Berdasarkan SP2D'],
      plainHeader,
      ['DBH', '1.500,50 M', '', ''],
      ['DAU', '1.000,00 M', '500,00 M', '50,00 %']
    ]);
    expect(leaves(sheet)).toEqual([
      ['dbh_tak_dirinci', null, 1500.5, null],
      ['dau_tak_dirinci', null, 1000, 500]
    ]);
    expect(sheet.regional.every(({ basis }) => basis === 'sp2d')).toBe(true);
  });

  test('what the total has beyond its components is not lost', () => {
    const sheet = read([
      plainHeader,
      ['Total TKDD', m(3000), m(1500), ''],
      ['DBH', m(1500), m(750), ''],
      ['DAU', m(1000), m(500), '']
    ]);
    expect(leaves(sheet).at(-1)).toEqual(['transfer_pusat_tak_dirinci', null, 500, 250]);
    expect(total(sheet)).toEqual([3000, 1500]);
  });

  test('components above their total are a difference that is reported', () => {
    const sheet = read([
      plainHeader,
      ['Total TKDD', m(2000), m(1250), ''],
      ['DBH', m(1500), m(750), ''],
      ['DAU', m(1000), m(500), '']
    ]);
    expect(codes(sheet)).toEqual(['parent-sum']);
    expect(total(sheet)).toEqual([2500, 1250]);
  });
});

const codedHeader = [
  'tahun',
  'kdprov_djpk',
  'kdpemda_djpk',
  'nmpemda',
  'keterangan_periode',
  'kode',
  'uraian',
  'anggaran_rp',
  'realisasi_rp'
];
const coded = (kode: string, uraian: string, anggaran: number, realisasi: number): Cell[] => [
  '2024',
  '17',
  '03',
  'Kab. Kutai Kartanegara',
  'Realisasi Berdasarkan SP2D s.d. September',
  kode,
  uraian,
  m(anggaran),
  m(realisasi)
];

describe('the coded form', () => {
  const sound = [
    coded('0', 'Total TKDD', 3000, 1500),
    coded('1', 'Transfer ke Daerah', 2800, 1400),
    coded('11', 'DBH', 1500, 750),
    coded('11_611111', 'Transfer DBH PPh Pasal 21', 400, 200),
    coded('12', 'DAU', 1300, 650),
    coded('2', 'Dana Desa (total)', 200, 100),
    coded('21', 'Dana Desa', 200, 100)
  ];

  test('year, region, month and basis stand in the rows', () => {
    const sheet = read([codedHeader, ...sound], 'unduhan.csv');
    expect(sheet.regional[0]).toMatchObject({
      tahun: 2024,
      sampaiBulan: 9,
      basis: 'sp2d',
      wilayah: { kodeDjpk: '17.03', nama: 'Kab. Kutai Kartanegara' }
    });
    expect(total(sheet)).toEqual([3000, 1500]);
    expect(codes(sheet)).toEqual(['rest']);
  });

  test('the order of rows does not matter', () => {
    const sheet = read([codedHeader, ...sound.toReversed()]);
    expect(total(sheet)).toEqual([3000, 1500]);
    expect(tallyOf(sheet)).toMatchObject({ dibaca: 7, dipakai: 3, induk: 4 });
  });

  const damaged = sound.map((row) => (row[5] === '11' ? coded('11', 'DBH', 200, 100) : row));

  test('a component that repeats another and contradicts its total gives way to what the total leaves', () => {
    const sheet = read([codedHeader, ...damaged]);
    expect(codes(sheet)).toEqual(['row-damaged', 'rest']);
    expect(total(sheet)).toEqual([3000, 1500]);
    expect(leaves(sheet)).toContainEqual(['dbh_tak_dirinci', null, 1100, 550]);
    expect(tallyOf(sheet)).toMatchObject({ dibaca: 7, ditolak: 1 });
  });

  test('a derived row stands in for it, and one that disagrees is named', () => {
    const sheet = read([codedHeader, ...damaged, coded('11*', 'DBH (turunan)', 1500, 750)]);
    expect(codes(sheet)).toEqual(['row-damaged', 'rest']);
    expect(tallyOf(sheet)).toMatchObject({ dibaca: 8, ditolak: 1 });
    const wrong = read([codedHeader, ...damaged, coded('11*', 'DBH (turunan)', 1499, 750)]);
    expect(codes(wrong)).toEqual(['row-damaged', 'derived-differs', 'rest']);
    expect(total(wrong)).toEqual([3000, 1500]);
  });

  test('a derived row beside a sound one is only counted', () => {
    const sheet = read([codedHeader, ...sound, coded('11*', 'DBH (turunan)', 1500, 750)]);
    expect(codes(sheet)).toEqual(['rest']);
    expect(tallyOf(sheet)).toMatchObject({ dibaca: 8, ditolak: 0, induk: 5 });
  });

  test('a component of the same amount as another is no damage where its total agrees', () => {
    const equal = [coded('0', 'Total TKDD', 400, 200), coded('11', 'DBH', 200, 100), coded('12', 'DAU', 200, 100)];
    const sheet = read([codedHeader, ...equal]);
    expect(codes(sheet)).toEqual([]);
    expect(total(sheet)).toEqual([400, 200]);
  });

  test('columns that change places are noticed though most rows were paid in full', () => {
    const names = ['DBH', 'DAU', 'DAK Fisik', 'DAK Non Fisik', 'DID', 'Dana Desa', 'Dana Otonomi Khusus'];
    const rows = names.map((name, i): Cell[] => [
      name,
      m(100 + i),
      m(i < 5 ? 50 + i : 100 + i),
      i < 5 ? `${(((50 + i) / (100 + i)) * 100).toFixed(2).replace('.', ',')} %` : '100,00 %'
    ]);
    expect(codes(read([plainHeader, ...rows]))).toEqual([]);
    const sheet = read([['Jenis TKDD', 'Realisasi', 'Anggaran', '%'], ...rows]);
    expect(codes(sheet)).toEqual(['columns-swapped']);
    expect(sheet.regional).toEqual([]);
  });

  test('several months in one file stay apart', () => {
    const months = [6, 7].flatMap((bulan) => sound.map((row) => [...row.slice(0, 4), bulan, ...row.slice(5)]));
    const sheet = read([codedHeader.with(4, 'bulan'), ...months]);
    expect(new Set(sheet.regional.map(({ sampaiBulan }) => sampaiBulan))).toEqual(new Set([6, 7]));
    expect(total(sheet)).toEqual([6000, 3000]);
  });

  test('a code of no shape, or twice, is left out', () => {
    const sheet = read([codedHeader, ...sound, coded('x', 'Lain', 1, 1), coded('12', 'DAU', 1, 1)]);
    expect(codes(sheet).filter((code) => code === 'label')).toHaveLength(2);
    expect(total(sheet)).toEqual([3000, 1500]);
  });
});
