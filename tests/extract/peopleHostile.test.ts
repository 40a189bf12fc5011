import { expect, test } from 'vitest';
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
