import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { wasmResponse } from '$lib/database/worker/inflate';
import { ownUrl } from '$lib/database/worker/ownOrigin';
import { digest, sha256 } from '$lib/database/worker/sha256';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

// Source: NIST, FIPS 180-4 example values, SHA256.pdf (one block, two blocks) and the empty message.
test.for([
  { name: 'nothing', text: '', expected: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
  { name: 'one block', text: 'abc', expected: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' },
  {
    name: 'two blocks',
    text: 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    expected: '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'
  }
])('sha256 in plain JavaScript: $name', ({ text, expected }) => {
  expect(hex(digest(new TextEncoder().encode(text)))).toBe(expected);
});

test('sha256 in plain JavaScript equals that of Node for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hex(digest(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    })
  );
});

test('sha256 is the same with and without the browser’s own', async () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
  const own = await sha256(bytes);
  vi.stubGlobal('crypto', {});
  expect(await sha256(bytes)).toBe(own);
  vi.unstubAllGlobals();
});

const content = Buffer.from('\0asm isi modul '.repeat(5000));

/** A response whose body comes in pieces of the size given. */
function pieces(bytes: Uint8Array, size: number): Response {
  let at = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (at >= bytes.length) return controller.close();
    controller.enqueue(Uint8Array.from(bytes.subarray(at, (at += size))));
  };
  return new Response(new ReadableStream({ pull }));
}

test.for([
  { name: 'gzip in one piece', bytes: gzipSync(content), size: 1e6 },
  { name: 'gzip whose first piece is a single byte', bytes: gzipSync(content), size: 1 },
  { name: 'already inflated', bytes: content, size: 4096 },
  { name: 'nothing at all', bytes: Buffer.alloc(0), size: 1 }
])('wasm is handed over inflated, counted as sent: $name', async ({ bytes, size }) => {
  const arrived = vi.fn();
  const lost = vi.fn();
  const response = await wasmResponse(pieces(bytes, size), { arrived, lost });
  expect(response.headers.get('content-type')).toBe('application/wasm');
  const expected = bytes.length === 0 ? bytes : content;
  expect(Buffer.from(await response.arrayBuffer()).equals(expected)).toBe(true);
  expect(arrived.mock.calls.at(-1)?.[0] ?? 0).toBe(bytes.length);
  expect(lost).not.toHaveBeenCalled();
});

test.for([
  { name: 'truncated', damage: (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 20) },
  { name: 'without its checksum', damage: (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 8) },
  { name: 'with a flipped bit', damage: (bytes: Uint8Array) => bytes.map((byte, i) => (i === 40 ? byte ^ 1 : byte)) }
])('gzip that is $name ends in an error, not in other bytes', async ({ damage }) => {
  const lost = vi.fn();
  const response = await wasmResponse(pieces(damage(gzipSync(content)), 512), { arrived: () => {}, lost });
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect(lost).not.toHaveBeenCalled();
});

test('a connection that ends early is told apart from a damaged file', async () => {
  const bytes = Uint8Array.from(gzipSync(content));
  let sent = false;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (sent) return controller.error(new TypeError('network error'));
    sent = true;
    controller.enqueue(bytes.subarray(0, 100));
  };
  const lost = vi.fn();
  const response = await wasmResponse(new Response(new ReadableStream({ pull })), { arrived: () => {}, lost });
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect(lost).toHaveBeenCalledOnce();
});

test.for([
  { url: 'duckdb-eh.wasm.bin', expected: 'https://dinsos.example/tepat/engine/duckdb-eh.wasm.bin' },
  { url: '/extract/pagu.parquet', expected: 'https://dinsos.example/extract/pagu.parquet' },
  { url: 'https://dinsos.example/x', expected: 'https://dinsos.example/x' }
])('$url is of the own origin', ({ url, expected }) => {
  expect(ownUrl(url, 'https://dinsos.example/tepat/engine/engine.worker.js')).toBe(expected);
});

test.for([
  'https://extensions.duckdb.org/v1.4.3/wasm_eh/parquet.duckdb_extension.wasm',
  '//extensions.duckdb.org/x',
  'http://dinsos.example/x',
  'https://dinsos.example:8443/x',
  'https://dinsos.example.org/x',
  'data:text/javascript,1',
  'blob:https://lain.example/1'
])('%s is of another origin and is refused', (url) => {
  expect(() => ownUrl(url, 'https://dinsos.example/tepat/')).toThrow(/another origin/);
});
