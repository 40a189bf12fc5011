/*
 * Fetches a published parquet whole, checks it against its sha256, and decodes it to an Arrow IPC stream. DuckDB's own
 * Parquet reader is not in the wasm build and would be downloaded from a third party.
 */
import startParquet, { readParquet } from 'parquet-wasm/esm';
import { faultOf, type EngineFault } from '../error';
import { wasmResponse } from './inflate';
import type { DecodeRequest, WorkerMessage } from './messages';
import { ownUrl } from './ownOrigin';
import { sha256 } from './sha256';

const base = self.location.href;
const wasm = 'parquet_wasm_bg.wasm.bin';

/** A failure whose cause is known. */
class Fault extends Error {
  constructor(
    readonly fault: EngineFault,
    detail: string
  ) {
    super(detail);
  }
}

function post(message: WorkerMessage, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function fetchOwn(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(ownUrl(url, base), { cache }).catch((error: unknown) => {
    throw new Fault('network', `${url}: ${String(error)}`);
  });
  if (!response.ok) throw new Fault('missing', `${url} answered ${response.status}`);
  return response;
}

async function start(): Promise<void> {
  const response = await fetchOwn(wasm, 'default');
  const inflated = await wasmResponse(response, {
    arrived: (bytes) => post({ tepat: 'progress', file: wasm, bytes }),
    lost: (error) => post({ tepat: 'failure', fault: 'network', detail: `${wasm}: ${String(error)}` })
  });
  await startParquet({ module_or_path: inflated });
  post({ tepat: 'done', file: wasm });
  post({ tepat: 'ready' });
}

/** The published bytes. A copy in the browser's cache from before a new publication is replaced once. */
async function published(request: DecodeRequest): Promise<Uint8Array> {
  for (const cache of ['default', 'reload'] as const) {
    const bytes = await read(await fetchOwn(request.url, cache), request);
    if (bytes.length === request.bytes && (await sha256(bytes)) === request.sha256) return bytes;
  }
  throw new Fault('damaged', `${request.url} is not the published file (sha256 ${request.sha256})`);
}

async function read(response: Response, { name, bytes: expected, url }: DecodeRequest) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = response.body!.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      throw new Fault('network', `${url}: ${String(error)}`);
    });
    if (done) break;
    parts.push(value);
    bytes += value.length;
    post({ tepat: 'progress', file: name, bytes: Math.min(bytes, expected) });
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

const started = start();
started.catch((error: unknown) => post({ tepat: 'failure', ...told(error) }));

self.addEventListener('message', async ({ data }: MessageEvent<DecodeRequest>) => {
  try {
    // Download and engine start side by side.
    const [bytes] = await Promise.all([published(data), started]);
    const ipc = readParquet(bytes).intoIPCStream() as Uint8Array<ArrayBuffer>;
    post({ tepat: 'done', file: data.name });
    post({ tepat: 'table', name: data.name, ipc }, [ipc.buffer]);
  } catch (error) {
    post({ tepat: 'tableFailure', name: data.name, ...told(error) });
  }
});

function told(error: unknown): { fault: EngineFault | null; detail: string } {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof Fault) return { fault: error.fault, detail };
  // A file that passed its check and yet traps: this decoder's only trap is an allocation that failed.
  if (error instanceof WebAssembly.RuntimeError) return { fault: 'memory', detail };
  return { fault: faultOf(detail), detail };
}
