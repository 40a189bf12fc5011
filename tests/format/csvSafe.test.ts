import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvSafe, withoutFormula } from '$lib/format/csvSafe';

const columns = [
  { name: 'kode', isText: true },
  { name: 'rupiah', isText: false }
];

test.each([
  { what: 'a code keeps its zeros in quotes', row: ['01', '5.00'], line: '"01",5.00' },
  {
    what: 'a negative amount is untouched',
    row: ['64.02', '-12345678901234567.89'],
    line: '"64.02",-12345678901234567.89'
  },
  { what: 'what is not known is empty', row: [null, null], line: ',' },
  { what: 'an empty text is not the same as not known', row: ['', '0.00'], line: '"",0.00' },
  { what: 'quotes are doubled', row: ['Rumah "Sehat", baru', '1'], line: '"Rumah ""Sehat"", baru",1' },
  { what: 'a formula becomes text', row: ['=HYPERLINK("x")', '1'], line: '"\'=HYPERLINK(""x"")",1' },
  { what: 'a formula behind a blank becomes text', row: [' @SUM(A1)', '1'], line: '"\' @SUM(A1)",1' }
])('$what', ({ row, line }) => {
  expect(csvSafe(columns, [row])).toBe(`\ufeff"kode","rupiah"\r\n${line}\r\n`);
});

test('a row of another length than the header is refused', () => {
  expect(() => csvSafe(columns, [['1']])).toThrow('A row holds 1 values where the header names 2.');
});

test('any text comes back as it was, save the apostrophe before a formula, and none starts as a formula', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[=+\-@\t\r\n", ;']{1,4}[a-z"]?$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const both = columns.map((column) => ({ ...column, isText: true }));
      const [header, ...read] = parse(csvSafe(both, rows), { bom: true, recordDelimiter: '\r\n' }) as string[][];
      expect(header).toEqual(['kode', 'rupiah']);
      expect(read).toEqual(rows.map((row) => row.map(withoutFormula)));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]|^[\t\r]/);
    })
  );
});
