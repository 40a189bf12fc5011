import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { container, latin1, utf8 } from '../source/workbookFixture';
import { tallyOf } from '$lib/source/layout';
import { readWorkbook } from '$lib/source/workbook';
import { rejectFiles } from '../../src/cli/rejects';
import { csv, dinas, importFiles, lra, lraRows, monthly, paguOfLines, spent, workbook } from './support';

const good = { 'LRA Januari 2026.xlsx': lra(monthly(1)) };
const paguHeader = ['tahun', 'tahap', 'kode_skpd', 'kode_sub_kegiatan', 'nama_sub_kegiatan', 'kode_rekening', 'pagu'];
const paguRow = (pagu: string, name = 'Penyediaan Permakanan') => [
  '2026',
  'murni',
  dinas,
  '1.06.04.2.01.0001',
  name,
  '5.1.02.01.01.0052',
  pagu
];

describe('a file that cannot be read gets one sentence, and the rest is imported', () => {
  test.for([
    { name: 'truncated zip', file: 'LRA Februari 2026.xlsx', bytes: lra(monthly(2)).slice(0, 3000), says: /terpotong/ },
    { name: '0 bytes', file: 'LRA Februari 2026.xlsx', bytes: new Uint8Array(), says: /0 bita/ },
    { name: 'only blank rows', file: 'kosong.csv', bytes: utf8(',,,\n'.repeat(50)), says: /tidak ada/ },
    {
      name: 'a workbook without a filled cell',
      file: 'kosong.xlsx',
      bytes: workbook({ Sheet1: [] }),
      says: /tidak ada/
    },
    {
      name: 'password-protected',
      file: 'LRA Februari 2026.xlsx',
      bytes: container({ EncryptedPackage: latin1('x'.repeat(5000)), EncryptionInfo: latin1('y'.repeat(5000)) }, 'cfb'),
      says: /kata sandi/
    },
    {
      name: 'a login page sent as xls',
      file: 'lra.xls',
      bytes: utf8('<html><form><input type="password"></form></html>'),
      says: /halaman masuk/
    },
    {
      name: 'random bytes',
      file: 'lra.xlsx',
      bytes: Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
      says: /bukan|tidak/
    },
    {
      name: 'another table',
      file: 'lain.csv',
      bytes: csv([
        ['a', 'b'],
        ['1', '2']
      ]),
      says: /tata letak/
    }
  ])('$name', async ({ file, bytes, says }) => {
    const done = await importFiles({ ...good, [file]: bytes });
    const rejects = done.all.filter(({ kind, place }) => kind === 'reject' && place.file === file);
    expect(rejects).toHaveLength(1);
    expect(done.sentences.find((text) => text.startsWith(`${file}:`) && says.test(text))).toBeDefined();
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
  });
});

describe('content decides, never the name', () => {
  const table = lraRows(monthly(1));
  const html = `<html><body><table>${table.map((row) => `<tr>${row.map((cell) => `<td>${cell ?? ''}</td>`).join('')}</tr>`).join('')}</table></body></html>`;
  test.for([
    { name: 'an xlsx named .csv', file: 'LRA Januari 2026.csv', bytes: lra(monthly(1)) },
    { name: 'an xlsx named .xls', file: 'LRA Januari 2026.xls', bytes: lra(monthly(1)) },
    { name: 'an old binary .xls', file: 'LRA Januari 2026.xls', bytes: workbook({ Sheet1: table }, { type: 'biff8' }) },
    { name: 'a csv named .xlsx', file: 'LRA Januari 2026.xlsx', bytes: csv(table) },
    { name: 'an HTML table sent as .xls', file: 'LRA Januari 2026.xls', bytes: utf8(html) },
    {
      name: 'SpreadsheetML sent as .xls',
      file: 'LRA Januari 2026.xls',
      bytes: workbook({ Sheet1: table }, { type: 'xlml' })
    },
    { name: 'tabs in a .csv', file: 'LRA Januari 2026.csv', bytes: csv(table, '\t') },
    { name: 'semicolons', file: 'LRA Januari 2026.csv', bytes: csv(table, ';') }
  ])('$name', async ({ file, bytes }) => {
    const done = await importFiles({ [file]: bytes });
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.sum('realisasi', 'realisasi')).toBe(
      monthly(1).reduce((sum, line) => sum + BigInt(line.realisasi as number) * 100n, 0n)
    );
    expect(done.codes('reject')).toEqual([]);
  });
});

describe('text', () => {
  test('windows-1252 with its non-breaking spaces in numbers', async () => {
    const rows = [
      paguHeader,
      paguRow('1\u00a0234\u00a0567,50', 'Penyediaan Permakanan \u2013 caf\u00e9'),
      paguRow('2\u00a0000,00')
    ];
    const bytes = latin1(
      rows
        .map((row) => row.join(';'))
        .join('\r\n')
        .replace('\u2013', '\u0096')
    );
    const done = await importFiles({ 'pagu.csv': bytes });
    expect(done.sum('pagu', 'pagu')).toBe(123_656_750n);
    expect(done.tables.nomenklatur!.find(({ kode }) => kode === '1.06.04.2.01.0001')!.nama).toBe(
      'Penyediaan Permakanan \u2013 caf\u00e9'
    );
  });

  test('NUL bytes are taken out and said', async () => {
    const text = [paguHeader, paguRow('1000000')]
      .map((row) => row.join(','))
      .join('\n')
      .replace('Permakanan', 'Perma\0kanan');
    const done = await importFiles({ 'pagu.csv': utf8(text) });
    expect(done.sum('pagu', 'pagu')).toBe(100_000_000n);
    expect(done.codes('warning')).toContain('nul-removed');
  });

  test('a formula in a label stays text, and the list of rejects is safe to open', async () => {
    const evil = ["=cmd|' /C calc'!A0", '+1+1', '@SUM(A1)', 'x;=1+1', '-2+3'];
    const rows = [
      paguHeader,
      paguRow('1000000', evil[0]),
      ...evil.map((label) => ['2026', 'murni', dinas, 'rusak', label, '5.1.02.01.01.0052', '5'])
    ];
    const done = await importFiles({ 'pagu.csv': csv(rows) });
    expect(done.tables.nomenklatur!.find(({ kode }) => kode === '1.06.04.2.01.0001')!.nama).toBe(evil[0]);
    const [text] = rejectFiles(done.inputs).values();
    const cells = text!.split('\n').flatMap((line) => line.split(/[,;\t]/));
    expect(text).toContain("'=cmd|");
    for (const cell of cells) expect(cell).not.toMatch(/^"?[=+@-]/);
  });

  test('a formula cell gives its stored value and is never computed', () => {
    const sheet = utils.aoa_to_sheet([['nilai'], [5]]);
    sheet['A2'] = { t: 'n', v: 5, f: 'SUM(1,1)' };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'Sheet1');
    const bytes = new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }));
    // The formula would give 2: the stored value is what the export says.
    expect(readWorkbook(bytes, 'rumus.xlsx').sheets[0]!.rows[1]).toEqual([5]);
  });
});

describe('numbers', () => {
  const dots = (n: number) => n.toString().replace(/\B(?=(\d{3})+$)/g, '.');
  test.for([
    { name: 'all text, 1.234.567,00', style: { amount: (n: number) => `${dots(n)},00` } },
    { name: 'all text with Rp', style: { amount: (n: number) => `Rp ${dots(n)},00`, zero: '-' } },
    {
      name: 'all text, 1,234,567.00',
      style: { amount: (n: number) => `${dots(n).replaceAll('.', ',')}.00`, zero: '0.00' }
    },
    { name: 'plain text digits', style: { amount: (n: number) => String(n), zero: '0' } }
  ])('$name', async ({ style }) => {
    const done = await importFiles({ 'LRA Januari 2026.xlsx': lra(monthly(1), style) });
    expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
    expect(done.codes('reject')).toEqual([]);
    expect(done.codes('warning')).toEqual([]);
  });

  test('cents are exact', async () => {
    const done = await importFiles({
      'pagu.csv': csv([
        paguHeader,
        paguRow('467.998.630.663,83'),
        ['2026', 'murni', dinas, '1.06.04.2.01.0003', '', '5.1.02.01.01.0039', '0,17']
      ])
    });
    expect(done.sum('pagu', 'pagu')).toBe(46_799_863_066_400n);
  });

  test('parentheses are a negative amount', async () => {
    const done = await importFiles({
      'LRA Januari 2026.xlsx': lra(
        spent((i) => (i === 0 ? -250_000 : i * 1000)),
        { amount: (n) => (n < 0 ? `(${dots(-n)},00)` : `${dots(n)},00`) }
      )
    });
    expect(
      done.sum('realisasi', 'realisasi', { kode_akun: '5.1.02.01.01.0024', kode_subkegiatan: '1.06.01.2.01.0001' })
    ).toBe(-25_000_000n);
  });

  test('a column with one separator only is asked about once, and its rows wait', async () => {
    const few = [
      ['1.06.01.2.01.0001', '1.500'],
      ['1.06.01.2.01.0002', '2.250']
    ].map(([sub, pagu]) => ['2026', 'murni', dinas, sub!, '', '5.1.02.01.01.0024', pagu!]);
    const bytes = csv([paguHeader, ...few]);
    const done = await importFiles({ 'pagu.csv': bytes });
    expect(done.codes('question')).toEqual(['number-style']);
    expect(done.codes('reject')).toEqual([]);
    expect(tallyOf(done.inputs[0]!.read.sheets[0]!)).toMatchObject({ dibaca: 2, ditolak: 2 });
    const answered = await importFiles({ 'pagu.csv': bytes }, { berkas: { 'pagu.csv': { angka: 'id' } } });
    expect(answered.sum('pagu', 'pagu')).toBe(375_000n);
    const english = await importFiles({ 'pagu.csv': bytes }, { berkas: { 'pagu.csv': { angka: 'en' } } });
    expect(english.sum('pagu', 'pagu')).toBe(375n);
  });

  test('an amount that is no number costs its row, named by sheet, row, column and value', async () => {
    const rows = lraRows(spent((i) => i * 1000));
    const at = rows.findIndex((row) => row[3] === '5.1.02.04.01.0001');
    rows[at]![6] = '#REF!';
    const done = await importFiles({ 'LRA Januari 2026.xlsx': workbook({ Sheet1: rows }) });
    expect(done.sentences).toContainEqual(
      expect.stringMatching(new RegExp(`lembar "Sheet1", baris ${at + 1}, kolom G, nilai "#REF!": bukan angka`))
    );
    expect(done.tables.realisasi).toHaveLength(11);
    expect(done.codes('warning')).toEqual([]);
  });
});

test('rows of another table below or beside the tree are not mixed in', async () => {
  const rows = lraRows(monthly(1));
  const beside = (i: number) =>
    i === 6 ? ['Kode', 'Uraian', 'Anggaran', 'Realisasi'] : i > 6 ? ['5.1', 'Operasi', 999, 999] : [];
  const withSide = rows.map((row, i) => [...Array.from({ length: 13 }, (_, c) => row[c] ?? null), null, ...beside(i)]);
  const done = await importFiles({ 'LRA Januari 2026.xlsx': workbook({ Sheet1: withSide }) });
  expect(done.sum('pagu', 'pagu')).toBe(paguOfLines);
  expect(done.codes('reject')).toEqual([]);
});
