import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amountSql, blankSql, dateSql, desilSql, desilUnreadableSql, noDateSql } from '$lib/extract/people/valueSql';
import { parseDate, serialDate } from '$lib/source/date';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

afterAll(() => connection.closeSync());

/** Values of an expression over cells, as text. */
async function values(expression: (column: string) => string, cells: readonly (string | null)[]): Promise<unknown[]> {
  const rows = cells.map((cell, n) => `(${n}, ${cell === null ? 'NULL' : `'${cell.replaceAll("'", "''")}'`})`);
  const reader = await connection.runAndReadAll(
    `SELECT CAST(${expression('teks')} AS VARCHAR) AS nilai FROM (VALUES ${rows.join(', ')}) sel(n, teks) ORDER BY n`
  );
  return reader.getRowObjectsJS().map(({ nilai }) => nilai);
}

async function holds(
  expression: (column: string) => string,
  cases: readonly (readonly [string | null, string | null])[]
) {
  const found = await values(
    expression,
    cases.map(([cell]) => cell)
  );
  expect(cases.map(([cell], i) => [cell, found[i]])).toEqual(cases);
}

test('a desil is 1 to 10 however it is written, and nothing else', () =>
  holds(desilSql, [
    ['4', '4'],
    ['04', '4'],
    ['10', '10'],
    ['4.0', '4'],
    ['\u00014', '4'],
    ['Desil 1', '1'],
    ['DESIL-2', '2'],
    ['desil_3', '3'],
    ['D5', '5'],
    ['Desil ke-6', '6'],
    [' IV ', '4'],
    ['viii', '8'],
    ['1 (Sangat Miskin)', '1'],
    ["'7", '7'],
    ['DESIL_BELUM_DITENTUKAN', null],
    ['-', null],
    ['', null],
    [null, null],
    ['0', null],
    ['11', null],
    ['6-10', null],
    ['5+', null],
    ['4,5', null],
    ['iiii', null],
    ['Melayu', null],
    ['6402061708450003', null]
  ]));

test('a desil that cannot be read differs from one that is not decided', () =>
  holds(desilUnreadableSql, [
    ['4', 'false'],
    ['', 'false'],
    [null, 'false'],
    ['-', 'false'],
    ['DESIL_BELUM_DITENTUKAN', 'false'],
    ['Belum ada', 'false'],
    ['belum ditentukan', 'false'],
    ['tidak diketahui', 'false'],
    ['0', 'false'],
    ['11', 'true'],
    ['6-10', 'true'],
    ['1-2', 'true'],
    ['#N/A', 'false'],
    ['Belum ditetapkan', 'false'],
    ['Melayu', 'true'],
    ['6402061708450003', 'true']
  ]));

describe('a day', () => {
  test('is read in every way agencies write it, and never guessed', () =>
    holds(dateSql, [
      ['2025-03-31', '2025-03-31'],
      ['2025/3/1', '2025-03-01'],
      ['31/03/2025', '2025-03-31'],
      ['1-3-2025', '2025-03-01'],
      ['31.03.2025', '2025-03-31'],
      ['31 Maret 2025', '2025-03-31'],
      ['1 Pebruari 2025', '2025-02-01'],
      ['31-Mar-2025', '2025-03-31'],
      ['31-Mar-25', '2025-03-31'],
      ['Senin, 31 Maret 2025', '2025-03-31'],
      ["Jum'at 28-02-2025", '2025-02-28'],
      ['31-Mar-99', null],
      ['5 NOP 2024', '2024-11-05'],
      ['2025-03-31 10:15:00', '2025-03-31'],
      ['2025-03-31T10:15:00Z', '2025-03-31'],
      ['31/03/2025 10.15', '2025-03-31'],
      ['\u000145747', '2025-03-31'],
      ['\u000145747.427', '2025-03-31'],
      ['45747', '2025-03-31'],
      ['29/02/2024', '2024-02-29'],
      ['29/02/2025', null],
      ['31/04/2025', null],
      ['12/31/2025', null],
      ['31/03/25', null],
      ['31/03-2025', null],
      ['2025', null],
      ['\u00012025', null],
      ['20250331', null],
      ['Marxt 2025', null],
      ['31 Foo 2025', null],
      ['-', null],
      ['', null],
      [null, null],
      ['Melayu', null],
      ['6402061708450003', null]
    ]));

  test('without marks is read in the one way that all of its column has', async () => {
    await holds(
      (column) => dateSql(column, { order: 'day', compact: 'year' }),
      [
        ['20250331', '2025-03-31'],
        ['\u000120250331', '2025-03-31'],
        ['20251331', null],
        ['31032025', null]
      ]
    );
    await holds(
      (column) => dateSql(column, { order: 'day', compact: 'day' }),
      [
        ['31032025', '2025-03-31'],
        ['\u00011032025', '2025-03-01'],
        ['20250331', null],
        ['6402061708450003', null]
      ]
    );
  });

  test('is read month first where its column is, and not at all where it is both', async () => {
    await holds(
      (column) => dateSql(column, { order: 'month', compact: null }),
      [
        ['3/31/2025', '2025-03-31'],
        ['3/4/2025', '2025-03-04'],
        ['31/3/2025', null],
        ['2025-03-31', '2025-03-31']
      ]
    );
    await holds(
      (column) => dateSql(column, { order: null, compact: null }),
      [
        ['3/4/2025', null],
        ['31 Maret 2025', '2025-03-31']
      ]
    );
  });

  test('of zeros only is no day, which is no fault', () =>
    holds(noDateSql, [
      ['00/00/0000', 'true'],
      ['0000-00-00', 'true'],
      ['0', 'true'],
      ['-', 'true'],
      [null, 'true'],
      ['31/03/25', 'false'],
      ['Maret', 'false']
    ]));

  test('is the same in SQL and in TypeScript', async () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const year = fc.integer({ min: 1990, max: 2035 }).map(String);
    const month = fc.constantFrom('01', '2', '12', '13', 'Maret', 'agt', 'Sept', 'Okt', 'x');
    const mark = fc.constantFrom('-', '/', '.', ' ');
    const cell = fc.oneof(
      fc.tuple(two, mark, month, mark, year).map((parts) => parts.join('')),
      fc.tuple(year, mark, month, mark, two).map((parts) => parts.join('')),
      fc.tuple(year, two, two).map(([y, m, d]) => `${y}-${m}-${d} 08:30`)
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 200, maxLength: 400, size: 'max' }), async (cells) => {
        expect(await values(dateSql, cells)).toEqual(cells.map(parseDate));
      }),
      { numRuns: 5 }
    );
  });

  test('counts serial numbers as spreadsheets do', async () => {
    const serials = [18264, 36526, 45747, 60000, 73050];
    expect(
      await values(
        dateSql,
        serials.map((n) => `\u0001${n}`)
      )
    ).toEqual(serials.map(serialDate));
    expect(await values(dateSql, ['\u000118263', '\u000173051'])).toEqual([null, null]);
  });
});

test('rupiah written the Indonesian way', () =>
  holds(
    (column) => amountSql(column, 'id'),
    [
      ['200.000', '200000.00'],
      ['1.234.567,89', '1234567.89'],
      ['Rp 600.000', '600000.00'],
      ['Rp600.000,-', '600000.00'],
      ['rp. 600.000,00', '600000.00'],
      ['600000', '600000.00'],
      ['(600.000)', '-600000.00'],
      ['-600.000', '-600000.00'],
      ['0', '0.00'],
      ['\u0001600000', '600000.00'],
      ['\u0001600000.5', '600000.50'],
      ['200,00', '200.00'],
      ['200,000', null],
      ['1,234,567', null],
      ['12.34', null],
      ['', null],
      ['-', null],
      [null, null],
      ['enam ratus ribu', null],
      ['6402061708450003', '6402061708450003.00']
    ]
  ));

test('rupiah written the English way', () =>
  holds(
    (column) => amountSql(column, 'en'),
    [
      ['200,000', '200000.00'],
      ['1,234,567.89', '1234567.89'],
      ['600000.00', '600000.00'],
      ['Rp 600,000', '600000.00'],
      ['\u0001600000', '600000.00'],
      ['1.234.567', null],
      ['12,34', null]
    ]
  ));

test('a cell that says "no value" is blank', () =>
  holds(blankSql, [
    [null, 'true'],
    ['', 'true'],
    ['  ', 'true'],
    ['-', 'true'],
    ['\u2013', 'true'],
    ['NULL', 'true'],
    ['Tidak ada', 'true'],
    ["'", 'true'],
    ['0', 'false'],
    ['Melayu', 'false']
  ]));
