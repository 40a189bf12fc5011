import { expect, test } from 'vitest';
import { parseDate, serialDate } from '$lib/source/date';

test.for([
  { text: '2022-09-12', expected: '2022-09-12' },
  { text: '12/09/2022', expected: '2022-09-12' },
  { text: '1-2-2025', expected: '2025-02-01' },
  { text: '31.12.2024', expected: '2024-12-31' },
  { text: '2024/2/29', expected: '2024-02-29' },
  { text: '12 Nopember 2022', expected: '2022-11-12' },
  { text: '5 Agt 2023', expected: '2023-08-05' },
  { text: '17 August 1945', expected: '1945-08-17' },
  { text: '2025-01-05T23:59:59.5+08:00', expected: '2025-01-05' },
  { text: '05/01/2025 07:30 WITA', expected: '2025-01-05' },
  { text: '29/02/2023', expected: null },
  { text: '12/31/2022', expected: null },
  { text: '12/09/22', expected: null },
  { text: '12/09-2022', expected: null },
  { text: '12 Brumaire 2022', expected: null },
  { text: '', expected: null }
])('parseDate: "$text" is $expected', ({ text, expected }) => expect(parseDate(text)).toBe(expected));

test.for([
  { serial: 61, expected: '1900-03-01' },
  { serial: 45658, expected: '2025-01-01' },
  { serial: 45658.99, expected: '2025-01-01' },
  { serial: 60, expected: null },
  { serial: NaN, expected: null },
  { serial: 3_000_000, expected: null }
])('serialDate: $serial is $expected', ({ serial, expected }) => expect(serialDate(serial)).toBe(expected));
