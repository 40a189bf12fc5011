import { cp, mkdtemp, rm } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { RealizationFilter } from '$lib/url/filter';
import { bundlePage } from './support/bundle';
import { keepNames } from './support/keepNames';
import { type BenchRow, milliseconds, skippedRow } from './support/row';
import { benchSite } from './support/site';
import { quantile } from './support/statistics';

const rows = 10_000_000;
const what = 'filter change, 10M rows';
const budget = 'p95 150 ms';

/** The same questions over a realisasi of ten million rows, in the browser, over an engine of their own. */
export async function tenMillionRow(browser: Browser, site: string): Promise<BenchRow> {
  if (freemem() < 4e9) return skippedRow(what, budget, 'less than 4 GB of memory is free');
  const folder = await mkdtemp(join(tmpdir(), 'tepat-bench-'));
  for (const name of ['engine', 'extract']) await cp(join(site, name), join(folder, name), { recursive: true });
  await bundlePage(folder, 'tenMillionPage.ts');
  const served = await benchSite(folder);
  const context = await browser.newContext();
  try {
    await context.addInitScript(keepNames);
    const page = await context.newPage();
    await page.goto(`${served.url}/`, { waitUntil: 'load' });
    await page.waitForFunction(() => 'tenMillion' in window);
    const held = await page.evaluate((wanted) => window.tenMillion.open(wanted), rows);
    await page.evaluate(() => window.tenMillion.ask([{}, { tahun: 2025 }]));
    await page.evaluate(() => void (window.tenMillion.asked.length = 0));
    const times = await page.evaluate((asked) => window.tenMillion.ask(asked), changes());
    const slowest = await page.evaluate(() => window.tenMillion.asked.sort((a, b) => b.time - a.time).slice(0, 2));
    return tenMillion(times, held, slowest);
  } catch (error) {
    return skippedRow(
      what,
      budget,
      `could not be held: ${error instanceof Error ? error.message.split('\n')[0] : error}`
    );
  } finally {
    await context.close();
    await served.close();
    await rm(folder, { recursive: true });
  }
}

/** Three of four change what is shown of a year that is there; one of four asks for another month or year. */
function changes(): Partial<RealizationFilter>[] {
  const programs = ['1.06.01', '1.06.04', '1.06.05', '1.06.06'];
  const months = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((bulan) => [
    { bulan },
    ...programs.slice(0, 2).map((kode) => ({ bulan, kode })),
    { bulan, jenis: '5.1.02' }
  ]);
  const years = [2024, 2023].map((tahun) => [{ tahun }, { tahun, jenis: '5.1.01' }, { tahun, kode: '1.06.04' }]);
  return [...months.flat(), ...years.flat()];
}

function tenMillion(
  times: readonly number[],
  held: number,
  slowest: readonly { sql: string; time: number }[]
): BenchRow {
  const p95 = quantile(times, 0.95);
  const named = slowest.map(({ sql, time }) => `${milliseconds(time)} ${sql}`).join('; ');
  return {
    what,
    measured: `p50 ${milliseconds(quantile(times, 0.5))}, p95 ${milliseconds(p95)}`,
    budget,
    isWithin: p95 <= 150,
    how: `${times.length} changes, filter to view, nothing drawn; ${held} rows, codes held as ENUM; slowest questions: ${named}`
  };
}
