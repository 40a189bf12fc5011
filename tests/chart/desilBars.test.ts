import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import DesilBars from '$lib/chart/DesilBars.svelte';
import { desilBarsGeometry, type DesilBar } from '$lib/chart/desilBars';
import type { HexValue } from '$lib/chart/hexMap';
import ShareBar from '$lib/chart/ShareBar.svelte';
import { shareBarGeometry, type SharePart } from '$lib/chart/shareBar';
import { undivided } from '$lib/chart/shareBarText';
import { drawings, textWidth } from '$lib/chart/size';

const print = (value: HexValue) =>
  value === null ? '–' : value === 'disembunyikan' ? value : `${Math.round(value * 100)} %`;
function desil(coverage: readonly HexValue[], rupiah: readonly HexValue[] = []): DesilBar[] {
  return coverage.map((one, at) => ({
    desil: at + 1,
    isEligible: at < 4,
    coverage: one,
    rupiahShare: rupiah[at] ?? null
  }));
}

test.for([
  { name: 'no row', rows: [], panels: 1, bars: [] },
  { name: 'one desil', rows: desil([0.5]), panels: 1, bars: [true] },
  {
    name: 'zero is a bar of no width, hidden and missing are none',
    rows: desil([0, 'disembunyikan', null]),
    panels: 1,
    bars: [true, false, false]
  },
  { name: 'all equal', rows: desil([0.3, 0.3, 0.3]), panels: 1, bars: [true, true, true] },
  { name: 'with rupiah', rows: desil([0.5, 0.2], [0.8, 0.2]), panels: 2, bars: [true, true] },
  {
    name: 'rupiah hidden throughout still has its panel',
    rows: desil([0.5], ['disembunyikan']),
    panels: 2,
    bars: [true]
  }
])('desilBarsGeometry: $name', ({ rows, panels, bars }) => {
  for (const drawing of drawings) {
    const geometry = desilBarsGeometry({ rows, value: print }, drawing);
    expect(geometry.panels).toHaveLength(panels);
    expect(geometry.panels[0]!.bars.map(({ bar }) => bar !== null)).toEqual(bars);
    for (const { bar, textX, text, y } of geometry.panels.flatMap((panel) => panel.bars)) {
      expect(textX + textWidth(text, geometry.size.fontSize)).toBeLessThanOrEqual(geometry.size.width);
      expect(y).toBeLessThan(geometry.size.height);
      if (bar) expect(bar.width).toBeGreaterThanOrEqual(0);
    }
  }
});

test('coverage is drawn of all, shares of the largest', () => {
  const { panels } = desilBarsGeometry({ rows: desil([0.5, 0.25], [0.1, 0.05]), value: print }, 'desk');
  const [coverage, rupiah] = panels.map(({ bars }) => bars.map(({ bar }) => bar!.width));
  expect(coverage![0]! / coverage![1]!).toBeCloseTo(2, 1);
  expect(rupiah![0]! / rupiah![1]!).toBeCloseTo(2, 1);
  expect(rupiah![0]!).toBeGreaterThan(coverage![0]! * 1.8);
});

test('desil stand in order, whatever order they come in', () => {
  const { panels } = desilBarsGeometry({ rows: desil([0.5, 0.2, 0.1]).toReversed(), value: print }, 'phone');
  expect(panels[0]!.bars.map(({ desil: one }) => one)).toEqual([1, 2, 3]);
});

test('DesilBars tells zero, hidden and missing apart, and eligible desil by words', () => {
  const { body } = render(DesilBars, {
    props: {
      language: 'id',
      rows: desil([0.5, 0, 'disembunyikan', null, 0.2]),
      value: print,
      label: 'Siapa yang terjangkau'
    }
  });
  expect(body).not.toMatch(/\sstyle=|NaN|undefined|Infinity/);
  expect(body).toContain('<title>Desil 3 (desil layak): disembunyikan</title>');
  expect(body).toContain('<title>Desil 4 (desil layak): –</title>');
  expect(body).toContain('<title>Desil 5 (di luar desil layak): 20 %</title>');
  for (const kind of ['hidden', 'missing', 'eligible', 'other'])
    expect(body).toMatch(new RegExp(`<rect class="${kind}`));
  expect(render(DesilBars, { props: { language: 'en', rows: [], value: print, label: 'x' } }).body).toContain(
    'no data yet'
  );
});

function parts(values: readonly HexValue[]): SharePart[] {
  const kinds = ['layak', 'tidak_layak', 'belum', 'ganda'] as const;
  const names = ['Sampai ke keluarga layak', 'Penerima di luar desil layak', 'Belum dapat dinilai', 'Baris ganda'];
  return values.map((value, at) => ({
    kind: kinds[at]!,
    name: names[at]!,
    value,
    text: typeof value === 'number' ? `Rp${value}` : (value ?? '–')
  }));
}
const percent = (ratio: number) => `${Math.round(ratio * 100)} %`;

describe('shareBarGeometry', () => {
  test.for([
    { name: 'four parts', values: [70, 20, 9, 1], isWhole: true },
    { name: 'one part is all', values: [5, 0, 0, 0], isWhole: true },
    { name: 'all equal', values: [1, 1, 1, 1], isWhole: true },
    { name: 'nothing was paid', values: [0, 0, 0, 0], isWhole: false },
    { name: 'one part hidden', values: [70, 'disembunyikan', 9, 1] as HexValue[], isWhole: false },
    { name: 'one part missing', values: [70, null, 9, 1], isWhole: false },
    { name: 'no part', values: [], isWhole: false }
  ])('$name', ({ values, isWhole }) => {
    for (const drawing of drawings) {
      const geometry = shareBarGeometry(parts(values), percent, drawing);
      expect(geometry.isWhole).toBe(isWhole);
      expect(JSON.stringify(geometry)).not.toMatch(/NaN|Infinity/);
      const drawn = geometry.parts.filter(({ x }) => x !== null);
      if (!isWhole) expect(drawn).toEqual([]);
      else {
        expect(drawn.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(geometry.width, 0);
        expect(drawn.slice(1).every(({ x }, at) => Math.abs(x! - drawn[at]!.x! - drawn[at]!.width) <= 0.11)).toBe(true);
      }
      expect(geometry.parts.every(({ lines }) => lines.length > 0)).toBe(true);
    }
  });

  test.for(['tablet', 'desk'] as const)('%s: labels of tiny neighbours do not collide', (drawing) => {
    const { parts: placed, size } = shareBarGeometry(parts([97, 1, 1, 1]), percent, drawing);
    const ends = placed.map(({ labelX, lines }) => {
      const half = Math.max(...lines.map((line) => textWidth(line, size.fontSize))) / 2;
      return { from: labelX - half, to: labelX + half };
    });
    expect(ends.slice(1).every(({ from }, at) => from >= ends[at]!.to)).toBe(true);
    expect(ends[0]!.from).toBeGreaterThanOrEqual(-0.1);
    expect(ends.at(-1)!.to).toBeLessThanOrEqual(size.width + 0.1);
  });

  test('a share without room in its stretch is said in its label', () => {
    const { parts: placed } = shareBarGeometry(parts([97, 1, 1, 1]), percent, 'desk');
    expect(placed[0]!.inside).not.toBeNull();
    expect(placed[0]!.lines.at(-1)).toBe('Rp97');
    expect(placed[3]!.inside).toBeNull();
    expect(placed[3]!.lines.at(-1)).toBe('Rp1 (1 %)');
  });
});

test.for([
  { name: 'hidden', values: ['disembunyikan', 1] as HexValue[], expected: 'disembunyikan' },
  { name: 'hidden goes before missing', values: [null, 'disembunyikan'] as HexValue[], expected: 'disembunyikan' },
  { name: 'missing', values: [null, 1], expected: 'belum ada data' },
  { name: 'nothing paid', values: [0, 0], expected: 'Rp0' },
  { name: 'no part', values: [], expected: 'belum ada data' }
])('undivided: $name', ({ values, expected }) => expect(undivided(parts(values), 'id')).toBe(expected));

test('ShareBar draws three times and says each part with its rupiah', () => {
  const { body } = render(ShareBar, {
    props: { language: 'id', parts: parts([70, 20, 9, 1]), label: 'Ke mana rupiah' }
  });
  expect(body).not.toMatch(/\sstyle=|NaN|undefined|Infinity/);
  expect(body.match(/role="img"/g)).toHaveLength(3);
  expect(body.replaceAll('\u00a0', ' ')).toContain('<title>Belum dapat dinilai: Rp9 (9 %)</title>');
});
