import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadReference } from '../../src/cli/reference';
import { checkRows } from '$lib/contract/check';
import { sortedByKey } from '$lib/contract/order';
import { publishedMeasureName, publishedMeasures, publishedStageName, publishedStages } from '$lib/contract/published';
import { tables } from '$lib/contract/tables';
import { fileId, type Row } from '$lib/extract/assemble';
import { groupBy } from '$lib/extract/group';
import {
  readAngkaTerbit,
  readIhk,
  readPenduduk,
  type ReferenceFile,
  withReference
} from '$lib/extract/referenceFigures';

const rujukan = (name: string) => readFileSync(`data/rujukan/${name}`, 'utf8');
const ihk = readIhk(rujukan('ihk.csv'));
const penduduk = readPenduduk(rujukan('penduduk.csv'));
const terbit = readAngkaTerbit(rujukan('angka_terbit.csv'));

const withFile = (rows: readonly object[]) => rows.map((row) => ({ ...row, id_berkas: 'abc' }) as Row);
/** Rupiah of one figure: by region, year, measure and stage, and by a part of its source where sources differ. */
function figure(kode: string, tahun: number, ukuran: string, tahap: string, sumber = ''): number {
  const found = terbit.filter(
    (row) =>
      row.kode_wilayah === kode &&
      row.tahun === tahun &&
      row.ukuran === ukuran &&
      row.tahap === tahap &&
      row.sumber.includes(sumber)
  );
  expect(found, `${kode} ${tahun} ${ukuran} ${tahap} ${sumber}`).toHaveLength(1);
  return Number(found[0]!.rupiah / 100n);
}
const miliar = 1e9;
const triliun = 1e12;

test.for([
  { name: 'indikator', table: tables.indikator, rows: withFile([...ihk, ...penduduk]) },
  { name: 'angka_terbit', table: tables.angka_terbit, rows: withFile(terbit) }
])('$name: every row satisfies the contract, and no key stands twice', ({ table, rows }) => {
  expect(rows.length).toBeGreaterThan(15);
  expect(checkRows(table, sortedByKey(rows, table.key))).toEqual([]);
});

test('every row names its source, and no published figure is entered twice', () => {
  for (const { sumber } of [...ihk, ...penduduk, ...terbit]) expect(sumber.trim()).not.toBe('');
  const whole = terbit.map(({ kode_wilayah, tahun, ukuran, tahap, sumber, rupiah }) =>
    [kode_wilayah, tahun, ukuran, tahap, sumber, rupiah].join('|')
  );
  expect(new Set(whole).size).toBe(whole.length);
});

test('every word of the closed lists is used and has a name in both languages; other words have none', () => {
  expect(new Set(terbit.map(({ ukuran }) => ukuran))).toEqual(new Set(publishedMeasures.map(({ kata }) => kata)));
  expect(new Set(terbit.map(({ tahap }) => tahap))).toEqual(new Set(publishedStages.map(({ kata }) => kata)));
  for (const name of [...publishedMeasures, ...publishedStages].map((word) => word.name)) {
    expect(name.id.trim()).not.toBe('');
    expect(name.en.trim()).not.toBe('');
  }
  expect(publishedMeasureName('dau')?.id).toBe('DAU');
  expect(publishedStageName('murni')?.en).toBe('original budget');
  expect(publishedMeasureName('cukai')).toBeNull();
  expect(publishedStageName('DAU')).toBeNull();
});

test.for([
  { tahun: 2021, indikator: 'ihk_2018', percent: 1.87 },
  { tahun: 2022, indikator: 'ihk_2018', percent: 5.51 },
  { tahun: 2023, indikator: 'ihk_2018', percent: 2.61 },
  { tahun: 2024, indikator: 'ihk_2022', percent: 1.57 },
  { tahun: 2025, indikator: 'ihk_2022', percent: 2.92 }
])('A15: $indikator rises by $percent % in $tahun', ({ tahun, indikator, percent }) => {
  const at = (year: number) => ihk.find((row) => row.indikator === indikator && row.tahun === year)!;
  expect((at(tahun).nilai / at(tahun - 1).nilai - 1) * 100).toBeCloseTo(percent, 2);
  expect(at(tahun)).toMatchObject({ kode_wilayah: '00', bulan: 12, satuan: `${indikator.slice(4)}=100` });
});

test('A15: the bases overlap in December 2023, factor 1.1085117', () => {
  const [old, current] = ihk.filter(({ tahun }) => tahun === 2023).map(({ nilai }) => nilai) as [number, number];
  expect(old / current).toBeCloseTo(1.1085117, 7);
});

const parts2026 = ['dbh', 'dau', 'dak', 'otsus', 'diy', 'dana_desa', 'insentif_fiskal'];

test('A16: the RAPBN 2026 components add up to 650.0 T, 24.8 % below the outlook and 29.3 % below the APBN of 2025', () => {
  const sum = parts2026.reduce((all, part) => all + figure('00', 2026, part, 'rapbn', 'era.id'), 0);
  expect(sum).toBe(650 * triliun);
  expect(sum).toBe(figure('00', 2026, 'tkd', 'rapbn'));
  expect((sum / figure('00', 2025, 'tkd', 'outlook') - 1) * 100).toBeCloseTo(-24.8, 1);
  expect((sum / figure('00', 2025, 'tkd', 'apbn') - 1) * 100).toBeCloseTo(-29.3, 1);
});

test('A16: the DAK of 155.5 T that one outlet prints breaks the sum, and its note says so', () => {
  const odd = terbit.find(
    (row) => row.ukuran === 'dak' && row.tahap === 'rapbn' && row.rupiah === 15_550_000_000_000_000n
  );
  expect(odd?.catatan).toMatch(/^Keliru/);
});

test.for([
  {
    name: 'the cut of TKD 2025 is the sum of its components',
    left: () => figure('00', 2025, 'tkd', 'efisiensi'),
    right: () =>
      ['dbh', 'dau', 'dak_fisik', 'otsus', 'diy', 'dana_desa'].reduce(
        (sum, one) => sum + figure('00', 2025, one, 'efisiensi'),
        0
      ),
    within: 0.005 * triliun
  },
  {
    name: 'UU APBN 2026: what is not named is about 59.5 T',
    left: () =>
      figure('00', 2026, 'tkd', 'apbn') -
      ['dau', 'dak', 'otsus', 'dana_desa', 'insentif_fiskal'].reduce(
        (sum, one) => sum + figure('00', 2026, one, 'apbn'),
        0
      ),
    right: () => 59.5 * triliun,
    within: 0.06 * triliun
  },
  {
    name: 'DTU of Kukar 2026 is DBH and DAU',
    left: () => figure('64.02', 2026, 'dtu', 'alokasi'),
    right: () => figure('64.02', 2026, 'dbh', 'alokasi') + figure('64.02', 2026, 'dau', 'alokasi'),
    within: 0.01 * triliun
  },
  {
    name: 'SiLPA 2024 = SiLPA 2023 - equity - deficit',
    left: () => figure('64.02', 2024, 'silpa', 'realisasi'),
    right: () =>
      figure('64.02', 2024, 'silpa_tahun_lalu', 'realisasi') -
      figure('64.02', 2024, 'penyertaan_modal', 'realisasi') -
      figure('64.02', 2024, 'defisit', 'realisasi'),
    within: 0.06 * miliar
  },
  {
    name: 'SiLPA 2024 is the carry-over of the amended budget 2025',
    left: () => figure('64.02', 2024, 'silpa', 'realisasi'),
    right: () => figure('64.02', 2025, 'silpa_tahun_lalu', 'perubahan'),
    within: 0.05 * miliar
  },
  {
    name: 'revenue of the amended budget 2025 is PAD, transfers and the rest',
    left: () => figure('64.02', 2025, 'pendapatan', 'perubahan'),
    right: () =>
      ['pad', 'transfer', 'pendapatan_lain'].reduce((sum, one) => sum + figure('64.02', 2025, one, 'perubahan'), 0),
    within: 0.5 * miliar
  },
  {
    name: 'APBD 2026 is revenue and carry-over',
    left: () => figure('64.02', 2026, 'apbd', 'murni', 'prokal'),
    right: () => figure('64.02', 2026, 'pendapatan', 'murni') + figure('64.02', 2026, 'silpa_tahun_lalu', 'murni'),
    within: 0
  },
  {
    name: 'revenue and spending of 2024 differ by the deficit, as rounded',
    left: () => figure('64.02', 2024, 'belanja', 'realisasi') - figure('64.02', 2024, 'pendapatan', 'realisasi'),
    right: () => figure('64.02', 2024, 'defisit', 'realisasi'),
    within: 10 * miliar
  }
])('$name', ({ left, right, within }) => expect(Math.abs(left() - right())).toBeLessThanOrEqual(within));

test('a note stands in both languages or in none, and never in the same words', () => {
  const noted = terbit.filter(({ catatan }) => catatan !== null);
  expect(noted.length).toBeGreaterThan(50);
  for (const { catatan, catatan_en } of terbit) {
    expect(catatan === null, String(catatan ?? catatan_en)).toBe(catatan_en === null);
    if (catatan !== null) expect(catatan).not.toBe(catatan_en);
    if (catatan !== null) expect(/Bertentangan/.test(catatan)).toBe(/[Ii]n conflict/.test(catatan_en!));
  }
});

test('where sources conflict, both stand and a note says it', () => {
  const kukar2025 = terbit.filter((row) => row.kode_wilayah === '64.02' && row.tahun === 2025);
  const tkd = kukar2025.filter(({ ukuran }) => ukuran === 'tkd').map(({ rupiah }) => Number(rupiah / 100n));
  expect(tkd.toSorted((a, b) => a - b)).toEqual([7.08 * triliun, 7870.27 * miliar]);
  expect(kukar2025.find(({ ukuran }) => ukuran === 'dtu')?.catatan).toMatch(/Bertentangan/);
  const groups = groupBy(
    terbit.filter(({ tahap }) => tahap !== 'tidak_disebut'),
    ({ kode_wilayah, tahun, ukuran, tahap }) => [kode_wilayah, tahun, ukuran, tahap].join(' ')
  );
  for (const [which, rows] of groups) {
    if (new Set(rows.map(({ rupiah }) => rupiah)).size < 2) continue;
    expect(
      rows.filter(({ catatan }) => /Bertentangan|Keliru/.test(catatan ?? '')).length,
      which
    ).toBeGreaterThanOrEqual(rows.length - 1);
  }
});

test('two official numbers of people of Kukar 2025 stand side by side; the ten regencies add up to the province', () => {
  const of = (kode: string) => penduduk.filter((row) => row.kode_wilayah === kode && row.tahun === 2025);
  expect(of('64.02').map(({ nilai }) => nilai)).toEqual([806_964, 845_621]);
  expect(of('64.02').map(({ sumber }) => sumber.split(/[ ,]/)[0])).toEqual(['Kemendagri', 'BPS']);
  const regencies = penduduk.filter(
    (row) => row.kode_wilayah.startsWith('64.') && row.tahun === 2025 && row.sumber.startsWith('Kemendagri')
  );
  expect(regencies).toHaveLength(10);
  expect(regencies.reduce((sum, { nilai }) => sum + nilai, 0)).toBe(of('64')[0]!.nilai);
});

test.for([
  {
    name: 'a measure outside its list',
    read: () => readAngkaTerbit(`${header}\n00,2025,cukai,apbn,,1,koran,,`),
    error: /angka_terbit\.csv, line 2, column ukuran: "cukai" is not one of tkd, /
  },
  {
    name: 'rupiah with a decimal comma',
    read: () => readAngkaTerbit(`${header}\n00,2025,tkd,apbn,,"919,9",koran,,`),
    error: 'angka_terbit.csv, line 2, column rupiah: "919,9" is no whole rupiah.'
  },
  {
    name: 'a date that is none',
    read: () => readAngkaTerbit(`${header}\n00,2025,tkd,apbn,2025-06-31,1,koran,,`),
    error: 'angka_terbit.csv, line 2, column per_tanggal: "2025-06-31" is no date such as 2025-06-30.'
  },
  {
    name: 'a base year nobody knows',
    read: () => readIhk('tahun,bulan,dasar,nilai,sumber\n2025,12,2012,140,BPS'),
    error: 'ihk.csv, line 2, column dasar: "2012" is not one of 2018, 2022.'
  },
  {
    name: 'people without a source',
    read: () => readPenduduk('kode_wilayah,nama,tahun,jiwa,sumber\n64.02,Kukar,2025,1,'),
    error: 'penduduk.csv, line 2, column sumber: "" is empty.'
  }
])('a fault is named with file, line and column: $name', ({ read, error }) => expect(read).toThrow(error));
const header = 'kode_wilayah,tahun,ukuran,tahap,per_tanggal,rupiah,sumber,catatan,catatan_en';

const region = (kode: string): Row => ({ kode });
const files: ReferenceFile[] = [
  { nama: 'penduduk.csv', sha256: 'a'.repeat(64), table: 'indikator', rows: penduduk },
  { nama: 'angka_terbit.csv', sha256: 'b'.repeat(64), table: 'angka_terbit', rows: terbit }
];

test.for([
  {
    name: 'Kukar: the nation, the province and its neighbours',
    wilayah: [region('64.02'), region('64.02.06')],
    regions: ['00', '64']
  },
  { name: 'Lampung Selatan: the nation only', wilayah: [region('18.01')], regions: ['00'] },
  { name: 'no region known: the nation only', wilayah: [], regions: ['00'] }
])('withReference adds what concerns the extract: $name', ({ wilayah, regions }) => {
  const out = withReference({ wilayah }, files);
  for (const table of ['indikator', 'angka_terbit'] as const)
    expect(new Set(out[table]!.map((row) => String(row.kode_wilayah).slice(0, 2)))).toEqual(new Set(regions));
});

test('withReference: a row of the user’s own file stands instead of ours with the same key, others beside it; the argument stays', () => {
  const ours = penduduk.find(({ kode_wilayah }) => kode_wilayah === '00')!;
  const own = { ...ours, nilai: 1, id_berkas: 'milik' } as Row;
  const beside = { ...ours, sumber: 'Sensus', nilai: 2, id_berkas: 'milik' } as Row;
  const given = { indikator: [own, beside] };
  const out = withReference(given, files);
  expect(out.indikator!.filter((row) => row.tahun === 2025)).toEqual([own, beside]);
  expect(given.indikator).toHaveLength(2);
});

test('withReference: each file used is a row of berkas with its hash, and every row names it', async () => {
  const { figures } = await loadReference(null);
  const out = withReference({ wilayah: [region('64.02')] }, figures);
  expect(out.berkas!.map(({ nama }) => nama)).toEqual([
    'rujukan/ihk.csv',
    'rujukan/penduduk.csv',
    'rujukan/angka_terbit.csv'
  ]);
  expect(checkRows(tables.berkas, sortedByKey(out.berkas!, tables.berkas.key))).toEqual([]);
  const known = new Set(figures.map(({ sha256 }) => fileId(sha256)));
  for (const row of [...out.indikator!, ...out.angka_terbit!]) expect(known.has(row.id_berkas as string)).toBe(true);
  expect(withReference(out, figures)).toEqual(out);
});

test('withReference: a file with nothing of concern leaves no trace', () => {
  const local: ReferenceFile = {
    ...files[0]!,
    rows: penduduk.filter(({ kode_wilayah }) => kode_wilayah !== '00')
  };
  expect(withReference({ wilayah: [region('18.01')] }, [local])).toEqual({ wilayah: [region('18.01')] });
});
