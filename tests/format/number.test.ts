import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formatInUnit,
  formatNumber,
  formatPercent,
  formatPercentRange,
  formatPoints,
  formatRupiah,
  formatRupiahShort,
  rupiahUnit
} from '$lib/format/number';

test.for([
  { name: 'miliar with one decimal', rupiah: 10_612_345_678, id: 'Rp10,6 M', en: 'Rp10.6 bn' },
  { name: 'juta from a hundred on without decimals', rupiah: 462_100_000, id: 'Rp462 jt', en: 'Rp462 m' },
  { name: 'triliun', rupiah: 7_110_000_000_000, id: 'Rp7,1 T', en: 'Rp7.1 tn' },
  { name: 'juta below a hundred keeps one decimal', rupiah: 2_940_000, id: 'Rp2,9 jt', en: 'Rp2.9 m' },
  { name: 'below a million every digit', rupiah: 200_000, id: 'Rp200.000', en: 'Rp200,000' },
  { name: 'rounding lifts juta into miliar', rupiah: 999_950_000, id: 'Rp1,0 M', en: 'Rp1.0 bn' },
  { name: 'just below that it stays in juta', rupiah: 999_499_999, id: 'Rp999 jt', en: 'Rp999 m' },
  { name: 'rounding lifts miliar into triliun', rupiah: 999_500_000_000, id: 'Rp1,0 T', en: 'Rp1.0 tn' },
  { name: 'rounding lifts rupiah into juta', rupiah: 999_999.6, id: 'Rp1,0 jt', en: 'Rp1.0 m' },
  { name: 'rounding to a hundred drops the decimal', rupiah: 99_960_000_000, id: 'Rp100 M', en: 'Rp100 bn' },
  { name: 'thousands of triliun are grouped', rupiah: 3_842_700_000_000_000, id: 'Rp3.843 T', en: 'Rp3,843 tn' },
  { name: 'zero', rupiah: 0, id: 'Rp0', en: 'Rp0' },
  { name: 'negative zero has no sign', rupiah: -0, id: 'Rp0', en: 'Rp0' },
  { name: 'what rounds to zero has no sign', rupiah: -0.4, id: 'Rp0', en: 'Rp0' },
  { name: 'negative with a true minus', rupiah: -6_700_000_000, id: '−Rp6,7 M', en: '−Rp6.7 bn' },
  { name: 'missing', rupiah: null, id: '–', en: '–' },
  { name: 'not a number', rupiah: Number.NaN, id: '–', en: '–' },
  { name: 'infinite', rupiah: Number.POSITIVE_INFINITY, id: '–', en: '–' }
])('formatRupiahShort: $name', ({ rupiah, id, en }) => {
  expect(formatRupiahShort(rupiah, 'id')).toBe(id.replace(' ', '\u00a0'));
  expect(formatRupiahShort(rupiah, 'en')).toBe(en.replace(' ', '\u00a0'));
});

test('formatRupiahShort never prints a thousand of a unit below triliun', () => {
  fc.assert(
    fc.property(fc.double({ min: -999e9, max: 999e9, noNaN: true }), (rupiah) => {
      const text = formatRupiahShort(rupiah, 'id');
      if (/ (M|jt)$/.test(text)) expect(text).toMatch(/^−?Rp\d{1,3}(,\d)?\u00a0/);
    })
  );
});

test.for([
  { name: 'full digits', rupiah: 55_234_567_890, id: 'Rp55.234.567.890', en: 'Rp55,234,567,890' },
  { name: 'sen where there are any', rupiah: 1234.5, id: 'Rp1.234,50', en: 'Rp1,234.50' },
  { name: 'a third of a sen is not shown', rupiah: 1000.001, id: 'Rp1.000', en: 'Rp1,000' },
  { name: 'negative', rupiah: -1000, id: '−Rp1.000', en: '−Rp1,000' },
  { name: 'zero', rupiah: 0, id: 'Rp0', en: 'Rp0' },
  { name: 'missing', rupiah: null, id: '–', en: '–' }
])('formatRupiah: $name', ({ rupiah, id, en }) => {
  expect(formatRupiah(rupiah, 'id')).toBe(id);
  expect(formatRupiah(rupiah, 'en')).toBe(en);
});

test.for([
  { name: 'one decimal', ratio: 0.613, id: '61,3 %', en: '61.3%' },
  { name: 'a half rounds up as on paper', ratio: 0.0105, digits: 1, id: '1,1 %', en: '1.1%' },
  { name: 'whole', ratio: 0.545, digits: 0, id: '55 %', en: '55%' },
  { name: 'above one', ratio: 1.034, id: '103,4 %', en: '103.4%' },
  { name: 'negative', ratio: -0.48, digits: 0, id: '−48 %', en: '−48%' },
  { name: 'rounds to zero without a sign', ratio: -0.0004, id: '0,0 %', en: '0.0%' },
  { name: 'huge', ratio: 123.456, id: '12.345,6 %', en: '12,345.6%' },
  { name: 'missing', ratio: null, id: '–', en: '–' }
])('formatPercent: $name', ({ ratio, digits, id, en }) => {
  const options = digits === undefined ? {} : { digits };
  expect(formatPercent(ratio, 'id', options)).toBe(id.replace(' ', '\u00a0'));
  expect(formatPercent(ratio, 'en', options)).toBe(en);
});

test.for([
  { name: 'a range', low: 0.84, high: 0.95, id: '84–95 %', en: '84–95%' },
  { name: 'no width', low: 0.9, high: 0.9, id: '90 %', en: '90%' },
  { name: 'from below zero', low: -0.02, high: 0.03, id: '−2 sampai 3 %', en: '−2 to 3%' },
  { name: 'missing end', low: 0.9, high: null, id: '–', en: '–' }
])('formatPercentRange: $name', ({ low, high, id, en }) => {
  expect(formatPercentRange(low, high, 'id')).toBe(id.replace(' %', '\u00a0%'));
  expect(formatPercentRange(low, high, 'en')).toBe(en);
});

test('points: signed, singular in English, missing', () => {
  expect(formatPoints(-0.067, 'id')).toBe('−6,7\u00a0poin');
  expect(formatPoints(0.067, 'en', { sign: 'always' })).toBe('+6.7\u00a0points');
  expect(formatPoints(0.01, 'en')).toBe('1.0\u00a0point');
  expect(formatPoints(0.11, 'en', { digits: 0 })).toBe('11\u00a0points');
  expect(formatPoints(null, 'id')).toBe('–');
});

test('one unit serves a whole figure, and a step too small for it names its own', () => {
  const unit = rupiahUnit(62_400_000_000);
  expect(unit.name.id).toBe('Rp miliar');
  expect(formatInUnit(62_400_000_000, unit, 'id')).toBe('62,4');
  expect(formatInUnit(700_000_000, unit, 'id', 'always')).toBe('+0,7');
  expect(formatInUnit(-12_000_000, unit, 'id', 'always')).toBe('−Rp12,0\u00a0jt');
  expect(formatInUnit(0, unit, 'id', 'always')).toBe('0,0');
  expect(formatInUnit(null, unit, 'id')).toBe('–');
  expect(rupiahUnit(0).divisor).toBe(1);
});

test('formatNumber never shows a sign on what prints as zero', () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: 0, max: 3 }), (value, digits) => {
      const text = formatNumber(value, 'id', { digits, sign: 'always' });
      if (/^[+−]/.test(text)) expect(text).toMatch(/[1-9]/);
    })
  );
});
