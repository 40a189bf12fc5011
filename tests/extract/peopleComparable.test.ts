import { expect, test } from 'vitest';
import { comparableClasses } from '$lib/extract/people/comparable';

const wilayah = [
  ...['1001', '1002'].map((n) => ({ kode: `99.01.01.${n}`, tingkat: 'kelurahan' })),
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => ({ kode: `99.01.01.200${n}`, tingkat: 'desa' })),
  { kode: '99.01.01', tingkat: 'kecamatan' }
];
const vintase = [
  { vintase: '2025-T1', berlaku_sejak: '2025-01-01' },
  { vintase: '2024-T4', berlaku_sejak: '2024-10-01' }
];

test('desa fall into thirds by the families of the latest vintage, equal ones together; kelurahan are a class of their own', () => {
  const sizes: Record<string, number> = { 1001: 900, 2001: 10, 2002: 20, 2003: 20, 2004: 30, 2005: 40, 2006: 50 };
  const registri = Object.entries(sizes).flatMap(([n, keluarga]) => [
    { vintase: '2025-T1', kode_wilayah: `99.01.01.${n}`, desil: 1, keluarga: keluarga - 5 },
    { vintase: '2025-T1', kode_wilayah: `99.01.01.${n}`, desil: null, keluarga: 5 },
    { vintase: '2024-T4', kode_wilayah: `99.01.01.${n}`, desil: 1, keluarga: 1000 - keluarga }
  ]);
  const classes = comparableClasses(wilayah, { vintase, registri });
  const of = (n: number): string | undefined => classes.get(`99.01.01.${n}`);
  expect([2001, 2002, 2003, 2004, 2005, 2006].map(of)).toEqual([
    'Desa kecil',
    'Desa kecil',
    'Desa kecil',
    'Desa sedang',
    'Desa besar',
    'Desa besar'
  ]);
  expect([of(1001), of(1002), of(2007), classes.get('99.01.01')]).toEqual([
    'Kelurahan',
    undefined,
    undefined,
    undefined
  ]);
});

test('without a registry there are no classes', () => {
  expect(comparableClasses(wilayah, { vintase: [], registri: [] }).size).toBe(0);
});
