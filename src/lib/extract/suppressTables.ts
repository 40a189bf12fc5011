import type { LinearSolver } from '$lib/model/cuts/linear';
import { suppress } from '$lib/model/disclosure/suppress';
import type { ExtractTables, Row } from './assemble';
import { publishedSystem, type PublishedSystem } from './disclosureSystem';
import { hiddenByRow, peopleCounts, type PeopleTable, peopleTables } from './peopleCounts';
import { hiddenBefore, neverReleased, type Released } from './released';
import { followingHidden } from './protectRules';
import { smallestPublished } from '$lib/contract/values';

export interface SuppressTablesOptions {
  /** Smallest count that shows, other than 0; default 10. */
  k?: number | undefined;
  /** What former releases said. */
  released?: Released | undefined;
  /** Hears how many hidden counts are protected, of how many. */
  onCell?: ((done: number, all: number) => void) | undefined;
}

/**
 * Hides what else must be hidden of tables that `protect` gave, so that over all of them together nothing hidden can be computed or
 * narrowed to fewer than k - 1 people. What cannot be protected by hiding stays as it is: the audit of what was written says so and refuses.
 * `solver` is asked for when something is hidden.
 */
export async function suppressTables(
  exact: ExtractTables,
  primary: ExtractTables,
  solver: () => Promise<LinearSolver>,
  { k = smallestPublished, released = neverReleased, onCell }: SuppressTablesOptions = {}
): Promise<ExtractTables> {
  const shown = withFormerMasks(primary, released);
  const published = publishedSystem(exact, shown, k, released);
  if (published.hidden.size === 0) return shown;
  const { hidden } = await suppress(published.system, await solver(), { onCell: onCell ?? (() => {}) });
  return hideCells(shown, published, hidden);
}

/** A revision keeps the mask: what a release hid stays hidden. */
function withFormerMasks(tables: ExtractTables, released: Released): ExtractTables {
  const masked = peopleTables.flatMap((table) =>
    tables[table]
      ? [
          [
            table,
            tables[table].map((row) => withColumnsHidden(table, row, hiddenBefore(table, row, released)))
          ] as const
        ]
      : []
  );
  return { ...tables, ...Object.fromEntries(masked) };
}

/** The tables with more cells hidden, and with them the money and ages that would give them away. */
function hideCells(tables: ExtractTables, { places }: PublishedSystem, cells: Iterable<number>): ExtractTables {
  const columns = new Map<Row, { table: PeopleTable; names: Set<string> }>();
  for (const cell of cells) {
    const place = places[cell];
    if (!place) continue;
    const one = columns.get(place.row) ?? { table: place.table, names: new Set<string>() };
    one.names.add(place.column);
    columns.set(place.row, one);
  }
  const hide = (row: Row): Row => {
    const more = columns.get(row);
    if (more === undefined) return row;
    const names = hiddenByRow.has(more.table) ? peopleCounts[more.table] : [...more.names];
    return withColumnsHidden(more.table, row, names);
  };
  return {
    ...tables,
    ...Object.fromEntries(peopleTables.flatMap((table) => (tables[table] ? [[table, tables[table].map(hide)]] : [])))
  };
}

function withColumnsHidden(table: PeopleTable, row: Row, names: readonly string[]): Row {
  const before = (row.kolom_tersembunyi ?? []) as readonly string[];
  const delivered = names.filter((name) => row[name] !== null);
  if (delivered.length === 0) return row;
  const counts = [...new Set([...before, ...delivered])];
  const nulls = (columns: readonly string[]) => Object.fromEntries(columns.map((name) => [name, null]));
  if (hiddenByRow.has(table)) return { ...row, ...nulls(delivered), disembunyikan: true };
  const following = followingHidden(table, row, new Set(counts)).filter((name) => (row[name] ?? null) !== null);
  const hidden = [...new Set([...counts, ...following])].sort();
  return { ...row, ...nulls([...delivered, ...following]), disembunyikan: true, kolom_tersembunyi: hidden };
}

/** How much of a table is hidden, for the publisher: counts by reason, and the share of people in hidden counts. */
export interface HiddenInTable {
  table: PeopleTable;
  /** Counts of people, hidden or not. */
  cells: number;
  /** Hidden because they are 1 to k - 1. */
  few: number;
  /** Hidden because they say something of everybody, or because their row would give few away. */
  row: number;
  /** Hidden because another row or table would give few away. */
  others: number;
  /** People in hidden counts ÷ people in all counts, a ratio; null where there is nobody. A person counts once in every count. */
  share: number | null;
}

/** What was hidden and why. `exact` are the counts before hiding, `primary` what `protect` gave, `shown` what goes out. */
export function hiddenReport(
  exact: ExtractTables,
  primary: ExtractTables,
  shown: ExtractTables,
  k = smallestPublished
): HiddenInTable[] {
  const { system, places, hidden } = publishedSystem(exact, shown, k);
  const before = new Set(publishedIds(exact, primary, k));
  return peopleTables.flatMap((table) => {
    const cells = system.cells.map((cell, i) => ({ ...cell, i })).filter(({ i }) => places[i]?.table === table);
    if (cells.length === 0) return [];
    const gone = cells.filter(({ i }) => hidden.has(i));
    const few = gone.filter(({ value }) => value > 0 && value < k);
    const row = gone.filter(({ id, value }) => !(value > 0 && value < k) && before.has(id));
    const people = (some: readonly { value: number }[]) => some.reduce((sum, { value }) => sum + value, 0);
    const share = people(cells) === 0 ? null : people(gone) / people(cells);
    return [
      {
        table,
        cells: cells.length,
        few: few.length,
        row: row.length,
        others: gone.length - few.length - row.length,
        share
      }
    ];
  });
}

function publishedIds(exact: ExtractTables, shown: ExtractTables, k: number): string[] {
  const { system, hidden, places } = publishedSystem(exact, shown, k);
  return [...hidden].filter((cell) => places[cell] !== null).map((cell) => system.cells[cell]!.id);
}
