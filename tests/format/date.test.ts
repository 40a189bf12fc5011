import { expect, test } from 'vitest';
import { endOfMonth, formatDate, formatMonth, formatMonthSpan, formatMonthYear } from '$lib/format/date';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('months have the names of each language', () => {
  expect(Array.from({ length: 12 }, (_, m) => formatMonth(m + 1, 'id', 'short')).join(' ')).toBe(
    'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'
  );
  expect(formatMonth(8, 'en')).toBe('August');
  expect(plain(formatMonthYear(2026, 10, 'id'))).toBe('Oktober 2026');
});

test.for([
  { name: 'a date', date: '2026-10-31', id: '31 Oktober 2026', en: '31 October 2026' },
  { name: 'first of the month without a zero', date: '2026-05-01', id: '1 Mei 2026', en: '1 May 2026' },
  { name: 'leap day', date: '2024-02-29', id: '29 Februari 2024', en: '29 February 2024' },
  { name: 'a day that does not exist', date: '2026-02-29', id: '–', en: '–' },
  { name: 'not a date', date: '31/10/2026', id: '–', en: '–' },
  { name: 'missing', date: null, id: '–', en: '–' }
])('formatDate: $name', ({ date, id, en }) => {
  expect(plain(formatDate(date, 'id'))).toBe(id);
  expect(plain(formatDate(date, 'en'))).toBe(en);
});

test('what is not a month prints as missing', () => {
  for (const bulan of [0, 13, 1.5, null, undefined]) expect(formatMonth(bulan, 'id')).toBe('–');
  expect(formatMonthYear(null, 3, 'id')).toBe('–');
  expect(endOfMonth(2026, 13)).toBeNull();
});

test('spans and ends of months', () => {
  expect(plain(formatMonthSpan(2026, 1, 10, 'id'))).toBe('Januari–Oktober 2026');
  expect(plain(formatMonthSpan(2026, 1, 1, 'en'))).toBe('January 2026');
  expect(formatMonthSpan(2026, null, 10, 'id')).toBe('–');
  expect(endOfMonth(2024, 2)).toBe('2024-02-29');
  expect(endOfMonth(2026, 10)).toBe('2026-10-31');
});
