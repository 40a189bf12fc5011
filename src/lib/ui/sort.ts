import type { DataCell, DataColumn, DataTable } from '$lib/format/table';
import type { Language } from '$lib/text/language';

/** How a table is ordered; null keeps the order it came in. */
export type Sort = { key: string; descending: boolean } | null;
type Row = DataTable['rows'][number];

/** Rows in the order of one column. Numbers come first, then words in their place (hidden), and what is not known last, either way; equals keep their order. */
export function sortRows(rows: readonly Row[], sort: Sort, language: Language): readonly Row[] {
  if (sort === null) return rows;
  const words = new Intl.Collator(language, { numeric: true });
  const direction = sort.descending ? -1 : 1;
  return [...rows].sort((first, second) => {
    const [a, b] = [first[sort.key] ?? null, second[sort.key] ?? null];
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return direction * (typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b)));
  });
}

function rank(cell: DataCell): number {
  return typeof cell === 'number' ? 0 : cell === null ? 2 : 1;
}

/** Rows with every word of a search somewhere in their text, regardless of case and accents. An empty search keeps all. */
export function searchRows(rows: readonly Row[], search: string): readonly Row[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = plain(
      Object.values(row)
        .filter((cell) => typeof cell === 'string')
        .join(' ')
    );
    return words.every((word) => text.includes(word));
  });
}

/** The order after a press on a heading: numbers begin with the largest, text with A; the second press turns it, the third ends it. */
export function nextSort(sort: Sort, column: DataColumn): Sort {
  const descendingFirst = column.kind !== 'text';
  if (sort?.key !== column.key) return { key: column.key, descending: descendingFirst };
  return sort.descending === descendingFirst ? { key: column.key, descending: !descendingFirst } : null;
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
