import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatFilter,
  isDefault,
  noFilter,
  noThresholds,
  parseFilter,
  parseThresholds,
  type RealizationFilter,
  type ThresholdFilter
} from '$lib/url/filter';

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const digits = (most: number) => fc.integer({ min: 0, max: 10 ** most - 1 }).map(String);
const filters: fc.Arbitrary<RealizationFilter> = fc.record({
  tahun: maybe(fc.integer({ min: 2000, max: 2099 })),
  bulan: maybe(fc.integer({ min: 1, max: 12 })),
  skpd: maybe(fc.array(digits(4), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('.'))),
  kode: maybe(
    fc.constantFrom('1.06', '1.06.04', 'X.XX.01', '1.06.04.2', '1.06.04.2.01', '1.06.04.2.01.0003', '2.08.05.2.02.0010')
  ),
  jenis: maybe(fc.constantFrom('5', '5.1', '5.1.02', '5.2', '5.3', '5.4.01')),
  sumberDana: maybe(fc.constantFrom('1.1', '1.2.01.01.02', '2', 'teks:dana-desa', 'PAD_lain-lain')),
  tahap: maybe(fc.constantFrom('murni', 'pergeseran-1', 'perubahan', 'pergeseran-setelah-perubahan-12'))
});
const thresholds: fc.Arbitrary<ThresholdFilter> = fc.record({
  bawahRencana: maybe(fc.integer({ min: 0, max: 99_999 })),
  jarakFisik: maybe(fc.integer({ min: 0, max: 99_999 })),
  lonjakan: maybe(fc.integer({ min: 0, max: 99_999 })),
  minimalJuta: maybe(fc.integer({ min: 0, max: 99_999 }))
});

describe('an address and what it narrows say the same', () => {
  test('written and read again, a filter is itself', () =>
    fc.assert(
      fc.property(filters, thresholds, (filter, limits) => {
        const search = new URLSearchParams(formatFilter(filter, limits));
        expect(parseFilter(search)).toEqual({ filter, problems: [] });
        expect(parseThresholds(search)).toEqual({ thresholds: limits, problems: [] });
      })
    ));

  test('what it does not know stays in the address and changes nothing', () =>
    fc.assert(
      fc.property(filters, fc.string({ unit: 'grapheme' }), (filter, cari) => {
        const search = new URLSearchParams(formatFilter(filter, noThresholds, { cari, urut: null }));
        expect(parseFilter(search).filter).toEqual(filter);
        expect(search.get('cari')).toBe(cari === '' ? null : cari);
        expect(search.has('urut')).toBe(false);
      })
    ));

  test('defaults are left out', () => {
    expect(formatFilter(noFilter)).toBe('');
    expect(formatFilter({ ...noFilter, tahun: 2025, kode: '1.06.04' })).toBe('?tahun=2025&kode=1.06.04');
    expect(isDefault(noFilter)).toBe(true);
    expect(isDefault(noFilter, { ...noThresholds, lonjakan: 0 })).toBe(false);
  });
});

describe('a bad link still opens', () => {
  test('any text is read without throwing, and what is kept can be written again', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { filter, problems } = parseFilter(new URLSearchParams(text));
        expect(parseFilter(new URLSearchParams(formatFilter(filter))).filter).toEqual(filter);
        expect(problems.every(({ id, en }) => id !== '' && en !== '')).toBe(true);
      }),
      { numRuns: 500 }
    ));

  test('any value of any name is kept as it is, or left out and named', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(noFilter)),
        fc.string({ unit: 'binary', minLength: 1 }),
        (name, value) => {
          const search = new URLSearchParams([[name, value]]);
          const { filter, problems } = parseFilter(search);
          const kept = filter[name as keyof RealizationFilter];
          if (kept === null) expect(problems).toHaveLength(1);
          else expect([String(kept), problems]).toEqual([value, []]);
        }
      ),
      { numRuns: 500 }
    ));

  test.for([
    ['tahun', '26'],
    ['tahun', '1999'],
    ['tahun', '2025.0'],
    ['bulan', '0'],
    ['bulan', '13'],
    ['bulan', '01'],
    ['skpd', "1.06' OR 1=1"],
    ['kode', '1.06.04.2.01.0001.5'],
    ['kode', '1'],
    ['jenis', '4.1'],
    ['jenis', '5.1.02.01'],
    ['sumberDana', 'dana desa'],
    ['tahap', 'Murni'],
    ['tahap', '-1'],
    ['tahun', '２０２５']
  ] as const)('%s=%s is left out, and the sentence says what would do', ([name, value]) => {
    const { filter, problems } = parseFilter(new URLSearchParams([[name, value]]));
    expect(filter).toEqual(noFilter);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.id).toContain(`${name} "${value}" tidak dapat dibaca`);
    expect(problems[0]!.en).toContain(`Example: ${name}=`);
  });

  test('a long value is cut in the sentence', () => {
    const { problems } = parseFilter(new URLSearchParams([['skpd', 'x'.repeat(5000)]]));
    expect(problems[0]!.id.length).toBeLessThan(200);
  });

  test.for(['-1', '1.5', '1e3', '100000', 'NaN', ' 5'])('the limit %s is left out and named', (value) => {
    const { thresholds, problems } = parseThresholds(new URLSearchParams([['lonjakan', value]]));
    expect(thresholds).toEqual(noThresholds);
    expect(problems[0]!.en).toContain('not a whole number');
  });
});
