import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNative, type NativeDatabase } from '$lib/server/native';
import { fundingLabels as text } from '$lib/text/fundingLabels';
import { fundingSentences, type FundingSentences } from '$lib/text/fundingSentences';
import { formatFundingFilter, noFundingFilter, type FundingFilter } from '$lib/url/fundingFilter';
import { fundingPages, type FundingPage } from '$lib/view/fundingPage';
import { shortLines } from '$lib/view/fundingPrograms';
import { launchBrowser } from './support/browser';
import { axeFindings, overflowing } from './support/sitePage';
import { isAlive, siteFolder, visit, type Visit } from './support/site';

/** A busy machine may take its time; nothing here is about how long. */
const patience = { timeout: 60_000 };

let browser: Browser;
let database: NativeDatabase;
let native: (filter: Partial<FundingFilter>) => Promise<{ found: FundingPage; words: FundingSentences }>;
let opened: Visit;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  database = await openNative(join(siteFolder(), 'extract'));
  const pages = fundingPages(database);
  native = async (filter) => {
    const found = (await pages({ ...noFundingFilter, ...filter }))!;
    return { found, words: fundingSentences(found, 'id') };
  };
  opened = await visit(browser, '/pendanaan/');
  page = opened.page;
});
afterAll(async () => {
  await opened?.close();
  await browser?.close();
  database?.close();
});

const compositionTitle = () => page.locator('figure h2').first().textContent();
const searchOf = (filter: Partial<FundingFilter>) => formatFundingFilter({ ...noFundingFilter, ...filter });

test('real prices and per resident are shown at once, without the engine, and stand in the address', async () => {
  const { words } = await native({});
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  expect(await compositionTitle()).toBe(words.units!['nominal-total'].title);
  await page.getByLabel(text.riil.id).check();
  await expect.poll(compositionTitle, patience).toBe(words.units!['riil-total'].title);
  await page.getByLabel(text.kapita.id).check();
  await expect.poll(compositionTitle, patience).toBe(words.units!['riil-kapita'].title);
  expect(new URL(page.url()).search).toBe(searchOf({ harga: 'riil', per: 'kapita' }));
  await page.reload();
  await expect.poll(compositionTitle, patience).toBe(words.units!['riil-kapita'].title);
  expect(asked.filter((url) => /\/engine\/|\.parquet/.test(url))).toEqual([]);
  await page.getByRole('link', { name: text.reset.id }).click();
  await expect.poll(compositionTitle, patience).toBe(words.units!['nominal-total'].title);
});

test('a fall of one source shows which months lose their money, and stands in the address', async () => {
  const { found } = await native({});
  const { works, sources } = found.view.programs!;
  const source = sources.find(({ kode }) => kode !== '')!;
  const rows = page.locator('#bulan-didanai tbody tr th');
  expect(await rows.count()).toBe(shortLines(works).length);
  await page.locator('#bulan-didanai select').selectOption(source.kode);
  const fallen = shortLines(works, { [source.kode]: 0.3 });
  expect(fallen.length).toBeGreaterThan(shortLines(works).length);
  await expect.poll(() => rows.count(), patience).toBe(fallen.length);
  await expect.poll(() => new URL(page.url()).searchParams.get('turun'), patience).toBe(`${source.kode}~30`);
  await page.reload();
  await expect.poll(() => rows.count(), patience).toBe(fallen.length);
});

test('budgets instead of what was realised: title, years and address are what native DuckDB gives', async () => {
  await page.goto(`${opened.served.url}/pendanaan/`);
  await isAlive(page);
  const { found, words } = await native({ ukuran: 'anggaran' });
  await page.locator('form.choices select').first().selectOption('anggaran');
  await expect.poll(compositionTitle, patience).toBe(words.units!['nominal-total'].title);
  expect(new URL(page.url()).search).toBe(searchOf({ ukuran: 'anggaran' }));
  await page.locator('figure summary').first().click();
  const headings = page.locator('figure').first().locator('thead th');
  await expect
    .poll(() => headings.allTextContents(), patience)
    .toEqual([text.komponen.id, ...found.view.years!.rows.map(({ tahun }) => String(tahun))]);
  expect(await overflowing(page)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  await page.goBack();
  const { words: first } = await native({});
  await expect.poll(compositionTitle, patience).toBe(first.units!['nominal-total'].title);
  expect(opened.complaints).toEqual([]);
  expect(opened.foreign).toEqual([]);
});

test('a link that cannot be read opens, and says what it left out', async () => {
  await page.goto(`${opened.served.url}/pendanaan/?harga=mahal&sumber=tidak-ada~apbd`);
  await isAlive(page);
  const told = page.locator('.status > p');
  await expect.poll(async () => (await told.allTextContents()).join(' '), patience).toContain('harga "mahal"');
  await expect.poll(async () => (await told.allTextContents()).join(' '), patience).toContain(text.otherSeries.id);
});
