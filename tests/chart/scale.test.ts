import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaPath, bandScale, linearScale, linePath } from '$lib/chart/scale';

describe('linearScale', () => {
  test.for<{ name: string; domain: [number, number]; range: [number, number]; at: [number, number][] }>([
    {
      name: 'ends, the middle, and beyond the domain',
      domain: [0, 1],
      range: [40, 240],
      at: [
        [0, 40],
        [0.5, 140],
        [1, 240],
        [1.5, 340],
        [-0.5, -60]
      ]
    },
    {
      name: 'a range that runs upwards, as on a vertical axis',
      domain: [0, 200],
      range: [300, 0],
      at: [
        [0, 300],
        [50, 225],
        [200, 0]
      ]
    },
    {
      name: 'a domain with negative months',
      domain: [-50, 150],
      range: [0, 100],
      at: [
        [-50, 0],
        [0, 25],
        [150, 100]
      ]
    },
    {
      name: 'one value in the domain stands in the middle, not at infinity',
      domain: [7, 7],
      range: [10, 20],
      at: [
        [7, 15],
        [0, 15]
      ]
    },
    { name: 'nothing but zero', domain: [0, 0], range: [0, 80], at: [[0, 40]] },
    {
      name: 'a range of no length',
      domain: [0, 10],
      range: [30, 30],
      at: [
        [0, 30],
        [10, 30]
      ]
    }
  ])('$name', ({ domain, range, at }) => {
    const scale = linearScale(domain, range);
    expect(at.map(([value]) => [value, scale(value)])).toEqual(at);
  });

  test.for<{ domain: [number, number]; count: number; expected: number[] }>([
    { domain: [0, 1], count: 5, expected: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    { domain: [0, 1.04], count: 4, expected: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    { domain: [0, 55_000_000_000], count: 5, expected: [0, 1e10, 2e10, 3e10, 4e10, 5e10] },
    { domain: [0, 47], count: 10, expected: [0, 5, 10, 15, 20, 25, 30, 35, 40, 45] },
    { domain: [-5, 12], count: 4, expected: [-5, 0, 5, 10] },
    { domain: [3, 3], count: 4, expected: [3] },
    { domain: [0, 0], count: 4, expected: [0] }
  ])('ticks of $domain, about $count', ({ domain, count, expected }) =>
    expect(linearScale(domain, [0, 100]).ticks(count)).toEqual(expected)
  );

  test('ticks stand within the domain and are 1, 2 or 5 times a power of ten apart', () => {
    const value = fc.double({ min: -1e13, max: 1e13, noNaN: true });
    fc.assert(
      fc.property(
        value,
        fc.double({ min: 1e-3, max: 1e13, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (low, size, count) => {
          const high = low + size;
          // A width that the doubles at its ends cannot hold has no steps to speak of.
          fc.pre(high - low > Math.abs(high) * 1e-9);
          const ticks = linearScale([low, high], [0, 100]).ticks(count);
          for (const tick of ticks) expect(tick >= low && tick <= high).toBe(true);
          if (ticks.length < 2) return;
          const step = (ticks.at(-1)! - ticks[0]!) / (ticks.length - 1);
          const leading = step / 10 ** Math.floor(Math.log10(step) + 1e-9);
          expect(Math.min(...[1, 2, 5].map((one) => Math.abs(leading - one)))).toBeLessThan(1e-3);
        }
      )
    );
  });
});

describe('bandScale', () => {
  test.for([
    { name: 'one thing fills the range', count: 1, inner: 0, outer: 0, starts: [0], bandwidth: 120 },
    { name: 'three things without room', count: 3, inner: 0, outer: 0, starts: [0, 40, 80], bandwidth: 40 },
    { name: 'room between them only', count: 2, inner: 0.5, outer: 0, starts: [0, 80], bandwidth: 40 },
    { name: 'room before and after them', count: 2, inner: 0, outer: 0.5, starts: [20, 60], bandwidth: 40 }
  ])('$name', ({ count, inner, outer, starts, bandwidth }) => {
    const scale = bandScale(count, [0, 120], { inner, outer });
    expect(starts.map((_, i) => scale.start(i))).toEqual(starts);
    expect(scale.bandwidth).toBeCloseTo(bandwidth, 9);
  });

  test('no things at all: a step that is a number', () => {
    const scale = bandScale(0, [0, 120], { inner: 0.2, outer: 0.1 });
    expect(Number.isFinite(scale.step) && Number.isFinite(scale.bandwidth)).toBe(true);
  });

  test('bands never overlap, stay within the range and lie in its middle', () => {
    const share = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), share, share, (count, inner, outer) => {
        const scale = bandScale(count, [10, 610], { inner, outer });
        const [first, last] = [scale.start(0), scale.start(count - 1) + scale.bandwidth];
        expect(scale.bandwidth).toBeLessThanOrEqual(scale.step + 1e-9);
        expect(first).toBeGreaterThanOrEqual(10 - 1e-6);
        expect(last).toBeLessThanOrEqual(610 + 1e-6);
        expect(first - 10).toBeCloseTo(610 - last, 6);
      })
    );
  });
});

describe('paths', () => {
  const point = (x: number, y: number) => ({ x, y });
  test.for([
    { name: 'no points', points: [], path: '' },
    { name: 'nothing but gaps', points: [null, null], path: '' },
    { name: 'one point is a dot', points: [point(1, 2)], path: 'M1,2Z' },
    { name: 'two points', points: [point(1, 2), point(3, 4)], path: 'M1,2L3,4' },
    {
      name: 'a gap breaks the line',
      points: [point(1, 2), point(3, 4), null, point(5, 6), point(7, 8)],
      path: 'M1,2L3,4M5,6L7,8'
    },
    { name: 'a point alone between gaps', points: [null, point(1, 2), null, point(5, 6)], path: 'M1,2ZM5,6Z' }
  ])('linePath: $name', ({ points, path }) => expect(linePath(points)).toBe(path));

  test('areaPath goes along the top and back along the bottom', () =>
    expect(
      areaPath([
        { x: 0, low: 1, high: 3 },
        { x: 10, low: 2, high: 5 }
      ])
    ).toBe('M0,3L10,5L10,2L0,1Z'));
  test('areaPath of nothing is nothing', () => expect(areaPath([])).toBe(''));
});
