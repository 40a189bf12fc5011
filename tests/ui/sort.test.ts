import { expect, test } from 'vitest';
import type { DataColumn } from '$lib/format/table';
import { nextSort, searchRows, sortRows } from '$lib/ui/sort';

const rows = [
  { nama: 'Permakanan Lansia', pagu: 5 },
  { nama: 'Alat Bantu', pagu: null },
  { nama: 'Santunan Café', pagu: -2 },
  { nama: 'alat peraga 10', pagu: 5 },
  { nama: 'alat peraga 9', pagu: 0 }
];
const names = (sorted: readonly { nama?: unknown }[]) => sorted.map(({ nama }) => nama);

test.for([
  {
    name: 'numbers down, equals in their order, unknown last',
    sort: { key: 'pagu', descending: true },
    expected: [5, 5, 0, -2, null]
  },
  { name: 'numbers up, unknown still last', sort: { key: 'pagu', descending: false }, expected: [-2, 0, 5, 5, null] }
])('sortRows: $name', ({ sort, expected }) => {
  expect(sortRows(rows, sort, 'id').map(({ pagu }) => pagu)).toEqual(expected);
});

test('a word among numbers, such as hidden, stands after them and before what is not known, either way', () => {
  const mixed = ['disembunyikan', 4, null, 7].map((nilai) => ({ nilai }));
  const order = (descending: boolean) => sortRows(mixed, { key: 'nilai', descending }, 'id').map(({ nilai }) => nilai);
  expect(order(true)).toEqual([7, 4, 'disembunyikan', null]);
  expect(order(false)).toEqual([4, 7, 'disembunyikan', null]);
});

test('text sorts regardless of case, numbers inside by size, and the rows given stay as they were', () => {
  const before = [...rows];
  expect(names(sortRows(rows, { key: 'nama', descending: false }, 'id')).slice(0, 3)).toEqual([
    'Alat Bantu',
    'alat peraga 9',
    'alat peraga 10'
  ]);
  expect(rows).toEqual(before);
  expect(sortRows(rows, null, 'id')).toBe(rows);
});

test.for([
  { name: 'every word, any order', search: 'lansia permakanan', expected: ['Permakanan Lansia'] },
  { name: 'accents and case do not matter', search: 'CAFE', expected: ['Santunan Café'] },
  { name: 'empty keeps all', search: '  ', expected: names(rows) },
  { name: 'nothing matches', search: 'alat lansia', expected: [] }
])('searchRows: $name', ({ search, expected }) => expect(names(searchRows(rows, search))).toEqual(expected));

test('a heading turns its order, then gives it up', () => {
  const number: DataColumn = { key: 'pagu', label: 'Pagu', kind: 'rupiah' };
  const first = nextSort(null, number);
  expect(first).toEqual({ key: 'pagu', descending: true });
  const second = nextSort(first, number);
  expect(second).toEqual({ key: 'pagu', descending: false });
  expect(nextSort(second, number)).toBeNull();
  expect(nextSort(first, { key: 'nama', label: 'Nama', kind: 'text' })).toEqual({ key: 'nama', descending: false });
});
