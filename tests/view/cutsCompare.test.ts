import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planTree } from '$lib/model/cuts/planTree';
import { comparePlanViews, freeName, type NamedPlan } from '$lib/view/cutsCompare';
import { memoCuts } from '$lib/view/cutsMemo';
import type { ShownRow } from '$lib/view/cutsPlan';
import { lineOf } from '../model/cuts/support/input';

/** Rows of a plan that cuts so many rupiah of lines named program.kegiatan.sub, each with a pagu of 1,000. */
function rowsOf(cuts: Readonly<Record<string, number>>): ShownRow[] {
  const lines = Object.keys(cuts).map((kodeSubkegiatan) => {
    const id = `A|${kodeSubkegiatan}|5.1.02`;
    return { ...lineOf({ id, pagu: 1000 }), kodeSubkegiatan, kodeAkun: '5.1.02' };
  });
  const names = (_level: string, kode: string) => `nama ${kode}`;
  return planTree(lines, Object.values(cuts), names).map((row) => ({
    ...row,
    id: row.line === null ? null : lines[row.line]!.id,
    reason: null
  }));
}
const plan = (nama: string, cuts: Record<string, number>): NamedPlan => ({ nama, view: { rows: rowsOf(cuts) } });
const [first, second, third] = ['1.06.01.2.06.0009', '1.06.02.2.01.0001', '1.06.02.2.01.0002'] as const;

describe('plans side by side', () => {
  test('the way leads from the pagu as it is to the first plan, and on to the second, and adds up', () => {
    const { ways, rows, jumlah } = comparePlanViews([
      { nama: 'Pagu', view: null },
      plan('A', { [first]: 100, [second]: 0, [third]: 50 }),
      plan('B', { [first]: 40, [second]: 70, [third]: 50 })
    ]);
    expect(jumlah).toEqual([0, 150, 160]);
    expect(rows).toEqual([
      { kode: first, nama: `nama ${first}`, potongan: [0, 100, 40] },
      { kode: second, nama: `nama ${second}`, potongan: [0, 0, 70] },
      { kode: third, nama: `nama ${third}`, potongan: [0, 50, 50] }
    ]);
    expect(ways).toEqual([
      {
        ...{ dari: 'Pagu', ke: 'A', awal: 0, akhir: 150 },
        steps: [
          { kode: '1.06.01', nama: 'nama 1.06.01', banyak: 1, perubahan: 100 },
          { kode: '1.06.02', nama: 'nama 1.06.02', banyak: 1, perubahan: 50 }
        ]
      },
      {
        ...{ dari: 'A', ke: 'B', awal: 150, akhir: 160 },
        steps: [
          { kode: '1.06.02', nama: 'nama 1.06.02', banyak: 1, perubahan: 70 },
          { kode: '1.06.01', nama: 'nama 1.06.01', banyak: 1, perubahan: -60 }
        ]
      }
    ]);
  });

  test('every way adds up, however few steps it may have', () => {
    const cuts = fc.dictionary(
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }))
        .map(([p, s]) => `1.06.0${p}.2.01.000${s}`),
      fc.integer({ min: 0, max: 1000 })
    );
    fc.assert(
      fc.property(cuts, cuts, fc.integer({ min: 1, max: 8 }), (a, b, most) => {
        const { ways, jumlah } = comparePlanViews([plan('A', a), plan('B', b)], most);
        const [way] = ways;
        expect(way!.steps.length).toBeLessThanOrEqual(most);
        expect(way!.steps.reduce((sum, { perubahan }) => sum + perubahan, way!.awal)).toBe(way!.akhir);
        expect([way!.awal, way!.akhir]).toEqual(jumlah);
      })
    );
  });
});

describe('names of scenarios', () => {
  test.for([
    ['Turun 30 %', [], 'Turun 30 %'],
    ['Turun 30 %', ['Turun 30 %'], 'Turun 30 % (2)'],
    ['A', ['A', 'A (2)'], 'A (3)'],
    ['  dua\nbaris ', [], 'dua baris'],
    [' \u0000 ', [], 'Skenario'],
    [' ', ['Skenario'], 'Skenario (2)'],
    ['x'.repeat(90), [], 'x'.repeat(80)],
    ['x'.repeat(90), ['x'.repeat(80)], `${'x'.repeat(76)} (2)`]
  ] as const)('%j beside %j is %j', ([wanted, taken, name]) => {
    expect(freeName(wanted, taken, 'Skenario')).toBe(name);
  });
});

describe('the table of the memo', () => {
  test('rows stand under their unit where there are several', () => {
    const rows = rowsOf({ [first]: 100 });
    const below = rows.filter(({ level }) => level !== 'jumlah');
    const two = [
      rows[0]!,
      ...below,
      ...below.map((row) => (row.level === 'skpd' ? { ...row, nama: null } : { ...row }))
    ];
    expect(memoCuts(rows).rows.map(({ unit }) => unit)).toEqual([null]);
    expect(memoCuts(two).rows.map(({ unit }) => unit)).toEqual(['nama A', 'A']);
  });

  const sum = (rows: readonly { sebelum: number; potongan: number; sesudah: number }[]) =>
    (['sebelum', 'potongan', 'sesudah'] as const).map((key) => rows.reduce((total, row) => total + row[key], 0));

  test('lists sub kegiatan that are cut in LRA order; the rest is one row and all add up', () => {
    const { level, rows, rest, jumlah } = memoCuts(rowsOf({ [third]: 50, [first]: 100, [second]: 0 }));
    expect(level).toBe('subkegiatan');
    expect(rows.map(({ kode, potongan }) => [kode, potongan])).toEqual([
      [first, 100],
      [third, 50]
    ]);
    expect(rest).toEqual({ sebelum: 1000, potongan: 0, sesudah: 1000, banyak: 1, dipotong: 0 });
    expect(jumlah).toEqual({ sebelum: 3000, potongan: 150, sesudah: 2850 });
  });

  test('where the paper has no room it goes up a level, and adds up all the same', () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [
        `1.06.0${1 + (at % 3)}.2.0${1 + (at % 2)}.${String(at).padStart(4, '0')}`,
        10 + at
      ])
    );
    for (const most of [60, 24, 4, 2, 1]) {
      const { level, rows, rest, jumlah } = memoCuts(rowsOf(many), most);
      expect(rows.length).toBeLessThanOrEqual(most);
      expect(level).toBe({ 60: 'subkegiatan', 24: 'kegiatan', 4: 'program', 2: 'skpd', 1: 'skpd' }[most]);
      expect(sum([...rows, ...(rest === null ? [] : [rest])])).toEqual(sum([jumlah]));
    }
  });

  test('units that do not fit are in the rest, and counted as cut', () => {
    const rows = rowsOf({ [first]: 100 });
    const other = rowsOf({ [second]: 7 }).filter(({ level }) => level === 'skpd');
    const whole = { ...rows[0]!, sebelum: 2000, potongan: 107, sesudah: 1893 };
    const { rest } = memoCuts([whole, ...rows.slice(1), ...other], 0);
    expect(rest).toEqual({ sebelum: 2000, potongan: 107, sesudah: 1893, banyak: 2, dipotong: 2 });
  });
});
