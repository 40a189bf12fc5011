import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulative, perPeriod, sumOrNull, sumSeries, valueAt, yearToDate } from '$lib/model/series';

const month = (bulan: number) => ({ sejakBulan: bulan, bulan });
const months = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => month(from + i));
const row = (sejakBulan: number, bulan: number, rupiah: number) => ({ sejakBulan, bulan, rupiah });

describe('yearToDate', () => {
  test.for([
    {
      name: 'months add up; a delivered month without a row is zero, an undelivered one is not known',
      rows: [row(1, 1, 10), row(3, 3, 5)],
      delivered: months(1, 4),
      expected: [10, 10, 15, 15, null, null, null, null, null, null, null, null]
    },
    {
      name: 'a lone cumulative file is known at its end only',
      rows: [row(1, 4, 40)],
      delivered: [],
      expected: [null, null, null, 40, null, null, null, null, null, null, null, null]
    },
    {
      name: 'a row that spans several months hides those before its end, not the ones after',
      rows: [row(1, 3, 30), row(4, 4, 4), row(5, 5, -1)],
      delivered: months(4, 5),
      expected: [null, null, 30, 34, 33, null, null, null, null, null, null, null]
    },
    {
      name: 'a gap in the files hides every later total',
      rows: [row(1, 1, 1), row(3, 3, 3)],
      delivered: [month(1), month(3), month(4)],
      expected: [1, null, null, null, null, null, null, null, null, null, null, null]
    },
    {
      name: 'a cumulative file without a row for this line means nothing spent, known at its end',
      rows: [],
      delivered: [{ sejakBulan: 1, bulan: 2 }],
      expected: [null, 0, null, null, null, null, null, null, null, null, null, null]
    },
    { name: 'nothing delivered, nothing known', rows: [], delivered: [], expected: Array(12).fill(null) }
  ])('$name', ({ rows, delivered, expected }) => expect(yearToDate(rows, delivered)).toEqual(expected));
});

test('cumulative: unknown from the first gap on', () => {
  expect(cumulative([1, 2, null, 4])).toEqual([1, 3, null, null]);
  expect(cumulative([null, 2])).toEqual([null, null]);
});

test('perPeriod: unknown where this total or the one before is', () => {
  expect(perPeriod([5, 4, null, 9, 12])).toEqual([5, -1, null, null, 3]);
});

test('perPeriod undoes cumulative', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 12, maxLength: 12 }), (values) => {
      expect(perPeriod(cumulative(values))).toEqual(values);
    })
  );
});

test('sums are null where a part is not known', () => {
  expect(
    sumSeries([
      [1, null, 3],
      [1, 1, 1]
    ])
  ).toEqual([2, null, 4]);
  expect(sumSeries([[1], [1, 1]])).toEqual([2, null]);
  expect(sumSeries([])).toEqual([]);
  expect(sumOrNull([1, null])).toBeNull();
  expect(sumOrNull([])).toBe(0);
});

test('valueAt counts months from one', () => {
  expect(valueAt([7, 8], 1)).toBe(7);
  expect(valueAt([7, 8], 3)).toBeNull();
  expect(valueAt([7, 8], 0)).toBeNull();
});
