import { read, type CellObject, type WorkBook } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { workbookNotes } from '$lib/text/workbook';
import { hasXlsx, type PackageField, type PackageTable } from '$lib/view/dataPackage';
import { tableWorkbook } from '../../src/routes/data/workbook';

const field = (name: string, sqlType: string): PackageField => ({
  name,
  sqlType,
  description: `Arti ${name}.`,
  descriptionEn: `Meaning of ${name}.`
});
const fields = [
  field('kode_akun', 'VARCHAR'),
  field('pagu', 'DECIMAL(20,2)'),
  field('keluarga', 'INTEGER'),
  field('sah', 'BOOLEAN'),
  field('per_tanggal', 'DATE'),
  field('rasio', 'DOUBLE'),
  field('desil_layak', 'INTEGER[]')
];
const table: PackageTable = {
  name: 'pagu',
  title: 'Pagu',
  titleEn: 'Appropriations',
  description: 'Isi.',
  descriptionEn: 'Content.',
  path: 'pagu.parquet',
  bytes: 1,
  hash: `sha256:${'a'.repeat(64)}`,
  rowCount: 3,
  sources: [{ title: 'SIPD' }],
  schema: { fields, sortedBy: ['kode_akun'] }
};
const rows = [
  ['5.10', '1234.50', '7', 'true', '2026-10-31', '0.1', '1;2'],
  [
    '=HYPERLINK("http://contoh.invalid")',
    '123456789012345678.25',
    null,
    'false',
    '1899-12-31',
    '0.30000000000000004',
    ''
  ],
  ['0012', '-0.01', '0', null, null, null, null]
];
const facts = {
  judul: 'Dinas',
  contoh: true,
  perTanggal: '2026-10-31',
  alamat: null,
  release: null,
  licences: ['CC-BY-4.0']
};
const bytes = () => tableWorkbook(table, rows, workbookNotes(table, facts));
const opened = (): WorkBook => read(bytes(), { cellNF: true });
const cell = (address: string): CellObject | undefined => opened().Sheets['pagu']![address] as CellObject | undefined;

describe('the workbook of a table', () => {
  test('says first what it is, then what its columns mean, then the rows', () => {
    const book = opened();
    expect(book.SheetNames).toEqual(['Baca dulu', 'Kamus', 'pagu']);
    const text = JSON.stringify(book.Sheets['Baca dulu']);
    for (const said of ['DATA CONTOH', 'SAMPLE DATA', '31', 'SIPD', 'CC-BY-4.0', 'belum dirilis', 'a'.repeat(64)])
      expect(text).toContain(said);
    const meanings = JSON.stringify(book.Sheets['Kamus']);
    for (const { description, descriptionEn } of fields)
      expect([description, descriptionEn].every((one) => meanings.includes(one))).toBe(true);
    expect(fields.map((_, at) => cell(`${'ABCDEFG'[at]}1`)!.v)).toEqual(fields.map(({ name }) => name));
  });

  test.each([
    ['a code keeps its zero and stays text', 'A2', { t: 's', v: '5.10' }],
    ['a code of digits stays text', 'A4', { t: 's', v: '0012' }],
    ['a text that looks like a formula is text, not a formula', 'A3', { t: 's', v: rows[1]![0] }],
    ['an amount is a number', 'B2', { t: 'n', v: 1234.5 }],
    ['an amount of more digits than a spreadsheet keeps is text', 'B3', { t: 's', v: '123456789012345678.25' }],
    ['a correction keeps its sign', 'B4', { t: 'n', v: -0.01 }],
    ['a zero is a zero', 'C4', { t: 'n', v: 0 }],
    ['a yes is a yes', 'D2', { t: 'b', v: true }],
    ['a day is a day', 'E2', { t: 'n', v: 46326 }],
    ['a day that spreadsheets count otherwise is text', 'E3', { t: 's', v: '1899-12-31' }],
    ['a ratio is the number that it was', 'F3', { t: 'n', v: 0.30000000000000004 }],
    ['a list is text', 'G2', { t: 's', v: '1;2' }]
  ])('%s', (_, address, expected) => expect(cell(address)).toMatchObject(expected));

  test('nothing in it is a formula', () => {
    expect(cell('A3')).not.toHaveProperty('f');
    expect(JSON.stringify(opened().Sheets)).not.toContain('"f":');
  });

  test('what is not known or hidden is empty, not zero', () => {
    for (const address of ['C3', 'D4', 'E4', 'F4', 'G4']) expect(cell(address)).toBeUndefined();
  });

  test('the same rows give the same bytes', () => expect(Buffer.from(bytes()).equals(Buffer.from(bytes()))).toBe(true));
});

test.each([
  ['the largest table of the home case', 'rencana_kas', 14_568, true],
  ['more rows than a sheet of Excel holds', 'realisasi', 1_048_576, false],
  ['more cells than a reader bears', 'realisasi', 300_000, false],
  ['outlines of regions', 'batas_wilayah', 10, false]
])('XLSX is offered or not: %s', (_, name, rowCount, offered) =>
  expect(hasXlsx({ ...table, name, rowCount })).toBe(offered)
);
