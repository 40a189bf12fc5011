import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Boundary,
  type GridRing,
  type GridShape,
  simplified,
  simplifiedWithGroups
} from '$lib/extract/boundaryShape';

type Corner = [number, number];

/** A grid of regions whose shared borders zigzag through the same corners, a tenth of a degree each. */
function jaggedGrid(columns: number, rows: number, wiggle: (at: string, step: number) => number): Boundary[] {
  const steps = 40;
  const at = (x: number, y: number): Corner => [116 + x / 10, y / 10];
  /** Corners from one crossing of the grid to the next, the same whichever region asks. */
  const side = (x: number, y: number, isAcross: boolean): Corner[] =>
    Array.from({ length: steps }, (_, step) => {
      const off = step === 0 ? 0 : wiggle(`${x} ${y} ${isAcross}`, step) / 8;
      return isAcross ? at(x + step / steps, y + off) : at(x + off, y + step / steps);
    });
  const back = (border: Corner[], end: Corner): Corner[] => [...border.slice(1), end].toReversed();
  return Array.from({ length: columns * rows }, (_, index) => {
    const [x, y] = [index % columns, Math.floor(index / columns)];
    const ring = [
      ...side(x, y, true),
      ...side(x + 1, y, false),
      ...back(side(x, y + 1, true), at(x + 1, y + 1)),
      ...back(side(x, y, false), at(x, y + 1))
    ];
    return { kode: `64.02.01.${2001 + index}`, polygons: [[ring]] };
  });
}

/** A number from -1 to 1 that depends on nothing but its key. */
function noise(key: string, step: number): number {
  let hash = 2166136261;
  for (const letter of `${key} ${step}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return ((hash >>> 8) % 2001) / 1000 - 1;
}

function edges(ring: GridRing): string[] {
  return ring.map(([x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return [`${x} ${y}`, `${nextX} ${nextY}`].toSorted().join(' - ');
  });
}

function area(shape: GridShape): number {
  const ofRing = (ring: GridRing): number =>
    Math.abs(
      ring.reduce((sum, [x, y], index) => {
        const [nextX, nextY] = ring[(index + 1) % ring.length]!;
        return sum + x * nextY - nextX * y;
      }, 0)
    ) / 2;
  return shape.reduce(
    (sum, [outer, ...holes]) => sum + ofRing(outer!) - holes.reduce((less, hole) => less + ofRing(hole), 0),
    0
  );
}

const corners = (shapes: Iterable<GridShape>): number =>
  [...shapes].flat(2).reduce((sum, ring) => sum + ring.length, 0);

describe('simplified boundaries', () => {
  const grid = jaggedGrid(4, 3, noise);
  const shapes = simplified(grid);

  test('far fewer corners are left, and every region is still there', () => {
    expect(shapes.size).toBe(12);
    expect(corners(shapes.values())).toBeLessThan(12 * 70);
    expect(grid.reduce((sum, { polygons }) => sum + polygons[0]![0]!.length, 0)).toBe(12 * 160);
  });

  test('neighbours still share their whole border: each inner stretch stands in exactly two regions', () => {
    const count = new Map<string, number>();
    for (const edge of [...shapes.values()].flat(2).flatMap(edges)) count.set(edge, (count.get(edge) ?? 0) + 1);
    expect(Math.max(...count.values())).toBe(2);
    const outline = simplifiedWithGroups(grid, new Map([['64.02.01', grid.map(({ kode }) => kode)]])).outlines;
    const outer = new Set(outline.get('64.02.01')!.flat().flatMap(edges));
    expect(
      [...count]
        .filter(([, times]) => times === 1)
        .map(([edge]) => edge)
        .toSorted()
    ).toEqual([...outer].toSorted());
  });

  test('a group is as large as its members, without lines inside', () => {
    const { shapes: members, outlines } = simplifiedWithGroups(
      grid,
      new Map([['A', grid.slice(0, 2).map(({ kode }) => kode)]])
    );
    const sum = area(members.get(grid[0]!.kode)!) + area(members.get(grid[1]!.kode)!);
    expect(area(outlines.get('A')!)).toBeCloseTo(sum, 3);
    expect(outlines.get('A')!.flat()).toHaveLength(1);
  });

  test('the order of the regions changes nothing', () => {
    expect([...simplified(grid.toReversed())].toSorted()).toEqual([...shapes].toSorted());
  });

  test('however the borders run, no region vanishes and its area hardly changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.string(),
        (columns, rows, seed) => {
          const given = jaggedGrid(columns, rows, (at, step) => noise(seed + at, step));
          const found = simplified(given);
          expect([...found.keys()]).toEqual(given.map(({ kode }) => kode));
          for (const shape of found.values()) {
            expect(area(shape)).toBeGreaterThan(0.7e8);
            expect(area(shape)).toBeLessThan(1.3e8);
          }
        }
      ),
      { numRuns: 40 }
    );
  });
});

describe('what a file may hold', () => {
  const square = (x: number, y: number, size: number): Corner[] => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y]
  ];
  const shapeOf = (polygons: Boundary['polygons']): GridShape | undefined =>
    simplified([
      { kode: 'a', polygons },
      { kode: 'b', polygons: [[square(118, 0, 1)]] }
    ]).get('a');

  test('a hole stays a hole', () => {
    const shape = shapeOf([[square(116, 0, 0.4), square(116.1, 0.1, 0.2)]])!;
    expect(shape.map((rings) => rings.length)).toEqual([2]);
    expect(area(shape)).toBeCloseTo(40_000 ** 2 - 20_000 ** 2, -4);
  });

  test('an island is a part of its own, after the larger one', () => {
    const shape = shapeOf([[square(117, 0, 0.1)], [square(116, 0, 0.4)]])!;
    expect(shape.map(([outer]) => outer!.length)).toEqual([4, 4]);
    expect(shape[0]![0]![0]).toEqual([11_600_000, 0]);
  });

  test('a ring that is not closed, and one with corners twice, are the same as the clean one', () => {
    const clean = shapeOf([[square(116, 0, 0.4)]]);
    expect(shapeOf([[square(116, 0, 0.4).slice(0, -1)]])).toEqual(clean);
    expect(shapeOf([[square(116, 0, 0.4).flatMap((corner): Corner[] => [corner, corner])]])).toEqual(clean);
  });

  test('a region far smaller than what is left out elsewhere keeps its corners', () => {
    const small = { kode: 'kecil', polygons: [[square(119, 0, 0.0004)]] };
    expect(simplified([...jaggedGrid(3, 3, noise), small]).get('kecil')![0]![0]).toHaveLength(4);
  });

  test.for([
    {
      name: 'a line',
      polygons: [
        [
          [
            [116, 0],
            [117, 0],
            [116, 0]
          ] as Corner[]
        ]
      ]
    },
    {
      name: 'a point',
      polygons: [
        [
          [
            [116, 0],
            [116, 0],
            [116, 0]
          ] as Corner[]
        ]
      ]
    },
    { name: 'nothing', polygons: [] }
  ])('$name has no boundary', ({ polygons }) => {
    expect(shapeOf(polygons)).toBeUndefined();
  });

  test('no regions at all', () => {
    expect(simplified([]).size).toBe(0);
    expect(simplifiedWithGroups([], new Map([['64.02.01', ['64.02.01.2001']]])).outlines.size).toBe(0);
  });
});
