import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sentence } from '$lib/source/problem';
import { readWorkbook } from '$lib/source/workbook';
import {
  book,
  bookOf,
  codes,
  container,
  firstRows,
  latin1,
  utf16be,
  utf16le,
  utf8,
  withSheetXml
} from './workbookFixture';

const rows = [
  ['Laporan'],
  [],
  ['Kode', 'Uraian', 'Pagu'],
  ['5.1.06', 'Bantuan “Sosial”', 6_456_800_000.25],
  [null, null, true]
];

describe('containers', () => {
  test.for([
    { name: 'xlsx', bookType: 'xlsx', container: 'xlsx', file: 'a.xlsx' },
    { name: 'xlsb', bookType: 'xlsb', container: 'xlsx', file: 'a.xlsb' },
    { name: 'old xls', bookType: 'biff8', container: 'xls', file: 'a.xls' },
    { name: 'SpreadsheetML', bookType: 'xlml', container: 'spreadsheetml', file: 'a.xml' }
  ] as const)('$name gives the rows it was written from', ({ bookType, container, file }) => {
    const read = readWorkbook(book({ Rekap: rows, Lama: [['basi']], Rahasia: [['basi']] }, bookType), file);
    expect(read).toMatchObject({ container, problems: [] });
    expect(read.sheets[0]?.rows).toEqual(rows);
    expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Rekap', false],
      ['Lama', true],
      ['Rahasia', true]
    ]);
  });

  test.for([
    { name: 'csv', bytes: utf8('kode,pagu\n1,2\n') },
    { name: 'UTF-16 csv', bytes: utf16le('\ufeffkode;pagu\n1;2\n') }
  ])('$name is one sheet named after the file', ({ bytes }) => {
    const read = readWorkbook(bytes, 'folder/pagu 2026.csv');
    expect(read.sheets).toEqual([
      {
        name: 'pagu 2026',
        hidden: false,
        rows: [
          ['kode', 'pagu'],
          ['1', '2']
        ]
      }
    ]);
  });

  test('a web page with data rows gives its tables', () => {
    const html = `<html><body><table><tr><td>menu</td></tr></table><!-- <table> -->
      <TABLE><thead><tr><th rowspan=2>Kode<th colspan="2">Realisasi</tr><tr><th>Lalu<th>Kini</thead>
      <tr><td>5.1.06</td><td>1.234.567,89</td><td>&nbsp;</td></tr><tr><td>A &amp; B<br>C</td><td>=1+1<td>&#45;5</table>`;
    const read = readWorkbook(utf8(html), 'lra.xls');
    expect(read.container).toBe('html');
    expect(read.problems.map(({ code }) => code)).toEqual(['extension']);
    expect(read.sheets).toHaveLength(1);
    expect(read.sheets[0]?.rows).toEqual([
      ['Kode', 'Realisasi'],
      [null, 'Lalu', 'Kini'],
      ['5.1.06', '1.234.567,89'],
      ['A & B C', '=1+1', '-5']
    ]);
  });

  test('the name promises one container and the bytes are another: read by content, and said', () => {
    const read = readWorkbook(utf8('kode,pagu\n1,2\n'), 'lra.xlsx');
    expect(read.container).toBe('csv');
    expect(read.problems[0]).toMatchObject({ kind: 'decision', code: 'extension' });
    expect(sentence(read.problems[0]!)).toBe(
      'lra.xlsx: nama berkas berakhiran .xlsx tetapi isinya CSV; dibaca menurut isinya.'
    );
    expect(codes(book({ A: rows }, 'xlml'), 'apbd.csv')).toEqual(['extension']);
    expect(codes(book({ A: rows }), 'tanpa-akhiran')).toEqual([]);
  });
});

describe('cells', () => {
  test('a formula gives its cached value, text that looks like one stays text, an error is its text', () => {
    const sheet: XLSX.WorkSheet = {
      '!ref': 'A1:F2',
      A1: { t: 'n', v: 42, f: '40+2' },
      B1: { t: 's', v: "=cmd|' /C calc'!A0" },
      C1: { t: 'e', v: 0x2a },
      D1: { t: 'e', v: 0x17 },
      E1: { t: 'n', v: 45658, z: 'yyyy-mm-dd' },
      F1: { t: 's', v: '  Belanja\u00a0 ' },
      A2: { t: 's', v: '0001' }
    };
    const expected = [[42, "=cmd|' /C calc'!A0", '#N/A', '#REF!', 45658, 'Belanja'], ['0001']];
    expect(firstRows(bookOf(sheet), 'a.xlsx')).toEqual(expected);
    expect(firstRows(bookOf(sheet, 'biff8'), 'a.xls')).toEqual(expected);
  });

  test('a formula that was never calculated is blank', () => {
    const bytes = withSheetXml(book({ A: [[1, 2]] }), (xml) => xml.replace('<v>2</v>', '<f>A1+1</f>'));
    expect(firstRows(bytes, 'a.xlsx')).toEqual([[1]]);
  });

  test('merged cells keep their value in the top-left place only', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['Realisasi', null, 'Sisa'],
      [1, 2, 3]
    ]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    expect(firstRows(bookOf(sheet), 'a.xlsx')?.[0]).toEqual(['Realisasi', null, 'Sisa']);
  });

  test('thousands of coloured blank rows and a wrong used range change nothing', () => {
    const blanks = Array.from(
      { length: 60_000 },
      (_, i) => `<row r="${i + 3}" s="1"><c r="A${i + 3}" s="1"/><c r="B${i + 3}" s="1"></c></row>`
    );
    const bytes = withSheetXml(
      book({
        A: [
          ['Kode', 'Pagu'],
          ['1', 5]
        ]
      }),
      (xml) =>
        xml.replace('</sheetData>', `${blanks.join('')}<row r="1048576"><c r="C1048576"><v>7</v></c></row></sheetData>`)
    );
    const read = firstRows(bytes, 'a.xlsx');
    expect(read).toHaveLength(1_048_576);
    expect(read?.slice(0, 3)).toEqual([['Kode', 'Pagu'], ['1', 5], []]);
    expect(read?.at(-1)).toEqual([null, null, 7]);
  });
});

const encrypted = container({ EncryptionInfo: utf8('x'.repeat(200)), EncryptedPackage: utf8('y'.repeat(5000)) }, 'cfb');
const xlsx = book({ Rekap: rows, Lagi: [['a', 1]] });

describe('what cannot be read is one sentence', () => {
  test.for([
    { name: 'zero bytes', bytes: new Uint8Array(), file: 'a.xlsx', code: 'empty' },
    {
      name: 'a workbook without its end',
      bytes: xlsx.subarray(0, xlsx.length - 1),
      file: 'a.xlsx',
      code: 'zip-truncated'
    },
    { name: 'the two first bytes of a workbook', bytes: utf8('PK'), file: 'a.xlsx', code: 'zip-truncated' },
    { name: 'a password', bytes: encrypted, file: 'a.xlsx', code: 'password' },
    {
      name: 'a Word document',
      bytes: container({ 'word/document.xml': utf8('<w/>') }, 'zip'),
      file: 'a.xlsx',
      code: 'not-a-workbook'
    },
    { name: 'a plain zip', bytes: container({ 'a.csv': utf8('a,b') }, 'zip'), file: 'a.zip', code: 'not-a-workbook' },
    {
      name: 'an old Word document',
      bytes: container({ WordDocument: utf8('x'.repeat(5000)) }, 'cfb'),
      file: 'a.xls',
      code: 'not-a-workbook'
    },
    {
      name: 'a login page',
      bytes: utf8('<!DOCTYPE html><form><input type="password"></form>'),
      file: 'a.xls',
      code: 'web-page'
    },
    { name: 'an error page', bytes: utf8('\r\n<html><h1>500</h1></html>'), file: 'a.xls', code: 'web-page' },
    {
      name: 'a login page in a layout table',
      bytes: utf8('<html><table><tr><td>User<td><input><tr><td>Sandi<td><input type=password></table>'),
      file: 'a.xls',
      code: 'web-page'
    },
    { name: 'a PDF', bytes: latin1('%PDF-1.7\n\xe2\xe3\xcf\xd3\n'), file: 'lra.pdf', code: 'not-a-workbook' },
    { name: 'a picture', bytes: latin1('\x89PNG\r\n\x1a\n\0\0'), file: 'lra.xlsx', code: 'not-a-workbook' },
    { name: 'other XML', bytes: utf8('<?xml version="1.0"?><rss/>'), file: 'a.xml', code: 'not-a-workbook' },
    { name: 'JSON', bytes: utf8('{"type":"FeatureCollection"}'), file: 'a.csv', code: 'not-a-workbook' },
    {
      name: 'random bytes',
      bytes: Uint8Array.from({ length: 999 }, (_, i) => (i * 7919) % 251),
      file: 'a.csv',
      code: 'binary'
    },
    { name: 'nothing but zeros', bytes: new Uint8Array(5000), file: 'a.csv', code: 'binary' },
    { name: 'an OLE2 head and then nothing', bytes: encrypted.subarray(0, 40), file: 'a.xls', code: 'unreadable' },
    { name: 'blank lines', bytes: utf8('\n,,\n,,,\n'), file: 'a.csv', code: 'no-rows' },
    { name: 'a workbook with blank sheets', bytes: book({ A: [[]], B: [[null]] }), file: 'a.xlsx', code: 'no-rows' }
  ])('$name', ({ bytes, file, code }) => {
    const read = readWorkbook(bytes, file);
    expect(read.sheets).toEqual([]);
    const [reject] = read.problems.filter(({ kind }) => kind === 'reject');
    expect(reject).toMatchObject({ code, place: { file } });
    expect(reject?.fix).toBeDefined();
    for (const language of ['id', 'en'] as const)
      expect(sentence(reject!, language)).not.toMatch(/\{\}|undefined|\(\)/);
  });

  test('a password on the old format', () => {
    // BOF, then FilePass, as a protected workbook begins
    const stream = Uint8Array.from([
      9, 8, 16, 0, 0, 6, 5, 0, 187, 13, 204, 7, 0, 0, 0, 0, 6, 0, 0, 0, 47, 0, 6, 0, 0, 0, 1, 2, 3, 4
    ]);
    const padded = new Uint8Array(5000);
    padded.set(stream);
    expect(codes(container({ Workbook: padded }, 'cfb'), 'a.xls')).toEqual(['password']);
  });

  test('a byte that rotted inside the workbook is found by the checksum', () => {
    const stored = book({ A: [['Kode'], ['1234567']] });
    const plain = withSheetXml(stored, (xml) => xml);
    const text = Buffer.from(plain);
    const entry = text.indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length;
    text[entry + 20] = (text[entry + 20] ?? 0) ^ 0x10;
    const [problem] = readWorkbook(new Uint8Array(text), 'a.xlsx').problems;
    expect(['damaged', 'unreadable']).toContain(problem?.code);
  });
});

describe('any bytes', () => {
  test('a workbook cut anywhere is a problem, never an exception and never half a table', () => {
    for (let length = 0; length < xlsx.length; length++) {
      const read = readWorkbook(xlsx.subarray(0, length), 'lra.xlsx');
      expect(
        read.problems.some(({ kind }) => kind === 'reject'),
        `${length} of ${xlsx.length} bytes`
      ).toBe(true);
      expect(read.sheets).toEqual([]);
    }
  });

  test('an old workbook cut anywhere never throws', () => {
    const xls = book({ Rekap: rows }, 'biff8');
    for (let length = 0; length < xls.length; length += 97) {
      const read = readWorkbook(xls.subarray(0, length), 'lra.xls');
      expect(read.problems.length + read.sheets.length).toBeGreaterThan(0);
    }
  });

  const heads = [
    [],
    utf8('PK\x03\x04'),
    encrypted.subarray(0, 512),
    utf8('<html><table>'),
    utf8('<?xml version="1.0"?>'),
    utf8('a,b\n"'),
    [9, 8, 16, 0]
  ];
  test('arbitrary bytes behind any beginning never throw and never yield a NUL', () => {
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 600 }), (head, tail) => {
        const read = readWorkbook(Uint8Array.from([...head, ...tail]), 'apa saja.csv');
        expect(JSON.stringify(read.sheets)).not.toContain('\\u0000');
        expect(read.problems.length + read.sheets.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 }
    );
  });

  test('a workbook with any byte changed never throws', () => {
    fc.assert(
      fc.property(fc.nat(xlsx.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = Uint8Array.from(xlsx, (byte, i) => (i === at ? byte ^ flip : byte));
        const read = readWorkbook(bytes, 'lra.xlsx');
        expect(read.problems.length + read.sheets.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 }
    );
  });
});

describe('encodings', () => {
  const text = 'nama;pagu\nDésa “Baru”;1\u00a0234,5\n';
  test.for([
    { name: 'UTF-8', bytes: utf8(text), encoding: 'utf-8' },
    { name: 'UTF-8 with its mark', bytes: utf8(`\ufeff${text}`), encoding: 'utf-8' },
    { name: 'UTF-16 little end first', bytes: utf16le(text), encoding: 'utf-16le' },
    { name: 'UTF-16 big end first, marked', bytes: utf16be(`\ufeff${text}`), encoding: 'utf-16be' },
    { name: 'UTF-16 big end first', bytes: utf16be(text), encoding: 'utf-16be' },
    { name: 'windows-1252', bytes: latin1(text.replace('“', '\x93').replace('”', '\x94')), encoding: 'windows-1252' }
  ])('$name', ({ bytes, encoding }) => {
    const read = readWorkbook(bytes, 'a.csv');
    expect(read.sheets[0]?.rows).toEqual([
      ['nama', 'pagu'],
      ['Désa “Baru”', '1\u00a0234,5']
    ]);
    expect(read.problems.map(({ message }) => message.en)).toEqual([
      `read as ${encoding} text separated by semicolons.`
    ]);
  });

  test('stray NULs are removed and reported', () => {
    const read = readWorkbook(utf8('kode,pagu\n1\0,2\n'), 'a.csv');
    expect(read.sheets[0]?.rows[1]).toEqual(['1', '2']);
    expect(read.problems.map(({ code, kind }) => [code, kind])).toEqual([
      ['dialect', 'decision'],
      ['nul-removed', 'warning']
    ]);
  });

  test('mostly valid UTF-8 with one damaged byte stays UTF-8, and says so', () => {
    const bytes = Uint8Array.from([...utf8('Désa\n'.repeat(20)), 0xc3, 0x2c, 0x31]);
    const read = readWorkbook(bytes, 'a.csv');
    expect(read.sheets[0]?.rows[0]).toEqual(['Désa']);
    expect(read.problems.map(({ code }) => code)).toContain('bytes-damaged');
  });
});

const real = new URL('../../../shared/data/lra-lampungselatan-kominfo-2026/', import.meta.url);
test.skipIf(!existsSync(real))('real LRA and RAK workbooks (skipped where ../shared/data is absent)', () => {
  expect(firstRows(readFileSync(new URL('lra_januari.xlsx', real)), 'lra_januari.xlsx')).toHaveLength(490);
  const rak = readWorkbook(readFileSync(new URL('rak.xlsx', real)), 'rak.xlsx');
  expect(rak.sheets).toHaveLength(11);
  expect(rak.sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(['Sheet7']);
});
