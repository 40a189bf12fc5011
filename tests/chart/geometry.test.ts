import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bridge } from '$lib/model/bridge';
import { bridgeBars, namedSteps, wrapWords, type BridgeStep } from '$lib/chart/bridge';
import { bridgeGeometry } from '$lib/chart/bridgeGeometry';
import { bulletGeometry } from '$lib/chart/bullet';
import { labelledMonths, monthBarsGeometry } from '$lib/chart/monthBars';
import { lastPoint, monthAt, sCurveGeometry, type SCurveData } from '$lib/chart/sCurve';
import { sCurveLabels, sCurveTable } from '$lib/chart/sCurveText';
import { drawings, sizeOf } from '$lib/chart/size';
import { sparkPath } from '$lib/chart/spark';

const none = null;
const year: SCurveData = {
  tahun: 2026,
  realisasi: [0.01, 0.03, none, 0.12, none, 0.27, 0.37, 0.45, 0.54, 0.61, none, none],
  rencana: [0.01, 0.04, 0.09, 0.15, 0.24, 0.34, 0.43, 0.53, 0.6, 0.68, 0.8, 0.97],
  past: [{ tahun: 2025, rates: [0, 0.03, 0.07, 0.12, 0.17, 0.25, 0.33, 0.42, 0.5, 0.58, 0.69, 0.93] }],
  forecast: [
    { bulan: 11, rate: 0.72, low: 0.7, high: 0.76 },
    { bulan: 12, rate: 0.9, low: 0.84, high: 0.95 }
  ]
};

function draw(data: SCurveData, drawing = drawings[2]!) {
  const size = sizeOf(drawing, 400);
  return sCurveGeometry(data, size, sCurveLabels(data, 'id', size));
}

test('a month without a file breaks the line, and a month alone gets a dot', () => {
  const geometry = draw(year);
  const line = geometry.paths.find(({ kind }) => kind === 'realisasi')!;
  expect(line.d.match(/M/g)).toHaveLength(3);
  expect(line.dots).toEqual([{ x: geometry.xOf(4), y: geometry.yOf(0.12) }]);
  expect(geometry.gaps.map(({ bulan }) => bulan)).toEqual([3, 5]);
  expect(geometry.end).toMatchObject({ bulan: 10, rate: 0.61 });
});

test('the forecast starts where this year ends, and the band has no width there', () => {
  const geometry = draw(year);
  expect(geometry.forecastPath).toMatch(new RegExp(`^M${geometry.end!.x},${geometry.end!.y}L`));
  expect(geometry.band).toMatch(
    new RegExp(`^M${geometry.end!.x},${geometry.end!.y}L.*L${geometry.end!.x},${geometry.end!.y}Z$`)
  );
  expect(draw({ ...year, forecast: null }).forecastPath).toBe('');
  expect(draw({ ...year, forecast: year.forecast!.map((point) => ({ ...point, low: none, high: none })) }).band).toBe(
    ''
  );
});

test('nothing known draws axes only', () => {
  const geometry = draw({ tahun: 2026, realisasi: [], rencana: [], past: [], forecast: null });
  expect(geometry.end).toBeNull();
  expect(geometry.labels).toEqual([]);
  expect(geometry.ticks.map(({ rate }) => rate)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(lastPoint([none, none])).toBeNull();
});

const rates = fc.array(fc.option(fc.double({ min: -0.5, max: 2, noNaN: true })), { minLength: 12, maxLength: 12 });

test('whatever the values, every drawing keeps its lines inside its plot and its labels apart and inside', () => {
  fc.assert(
    fc.property(rates, rates, rates, fc.constantFrom(...drawings), (realisasi, rencana, past, drawing) => {
      const data = { tahun: 2026, realisasi, rencana, past: [{ tahun: 2025, rates: past }], forecast: null };
      const size = sizeOf(drawing, 300);
      const { plot, paths, labels } = sCurveGeometry(data, size, sCurveLabels(data, 'id', size));
      const heights = paths.flatMap(({ d }) => [...d.matchAll(/,(-?[\d.]+)/g)].map((match) => Number(match[1])));
      for (const y of heights) {
        expect(y).toBeGreaterThanOrEqual(plot.top - 0.1);
        expect(y).toBeLessThanOrEqual(plot.top + plot.height + 0.1);
      }
      const boxes = labels.map(({ y, lines }) => ({
        top: y - lines.length * size.fontSize * 0.6,
        bottom: y + lines.length * size.fontSize * 0.6
      }));
      boxes.sort((a, b) => a.top - b.top);
      boxes.slice(1).forEach(({ top }, index) => expect(top).toBeGreaterThanOrEqual(boxes[index]!.bottom));
      expect(plot.left + plot.width).toBeLessThan(size.width);
    })
  );
});

test('a place across the drawing reads as the nearest month', () => {
  const geometry = draw(year);
  for (const { bulan, x } of geometry.months) expect(monthAt(x / 1080, geometry, 1080)).toBe(bulan);
  expect(monthAt(0, geometry, 1080)).toBe(1);
  expect(monthAt(1, geometry, 1080)).toBe(12);
});

test('labels of the S-curve name the line, its value and the gap', () => {
  const desk = sCurveLabels(year, 'id', sizeOf('desk', 400));
  expect(desk.ends).toEqual({
    rencana: ['Rencana kas 97\u00a0%'],
    forecast: ['Perkiraan 90\u00a0%', 'rentang 84–95\u00a0%'],
    'past-2025': ['2025: 93\u00a0%']
  });
  expect(desk.noteLines).toEqual(['Okt\u00a02026: 61,0\u00a0%', '7,0\u00a0poin di bawah rencana kas']);
  expect(sCurveLabels(year, 'en', sizeOf('phone', 300)).noteLines).toEqual(['Oct: 61.0%', '−7.0\u00a0points']);
});

test('the table of the S-curve has twelve rows and null where nothing is known', () => {
  const { rows, columns } = sCurveTable(year, 'id');
  expect(rows).toHaveLength(12);
  expect(rows[2]).toMatchObject({ bulan: 'Maret', realisasi: null, rencana: 0.09, perkiraan: null });
  expect(rows[11]).toMatchObject({ realisasi: null, perkiraan: 0.9, rendah: 0.84, tinggi: 0.95, 'past-2025': 0.93 });
  expect(columns.map(({ key }) => key)).not.toContain('past-2024');
});

const steps: BridgeStep[] = [
  { key: 'murni', label: 'Murni', rupiah: 100, kind: 'total' },
  { key: 'p', label: 'Perubahan', rupiah: -20, kind: 'change' },
  { key: 'berlaku', label: 'Berlaku', rupiah: 80, kind: 'total' },
  { key: 'r', label: 'Realisasi', rupiah: -90, kind: 'use' },
  { key: 'sisa', label: 'Sisa', rupiah: -10, kind: 'total' }
];

test('a bridge runs from step to step, below zero too, and adds up', () => {
  const bars = bridgeBars(steps);
  expect(bars.map(({ from, to }) => [from, to])).toEqual([
    [0, 100],
    [100, 80],
    [0, 80],
    [80, -10],
    [0, -10]
  ]);
  expect(bars.map(({ residual }) => residual)).toEqual([0, null, 0, null, 0]);
});

test('the bridge of the model is drawn as it is, and adds up to the rupiah', () => {
  const { steps: made } = bridge({
    murni: 62.4e9,
    stages: [
      { tahap: 'pergeseran-1', pagu: 63.1e9 },
      { tahap: 'perubahan', pagu: 55.2e9 }
    ],
    realisasi: 33.8e9,
    komitmen: 8e9,
    kewajiban: 2.8e9
  });
  const drawn = namedSteps(made, (key) => key.toUpperCase());
  expect(drawn.map(({ kind }) => kind)).toEqual([
    'total',
    'change',
    'change',
    'total',
    'use',
    'total',
    'bound',
    'bound',
    'total'
  ]);
  expect(drawn[0]!.label).toBe('MURNI');
  expect(bridgeBars(drawn).every(({ residual }) => residual === null || residual === 0)).toBe(true);
});

test('a bridge that does not add up says by how much', () => {
  expect(bridgeBars(steps.map((step) => (step.key === 'sisa' ? { ...step, rupiah: -7 } : step))).at(-1)!.residual).toBe(
    3
  );
});

test('a step without data makes the sum unknown until the next total', () => {
  const bars = bridgeBars(steps.map((step) => (step.key === 'p' ? { ...step, rupiah: null } : step)));
  expect(bars[1]).toMatchObject({ from: null, to: null });
  expect(bars[2]).toMatchObject({ from: 0, to: 80, residual: null });
});

test.for([...drawings])('bridge on a %s: heights are in proportion, connectors meet the bars', (drawing) => {
  const { bars, size } = bridgeGeometry(steps, drawing);
  const length = (bar: (typeof bars)[number]) => (drawing === 'phone' ? bar.width : bar.height);
  expect(length(bars[1]!) / length(bars[0]!)).toBeCloseTo(0.2, 2);
  expect(length(bars[3]!) / length(bars[0]!)).toBeCloseTo(0.9, 2);
  for (const bar of bars) {
    expect(bar.x).toBeGreaterThanOrEqual(0);
    expect(bar.x + bar.width).toBeLessThanOrEqual(size.width);
    expect(bar.y + bar.height).toBeLessThanOrEqual(size.height);
  }
  expect(bars[0]!.connector).not.toBeNull();
  expect(bars.at(-1)!.connector).toBeNull();
});

test('words wrap without losing any', () => {
  expect(wrapWords('Kontrak, gaji, dan kewajiban', 12)).toEqual(['Kontrak,', 'gaji, dan', 'kewajiban']);
  expect(wrapWords('satu dua tiga empat lima', 4, 2)).toEqual(['satu', 'dua tiga empat lima']);
  expect(wrapWords('Pertanggungjawaban', 5)).toEqual(['Pertanggungjawaban']);
});

const months = [12, 0, -8, none, 22, 30, none, 10, 20, 5, none, none].map((rupiah, index) => ({
  bulan: index + 1,
  rupiah
}));

test('month bars: zero has no height, missing is not zero, negative hangs below', () => {
  const { bars, zero, bottom, meanY } = monthBarsGeometry(months, 11, 'desk');
  expect(bars[1]).toMatchObject({ rupiah: 0, height: 0 });
  expect(bars[3]!.rupiah).toBeNull();
  expect(bars[2]!.y).toBe(zero);
  expect(bars[2]!.y + bars[2]!.height).toBeLessThan(bottom);
  expect(meanY).toBeLessThan(zero);
  expect(bars[0]!.height / bars[5]!.height).toBeCloseTo(0.4, 2);
});

test('month bars name the highest, the last known and the negative months', () => {
  expect(labelledMonths(months)).toEqual([3, 6, 10]);
  expect(labelledMonths([{ bulan: 1, rupiah: null }])).toEqual([]);
});

test('all months missing still draws', () => {
  expect(monthBarsGeometry([{ bulan: 1, rupiah: null }], null, 'phone').bars[0]!.height).toBe(0);
});

test.for([
  { name: 'usual', rate: 0.613, plan: 0.68, expected: { bar: 61.3, mark: 68, over: false, negative: false } },
  {
    name: 'above pagu fills the track',
    rate: 1.2,
    plan: 1.1,
    expected: { bar: 100, mark: 100, over: true, negative: false }
  },
  { name: 'zero', rate: 0, plan: 0, expected: { bar: 0, mark: 0, over: false, negative: false } },
  { name: 'negative', rate: -0.1, plan: null, expected: { bar: 0, mark: null, over: false, negative: true } },
  { name: 'missing', rate: null, plan: 0.5, expected: { bar: null, mark: 50, over: false, negative: false } }
])('bullet: $name', ({ rate, plan, expected }) => expect(bulletGeometry(rate, plan)).toEqual(expected));

test.for([
  { name: 'rises', values: [0, 1], expected: 'M0,22L100,2' },
  { name: 'level runs through the middle', values: [5, 5], expected: 'M0,12L100,12' },
  { name: 'a gap breaks it', values: [0, null, 1, 2], expected: 'M0,22ZM66.7,12L100,2' },
  { name: 'one value is no course', values: [null, 3], expected: '' }
])('spark: $name', ({ values, expected }) => expect(sparkPath(values, 100, 24)).toBe(expected));
