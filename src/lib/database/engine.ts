import type { AsyncDuckDB, AsyncDuckDBConnection, AsyncPreparedStatement } from '@duckdb/duckdb-wasm';
import type { Database, ParamsOf, Query, RowOf } from '$lib/query/define';
import { bindValues, QueryError, sqlMessage, sqlWithoutParams, typedSql, type BoundValue } from './answer';
import { rowsOfArrow } from './arrow';
import { EngineError, faultOf, statementFault } from './error';
import { fetchEngineManifest, type EngineManifest, type ExtractFile } from './manifest';
import { startProgress, type OnProgress, type Progress } from './progress';
import { abortable, queue } from './queue';
import { lockingSql } from './settings';
import { startDecoder, startWorker, type Decoder, type OwnWorker } from './workers';

/** DuckDB-WASM in the reader's browser. */
export interface BrowserDatabase extends Database {
  /** As `Database.all`; with a signal, a question that nobody waits for any more is not sent, and its answer is dropped. */
  all<Q extends Query>(query: Q, params: ParamsOf<Q>, options?: { signal?: AbortSignal }): Promise<RowOf<Q>[]>;
  /** Loads tables ahead of a first question, such as when the reader reaches for a filter. */
  load(tables: readonly string[]): Promise<void>;
  /** Ends the engine and frees its memory; whoever still waits gets an AbortError. */
  close(): void;
}

export interface EngineOptions {
  /** Folder of the engine's files, `asset('/engine')`, without a closing slash. */
  engine: string;
  /** The tables that can be asked, from `fetchExtracts`; each is fetched when a query first reads it. */
  extracts: readonly ExtractFile[];
  /** Bytes received of those expected, as sent; a table asked for later adds to both. */
  onProgress?: OnProgress;
  /** Cancels the start, and ends the engine later. There is no timeout: a slow line is not a fault. */
  signal?: AbortSignal;
}

/** Starts the engine. Rejects with EngineError (its `text` is for the reader) or, when cancelled, with the signal's reason. */
export async function openEngine(options: EngineOptions): Promise<BrowserDatabase> {
  const { signal } = options;
  signal?.throwIfAborted();
  requireBrowser();
  const manifest = await fetchEngineManifest(options.engine, signal);
  const progress = startProgress(options.onProgress);
  for (const { name, bytes } of manifest.files) if (name.endsWith('.wasm.bin')) progress.expect(name, bytes);

  const folder = new URL(`${options.engine}/${manifest.version}/`, document.baseURI).href;
  const own = startWorker(`${folder}engine.worker.js`, progress);
  const decoder = startDecoder(`${folder}decode.worker.js`, progress);
  const fail = (error: unknown) => [own, decoder].forEach((part) => part.fail(error));
  signal?.addEventListener('abort', () => fail(signal.reason), { once: true });
  if (signal?.aborted) fail(signal.reason);
  try {
    const [engine] = await Promise.all([own.alive(start(own, folder, manifest, progress)), decoder.ready]);
    own.started();
    return browserDatabase({ ...engine, own, decoder, extracts: options.extracts, fail });
  } catch (error) {
    fail(error);
    throw toEngineError(error, signal);
  }
}

/** Only the build with wasm exceptions is shipped, so a browser must have them, and inflating. */
function requireBrowser(): void {
  const exceptions = Uint8Array.of(
    0,
    97,
    115,
    109,
    1,
    0,
    0,
    0,
    1,
    4,
    1,
    96,
    0,
    0,
    3,
    2,
    1,
    0,
    10,
    8,
    1,
    6,
    0,
    6,
    64,
    25,
    11,
    11
  );
  const supported =
    typeof WebAssembly === 'object' &&
    typeof Worker === 'function' &&
    typeof DecompressionStream === 'function' &&
    WebAssembly.validate(exceptions);
  if (!supported)
    throw new EngineError('unsupported', 'no WebAssembly with exceptions, no Worker or no DecompressionStream');
}

interface Started {
  db: AsyncDuckDB;
  /** Answers questions; every statement in a read-only transaction. */
  reader: AsyncDuckDBConnection;
  /** Inserts tables. */
  writer: AsyncDuckDBConnection;
}

async function start(own: OwnWorker, folder: string, manifest: EngineManifest, progress: Progress): Promise<Started> {
  const { AsyncDuckDB, VoidLogger } = await import('@duckdb/duckdb-wasm');
  const wasm = manifest.files.find(({ name }) => name.startsWith('duckdb-') && name.endsWith('.wasm.bin'));
  if (!wasm) throw new EngineError('damaged', `${folder}: the manifest names no engine`);
  const db = new AsyncDuckDB(new VoidLogger(), own.worker);
  await db.instantiate(`${folder}${wasm.name}`);
  progress.done(wasm.name);
  await db.open({ path: ':memory:', filesystem: { allowFullHTTPReads: false } });
  const [reader, writer] = [await db.connect(), await db.connect()];
  for (const sql of lockingSql) await writer.query(sql);
  return { db, reader, writer };
}

interface Parts extends Started {
  own: OwnWorker;
  decoder: Decoder;
  extracts: readonly ExtractFile[];
  fail(error: unknown): void;
}

function browserDatabase(parts: Parts): BrowserDatabase {
  const { own, fail } = parts;
  const inTurn = queue();
  const load = tableLoader(parts, inTurn);
  const tables = tableNames(parts, inTurn);
  const run = statementRunner(parts.reader);

  async function answer<Q extends Query>(query: Q, values: BoundValue[], signal?: AbortSignal): Promise<RowOf<Q>[]> {
    const sql = typedSql(query);
    await load(await tables(query));
    return inTurn(async () => {
      signal?.throwIfAborted();
      return rowsOfArrow(query, await own.alive(run(sql, values)).catch((error: unknown) => refuse(query, error)));
    });
  }

  /** A question at fault says so; an engine that has stopped for good is closed, so that it can be opened again. */
  function refuse(query: Query, error: unknown): never {
    if (error instanceof EngineError || isAbort(error)) throw error;
    const message = sqlMessage(error);
    const fault = statementFault(message);
    if (!fault) throw new QueryError(message, query.sql, { cause: error });
    const stopped = new EngineError(fault, message, { cause: error });
    if (fault === 'stopped') fail(stopped);
    throw stopped;
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

type InTurn = ReturnType<typeof queue>;

/** Loads each table once, when first read; one that failed may be tried again. Names that are no extract are left to SQL. */
function tableLoader({ db, writer, own, decoder, extracts }: Parts, inTurn: InTurn) {
  const loading = new Map<string, Promise<void>>();
  const insert = async (file: ExtractFile) => {
    const ipc = await decoder.decode(file);
    await inTurn(() =>
      own.alive(writer.useUnsafe((_, id) => db.insertArrowFromIPCStream(id, ipc, { name: file.name, create: true })))
    );
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

/** The tables a query reads, by the engine's own parser, asked once a query. SQL at fault reads none: running it says why. */
function tableNames({ db, reader, own }: Parts, inTurn: InTurn) {
  const known = new Map<string, string[]>();
  return async (query: Query): Promise<string[]> => {
    const names =
      known.get(query.sql) ??
      (await inTurn(() => own.alive(reader.useUnsafe((_, id) => db.getTableNames(id, sqlWithoutParams(query))))).catch(
        (error: unknown) => {
          if (error instanceof EngineError || isAbort(error)) throw error;
          return [];
        }
      ));
    known.set(query.sql, names);
    return names;
  };
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

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function toEngineError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof EngineError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new EngineError(faultOf(detail) ?? 'stopped', detail, { cause: error });
}
