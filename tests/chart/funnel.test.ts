import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Funnel from '$lib/chart/Funnel.svelte';
import {
  funnelGeometry,
  nearestDot,
  unplaced,
  type FunnelInput,
  type FunnelLimits,
  type FunnelPoint
} from '$lib/chart/funnel';
import { funnelKey } from '$lib/chart/funnelText';
import { drawings } from '$lib/chart/size';

function point(
  kode: string,
  n: FunnelPoint['n'],
  rate: FunnelPoint['rate'],
  flag: FunnelPoint['flag'] = null
): FunnelPoint {
  return { kode, nama: `Desa ${kode}`, n, rate, flag };
}

/** Limits of a proportion, as a model gives them. */
function limitsOf(theta: number, sizes: readonly number[]): FunnelLimits[] {
  return sizes.map((n) => {
    const sd = Math.sqrt((theta * (1 - theta)) / n);
    const within = (rate: number) => Math.min(1, Math.max(0, rate));
    return {
      n,
      lo95: within(theta - 1.96 * sd),
      hi95: within(theta + 1.96 * sd),
      lo998: within(theta - 3.09 * sd),
      hi998: within(theta + 3.09 * sd)
    };
  });
}

function input(points: readonly FunnelPoint[], more: Partial<FunnelInput> = {}): FunnelInput {
  return {
    points,
    theta: 0.4,
    limits: limitsOf(0.4, [10, 20, 50, 100, 200, 500, 1000]),
    value: (rate) => `${Math.round(rate * 100)} %`,
    count: String,
    thetaText: 'kabupaten 40 %',
    key: [],
    ...more
  };
}

const cloud = Array.from({ length: 200 }, (_, index) =>
  point(String(index), 10 + ((index * 37) % 700), 0.4 + Math.sin(index * 9) * 0.1)
);
const far = [
  ...Array.from({ length: 12 }, (_, index) => point(`t${index}`, 300 + index * 9, 0.62 + (index % 3) / 100, 'tinggi')),
  ...Array.from({ length: 5 }, (_, index) => point(`r${index}`, 120 + index * 40, 0.2, 'rendah'))
];

test.for([
  { name: 'no point', points: [], dots: 0 },
  { name: 'one point', points: [point('a', 50, 0.4)], dots: 1 },
  { name: 'all equal', points: [point('a', 50, 0.4), point('b', 50, 0.4), point('c', 50, 0.4)], dots: 3 },
  { name: 'a rate of nothing and of all', points: [point('a', 30, 0), point('b', 30, 1)], dots: 2 },
  { name: 'hidden', points: [point('a', 'disembunyikan', 'disembunyikan'), point('b', 40, 0.2)], dots: 1 },
  { name: 'missing', points: [point('a', null, null), point('b', 40, null)], dots: 0 },
  { name: 'nobody eligible', points: [point('a', 0, null), point('b', 0, 0.5)], dots: 0 },
  { name: 'many', points: [...cloud, ...far], dots: 217 }
])('funnelGeometry: $name', ({ points, dots }) => {
  for (const drawing of drawings) {
    const geometry = funnelGeometry(input(points), drawing);
    const { plot, size } = geometry;
    expect(geometry.dots).toHaveLength(dots);
    expect(JSON.stringify(geometry)).not.toMatch(/NaN|null,"y"|Infinity/);
    for (const { x, y } of geometry.dots) {
      expect(x).toBeGreaterThanOrEqual(plot.left);
      expect(x).toBeLessThanOrEqual(plot.left + plot.width);
      expect(y).toBeGreaterThanOrEqual(plot.top - 0.1);
      expect(y).toBeLessThanOrEqual(plot.top + plot.height + 0.1);
    }
    expect(plot.left + plot.width).toBeLessThanOrEqual(size.width);
    expect(geometry.ticks.length).toBeGreaterThan(1);
  }
});

test('the one path of the dots within passes through each of them', () => {
  const { within, dots } = funnelGeometry(input(cloud), 'phone');
  let [x, y] = [0, 0];
  const places = [...within.matchAll(/([Mm])(-?\d+) ?(-?\d+)h0/g)].map(([, command, dx, dy]) => {
    [x, y] = command === 'M' ? [Number(dx), Number(dy)] : [x + Number(dx), y + Number(dy)];
    return [x, y];
  });
  expect(places).toEqual(dots.map((dot) => [dot.x, Math.round(dot.y)]));
});

test('the rate grows upwards and the size to the right', () => {
  const { dots } = funnelGeometry(input([point('a', 20, 0.2), point('b', 200, 0.6)]), 'desk');
  expect(dots[0]!.x).toBeLessThan(dots[1]!.x);
  expect(dots[0]!.y).toBeGreaterThan(dots[1]!.y);
});

test.for([
  { name: 'both limits on both sides', theta: 0.4 as const, count: 4 },
  { name: 'none where the whole is hidden', theta: 'disembunyikan' as const, count: 0 },
  { name: 'none where the whole is missing', theta: null, count: 0 }
])('limits: $name', ({ theta, count }) => {
  const geometry = funnelGeometry(input(cloud, { theta }), 'desk');
  expect(geometry.limits).toHaveLength(count);
  expect(geometry.theta === null).toBe(count === 0);
  expect(geometry.thetaLabel === null).toBe(count === 0);
});

test('rates far above zero are not squeezed under it', () => {
  const high = cloud.map((one, index) => ({ ...one, rate: 0.85 + Math.sin(index) * 0.05 }));
  const { ticks } = funnelGeometry(input(high, { theta: 0.85, limits: [] }), 'desk');
  expect(ticks[0]!.text).not.toBe('0 %');
  const low = funnelGeometry(input(cloud), 'desk');
  expect(low.ticks[0]!.text).toBe('0 %');
});

test('no mark of the sizes lies on another', () => {
  for (const drawing of drawings) {
    const { marks } = funnelGeometry(input([...cloud, point('x', 3000, 0.4)]), drawing);
    expect(marks.length).toBeGreaterThan(2);
    expect(marks.slice(1).every(({ x }, at) => x - marks[at]!.x > 14)).toBe(true);
  }
});

describe('names', () => {
  test.for(drawings)('%s: only of what is outside, none on another or on a dot outside', (drawing) => {
    const { names, outside, thetaLabel, plot } = funnelGeometry(input([...cloud, ...far]), drawing);
    expect(names.length).toBeGreaterThanOrEqual(3);
    const boxes = names.map(({ box }) => box);
    const overlapping = boxes.flatMap((one, a) =>
      boxes
        .slice(a + 1)
        .filter(
          (two) =>
            one.left < two.left + two.width &&
            two.left < one.left + one.width &&
            one.top < two.top + two.height &&
            two.top < one.top + one.height
        )
    );
    expect(overlapping).toEqual([]);
    const covered = outside.filter(({ x, y }) =>
      boxes.some((box) => x > box.left && x < box.left + box.width && y > box.top && y < box.top + box.height)
    );
    expect(covered).toEqual([]);
    expect(names.every(({ kode }) => outside.some((dot) => dot.kode === kode))).toBe(true);
    expect(boxes.every((box) => box.left >= plot.left && box.left + box.width <= plot.left + plot.width + 12)).toBe(
      true
    );
    expect(thetaLabel!.text).toBe('kabupaten 40 %');
  });

  test('both sides are named, the furthest out first', () => {
    const { names } = funnelGeometry(input([...cloud, ...far]), 'phone');
    expect(names[0]!.kode).toMatch(/^t(2|5|8|11)$/);
    expect(names[1]!.kode).toMatch(/^r/);
  });
});

test.for([
  { name: 'the nearest', at: { x: 101, y: 50 }, expected: 'a' },
  { name: 'none within reach', at: { x: 300, y: 50 }, expected: null }
])('nearestDot: $name', ({ at, expected }) => {
  const dots = [
    { ...point('a', 1, 0.1), x: 100, y: 50 },
    { ...point('b', 1, 0.1), x: 110, y: 50 }
  ] as never;
  expect(nearestDot(dots, at, 24)?.kode ?? null).toBe(expected);
});

test('what has no place is counted by its reason, and said', () => {
  const points = [point('a', 'disembunyikan', null), point('b', null, null), point('c', 0, null), point('d', 20, 0.1)];
  expect(unplaced(points)).toEqual({ hidden: 1, missing: 2 });
  expect(funnelKey(points, true, 'id').at(-1)!.text).toBe('tidak digambar: 1 disembunyikan, 2 tanpa angka');
  expect(funnelKey(points, true, 'en').map(({ kind }) => kind)).toEqual(['within', '998', '95', 'absent']);
  expect(funnelKey([point('d', 20, 0.1, 'rendah')], false, 'id').map(({ kind }) => kind)).toEqual(['rendah']);
});

describe('Funnel', () => {
  const props = {
    language: 'id' as const,
    theta: 0.4,
    limits: limitsOf(0.4, [10, 50, 100, 500, 1000]),
    value: (rate: number) => `${Math.round(rate * 100)} %`,
    xLabel: 'keluarga layak di desa',
    active: null,
    choose: () => {},
    label: 'Mana yang sungguh berbeda'
  };

  test('draws for a phone and for anything wider, names what is outside by a sign and words, and works without a script', () => {
    const { body } = render(Funnel, { props: { ...props, points: [...cloud, ...far] } });
    expect(body).not.toMatch(/\sstyle=|NaN|undefined|Infinity|role="slider"/);
    expect(body.match(/role="img"/g)).toHaveLength(2);
    expect(body).toContain('kabupaten 40 %');
    expect(body).toContain('tidak dapat dibedakan dari rata-rata');
    expect(body).toMatch(/<title>Desa t2: 64 % \(318\), di atas batas<\/title>/);
  });

  test('marks the desa that is chosen beside', () => {
    const { body } = render(Funnel, { props: { ...props, points: cloud, active: '7' } });
    expect(body).toContain('Desa 7 ');
    expect(body.match(/class="ring[^"]*"/g)).toHaveLength(2);
  });

  test('without a figure it says so', () => {
    const { body } = render(Funnel, { props: { ...props, points: [point('a', null, null)], theta: null } });
    expect(body).toContain('belum ada data');
    expect(body).toContain('1 tanpa angka');
  });
});
