import { expect, test } from 'vitest';
import { csvSheet, desa, home, kk, link, type PersonRow, registrySheet } from './peopleSupport';

const family = (n: number, given: PersonRow): PersonRow => ({
  kk: kk(n),
  nama: 'CONTOH',
  kode_wilayah: desa.X,
  desil: 1,
  ...given
});

/** Families of a registry whose day of the last check is fresh, missing, or in the future, as of 2025-12-31. */
async function freshness(days: readonly string[]) {
  const linked = await link([registrySheet(days.map((tanggal, i) => family(i + 1, { tanggal })))]);
  const row = linked.tables.kesegaran.find(({ kode_wilayah }) => kode_wilayah === home)!;
  return {
    counts: [row.segar_12_bulan, row.tanpa_tanggal, row.tanggal_depan],
    problems: linked.problems.filter(({ code }) => code.startsWith('people-date'))
  };
}

test.for([
  {
    name: 'year first without marks',
    days: ['20250331', '20250401', '20231231'],
    counts: [2, 0, 0],
    code: 'people-date-style'
  },
  {
    name: 'day first without marks',
    days: ['31032025', '1042025', '31122023'],
    counts: [2, 0, 0],
    code: 'people-date-style'
  },
  {
    name: 'month first, which one day past 12 tells',
    days: ['3/31/2025', '1/2/2025', '2/12/2023'],
    counts: [2, 0, 0],
    code: 'people-date-style'
  },
  { name: 'zeros for no day', days: ['31/03/2025', '00/00/0000', '0'], counts: [1, 2, 0], code: undefined },
  {
    name: 'with months in words and two digits of the year',
    days: ['31-Mar-25', '1-Apr-25', '31 Des 2023'],
    counts: [2, 0, 0],
    code: undefined
  },
  { name: 'serial numbers of a spreadsheet', days: ['45747', '45747.5', '44000'], counts: [2, 0, 0], code: undefined }
])('a column of days: $name', async ({ days, counts, code }) => {
  const found = await freshness(days);
  expect(found.counts).toEqual(counts);
  expect(found.problems.map((problem) => problem.code)).toEqual(code === undefined ? [] : [code]);
});

test('days without marks in two orders are not read, and it is said where', async () => {
  const { counts, problems } = await freshness(['20250331', '31032025', '31-03-2025']);
  expect(counts).toEqual([1, 2, 0]);
  expect(problems).toMatchObject([{ kind: 'warning', code: 'people-date-unread', place: { row: 2, column: 'E' } }]);
});

test('a column half day first and half month first is read in neither way', async () => {
  const { counts, problems } = await freshness(['31/03/2025', '3/31/2025', '4/5/2025']);
  expect(counts).toEqual([0, 3, 0]);
  expect(problems.map(({ code }) => code).sort()).toEqual(['people-date-mixed', 'people-date-unread']);
});

test('one slip in a long column of days is a slip, not another order', async () => {
  const many = Array.from({ length: 60 }, (_, i) => `${13 + (i % 15)}/${1 + Math.floor(i / 15)}/2025`);
  const { counts, problems } = await freshness([...many, '12/31/2025']);
  expect(counts).toEqual([60, 1, 0]);
  expect(problems.map(({ code }) => code)).toEqual(['people-date-unread']);
});

test('cells of desil that are no desil count as not decided, and their number and first row are said, never what they hold', async () => {
  const desil = ['Desil 3', '3.0', 'III', '1-2', 'belum ditetapkan', '#N/A', 'RAHASIA'];
  const linked = await link([registrySheet(desil.map((cell, i) => family(i + 1, { desil: cell })))]);
  const counts = linked.tables.registri.filter(({ kode_wilayah, keluarga }) => kode_wilayah === home && keluarga !== 0);
  expect(counts.map((row) => [row.desil, row.keluarga])).toEqual([
    [3, 3],
    [null, 4]
  ]);
  const said = linked.problems.filter(({ code }) => code === 'people-desil-unread');
  expect(said).toMatchObject([{ kind: 'warning', place: { file: 'dtsen.csv', row: 5, column: 'D' } }]);
  expect(said[0]!.message.id).toMatch(/^2 baris/);
  expect(JSON.stringify(linked)).not.toMatch(/RAHASIA|1-2"/);
});

test('a desil column without one desil is a question: it may be another column', async () => {
  const linked = await link([registrySheet([family(1, { desil: 'Melayu' }), family(2, { desil: 'Timbau' })])]);
  expect(linked.problems.find(({ code }) => code === 'people-desil-unread')).toMatchObject({
    kind: 'question',
    tepatJson: '"dtsen.csv": { "kolom": { "Nama kolom desil": "desil" } }'
  });
});

test('the header and totals of a printed page are no faults of the column', async () => {
  const rows = [family(1, {}), { kk: 'NO KK', nama: 'NAMA', desil: 'DESIL', kode_wilayah: '' }, family(2, {})];
  const linked = await link([registrySheet(rows)]);
  expect(linked.problems.map(({ code }) => code)).not.toContain('people-desil-unread');
});

test('amounts that cannot be read are named by column and first row', async () => {
  const rows = [500, '', 'lunas'].map((nominal, i) => family(i + 1, { nominal }));
  const linked = await link([csvSheet(rows.map(({ desil: _desil, ...row }) => row))]);
  expect(linked.problems.find(({ code }) => code === 'people-amount')).toMatchObject({
    place: { row: 3, column: 'D' }
  });
});
