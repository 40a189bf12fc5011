import type { AsyncDuckDB, AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm';
import type { Database, ParamsOf, Query, RowOf } from '$lib/query/define';
import { tablesRead } from './sqlTables';
import { bindValues, QueryError, sqlMessage, typedSql, type BoundValue } from './answer';
import { rowsOfArrow } from './arrow';
import { EngineError, statementFault } from './error';
import type { ExtractFile } from './manifest';
import { abortable, queue } from './queue';
import type { Decoder, OwnWorker } from './workers';

/** DuckDB-WASM in the reader's browser. */
export interface BrowserDatabase extends Database {
  /** As `Database.all`; with a signal, a question that nobody waits for any more is not sent, and its answer is dropped. */
  all<Q extends Query>(query: Q, params: ParamsOf<Q>, options?: { signal?: AbortSignal }): Promise<RowOf<Q>[]>;
  /** Loads tables ahead of a first question, such as when the reader reaches for a filter. */
  load(tables: readonly string[]): Promise<void>;
  /** Ends the engine and frees its memory; whoever still waits gets an AbortError. */
  close(): void;
}

/** A locked engine with its two connections. */
export interface StartedEngine {
  db: AsyncDuckDB;
  /** Answers questions; every statement in a read-only transaction. */
  reader: AsyncDuckDBConnection;
  /** Inserts tables. */
  writer: AsyncDuckDBConnection;
}

/** What a database is made of. */
export interface EngineParts extends StartedEngine {
  own: OwnWorker;
  decoder: Decoder;
  extracts: readonly ExtractFile[];
  /** Ends both workers; everybody who waits gets the error. */
  fail(error: unknown): void;
}

/** `all` over the started engine: loads the tables a query reads, asks one question at a time. */
export function browserDatabase(parts: EngineParts): BrowserDatabase {
  const { own, fail } = parts;
  const inTurn = queue();
  const load = tableLoader(parts, inTurn);
  const run = statementRunner(parts.reader);

  async function answer<Q extends Query>(query: Q, values: BoundValue[], signal?: AbortSignal): Promise<RowOf<Q>[]> {
    const sql = typedSql(query);
    await load(tablesRead(query.sql));
    return inTurn(async () => {
      signal?.throwIfAborted();
      const table = await own.alive(run(sql, values).catch((error: unknown) => refuse(query, error, fail)));
      return rowsOfArrow(query, table);
    });
  }

  return {
    async all(query, params, { signal } = {}) {
      const values = bindValues(query, params);
      signal?.throwIfAborted();
      return abortable(answer(query, values, signal), signal);
    },
    load: async (names) => load(names),
    close: () => fail(new DOMException('The engine was closed.', 'AbortError'))
  };
}

/** A question at fault says so; an engine that has stopped for good is closed, so that it can be opened again. */
function refuse(query: Query, error: unknown, fail: EngineParts['fail']): never {
  const message = sqlMessage(error);
  const fault = statementFault(message);
  if (!fault) throw new QueryError(message, query.sql, { cause: error });
  const stopped = new EngineError(fault, message, { cause: error });
  if (fault === 'stopped') fail(stopped);
  throw stopped;
}

/** Gives each task its turn, see `queue`. */
type InTurn = ReturnType<typeof queue>;

/** Loads each table once, when first read; one that failed may be tried again. Names that are no extract are left to SQL. */
export function tableLoader({ db, writer, own, decoder, extracts }: EngineParts, inTurn: InTurn) {
  const loading = new Map<string, Promise<void>>();
  const insert = async (file: ExtractFile) => {
    const ipc = await decoder.decode(file);
    const into = { name: file.name, create: true };
    const inserted = () => writer.useUnsafe((_, id) => db.insertArrowFromIPCStream(id, ipc, into));
    await inTurn(() => own.alive(inserted().catch((cause: unknown) => notInserted(file, cause))));
  };
  const once = (file: ExtractFile) => {
    const existing = loading.get(file.name);
    if (existing) return existing;
    const promise = insert(file);
    loading.set(file.name, promise);
    promise.catch(() => loading.delete(file.name));
    return promise;
  };
  return async (names: readonly string[]): Promise<void> => {
    await Promise.all(extracts.filter(({ name }) => names.includes(name)).map(once));
  };
}

function notInserted(file: ExtractFile, cause: unknown): never {
  const message = sqlMessage(cause);
  throw new EngineError(statementFault(message) ?? 'stopped', `${file.name}: ${message}`, { cause });
}

/** Statements are prepared once and kept, the least recently used going first. */
function statementRunner(reader: AsyncDuckDBConnection) {
  const kept = new Map<string, AsyncPreparedStatement>();
  return async (sql: string, values: BoundValue[]) => {
    const statement = kept.get(sql) ?? (await reader.prepare(sql));
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept;
    if (kept.size > 50 && oldest) {
      kept.delete(oldest[0]);
      void oldest[1].close();
    }
    // Sent together and worked off in order: a question costs one wait, and can change nothing.
    const [, table] = await Promise.all([
      reader.query('BEGIN TRANSACTION READ ONLY'),
      statement.query(...values),
      reader.query('ROLLBACK')
    ]);
    return table;
  };
}
