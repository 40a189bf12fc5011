import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import StackedYears from '$lib/chart/StackedYears.svelte';
import { drawings, linesWithin, textWidth } from '$lib/chart/size';
import {
  inkOf,
  largestTotal,
  namedParts,
  opacityOf,
  yearStack,
  type StackedPart,
  type StackedYear,
  type Tone
} from '$lib/chart/stackedYears';
import { stackedYearsGeometry } from '$lib/chart/stackedYearsGeometry';

const kinds: readonly (readonly [string, Tone, number])[] = [
  ['Pajak daerah', 'apbd', 0],
  ['DBH sumber daya alam', 'tkd', 0],
  ['DAU yang tidak ditentukan penggunaannya', 'tkd', 1],
  ['Dana Desa', 'tkd', 2],
  ['Bagi hasil dari provinsi', 'lain', 0]
];

/** A year from the values of its components, in order. */
function year(tahun: number, values: readonly (number | null)[] | null, more: Partial<StackedYear> = {}): StackedYear {
  const parts = values?.map((value, index): StackedPart => {
    const [name, tone, step] = kinds[index]!;
    return { key: name, name, tone, step, value };
  });
  return { tahun, note: null, isFull: true, parts: parts ?? null, ...more };
}

const print = {
  total: ({ total }: { total: number | null }) => (total === null ? '–' : String(total)),
  share: (share: number) => `${Math.round(share * 100)} %`
};

test.for([
  { name: 'a whole year', values: [10, 30, 60], total: 100, low: 0, high: 100, shares: [0.1, 0.3, 0.6] },
  { name: 'one component is not known', values: [10, null, 60], total: 70, low: 0, high: 70, shares: [null, null] },
  { name: 'one is negative', values: [10, -30, 60], total: 40, low: -30, high: 70, shares: [null, null, null] },
  { name: 'all are zero', values: [0, 0], total: 0, low: 0, high: 0, shares: [null, null] },
  { name: 'none is known', values: [null, null], total: null, low: 0, high: 0, shares: [] },
  { name: 'no component', values: [], total: null, low: 0, high: 0, shares: [] },
  { name: 'no data', values: null, total: null, low: 0, high: 0, shares: [] }
])('yearStack: $name', ({ values, total, low, high, shares }) => {
  const stack = yearStack(year(2025, values));
  expect(stack).toMatchObject({ total, low, high });
  expect(stack.spans.map(({ share }) => share)).toEqual(shares);
  expect(stack.unknown).toHaveLength((values ?? []).filter((value) => value === null).length);
});

test('spans of one sign follow one another, and the two signs part at zero', () => {
  const { spans } = yearStack(year(2025, [10, -30, 60, -5]));
  expect(spans.map(({ from, to }) => [from, to])).toEqual([
    [0, 10],
    [0, -30],
    [10, 70],
    [-30, -35]
  ]);
});

test('the largest total is 0 without data and counts what is below zero by its size', () => {
  expect(largestTotal([])).toBe(0);
  expect(largestTotal([year(2024, null), year(2025, [5, -60])])).toBe(55);
});

test('components are named in the order of the last year with data, then those that ended before; zeros are not', () => {
  const stacks = [year(2023, [1, 2, 3, 0]), year(2024, [1, 0, 3, 0]), year(2025, null)].map(yearStack);
  expect(namedParts(stacks).map(({ key }) => key)).toEqual([kinds[0]![0], kinds[2]![0], kinds[1]![0]]);
});

test('a name is broken at words only, and keeps all of them', () => {
  const text = 'Transfer pusat lainnya (otonomi khusus, keistimewaan, hibah ke daerah)';
  const lines = linesWithin(text, 150, 14);
  expect(lines.join(' ')).toBe(text);
  for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(150);
  expect(linesWithin('Pertanggungjawabanpelaksanaan', 20, 14)).toEqual(['Pertanggungjawabanpelaksanaan']);
});

const paper = { light: '#fcfbf8', dark: '#12161b' } as const;
const inks = { light: { ink: '#1b1f24', paper: '#fcfbf8' }, dark: { ink: '#e8eaed', paper: '#12161b' } } as const;
const fills = {
  light: { apbd: '#17508f', tkd: '#b8570b', lain: '#707884' },
  dark: { apbd: '#6fa8f0', tkd: '#f2b068', lain: '#9098a4' }
} as const;
const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
function luminance(colour: readonly number[]): number {
  const [red, green, blue] = colour.map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

describe.for(['light', 'dark'] as const)('the share in a band is readable: %s', (scheme) => {
  const cases = (['apbd', 'tkd', 'lain'] as const).flatMap((tone) =>
    [0, 1, 2, 3, 4, 5, 6, 9].flatMap((step) => [true, false].map((isFull) => ({ tone, step, isFull })))
  );
  test.for(cases)('$tone $step, full year: $isFull', ({ tone, step, isFull }) => {
    const opacity = opacityOf({ tone, step }, isFull);
    const under = rgb(paper[scheme]);
    const fill = rgb(fills[scheme][tone]).map((byte, index) => byte * opacity + under[index]! * (1 - opacity));
    const ink = inkOf({ tone, step }, isFull);
    const text = luminance(rgb(ink === 'black' ? '#1b1f24' : inks[scheme][ink]));
    const [dark, light] = [text, luminance(fill)].sort((a, b) => a - b);
    expect((light! + 0.05) / (dark! + 0.05)).toBeGreaterThanOrEqual(4.5);
  });
});

test('each step is lighter than the one before, and a year that is not full lighter than a full one', () => {
  for (const tone of ['apbd', 'tkd', 'lain'] as const) {
    const full = [0, 1, 2, 3, 4, 5, 6].map((step) => opacityOf({ tone, step }, true));
    expect(full).toEqual(full.toSorted((a, b) => b - a));
    expect(new Set(full).size).toBe(full.length);
    for (let step = 0; step < 7; step++) expect(opacityOf({ tone, step }, false)).toBeLessThan(full[step]!);
  }
});

const cases: { name: string; years: StackedYear[] }[] = [
  { name: 'no year', years: [] },
  { name: 'one year', years: [year(2025, [10, 30, 60])] },
  { name: 'a gap between years', years: [year(2023, [1, 2, 3]), year(2024, null), year(2025, [3, 2, 1])] },
  { name: 'only gaps', years: [year(2024, null), year(2025, [null, null])] },
  { name: 'all zero', years: [year(2025, [0, 0])] },
  { name: 'a negative component', years: [year(2024, [10, 30]), year(2025, [10, -30])] },
  { name: 'only negative', years: [year(2025, [-10, -30])] },
  { name: 'a component that ended', years: [year(2024, [10, 30, 5]), year(2025, [10, 30, 0])] },
  {
    name: 'a year that is not full',
    years: [year(2025, [10, 30]), year(2026, [5, 9], { isFull: false, note: 's.d. Okt' })]
  },
  { name: 'tiny bands', years: [year(2025, [1e9, 1, 1, 1, 1])] },
  { name: 'many years', years: Array.from({ length: 30 }, (_, index) => year(1997 + index, [1e6, 2e6, 3e6])) }
];

describe.for(cases)('stackedYearsGeometry: $name', ({ years }) => {
  test.for(drawings)('%s', (drawing) => {
    const { size, bars, names, plot, zero, isUpright, ticks } = stackedYearsGeometry(years, drawing, print);
    expect(JSON.stringify([bars, names, ticks, zero, size])).not.toMatch(/NaN|Infinity/);
    expect(plot.width).toBeGreaterThan(100);
    expect(bars.map(({ tahun }) => tahun)).toEqual(years.map(({ tahun }) => tahun));
    for (const bar of bars) {
      for (const { x: left, y: top, width, height } of [bar.place, ...bar.bands.map(({ place }) => place)]) {
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(0);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(size.width);
        expect(top + height).toBeLessThanOrEqual(size.height);
      }
      const along = bar.bands.reduce((sum, { place: { width, height } }) => sum + (isUpright ? height : width), 0);
      const whole = isUpright ? bar.place.height : bar.place.width;
      if (bar.stack.total !== null) expect(along).toBe(whole);
      const total = textWidth(print.total(bar.stack), size.fontSize, true);
      expect(bar.total.x + (isUpright ? total / 2 : total)).toBeLessThanOrEqual(size.width);
    }
    const boxes = names.map(({ x, y, lines }) => ({
      left: x,
      right: x + Math.max(...lines.map((line) => textWidth(line, size.fontSize))),
      top: y - size.fontSize * 0.6,
      bottom: y + (lines.length - 0.4) * size.fontSize * 1.2 - 1
    }));
    for (const [index, one] of boxes.entries()) {
      expect(one.right).toBeLessThanOrEqual(size.width + 1);
      for (const other of boxes.slice(index + 1)) {
        const meet =
          one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
        expect(meet).toBe(false);
      }
    }
  });
});

test('phones lie, desks stand, and a desk lies too where years would touch', () => {
  const uprightOf = (count: number, drawing: 'phone' | 'desk') =>
    stackedYearsGeometry(
      Array.from({ length: count }, (_, index) => year(2026 - count + index, [1e6, 2e6])),
      drawing,
      print
    ).isUpright;
  expect([uprightOf(5, 'phone'), uprightOf(5, 'desk'), uprightOf(30, 'desk')]).toEqual([false, true, false]);
});

test('a name is joined to its band in the last year with data; a component that ended has a swatch', () => {
  const years = [year(2024, [10, 30, 5]), year(2025, [10, 30, 0]), year(2026, null)];
  const { names, bars } = stackedYearsGeometry(years, 'desk', print);
  expect(names.map(({ join, swatch }) => [join !== null, swatch !== null])).toEqual([
    [true, false],
    [true, false],
    [false, true]
  ]);
  const band = bars[1]!.bands[0]!.place;
  expect(names[0]!.join!.y1).toBeCloseTo(band.y + band.height / 2, -0.5);
  expect(names[0]!.join!.x1).toBeGreaterThan(band.x + band.width);
});

test('whatever the values, the names beside the bars keep their distance and stay on the drawing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.option(fc.integer({ min: -1000, max: 100_000 })), { minLength: 5, maxLength: 5 }), {
        minLength: 1,
        maxLength: 8
      }),
      (rows) => {
        const { size, names, isUpright } = stackedYearsGeometry(
          rows.map((values, index) => year(2018 + index, values)),
          'desk',
          print
        );
        if (!isUpright) return;
        const sorted = names.toSorted((a, b) => a.y - b.y);
        for (const [index, { y, lines }] of sorted.entries()) {
          const end = y + lines.length * size.fontSize * 1.2;
          expect(end - (sorted[index + 1]?.y ?? size.height + size.fontSize)).toBeLessThan(0.2);
        }
      }
    )
  );
});

const clean = (html: string) => {
  expect(html).not.toMatch(/\sstyle=/);
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
  return html.replaceAll('\u00a0', ' ').replaceAll(/<!--.*?-->/g, '');
};
const desk = (html: string) => html.slice(html.indexOf('class="drawing desk'));

test('a band says its year, its name, its rupiah and its share; a total its rupiah', () => {
  const years = [year(2024, null), year(2025, [1e9, 3e9]), year(2026, [1e9, 1e9], { isFull: false, note: 's.d. Okt' })];
  const html = clean(render(StackedYears, { props: { language: 'id', years, label: 'Pendapatan daerah' } }).body);
  expect(html.match(/aria-label="Pendapatan daerah"/g)).toHaveLength(3);
  const drawn = desk(html);
  expect(drawn).toContain('<title>2025 · DBH sumber daya alam: Rp3.000.000.000 (75,0 %)</title>');
  expect(drawn).toContain('<title>2026 (s.d. Okt) · Pajak daerah: Rp1.000.000.000 (50,0 %)</title>');
  expect(drawn).toContain('<title>2024: belum ada data</title>');
  expect(drawn).toContain('<title>2025: Rp4.000.000.000</title>');
  expect(drawn).toContain('>4,0</text>');
  expect(drawn).toContain('>75 %</text>');
  expect(drawn.match(/class="unsure/g)).toHaveLength(2);
  expect(drawn).toMatch(/>–<\/text>/);
});

test('a year with a component that nobody tells has at least its total, names what is missing and shares nothing', () => {
  const years = [year(2025, [1e9, null, 2e9])];
  const drawn = desk(clean(render(StackedYears, { props: { language: 'en', years, label: 'x' } }).body));
  expect(drawn).toContain('<title>2025: Rp3,000,000,000; DBH sumber daya alam: no data yet</title>');
  expect(drawn).toContain('<title>2025 · Pajak daerah: Rp1,000,000,000</title>');
  expect(drawn).toContain('>≥3.0</text>');
  expect(drawn).not.toContain('%</text>');
});

test('a given unit is used for every label, also for the axis', () => {
  const unit = { divisor: 1e6, short: { id: 'jt', en: 'm' }, name: { id: 'Rp juta', en: 'Rp million' } };
  const years = [year(2025, [1e9, 3e9])];
  const drawn = desk(clean(render(StackedYears, { props: { language: 'id', years, unit, label: 'x' } }).body));
  expect(drawn).toContain('>4.000,0</text>');
  expect(drawn).toContain('>2.000</text>');
});

test.for([{ years: [] }, { years: [year(2025, null)] }])('without data there is still a picture', ({ years }) => {
  const html = clean(render(StackedYears, { props: { language: 'id', years, label: 'x' } }).body);
  expect(html.match(/role="img"/g)).toHaveLength(3);
});
