/** First bytes of a gzip stream. */
const gzipMagic = [0x1f, 0x8b] as const;

/** Told what happens to a response on its way. */
export interface Listener {
  /** So many bytes have arrived in all: as sent, before inflating. */
  arrived(bytes: number): void;
  /** The connection ended before the response did. */
  lost(error: unknown): void;
}

/**
 * A response of type application/wasm from one whose body is gzip, or already inflated by a host that declares
 * gzip as its content encoding. Bytes are counted as they arrive; gzip's own checksum and length end a damaged or
 * truncated stream in an error.
 */
export async function wasmResponse(response: Response, listener: Listener): Promise<Response> {
  if (!response.body) throw new TypeError(`${response.url} has no body`);
  const read = reading(response.body.getReader(), listener);
  const first = await firstBytes(read);
  const stream = restOf(first, read);
  const inflated = isGzip(first) ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
  return new Response(inflated, { headers: { 'content-type': 'application/wasm' } });
}

/** Whether the bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return gzipMagic.every((byte, index) => bytes[index] === byte);
}

type Bytes = Uint8Array<ArrayBuffer>;

/** The next bytes; null at the end. */
type Read = () => Promise<Bytes | null>;

function reading(reader: ReadableStreamDefaultReader<Bytes>, { arrived, lost }: Listener): Read {
  let received = 0;
  return async () => {
    const { done, value } = await reader.read().catch((error: unknown) => {
      lost(error);
      throw error;
    });
    if (done) return null;
    received += value.length;
    arrived(received);
    return value;
  };
}

/** Enough of the beginning to recognise gzip: a first chunk may be a single byte. */
async function firstBytes(read: Read): Promise<Bytes> {
  let first: Bytes = new Uint8Array();
  while (first.length < gzipMagic.length) {
    const value = await read();
    if (!value) return first;
    const joined = new Uint8Array(first.length + value.length);
    joined.set(first);
    joined.set(value, first.length);
    first = joined;
  }
  return first;
}

function restOf(first: Bytes, read: Read): ReadableStream<Bytes> {
  return new ReadableStream<Bytes>({
    start: (controller) => controller.enqueue(first),
    async pull(controller) {
      const value = await read();
      if (value) controller.enqueue(value);
      else controller.close();
    }
  });
}
