import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatTargetingFilter,
  isDefaultTargeting,
  noTargetingFilter,
  noTargetingLook,
  parseTargetingFilter,
  targetingMeasures,
  type TargetingFilter
} from '$lib/url/targetingFilter';

const read = (search: string) => parseTargetingFilter(new URLSearchParams(search));

test('an address without a search is the page’s own view', () => {
  expect(read('')).toEqual({ filter: noTargetingFilter, look: noTargetingLook, problems: [] });
  expect(isDefaultTargeting(noTargetingFilter)).toBe(true);
});

test('every part is read, and written back without defaults', () => {
  const search = '?tahun=2025&periode=2025-03&bantuan=SEMBAKO&desil=2&kecamatan=64.02.06&dapil=Dapil+1&ukuran=ie';
  const { filter, problems } = read(search);
  expect(problems).toEqual([]);
  expect(filter).toEqual({
    tahun: 2025,
    periode: '2025-03',
    bantuan: 'SEMBAKO',
    desil: 2,
    kecamatan: '64.02.06',
    dapil: 'Dapil 1',
    ukuran: 'ie'
  });
  expect(formatTargetingFilter(filter)).toBe(search);
  expect(formatTargetingFilter({ ...noTargetingFilter, ukuran: 'ee_choice' })).toBe('');
});

test('a marked desa is part of the address, and no part of what the engine is asked', () => {
  const { filter, look } = read('wilayah=64.02.06.1001');
  expect(look.wilayah).toBe('64.02.06.1001');
  expect(isDefaultTargeting(filter)).toBe(true);
  expect(formatTargetingFilter(filter, look)).toBe('?wilayah=64.02.06.1001');
});

test.for(['wilayah=6402061001', 'wilayah=64.02', 'wilayah=<b>', 'wilayah=Melayu'])(
  '%s is no code of a desa or kecamatan: left out and named',
  (search) => {
    const { look, problems } = read(search);
    expect(look.wilayah).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]!.id).toContain('64.02.06.2003');
  }
);

test('a map that is none is left out and named', () => {
  expect(read('peta=batas').look.peta).toBe('batas');
  const { look, problems } = read('peta=globe');
  expect([look.peta, problems.length]).toEqual([null, 1]);
});

test('a month brings its year', () => expect(read('periode=2025-03').filter.tahun).toBe(2025));

test.for([
  { name: 'a year in words', search: 'tahun=lalu', part: 'tahun' },
  { name: 'a month that does not exist', search: 'periode=2025-13', part: 'periode' },
  { name: 'a month of another year', search: 'tahun=2026&periode=2025-03', part: 'periode' },
  { name: 'a desil above ten', search: 'desil=11', part: 'desil' },
  { name: 'desil zero', search: 'desil=0', part: 'desil' },
  { name: 'a kecamatan without dots', search: 'kecamatan=640206', part: 'kecamatan' },
  { name: 'a measure that is none', search: 'ukuran=skor', part: 'ukuran' },
  { name: 'markup as a programme', search: 'bantuan=<b>', part: 'bantuan' }
])('$name is left out and named', ({ search, part }) => {
  const { filter, problems } = read(search);
  expect(filter[part as keyof TargetingFilter]).toBe(noTargetingFilter[part as keyof TargetingFilter]);
  expect(problems).toHaveLength(1);
  expect(problems[0]!.id).toContain(part);
  expect(problems[0]!.en).toContain(part);
});

test('what is written is read back, and no search throws', () => {
  const filters = fc.record({
    tahun: fc.constant(2025),
    periode: fc.constantFrom(null, '2025', '2025-12'),
    bantuan: fc.constantFrom(null, 'SEMUA', 'BLT-DD', 'Alat Bantu'),
    desil: fc.option(fc.integer({ min: 1, max: 10 })),
    kecamatan: fc.constantFrom(null, '64.02.20'),
    dapil: fc.constantFrom(null, 'Dapil contoh 3'),
    ukuran: fc.constantFrom(...targetingMeasures)
  });
  const looks = fc.record({
    wilayah: fc.constantFrom(null, '64.02.20', '64.02.06.1001'),
    peta: fc.constantFrom(null, 'batas' as const)
  });
  fc.assert(
    fc.property(filters, looks, (filter, look) => {
      expect(read(formatTargetingFilter(filter, look))).toEqual({ filter, look, problems: [] });
    })
  );
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, value) => {
      read(new URLSearchParams([[name, value]]).toString());
    })
  );
});
