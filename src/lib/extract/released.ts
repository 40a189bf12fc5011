import type { ExtractTables, Row } from './assemble';
import { moneyOf } from './protectRules';
import { hiddenByRow, peopleCounts, type PeopleTable, peopleTables, placeOf } from './peopleCounts';

/** What former releases said of counts of people; a release holds no hidden values, so neither does this. */
export interface Released {
  /** Values that were shown of a count, oldest first; empty where it never was. */
  shown(table: PeopleTable, row: Row, column: string): readonly number[];
  /** Whether a release hid the count. */
  wasHidden(table: PeopleTable, row: Row, column: string): boolean;
}

/** Nothing was released before. */
export const neverReleased: Released = { shown: () => [], wasHidden: () => false };

/** What these releases said, oldest first. */
export function releasedCounts(former: readonly ExtractTables[]): Released {
  const shown = new Map<string, number[]>();
  const hidden = new Set<string>();
  for (const tables of former)
    for (const table of peopleTables)
      for (const row of tables[table] ?? [])
        for (const column of peopleCounts[table]) {
          const id = `${placeOf(table, row)} ${column}`;
          const value = row[column];
          if (typeof value === 'number') shown.set(id, [...(shown.get(id) ?? []), value]);
          else if (isHiddenHere(table, row, column)) hidden.add(id);
        }
  return {
    shown: (table, row, column) => shown.get(`${placeOf(table, row)} ${column}`) ?? [],
    wasHidden: (table, row, column) => hidden.has(`${placeOf(table, row)} ${column}`)
  };
}

function isHiddenHere(table: PeopleTable, row: Row, column: string): boolean {
  if (hiddenByRow.has(table)) return row.disembunyikan === true;
  return ((row.kolom_tersembunyi ?? []) as readonly string[]).includes(column);
}

/** Counts that a release hid, by row: a revision keeps the mask (methods §5.1). */
export function hiddenBefore(table: PeopleTable, row: Row, released: Released): string[] {
  return peopleCounts[table].filter((column) => released.wasHidden(table, row, column));
}

/**
 * The value that goes out for a count: the new one where it differs from every released one by 0 or by k or more, else the last released
 * one, since the difference of two releases is a number of people too (methods §5.2).
 */
export function heldValue(value: number, before: readonly number[], k: number): number {
  const tooClose = before.some((one) => one !== value && Math.abs(one - value) < k);
  return tooClose ? before.at(-1)! : value;
}

/**
 * The tables with every count held that has not moved far enough since it was released, and how many were. Money of held counts is hidden:
 * it would tell the new count.
 */
export function withHeld(
  tables: ExtractTables,
  released: Released,
  k: number
): { tables: ExtractTables; held: number } {
  let held = 0;
  const hold = (table: PeopleTable, row: Row): Row => {
    const kept = peopleCounts[table].flatMap((column) => {
      const value = row[column];
      if (typeof value !== 'number') return [];
      const out = heldValue(value, released.shown(table, row, column), k);
      return out === value ? [] : [[column, out] as const];
    });
    if (kept.length === 0) return row;
    held += kept.length;
    const names = new Set<string>(kept.map(([column]) => column));
    const money = Object.entries(moneyOf[table] ?? {}).flatMap(([column, counts]) =>
      counts.some((name) => names.has(name)) && (row[column] ?? null) !== null ? [column] : []
    );
    const changed = { ...row, ...Object.fromEntries(kept) };
    if (money.length === 0) return changed;
    const before = (row.kolom_tersembunyi ?? []) as readonly string[];
    return {
      ...changed,
      ...Object.fromEntries(money.map((column) => [column, null])),
      disembunyikan: true,
      kolom_tersembunyi: [...new Set([...before, ...money])].sort()
    };
  };
  const out = peopleTables.flatMap((table) =>
    tables[table] ? [[table, tables[table].map((row) => hold(table, row))] as const] : []
  );
  return { tables: { ...tables, ...Object.fromEntries(out) }, held };
}
