import type { LinearSolver } from '$lib/model/cuts/linear';
import { workerSolver, type WorkerSolver } from './workerSolver';

/** HiGHS in a worker of the page's own origin. Import this file lazily: it names the worker, whose script and wasm (1.2 MB packed) load on `start`. */
export function browserSolver(): WorkerSolver {
  // The bundler finds the worker by this very expression.
  return workerSolver(() => new Worker(new URL('./cutSolver.worker.ts', import.meta.url), { type: 'module' }));
}

let shared: WorkerSolver | null = null;

/** The one solver of the tab, loading from the first call on. Failures come with the questions. */
export async function sharedCutSolver(): Promise<LinearSolver> {
  shared ??= browserSolver();
  shared.start();
  return shared;
}
