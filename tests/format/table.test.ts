import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { formatCell, toCsv, toTsv, type DataTable } from '$lib/format/table';

const table: DataTable = {
  columns: [
    { key: 'nama', label: 'Sub kegiatan', kind: 'text' },
    { key: 'pagu', label: 'Pagu', kind: 'rupiah' },
    { key: 'laju', label: 'Realisasi', kind: 'percent', digits: 0 },
    { key: 'jarak', label: 'Jarak', kind: 'points' },
    { key: 'orang', label: 'Orang', kind: 'number' }
  ],
  rows: [
    { nama: 'Permakanan, lansia "terlantar"', pagu: 2_900_000_000.5, laju: 0.38, jarak: -0.067, orang: 1500 },
    { nama: '=HYPERLINK("http://x")', pagu: null, laju: null, jarak: null, orang: -3 }
  ]
};

test('cells read as text, short or in full, and null as a dash', () => {
  const read = (row: number, full: boolean) =>
    table.columns.map((column) =>
      formatCell(table.rows[row]![column.key], column, 'id', full).replaceAll('\u00a0', ' ')
    );
  expect(read(0, false)).toEqual(['Permakanan, lansia "terlantar"', 'Rp2,9 M', '38 %', '−6,7 poin', '1.500']);
  expect(read(0, true)[1]).toBe('Rp2.900.000.000,50');
  expect(read(1, false).slice(1)).toEqual(['–', '–', '–', '−3']);
  expect(formatCell(undefined, table.columns[1]!, 'id')).toBe('–');
});

test('CSV has full digits, units in the heading, no byte order mark, and no formula', () => {
  expect(toCsv(table, 'id')).toBe(
    [
      'Sub kegiatan,Pagu (rupiah),Realisasi (rasio),Jarak (rasio),Orang',
      '"Permakanan, lansia ""terlantar""",2900000000.5,0.38,-0.067,1500',
      `"'=HYPERLINK(""http://x"")",,,,-3`,
      ''
    ].join('\r\n')
  );
});

test('what is pasted has the decimal mark of the language and no tab inside a cell', () => {
  expect(
    toTsv({ ...table, rows: [{ nama: 'a\tb', pagu: 1.5, laju: 0.5, jarak: 0, orang: 1 }] }, 'id').split('\n')[1]
  ).toBe('a b\t1,5\t0,5\t0\t1');
  expect(toTsv(table, 'en').split('\n')[1]).toContain('\t0.38\t');
});

test('no text survives as a formula, and CSV reads back as what was written', () => {
  const one = (value: string | number | null): DataTable => ({
    columns: [{ key: 'a', label: 'A', kind: 'text' }],
    rows: [{ a: value }]
  });
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' ', 'a', '1') }),
      (text) => {
        const [, row] = parse(toCsv(one(text), 'id'), {
          relax_column_count: true,
          record_delimiter: '\r\n'
        }) as string[][];
        const cell = row?.[0] ?? '';
        expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
        expect([text, `'${text}`]).toContain(cell);
      }
    )
  );
  fc.assert(
    fc.property(fc.integer({ min: -9e15, max: 9e15 }), (rupiah) => {
      expect(Number(toCsv(one(rupiah), 'id').split('\r\n')[1])).toBe(rupiah + 0);
    })
  );
});
