import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EngineManifest } from '$lib/database/manifest';
import { prepareEngine } from '../../src/cli/engine';

const require = createRequire(import.meta.url);
let out: string;
let manifest: EngineManifest;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'tepat mesin '));
  manifest = await prepareEngine(out);
});
afterAll(() => rm(out, { recursive: true }));

const read = (name: string) => readFile(join(out, manifest.version, name));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('the manifest lists every file of its folder with its bytes and hash, and nothing else is there', async () => {
  expect((await readdir(out)).sort()).toEqual([manifest.version, 'engine.json'].sort());
  expect((await readdir(join(out, manifest.version))).sort()).toEqual(manifest.files.map(({ name }) => name).sort());
  for (const { name, bytes, sha256: expected } of manifest.files) {
    const content = await read(name);
    expect({ name, bytes: content.length, hash: sha256(content) }).toEqual({ name, bytes, hash: expected });
  }
  expect(JSON.parse(await readFile(join(out, 'engine.json'), 'utf8'))).toMatchObject(manifest);
});

test.for([
  { name: 'duckdb-eh.wasm.bin', from: '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm', limit: 8e6 },
  { name: 'parquet_wasm_bg.wasm.bin', from: 'parquet-wasm/esm/parquet_wasm_bg.wasm', limit: 2e6 }
])('$name is the gzip of the package’s own wasm, below $limit bytes', async ({ name, from, limit }) => {
  const packed = await read(name);
  expect(sha256(gunzipSync(packed))).toBe(sha256(await readFile(require.resolve(from))));
  expect(packed.length).toBeLessThan(limit);
  // No date and no system in the header, so that the bytes repeat.
  expect([...packed.subarray(4, 10)]).toEqual([0, 0, 0, 0, packed[8], 255]);
});

test('our workers are small scripts that name no other host', async () => {
  for (const [name, limit] of [
    ['engine.worker.js', 4e3],
    ['decode.worker.js', 5e4]
  ] as const) {
    const text = (await read(name)).toString();
    expect(text.length).toBeLessThan(limit);
    expect(text).not.toMatch(/https?:\/\//);
  }
});

test('a second run writes nothing; a damaged or missing file is written again, with the same bytes', async () => {
  const path = join(out, manifest.version, 'duckdb-eh.wasm.bin');
  const { mtimeMs } = await stat(path);
  expect(await prepareEngine(out)).toEqual(manifest);
  expect((await stat(path)).mtimeMs).toBe(mtimeMs);
  const bytes = await readFile(path);
  await writeFile(path, bytes.subarray(1));
  expect(await prepareEngine(out)).toEqual(manifest);
  expect(sha256(await readFile(path))).toBe(sha256(bytes));
});
