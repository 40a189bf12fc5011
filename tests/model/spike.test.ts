import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spikeIndices } from '$lib/model/spike';
import a21 from '../golden/a21-spike.json';

const none = { q4Share: null, decemberMultiple: null, hhi: null, hhiNormalised: null, halfSpentMonth: null };

test('golden A21', () => {
  const found = spikeIndices(a21.months);
  expect(a21.months.reduce((sum, value) => sum + value, 0)).toBe(a21.total);
  expect(found.hhi).toBeCloseTo(a21.hhi, 7);
  expect(found.hhiNormalised).toBeCloseTo(a21.hhiNormalised, 7);
  expect(found.q4Share).toBeCloseTo(a21.q4Share, 7);
  expect(found.decemberMultiple).toBeCloseTo(a21.decemberMultiple, 6);
  // 535 to the end of August, 625 to the end of September: 550 is one sixth of the way.
  expect(found.halfSpentMonth).toBeCloseTo(8 + 15 / 90, 12);
});

describe('edges', () => {
  test('an even year', () => {
    const found = spikeIndices(Array(12).fill(7));
    expect(found).toMatchObject({ q4Share: 0.25, decemberMultiple: 1, halfSpentMonth: 6 });
    expect(found.hhi).toBeCloseTo(1 / 12, 12);
    expect(found.hhiNormalised).toBeCloseTo(0, 12);
  });

  test('all in December: concentrated, and nothing to compare December with', () => {
    const found = spikeIndices([...Array(11).fill(0), 5]);
    expect(found).toEqual({ q4Share: 1, decemberMultiple: null, hhi: 1, hhiNormalised: 1, halfSpentMonth: 11.5 });
  });

  test('a correction month: no concentration, the rest stands', () => {
    const found = spikeIndices([10, -5, ...Array(10).fill(10)]);
    expect(found).toMatchObject({ hhi: null, hhiNormalised: null });
    expect(found.q4Share).toBeCloseTo(30 / 105, 12);
  });

  test.for([
    { name: 'a month is missing', months: [null, ...Array(11).fill(7)] },
    { name: 'eleven months', months: Array(11).fill(7) },
    { name: 'nothing spent', months: Array(12).fill(0) },
    { name: 'nothing known', months: [] }
  ])('no index: $name', ({ months }) => expect(spikeIndices(months)).toEqual(none));
});

test('indices stay in their ranges and do not depend on the unit', () => {
  const months = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(months, (values) => {
      const found = spikeIndices(values);
      if (found.hhi === null) return void expect(values.every((value) => value === 0)).toBe(true);
      expect(found.hhi).toBeGreaterThanOrEqual(1 / 12 - 1e-12);
      expect(found.hhi).toBeLessThanOrEqual(1 + 1e-12);
      expect(found.halfSpentMonth).toBeGreaterThan(0);
      expect(found.halfSpentMonth).toBeLessThanOrEqual(12);
      const scaled = spikeIndices(values.map((value) => value * 1024));
      expect(scaled.hhi).toBeCloseTo(found.hhi, 12);
      expect(scaled.halfSpentMonth).toBeCloseTo(found.halfSpentMonth ?? NaN, 9);
    })
  );
});
