import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { DuckDBBundles } from '@duckdb/duckdb-wasm';
import type { DuckDBBindings, DuckDBConnection } from '@duckdb/duckdb-wasm/blocking';
import { readParquet } from 'parquet-wasm/node';
import { bindValues, QueryError, sqlMessage, typedSql } from '$lib/database/answer';
import { rowsOfArrow } from '$lib/database/arrow';
import { lockingSql } from '$lib/database/settings';
import type { Database, ParamsOf, Query, RowOf } from '$lib/query/define';

const require = createRequire(import.meta.url);

/** DuckDB-WASM in Node, with the same binding, locking and conversion as in the browser, over a folder of parquet files. */
export interface WasmNode extends Database {
  /** The connection itself, for questions that no query declares. */
  connection: DuckDBConnection;
  close(): void;
}

/** Starts the browser's wasm in Node (about two seconds), empty and unlocked. */
export async function startWasmNode(): Promise<{ db: DuckDBBindings; connection: DuckDBConnection }> {
  const { createDuckDB, NODE_RUNTIME, VoidLogger } = await import('@duckdb/duckdb-wasm/blocking');
  const path = (build: string) => require.resolve(`@duckdb/duckdb-wasm/dist/duckdb-${build}.wasm`);
  const bundles: DuckDBBundles = {
    mvp: { mainModule: path('mvp'), mainWorker: '' },
    eh: { mainModule: path('eh'), mainWorker: '' }
  };
  const db = await createDuckDB(bundles, new VoidLogger(), NODE_RUNTIME);
  await db.instantiate(() => {});
  db.open({ path: ':memory:' });
  return { db, connection: db.connect() };
}

/** Starts the browser's wasm in Node and loads every parquet file of a folder. */
export async function openWasmNode(folder: string): Promise<WasmNode> {
  const { connection } = await startWasmNode();
  for (const file of (await readdir(folder)).filter((name) => name.endsWith('.parquet')).sort()) {
    const ipc = readParquet(new Uint8Array(await readFile(join(folder, file)))).intoIPCStream();
    connection.insertArrowFromIPCStream(ipc, { name: basename(file, '.parquet'), create: true });
  }
  for (const sql of lockingSql) connection.query(sql);
  return {
    connection,
    all: async (query, params) => answer(connection, query, params),
    close: () => connection.close()
  };
}

function answer<Q extends Query>(connection: DuckDBConnection, query: Q, params: ParamsOf<Q>): RowOf<Q>[] {
  const values = bindValues(query, params);
  const sql = typedSql(query);
  connection.query('BEGIN TRANSACTION READ ONLY');
  try {
    const statement = connection.prepare(sql);
    const table = statement.query(...values);
    statement.close();
    return rowsOfArrow(query, table);
  } catch (cause) {
    throw cause instanceof QueryError ? cause : new QueryError(sqlMessage(cause), query.sql, { cause });
  } finally {
    connection.query('ROLLBACK');
  }
}
