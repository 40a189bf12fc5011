import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compositionVariance,
  contingencyShare,
  economicVariance,
  functionVariance,
  outturnRate,
  rateComposition,
  rateContingency,
  rateOutturn,
  type BudgetHead,
  type BudgetYear
} from '$lib/model/credibility';
import a20 from '../golden/a20-pefa.json';

const heads = a20.budget.map((budget, i): BudgetHead => ({ kode: `f${i}`, budget, outturn: a20.outturn[i] ?? NaN }));
const yearOf = (tahun: number, ...heads: BudgetHead[]): BudgetYear => ({ tahun, isComplete: true, heads });
const outturns = (...rates: number[]) =>
  rates.map((rate, i) => yearOf(2021 + i, { kode: 'a', budget: 1000, outturn: 1000 * rate }));

describe('golden A20', () => {
  const found = compositionVariance(heads);

  test('rate, adjusted budgets, deviations and variance', () => {
    expect(found?.rate).toBeCloseTo(a20.rate, 12);
    found?.heads.forEach((head, i) => {
      expect(head.adjusted).toBeCloseTo(a20.adjusted[i] ?? NaN, 9);
      expect(head.deviation).toBeCloseTo(a20.deviation[i] ?? NaN, 9);
    });
    expect(found?.variance).toBeCloseTo(a20.variance, 6);
  });

  test('the wrong shortcut would say 8 %', () => {
    const moved = heads.reduce((sum, head) => sum + Math.abs(head.outturn - head.budget), 0);
    expect(moved / 1200).toBeCloseTo(a20.wrongShortcut, 12);
    expect(found?.variance).not.toBeCloseTo(a20.wrongShortcut, 3);
  });

  test('three such years are graded B', () => {
    const years = [2022, 2023, 2024].map((tahun) => yearOf(tahun, ...heads));
    expect(rateComposition(years, functionVariance).grade).toBe(a20.grade);
  });
});

describe('composition', () => {
  const rest = { kode: 'btt', budget: 100, outturn: 0, kind: 'contingency' } as const;
  const interest = { kode: 'bunga', budget: 50, outturn: 90, kind: 'interest' } as const;

  test('by function leaves out contingency and interest; by economic type only contingency', () => {
    expect(functionVariance([...heads, rest, interest])).toEqual(functionVariance(heads));
    expect(economicVariance([...heads, rest, interest])).toEqual(compositionVariance([...heads, interest]));
  });

  test('beyond twenty heads the smaller budgets are one', () => {
    const many = Array.from({ length: 25 }, (_, i) => ({
      kode: `k${i}`,
      budget: 1000 - i,
      outturn: i % 2 ? 900 : 1000
    }));
    const found = functionVariance([...many].reverse());
    expect(found?.heads.map(({ kode }) => kode)).toEqual([...many.slice(0, 20).map(({ kode }) => kode), 'lainnya']);
    const others = found?.heads.at(-1);
    expect((others?.adjusted ?? NaN) - (others?.aggregate ?? NaN)).toBeCloseTo(979 + 978 + 977 + 976 + 980, 9);
  });

  test.for([
    { name: 'no budget', heads: [{ kode: 'a', budget: 0, outturn: 5 }] },
    { name: 'no outturn', heads: [{ kode: 'a', budget: 5, outturn: 0 }] },
    { name: 'no heads', heads: [] }
  ])('not defined: $name', ({ heads }) => expect(compositionVariance(heads)).toBeNull());

  test('a head without budget that was spent on is all composition', () => {
    const found = compositionVariance([
      { kode: 'a', budget: 100, outturn: 80 },
      { kode: 'b', budget: 0, outturn: 20 }
    ]);
    expect(found?.heads[1]).toMatchObject({ adjusted: 0, deviation: 20, aggregate: 0, contribution: null });
    expect(found?.variance).toBeCloseTo(0.4, 12);
  });

  test('aggregate + composition = outturn − budget; deviations add up to 0, contributions to 1; order is irrelevant', () => {
    const amounts = fc.array(
      fc.record({ budget: fc.integer({ min: 0, max: 1e9 }), outturn: fc.integer({ min: 0, max: 1e9 }) }),
      { minLength: 1, maxLength: 30 }
    );
    fc.assert(
      fc.property(amounts, (list) => {
        const made = list.map((head, i) => ({ kode: String(i), ...head }));
        const found = compositionVariance(made);
        if (found === null) return;
        const scale = made.reduce((sum, head) => sum + head.budget + head.outturn, 1);
        found.heads.forEach(({ aggregate, deviation }, i) => {
          const moved = (made[i]?.outturn ?? NaN) - (made[i]?.budget ?? NaN);
          expect(Math.abs(aggregate + deviation - moved)).toBeLessThanOrEqual(1e-9 * scale);
        });
        expect(Math.abs(found.heads.reduce((sum, head) => sum + head.deviation, 0))).toBeLessThanOrEqual(1e-9 * scale);
        if (found.rate !== 1) {
          const parts = found.heads.map((head) => head.contribution ?? NaN);
          const tolerance = 1e-9 * parts.reduce((sum, part) => sum + Math.abs(part), 1);
          expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - 1)).toBeLessThanOrEqual(tolerance);
        }
        expect(compositionVariance([...made].reverse())?.variance).toBeCloseTo(found.variance, 9);
      })
    );
  });
});

describe('grades', () => {
  test.for([
    { name: 'two of three inside 95–105 %', rates: [0.96, 1.04, 0.5], grade: 'A' },
    { name: 'the ends are inside', rates: [0.95, 1.05, 0.2], grade: 'A' },
    { name: 'one year inside A, two inside B', rates: [1, 0.91, 0.92], grade: 'B' },
    { name: 'two inside C', rates: [0.86, 0.85, 0.3], grade: 'C' },
    { name: 'two outside C', rates: [1, 0.84, 1.16], grade: 'D' },
    { name: 'two years are not enough', rates: [1, 1], grade: null },
    { name: 'only the last three count', rates: [0.5, 0.5, 1, 1, 1], grade: 'A' }
  ])('outturn: $name', ({ rates, grade }) => expect(rateOutturn(outturns(...rates)).grade).toBe(grade));

  test('a year that is not complete is not graded', () => {
    const years = outturns(1, 1, 1, 0.4).map((year) => ({ ...year, isComplete: year.tahun !== 2024 }));
    const rating = rateOutturn(years);
    expect(rating.grade).toBe('A');
    expect(rating.years).toEqual([2021, 2022, 2023].map((tahun) => ({ tahun, value: 1 })));
  });

  test('a year without a budget has no value, and the rating no grade', () => {
    const years = [...outturns(1, 1), yearOf(2023, { kode: 'a', budget: 0, outturn: 0 })];
    expect(rateOutturn(years)).toMatchObject({ grade: null, years: [{}, {}, { tahun: 2023, value: null }] });
  });

  test.for([
    { name: 'below 3 %', shares: [0.02, 0.03, 0.03], grade: 'A' },
    { name: '3 % exactly', shares: [0.03, 0.03, 0.03], grade: 'B' },
    { name: '6 % exactly', shares: [0.06, 0.06, 0.06], grade: 'B' },
    { name: 'the mean of three counts', shares: [0.0, 0.0, 0.2], grade: 'C' },
    { name: '10 % and more', shares: [0.1, 0.1, 0.1], grade: 'D' }
  ])('contingency: $name', ({ shares, grade }) => {
    const years = shares.map((share, i) =>
      yearOf(
        2021 + i,
        { kode: 'a', budget: 900, outturn: 900 },
        { kode: 'btt', budget: 100, outturn: 1000 * share, kind: 'contingency' }
      )
    );
    expect(rateContingency(years).grade).toBe(grade);
  });

  test('composition at exactly 5 % is not below it', () => {
    const moved = [
      { kode: 'a', budget: 500, outturn: 525 },
      { kode: 'b', budget: 500, outturn: 475 }
    ];
    expect(compositionVariance(moved)?.variance).toBe(0.05);
    expect(
      rateComposition(
        [2021, 2022, 2023].map((tahun) => yearOf(tahun, ...moved)),
        functionVariance
      ).grade
    ).toBe('B');
  });

  test('rates and shares are null without a budget', () => {
    expect(outturnRate([])).toBeNull();
    expect(contingencyShare([])).toBeNull();
    expect(contingencyShare([{ kode: 'a', budget: 10, outturn: 9 }])).toBe(0);
  });
});
