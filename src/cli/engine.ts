import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import type { EngineManifest, PublishedFile } from '../lib/database/manifest';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const require = createRequire(import.meta.url);

/*
 * Only DuckDB's `eh` build (wasm exceptions) is shipped. `mvp` is for browsers without them, of before 2022; those lack
 * DecompressionStream too, and would fetch 39 MB on the weakest devices. `coi` needs headers that break embedding.
 */
const duckdbFolder = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'));
const wasmFiles = [join(duckdbFolder, 'duckdb-eh.wasm'), require.resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')];
const engineScript = join(duckdbFolder, 'duckdb-browser-eh.worker.js');
const workers = { 'engine.worker.js': 'engine.ts', 'decode.worker.js': 'decode.ts' };

/** A manifest that also says what it was made from, so that a second build can tell that nothing changed. */
interface StoredManifest extends EngineManifest {
  source: string;
}

/**
 * Writes the browser's engine to `static/engine/<version>/`, and `static/engine/engine.json`, which names the version and
 * lists each file's bytes as sent and its sha256. The version is DuckDB-WASM's with a hash of the files, so that a
 * folder's content never changes and may be cached for good. Does nothing when what is there is what would be written.
 */
export async function prepareEngine(out = join(root, 'static', 'engine')): Promise<EngineManifest> {
  const scripts = new Map<string, Uint8Array>([['duckdb-browser-eh.worker.js', await script()]]);
  for (const [name, entry] of Object.entries(workers)) scripts.set(name, await bundle(entry));
  const wasm = new Map<string, Uint8Array>();
  for (const path of wasmFiles) wasm.set(`${basename(path)}.bin`, await readFile(path));

  // Another zlib may compress to other bytes, which then need another folder.
  const inputs = [...scripts, ...wasm].map(([name, bytes]) => `${name} ${sha256(bytes)}`);
  const source = sha256(Buffer.from([`zlib ${process.versions.zlib}`, ...inputs].join('\n')));
  const stored = await upToDate(out, source);
  if (stored) return stored;

  const version = `${duckdbVersion()}-${source.slice(0, 8)}`;
  const files = new Map([...scripts, ...[...wasm].map(([name, bytes]) => [name, gzip(bytes)] as const)]);
  const manifest = { version, files: [...files].map(([name, bytes]) => published(name, bytes)), source };
  await write(out, manifest, files);
  return withoutSource(manifest);
}

function duckdbVersion(): string {
  return (require(join(duckdbFolder, '..', 'package.json')) as { version: string }).version;
}

/** DuckDB's worker, without the pointer to a source map that is not shipped. */
async function script(): Promise<Uint8Array> {
  const text = await readFile(engineScript, 'utf8');
  return Buffer.from(text.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'));
}

/** One worker of ours as a classic script, which every browser can start. */
async function bundle(entry: string): Promise<Uint8Array> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutDefaultWasm()],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: join(root, 'src/lib/database/worker', entry), formats: ['iife'], name: 'tepat' }
    }
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error(`${entry}: the bundler gave nothing`);
  const [chunk, ...more] = output.output;
  if (chunk.type !== 'chunk' || more.length > 0) throw new Error(`${entry}: expected one script from the bundler`);
  return Buffer.from(chunk.code);
}

/** Our worker hands parquet-wasm its file; left in, its default address would be bundled as 6 MB of base64. */
function withoutDefaultWasm(): Plugin {
  const address = "new URL('parquet_wasm_bg.wasm', import.meta.url)";
  return {
    name: 'without-default-wasm',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('parquet-wasm')) return null;
      if (!code.includes(address)) throw new Error(`${id}: the default address of its wasm has changed`);
      return { code: code.replace(address, 'undefined'), map: null };
    }
  };
}

/** Gzip that is the same on every system: no date, and the byte that names the system says "unknown". */
function gzip(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255;
  return packed;
}

async function upToDate(out: string, source: string): Promise<EngineManifest | null> {
  const path = join(out, 'engine.json');
  if (!existsSync(path)) return null;
  const stored = await readFile(path, 'utf8')
    .then((text) => JSON.parse(text) as StoredManifest)
    .catch(() => null);
  if (stored?.source !== source) return null;
  for (const { name, sha256: expected } of stored.files) {
    const file = join(out, stored.version, name);
    if (!existsSync(file) || sha256(await readFile(file)) !== expected) return null;
  }
  return withoutSource(stored);
}

/** Writes the folder aside and renames it; the manifest last, and then older versions go. */
async function write(out: string, manifest: StoredManifest, files: Map<string, Uint8Array>): Promise<void> {
  const folder = join(out, manifest.version);
  const aside = `${folder}.tmp`;
  await rm(aside, { recursive: true, force: true });
  await mkdir(aside, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(aside, name), bytes);
  await rm(folder, { recursive: true, force: true });
  await rename(aside, folder);
  await writeFile(join(out, 'engine.json.tmp'), `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(join(out, 'engine.json.tmp'), join(out, 'engine.json'));
  for (const name of await readdir(out)) {
    const old = join(out, name);
    if (name !== manifest.version && (await stat(old)).isDirectory()) await rm(old, { recursive: true });
  }
}

function published(name: string, bytes: Uint8Array): PublishedFile {
  return { name, bytes: bytes.length, sha256: sha256(bytes) };
}

function withoutSource({ version, files }: StoredManifest): EngineManifest {
  return { version, files };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { version, files } = await prepareEngine();
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`Engine ${version}: ${files.length} files, ${(total / 1e6).toFixed(1)} MB as sent.`);
}
