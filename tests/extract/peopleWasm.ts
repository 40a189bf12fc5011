import type { DuckDBConnection as NativeConnection } from '@duckdb/node-api';
import type { DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import type { EngineRow, EngineValue, LoadedSheet, PeopleEngine } from '$lib/extract/people/engine';
import type { Cell } from '$lib/source/sheet';
import { numberMark, type PeopleSheet } from '$lib/source/people/sheet';
import { csvTable } from '../../src/cli/peopleCsv';
import { startWasmNode } from '../database/support/wasmNode';

let started: ReturnType<typeof startWasmNode> | null = null;

/** DuckDB-WASM in Node for people files, as the browser has it: nothing is loaded beside the engine itself, and no file is on a disk. One at a time. */
export async function openWasmPeople(): Promise<PeopleEngine & { close(): void }> {
  const { db } = await (started ??= startWasmNode());
  // Starting it takes longer than linking: one is emptied for each use.
  db.reset();
  const connection = db.connect();
  const rows = (sql: string): EngineRow[] => connection.query(sql).toArray().map(plain);
  return {
    run: async (sql) => void connection.query(sql),
    rows: async (sql) => rows(sql),
    load: async (sheet, table) => {
      const { body } = sheet;
      if (body.kind === 'rows') return insertRows(connection, sheet, body.rows, table);
      const path = `${table}.csv`;
      db.registerFileBuffer(path, body.bytes);
      try {
        return await csvTable(asNative(connection, rows), sheet, body, path, table);
      } finally {
        db.dropFile(path);
      }
    },
    close: () => connection.close()
  };
}

/** The two questions that reading a csv asks of the native connection. */
function asNative(connection: DuckDBConnection, rows: (sql: string) => EngineRow[]): NativeConnection {
  return {
    run: async (sql: string) => void connection.query(sql),
    runAndReadAll: async (sql: string) => ({ getRowObjectsJS: () => rows(sql) })
  } as unknown as NativeConnection;
}

/** A row as the engine's port promises it; any other type, such as a big integer, is an error of the question. */
function plain(row: { toJSON(): Record<string, unknown> }): EngineRow {
  const values = row.toJSON();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && !['string', 'number', 'boolean'].includes(typeof value))
      throw new Error(`Column ${name} is no VARCHAR, INTEGER, DOUBLE or BOOLEAN`);
  }
  return values as Record<string, EngineValue>;
}

function insertRows(
  connection: DuckDBConnection,
  sheet: PeopleSheet,
  rows: readonly (readonly Cell[])[],
  table: string
): LoadedSheet {
  const columns = Object.entries(sheet.columns);
  connection.query(`CREATE TABLE ${table} (${columns.map(([role]) => `"${role}" VARCHAR`).join(', ')})`);
  const insert = connection.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of rows) insert.query(...columns.map(([, index]) => cellText(row[index] ?? null)));
  insert.close();
  return { rows: rows.length, broken: [] };
}

/** A cell as text, a number with its mark before it. */
function cellText(cell: Cell): string | null {
  if (cell === null || cell === '') return null;
  return typeof cell === 'number' ? `${numberMark}${cell}` : String(cell);
}
