import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CutLine } from '$lib/model/cuts/line';
import { planTree } from '$lib/model/cuts/planTree';

function line(kodeSkpd: string, kodeSubkegiatan: string, kodeAkun: string, pagu: number): CutLine {
  return {
    id: `${kodeSkpd}|${kodeSubkegiatan}|${kodeAkun}`,
    kodeSkpd,
    kodeSubkegiatan,
    kodeAkun,
    pagu,
    sources: [{ sumber: null, pagu }],
    spent: 0,
    committed: 0,
    obligations: 0,
    role: 'umum',
    roleBasis: 'usulan',
    cap: null,
    priority: null,
    template: null,
    step: null,
    spm: false,
    dasar: null,
    aid: []
  };
}

describe('the plan in LRA order', () => {
  const lines = [
    line('A', '1.06.05.2.02.0006', '5.1.06.01.01.0001', 700),
    line('A', '1.06.01.2.06.0009', '5.1.02.04.01.0001', 200),
    line('A', '1.06.01.2.06.0009', '5.1.02.01.01.0052', 100)
  ];

  test('rows stand as in an LRA, each level above what it holds', () => {
    const rows = planTree(lines, [0, 50, 0], () => null);
    expect(rows.map(({ level, kode }) => `${level} ${kode}`.trim())).toEqual([
      'jumlah',
      'skpd A',
      'program 1.06.01',
      'kegiatan 1.06.01.2.06',
      'subkegiatan 1.06.01.2.06.0009',
      'akun 5.1.02.01.01.0052',
      'akun 5.1.02.04.01.0001',
      'program 1.06.05',
      'kegiatan 1.06.05.2.02',
      'subkegiatan 1.06.05.2.02.0006',
      'akun 5.1.06.01.01.0001'
    ]);
  });

  test('before, cut and after of a program are those of its accounts', () => {
    const program = planTree(lines, [0, 50, 10], () => null).find(({ kode }) => kode === '1.06.01');
    expect(program).toMatchObject({ sebelum: 300, potongan: 60, sesudah: 240 });
  });

  test('a row knows the name of its code, or null', () => {
    const rows = planTree(lines, [], (level, kode) => (level === 'program' && kode === '1.06.01' ? 'Penunjang' : null));
    expect(rows.filter(({ nama }) => nama !== null).map(({ kode }) => kode)).toEqual(['1.06.01']);
  });

  test('two units with the same sub kegiatan are not added into one row', () => {
    const two = [line('A', '1.06.01.2.06.0009', '5.1', 1), line('B', '1.06.01.2.06.0009', '5.1', 2)];
    expect(planTree(two, [], () => null).filter(({ level }) => level === 'subkegiatan')).toHaveLength(2);
  });

  test('no lines: one row of zero', () => {
    expect(planTree([], [], () => null)).toMatchObject([{ level: 'jumlah', sebelum: 0, potongan: 0, sesudah: 0 }]);
  });

  test('every parent is the sum of its children, whatever the lines and their order', () => {
    const code = fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 3 })
    );
    const one = fc.tuple(fc.constantFrom('A', 'B'), code, fc.nat(1e9), fc.nat(1e9));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (list) => {
        const made = list.map(([skpd, [a, b, c], pagu]) => line(skpd, `1.06.0${a}.2.0${b}.000${c}`, '5.1', pagu));
        const rows = planTree(
          made,
          list.map(([, , , cut]) => cut),
          () => null
        );
        for (const row of rows.filter(({ line: at }) => at === null)) {
          const below = row.children.map((at) => rows[at]!);
          expect(row.sebelum).toBe(below.reduce((sum, { sebelum }) => sum + sebelum, 0));
          expect(row.potongan).toBe(below.reduce((sum, { potongan }) => sum + potongan, 0));
        }
        expect(rows.filter(({ line: at }) => at !== null)).toHaveLength(list.length);
      })
    );
  });
});
