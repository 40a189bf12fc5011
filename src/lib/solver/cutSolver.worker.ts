/*
 * HiGHS off the main thread. The wasm is of our own origin, beside the worker's script; it begins to load at once, and questions that
 * come before it is ready wait for it.
 */
import loadHighs from 'highs';
import wasm from 'highs/runtime?url';
import { solveNow } from './highsSolver';
import type { SolveRequest, SolverMessage } from './messages';

const highs = loadHighs({ locateFile: () => new URL(wasm, self.location.href).href });
// Whoever asks is told; without a question there is nobody to tell.
highs.catch(() => undefined);

function post(message: SolverMessage): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<SolveRequest>) => {
  const { id, model, options } = data;
  highs
    .then((ready) => {
      const answer = solveNow(ready, model, {
        ...options,
        onProgress: (progress) => post({ kind: 'progress', id, progress })
      });
      post({ kind: 'answer', id, answer });
    })
    .catch((error: unknown) => post({ kind: 'failure', id, detail: String(error) }));
});
