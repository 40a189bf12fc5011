import { describe, expect, test } from 'vitest';
import { notReadingText, rowsText, sqlFaults, wrongAtText } from '$lib/text/sqlConsole';

describe('how many rows there are', () => {
  test.for([
    { shown: 1, fetched: 1, isCut: false, id: '1 baris.', en: '1 row.' },
    { shown: 20, fetched: 20, isCut: false, id: '20 baris.', en: '20 rows.' },
    {
      shown: 1000,
      fetched: 2519,
      isCut: false,
      id: '1.000 baris pertama tampak; 1.519 baris lagi. CSV memuat 2.519 baris.',
      en: 'The first 1,000 rows are shown; 1,519 more. The CSV has 2,519 rows.'
    },
    {
      shown: 1000,
      fetched: 100_000,
      isCut: true,
      id: '1.000 baris pertama tampak; lebih dari 99.000 baris lagi. CSV memuat 100.000 baris pertama.',
      en: 'The first 1,000 rows are shown; more than 99,000 more. The CSV has the first 100,000 rows.'
    },
    {
      shown: 700,
      fetched: 700,
      isCut: true,
      id: '700 baris pertama tampak; masih ada baris lain. CSV memuat 700 baris pertama.',
      en: 'The first 700 rows are shown; there are more. The CSV has the first 700 rows.'
    }
  ])('$shown of $fetched, cut: $isCut', ({ shown, fetched, isCut, id, en }) =>
    expect(rowsText(shown, fetched, isCut)).toEqual({ id, en })
  );
});

test('what is wrong is said with its place, as far as that is known', () => {
  expect(wrongAtText({ line: 3, column: 7 }).id).toBe(
    'Kueri ini tidak dapat dijalankan: lihat baris 3, huruf ke-7. Kata DuckDB:'
  );
  expect(wrongAtText({ line: 3, column: null }).en).toBe('This query cannot be run: see line 3. DuckDB says:');
  expect(wrongAtText(null).id).toBe('Kueri ini tidak dapat dijalankan. Kata DuckDB:');
});

test('a statement that does more than read is named, a sign is not', () => {
  expect(notReadingText('DROP').id).toMatch(/bukan “DROP”\.$/);
  expect(notReadingText('other').en).toMatch(/or EXPLAIN\.$/);
});

test('every fault of the engine has its sentence', () =>
  expect(Object.keys(sqlFaults).toSorted()).toEqual([
    'blocked',
    'damaged',
    'memory',
    'missing',
    'network',
    'stopped',
    'unsupported'
  ]));
