import { expect, test } from 'vitest';
import { readPeriod } from '$lib/source/period';
import { csvSheet, desa, kk, link, nik, type PersonRow, registrySheet } from './peopleSupport';

const person = (n: number, given: PersonRow = {}): PersonRow => ({
  kk: kk(n),
  nik: nik(n),
  nama: 'CONTOH',
  kode_wilayah: desa.X,
  ...given
});
const without = (role: 'nama', rows: readonly PersonRow[]): PersonRow[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== role)));
const registry = registrySheet([person(1, { desil: 1 }), person(2, { desil: 9 })]);

test('lists and registries without a column of names, beside a column of places, are read', async () => {
  const list = csvSheet(without('nama', [person(1), person(2), { kk: '', nik: '', kode_wilayah: '' }]));
  const linked = await link([registrySheet(without('nama', [person(1, { desil: 1 }), person(2, { desil: 9 })])), list]);
  expect(linked.of('X')).toMatchObject({ layak: 1, tidak_layak: 1 });
  expect(linked.tallies[0]?.baris).toMatchObject({ dibaca: 3, dipakai: 2, ditolak: 1 });
});

test('a programme cell that holds a number as long as a key becomes no code: it is asked about', async () => {
  const rows = [person(1, { program: 'BLT' }), person(2, { program: `BLT ${nik(2)}` })];
  const linked = await link([registry, csvSheet(rows, { program: null })]);
  expect(linked.tables.bantuan).toEqual([]);
  expect(linked.problems.map(({ code }) => code)).toContain('people-program');
  expect(
    JSON.stringify(linked, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  ).not.toContain(nik(2));
});

const codesOf = ({ problems }: { problems: readonly { kind: string; code: string }[] }): string[] =>
  problems.map(({ kind, code }) => `${kind} ${code}`);

test('a list whose rows all live in another regency is asked about, and counts nowhere', async () => {
  const rows = [50, 51].map((n) => person(n, { kode_wilayah: '98.01.01.2001' }));
  const linked = await link([registry, csvSheet(rows)]);
  expect(linked.problems.find(({ code }) => code === 'people-elsewhere')).toMatchObject({
    kind: 'question',
    place: { file: 'daftar.csv' },
    tepatJson: '"daftar.csv": { "abaikan": true }'
  });
  expect(linked.tallies[0]?.baris).toMatchObject({ dibaca: 2, luar_wilayah: 2 });
});

test('some rows of another regency are said, not asked about', async () => {
  const linked = await link([registry, csvSheet([person(1), person(50, { kode_wilayah: '98.01.01.2001' })])]);
  expect(codesOf(linked)).toContain('decision people-outside');
  expect(codesOf(linked)).not.toContain('question people-elsewhere');
});

test('the same list twice is said to be, and counts once', async () => {
  const rows = [person(1), person(2)];
  const linked = await link([registry, csvSheet(rows), csvSheet(rows, { file: 'salinan.csv' })]);
  expect(linked.of('X')).toMatchObject({ penerima: 2, baris_ganda: 2 });
  expect(codesOf(linked)).toContain('warning people-list-twice');
});

test('damaged keys are said by column, with the remedy', async () => {
  const rows = [person(1, { kk: '9,90206E+15' }), person(2, { nik: '640206' })];
  const linked = await link([registry, csvSheet(rows)]);
  const said = linked.problems.filter(({ code }) => code === 'people-keys-damaged');
  expect(said.map(({ place, message }) => [place.column, message.id.slice(0, 7)])).toEqual([
    ['B', '1 baris'],
    ['A', '1 baris']
  ]);
});

test('a column of stages full of other things is not used: second rows stay duplicates', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => person(1 + (i % 2), { tahap: `RAHASIA ${i}` }));
  const linked = await link([registry, csvSheet(rows)]);
  expect(linked.of('X')).toMatchObject({ penerima: 2, baris_ganda: 38 });
  expect(codesOf(linked)).toContain('question people-instalment-column');
  expect(JSON.stringify(linked.problems)).not.toContain('RAHASIA');
});

test('amounts below zero are kept and said', async () => {
  const linked = await link([registry, csvSheet([person(1, { nominal: 500 }), person(2, { nominal: -200 })])]);
  expect(linked.of('X')).toMatchObject({ rupiah_layak: 50_000n, rupiah_tidak_layak: -20_000n });
  expect(linked.problems.find(({ code }) => code === 'people-amount-negative')).toMatchObject({
    place: { row: 3, column: 'E' }
  });
});

test('a list that says its year only in its days of payment has that year; of two years it is asked', async () => {
  const noYear = { period: readPeriod('PKH') };
  const days = (...given: string[]) =>
    csvSheet(
      given.map((tanggal_daftar, i) => person(i + 1, { tanggal_daftar })),
      noYear
    );
  const one = await link([registry, days('14/03/2025', '15/03/2025')]);
  expect(one.of('X')).toMatchObject({ penerima: 2, tanggal_daftar: '2025-03-15' });
  expect(codesOf(one)).toContain('decision people-year-of-days');
  const two = await link([registry, days('14/03/2025', '15/03/2024')]);
  expect(codesOf(two)).toContain('question people-period');
});

test('a header printed again on the next page is no unknown place and no damaged key', async () => {
  const header = { kk: 'NO KK', nik: 'NIK', nama: 'NAMA', kode_wilayah: 'KODE WILAYAH' };
  const linked = await link([registry, csvSheet([person(1), header, person(2)])]);
  expect(codesOf(linked)).not.toContain('warning people-place');
  expect(codesOf(linked)).not.toContain('warning people-keys-damaged');
  expect(linked.tallies[0]?.baris).toMatchObject({ dibaca: 3, dipakai: 2, ditolak: 1 });
});
