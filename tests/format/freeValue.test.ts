import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalsOf, formatFree, freeTsv, isQuantity, type FreeValueColumn } from '$lib/format/freeValue';

const column = (
  kind: FreeValueColumn['kind'],
  name = 'nilai',
  scale = kind === 'decimal' ? 2 : 0
): FreeValueColumn => ({
  name,
  kind,
  scale
});

describe('a value of a free answer is read in the language of the page', () => {
  test.for([
    { kind: 'integer', value: '1234567', id: '1.234.567', en: '1,234,567' },
    { kind: 'integer', value: '-12', id: '−12', en: '−12' },
    { kind: 'integer', name: 'tahun', value: '2026', id: '2026', en: '2026' },
    { kind: 'integer', name: 'sampai_bulan', value: '10', id: '10', en: '10' },
    { kind: 'decimal', name: 'kewajiban_per_bulan', value: '2026.50', id: '2.026,50', en: '2,026.50' },
    {
      kind: 'decimal',
      value: '12345678901234567890.05',
      id: '12.345.678.901.234.567.890,05',
      en: '12,345,678,901,234,567,890.05'
    },
    { kind: 'decimal', value: '-0.50', id: '−0,50', en: '−0.50' },
    { kind: 'decimal', value: '-0.00', id: '0,00', en: '0.00' },
    { kind: 'double', value: '0.7399163665589734', id: '0,739916', en: '0.739916' },
    { kind: 'double', value: '-1234567.891', id: '−1.234.567,89', en: '−1,234,567.89' },
    { kind: 'double', value: '1e-09', id: '1e−09', en: '1e−09' },
    { kind: 'double', value: 'nan', id: 'nan', en: 'nan' },
    { kind: 'double', value: 'inf', id: 'inf', en: 'inf' },
    { kind: 'text', value: '0012', id: '0012', en: '0012' },
    { kind: 'date', value: '2025-03-31', id: '2025-03-31', en: '2025-03-31' },
    { kind: 'boolean', value: 'true', id: 'true', en: 'true' },
    { kind: 'integer', value: null, id: '–', en: '–' },
    { kind: 'text', value: 'x'.repeat(400), id: `${'x'.repeat(300)}…`, en: `${'x'.repeat(300)}…` }
  ] as const)('$kind $value', ({ kind, value, id, en, ...rest }) => {
    const one = column(kind, 'name' in rest ? rest.name : undefined);
    const decimals = kind === 'decimal' ? 2 : 0;
    expect([formatFree(value, one, 'id', decimals), formatFree(value, one, 'en', decimals)]).toEqual([id, en]);
  });

  test('every digit of a decimal is there', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 36n), max: 10n ** 36n }), fc.integer({ min: 0, max: 99 }), (whole, sen) => {
        const value = `${whole}.${String(sen).padStart(2, '0')}`;
        const digits = (text: string) => text.replaceAll(/\D/g, '');
        expect(digits(formatFree(value, column('decimal'), 'id', 2))).toBe(digits(value));
      })
    ));
});

test('sen are left out where a whole column has none, and kept for all where one has', () => {
  expect(decimalsOf(['1.00', null, '-20.00'], column('decimal'))).toBe(0);
  expect(decimalsOf(['1.00', '2.50'], column('decimal'))).toBe(2);
  expect(decimalsOf(['1', '2'], column('integer'))).toBe(0);
});

test.for([
  { one: column('integer', 'penerima_di_luar_desil_layak'), is: true },
  { one: column('double', 'umur_median_hari'), is: true },
  { one: column('integer', 'desil'), is: false },
  { one: column('integer', 'tahun'), is: false },
  { one: column('integer', 'bulan_terakhir'), is: false },
  { one: column('text', 'kode'), is: false }
])('$one.kind $one.name is a quantity: $is', ({ one, is }) => expect(isQuantity(one)).toBe(is));

test('a copied table keeps its digits, has the decimal mark of the language, and runs no formula', () => {
  const columns = [column('text', '=nama'), column('decimal', 'pagu')];
  const rows = [
    ['=1+1', '12345678901234567.89'],
    ['a\tb\nc', '-1.50'],
    [null, null]
  ];
  expect(freeTsv(columns, rows, 'id')).toBe("'=nama\tpagu\n'=1+1\t12345678901234567,89\na b c\t-1,50\n\t");
  expect(freeTsv(columns, rows, 'en')).toContain('\t12345678901234567.89\n');
});
