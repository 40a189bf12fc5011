/*
 * HiGHS off the main thread. The wasm is of our own origin, beside the worker's script; it begins to load at once, and questions that
 * come before it is ready wait for it.
 */
import loadHighs, { type Highs, type InitOptions } from 'highs';
import wasm from 'highs/runtime?url';
import { solveNow } from './highsSolver';
import type { SolveRequest, SolverMessage } from './messages';

const highs = startWith(fetchWasm());
// Whoever asks is told; without a question there is nobody to tell.
highs.catch(() => undefined);

/** Fetched by us: left to itself HiGHS asks a host that sends wasm under another type for it twice, and hides why it failed. */
async function fetchWasm(): Promise<WebAssembly.Module> {
  const response = await fetch(new URL(wasm, self.location.href));
  if (!response.ok) throw new Error(`${wasm} answered ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** HiGHS over our module. The hook is Emscripten's own, which the types of the package leave out; it cannot fail, so a failure is raced. */
async function startWith(compiled: Promise<WebAssembly.Module>): Promise<Highs> {
  const module = await compiled;
  return new Promise((resolve, reject) => {
    const hook = {
      instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
        WebAssembly.instantiate(module, imports).then(receive, reject);
      }
    };
    loadHighs(hook as InitOptions).then(resolve, reject);
  });
}

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
