import type { EngineFault } from '../error';

/** What our part of a worker tells the page; `tepat` sets it apart from the engine's own messages. */
export type WorkerMessage =
  | { tepat: 'progress'; file: string; bytes: number }
  | { tepat: 'done'; file: string }
  /** `fault` is null where the worker does not know the cause: the page reads it from the detail. */
  | { tepat: 'failure'; fault: EngineFault | null; detail: string }
  | { tepat: 'ready' }
  | { tepat: 'table'; name: string; ipc: Uint8Array<ArrayBuffer> }
  | { tepat: 'tableFailure'; name: string; fault: EngineFault | null; detail: string };

/** What the page asks of the decoding worker: fetch a parquet, check it, and hand it back as an Arrow IPC stream. */
export interface DecodeRequest {
  name: string;
  url: string;
  bytes: number;
  sha256: string;
}
