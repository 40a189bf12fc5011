import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, type LoadedSheet } from '$lib/extract/people/engine';
import type { PeopleBody, PeopleSheet } from '$lib/source/people/sheet';

/** A csv as it was recognised: DuckDB reads the file itself. */
export type CsvBody = Extract<PeopleBody, { kind: 'csv' }>;

/** Cells a row may have beyond the header's before it counts as broken, so that trailing separators do no harm. */
const spareColumns = 8;
/** The reader's own limit of a line is 2 MB; a quote that never closes would otherwise eat the rest of the file without a word. */
const longestLine = 2_000_000;

/**
 * Makes a table of a csv with DuckDB's reader, one VARCHAR column for each role. Read strictly first, in parallel; only where lines have
 * more or fewer cells than the header is it read again, slowly, with short lines filled up. What then does not fit is counted by line.
 */
export async function csvTable(
  connection: DuckDBConnection,
  sheet: PeopleSheet,
  body: CsvBody,
  path: string,
  table: string
): Promise<LoadedSheet> {
  const width = Math.max(body.width, ...Object.values(sheet.columns).map((index) => index + 1));
  const strict = await read(connection, sheet, body, { path, table, width, filled: false });
  // A quote that never closes would, with short lines filled up, take the rest of the file into one cell without a word.
  if (strict.broken.length === 0 || strict.hasOpenQuote) return strict;
  await connection.run(`DROP TABLE ${table}`);
  return read(connection, sheet, body, { path, table, width, filled: true });
}

interface Reading {
  path: string;
  table: string;
  width: number;
  /** Short lines are filled up with null; needs one thread where quoted cells hold line breaks. */
  filled: boolean;
}

async function read(
  connection: DuckDBConnection,
  sheet: PeopleSheet,
  body: CsvBody,
  { path, table, width, filled }: Reading
): Promise<LoadedSheet & { hasOpenQuote: boolean }> {
  const extra = filled ? spareColumns : 0;
  const name = (index: number): string => `k${index}`;
  const all = Array.from({ length: width + extra }, (_, index) => name(index));
  const roles = Object.entries(sheet.columns).map(([role, index]) => `${name(index)} AS "${role}"`);
  const quoted = body.quote === '' ? `''` : literal(body.quote);
  const source = `read_csv(${literal(path)}, auto_detect = false, header = false, skip = ${body.skipRows}, delim = ${literal(body.delimiter)},
    quote = ${quoted}, escape = ${quoted}, max_line_size = ${longestLine}, ignore_errors = true, store_rejects = true,
    null_padding = ${filled}, parallel = ${!filled}, columns = {${all.map((column) => `'${column}': 'VARCHAR'`).join(', ')}})`;
  const spare = all.slice(width).map((column) => `coalesce(trim(${column}), '') <> ''`);
  await connection.run(
    `CREATE TABLE ${table} AS SELECT ${roles.join(', ')}${filled ? `, (${spare.join(' OR ')}) AS berlebih` : ''} FROM ${source}`
  );
  const broken = await numbers(connection, 'SELECT DISTINCT line::INTEGER AS n FROM reject_errors ORDER BY n');
  const [quotes = 0] = await numbers(
    connection,
    `SELECT (count(*) FILTER (error_type::VARCHAR NOT LIKE '%COLUMNS'))::INTEGER AS n FROM reject_errors`
  );
  await connection.run('DROP TABLE IF EXISTS reject_errors');
  await connection.run('DROP TABLE IF EXISTS reject_scans');
  if (filled) broken.push(...(await dropOverlong(connection, sheet, table)));
  const [rows = 0] = await numbers(connection, `SELECT count(*)::INTEGER AS n FROM ${table}`);
  return { rows, broken, hasOpenQuote: quotes > 0 };
}

/** Takes out rows with more cells than the header: which cell is which cannot be told. Gives the rows they stood in. */
async function dropOverlong(connection: DuckDBConnection, sheet: PeopleSheet, table: string): Promise<number[]> {
  const rows = await numbers(
    connection,
    `SELECT (rowid + ${sheet.firstRow})::INTEGER AS n FROM ${table} WHERE berlebih ORDER BY n`
  );
  await connection.run(`DELETE FROM ${table} WHERE berlebih`);
  await connection.run(`ALTER TABLE ${table} DROP COLUMN berlebih`);
  return rows;
}

async function numbers(connection: DuckDBConnection, sql: string): Promise<number[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS().map(({ n }) => n as number);
}
