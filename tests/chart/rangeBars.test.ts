import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeGeometry, type RangeRow } from '$lib/chart/rangeBars';
import { drawings, textWidth } from '$lib/chart/size';

const row = (low: number | null, high: number | null, label = 'Dana Alokasi Umum'): RangeRow => ({
  key: `${label}${low}${high}`,
  label,
  low,
  high,
  lowText: low === null ? '' : String(Math.round(low)),
  highText: high === null ? '–' : String(Math.round(high)),
  isStrong: true
});

describe('bars about a centre line', () => {
  test('a longer swing is a longer bar, and both cross the centre', () => {
    const { rows, centreX } = rangeGeometry({ rows: [row(-60, 40), row(-10, 5)], centre: 0 }, 'tablet');
    const [long, short] = rows.map(({ bar }) => bar!);
    expect(long!.width).toBeGreaterThan(short!.width);
    for (const { x, width } of [long!, short!]) {
      expect(x).toBeLessThan(centreX);
      expect(x + width).toBeGreaterThan(centreX);
    }
  });

  test('a value that is not known has no bar', () => {
    expect(rangeGeometry({ rows: [row(null, null)], centre: 0 }, 'phone').rows[0]!.bar).toBeNull();
  });

  test('without rows the drawing has no bars and a finite height', () => {
    const { rows, size } = rangeGeometry({ rows: [], centre: 0 }, 'phone');
    expect(rows).toEqual([]);
    expect(size.height).toBeGreaterThan(0);
  });

  test.each(drawings)('on a %s everything printed stays inside, and rows never overlap', (drawing) => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const rows = fc.array(
      fc.tuple(value, value, fc.constantFrom('DAU', 'Permakanan lanjut usia dan penyandang disabilitas telantar')),
      { minLength: 1, maxLength: 12 }
    );
    fc.assert(
      fc.property(rows, value, (list, centre) => {
        const shown = list.map(([a, b, label], at) => ({
          ...row(Math.min(a, b), Math.max(a, b), label),
          key: `${at}`
        }));
        const { rows: placed, size } = rangeGeometry({ rows: shown, centre }, drawing);
        for (const [at, one] of placed.entries()) {
          expect(one.lowX - textWidth(one.lowText, size.fontSize)).toBeGreaterThanOrEqual(-0.5);
          expect(one.highX + textWidth(one.highText, size.fontSize)).toBeLessThanOrEqual(size.width + 0.5);
          expect(one.y + one.height).toBeLessThanOrEqual(size.height);
          const next = placed[at + 1];
          if (next) expect(next.y).toBeGreaterThanOrEqual(one.y + one.height);
        }
      })
    );
  });
});

test('a name in capitals has room on a phone, where it takes more lines', () => {
  const label = 'PROGRAM PENGELOLAAN TAMAN MAKAM PAHLAWAN';
  const row = { key: 'a', label, low: 0, high: 1, lowText: '', highText: '1', isStrong: true };
  const capitals = rangeGeometry({ rows: [row], centre: 0 }, 'phone').rows[0]!.lines;
  const small = rangeGeometry({ rows: [{ ...row, label: label.toLowerCase() }], centre: 0 }, 'phone').rows[0]!.lines;
  expect([capitals.length, small.length]).toEqual([2, 1]);
  expect(capitals.join(' ')).toBe(label);
});
