import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDamaged, keyClasses, largestExact, readKey, type KeyClass } from '$lib/extract/people/keyClass';
import { keyClassSql, keyCountSql, keySql } from '$lib/extract/people/keySql';

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});

afterAll(() => connection.closeSync());

/** Keys and classes of cells by SQL, in their order. */
async function bySql(
  cells: readonly (string | null)[],
  damaged = false
): Promise<{ key: string | null; class: string }[]> {
  await connection.run('CREATE OR REPLACE TABLE sel (n INTEGER, teks VARCHAR)');
  const appender = await connection.createAppender('sel');
  cells.forEach((cell, n) => {
    appender.appendInteger(n);
    if (cell === null) appender.appendNull();
    else appender.appendVarchar(cell);
    appender.endRow();
  });
  appender.closeSync();
  const reader = await connection.runAndReadAll(
    `SELECT ${keySql('teks', { damaged })} AS key, ${keyClassSql('teks', { damaged })} AS class FROM sel ORDER BY n`
  );
  return reader.getRowObjectsJS() as { key: string | null; class: string }[];
}

const nik = '6402061708450003';

interface Case {
  name: string;
  cell: string | null;
  key?: string;
  class: KeyClass;
}

const cases: Case[] = [
  { name: 'sixteen digits', cell: nik, key: nik, class: 'baik' },
  { name: 'white space around them', cell: `\t ${nik}\u00a0 `, key: nik, class: 'baik' },
  {
    name: 'a leading zero is a digit like any other',
    cell: '0012345678901234',
    key: '0012345678901234',
    class: 'baik'
  },
  { name: 'ending in 0 by chance, as text', cell: '6402061708450010', key: '6402061708450010', class: 'baik' },
  { name: 'an apostrophe that made Excel keep the text', cell: `'${nik}`, key: nik, class: 'apostrof' },
  { name: 'a typographic apostrophe', cell: `\u2019${nik}`, key: nik, class: 'apostrof' },
  { name: 'a formula that gives a text', cell: `="${nik}"`, key: nik, class: 'apostrof' },
  { name: 'spaces between groups', cell: '6402 0617 0845 0003', key: nik, class: 'spasi_atau_strip' },
  {
    name: 'no-break spaces between groups',
    cell: '6402\u00a00617\u00a00845\u00a00003',
    key: nik,
    class: 'spasi_atau_strip'
  },
  { name: 'hyphens of any kind', cell: '640206-170845\u20130003', key: nik, class: 'spasi_atau_strip' },
  { name: 'a line break inside a cell', cell: '64020617\n08450003', key: nik, class: 'spasi_atau_strip' },
  { name: 'dots between groups', cell: '6402.0617.0845.0003', key: nik, class: 'spasi_atau_strip' },
  { name: 'apostrophe and spaces', cell: "' 6402 0617 0845 0003", key: nik, class: 'apostrof' },
  { name: 'the .0 of a column of doubles', cell: `${nik}.0`, key: nik, class: 'akhiran_nol' },
  { name: 'the ,0 of an Indonesian spreadsheet', cell: `${nik},00`, key: nik, class: 'akhiran_nol' },
  { name: 'the .0 of a number too large for a double', cell: '9102061708450003.0', class: 'lima_belas_angka' },
  { name: 'scientific notation as Excel shows it', cell: '6.40206E+15', class: 'ilmiah' },
  { name: 'scientific notation with a comma', cell: '6,40206170845E+15', class: 'ilmiah' },
  { name: 'scientific notation with a 16th digit that is 0', cell: '6.402061708450000E+15', class: 'ilmiah' },
  { name: 'scientific notation with all 16 digits', cell: '6.402061708450003e+15', key: nik, class: 'ilmiah' },
  { name: 'scientific notation of a small number', cell: '6.402061708450003E-15', class: 'kurang_atau_lebih' },
  { name: 'a number cell of a workbook that ends in 0', cell: '\u00016402061708450000', class: 'lima_belas_angka' },
  { name: 'a number cell that a program wrote', cell: `\u0001${nik}`, key: nik, class: 'baik' },
  { name: 'a number cell above what doubles hold', cell: '\u00019102061708450003', class: 'lima_belas_angka' },
  { name: 'a number cell of 15 digits', cell: '\u0001640206170845000', class: 'kurang_atau_lebih' },
  { name: 'a number cell with a fraction', cell: '\u0001640206170845.5', class: 'kurang_atau_lebih' },
  { name: 'a number cell beyond 21 digits', cell: '\u00016.4e+21', class: 'ilmiah' },
  { name: 'a number cell of 0', cell: '\u00010', class: 'kosong' },
  { name: 'grouped as thousands, as only a number is', cell: '6.402.061.708.450.003', class: 'lima_belas_angka' },
  { name: 'fifteen digits', cell: '640206170845000', class: 'kurang_atau_lebih' },
  { name: 'fifteen digits and a decimal', cell: '640206170845000.3', class: 'kurang_atau_lebih' },
  { name: 'seventeen digits', cell: `${nik}1`, class: 'kurang_atau_lebih' },
  { name: 'masked by crosses', cell: '640206XXXXXX0003', class: 'kurang_atau_lebih' },
  { name: 'the letter O for a zero', cell: '64O2061708450003', class: 'kurang_atau_lebih' },
  { name: 'a name', cell: 'Amat Contoh', class: 'kurang_atau_lebih' },
  { name: 'two keys in one cell', cell: `${nik}/${nik}`, class: 'kurang_atau_lebih' },
  { name: 'nothing', cell: null, class: 'kosong' },
  { name: 'blank', cell: ' \u00a0', class: 'kosong' },
  { name: 'a dash', cell: '-', class: 'kosong' },
  { name: 'the word for none', cell: 'Tidak ada', class: 'kosong' },
  { name: 'NULL of a database', cell: 'NULL', class: 'kosong' },
  { name: 'zeros of any number', cell: '000', class: 'kosong' },
  { name: 'sixteen zeros', cell: '0000000000000000', class: 'kosong' },
  { name: 'one digit over and over', cell: '9999999999999999', class: 'kosong' }
];

describe('one key', () => {
  test.for(cases)('$name', async ({ cell, key = null, class: expected }) => {
    expect(readKey(cell)).toEqual({ key, class: expected });
    expect(await bySql([cell])).toEqual([{ key, class: expected }]);
  });

  test('every class occurs in the table above', () =>
    expect(new Set(cases.map((each) => each.class))).toEqual(new Set(keyClasses)));
});

describe('a column that a spreadsheet cut to 15 digits', () => {
  const cut: Case[] = [
    { name: 'a key that ends in 0 has lost its last digit', cell: '6402061708450000', class: 'lima_belas_angka' },
    { name: 'also behind an apostrophe', cell: "'6402061708450000", class: 'lima_belas_angka' },
    { name: 'also before .0', cell: '6402061708450000.0', class: 'lima_belas_angka' },
    { name: 'fifteen digits are the same damage', cell: '640206170845000', class: 'lima_belas_angka' },
    { name: 'a key that was typed as text is whole', cell: nik, key: nik, class: 'baik' }
  ];
  test.for(cut)('$name', async ({ cell, key = null, class: expected }) => {
    expect(readKey(cell, { damaged: true })).toEqual({ key, class: expected });
    expect(await bySql([cell], true)).toEqual([{ key, class: expected }]);
  });

  test.for([
    { name: 'one in ten ends in 0: chance', kunci: 1000, nol: 100, damaged: false },
    { name: 'sixty in a hundred: not yet', kunci: 100, nol: 60, damaged: false },
    { name: 'sixty-one in a hundred', kunci: 100, nol: 61, damaged: true },
    { name: 'fifty keys, all of them', kunci: 50, nol: 50, damaged: true },
    { name: 'too few to tell', kunci: 49, nol: 49, damaged: false },
    { name: 'no keys', kunci: 0, nol: 0, damaged: false }
  ])('is known by its share of zeros: $name', ({ damaged, ...count }) => expect(isDamaged(count)).toBe(damaged));

  test('keys are counted whatever stands around them, numeric cells and what is no key are not', async () => {
    await bySql([
      "'6402061708450010",
      nik,
      '6402 0617 0845 0020',
      '\u00016402061708450000',
      '640206170845000',
      null,
      '-'
    ]);
    const reader = await connection.runAndReadAll(keyCountSql('sel', 'teks'));
    expect(reader.getRowObjectsJS()).toEqual([{ kunci: 3, nol: 2 }]);
  });
});

describe('SQL and TypeScript', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const noise = fc.constantFrom(
    '',
    ' ',
    '\u00a0',
    '-',
    "'",
    '"',
    '.',
    ',',
    '\u2011',
    '\n',
    '\u200b',
    '\ufeff',
    '=',
    'x',
    'E+15',
    '.0',
    ',00'
  );
  const cell = fc.oneof(
    digits(16),
    fc.tuple(noise, digits(16), noise).map((parts) => parts.join('')),
    fc.tuple(noise, digits(4), noise, digits(4), noise, digits(8), noise).map((parts) => parts.join('')),
    fc
      .tuple(
        digits(1),
        fc.constantFrom('.', ','),
        fc.stringMatching(/^\d{1,15}$/),
        fc.constantFrom('E+15', 'e15', 'E+14', 'E-15')
      )
      .map((parts) => parts.join('')),
    fc.integer({ min: 0, max: 9 }).map((digit) => String(digit).repeat(16)),
    fc.double({ min: 0, max: 1e22, noNaN: true }).map((value) => `\u0001${Math.floor(value)}`),
    fc.bigInt({ min: 10n ** 15n, max: 10n ** 16n - 1n }).map((value) => `\u0001${Number(value)}`),
    fc.string({ unit: 'binary', maxLength: 24 }).filter((text) => !text.includes('\0')),
    fc.constant(null)
  );

  test('agree on every cell, in sound and in damaged columns', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 200, maxLength: 400, size: 'max' }),
        fc.boolean(),
        async (cells, damaged) => {
          const expected = cells.map((each) => readKey(each, { damaged }));
          expect(await bySql(cells, damaged)).toEqual(expected);
        }
      ),
      { numRuns: 12 }
    );
  });

  test('a key that is given is in the cell, digit for digit', () => {
    fc.assert(
      fc.property(cell, fc.boolean(), (each, damaged) => {
        const { key, class: found } = readKey(each, { damaged });
        if (key === null) return;
        expect(key).toMatch(/^\d{16}$/);
        expect((each ?? '').replace(/\D/g, '').startsWith(key)).toBe(true);
        expect(['baik', 'apostrof', 'spasi_atau_strip', 'akhiran_nol', 'ilmiah']).toContain(found);
      }),
      { numRuns: 2000 }
    );
  });

  test('the largest exact number is what JavaScript says', () =>
    expect(largestExact).toBe(String(Number.MAX_SAFE_INTEGER)));
});
