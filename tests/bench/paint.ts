import type { Browser } from 'playwright-core';
import type { BenchRow } from './support/row';
import { median } from './support/statistics';

/** Lighthouse's "slow 4G", in CDP's bytes per second and milliseconds. */
const slow4g = { offline: false, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8, latency: 150 };
const cpuSlowdown = 4;

/** Largest contentful paint of one cold load on slow 4G and a CPU four times slower, milliseconds from navigation. */
async function largestPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75 });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4g);
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    await page.goto(address, { waitUntil: 'networkidle' });
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
            type: 'largest-contentful-paint',
            buffered: true
          });
        })
    );
  } finally {
    await context.close();
  }
}

/** One row for each page: the median of several cold loads. */
export async function paintRows(
  browser: Browser,
  url: string,
  paths: readonly string[],
  loads = 5
): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const path of paths) {
    const paints: number[] = [];
    for (let load = 0; load < loads; load++) paints.push(await largestPaint(browser, `${url}${path}`));
    rows.push({
      what: `largest paint of ${path}`,
      measured: `${(median(paints) / 1000).toFixed(2)} s`,
      budget: '1.5 s',
      isWithin: median(paints) <= 1500,
      how: `median of ${loads} cold loads (${range(paints)} s), 1.6 Mbit/s down, 0.75 up, 150 ms, CPU ÷ ${cpuSlowdown}, phone`
    });
  }
  return rows;
}

function range(values: readonly number[]): string {
  return [Math.min(...values), Math.max(...values)].map((value) => (value / 1000).toFixed(2)).join('–');
}
