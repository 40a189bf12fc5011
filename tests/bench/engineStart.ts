import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { realizationText as text } from '$lib/text/realization';
import { bundlePage } from './support/bundle';
import type { BenchRow } from './support/row';
import { benchSite } from './support/site';
import { median } from './support/statistics';

const require = createRequire(import.meta.url);

/** Engine start of the site against the bare engine's, by turns so that a busy minute strikes both. */
export async function engineStartRow(browser: Browser, url: string, pairs = 7): Promise<BenchRow> {
  const folder = await mkdtemp(join(tmpdir(), 'tepat-bench-'));
  const engine = dirname(require.resolve('@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js'));
  for (const name of ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js']) {
    await copyFile(join(engine, name), join(folder, name));
  }
  await bundlePage(folder, 'bareEnginePage.ts');
  const bare = await benchSite(folder);
  try {
    const measured: { ours: number; bare: number }[] = [];
    await bareStart(browser, bare.url);
    for (let pair = 0; pair < pairs; pair++) {
      measured.push({ ours: await siteStart(browser, url), bare: await bareStart(browser, bare.url) });
    }
    return startRow(measured);
  } finally {
    await bare.close();
    await rm(folder, { recursive: true });
  }
}

function startRow(measured: readonly { ours: number; bare: number }[]): BenchRow {
  const [ours, bare] = [median(measured.map((pair) => pair.ours)), median(measured.map((pair) => pair.bare))];
  const ratios = measured.map((pair) => pair.ours / pair.bare);
  return {
    what: 'engine ready',
    measured: `${(ours / bare).toFixed(2)} ×`,
    budget: '1.15 ×',
    isWithin: ours / bare <= 1.15,
    how:
      `${(ours / 1000).toFixed(2)} s from the first filter to ready, Parquet decoder beside it; bare engine, raw wasm, ` +
      `${(bare / 1000).toFixed(2)} s; medians of ${measured.length} pairs, ratio of each ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`
  };
}

async function bareStart(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${url}/`, { waitUntil: 'load' });
    await page.waitForFunction(() => 'startBareEngine' in window);
    return await page.evaluate(() => window.startBareEngine());
  } finally {
    await context.close();
  }
}

/** From a reader's first filter to the moment the first table is asked for, which the page does as soon as the engine is ready. */
async function siteStart(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${url}/realisasi/`, { waitUntil: 'networkidle' });
    const month = page.locator('form.filters label', { hasText: text.bulan.id }).locator('select');
    const begun = performance.now();
    const [ended] = await Promise.all([
      page
        .waitForRequest((request) => request.url().endsWith('.parquet'), { timeout: 60_000 })
        .then(() => performance.now()),
      month.selectOption('6')
    ]);
    return ended - begun;
  } finally {
    await context.close();
  }
}
