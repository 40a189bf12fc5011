import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Bands from '$lib/chart/Bands.svelte';
import { bandsGeometry, type BandRow, type BandsInput } from '$lib/chart/bands';
import { drawings } from '$lib/chart/size';

function row(kode: string, mid: number, half = 0.1, ranks: readonly [number | null, number | null] = [1, 9]): BandRow {
  return {
    kode,
    nama: `Desa ${kode}`,
    lo: Math.max(0, mid - half),
    mid,
    hi: Math.min(1, mid + half),
    rankLo: ranks[0],
    rankHi: ranks[1]
  };
}
const value = (rate: number) => `${Math.round(rate * 100)} %`;
function input(rows: readonly BandRow[], more: Partial<BandsInput> = {}): BandsInput {
  return { rows, whole: 0.4, each: 3, value, ...more };
}

/** Falling rates with a band of rank as wide as given. */
function many(count: number, width: number): BandRow[] {
  return Array.from({ length: count }, (_, at) =>
    row(String(at + 1).padStart(3, '0'), 1 - at / count, 0.05, [
      Math.max(1, at + 1 - width),
      Math.min(count, at + 1 + width)
    ])
  );
}

test.for([
  { name: 'none', rows: [], shown: 0, skipped: null },
  { name: 'one', rows: [row('a', 0.5)], shown: 1, skipped: null },
  { name: 'all equal', rows: [row('a', 0.5), row('b', 0.5), row('c', 0.5)], shown: 3, skipped: null },
  { name: 'as many as both ends show, and one more', rows: many(7, 0), shown: 7, skipped: null },
  { name: 'more than both ends show', rows: many(40, 2), shown: 6, skipped: 34 },
  { name: 'nothing and everything', rows: [row('a', 0, 0), row('b', 1, 0)], shown: 2, skipped: null }
])('bandsGeometry: $name', ({ rows, shown, skipped }) => {
  for (const drawing of drawings) {
    const geometry = bandsGeometry(input(rows), drawing);
    expect(geometry.rows).toHaveLength(shown);
    expect(geometry.between?.count ?? null).toBe(skipped);
    expect(JSON.stringify(geometry)).not.toMatch(/NaN|Infinity/);
    for (const { x1, x, x2, y } of geometry.rows) {
      expect(x1).toBeGreaterThanOrEqual(geometry.left);
      expect(x).toBeGreaterThanOrEqual(x1);
      expect(x2).toBeGreaterThanOrEqual(x);
      expect(x2).toBeLessThanOrEqual(geometry.right);
      expect(y).toBeLessThan(geometry.bottom);
    }
    expect(geometry.brackets.every(({ x }) => x < geometry.size.width)).toBe(true);
  }
});

test('highest first, equal rates by code, each with its place among all', () => {
  const { rows } = bandsGeometry(input([row('c', 0.5), row('b', 0.9), row('a', 0.5)]), 'desk');
  expect(rows.map(({ kode, place }) => [kode, place])).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 3]
  ]);
  const shown = bandsGeometry(input(many(40, 1)), 'desk').rows;
  expect(shown.map(({ place }) => place)).toEqual([1, 2, 3, 38, 39, 40]);
});

describe('brackets', () => {
  test.for([
    { name: 'each rank is certain: none', rows: many(6, 0), brackets: 0 },
    { name: 'no rank can be told: one over all', rows: many(6, 6), brackets: 1 },
    { name: 'both ends are unclear among themselves', rows: many(40, 3), brackets: 2 },
    {
      name: 'too small to rank',
      rows: [row('a', 0.9, 0.1, [null, null]), row('b', 0.1, 0.1, [null, null])],
      brackets: 1
    },
    { name: 'one row', rows: [row('a', 0.5)], brackets: 0 }
  ])('$name', ({ rows, brackets }) => {
    expect(bandsGeometry(input(rows), 'desk').brackets).toHaveLength(brackets);
  });

  test('only the rows that share a rank with the highest stand in its bracket', () => {
    const rows = [
      row('a', 0.9, 0.1, [1, 2]),
      row('b', 0.8, 0.1, [1, 3]),
      row('c', 0.6, 0.1, [3, 3]),
      row('d', 0.2, 0.1, [4, 4])
    ];
    const { brackets, rows: placed, rowHeight } = bandsGeometry(input(rows), 'desk');
    expect(brackets).toHaveLength(1);
    expect(brackets[0]!.y1).toBeGreaterThanOrEqual(placed[0]!.top);
    expect(brackets[0]!.y2).toBeLessThanOrEqual(placed[1]!.top + rowHeight);
    expect(brackets[0]!.y2).toBeGreaterThan(placed[1]!.y);
  });
});

test('no line for a whole that is hidden or missing', () => {
  expect(bandsGeometry(input(many(5, 1), { whole: null }), 'phone').wholeX).toBeNull();
});

describe('Bands', () => {
  const props = {
    language: 'id' as const,
    whole: 0.4,
    value,
    range: (lo: number, hi: number) => `${value(lo)}–${value(hi)}`,
    active: null,
    choose: () => {},
    label: 'Urutan desa'
  };

  test('draws for a phone and for anything wider, says what lies between and what cannot be told apart', () => {
    const { body } = render(Bands, { props: { ...props, rows: many(40, 3) } });
    expect(body).not.toMatch(/\sstyle=|NaN|undefined|Infinity/);
    expect(body.match(/role="img"/g)).toHaveLength(2);
    expect(body).toContain('… 24 lainnya di antaranya');
    expect(body).toContain('tidak dapat dibedakan urutannya');
    expect(body).toContain('<title>1. Desa 001: 100 % (95 %–100 %)</title>');
    expect(body.replaceAll(/\s+/g, ' ')).toContain('kabupaten 40 %');
  });

  test('without a row it says so', () => {
    expect(render(Bands, { props: { ...props, rows: [] } }).body).toContain('belum ada data');
  });
});
