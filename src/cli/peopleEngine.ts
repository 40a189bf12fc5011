import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineRow, EngineValue, LoadedSheet, PeopleEngine } from '$lib/extract/people/engine';
import type { Cell } from '$lib/source/sheet';
import { numberMark, type PeopleSheet } from '$lib/source/people/sheet';
import { csvTable } from './peopleCsv';

/** Native DuckDB for people files. `close` frees the memory and removes the private folder; it may be called twice. */
export interface NativePeopleEngine extends PeopleEngine {
  /** The private folder, for tests that look into it. */
  readonly folder: string;
  close(): void;
}

export interface PeopleEngineOptions {
  /** Folder of the exports: a csv that lies there is read in place instead of being written to the private folder. */
  exports?: string | undefined;
  /** Where the private folder is made; default the system's folder for temporary files. */
  temporary?: string | undefined;
  /** What DuckDB may use of the memory before it spills; default 1 GB. */
  memory?: string | undefined;
  threads?: number | undefined;
}

const prefix = 'tepat-orang-';

/**
 * Opens an engine of its own for people files: in memory, spilling to a private folder (mode 0700) that goes with `close`, with the
 * process, or, where a run was killed, at the start of the next one.
 */
export async function openPeopleEngine(options: PeopleEngineOptions = {}): Promise<NativePeopleEngine> {
  const temporary = options.temporary ?? tmpdir();
  removeLeftOvers(temporary);
  const folder = mkdtempSync(join(temporary, `${prefix}${process.pid}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const { connection, end } = await start(folder, options);
    const close = (): void => {
      end();
      remove();
      process.off('exit', remove);
    };
    return {
      folder,
      close,
      run: async (sql) => void (await connection.run(sql)),
      rows: (sql) => rowsOf(connection, sql),
      load: (sheet, table) => load(connection, sheet, table, { folder, exports: options.exports })
    };
  } catch (error) {
    remove();
    process.off('exit', remove);
    throw error;
  }
}

/** Folders of runs that were killed. A folder whose process still runs is somebody's, and stays. */
function removeLeftOvers(temporary: string): void {
  for (const name of readdirSync(temporary)) {
    const pid = name.startsWith(prefix) ? /^\d+(?=-)/.exec(name.slice(prefix.length))?.[0] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(temporary, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function start(
  folder: string,
  { memory = '1GB', threads }: PeopleEngineOptions
): Promise<{ connection: DuckDBConnection; end: () => void }> {
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: folder,
    memory_limit: memory,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    ...(threads === undefined ? {} : { threads: String(threads) })
  });
  const connection = await instance.connect();
  let open = true;
  return {
    connection,
    end: () => {
      if (!open) return;
      open = false;
      connection.closeSync();
      instance.closeSync();
    }
  };
}

async function rowsOf(connection: DuckDBConnection, sql: string): Promise<EngineRow[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjectsJS().map((row) => {
    for (const [name, value] of Object.entries(row)) {
      if (value !== null && !['string', 'number', 'boolean'].includes(typeof value))
        throw new Error(`Column ${name} is no VARCHAR, INTEGER, DOUBLE or BOOLEAN. Cast it in the question.`);
    }
    return row as Record<string, EngineValue>;
  });
}

async function load(
  connection: DuckDBConnection,
  sheet: PeopleSheet,
  table: string,
  { folder, exports }: { folder: string; exports: string | undefined }
): Promise<LoadedSheet> {
  const { body } = sheet;
  if (body.kind === 'rows') return appendRows(connection, sheet, body.rows, table);
  const inPlace = exports === undefined || !body.utf8 ? null : sameFile(join(exports, sheet.file), body.bytes);
  const path = inPlace ?? join(folder, `${table}.csv`);
  if (inPlace === null) writeFileSync(path, body.bytes, { mode: 0o600 });
  try {
    return await csvTable(connection, sheet, body, path, table);
  } finally {
    if (inPlace === null) rmSync(path, { force: true });
  }
}

/** The user's own file, when it still is what was recognised. */
function sameFile(path: string, bytes: Uint8Array): string | null {
  return existsSync(path) && statSync(path).size === bytes.length ? path : null;
}

async function appendRows(
  connection: DuckDBConnection,
  sheet: PeopleSheet,
  rows: readonly (readonly Cell[])[],
  table: string
): Promise<LoadedSheet> {
  const columns = Object.entries(sheet.columns);
  await connection.run(`CREATE TABLE ${table} (${columns.map(([role]) => `"${role}" VARCHAR`).join(', ')})`);
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const [, index] of columns) {
      const text = cellText(row[index] ?? null);
      if (text === null) appender.appendNull();
      else appender.appendVarchar(text);
    }
    appender.endRow();
  }
  appender.closeSync();
  return { rows: rows.length, broken: [] };
}

/** A cell as text, a number with its mark before it: a spreadsheet has already lost the 16th digit of a key. */
function cellText(cell: Cell): string | null {
  if (cell === null || cell === '') return null;
  return typeof cell === 'number' ? `${numberMark}${cell}` : String(cell);
}
