import { expect, test } from 'vitest';
import { milliseconds, skippedRow, tableLines, type BenchRow } from './support/row';
import { median, quantile } from './support/statistics';

test.for([
  { name: 'one value is its own', values: [7], share: 0.95, expected: 7 },
  { name: 'the largest of ten', values: [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], share: 0.95, expected: 10 },
  { name: 'the 19th of twenty', values: Array.from({ length: 20 }, (_, i) => 20 - i), share: 0.95, expected: 19 },
  { name: 'the lower middle', values: [4, 1, 3, 2], share: 0.5, expected: 2 },
  { name: 'nothing', values: [], share: 0.5, expected: NaN }
])('quantile by nearest rank: $name', ({ values, share, expected }) => expect(quantile(values, share)).toBe(expected));

test.for([
  { name: 'an odd number of values', values: [9, 1, 5], expected: 5 },
  { name: 'an even number: between the two in the middle', values: [4, 1, 3, 2], expected: 2.5 },
  { name: 'nothing', values: [], expected: NaN }
])('median: $name', ({ values, expected }) => expect(median(values)).toBe(expected));

test('the table says ok, OVER, and nothing where there is no budget or no measurement', () => {
  const row = (isWithin: boolean | null, budget: string | null): BenchRow => ({
    what: 'paint',
    measured: milliseconds(12.34),
    budget,
    isWithin,
    how: 'once'
  });
  const lines = tableLines([
    row(true, '1 s'),
    row(false, '1 s'),
    row(null, null),
    skippedRow('rows', '1 s', 'no room')
  ]);
  expect(lines.slice(1).map((line) => line.split(/ {2,}/)[3])).toEqual(['ok', 'OVER', '–', '–']);
  expect(new Set(lines.map((line) => line.lastIndexOf('  '))).size).toBe(1);
  expect(lines[1]).toContain('12.3 ms');
});
