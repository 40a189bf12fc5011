import { Table, tableFromIPC } from 'apache-arrow';
import { sqlMessage } from './answer';
import { asColumns, asText, freeAnswer, freeColumns, linesAbove, type FreeAnswer, type FreeColumn } from './freeAnswer';
import { FreeQueryError, freeQueryError } from './freeError';
import { tablesRead } from './sqlTables';
import type { Statement } from './statement';

type Awaitable<T> = T | Promise<T>;

/** What asking needs of a connection of DuckDB-WASM: the one in a worker and the blocking one both fit. */
export interface FreeConnection {
  getTableNames(sql: string): Awaitable<string[]>;
  prepare(sql: string): Awaitable<{ close(): Awaitable<void> }>;
  query(sql: string): Awaitable<Table>;
  useUnsafe<R>(use: (bindings: PendingQueries, connection: number) => R): R;
}

/** Running a statement step by step, between which it can be given up. */
export interface PendingQueries {
  startPendingQuery(connection: number, sql: string, allowStreamResult: boolean): Awaitable<Uint8Array | null>;
  pollPendingQuery(connection: number): Awaitable<Uint8Array | null>;
  cancelPendingQuery(connection: number): Awaitable<boolean>;
  fetchQueryResults(connection: number): Awaitable<Uint8Array | null>;
}

/** The most bytes of one answer that are fetched; the rest is left in the engine. */
const mostBytes = 48_000_000;

interface Asking {
  connection: FreeConnection;
  /** Loads tables by name; names that are no table of the extract are left to the engine. */
  load(names: readonly string[]): Promise<void>;
  signal: AbortSignal;
}

/**
 * Asks one statement in a transaction that may only read. Tables are loaded when the statement names them. Rejects with FreeQueryError when
 * DuckDB refuses it, and with the signal's reason as soon as a step ends after it aborted.
 */
export async function askFree(statement: Statement, asking: Asking): Promise<FreeAnswer> {
  const { connection, load, signal } = asking;
  await load(await namedTables(connection, statement.sql));
  const tried = new Set<string>();
  for (;;) {
    signal.throwIfAborted();
    try {
      return await readOnly(connection, () => answer(statement, asking));
    } catch (error) {
      // DuckDB's list of names is not had of every statement; what it misses, it then misses here.
      const missing = missingTable(error);
      if (missing === null || tried.has(missing)) throw error;
      tried.add(missing);
      await load([missing]);
    }
  }
}

async function namedTables(connection: FreeConnection, sql: string): Promise<string[]> {
  try {
    return (await connection.getTableNames(sql)).map((name) => name.toLowerCase());
  } catch {
    // It looks at columns too, which tables that are not there do not have. What else is wrong is told when the statement is prepared.
    return tablesRead(sql);
  }
}

function missingTable(error: unknown): string | null {
  const match = /^Catalog Error: Table with name (\S+) does not exist!/.exec(
    error instanceof Error ? error.message : ''
  );
  return match === null ? null : match[1]!.toLowerCase();
}

async function readOnly<T>(connection: FreeConnection, ask: () => Promise<T>): Promise<T> {
  await connection.query('BEGIN TRANSACTION READ ONLY');
  try {
    return await ask();
  } finally {
    await connection.query('ROLLBACK');
  }
}

/** Prepared first, as it was written: that refuses a second statement, and names lines as the reader counts them. */
async function answer({ sql, word }: Statement, { connection, signal }: Asking): Promise<FreeAnswer> {
  const prepared = await told(() => connection.prepare(sql), 0);
  await prepared.close();
  signal.throwIfAborted();
  if (word === 'EXPLAIN') {
    const { table } = await told(() => run(connection, sql, signal), 0);
    return freeAnswer(freeColumns(table), table, false);
  }
  const columns: FreeColumn[] = freeColumns(await told(() => connection.query(asColumns(sql)), linesAbove));
  const { table, isCut } = await told(() => run(connection, asText(sql, columns.length), signal), linesAbove);
  return freeAnswer(columns, table, isCut);
}

async function told<T>(ask: () => Awaitable<T>, above: number): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DOMException || error instanceof FreeQueryError) throw error;
    throw freeQueryError(sqlMessage(error), above, { cause: error });
  }
}

/** Runs a statement step by step and fetches what fits. */
function run(connection: FreeConnection, sql: string, signal: AbortSignal): Promise<{ table: Table; isCut: boolean }> {
  return connection.useUnsafe(async (bindings, id) => {
    let ended = false;
    try {
      let head = await bindings.startPendingQuery(id, sql, false);
      while (head === null) {
        signal.throwIfAborted();
        head = await bindings.pollPendingQuery(id);
      }
      const { parts, isCut } = await fetchParts(bindings, id, signal);
      ended = !isCut;
      return { table: tableFromIPC([head, ...parts]), isCut };
    } finally {
      if (!ended) await bindings.cancelPendingQuery(id);
    }
  });
}

async function fetchParts(bindings: PendingQueries, id: number, signal: AbortSignal) {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    signal.throwIfAborted();
    const part = await bindings.fetchQueryResults(id);
    if (part === null) continue;
    if (part.length === 0) return { parts, isCut: false };
    parts.push(part);
    bytes += part.length;
    if (bytes > mostBytes) return { parts, isCut: true };
  }
}
