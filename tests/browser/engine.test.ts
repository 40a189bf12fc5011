import { gunzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { foreignRequests, launchBrowser } from './support/browser';
import type { Told } from './support/enginePage';
import { contentSecurityPolicy, engineSite, type EngineSite } from './support/engineSite';
import { serveFolder, type ServeOptions, type Served } from './support/serve';

let browser: Browser;
let site: EngineSite;
let context: BrowserContext | null = null;
let served: Served | null = null;
let foreign: string[] = [];

beforeAll(async () => {
  [browser, site] = [await launchBrowser(), await engineSite()];
});
afterAll(async () => {
  await browser?.close();
  await site?.remove();
});
afterEach(async () => {
  await context?.close();
  await served?.close();
  context = served = null;
  expect(foreign, 'requests to another origin').toEqual([]);
});

async function visit(options: ServeOptions = {}, path = '/', prepare?: (page: Page) => Promise<void>): Promise<Page> {
  served = await serveFolder(site.folder, options);
  context = await browser.newContext();
  foreign = await foreignRequests(context, served.origin);
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(`${served.url}${path}`);
  await page.waitForFunction(() => 'tepat' in window);
  return page;
}

/** Opens the engine; null when it is ready, else what was thrown. */
function open(page: Page): Promise<Told | null> {
  return page.evaluate(() => window.tepat.open().then(() => null, window.tepat.told));
}

/** Bytes of one question over the table `bulan`: its sum. */
const sum = `SELECT sum(realisasi)::VARCHAR AS jumlah FROM bulan WHERE bulan <= $1`;
function askSum(page: Page): Promise<unknown> {
  return page.evaluate(
    (sql) => window.tepat.ask(sql, { jumlah: 'VARCHAR' }, { bulan: 'INTEGER' }, { bulan: 12 }).catch(window.tepat.told),
    sum
  );
}
const answer = [{ jumlah: '78000000000.78' }];

/** Serves one file otherwise. */
function instead(
  file: string | RegExp,
  mutation: (body: Uint8Array) => ReturnType<NonNullable<ServeOptions['mutate']>>
): ServeOptions {
  const matches = (path: string) => (typeof file === 'string' ? path.endsWith(file) : file.test(path));
  return { mutate: (path, body) => (body && matches(path) ? mutation(body) : undefined) };
}

test('starts under the policy of the site, answers, counts every byte, fetches only the tables asked for', async () => {
  const page = await visit();
  expect(await open(page)).toBeNull();
  const atStart = await page.evaluate(() => window.tepat.progress);
  expect(atStart.at(-1)).toEqual([site.engineBytes, site.engineBytes]);
  expect(atStart.filter(([bytes]) => bytes > 0 && bytes < site.engineBytes).length).toBeGreaterThan(2);
  expect(served?.requests.filter((path) => path.endsWith('.parquet'))).toEqual([]);

  expect(await askSum(page)).toEqual(answer);
  expect(await askSum(page)).toEqual(answer);
  expect(served?.requests.filter((path) => path.endsWith('.parquet'))).toEqual(['/extract/bulan.parquet']);
  const progress = await page.evaluate(() => window.tepat.progress);
  const [bytes, total] = progress.at(-1)!;
  expect(bytes).toBe(total);
  expect(total).toBeGreaterThan(site.engineBytes);
  progress.slice(1).forEach(([now], index) => expect(now).toBeGreaterThanOrEqual(progress[index]![0]));
});

test('every type arrives exact', async () => {
  const page = await visit();
  await open(page);
  const rows = await page.evaluate(() =>
    window.tepat.ask(
      `SELECT urutan, nama, (rupiah * 100)::DECIMAL(22,0)::VARCHAR AS sen, nilai, terikat, tanggal::VARCHAR AS tanggal,
        desil::VARCHAR AS desil, kode::VARCHAR AS kode FROM segala ORDER BY urutan`,
      {
        urutan: 'INTEGER',
        nama: 'VARCHAR?',
        sen: 'VARCHAR?',
        nilai: 'DOUBLE?',
        terikat: 'BOOLEAN?',
        tanggal: 'VARCHAR?',
        desil: 'VARCHAR?',
        kode: 'VARCHAR?'
      }
    )
  );
  expect(rows).toEqual([
    {
      urutan: 1,
      nama: 'Muara Kaman Ulu 😀 "é"',
      sen: '1234567890123456789',
      nilai: 1.5,
      terikat: true,
      tanggal: '2025-03-31',
      desil: '[1, NULL, 3]',
      kode: "[a, NULL, '']"
    },
    { urutan: 2, nama: '', sen: '-1', nilai: -0.1, terikat: false, tanggal: '1899-12-31', desil: '[]', kode: '[]' },
    { urutan: 3, nama: null, sen: null, nilai: null, terikat: null, tanggal: null, desil: null, kode: null }
  ]);
});

const asItIs: { name: string; options: () => ServeOptions }[] = [
  { name: 'below a prefix', options: () => ({ prefix: '/dinsos/tepat' }) },
  {
    name: 'with the policy as a header, which binds workers too',
    // A header binds the worker, which must be allowed to compile WebAssembly; the page's own meta policy need not allow it.
    options: () => ({
      headers: {
        'content-security-policy': contentSecurityPolicy().replace(
          "script-src 'self'",
          "script-src 'self' 'wasm-unsafe-eval'"
        )
      }
    })
  },
  {
    name: 'from a host that sends the gzip as a content encoding',
    options: () => instead('.wasm.bin', () => ({ headers: { 'content-encoding': 'gzip' } }))
  },
  { name: 'from a host that inflates', options: () => instead('.wasm.bin', (body) => ({ body: gunzipSync(body) })) },
  {
    name: 'on an origin that is not secure, where the browser has no sha256',
    options: () =>
      instead('decode.worker.js', (body) => ({
        body: before(body, "Object.defineProperty(crypto, 'subtle', { value: undefined });")
      }))
  }
];
test.for(asItIs)('works $name', async ({ options }) => {
  const page = await visit(options());
  expect(await open(page)).toBeNull();
  expect(await askSum(page)).toEqual(answer);
  const [bytes, total] = (await page.evaluate(() => window.tepat.progress)).at(-1)!;
  expect(bytes).toBe(total);
});

function before(body: Uint8Array, script: string): Uint8Array {
  return Buffer.concat([Buffer.from(`${script}\n`), body]);
}

const gone = () => ({ status: 404, body: new Uint8Array() });
const half = (body: Uint8Array) => ({ body: body.subarray(0, body.length / 2) });
const cut = (body: Uint8Array) => ({ cutAfter: body.length / 2 });
const outOfMemory = `for (const name of ['instantiate', 'instantiateStreaming']) WebAssembly[name] = () =>
  Promise.reject(new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance'));`;
function flipped(body: Uint8Array) {
  const copy = Uint8Array.from(body);
  copy[copy.length >> 1]! ^= 0xff;
  return { body: copy };
}

const faults: { name: string; fault: string; options?: ServeOptions; path?: string; without?: string }[] = [
  { name: 'no manifest', fault: 'missing', options: instead('engine.json', gone) },
  {
    name: 'a page in place of the manifest',
    fault: 'damaged',
    options: instead('engine.json', () => ({ body: Buffer.from('<!doctype html>') }))
  },
  {
    name: 'no chunk of ours that drives the engine',
    fault: 'network',
    options: instead(/^\/duckdb-browser.*\.js$/, gone)
  },
  { name: 'no engine wasm', fault: 'missing', options: instead('duckdb-eh.wasm.bin', gone) },
  { name: 'no engine script', fault: 'missing', options: instead('duckdb-browser-eh.worker.js', gone) },
  { name: 'no wrapper', fault: 'missing', options: instead('engine.worker.js', gone) },
  { name: 'no decoder', fault: 'missing', options: instead('decode.worker.js', gone) },
  { name: 'no parquet wasm', fault: 'missing', options: instead('parquet_wasm_bg.wasm.bin', gone) },
  {
    name: 'a page in place of the wrapper',
    fault: 'damaged',
    options: instead('engine.worker.js', () => ({
      body: Buffer.from('<!doctype html>'),
      headers: { 'content-type': 'text/html' }
    }))
  },
  { name: 'a truncated wrapper', fault: 'damaged', options: instead('engine.worker.js', half) },
  { name: 'a truncated engine script', fault: 'damaged', options: instead('duckdb-browser-eh.worker.js', half) },
  { name: 'a truncated engine', fault: 'damaged', options: instead('duckdb-eh.wasm.bin', half) },
  { name: 'a truncated parquet wasm', fault: 'damaged', options: instead('parquet_wasm_bg.wasm.bin', half) },
  { name: 'a flipped byte', fault: 'damaged', options: instead('duckdb-eh.wasm.bin', flipped) },
  {
    name: 'a page in place of the engine',
    fault: 'damaged',
    options: instead('duckdb-eh.wasm.bin', () => ({ body: Buffer.from('<!doctype html>') }))
  },
  {
    name: 'an empty file in place of the engine',
    fault: 'damaged',
    options: instead('duckdb-eh.wasm.bin', () => ({ body: new Uint8Array() }))
  },
  { name: 'a connection cut halfway', fault: 'network', options: instead('duckdb-eh.wasm.bin', cut) },
  {
    name: 'a connection cut halfway in the parquet wasm',
    fault: 'network',
    options: instead('parquet_wasm_bg.wasm.bin', cut)
  },
  { name: 'no WebAssembly', fault: 'unsupported', without: 'WebAssembly' },
  { name: 'no DecompressionStream', fault: 'unsupported', without: 'DecompressionStream' },
  { name: 'a policy against workers', fault: 'blocked', path: '/tanpa-pekerja.html' },
  {
    name: 'a policy of the worker against wasm',
    fault: 'blocked',
    options: {
      mutate: (path) =>
        path.endsWith('.worker.js') ? { headers: { 'content-security-policy': "script-src 'self'" } } : undefined
    }
  },
  {
    name: 'no memory',
    fault: 'memory',
    options: instead('engine.worker.js', (body) => ({ body: before(body, outOfMemory) }))
  }
];
test.for(faults)('$name: $fault, in one sentence, and the page goes on', async ({ fault, options, path, without }) => {
  const page = await visit(options, path, async (fresh) => {
    if (without) await fresh.addInitScript((name) => Reflect.deleteProperty(globalThis, name), without);
  });
  const told = await open(page);
  expect(told).toMatchObject({ name: 'EngineError', fault });
  expect(told?.id).toMatch(/tetap lengkap\.$/);
  expect(told?.en).toMatch(/complete\.$/);
  expect(await page.evaluate(() => 1 + 1)).toBe(2);
});

const wrongTables: { name: string; fault: string; options: ServeOptions }[] = [
  { name: 'changed', fault: 'damaged', options: instead('bulan.parquet', flipped) },
  { name: 'truncated', fault: 'damaged', options: instead('bulan.parquet', half) },
  { name: 'missing', fault: 'missing', options: instead('bulan.parquet', gone) },
  { name: 'cut off', fault: 'network', options: instead('bulan.parquet', cut) }
];
test.for(wrongTables)(
  'a table that is $name is not used, others are, and it may be tried again',
  async ({ fault, options }) => {
    let mend = false;
    const page = await visit({ mutate: (path, body) => (mend ? undefined : options.mutate?.(path, body)) });
    await open(page);
    expect(await askSum(page)).toMatchObject({ name: 'EngineError', fault });
    expect(
      await page.evaluate(() => window.tepat.ask('SELECT count(*)::INTEGER AS n FROM segala', { n: 'INTEGER' }))
    ).toEqual([{ n: 3 }]);
    mend = true;
    expect(await askSum(page)).toEqual(answer);
  }
);

test('an older copy in the browser cache is replaced by the published file', async () => {
  let old = true;
  const page = await visit(
    instead('bulan.parquet', (body) =>
      old ? { ...flipped(body), headers: { 'cache-control': 'max-age=31536000, immutable' } } : undefined
    )
  );
  await page.evaluate(() => fetch('extract/bulan.parquet').then((response) => response.arrayBuffer()));
  old = false;
  await open(page);
  expect(await askSum(page)).toEqual(answer);
});

/** A promise that the test resolves. */
function signalled<T>(): { promise: Promise<T>; resolve(value: T): void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((yes) => (resolve = yes));
  return { promise, resolve };
}

test('can be cancelled while it downloads, and opened again', async () => {
  const held = signalled<undefined>();
  const asked = signalled<void>();
  const page = await visit({
    mutate: (path) => {
      if (!path.endsWith('duckdb-eh.wasm.bin')) return undefined;
      asked.resolve();
      return held.promise;
    }
  });
  const told = page.evaluate(() => {
    const controller = new AbortController();
    Object.assign(window, { cancel: () => controller.abort() });
    return window.tepat.open(controller).then(() => null, window.tepat.told);
  });
  await asked.promise;
  await page.evaluate(() => (window as unknown as { cancel(): void }).cancel());
  expect(await told).toMatchObject({ name: 'AbortError' });
  held.resolve(undefined);
  expect(await open(page)).toBeNull();
  expect(await askSum(page)).toEqual(answer);
});

test('hostile SQL is refused, changes nothing, and asks nobody', async () => {
  const page = await visit();
  await open(page);
  const origin = served!.origin;
  const before = served!.requests.length;
  const statements = [
    "SELECT * FROM read_csv('https://example.org/a.csv')",
    `SELECT * FROM read_csv('${origin}/extract/datapackage.json')`,
    "SELECT * FROM read_parquet('https://example.org/a.parquet')",
    "SELECT * FROM 'https://example.org/a.parquet'",
    "INSTALL httpfs FROM 'https://example.org'",
    'INSTALL parquet',
    'LOAD parquet',
    "LOAD 'https://example.org/x.duckdb_extension.wasm'",
    "ATTACH 'https://example.org/a.db'",
    "COPY (SELECT 1) TO 'https://example.org/a.csv'",
    "SET custom_extension_repository = 'https://example.org'",
    'SET enable_external_access = true',
    'RESET lock_configuration',
    "CREATE SECRET (TYPE s3, KEY_ID 'a')",
    'DROP TABLE segala',
    'DELETE FROM segala'
  ];
  await page.evaluate(() => window.tepat.database?.load(['segala']));
  for (const sql of statements) {
    const told = await page.evaluate((sql) => window.tepat.ask(sql, {}).then(() => null, window.tepat.told), sql);
    expect(told, sql).toMatchObject({ name: 'QueryError', fault: null });
  }
  expect(served!.requests.slice(before)).toEqual(['/extract/segala.parquet']);
  expect(
    await page.evaluate(() => window.tepat.ask('SELECT count(*)::INTEGER AS n FROM segala', { n: 'INTEGER' }))
  ).toEqual([{ n: 3 }]);
});

test('of overlapping questions only the newest is answered, and an aborted one in the queue is not sent', async () => {
  const page = await visit();
  await open(page);
  const answers = await page.evaluate(async () => {
    const ask = window.tepat.latest<unknown>();
    const query = {
      sql: 'SELECT count(*)::INTEGER AS n FROM besar WHERE i < $1',
      params: { i: 'INTEGER' },
      columns: { n: 'INTEGER' }
    } as const;
    const sequence = [1, 2, 3].map((i) => ask((signal) => window.tepat.database!.all(query, { i }, { signal })));
    const aborted = AbortSignal.abort();
    const early = window.tepat.database!.all(query, { i: 9 }, { signal: aborted }).catch((error: Error) => error.name);
    return Promise.all([...sequence, early]);
  });
  expect(answers).toEqual([undefined, undefined, [{ n: 3 }], 'AbortError']);
});

test('an engine that breaks down at work says so to all who wait, and can be opened again', async () => {
  let broken = true;
  const trap = `addEventListener('message', (event) => {
    if (event.data.type !== 'RUN_PREPARED') return;
    event.stopImmediatePropagation();
    Promise.reject(new WebAssembly.RuntimeError('unreachable'));
  });`;
  const page = await visit(instead('engine.worker.js', (body) => (broken ? { body: before(body, trap) } : undefined)));
  await open(page);
  expect(await askSum(page)).toMatchObject({ name: 'EngineError', fault: 'stopped' });
  expect(await askSum(page)).toMatchObject({ name: 'EngineError', fault: 'stopped' });
  broken = false;
  expect(await open(page)).toBeNull();
  expect(await askSum(page)).toEqual(answer);
});

test('closing ends it: who waits and who asks later gets an AbortError', async () => {
  const page = await visit();
  await open(page);
  const names = await page.evaluate(async () => {
    const name = (error: Error) => error.name;
    const slow = window.tepat.ask('SELECT count(*)::INTEGER AS n FROM besar a, besar b', { n: 'INTEGER' }).catch(name);
    window.tepat.database!.close();
    return [await slow, await window.tepat.ask('SELECT 1 AS a', { a: 'INTEGER' }).catch(name)];
  });
  expect(names).toEqual(['AbortError', 'AbortError']);
});

test('a request to another origin would be noticed, from a page and from a worker', async () => {
  const page = await visit();
  // A file without the policy of the site, which would stop these requests by itself.
  await page.goto(`${served!.url}/extract/datapackage.json`);
  await page.evaluate(async () => {
    await fetch('http://localhost:9/halaman').catch(() => {});
    const code = "fetch('http://localhost:9/pekerja').catch(() => 0).then(() => postMessage(0))";
    const worker = new Worker(URL.createObjectURL(new Blob([code])));
    await new Promise((resolve) => worker.addEventListener('message', resolve));
  });
  expect(foreign).toEqual(['http://localhost:9/halaman', 'http://localhost:9/pekerja']);
  foreign = [];
});
