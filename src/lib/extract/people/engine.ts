import type { PeopleSheet } from '$lib/source/people/sheet';

/** A value the engine gives back: every column of a question ends in VARCHAR, INTEGER, DOUBLE or BOOLEAN, the same on both engines. */
export type EngineValue = string | number | boolean | null;
export type EngineRow = Readonly<Record<string, EngineValue>>;

/** What came of loading a sheet. */
export interface LoadedSheet {
  /** Rows in the table, in the order of the file: `rowid` + the sheet's first row is the row a spreadsheet shows. */
  rows: number;
  /** Lines of a csv that are no rows of its table (too many cells, a quote that never closes), by line; never their content. */
  broken: readonly number[];
}

/**
 * The DuckDB in which people are linked and counted: in memory, with spill files in a private folder that is always removed. Its SQL runs
 * on the native and on the browser's engine alike, so it uses no extension and nothing that only one of them has.
 */
export interface PeopleEngine {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<EngineRow[]>;
  /** Makes table `table` with one VARCHAR column for each role of the sheet; a blank cell is null, every other column is left out. */
  load(sheet: PeopleSheet, table: string): Promise<LoadedSheet>;
}

/** A text as SQL writes it. For codes of ours; what people wrote in a file stays in the engine. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A whole number that the engine gave; null stays null. */
export function wholeOf(value: EngineValue | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** A sum of sen, which the engine hands over as text since it may exceed what a double holds; null stays null. */
export function senOf(value: EngineValue | undefined): bigint | null {
  return value === null || value === undefined ? null : BigInt(value as string | number);
}
