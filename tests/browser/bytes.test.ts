import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Builder } from '@sveltejs/kit';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import config from '../../svelte.config.js';
import { launchBrowser } from './support/browser';
import { pages, siteFolder, visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const budget = 100_000;

/** What the build compresses, and what the engine's own files need no more. */
const compressed = /\.(html|js|mjs|json|css|svg|xml|wasm)$/;
const sizes = new Map<string, number>();

/** Bytes that a host with precompressed files sends for a path of the site; Brotli as the build makes it. */
function sentBytes(path: string): number {
  const file = join(siteFolder(), decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '');
  const size = sizes.get(file) ?? (compressed.test(file) ? brotli(readFileSync(file)) : statSync(file).size);
  sizes.set(file, size);
  return size;
}

function brotli(bytes: Uint8Array): number {
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
  };
  return brotliCompressSync(bytes, { params }).length;
}

test.each(pages)('%s costs at most 100 kB before anybody touches it, and neither engine nor extract', async (path) => {
  const { page, served, close } = await visit(browser, path);
  await page.waitForLoadState('networkidle');
  const asked = served.requests.map((request) => ({ request, bytes: sentBytes(request) }));
  await close();
  expect(asked.map(({ request }) => request).filter((request) => /wasm|\/engine\/|\/extract\//.test(request))).toEqual(
    []
  );
  // A page without its script and style would be light, but not this site.
  expect(asked.length).toBeGreaterThan(3);
  const total = asked.reduce((sum, { bytes }) => sum + bytes, 0);
  const heaviest = asked.toSorted((a, b) => b.bytes - a.bytes).slice(0, 6);
  const told = heaviest.map(({ request, bytes }) => `${request} ${bytes}`).join('\n');
  console.log(`${path}: ${total} bytes in ${asked.length} requests`);
  expect(total, `bytes of ${path}; the heaviest:\n${told}`).toBeLessThanOrEqual(budget);
});

test('npm run build has the whole site compressed beside it, whatever the site of the tests does', async () => {
  const folders: string[] = [];
  const nothing = () => undefined;
  const log = Object.assign(nothing, { minor: nothing, warn: nothing, info: nothing, error: nothing });
  const builder = {
    config: { kit: {} },
    routes: [],
    log,
    rimraf: nothing,
    generateEnvModule: nothing,
    writeClient: nothing,
    writePrerendered: nothing,
    compress: async (folder: string) => void folders.push(folder)
  };
  await config.kit!.adapter!.adapt(builder as unknown as Builder);
  expect(folders).toEqual(['build']);
});
