import type { LinearAnswer, LinearModel, LinearSolver, SolveOptions } from '$lib/model/cuts/linear';
import type { SolveRequest, SolverMessage } from './messages';

/** The parts of a worker used here. */
export interface SolverWorker {
  postMessage(message: SolveRequest): void;
  addEventListener(name: 'message', listener: (event: { data: SolverMessage }) => void): void;
  addEventListener(name: 'error', listener: (event: { message?: string; preventDefault(): void }) => void): void;
  terminate(): void;
}

/** A solver in a worker: started with the first question, ended by `close`. */
export interface WorkerSolver extends LinearSolver {
  /** Starts the worker before anybody asks, so that its wasm loads meanwhile. */
  start(): void;
  close(): void;
}

interface Waiting {
  resolve(answer: LinearAnswer): void;
  reject(error: unknown): void;
  onProgress: SolveOptions['onProgress'];
}

/**
 * Asks a worker, which `open` starts. HiGHS cannot be stopped from outside while it works, so a cancelled question ends its worker, and the
 * next question starts another; questions that wait behind it are asked again there. A worker that fails rejects every question that
 * waits, and the next one starts anew.
 */
export function workerSolver(open: () => SolverWorker): WorkerSolver {
  let worker: SolverWorker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting & { request: SolveRequest }>();

  const started = (): SolverWorker => {
    if (worker) return worker;
    const mine = (worker = open());
    mine.addEventListener('message', ({ data }) => mine === worker && receive(data));
    mine.addEventListener('error', (event) => {
      event.preventDefault();
      if (mine === worker) failAll(new Error(event.message || 'the solver’s script did not start'));
    });
    return mine;
  };
  const receive = (message: SolverMessage) => {
    const one = waiting.get(message.id);
    if (message.kind === 'progress') return void one?.onProgress?.(message.progress);
    waiting.delete(message.id);
    if (message.kind === 'answer') one?.resolve(message.answer);
    else {
      // Wasm that ended in an error is not to be trusted with the next question.
      one?.reject(new Error(message.detail));
      restart();
    }
  };
  const end = () => {
    worker?.terminate();
    worker = null;
  };
  const failAll = (error: unknown) => {
    end();
    const all = [...waiting.values()];
    waiting.clear();
    all.forEach(({ reject }) => reject(error));
  };
  const restart = () => {
    end();
    for (const { request } of waiting.values()) started().postMessage(request);
  };
  const ask = (model: LinearModel, { signal, onProgress, gap, enough }: SolveOptions) =>
    new Promise<LinearAnswer>((resolve, reject) => {
      const id = ++last;
      const options = { ...(gap !== undefined && { gap }), ...(enough && { enough }) };
      const request: SolveRequest = { id, model, options };
      const cancel = () => {
        if (!waiting.delete(id)) return;
        reject(signal!.reason);
        restart();
      };
      const done =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          signal?.removeEventListener('abort', cancel);
          settle(value);
        };
      waiting.set(id, { resolve: done(resolve), reject: done(reject), onProgress, request });
      signal?.addEventListener('abort', cancel, { once: true });
      started().postMessage(request);
    });
  return {
    async solve(model, options = {}) {
      options.signal?.throwIfAborted();
      return ask(model, options);
    },
    start: () => void started(),
    close: () => failAll(new Error('the solver was closed'))
  };
}
