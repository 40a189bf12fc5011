import { expect, test } from 'vitest';
import { distinctNames } from '$lib/format/distinctNames';

const kecamatan = [
  { kode: '64.02.02', nama: 'Loa Kulu' },
  { kode: '64.02.07', nama: 'Sebulu' }
];

test('two desa of one name are told apart by their kecamatan, all others keep their name', () => {
  const units = [
    { kode: '64.02.02.2014', nama: 'Sumber Sari', kecamatan: '64.02.02' },
    { kode: '64.02.07.2007', nama: 'Sumber Sari', kecamatan: '64.02.07' },
    { kode: '64.02.07.2001', nama: 'Sebulu Ilir', kecamatan: '64.02.07' }
  ];
  expect([...distinctNames(units, kecamatan).values()]).toEqual([
    'Sumber Sari (Loa Kulu)',
    'Sumber Sari (Sebulu)',
    'Sebulu Ilir'
  ]);
});

test('kecamatan themselves, and a desa whose kecamatan is not known, are named plainly', () => {
  const units = kecamatan.map(({ kode }) => ({ kode, nama: 'Sama', kecamatan: kode }));
  expect([...distinctNames(units, kecamatan).values()]).toEqual(['Sama', 'Sama']);
  const unknown = [1, 2].map((n) => ({ kode: `64.02.09.200${n}`, nama: 'Sama', kecamatan: '64.02.09' }));
  expect(new Set(distinctNames(unknown, kecamatan).values())).toEqual(new Set(['Sama']));
});
