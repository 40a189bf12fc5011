import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tQuantile } from '$lib/model/studentT';
import golden from '../golden/student-t.json';

const cells = golden.rows.flatMap(({ df, ...row }) =>
  Object.entries(row).map(([probability, t]) => ({ df, probability: Number(probability), t }))
);

test.for(cells)('t($probability) with $df degrees of freedom is $t as published', ({ df, probability, t }) =>
  expect(Math.abs(tQuantile(probability, df) - t)).toBeLessThanOrEqual(0.00051)
);

test('one degree of freedom is the Cauchy distribution, two have a closed form', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 0.9999, noNaN: true }), (p) => {
      const cauchy = Math.tan(Math.PI * (p - 0.5));
      const two = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
      expect(Math.abs(tQuantile(p, 1) - cauchy)).toBeLessThanOrEqual(1e-9 * (1 + cauchy));
      expect(Math.abs(tQuantile(p, 2) - two)).toBeLessThanOrEqual(1e-9 * (1 + two));
    })
  );
});

test('symmetric, zero at one half, and narrower with more years', () => {
  expect(tQuantile(0.1, 3)).toBe(-tQuantile(0.9, 3));
  expect(tQuantile(0.5, 4)).toBeCloseTo(0, 12);
  const widths = [1, 2, 3, 5, 10, 50, 1000].map((df) => tQuantile(0.9, df));
  expect([...widths].sort((a, b) => b - a)).toEqual(widths);
  expect(tQuantile(0.9, 100_000)).toBeCloseTo(1.2815516, 4);
});

test.for([
  { probability: 0, df: 3 },
  { probability: 1, df: 3 },
  { probability: NaN, df: 3 },
  { probability: 0.9, df: 0 },
  { probability: 0.9, df: 2.5 }
])('refuses probability $probability with df $df', ({ probability, df }) =>
  expect(() => tQuantile(probability, df)).toThrow(RangeError)
);
