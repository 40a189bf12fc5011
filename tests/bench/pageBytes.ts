import type { Browser } from 'playwright-core';
import type { BenchRow } from './support/row';

/** Bytes of every request, compressed, that a page makes before anybody touches it. */
export const pageBudget = 100_000;

/** What one page cost before interaction. */
export interface PageBytes {
  path: string;
  /** Bodies as sent with their headers, of all requests. */
  bytes: number;
  requests: number;
  /** Addresses of wasm, of the engine or of an extract: none belongs here. */
  heavy: string[];
}

/** Loads a page in a fresh context and adds up what arrived until the network was quiet. */
export async function pageBytes(browser: Browser, url: string, path: string): Promise<PageBytes> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    const addresses = new Map<string, string>();
    let bytes = 0;
    network.on('Network.requestWillBeSent', ({ requestId, request }) => void addresses.set(requestId, request.url));
    // The whole of a response once it is there: the parts alone leave the document out.
    network.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength));
    await network.send('Network.enable');
    await page.goto(`${url}${path}`, { waitUntil: 'networkidle' });
    const sent = [...addresses.values()].filter((address) => !address.startsWith('data:'));
    const heavy = sent.filter((address) => /\.wasm|\/engine\/|\.parquet/.test(address));
    return { path, bytes, requests: sent.length, heavy };
  } finally {
    await context.close();
  }
}

/** One row for each page. */
export async function pageByteRows(browser: Browser, url: string, paths: readonly string[]): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const path of paths) {
    const { bytes, requests, heavy } = await pageBytes(browser, url, path);
    rows.push({
      what: `bytes of ${path}`,
      measured: `${(bytes / 1000).toFixed(1)} kB`,
      budget: '100 kB, no wasm',
      isWithin: bytes <= pageBudget && heavy.length === 0,
      how: `as sent with headers, brotli, ${requests} requests, ${heavy.length === 0 ? 'no wasm' : heavy.join(' ')}`
    });
  }
  return rows;
}
