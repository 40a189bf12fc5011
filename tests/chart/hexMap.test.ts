import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import HexMap from '$lib/chart/HexMap.svelte';
import {
  boxOf,
  hatchPath,
  hexagonOf,
  hexMapGeometry,
  hexPath,
  overlap,
  type HexMapCell,
  type HexValue
} from '$lib/chart/hexMap';
import { cellTowards, placeKey } from '$lib/chart/hexMapKey';
import { cellTitle, hexClass, keyItems } from '$lib/chart/hexMapText';
import { textWidth } from '$lib/chart/size';

const steps = [0.1, 0.2, 0.35, 0.5, 0.65];

/** A desa of a group on its cell. */
function cell(
  kecamatan: string,
  kolom: number,
  baris: number,
  value: HexValue = 0.3,
  more: Partial<HexMapCell> = {}
): HexMapCell {
  const text = value === null ? '–' : value === 'disembunyikan' ? value : `${Math.round(value * 100)} %`;
  const kode = `64.02.${kecamatan}.${kolom}${baris}`;
  return { kode, nama: `Desa ${kolom}-${baris}`, kecamatan, kolom, baris, value, text, flag: null, ...more };
}

/** A block of desa of one group. */
function block(kecamatan: string, left: number, top: number, columns: number, rows: number): HexMapCell[] {
  return Array.from({ length: columns * rows }, (_, index) =>
    cell(kecamatan, left + (index % columns), top + Math.floor(index / columns))
  );
}
const groups = ['a', 'b', 'c'].map((kode) => ({ kode, nama: `Kecamatan ${kode.toUpperCase()}` }));

test.for([
  { name: 'zero is the lowest step', value: 0, expected: 0 },
  { name: 'a break belongs to the step above it', value: 0.1, expected: 1 },
  { name: 'just below it', value: 0.0999, expected: 0 },
  { name: 'all', value: 1, expected: 5 },
  { name: 'hidden', value: 'disembunyikan' as const, expected: 'hidden' },
  { name: 'missing', value: null, expected: 'missing' }
])('hexClass: $name', ({ value, expected }) => expect(hexClass(value, steps)).toBe(expected));

test('few steps use the whole scale of colours, and none use the first', () => {
  expect([0.1, 0.9].map((value) => hexClass(value, [0.5]))).toEqual([0, 5]);
  expect([0.1, 0.5, 0.9].map((value) => hexClass(value, [0.4, 0.6]))).toEqual([0, 3, 5]);
  expect(hexClass(0.4, [])).toBe(0);
});

test('the key names every step, and of hidden, missing and signs what is there', () => {
  const plain = keyItems([cell('a', 0, 0)], steps, 'id').map(({ text }) => text.replaceAll('\u00a0', ' '));
  expect(plain).toEqual(['< 10 %', '10–20 %', '20–35 %', '35–50 %', '50–65 %', '≥ 65 %']);
  const cells = [cell('a', 0, 0, null), cell('a', 1, 0, 'disembunyikan'), cell('a', 2, 0, 0.9, { flag: 'tinggi' })];
  expect(keyItems(cells, steps, 'en').map(({ kind }) => kind)).toEqual([
    0,
    1,
    2,
    3,
    4,
    5,
    'hidden',
    'missing',
    'tinggi'
  ]);
  expect(keyItems(cells, [0.125], 'en')[0]!.text).toBe('< 12.5%');
  expect(keyItems([], [], 'id')).toEqual([]);
});

test.for([
  { name: 'nothing', items: 0, rows: 0 },
  { name: 'one', items: 1, rows: 1 },
  { name: 'many', items: 9, rows: 3 }
])('placeKey: $name stays inside its width', ({ items, rows }) => {
  const texts = Array.from({ length: items }, () => ({ text: '10–20 %' }));
  const { items: placed, height } = placeKey(texts, 336, 14);
  expect(new Set(placed.map(({ y }) => y)).size).toBe(rows);
  expect(placed.every(({ x, text }) => x + 13 + textWidth(text, 14) <= 336)).toBe(true);
  expect(height > 0).toBe(items > 0);
});

test.for([
  { name: 'a plain value', shown: cell('a', 0, 0), id: 'Desa 0-0: 30 %' },
  { name: 'outside', shown: cell('a', 0, 0, 0.9, { flag: 'tinggi' }), id: 'Desa 0-0: 90 %, di atas batas' },
  { name: 'hidden', shown: cell('a', 0, 0, 'disembunyikan'), id: 'Desa 0-0: disembunyikan' },
  { name: 'missing', shown: cell('a', 0, 0, null), id: 'Desa 0-0: –' }
])('cellTitle: $name', ({ shown, id }) => expect(cellTitle(shown, 'id')).toBe(id));

describe('hexagons', () => {
  test.for([8, 16, 20, 24, 32])('width %i: neighbours meet and nothing is a fraction', (width) => {
    const hexagon = hexagonOf(width);
    expect(Object.values(hexagon).every(Number.isInteger)).toBe(true);
    expect((hexagon.cap * 2 + hexagon.side) / width).toBeCloseTo(2 / Math.sqrt(3), 0.5);
    expect(hexPath({ x: 40, y: 5 }, hexagon)).toMatch(/^M40 5l\d+ \d+v\d+l-\d+ \d+-\d+-\d+v-\d+z$/);
  });

  test('strokes of a hidden cell stay inside it', () => {
    const hexagon = hexagonOf(20);
    const strokes = [...hatchPath({ x: 100, y: 50 }, hexagon).matchAll(/M(\d+) (\d+)l(\d+) (-\d+)/g)].map((match) =>
      match.slice(1).map(Number)
    );
    expect(strokes).toHaveLength(3);
    for (const [x, y, dx, dy] of strokes as [number, number, number, number][]) {
      for (const [px, py] of [
        [x, y],
        [x + dx, y + dy]
      ] as const) {
        expect(Math.abs(px - 100)).toBeLessThanOrEqual(10);
        const reach = hexagon.cap + hexagon.side / 2 - (Math.abs(px - 100) * hexagon.cap) / 10;
        expect(Math.abs(py - (50 + hexagon.cap + hexagon.side / 2))).toBeLessThanOrEqual(reach + 1);
      }
    }
  });
});

describe('hexMapGeometry', () => {
  const cells = [...block('a', 0, 1, 4, 3), ...block('b', 12, 1, 5, 2), ...block('c', 12, 6, 3, 4)];

  test.for([
    { name: 'nothing', shown: [], count: 0 },
    { name: 'one desa', shown: [cell('a', 0, 0)], count: 1 },
    { name: 'three kecamatan', shown: cells, count: 3 },
    { name: 'a kecamatan that nobody named', shown: [cell('x', 0, 1)], count: 1 },
    { name: 'one of 400 desa', shown: block('a', 0, 1, 20, 20), count: 1 }
  ])('$name: everything inside, nothing on anything else, at both sizes', ({ shown, count }) => {
    for (const drawing of ['phone', 'wide'] as const) {
      const { width, height, hexagon, groups: placed } = hexMapGeometry(shown, groups, drawing);
      expect(placed).toHaveLength(count);
      const boxes = placed.flatMap((group) => group.cells.map((one) => boxOf(one, hexagon)));
      expect(boxes).toHaveLength(shown.length);
      expect(hexagon.width).toBeGreaterThanOrEqual(9);
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.top + box.height).toBeLessThanOrEqual(height);
      }
      expect(boxes.flatMap((one, a) => boxes.slice(a + 1).filter((two) => overlap(one, two)))).toEqual([]);
    }
  });

  test('on a phone the western kecamatan stand at the left, from north to south', () => {
    const { groups: placed } = hexMapGeometry(cells, groups, 'phone');
    const [a, b, c] = placed.map(({ name }) => name);
    expect(a!.x).toBeLessThan(b!.x);
    expect(b!.x).toBe(c!.x);
    expect(b!.y).toBeLessThan(c!.y);
  });

  test('both drawings hold the cells in the same order', () => {
    const order = (drawing: 'phone' | 'wide') =>
      hexMapGeometry(cells, groups, drawing).groups.flatMap((group) => group.cells.map(({ kode }) => kode));
    expect(order('phone')).toEqual(order('wide'));
  });

  test('one kecamatan of a larger map is drawn at the left and the top, and larger', () => {
    const { groups: placed, hexagon, height } = hexMapGeometry(block('b', 24, 30, 5, 2), groups, 'wide');
    expect(hexagon.width).toBe(32);
    expect(Math.min(...placed[0]!.cells.map(({ x }) => x))).toBeLessThan(20);
    expect(height).toBeLessThan(130);
  });

  test('a name without room is left out rather than laid on a desa', () => {
    const crowded = [...block('a', 0, 1, 3, 1), ...block('b', 0, 2, 3, 1)];
    const { groups: placed } = hexMapGeometry(crowded, groups, 'wide');
    expect(placed.map(({ lines }) => lines.length)).toEqual([1, 0]);
  });
});

describe('arrow keys', () => {
  const points = [
    { x: 10, y: 0 },
    { x: 30, y: 0 },
    { x: 20, y: 17 },
    { x: 200, y: 4 }
  ];
  test.for([
    { name: 'right to the neighbour', from: 0, direction: 'ArrowRight', to: 1 },
    { name: 'right over the gap to the next kecamatan', from: 1, direction: 'ArrowRight', to: 3 },
    { name: 'left back again', from: 3, direction: 'ArrowLeft', to: 1 },
    { name: 'down to the row below', from: 0, direction: 'ArrowDown', to: 2 },
    { name: 'up to the row above', from: 2, direction: 'ArrowUp', to: 0 },
    { name: 'nothing beyond the edge', from: 0, direction: 'ArrowLeft', to: null },
    { name: 'nothing from nowhere', from: 9, direction: 'ArrowLeft', to: null }
  ] as const)('$name', ({ from, direction, to }) => expect(cellTowards(points, from, direction)).toBe(to));

  test('every cell of a map can be reached from the first', () => {
    const all = hexMapGeometry([...block('a', 0, 1, 4, 3), ...block('b', 9, 4, 5, 4)], groups, 'wide').groups.flatMap(
      ({ cells: members }) => members
    );
    const reached = new Set([0]);
    for (const from of reached) {
      for (const direction of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
        const next = cellTowards(all, from, direction);
        if (next !== null) reached.add(next);
      }
    }
    expect(reached.size).toBe(all.length);
  });
});

describe('HexMap', () => {
  const props = {
    language: 'id' as const,
    groups,
    steps,
    active: null,
    choose: () => {},
    href: (kode: string) => `./${kode}/`,
    label: 'Keluarga layak yang belum terjangkau'
  };
  const shown = [
    cell('a', 0, 1, 0),
    cell('a', 1, 1, null),
    cell('a', 2, 1, 'disembunyikan'),
    cell('a', 3, 1, 0.9, { flag: 'tinggi' })
  ];

  test('links without a script, tells zero, missing and hidden apart, and marks what is outside by a sign', () => {
    const { body } = render(HexMap, { props: { ...props, cells: shown } });
    expect(body).not.toMatch(/\sstyle=|NaN|undefined|Infinity|tabindex/);
    expect(body.match(/<a href="\.\/64\.02\.a\.\d\d\/"/g)).toHaveLength(8);
    for (const kind of ['s-0', 's-missing', 's-hidden', 's-5']) expect(body).toContain(`class="${kind}"`);
    expect(body).toContain('<title>Desa 3-1: 90 %, di atas batas</title>');
    expect(body.match(/class="flag" d="M\d+ [\d.]+l4 7h-8z"/g)).toHaveLength(4);
    expect(body).not.toContain('class="marked"');
  });

  test('marks the desa that the reader points at', () => {
    const { body } = render(HexMap, { props: { ...props, cells: shown, active: shown[1]!.kode } });
    expect(body.match(/class="marked"/g)).toHaveLength(2);
  });

  test('without desa it says so', () => {
    expect(render(HexMap, { props: { ...props, cells: [] } }).body).toContain('belum ada data');
  });
});
