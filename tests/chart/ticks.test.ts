import { nice as d3Nice, ticks as d3Ticks } from 'd3-array';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nice, ticks } from '$lib/chart/ticks';

test.for([
  {
    name: 'tenths, without the dust of a product',
    low: 0,
    high: 0.7,
    count: 7,
    expected: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]
  },
  { name: 'only those within', low: 3, high: 22, count: 4, expected: [5, 10, 15, 20] },
  { name: 'below zero and above', low: -1, high: 1, count: 4, expected: [-1, -0.5, 0, 0.5, 1] },
  { name: 'one value is its own', low: 5, high: 5, count: 5, expected: [5] }
])('ticks: $name', ({ low, high, count, expected }) => expect(ticks(low, high, count)).toEqual(expected));

test('a domain widened ends at round values, whose step may be wider than before', () => {
  expect(nice(0.03, 0.71, 5)).toEqual([0, 0.8]);
  expect(nice(0, 97, 5)).toEqual([0, 100]);
});

/** Rates, counts and rupiah: nothing on these pages has more than four places. */
const numbers = (most: number) =>
  fc.oneof(
    fc.integer({ min: 1, max: most }),
    fc.integer({ min: 1, max: 1e6 }).map((value) => value / 1e4)
  );
const domains = fc
  .record({
    low: fc.oneof(
      fc.constant(0),
      numbers(1e6),
      numbers(1e6).map((value) => -value)
    ),
    width: numbers(1e12),
    count: fc.integer({ min: 2, max: 10 })
  })
  .map(({ low, width, count }) => ({ low, high: low + width, count }));

test('both are those of d3, for every domain', () =>
  fc.assert(
    fc.property(domains, ({ low, high, count }) => {
      expect(ticks(low, high, count)).toEqual(d3Ticks(low, high, count));
      expect(nice(low, high, count)).toEqual(d3Nice(low, high, count));
    }),
    { numRuns: 1000 }
  ));
