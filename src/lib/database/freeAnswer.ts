import type { Table } from 'apache-arrow';

/** What the values of a column of a free answer are, as far as reading and sorting them needs. */
export type FreeKind = 'text' | 'integer' | 'decimal' | 'double' | 'boolean' | 'date' | 'timestamp';

export interface FreeColumn {
  name: string;
  kind: FreeKind;
  /** Digits after the decimal point of a `decimal`; else 0. */
  scale: number;
}

/** What a free question answered. */
export interface FreeAnswer {
  columns: readonly FreeColumn[];
  /** Rows that are here. */
  length: number;
  /** There are more rows than are here. */
  isCut: boolean;
  /**
   * Rows from one index up to another, in the order of the answer: exact text as DuckDB writes it, null for NULL. A text longer than
   * `longestCell` characters ends in "…" there.
   */
  rows(from: number, to: number): (string | null)[][];
}

/** The most rows that are fetched; an answer may have more. */
export const mostRows = 100_000;
/** The most characters of one cell. */
export const longestCell = 10_000;

/** The columns of an answer, from an empty table of it. Types of which reading needs nothing else are text. */
export function freeColumns(table: Table): FreeColumn[] {
  return table.schema.fields.map(({ name, type }) => {
    const [, scale] = /^Decimal\[\d+e([+-]?\d+)\]$/.exec(String(type)) ?? [];
    if (scale !== undefined) return { name, kind: Number(scale) > 0 ? 'decimal' : 'integer', scale: Number(scale) };
    return { name, kind: kindOf(String(type)), scale: 0 };
  });
}

function kindOf(arrowType: string): FreeKind {
  if (/^U?[Ii]nt\d+$/.test(arrowType)) return 'integer';
  if (/^Float\d+$/.test(arrowType)) return 'double';
  if (arrowType === 'Bool') return 'boolean';
  if (arrowType.startsWith('Date')) return 'date';
  return arrowType.startsWith('Timestamp') ? 'timestamp' : 'text';
}

/** Lines that `asText` puts above a statement; errors of the engine count them. */
export const linesAbove = 1;

/** The statement as a subquery that gives no rows, so that its columns can be read without working it out. */
export function asColumns(sql: string): string {
  return `FROM (\n${sql}\n) AS jawaban LIMIT 0`;
}

/** The statement as a subquery of which every value comes as text, so that no type loses digits on its way, and no more than can be held. */
export function asText(sql: string, columns: number): string {
  const names = Array.from({ length: columns }, (_, index) => `k${index}`);
  const texts = names.map((name) => `left(CAST(${name} AS VARCHAR), ${longestCell + 1}) AS ${name}`);
  return `SELECT ${texts.join(', ')} FROM (\n${sql}\n) AS jawaban(${names.join(', ')}) LIMIT ${mostRows + 1}`;
}

/** An answer of which every column came as text. */
export function freeAnswer(columns: readonly FreeColumn[], table: Table, isCut: boolean): FreeAnswer {
  const vectors = columns.map((_, index) => table.getChildAt(index));
  const cell = (value: unknown): string | null => {
    if (value === null || value === undefined) return null;
    const text = String(value);
    return text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
  };
  const length = Math.min(table.numRows, mostRows);
  return {
    columns,
    length,
    isCut: isCut || table.numRows > mostRows,
    rows: (from, to) =>
      Array.from({ length: Math.max(0, Math.min(to, length) - from) }, (_, index) =>
        vectors.map((vector) => cell(vector?.get(from + index)))
      )
  };
}
