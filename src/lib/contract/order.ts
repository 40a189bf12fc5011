/** A value of a contract row, as `RowOf` types it. */
export type CellValue = string | number | bigint | boolean | readonly (string | number)[] | null;

/**
 * Compares two rows by the given columns as the writer's ORDER BY does: text by code point, false before true, null last.
 * Negative when `a` comes first, 0 when their keys are equal.
 */
export function compareKeys(
  a: Record<string, CellValue>,
  b: Record<string, CellValue>,
  key: readonly string[]
): number {
  for (const name of key) {
    const order = compareValues(a[name] ?? null, b[name] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** Rows in the order in which a table is written; the argument is left as it is. */
export function sortedByKey<Row extends object>(rows: readonly Row[], key: readonly string[]): Row[] {
  return [...rows].sort((a, b) => compareKeys(a as Record<string, CellValue>, b as Record<string, CellValue>, key));
}

function compareValues(a: CellValue, b: CellValue): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** JavaScript compares UTF-16 units, which puts a surrogate pair before U+E000 to U+FFFF; DuckDB compares code points. */
function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  return unit >= 0xe000 ? unit - 0x800 : unit >= 0xd800 ? unit + 0x2000 : unit;
}
