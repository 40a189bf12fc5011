import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, openTables, smallTables, unitA, unitB, type Opened } from './support';

// Two units whose amended budgets start in different months: what is in force is decided unit by unit.
const social = '1.06.04.2.01.0001';
const relief = '1.06.05.2.02.0003';
let opened: Opened;

beforeAll(async () => {
  const monthly = (rupiah: number) => Array.from({ length: 12 }, () => rupiah);
  opened = await openTables(
    smallTables([
      {
        tahun: 2026,
        starts: { [`perubahan ${unitA}`]: 9, [`perubahan ${unitB}`]: 10, [`pergeseran-1 ${unitB}`]: 4 },
        lines: [
          { skpd: unitA, sub: social, pagu: { murni: 1000, perubahan: 1500 }, spent: monthly(50) },
          { skpd: unitB, sub: social, pagu: { murni: 400, 'pergeseran-1': 300, perubahan: 100 }, spent: monthly(10) },
          { skpd: unitB, sub: relief, pagu: { murni: 200, 'pergeseran-1': 300 }, spent: monthly(5) }
        ]
      }
    ])
  );
});
afterAll(() => opened.close());

describe('the stage in force is each unit’s own, never the latest of all', () => {
  test.for([
    { bulan: 3, pagu: 1600, used: 'murni' },
    { bulan: 4, pagu: 1000 + 300 + 300, used: 'pergeseran-1' },
    { bulan: 8, pagu: 1600, used: 'pergeseran-1' },
    { bulan: 9, pagu: 1500 + 300 + 300, used: 'perubahan' },
    { bulan: 10, pagu: 1500 + 100, used: 'perubahan' }
  ])('at the end of month $bulan the pagu is $pagu', async ({ bulan, pagu, used }) => {
    const view = await look(opened, { bulan });
    expect(view.pagu).toBe(pagu);
    expect(view.stages.find((stage) => stage.used)).toMatchObject({ tahap: used, inForce: true, pagu });
    expect(view.denominator[bulan - 1]).toBe(pagu);
    expect(view.denominator.slice(bulan).every((value) => value === pagu)).toBe(true);
  });

  test('the pagu of each month is the one in force in it', async () => {
    const { denominator } = await look(opened, { bulan: 12 });
    expect(denominator).toEqual([1600, 1600, 1600, 1600, 1600, 1600, 1600, 1600, 2100, 1600, 1600, 1600]);
  });

  test.for([3, 4, 8, 9, 10, 12])('the bridge stands on the pagu in force at month %i', async (bulan) => {
    const view = await look(opened, { bulan });
    const steps = view.bridge!.steps;
    const before = steps.slice(
      0,
      steps.findIndex(({ key }) => key === 'realisasi')
    );
    const pagu = before.reduce((sum, { kind, rupiah }) => (kind === 'total' ? rupiah : sum + rupiah), 0);
    expect(pagu).toBe(view.pagu);
    expect(steps.find(({ key }) => key === 'sisa')!.rupiah).toBe(view.pagu! - view.realisasi!);
  });

  test('a stage that starts later is not known yet, and cannot be chosen', async () => {
    const view = await look(opened, { bulan: 5, tahap: 'perubahan' });
    expect(view.stages.map(({ tahap }) => tahap)).toEqual(['murni', 'pergeseran-1']);
    expect(view.pagu).toBe(1600);
  });

  test('a unit without the chosen stage stands at its stage before it, in the total and in every row', async () => {
    const view = await look(opened, { bulan: 12, tahap: 'pergeseran-1' });
    expect(view.pagu).toBe(1000 + 300 + 300);
    const programs = view.tree.filter(({ tingkat }) => tingkat === 'program');
    expect(programs.map(({ kode, pagu }) => [kode, pagu])).toEqual([
      ['1.06.04', 1300],
      ['1.06.05', 300]
    ]);
  });

  test('rates of exceptions and outputs are measured against the chosen stage too', async () => {
    const view = await look(opened, { bulan: 12, tahap: 'murni' });
    for (const { kodeSubkegiatan, kodeSkpd, pagu, rate, realisasi } of view.exceptions) {
      const murni = kodeSkpd === unitA ? 1000 : kodeSubkegiatan === social ? 400 : 200;
      expect(pagu).toBe(murni);
      expect(rate).toBe(realisasi! / murni);
    }
    expect(view.exceptions.length).toBeGreaterThan(0);
  });
});
