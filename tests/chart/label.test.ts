import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crosses, leaderTo, placeBox, spreadLabels, type Box } from '$lib/chart/label';

test.for([
  {
    name: 'labels far apart stay where they wish',
    labels: [
      { y: 10, height: 10 },
      { y: 50, height: 10 }
    ],
    expected: [10, 50]
  },
  {
    name: 'two at one place share the way',
    labels: [
      { y: 50, height: 10 },
      { y: 50, height: 10 }
    ],
    expected: [45, 55]
  },
  {
    name: 'the order of the list does not matter',
    labels: [
      { y: 52, height: 10 },
      { y: 50, height: 10 }
    ],
    expected: [56, 46]
  },
  {
    name: 'taller labels take more room',
    labels: [
      { y: 50, height: 30 },
      { y: 50, height: 10 }
    ],
    expected: [40, 60]
  },
  {
    name: 'none goes above the top',
    labels: [
      { y: -20, height: 10 },
      { y: -20, height: 10 }
    ],
    expected: [5, 15]
  },
  {
    name: 'none goes below the bottom',
    labels: [
      { y: 100, height: 10 },
      { y: 99, height: 10 }
    ],
    expected: [95, 85]
  },
  { name: 'no labels', labels: [], expected: [] }
])('spreadLabels: $name', ({ labels, expected }) => {
  expect(spreadLabels(labels, 0, 100)).toEqual(expected);
});

const label = fc.record({
  y: fc.double({ min: -50, max: 450, noNaN: true }),
  height: fc.double({ min: 10, max: 40, noNaN: true })
});

test('spreadLabels never lets two labels overlap, keeps their order and, where they fit, the edges', () => {
  fc.assert(
    fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
      const centres = spreadLabels(labels, 0, 400);
      const placed = labels.map((one, index) => ({
        wish: one.y,
        top: centres[index]! - one.height / 2,
        bottom: centres[index]! + one.height / 2
      }));
      placed.sort((a, b) => a.top - b.top);
      placed.forEach((one, index) => {
        const next = placed[index + 1];
        if (next) {
          expect(next.top).toBeGreaterThanOrEqual(one.bottom - 1e-6);
          expect(next.wish).toBeGreaterThanOrEqual(one.wish);
        }
        expect(one.top).toBeGreaterThanOrEqual(-1e-6);
        expect(one.bottom).toBeLessThanOrEqual(400 + 1e-6);
      });
    })
  );
});

const box: Box = { left: 10, top: 10, width: 20, height: 20 };
test.for([
  { name: 'through the middle', from: { x: 0, y: 20 }, to: { x: 50, y: 20 }, expected: true },
  { name: 'ends inside', from: { x: 0, y: 0 }, to: { x: 20, y: 20 }, expected: true },
  { name: 'passes above', from: { x: 0, y: 5 }, to: { x: 50, y: 5 }, expected: false },
  { name: 'stops before it', from: { x: 0, y: 20 }, to: { x: 9, y: 20 }, expected: false },
  { name: 'cuts past a corner', from: { x: 0, y: 15 }, to: { x: 15, y: 0 }, expected: false },
  { name: 'a point inside', from: { x: 15, y: 15 }, to: { x: 15, y: 15 }, expected: true }
])('crosses: $name', ({ from, to, expected }) => expect(crosses(from, to, box)).toBe(expected));

const bounds: Box = { left: 0, top: 0, width: 600, height: 400 };

test('placeBox finds a place that no line crosses, inside the bounds, near the point', () => {
  const rising = [
    { x: 0, y: 400 },
    { x: 300, y: 200 },
    { x: 600, y: 20 }
  ];
  const below = rising.map(({ x, y }) => ({ x, y: y + 18 }));
  const placed = placeBox({ x: 300, y: 200 }, { width: 180, height: 36 }, [rising, below], bounds);
  for (const line of [rising, below])
    line.slice(1).forEach((end, index) => expect(crosses(line[index]!, end, placed)).toBe(false));
  expect(placed.left).toBeGreaterThanOrEqual(0);
  expect(placed.left + placed.width).toBeLessThanOrEqual(600);
  const { x1, y1, x2, y2 } = leaderTo({ x: 300, y: 200 }, placed);
  expect(Math.hypot(x2 - x1, y2 - y1)).toBeLessThan(40);
});

test('placeBox still answers where there is no room', () => {
  const placed = placeBox({ x: 5, y: 5 }, { width: 900, height: 20 }, [], bounds);
  expect(placed).toMatchObject({ width: 900, height: 20, top: 0 });
});
