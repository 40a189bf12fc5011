import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { cutRows } from './cuts';
import { engineStartRow } from './engineStart';
import { filterRows } from './filterChange';
import { importerRows } from './importer';
import { pageByteRows } from './pageBytes';
import { paintRows } from './paint';
import { peopleRows } from './people';
import { sliderRows } from './sliderMoves';
import { type BenchRow, skippedRow, tableLines } from './support/row';
import { benchSite } from './support/site';
import { tenMillionRow } from './tenMillion';
import { launchBrowser } from '../browser/support/browser';
import { buildSampleSite } from '../../src/cli/site';

// What `npm run bench` runs: the budgets of the site, measured on this machine with a real browser. Nothing fails by being slow:
// the table says what is over. Arguments are the parts to measure; none are all.
const pages = [
  '/',
  '/realisasi/',
  '/pendanaan/',
  '/sasaran/',
  '/sasaran/64.02.07.2007/',
  '/simulasi/',
  '/en/',
  '/en/sasaran/',
  '/data/'
];

const asked = process.argv.slice(2);
const site = await buildSampleSite('bench');
const served = await benchSite(site);
const browser = await launchBrowser();

const parts: Record<string, () => Promise<BenchRow[]>> = {
  bytes: () => pageByteRows(browser, served.url, pages),
  paint: () => paintRows(browser, served.url, pages.slice(0, 6)),
  engine: async () => [await engineStartRow(browser, served.url)],
  filter: () => filterRows(browser, served.url),
  tenMillion: async () => [await tenMillionRow(browser, site)],
  importer: () => importerRows(),
  people: () => peopleRows(),
  cuts: () => cutRows(),
  slider: () => sliderRows(browser, served.url)
};

const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`Measuring ${name} …`);
  rows.push(...(await measure().catch((error: unknown) => [skippedRow(name, null, reasonOf(error))])));
}
const processor = cpus();
console.log(
  `\n${processor.length} × ${processor[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB; Node ${process.version}; ` +
    `Chromium ${browser.version()}; ${join('.tepat', 'bench')} from the sample. Load ${loadavg()[1]?.toFixed(1)} over five minutes: above the number of cores, times are of a busy machine.\n`
);
console.log(tableLines(rows).join('\n'));
await browser.close();
await served.close();

function reasonOf(error: unknown): string {
  return `not measured: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
}
