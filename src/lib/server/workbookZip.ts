import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';

let compresses = false;

/** Zip with Node's deflate: a third of the size of the library's own. It asks for both directions and how many bytes it took. */
export function compressWell(): void {
  if (compresses) return;
  class Inflater {
    bytesRead = 0;
    _finishFlushFlag = 0;
    _processChunk(bytes: Uint8Array): Buffer {
      const { buffer, engine } = inflateRawSync(bytes, { info: true }) as unknown as InflateInfo;
      this.bytesRead = engine.bytesWritten;
      return buffer;
    }
  }
  (CFB.utils as { use_zlib: (zlib: unknown) => void }).use_zlib({ InflateRaw: Inflater, deflateRawSync });
  compresses = true;
}

/** What Node gives with `info`, which its types leave out. */
interface InflateInfo {
  buffer: Buffer;
  engine: { bytesWritten: number };
}
