import { asset } from '$app/paths';
import { tableLoader } from './browserDatabase';
import { startEngine } from './engine';
import { EngineError, statementFault } from './error';
import type { FreeAnswer } from './freeAnswer';
import { FreeQueryError } from './freeError';
import { askFree } from './freeQuery';
import { fetchExtracts } from './manifest';
import type { OnProgress } from './progress';
import { queue } from './queue';
import type { Statement } from './statement';
import { watched } from './watched';

/** An engine of its own for questions that readers write: what they ask can hold up nobody else, and ending it ends any of them. */
export interface FreeSession {
  /** As `askFree`; a statement that does not stop within a second of the signal ends the session. Rejects with EngineError when the engine stops. */
  ask(statement: Statement, signal: AbortSignal): Promise<FreeAnswer>;
  /** Ends the engine and frees its memory; whoever still waits gets an AbortError. */
  close(): void;
  /** It has ended, and another has to be opened. */
  readonly isClosed: boolean;
}

/** What readers' questions may take of the memory, their tables included: a browser's tab has at most four times as much. */
export const freeSettings = ["SET memory_limit='1GB'"] as const;

/** Starts the engine. Rejects with EngineError or, when cancelled, with the signal's reason. The signal is for the start alone. */
export async function openFreeSession(onProgress: OnProgress, signal: AbortSignal): Promise<FreeSession> {
  const extracts = await fetchExtracts(asset('/extract/datapackage.json'), signal);
  // The engine's own signal would end it later, so the start gets one that no later question can abort.
  const starting = new AbortController();
  const abort = () => starting.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  const parts = await startEngine({
    engine: asset('/engine'),
    extracts,
    onProgress,
    signal: starting.signal,
    settings: freeSettings
  }).finally(() => signal.removeEventListener('abort', abort));

  const load = tableLoader(parts, queue());
  let isClosed = false;
  const end = (error: unknown) => {
    isClosed = true;
    parts.fail(error);
  };
  const given = (statement: Statement, signal: AbortSignal) =>
    parts.own.alive(askFree(statement, { connection: parts.reader, load, signal })).catch((error: unknown) => {
      const stopped = stoppedBy(error);
      if (stopped !== null) end(stopped);
      throw stopped ?? error;
    });
  return {
    ask: (statement, signal) => watched(given(statement, signal), signal, end),
    close: () => end(new DOMException('The engine was closed.', 'AbortError')),
    get isClosed() {
      return isClosed;
    }
  };
}

/** The engine's end, when an error of a question is one. A question that memory did not suffice for leaves the engine alive. */
function stoppedBy(error: unknown): EngineError | null {
  if (error instanceof EngineError) return error;
  if (!(error instanceof FreeQueryError)) return null;
  return statementFault(error.message) === 'stopped'
    ? new EngineError('stopped', error.message, { cause: error })
    : null;
}
