import { render } from 'svelte/server';
import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import Qr from '$lib/chart/Qr.svelte';
import { qrPath, quietZone } from '$lib/chart/qr';
import TenSquares from '$lib/chart/TenSquares.svelte';
import { rangeMark, square, tensOf } from '$lib/chart/tenSquares';
import { rangeText, tensText } from '$lib/chart/tenSquaresText';

test.for([
  {
    name: 'six of ten, the range rounded outwards as in the sentence',
    value: 0.6,
    interval: [0.5, 0.72],
    full: 6,
    range: [5, 8]
  },
  { name: 'nothing', value: 0, interval: [0, 0.08], full: 0, range: [0, 1] },
  { name: 'all', value: 1, interval: [0.93, 1], full: 10, range: [9, 10] },
  { name: 'an exact half goes up', value: 0.15, interval: [0.15, 0.25], full: 2, range: [1, 3] },
  {
    name: 'a narrow interval never says more than is known',
    value: 0.61,
    interval: [0.58, 0.63],
    full: 6,
    range: [5, 7]
  },
  { name: 'the range never leaves out the count', value: 0.55, interval: [0.51, 0.549], full: 6, range: [5, 6] },
  { name: 'no interval', value: 0.4, interval: null, full: 4, range: null },
  { name: 'more than all', value: 1.2, interval: null, full: 10, range: null }
] as const)('tensOf: $name', ({ value, interval, full, range }) => {
  expect(tensOf(value, interval)).toEqual({ full, range });
});

test('hidden stays hidden and missing stays missing', () => {
  expect(tensOf('disembunyikan', [0.1, 0.2])).toBe('disembunyikan');
  expect(tensOf(null, null)).toBeNull();
  expect(tensText('disembunyikan', 'en')).toBe('hidden');
  expect(tensText(null, 'id')).toBe('belum ada data');
});

test.for([
  {
    name: 'a range',
    tens: { full: 6, range: [5, 7] as const },
    id: '6 dari 10, antara 5 dan 7',
    en: '6 of 10, between 5 and 7'
  },
  { name: 'one count', tens: { full: 6, range: [6, 6] as const }, id: '6 dari 10, sekitar 6', en: '6 of 10, about 6' },
  { name: 'no range', tens: { full: 0, range: null }, id: '0 dari 10', en: '0 of 10' }
])('tensText: $name', ({ tens, id, en }) => expect([tensText(tens, 'id'), tensText(tens, 'en')]).toEqual([id, en]));

test('no range, no words under the squares', () => expect(rangeText({ full: 3, range: null }, 'id')).toBe(''));

test.for([
  [0, 0],
  [0, 1],
  [5, 7],
  [9, 10],
  [10, 10],
  [0, 10]
] as const)('rangeMark: $0 to $1 is a line inside the squares', ([low, high]) => {
  const { x1, x2 } = rangeMark([low, high]);
  expect(x1).toBeGreaterThanOrEqual(0);
  expect(x2).toBeGreaterThan(x1);
  expect(x2).toBeLessThanOrEqual(square.step * 10);
});

describe('TenSquares', () => {
  const show = (value: number | null | 'disembunyikan', interval: readonly [number, number] | null) =>
    render(TenSquares, { props: { language: 'id', value, interval, label: 'Keluarga layak yang terjangkau' } }).body;

  test('as many full as counted, and the range in words', () => {
    const body = show(0.6, [0.5, 0.7]);
    expect(body.match(/<rect/g)).toHaveLength(10);
    expect(body.match(/class="full/g)).toHaveLength(6);
    expect(body).toContain('aria-label="Keluarga layak yang terjangkau: 6 dari 10, antara 5 dan 7"');
    expect(body).not.toMatch(/\sstyle=|NaN|undefined/);
  });

  test('zero, missing and hidden are three different things', () => {
    const [zero, missing, hidden] = [show(0, null), show(null, null), show('disembunyikan', null)];
    expect(zero).not.toMatch(/class="full|class="absent|strokes/);
    expect(missing.match(/class="absent/g)).toHaveLength(10);
    expect(hidden.match(/class="strokes/g)).toHaveLength(10);
  });
});

describe('QR code', () => {
  test.for([
    { name: 'nothing', rows: [], path: '' },
    { name: 'all light', rows: [[false, false]], path: '' },
    { name: 'runs are one piece', rows: [[true, true, false, true]], path: 'M0 0h2v1H0zM3 0h1v1H3z' },
    { name: 'rows stand below each other', rows: [[false], [true]], path: 'M0 1h1v1H0z' }
  ])('qrPath: $name', ({ rows, path }) => expect(qrPath(rows)).toBe(path));

  test('the path holds the modules of the code, with its quiet zone', () => {
    const { data, size } = encode('https://contoh.go.id/sasaran/64.02.06.1001/', { ecc: 'M', border: quietZone });
    const drawn = data.map((row) => row.map(() => false));
    for (const [, x, y, width] of qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
      for (let at = 0; at < Number(width); at++) drawn[Number(y)]![Number(x) + at] = true;
    }
    expect(drawn).toEqual(data);
    expect(data.slice(0, quietZone).flat()).not.toContain(true);
    expect(data[quietZone]!.slice(quietZone, quietZone + 7)).toEqual(Array.from({ length: 7 }, () => true));
    expect(size).toBe(data.length);
  });

  test('nothing before there is something to say', () => {
    expect(render(Qr, { props: { text: null, label: 'Alamat' } }).body).not.toContain('<svg');
    expect(render(Qr, { props: { text: 'x', label: 'Alamat' } }).body).not.toContain('<svg');
  });
});
