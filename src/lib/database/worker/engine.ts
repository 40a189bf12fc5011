/*
 * The wrapper around DuckDB's own worker, a classic script of our own origin beside it. It answers the engine's requests:
 * nothing of another origin is asked for, and the engine's wasm, shipped as gzip under a name of its own, is inflated and
 * counted on its way. Errors that the engine swallows are told to the page.
 */
import type { EngineFault } from '../error';
import { wasmResponse } from './inflate';
import type { WorkerMessage } from './messages';
import { ownUrl } from './ownOrigin';

/** The parts of a worker's global scope used here; TypeScript's own library for workers clashes with that for pages. */
interface WorkerScope {
  location: Location;
  importScripts(...urls: string[]): void;
  postMessage(message: WorkerMessage): void;
}
const scope = self as unknown as WorkerScope;
const base = scope.location.href;

function tell(fault: EngineFault | null, detail: string): void {
  scope.postMessage({ tepat: 'failure', fault, detail });
}

const ownFetch = globalThis.fetch.bind(globalThis);
globalThis.fetch = async (input, init) => {
  const url = ownUrl(input instanceof Request ? input.url : String(input), base);
  if (!new URL(url).pathname.endsWith('.wasm.bin')) return ownFetch(input, init);
  return fetchWasm(url);
};

async function fetchWasm(url: string): Promise<Response> {
  const file = url.slice(url.lastIndexOf('/') + 1);
  const response = await ownFetch(url).catch((error: unknown) => {
    tell('network', `${file}: ${String(error)}`);
    throw error;
  });
  if (!response.ok) {
    tell('missing', `${file} answered ${response.status}`);
    throw new TypeError(`${file} answered ${response.status}`);
  }
  return wasmResponse(response, {
    arrived: (bytes) => scope.postMessage({ tepat: 'progress', file, bytes }),
    lost: (error) => tell('network', `${file}: ${String(error)}`)
  });
}

const open = XMLHttpRequest.prototype.open as (this: XMLHttpRequest, ...given: unknown[]) => void;
XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, method: string, url: string | URL, ...rest: unknown[]) {
  // An absent third argument means asynchronous; passing undefined on would mean synchronous.
  open.call(this, method, ownUrl(String(url), base), ...rest);
};

const ownImport = scope.importScripts.bind(scope);
scope.importScripts = (...urls) => ownImport(...urls.map((url) => ownUrl(url, base)));

// The engine's file systems know these too; nothing here needs them.
for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'Worker', 'SharedWorker']) {
  Object.defineProperty(globalThis, name, { value: undefined });
}

globalThis.addEventListener('unhandledrejection', (event) => {
  // The page says it in words; the console need not say it again.
  event.preventDefault();
  tell(null, String(event.reason));
});
globalThis.addEventListener('error', ({ message }) => tell(null, message));

try {
  scope.importScripts('duckdb-browser-eh.worker.js');
} catch (error) {
  const loaded = !(error instanceof DOMException && error.name === 'NetworkError');
  tell(loaded ? null : 'missing', `duckdb-browser-eh.worker.js: ${String(error)}`);
}
