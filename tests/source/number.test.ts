import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasHiddenDecimals, parseAmount, parseNumber } from '$lib/source/amount';
import { decideNumbers, decideTogether, describeNumbers, resolveNumbers, type NumberStyle } from '$lib/source/number';
import type { Cell } from '$lib/source/sheet';

const nbsp = '\u00a0';
const thin = '\u2009';
const minus = '\u2212';

describe('decideNumbers', () => {
  test.for<{ name: string; cells: Cell[]; kind: NumberStyle['kind'] }>([
    { name: 'numbers of the container', cells: [1.5, 2, null], kind: 'native' },
    { name: 'nothing but labels', cells: ['Uraian', 'Belanja Pegawai', '5.1.02.01', null], kind: 'none' },
    { name: 'digits without marks', cells: ['1234567', '0', 'Anggaran'], kind: 'whole' },
    { name: 'dots for thousands and a decimal comma', cells: ['1.234.567,89', '0,00'], kind: 'comma' },
    { name: 'commas for thousands and a decimal dot', cells: ['1,234,567.89', '0.00'], kind: 'dot' },
    { name: 'two dots can only be thousands', cells: ['1.234.567', '12.345'], kind: 'comma' },
    { name: 'plain decimals with a dot', cells: ['1234.5', '0.25'], kind: 'dot' },
    { name: 'plain decimals with a comma', cells: ['1234,5', '0,25'], kind: 'comma' },
    { name: 'miliar in words of the news', cells: [' 5.509,68 M', '920,58 M'], kind: 'comma' },
    { name: 'only lone dots', cells: ['1.234', '12.500', '900'], kind: 'ambiguous' },
    { name: 'only lone commas', cells: ['1,234', '12,500'], kind: 'ambiguous' },
    { name: 'a thousand cannot begin with zero', cells: ['0.123', '0.456'], kind: 'dot' },
    { name: 'receipts without cents', cells: ['Rp 12.500,-'], kind: 'comma' },
    { name: 'as many commas as dots', cells: ['98,70 %', '98.63%'], kind: 'ambiguous' },
    {
      name: 'one slip does not overturn a column of thousands',
      cells: [...Array<string>(40).fill('125.000'), '1.5'],
      kind: 'ambiguous'
    },
    { name: 'one stray cell against many', cells: ['1.234.567', '2.345.678', '3.50'], kind: 'comma' }
  ])('$name', ({ cells, kind }) => expect(decideNumbers(cells).kind).toBe(kind));

  test('counts what it saw, and what does not fit', () => {
    const style = decideNumbers(['Anggaran', '1.234.567', '2.345.678', '3.50', null, '-', 7, true]);
    expect(style.counts).toEqual({ text: 3, native: 1, missing: 2, other: 2, against: 1 });
    expect(describeNumbers(style).id).toMatch('1 sel tidak cocok');
    expect(describeNumbers(style).en).toMatch('1 cells do not fit');
  });

  test('an ambiguous column gives both readings, thousands first, and another column settles it', () => {
    const style = decideNumbers(['1.234', '900']);
    expect(style.readings.map(({ kind }) => kind)).toEqual(['comma', 'dot']);
    expect(style.readings.map((reading) => parseAmount('1.234', reading))).toEqual([123400n, 123n]);
    expect(parseAmount('1.234', style)).toBeUndefined();
    expect(parseAmount('900', style)).toBe(90000n);
    expect(decideTogether([['1.234'], ['1.234.567,89'], [5]]).map(({ kind }) => kind)).toEqual([
      'comma',
      'comma',
      'native'
    ]);
    expect(decideTogether([['1.234'], ['1,5'], ['1.5']]).map(({ kind }) => kind)).toEqual([
      'ambiguous',
      'comma',
      'dot'
    ]);
    expect(resolveNumbers(decideNumbers(['1.5']), 'comma').kind).toBe('dot');
  });

  test('where long numbers stand without thousands marks, a lone mark is rejected and not guessed', () => {
    const style = decideNumbers(['1234.5', '98765.25', '12,345']);
    expect(style).toMatchObject({ kind: 'dot', grouped: false });
    expect(parseAmount('12,345', style)).toBeUndefined();
    expect(parseAmount('1234.5', style)).toBe(123450n);
  });
});

describe('parseAmount', () => {
  const comma = decideNumbers(['1.234.567,89']);
  const dot = decideNumbers(['1,234,567.89']);
  const native = decideNumbers([1]);

  test.for<{ name: string; cell: Cell; style: NumberStyle; sen: bigint | null | undefined }>([
    { name: 'thousands and cents', cell: '467.998.630.663,83', style: comma, sen: 46799863066383n },
    { name: 'the other way round', cell: '467,998,630,663.83', style: dot, sen: 46799863066383n },
    { name: 'currency', cell: 'Rp 1.500,00', style: comma, sen: 150000n },
    { name: 'currency with a dot and no space', cell: 'Rp.1.500', style: comma, sen: 150000n },
    { name: 'IDR', cell: `IDR${nbsp}1,500.5`, style: dot, sen: 150050n },
    { name: 'no cents, as on receipts', cell: 'Rp1.500,-', style: comma, sen: 150000n },
    { name: 'miliar', cell: '1.234,5 M', style: comma, sen: 123450000000000n },
    { name: 'triliun', cell: 'Rp 7,78 triliun', style: comma, sen: 778000000000000n },
    { name: 'juta', cell: '25 jt', style: comma, sen: 2500000000n },
    { name: 'a scale nobody uses', cell: '25 kg', style: comma, sen: undefined },
    { name: 'parentheses', cell: '(1.500,25)', style: comma, sen: -150025n },
    { name: 'currency before parentheses', cell: 'Rp (1.500)', style: comma, sen: -150000n },
    { name: 'a minus of typography', cell: `${minus}1.500`, style: comma, sen: -150000n },
    { name: 'a minus behind', cell: '1.500-', style: comma, sen: -150000n },
    { name: 'a minus after the currency', cell: 'Rp -1.500', style: comma, sen: -150000n },
    { name: 'a minus twice', cell: '(-1.500)', style: comma, sen: undefined },
    { name: 'no-break spaces as thousands', cell: `1${nbsp}234${nbsp}567,5`, style: comma, sen: 123456750n },
    { name: 'thin spaces as thousands', cell: `1${thin}234${thin}567.5`, style: dot, sen: 123456750n },
    { name: 'apostrophes as thousands', cell: "1'234'567.5", style: dot, sen: 123456750n },
    { name: 'the apostrophe that makes text of a number', cell: "'1.234.567", style: comma, sen: 123456700n },
    { name: 'groups of two', cell: '1.23.456', style: comma, sen: undefined },
    { name: 'a decimal mark without decimals', cell: '1.500,', style: comma, sen: undefined },
    { name: 'a percentage is no amount', cell: '98,70 %', style: comma, sen: undefined },
    { name: 'an account is no amount', cell: '5.1.02.01.01.0024', style: comma, sen: undefined },
    { name: 'scientific text has lost its digits', cell: '1,23457E+12', style: comma, sen: undefined },
    { name: 'an error of the spreadsheet', cell: '#N/A', style: comma, sen: undefined },
    { name: 'a formula as text', cell: '=1+1', style: comma, sen: undefined },
    { name: 'true', cell: true, style: comma, sen: undefined },
    { name: 'blank', cell: null, style: comma, sen: null },
    { name: 'a dash', cell: ' - ', style: comma, sen: null },
    { name: 'an accounting dash', cell: 'Rp -', style: comma, sen: null },
    { name: 'NULL', cell: 'NULL', style: comma, sen: null },
    { name: 'zero is not missing', cell: '0,00', style: comma, sen: 0n },
    { name: 'a double whose hundredfold is not whole', cell: 1.15, style: native, sen: 115n },
    { name: 'a double among text', cell: 10810941900, style: comma, sen: 1081094190000n },
    { name: 'a negative double', cell: -0.5, style: native, sen: -50n },
    { name: 'a large double', cell: 1e20, style: native, sen: 10n ** 22n },
    { name: 'a tiny double', cell: 1e-9, style: native, sen: 0n },
    { name: 'a double beyond any budget', cell: 1e21, style: native, sen: undefined },
    { name: 'not a number', cell: NaN, style: native, sen: undefined },
    { name: 'half a sen goes away from zero', cell: '0,005', style: comma, sen: 1n },
    { name: 'also below zero', cell: '-0,005', style: comma, sen: -1n },
    { name: 'less than half goes to zero', cell: '0,0049', style: comma, sen: 0n },
    { name: 'a double with half a sen', cell: 1.005, style: native, sen: 101n }
  ])('$name: $cell', ({ cell, style, sen }) => expect(parseAmount(cell, style)).toBe(sen));

  test.for<{ name: string; cell: Cell; hidden: boolean }>([
    { name: 'three decimals', cell: '1.500,125', hidden: true },
    { name: 'zeros behind the cents', cell: '1.500,1200', hidden: false },
    { name: 'decimals that the scale uses up', cell: '1,2345 M', hidden: false },
    { name: 'noise of doubles', cell: 0.1 + 0.2, hidden: false },
    { name: 'a third', cell: 1 / 3, hidden: true },
    { name: 'blank', cell: null, hidden: false }
  ])('hasHiddenDecimals: $name', ({ cell, hidden }) => expect(hasHiddenDecimals(cell, comma)).toBe(hidden));
});

describe('parseNumber', () => {
  test.for<{ name: string; cells: Cell[]; expected: number | null | undefined }>([
    { name: 'a percentage is a ratio, without noise', cells: ['98,7 %'], expected: 0.987 },
    { name: 'a scale', cells: ['1,5 jt'], expected: 1_500_000 },
    { name: 'a native number', cells: [0.5], expected: 0.5 },
    { name: 'missing', cells: ['null'], expected: null },
    { name: 'infinity', cells: [Infinity], expected: undefined },
    { name: 'a word', cells: ['tiga'], expected: undefined },
    { name: 'negative decimals', cells: ['-0.616330914927201'], expected: -0.616330914927201 }
  ])('$name', ({ cells, expected }) => expect(parseNumber(cells[0] ?? null, decideNumbers(cells))).toBe(expected));
});

describe('any amount, in any style', () => {
  const styles: { name: string; decimal: 'comma' | 'dot'; write: (sen: bigint) => string }[] = [
    { name: '1.234.567,89', decimal: 'comma', write: (sen) => write(sen, '.', ',') },
    { name: '1,234,567.89', decimal: 'dot', write: (sen) => write(sen, ',', '.') },
    { name: '1234567.89', decimal: 'dot', write: (sen) => write(sen, '', '.') },
    { name: '1234567,89', decimal: 'comma', write: (sen) => write(sen, '', ',') },
    { name: '1 234 567,89', decimal: 'comma', write: (sen) => write(sen, nbsp, ',') },
    { name: "1'234'567.89", decimal: 'dot', write: (sen) => write(sen, "'", '.') },
    { name: 'Rp 1.234.567,89', decimal: 'comma', write: (sen) => `Rp ${write(sen, '.', ',')}` },
    { name: '(1.234.567,89)', decimal: 'comma', write: (sen) => write(sen, '.', ',').replace(/^-(.*)/, '($1)') },
    { name: '1.234.567,89-', decimal: 'comma', write: (sen) => write(sen, '.', ',').replace(/^-(.*)/, '$1-') },
    { name: '−1,234,567.89', decimal: 'dot', write: (sen) => write(sen, ',', '.').replace('-', minus) },
    { name: '1.234,56789 M', decimal: 'comma', write: (sen) => `${scaled(sen, 11)} M` },
    { name: '1.234,56789 juta', decimal: 'comma', write: (sen) => `${scaled(sen, 8)} juta` },
    {
      name: '1.234 (whole rupiah)',
      decimal: 'comma',
      write: (sen) => write((sen / 100n) * 100n, '.', ',').replace(/,00$/, '')
    }
  ];
  const amounts = fc.array(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), { minLength: 1, maxLength: 12 });

  test.for(styles)('$name comes back to the sen', ({ decimal, write: format, name }) => {
    fc.assert(
      fc.property(amounts, (sens) => {
        const column = sens.map(format);
        const decided = decideNumbers(['Anggaran', null, ...column]);
        const whole = name.includes('whole rupiah');
        // without cents a column may hold only lone marks, which the caller settles; with cents it must be decided rightly
        const style = whole ? resolveNumbers(decided, decimal) : decided;
        if (!whole) expect(style.kind).toBe(decimal);
        const expected = whole ? sens.map((sen) => (sen / 100n) * 100n) : sens;
        expect(column.map((cell) => parseAmount(cell, style))).toEqual(expected);
      })
    );
  });

  test('native doubles come back to the sen as far as a double can hold them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 15), max: 10 ** 15 }), (sen) => {
        const rupiah = Number(write(BigInt(sen), '', '.'));
        expect(parseAmount(rupiah, decideNumbers([rupiah]))).toBe(BigInt(sen));
      })
    );
  });

  test('no text whatever makes a column throw', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (cells) => {
        const style = decideNumbers(cells);
        for (const cell of cells) expect(['bigint', 'undefined', 'object']).toContain(typeof parseAmount(cell, style));
      })
    );
  });
});

/** Writes sen as rupiah with two decimals. */
function write(sen: bigint, group: string, point: string): string {
  const digits = (sen < 0n ? -sen : sen).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group);
  return `${sen < 0n ? '-' : ''}${whole}${point}${digits.slice(-2)}`;
}

/** Writes sen as a multiple of 10^(places - 2) rupiah with every decimal it needs. */
function scaled(sen: bigint, places: number): string {
  const digits = (sen < 0n ? -sen : sen).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${sen < 0n ? '-' : ''}${whole},${digits.slice(-places)}`;
}
