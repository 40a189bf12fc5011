import { read, utils, type WorkSheet } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { PlanRow } from '$lib/model/cuts/planTree';
import { planWorkbook } from '$lib/ui/planWorkbook';

const account = (kode: string, sebelum: number, potongan: number, line: number): PlanRow => ({
  level: 'akun',
  kode,
  nama: null,
  sebelum,
  potongan,
  sesudah: sebelum - potongan,
  line,
  children: []
});
const rows: PlanRow[] = [
  { level: 'jumlah', kode: '', nama: null, sebelum: 300, potongan: 60, sesudah: 240, line: null, children: [1] },
  {
    level: 'subkegiatan',
    kode: '1.06.01.2.06.0009',
    nama: '=HYPERLINK("x")',
    sebelum: 300,
    potongan: 60,
    sesudah: 240,
    line: null,
    children: [2, 3]
  },
  account('5.1.02.01.01.0052', 100, 10, 0),
  account('5.1.02.04.01.0001', 200, 50, 1)
];
const book = read(planWorkbook(rows, ({ line }) => (line === 0 ? 'umum' : ''), [['Model', '1']], 'id'));
const sheet = book.Sheets['Rencana']!;

/** What a spreadsheet computes for a cell: sums, differences and the guarded quotient that this workbook uses. */
function computed(from: WorkSheet, cell: string): number {
  const { f, v } = from[cell] as { f?: string; v: number };
  if (f === undefined) return v;
  const cells = (part: string) => [...part.matchAll(/[A-Z]+\d+/g)].map(([one]) => computed(from, one));
  if (f.startsWith('SUM')) return cells(f).reduce((sum, value) => sum + value, 0);
  const [a, b] = cells(f.replace(/^IF\([^,]+,0,/, ''));
  return f.startsWith('IF') ? a! / b! : a! - b!;
}

describe('the plan as a workbook', () => {
  test('every sum is a formula over the rows below it, and adds up', () => {
    for (const column of ['C', 'D']) {
      for (const [at, row] of rows.entries()) {
        const cell = `${column}${at + 2}`;
        expect('f' in sheet[cell]).toBe(row.line === null);
        expect(computed(sheet, cell)).toBe(column === 'C' ? row.sebelum : row.potongan);
      }
    }
  });

  test('after is before less cut, as a formula, in every row', () => {
    for (const [at, row] of rows.entries()) {
      expect(sheet[`E${at + 2}`].f).toBe(`C${at + 2}-D${at + 2}`);
      expect(computed(sheet, `E${at + 2}`)).toBe(row.sesudah);
    }
  });

  test('a changed account changes the total in the spreadsheet', () => {
    const changed = { ...sheet, D4: { ...sheet['D4'], v: 99 } };
    expect(computed(changed, 'D2')).toBe(149);
    expect(computed(changed, 'E2')).toBe(151);
  });

  test('codes are text, and a name that looks like a formula is not run', () => {
    expect(sheet['A4']).toMatchObject({ t: 's', v: '5.1.02.01.01.0052' });
    expect(sheet['B3']).toMatchObject({ t: 's', v: '=HYPERLINK("x")' });
    expect(sheet['B3'].f).toBeUndefined();
  });

  test('the notes stand on a sheet of their own', () => {
    expect(utils.sheet_to_json(book.Sheets['Keterangan']!, { header: 1 })).toEqual([['Model', '1']]);
  });
});
