import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decideDialect, readCsv } from '$lib/source/csv';
import { parseDate } from '$lib/source/date';
import { readWorkbook } from '$lib/source/workbook';

const read = (text: string) => readCsv(text, 'a.csv').rows;

describe('rows', () => {
  test.for([
    {
      name: 'line feeds',
      text: 'a,b\n1,2\n',
      rows: [
        ['a', 'b'],
        ['1', '2']
      ]
    },
    {
      name: 'carriage returns and line feeds',
      text: 'a,b\r\n1,2\r\n',
      rows: [
        ['a', 'b'],
        ['1', '2']
      ]
    },
    {
      name: 'carriage returns only',
      text: 'a,b\r1,2\r',
      rows: [
        ['a', 'b'],
        ['1', '2']
      ]
    },
    {
      name: 'no newline at the end',
      text: 'a,b\n1,2',
      rows: [
        ['a', 'b'],
        ['1', '2']
      ]
    },
    { name: 'a delimiter at the end', text: 'a,b\n1,', rows: [['a', 'b'], ['1']] },
    { name: 'blank rows keep the row numbers', text: 'a,b\n,\n\n1,2\n,,\n', rows: [['a', 'b'], [], [], ['1', '2']] },
    {
      name: 'every way of writing missing',
      text: `a,b,c,d,e,f\nNULL,null,'',"",\\N,x`,
      rows: [
        ['a', 'b', 'c', 'd', 'e', 'f'],
        [null, null, null, null, null, 'x']
      ]
    },
    {
      name: 'a line break and a delimiter in quotes',
      text: 'a,b\n"x\ny, z",2\n',
      rows: [
        ['a', 'b'],
        ['x\ny, z', '2']
      ]
    },
    {
      name: 'doubled quotes',
      text: 'a,b\n"kata ""siaga""",2\n',
      rows: [
        ['a', 'b'],
        ['kata "siaga"', '2']
      ]
    },
    {
      name: 'spaces around quotes',
      text: 'a,b\n "x, y" , "2"\n',
      rows: [
        ['a', 'b'],
        ['x, y', '2']
      ]
    },
    {
      name: 'quotes inside a field without quotes',
      text: 'a,b\nkabel 2" x 3",2\n',
      rows: [
        ['a', 'b'],
        ['kabel 2" x 3"', '2']
      ]
    },
    {
      name: 'single quotes',
      text: "'a','b'\n'x, y','it''s'\n",
      rows: [
        ['a', 'b'],
        ['x, y', "it's"]
      ]
    },
    {
      name: 'an apostrophe before a number',
      text: "nik,b\n'6402010101010001,2\n",
      rows: [
        ['nik', 'b'],
        ["'6402010101010001", '2']
      ]
    },
    {
      name: 'a formula is text',
      text: 'a,b\n=cmd|x,2\n',
      rows: [
        ['a', 'b'],
        ['=cmd|x', '2']
      ]
    },
    {
      name: 'the delimiter told in the first line',
      text: 'sep=;\na;b\n1,5;2,5\n',
      rows: [[], ['a', 'b'], ['1,5', '2,5']]
    }
  ])('$name', ({ text, rows }) => expect(read(text)).toEqual(rows));

  test('a quote that is never closed costs one field, not the rest of the file, and is reported with its row', () => {
    const { rows, problems } = readCsv('a,b\n"Belanja ATK,2\n"Belanja, lain",3\nx,4\n', 'a.csv');
    expect(rows).toEqual([
      ['a', 'b'],
      ['"Belanja ATK', '2'],
      ['Belanja, lain', '3'],
      ['x', '4']
    ]);
    expect(problems.map(({ code, place }) => [code, place.row])).toEqual([['stray-quote', 2]]);
  });

  test('millions of blank rows at the end leave no rows, and in the middle no more than a spreadsheet has', () => {
    const blanks = ',,\n'.repeat(3_000_000);
    expect(read(`a,b,c\n1,2,3\n${blanks}`)).toHaveLength(2);
    const { rows, problems } = readCsv(`a,b,c\n${blanks}1,2,3\n`, 'a.csv');
    expect(rows).toHaveLength(1_048_578);
    expect(rows.at(-1)).toEqual(['1', '2', '3']);
    expect(problems.map(({ code, message }) => [code, message.en])).toEqual([
      ['blank-run', expect.stringMatching(/^1951424 /)]
    ]);
  });
});

describe('decideDialect', () => {
  test.for([
    { name: 'commas', text: 'a,b\n1,2\n', delimiter: ',' },
    { name: 'semicolons beside decimal commas', text: 'kode;pagu;sisa\na;1,5;2,5\nb;3,5;4,5\n', delimiter: ';' },
    { name: 'semicolons beside decimal commas, without header', text: 'a;1,5;2,5\nb;3,5;4,5\n', delimiter: ';' },
    { name: 'tabs in a file named csv', text: 'kode\tpagu\na, b\t1\nc\t2\n', delimiter: '\t' },
    { name: 'bars', text: 'a|b\n1|2,5\n', delimiter: '|' },
    { name: 'semicolons only inside quotes', text: 'a,b\n"x; y",1\n"z; w",2\n', delimiter: ',' },
    { name: 'title rows above', text: 'LAPORAN\nKAB. X; 2026\n\na,b,c\n1,2,3\n4,5,6\n7,8,9\n', delimiter: ',' },
    { name: 'one column', text: 'a\nb\nc\n', delimiter: ',' }
  ])('$name', ({ text, delimiter }) => expect(decideDialect(text).delimiter).toBe(delimiter));

  test('rows far from the beginning count as well', () => {
    const text = `${'judul, panjang\n'.repeat(20)}${'a;1,5;2\n'.repeat(200_000)}`;
    expect(decideDialect(text).delimiter).toBe(';');
  });
});

test('any table, written with any delimiter and quotes, is read back', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'B', '1', ',', ';', '\t', '|', '"', "'", '\n', ' ', '.'),
    maxLength: 8
  });
  const cell = word.map((text) => text.trim()).filter((text) => text !== '' && text !== "''" && text !== '""');
  const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(tables, fc.constantFrom(',', ';', '\t', '|'), (table, delimiter) => {
      const lines = table.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter));
      expect(read(`sep=${delimiter}\n${lines.join('\n')}`)).toEqual([[], ...table]);
    })
  );
});

test('any text is read without an exception, and every letter outside quotes and blanks is kept in its row', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', "'", ',', ';', '\n', '\r', ' ') }), (text) => {
      const letters = (all: string) => all.replace(/[^a]/g, '').length;
      expect(letters(JSON.stringify(read(text)))).toBe(letters(text));
    })
  );
});

const dialects = new URL('../../../shared/data/csv-dialek/', import.meta.url);
test.skipIf(!existsSync(dialects))(
  'six dialects give the same 490 rows (skipped where ../shared/data is absent)',
  () => {
    const tables = readdirSync(dialects).map((file) => {
      const [sheet] = readWorkbook(readFileSync(new URL(file, dialects)), file).sheets;
      return sheet?.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? (parseDate(cell) ?? cell) : cell)));
    });
    expect(tables).toHaveLength(6);
    expect(tables[0]).toHaveLength(491);
    for (const table of tables) expect(table).toEqual(tables[0]);
  }
);
