import { EngineError, faultOf, type EngineFault } from './error';
import type { ExtractFile } from './manifest';
import type { Progress } from './progress';
import type { DecodeRequest, WorkerMessage } from './worker/messages';

/** One worker of ours: what it tells, and one way to wait that ends when it fails or is closed. */
export interface OwnWorker {
  worker: Worker;
  /** The promise, or a rejection as soon as the worker fails or `fail` is called. */
  alive<T>(promise: Promise<T>): Promise<T>;
  /** From here on a failure without a known cause is one of the engine at work, not of a file. */
  started(): void;
  /** Ends the worker; everybody who waits gets the error, now and later. */
  fail(error: unknown): void;
}

/** Starts a worker of our own origin and reads the messages meant for us, before anybody else listens. */
export function startWorker(url: string, progress: Progress, onTable?: (message: WorkerMessage) => void): OwnWorker {
  const waiting = new Set<(error: unknown) => void>();
  let failure: { error: unknown } | null = null;
  let otherwise: EngineFault = 'damaged';
  const worker = newWorker(url);
  const fail = (error: unknown) => {
    if (failure) return;
    failure = { error };
    worker.terminate();
    for (const reject of [...waiting]) reject(error);
  };
  worker.addEventListener('message', (event: MessageEvent<WorkerMessage>) => {
    const message = event.data;
    if (!message || typeof message !== 'object' || !('tepat' in message)) return;
    event.stopImmediatePropagation();
    if (message.tepat === 'progress') progress.arrived(message.file, message.bytes);
    else if (message.tepat === 'done') progress.done(message.file);
    else if (message.tepat === 'failure') fail(engineError(message, otherwise));
    else onTable?.(message);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    void whyNotLoaded(url, event.message).then(fail);
  });
  return {
    worker,
    fail,
    started: () => void (otherwise = 'stopped'),
    alive: (promise) => untilFailure(promise, waiting, () => failure)
  };
}

function newWorker(url: string): Worker {
  try {
    return new Worker(url);
  } catch (cause) {
    throw new EngineError('blocked', `${url} may not run as a worker`, { cause });
  }
}

function untilFailure<T>(
  promise: Promise<T>,
  waiting: Set<(error: unknown) => void>,
  failure: () => { error: unknown } | null
): Promise<T> {
  const failed = failure();
  if (failed) return Promise.reject(failed.error);
  return new Promise((resolve, reject) => {
    waiting.add(reject);
    promise.then(resolve, reject).finally(() => waiting.delete(reject));
  });
}

/** The error of a worker's own report; a wasm that arrived whole but does not start is not the published one. */
function engineError(message: { fault: EngineFault | null; detail: string }, otherwise: EngineFault): EngineError {
  return new EngineError(message.fault ?? faultOf(message.detail) ?? otherwise, message.detail);
}

/** A worker script that does not start says little about why: ask for the file itself. */
async function whyNotLoaded(url: string, message: string | undefined): Promise<EngineError> {
  if (message) return new EngineError(faultOf(message) ?? 'stopped', message);
  try {
    const { ok, status, headers } = await fetch(url);
    if (!ok) return new EngineError('missing', `${url} answered ${status}`);
    const type = headers.get('content-type') ?? '';
    if (!type.includes('javascript')) return new EngineError('damaged', `${url} is "${type}", not a script`);
    return new EngineError('blocked', `${url} is there, but may not run as a worker`);
  } catch (cause) {
    return new EngineError('network', `${url} could not be fetched`, { cause });
  }
}

/** Turns published parquet files into Arrow IPC streams. */
export interface Decoder {
  /** Resolves when files can be decoded. */
  ready: Promise<void>;
  decode(file: ExtractFile): Promise<Uint8Array<ArrayBuffer>>;
  fail(error: unknown): void;
}

/** Starts the decoding worker; its wasm loads at once, files when asked for. */
export function startDecoder(url: string, progress: Progress): Decoder {
  const waiting = new Map<string, Deferred<Uint8Array<ArrayBuffer>>>();
  const ready = deferred<void>();
  const own = startWorker(url, progress, (message) => {
    if (message.tepat === 'ready') ready.resolve();
    if (message.tepat === 'table') waiting.get(message.name)?.resolve(message.ipc);
    if (message.tepat === 'tableFailure') waiting.get(message.name)?.reject(engineError(message, 'damaged'));
  });
  return {
    ready: own.alive(ready.promise),
    fail: own.fail,
    decode({ name, url, bytes, sha256 }) {
      const answer = deferred<Uint8Array<ArrayBuffer>>();
      waiting.set(name, answer);
      progress.expect(name, bytes);
      own.worker.postMessage({ name, url, bytes, sha256 } satisfies DecodeRequest);
      return own.alive(answer.promise);
    }
  };
}

interface Deferred<T> {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** Promise.withResolvers, which browsers of before 2024 lack. */
function deferred<T>(): Deferred<T> {
  let resolve!: Deferred<T>['resolve'];
  let reject!: Deferred<T>['reject'];
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}
