import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Lines from '$lib/chart/Lines.svelte';
import { linesGeometry, type LinesAxes, type LineSeries } from '$lib/chart/lines';
import { drawings, textWidth } from '$lib/chart/size';

/** A line over the years from 2019 on. */
function line(name: string, values: readonly (number | null)[], more: Partial<LineSeries> = {}): LineSeries {
  const points = values.map((value, index) => ({ x: 2019 + index, value }));
  return { key: name, name, tone: 'apbd', strong: true, points, ...more };
}
function axes(more: Partial<LinesAxes> = {}, count = 8): LinesAxes {
  const ticks = Array.from({ length: count }, (_, index) => ({ x: 2019 + index, text: String(2019 + index) }));
  return { ticks, value: (value) => value.toFixed(0), fromZero: true, reference: null, ...more };
}
const moves = (d: string) => d.match(/M/g)?.length ?? 0;

test.for([
  { name: 'no gap', values: [1, 2, 3], starts: 1, dots: 3 },
  { name: 'a gap breaks the line', values: [1, 2, null, 4, 5], starts: 2, dots: 4 },
  { name: 'a lone point between gaps is a dot', values: [1, null, 3, null, 5], starts: 3, dots: 3 },
  { name: 'zero is a value', values: [0, 0], starts: 1, dots: 2 },
  { name: 'nothing known', values: [null, null], starts: 0, dots: 0 },
  { name: 'one point', values: [7], starts: 1, dots: 1 }
])('linesGeometry: $name', ({ values, starts, dots }) => {
  const { lines, names, hasValues, ticks } = linesGeometry([line('a', values)], axes(), 'desk');
  expect(moves(lines[0]!.d)).toBe(starts);
  expect(lines[0]!.dots).toHaveLength(dots);
  expect(names).toHaveLength(dots > 0 ? 1 : 0);
  expect(hasValues).toBe(dots > 0);
  expect(ticks.length > 0).toBe(dots > 0);
});

test.for([
  { name: 'from zero', values: [104, 190], more: {}, first: '0', last: '200' },
  { name: 'as wide as the lines', values: [104, 190], more: { fromZero: false }, first: '100', last: '200' },
  { name: 'negative', values: [-4, 8], more: {}, first: '-4', last: '8' },
  { name: 'the reference is always inside', values: [10, 20], more: { reference: 100 }, first: '0', last: '100' }
])('the axis of values: $name', ({ values, more, first, last }) => {
  const { ticks, plot, lines } = linesGeometry([line('a', values)], axes(more), 'desk');
  const byHeight = ticks.toSorted((a, b) => b.y - a.y);
  expect([byHeight[0]!.text, byHeight.at(-1)!.text]).toEqual([first, last]);
  for (const { y } of [...ticks, ...lines[0]!.dots]) {
    expect(y).toBeGreaterThanOrEqual(plot.top);
    expect(y).toBeLessThanOrEqual(plot.top + plot.height);
  }
});

test('zero has the baseline, the reference its own line, and marks too near to it give way', () => {
  const kindsOf = (reference: number | null) =>
    linesGeometry([line('a', [0, 200])], axes({ reference }), 'desk').ticks.map(({ text, kind }) => `${text} ${kind}`);
  expect(kindsOf(null)).toContain('0 baseline');
  expect(kindsOf(100).filter((tick) => tick.startsWith('100 '))).toEqual(['100 reference']);
  expect(kindsOf(103)).toContain('103 reference');
  expect(kindsOf(103)).not.toContain('100 grid');
  expect(kindsOf(0)).not.toContain('0 baseline');
});

test('strong lines are drawn above weak ones', () => {
  const series = [line('kuat', [1, 2]), line('lemah', [2, 1], { strong: false })];
  expect(linesGeometry(series, axes(), 'desk').lines.map(({ key }) => key)).toEqual(['lemah', 'kuat']);
});

const series = [
  { name: 'all end in one point', lines: ['2021', '2022', '2023', '2024', '2025'].map((name) => line(name, [50, 96])) },
  { name: 'all end at zero', lines: ['Dinas Sosial', 'TKD kabupaten', 'PAD'].map((name) => line(name, [50, 0])) },
  {
    name: 'one ends before the others',
    lines: [line('2025', [1, 2, 3, 4, 5, 6, 7, 8]), line('2026', [1, 2, 3, null, null, null, null, null])]
  },
  { name: 'long names', lines: [line('APBD Dinas Sosial Kutai Kartanegara', [100, 104]), line('TKD', [100, 103])] }
];
describe.for(series)('names at the ends: $name', ({ lines }) => {
  test.for(drawings)('%s', (drawing) => {
    const { names, size, plot } = linesGeometry(lines, axes(), drawing);
    expect(names).toHaveLength(lines.length);
    const boxes = names
      .map(({ x, y, lines: texts }) => ({
        right: x + Math.max(...texts.map((text) => textWidth(text, size.fontSize, true))),
        top: y - size.fontSize * 0.6,
        bottom: y - size.fontSize * 0.6 + texts.length * size.fontSize * 1.2
      }))
      .sort((a, b) => a.top - b.top);
    for (const [index, { right, top, bottom }] of boxes.entries()) {
      expect(right).toBeLessThanOrEqual(size.width + 1);
      expect(top).toBeGreaterThanOrEqual(-size.fontSize);
      expect(bottom).toBeLessThanOrEqual(boxes[index + 1]?.top ?? size.height);
    }
    expect(plot.width).toBeGreaterThan(150);
  });
});

test('a name that stands apart from the end of its line has a leader, one beside it has none', () => {
  const all = linesGeometry([line('2025', [1, 2, 3]), line('2026', [1, 1.5, null])], axes({}, 3), 'desk').names;
  expect(all.map(({ leader }) => leader !== null)).toEqual([false, true]);
});

describe.for(drawings)('marks of the axis below never touch: %s', (drawing) => {
  test.for([1, 2, 8, 12, 40])('%i of them', (count) => {
    const values = Array.from({ length: count }, (_, index) => index);
    const { marks, size } = linesGeometry([line('a', values)], axes({}, count), drawing);
    expect(marks.at(-1)!.text).toBe(String(2018 + count));
    for (const [index, { x, text }] of marks.slice(1).entries()) {
      const before = marks[index]!;
      const room = (textWidth(text, size.fontSize) + textWidth(before.text, size.fontSize)) / 2;
      expect(x - before.x).toBeGreaterThan(room);
    }
  });
});

test('a phone has fewer marks than a desk, on both axes', () => {
  const many = line('a', [0, 20, 40, 60, 80, 100, 120, 190]);
  const [phone, desk] = (['phone', 'desk'] as const).map((drawing) => linesGeometry([many], axes(), drawing));
  expect(phone!.marks.length).toBeLessThan(desk!.marks.length);
  expect(phone!.ticks.length).toBeLessThanOrEqual(desk!.ticks.length);
});

const clean = (html: string) => {
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  return html.replaceAll(/<!--.*?-->/g, '');
};

test('each dot says its line, its mark and its value; each line its name and last value', () => {
  const props = {
    language: 'id',
    lines: [line('Dinas', [100, null, 98.4]), line('TKD', [100, 92, 140], { tone: 'tkd' })],
    ...axes({ reference: 100 }, 3),
    label: 'Dinas dan TKD'
  } as const;
  const html = clean(render(Lines, { props }).body);
  expect(html.match(/aria-label="Dinas dan TKD"/g)).toHaveLength(3);
  const desk = html.slice(html.indexOf('class="drawing desk'));
  expect(desk.match(/<circle/g)).toHaveLength(5);
  expect(desk).toContain('<title>Dinas · 2021: 98</title>');
  expect(desk).toContain('>Dinas 98</tspan>');
  expect(desk).toContain('>TKD 140</tspan>');
  expect(desk.match(/class="reference/g)).toHaveLength(1);
});

test.for([
  { name: 'no line', lines: [] },
  { name: 'only gaps', lines: [line('a', [null, null])] }
])('without data the picture says so: $name', ({ lines }) => {
  const html = clean(render(Lines, { props: { language: 'en', lines, ...axes(), label: 'x' } }).body);
  expect(html.match(/no data yet/g)).toHaveLength(3);
});
