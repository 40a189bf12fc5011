import { browserDatabase, type BrowserDatabase, type EngineParts, type StartedEngine } from './browserDatabase';
import { EngineError, faultOf } from './error';
import { fetchEngineManifest, type EngineManifest, type ExtractFile } from './manifest';
import { startProgress, type OnProgress, type Progress } from './progress';
import { lockingSql } from './settings';
import { startDecoder, startWorker, type OwnWorker } from './workers';

export interface EngineOptions {
  /** Folder of the engine's files, `asset('/engine')`, without a closing slash. */
  engine: string;
  /** The tables that can be asked, from `fetchExtracts`; each is fetched when a query first reads it. */
  extracts: readonly ExtractFile[];
  /** Bytes received of those expected, as sent; a table asked for later adds to both. */
  onProgress?: OnProgress;
  /** Cancels the start, and ends the engine later. There is no timeout: a slow line is not a fault. */
  signal?: AbortSignal;
  /** Settings made before the engine is locked. */
  settings?: readonly string[];
}

/** Starts the engine. Rejects with EngineError (its `text` is for the reader) or, when cancelled, with the signal's reason. */
export async function openEngine(options: EngineOptions): Promise<BrowserDatabase> {
  return browserDatabase(await startEngine(options));
}

/** The parts of a started and locked engine, for other ways of asking than `openEngine`'s. Rejects as it does. */
export async function startEngine(options: EngineOptions): Promise<EngineParts> {
  const { signal, settings = [] } = options;
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
    const locked = start(own, folder, manifest, progress).then((engine) => lock(engine, settings));
    const [engine] = await Promise.all([own.alive(locked), decoder.ready]);
    own.started();
    return { ...engine, own, decoder, extracts: options.extracts, fail };
  } catch (error) {
    fail(error);
    throw toEngineError(error, signal);
  }
}

/** A function whose body is `try catch_all end`: valid only where wasm has exceptions. */
const smallestModuleWithExceptions = 'AGFzbQEAAAABBAFgAAADAgEACggBBgAGQBkLCw==';

/** Only the build with wasm exceptions is shipped, so a browser must have them, and inflating. */
function requireBrowser(): void {
  const exceptions = Uint8Array.from(atob(smallestModuleWithExceptions), (character) => character.charCodeAt(0));
  const supported =
    typeof WebAssembly === 'object' &&
    typeof Worker === 'function' &&
    typeof DecompressionStream === 'function' &&
    WebAssembly.validate(exceptions);
  if (!supported) throw new EngineError('unsupported', 'no wasm exceptions, no Worker or no DecompressionStream');
}

async function start(
  own: OwnWorker,
  folder: string,
  manifest: EngineManifest,
  progress: Progress
): Promise<StartedEngine> {
  const { AsyncDuckDB, VoidLogger } = await import('@duckdb/duckdb-wasm');
  const wasm = manifest.files.find(({ name }) => name.startsWith('duckdb-') && name.endsWith('.wasm.bin'));
  if (!wasm) throw new EngineError('damaged', `${folder}: the manifest names no engine`);
  const db = new AsyncDuckDB(new VoidLogger(), own.worker);
  await db.instantiate(`${folder}${wasm.name}`);
  progress.done(wasm.name);
  await db.open({ path: ':memory:', filesystem: { allowFullHTTPReads: false } });
  const [reader, writer] = [await db.connect(), await db.connect()];
  return { db, reader, writer };
}

async function lock(engine: StartedEngine, settings: readonly string[]): Promise<StartedEngine> {
  for (const sql of [...settings, ...lockingSql]) await engine.writer.query(sql);
  return engine;
}

function toEngineError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof EngineError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new EngineError(faultOf(detail) ?? 'stopped', detail, { cause: error });
}
