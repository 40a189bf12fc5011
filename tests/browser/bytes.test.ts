import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser';
import { pages, siteFolder, visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const budget = 100_000;

/** Bytes that a host with precompressed files sends for a path of the site. */
function sentBytes(path: string): number {
  const file = join(siteFolder(), decodeURIComponent(path), path.endsWith('/') ? 'index.html' : '');
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
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

test('every page, script and style is there precompressed', () => {
  const folder = siteFolder();
  const bare = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(html|js|css)$/.test(file) && !file.startsWith('engine'))
    .filter((file) => !existsSync(join(folder, `${file}.br`)) || !existsSync(join(folder, `${file}.gz`)));
  expect(bare).toEqual([]);
});
