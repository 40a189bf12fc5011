import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DuckDBConnection, DuckDBInstance, INTEGER, VARCHAR, type DuckDBType } from '@duckdb/node-api';
import {
  answerRows,
  bindValues,
  QueryError,
  sqlMessage,
  typedSql,
  type AnswerColumn,
  type BoundValue
} from '$lib/database/answer';
import { queue } from '$lib/database/queue';
import { lockingSql } from '$lib/database/settings';
import type { Database, ParamsOf, Query, RowOf } from '$lib/query/define';

/** Native DuckDB over one folder of extracts, as the browser's engine would answer. */
export interface NativeDatabase extends Database {
  /** Names of the tables that were loaded, sorted. */
  readonly tables: readonly string[];
  /** Frees the memory; afterwards `all` rejects. */
  close(): void;
}

/** DOUBLE arrives as text, see `bindValues`. */
const parameterTypes = { INTEGER, VARCHAR, DOUBLE: VARCHAR };

/**
 * Loads every table of an extract into memory. `location` is a datapackage.json, or a folder: its datapackage.json says
 * which parquet files are tables, and without one each `name.parquet` is the table `name`.
 */
export async function openNative(location: string): Promise<NativeDatabase> {
  const files = await parquetFiles(location);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const close = () => {
    connection.closeSync();
    instance.closeSync();
  };
  try {
    for (const { name, path } of files) {
      await connection.run(`CREATE TABLE ${identifier(name)} AS FROM read_parquet(${literal(path)})`);
    }
    for (const sql of lockingSql) await connection.run(sql);
  } catch (cause) {
    close();
    throw new Error(`${location} could not be read: ${sqlMessage(cause)}`, { cause });
  }
  const inTurn = queue();
  return {
    tables: files.map(({ name }) => name),
    all: (query, params) => inTurn(() => answer(connection, query, params)),
    close
  };
}

interface ParquetFile {
  name: string;
  path: string;
}

async function parquetFiles(location: string): Promise<ParquetFile[]> {
  const folder = (await stat(location)).isDirectory();
  const directory = folder ? location : dirname(location);
  const inFolder = await readdir(directory);
  if (!folder || inFolder.includes('datapackage.json')) {
    const list = JSON.parse(await readFile(folder ? join(location, 'datapackage.json') : location, 'utf8')) as {
      resources: { name: string; path: string }[];
    };
    return sorted(
      list.resources
        .filter(({ path }) => path.endsWith('.parquet'))
        .map(({ name, path }) => ({ name, path: join(directory, path) }))
    );
  }
  return sorted(
    inFolder
      .filter((file) => file.endsWith('.parquet'))
      .map((file) => ({ name: basename(file, '.parquet'), path: join(directory, file) }))
  );
}

function sorted(files: ParquetFile[]): ParquetFile[] {
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function answer<Q extends Query>(
  connection: DuckDBConnection,
  query: Q,
  params: ParamsOf<Q>
): Promise<RowOf<Q>[]> {
  const values = bindValues(query, params);
  const sql = typedSql(query);
  const types = Object.values(query.params).map((type) => parameterTypes[type]);
  const reader = await readOnly(connection, () => run(connection, sql, values, types)).catch((cause: unknown) => {
    throw new QueryError(sqlMessage(cause), query.sql, { cause });
  });
  const data = reader.getColumnsJS();
  const names = reader.columnNames();
  const columns = reader.columnTypes().map((type, index): AnswerColumn => {
    const values = data[index] ?? [];
    return { name: names[index] ?? '', type: String(type), get: (row) => values[row] };
  });
  return answerRows(query, columns, reader.currentRowCount);
}

/** Prepared, for then a second statement after a semicolon is refused, as in the browser. */
async function run(connection: DuckDBConnection, sql: string, values: BoundValue[], types: DuckDBType[]) {
  const statement = await connection.prepare(sql);
  try {
    statement.bind(values, types);
    return await statement.runAndReadAll();
  } finally {
    statement.destroySync();
  }
}

/** A question may change nothing, as in the browser. */
async function readOnly<T>(connection: DuckDBConnection, ask: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN TRANSACTION READ ONLY');
  try {
    return await ask();
  } finally {
    await connection.run('ROLLBACK');
  }
}
