import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  negativeMonths,
  pace,
  planDeviation,
  realizationRate,
  sCurve,
  targetGap,
  weightedDeviation
} from '$lib/model/realization';

test.for([
  { name: 'half of the pagu is spent', realisasi: 50, pagu: 100, expected: 0.5 },
  { name: 'above the pagu is kept, not cut off', realisasi: 110, pagu: 100, expected: 1.1 },
  { name: 'nothing spent is 0, not missing', realisasi: 0, pagu: 100, expected: 0 },
  { name: 'without a pagu there is no rate', realisasi: 5, pagu: 0, expected: null },
  { name: 'a month without a file has no rate', realisasi: null, pagu: 100, expected: null },
  { name: 'an unknown pagu has no rate', realisasi: 5, pagu: null, expected: null }
])('realizationRate: $name', ({ realisasi, pagu, expected }) =>
  expect(realizationRate(realisasi, pagu)).toBe(expected)
);

test.for([
  { name: 'below plan is negative', realisasi: 80, rencana: 100, expected: { rupiah: -20, rate: -0.2 } },
  { name: 'above plan is positive', realisasi: 120, rencana: 100, expected: { rupiah: 20, rate: 0.2 } },
  { name: 'nothing planned, nothing spent: on plan', realisasi: 0, rencana: 0, expected: { rupiah: 0, rate: 0 } },
  { name: 'nothing planned, money spent: rupiah only', realisasi: 7, rencana: 0, expected: { rupiah: 7, rate: null } },
  { name: 'a plan below zero has no percentage', realisasi: 7, rencana: -1, expected: { rupiah: 8, rate: null } },
  { name: 'no plan', realisasi: 7, rencana: null, expected: { rupiah: null, rate: null } },
  { name: 'no file', realisasi: null, rencana: 7, expected: { rupiah: null, rate: null } }
])('planDeviation: $name', ({ realisasi, rencana, expected }) =>
  expect(planDeviation(realisasi, rencana)).toEqual(expected)
);

describe('weightedDeviation', () => {
  test('weighs |dev| by pagu, so that signs do not cancel', () => {
    const types = [
      { pagu: 300, realisasi: 80, rencana: 100 },
      { pagu: 100, realisasi: 140, rencana: 100 }
    ];
    expect(weightedDeviation(types)).toEqual({ rate: (300 * 0.2 + 100 * 0.4) / 400, paguShare: 1 });
  });

  test('a type without a percentage is left out and said so', () => {
    const types = [
      { pagu: 300, realisasi: 90, rencana: 100 },
      { pagu: 100, realisasi: 10, rencana: 0 }
    ];
    const { rate, paguShare } = weightedDeviation(types);
    expect(rate).toBeCloseTo(0.1, 12);
    expect(paguShare).toBe(0.75);
  });

  test('the cap limits each type, not the mean', () => {
    const types = [
      { pagu: 100, realisasi: 500, rencana: 100 },
      { pagu: 100, realisasi: 100, rencana: 100 }
    ];
    expect(weightedDeviation(types).rate).toBe(2);
    expect(weightedDeviation(types, 1).rate).toBe(0.5);
  });

  test('nothing to weigh', () => {
    expect(weightedDeviation([])).toEqual({ rate: null, paguShare: null });
    expect(weightedDeviation([{ pagu: 5, realisasi: null, rencana: 1 }])).toEqual({ rate: null, paguShare: 0 });
  });
});

describe('pace', () => {
  const totals = [10, 20, 40, 70, null, 100, 100, 100, 100, 130, 160, 190];
  test.for([
    {
      name: 'three months, and what is left',
      month: 4,
      pagu: 230,
      expected: { burnRate: 20, requiredRate: 20, ratio: 1 }
    },
    { name: 'February has two months', month: 2, pagu: 220, expected: { burnRate: 10, requiredRate: 20, ratio: 2 } },
    {
      name: 'a month not known at either end',
      month: 5,
      pagu: 220,
      expected: { burnRate: null, requiredRate: null, ratio: null }
    },
    {
      name: 'start of the window not known',
      month: 8,
      pagu: 220,
      expected: { burnRate: null, requiredRate: 30, ratio: null }
    },
    {
      name: 'nothing spent in three months: no ratio',
      month: 9,
      pagu: 220,
      expected: { burnRate: 0, requiredRate: 40, ratio: null }
    },
    {
      name: 'already above the pagu: negative',
      month: 11,
      pagu: 150,
      expected: { burnRate: 20, requiredRate: -10, ratio: -0.5 }
    },
    {
      name: 'December has no month left',
      month: 12,
      pagu: 220,
      expected: { burnRate: 30, requiredRate: null, ratio: null }
    },
    { name: 'without a pagu', month: 3, pagu: null, expected: { burnRate: 40 / 3, requiredRate: null, ratio: null } }
  ])('$name', ({ month, pagu, expected }) => expect(pace(totals, pagu, month)).toEqual(expected));

  test('going on at the required rate ends exactly at the pagu', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e7), fc.integer({ min: 1, max: 11 }), (spent, pagu, month) => {
        const totals = Array.from({ length: 12 }, (_, i) => (i === month - 1 ? spent : null));
        const { requiredRate } = pace(totals, pagu, month);
        expect(spent + (requiredRate ?? NaN) * (12 - month)).toBeCloseTo(pagu, 4);
      })
    );
  });
});

test('sCurve: shares of one pagu and the index to plan; gaps stay gaps', () => {
  expect(sCurve([10, null, 60], [20, 40, 60], 200)).toEqual([
    { month: 1, realisasiRate: 0.05, rencanaRate: 0.1, index: 0.5 },
    { month: 2, realisasiRate: null, rencanaRate: 0.2, index: null },
    { month: 3, realisasiRate: 0.3, rencanaRate: 0.3, index: 1 }
  ]);
});

test.for([
  { name: 'end of the second quarter', rate: 0.35, month: 6, expected: -0.05 },
  { name: 'between quarter ends', rate: 0.35, month: 5, expected: null },
  { name: 'no target set', rate: 0.9, month: 12, expected: null },
  { name: 'no rate', rate: null, month: 6, expected: null }
])('targetGap: $name', ({ rate, month, expected }) => {
  const gap = targetGap(rate, [0.15, 0.4, 0.7, null], month);
  if (expected === null) expect(gap).toBeNull();
  else expect(gap).toBeCloseTo(expected, 12);
});

test('negativeMonths: corrections by month, gaps are none', () => {
  expect(negativeMonths([10, 8, null, 5, 4])).toEqual([
    { month: 2, rupiah: -2 },
    { month: 5, rupiah: -1 }
  ]);
  expect(negativeMonths([-3, 0])).toEqual([{ month: 1, rupiah: -3 }]);
});
