import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inOwnProcess, madeOnce, root } from '../../support/madeOnce';
import { foreignRequests } from './browser';
import { serveFolder, type Served, type ServeOptions } from './serve';

const code = ['src', 'data/contoh', 'data/rujukan', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

/** Addresses of every kind of page, below the site's own; one desa and one kecamatan stand for all. */
export const pages = [
  '/',
  '/realisasi/',
  '/pendanaan/',
  '/pendanaan/terbitan/',
  '/sasaran/',
  '/sasaran/bantuan/',
  '/sasaran/daftar-kerja/',
  '/sasaran/64.02.07.2007/',
  '/simulasi/',
  '/data/',
  '/data/sql/',
  '/metode/',
  '/tanpa-sinyal/',
  '/en/',
  '/en/realisasi/',
  '/en/pendanaan/',
  '/en/pendanaan/terbitan/',
  '/en/sasaran/',
  '/en/sasaran/64.02.19/',
  '/en/simulasi/',
  '/en/data/',
  '/en/data/sql/',
  '/en/metode/',
  '/en/tanpa-sinyal/'
] as const;

/** The language of a page, from its address. */
export function languageOf(path: string): 'id' | 'en' {
  return path.startsWith('/en/') ? 'en' : 'id';
}

/** Folder of the built sample site: the one that `npm test` built, else one built here, once for all test files. */
export function siteFolder(): string {
  const given = process.env.TEPAT_SITUS;
  if (given) return resolve(given);
  const made = madeOnce('uji-situs', code, (folder) => {
    const wrong = inOwnProcess(
      'src/cli/site.ts',
      (imported) =>
        `${imported}.then(({ buildSampleSite }) => buildSampleSite(${JSON.stringify(folder)}, undefined, { precompress: false, releases: true }))`
    );
    if (wrong !== null) throw new Error(`The sample site could not be built:\n${wrong}`);
  });
  return join(root, '.tepat', made, 'situs');
}

/** What a page complained about, each as one line; empty as long as all is well. */
export interface Watched {
  page: Page;
  /** Console errors and warnings, uncaught errors, violations of the policy. */
  complaints: string[];
  /** Requests to another origin; each is stopped. */
  foreign: string[];
}

/** One served site and one browser context: pages are opened in it, and both end together. */
export interface Visit extends Watched {
  served: Served;
  context: BrowserContext;
  close(): Promise<void>;
}

export interface VisitOptions extends ServeOptions {
  /** Folder to serve; the sample site when absent. */
  folder?: string;
  context?: BrowserContextOptions;
  /** Before the page is opened. */
  prepare?: (page: Page) => Promise<void>;
}

/** Opens one page of the site in a context of its own and waits until it runs (or, without JavaScript, is there). */
export async function visit(browser: Browser, path: string, options: VisitOptions = {}): Promise<Visit> {
  const served = await serveFolder(options.folder ?? siteFolder(), options);
  const context = await browser.newContext(options.context);
  const foreign = await foreignRequests(context, served.origin);
  const page = await context.newPage();
  const complaints = watch(page);
  await options.prepare?.(page);
  await page.goto(`${served.url}${path}`);
  if (options.context?.javaScriptEnabled !== false) await isAlive(page);
  const close = async () => {
    await context.close();
    await served.close();
  };
  return { served, context, page, complaints, foreign, close };
}

/** Lists what the console, uncaught errors and the content policy say. */
export function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return complaints;
}

/** Resolves when the page answers to a hand: parts that only the script adds are there. */
export async function isAlive(page: Page): Promise<void> {
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/** Text of an element as a reader sees it: one space for any run of blanks, no-break spaces kept. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).replaceAll(/[ \n\t]+/g, ' ').trim();
}
