import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPercent, formatRupiah } from '$lib/format/number';
import { compact } from '$lib/view/compact';

test('compact: whole numbers, text, null and shape stay; only long fractions are cut', () => {
  const view = {
    rupiah: 60836641000,
    rate: 0.679199999123,
    nama: 'Dinas',
    none: null,
    list: [0.1, 263866610.7455718],
    yes: true
  };
  expect(compact(view)).toEqual({ ...view, rate: 0.6792, list: [0.1, 263866611] });
});

test('compact: a rate just below a half is not printed as the next one', () => {
  expect(compact(1.177499)).toBe(1.177499);
  expect(compact(1.177412)).toBe(1.17741);
});

test('compact: what a page prints of a rate or of rupiah does not change', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 1, max: 10 ** 12 }), (millionths, rupiah) => {
      const rate = millionths / 1_000_000;
      expect(formatPercent(compact(rate), 'id')).toBe(formatPercent(rate, 'id'));
      expect(formatRupiah(compact(rupiah), 'id')).toBe(formatRupiah(rupiah, 'id'));
    })
  );
});
