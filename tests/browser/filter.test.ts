import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { realizationText as text } from '$lib/text/realization';
import { siteText } from '$lib/text/site';
import { formatFilter, noFilter, type RealizationFilter } from '$lib/url/filter';
import { launchBrowser } from './support/browser';
import { axeFindings, openAll, overflowing } from './support/sitePage';
import { choose, nativeAnswers, offered, readShown, showsHeadline, type NativeAnswers } from './support/siteFilter';
import { visit, type Visit } from './support/site';

/** A busy machine may take its time; nothing here is about how long. */
const patience = { timeout: 60_000 };

let browser: Browser;
let native: NativeAnswers;
/** One page with the engine started, for the tests that only ask it. */
let opened: Visit;
let page: Page;
beforeAll(async () => {
  [browser, native] = [await launchBrowser(), await nativeAnswers()];
  opened = await visit(browser, '/realisasi/', { context: { viewport: { width: 1280, height: 900 } } });
  page = opened.page;
});
afterAll(async () => {
  await opened?.close();
  await browser?.close();
  native?.database.close();
});

const searchOf = (filter: Partial<RealizationFilter>) => formatFilter({ ...noFilter, ...filter });

/** The address and everything the page shows are those of a filter, as native DuckDB answers it. */
async function expectFilter(filter: Partial<RealizationFilter>): Promise<void> {
  const wanted = await native.shown(filter);
  await showsHeadline(page, wanted.headline);
  expect(await readShown(page)).toEqual(wanted);
  expect(new URL(page.url()).search).toBe(searchOf(filter));
}

async function reset(): Promise<void> {
  await page.getByRole('link', { name: text.reset.id }).click();
  await expectFilter({});
}

describe('a filter', () => {
  test('of none is the page as it was built', () => expectFilter({}));

  const cases: [name: string, steps: (keyof RealizationFilter)[]][] = [
    ['a program, then a kind of spending', ['kode', 'jenis']],
    ['a past year, then June', ['tahun', 'bulan']],
    ['June of this year', ['bulan']],
    ['a unit, then a month', ['skpd', 'bulan']],
    ['a source of funds', ['sumberDana']],
    ['the original budget', ['tahap']]
  ];
  const values: Partial<RealizationFilter> = { tahun: 2025, bulan: 6, tahap: 'murni' };

  test.each(cases)('%s: address, headline and every table are what native DuckDB gives', async (_, steps) => {
    const before = await native.shown({});
    const filter: Partial<RealizationFilter> = {};
    for (const field of steps) {
      const value = String(values[field] ?? (await offered(page, field)).at(-1));
      await choose(page, field, value);
      Object.assign(filter, { [field]: field === 'tahun' || field === 'bulan' ? Number(value) : value });
      await expectFilter(filter);
    }
    expect(await readShown(page)).not.toEqual(before);
    await reset();
  });

  test('can be taken back and forth with the buttons of the browser', async () => {
    const [program] = await offered(page, 'kode');
    await choose(page, 'kode', program!);
    await expectFilter({ kode: program! });
    await choose(page, 'bulan', '6');
    await expectFilter({ kode: program!, bulan: 6 });
    await page.goBack();
    await expectFilter({ kode: program! });
    await page.goBack();
    await expectFilter({});
    await page.goForward();
    await expectFilter({ kode: program! });
    await reset();
  });

  test('leaves a page that fits, is accessible, and told nothing to the console', async () => {
    await choose(page, 'tahun', '2025');
    await expectFilter({ tahun: 2025 });
    await openAll(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await overflowing(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await openAll(page, false);
    await reset();
    expect(opened.complaints).toEqual([]);
    expect(opened.foreign).toEqual([]);
  });
});

test('from program to account: links lead down, breadcrumbs up', async () => {
  let filter: Partial<RealizationFilter> = {};
  for (const depth of [3, 5, 6]) {
    await page.locator('#rincian > .table-scroll tbody th a').first().click();
    await page.waitForURL((url) => url.searchParams.get('kode')?.split('.').length === depth);
    filter = { kode: new URL(page.url()).searchParams.get('kode') };
    await expectFilter(filter);
  }
  await page.locator('.crumbs a').nth(1).click();
  await expectFilter({ kode: filter.kode!.split('.').slice(0, 3).join('.') });
  await reset();
});

test('moved limits are in the address, change the list and come back on reload', async () => {
  const limits = page.locator('details.limits');
  await limits.locator('summary').click();
  await limits.getByLabel(text.minimalJuta.id).fill('500');
  await limits.getByLabel(text.minimalJuta.id).press('Tab');
  const wanted = await native.shown({}, 'id', { minimumRupiah: 500e6 });
  expect(wanted.exceptions.length).toBeGreaterThan(0);
  expect(wanted.exceptions).not.toEqual((await native.shown({})).exceptions);
  await page.waitForURL('**/?minimalJuta=500');
  await expect.poll(async () => (await readShown(page)).exceptions, patience).toEqual(wanted.exceptions);
  await page.reload();
  await expect.poll(async () => (await readShown(page)).exceptions, patience).toEqual(wanted.exceptions);
  expect(await limits.getByLabel(text.minimalJuta.id).inputValue()).toBe('500');
  await page.goBack();
  await expectFilter({});
});

test('order and search are in the address and come back on reload', async () => {
  const all = page.locator('#rincian > details').first();
  const rows = () => all.locator('tbody tr th').allInnerTexts();
  await all.locator('summary').click();
  await all.getByRole('searchbox').fill('lanjut usia');
  await all.getByRole('button', { name: text.pagu.id, exact: true }).click();
  await page.waitForURL(
    (url) => url.searchParams.get('cari') === 'lanjut usia' && url.searchParams.get('urut') === '-pagu'
  );
  const before = await rows();
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(
    (await native.view({})).tree.filter(({ tingkat }) => tingkat === 'subkegiatan').length
  );
  await page.reload();
  await page.locator('.reader:visible').first().waitFor();
  await all.locator('summary').click();
  await expect.poll(rows, patience).toEqual(before);
  expect(await all.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  expect(await all.getByRole('searchbox').inputValue()).toBe('lanjut usia');
  await page.goto(`${opened.served.url}/realisasi/`);
  await page.locator('.reader:visible').first().waitFor();
});

test('the link to the other language keeps the view', async () => {
  await page.goto(`${opened.served.url}/realisasi/?tahun=2025&bulan=6`);
  await showsHeadline(page, (await native.shown({ tahun: 2025, bulan: 6 })).headline);
  await page.getByRole('link', { name: siteText.otherLanguage.id }).click();
  const english = await native.shown({ tahun: 2025, bulan: 6 }, 'en');
  await showsHeadline(page, english.headline);
  expect(await readShown(page)).toEqual(english);
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/en/realisasi/?tahun=2025&bulan=6');
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

const links: { name: string; search: string; shows: Partial<RealizationFilter>; says: RegExp[] }[] = [
  {
    name: 'unreadable values',
    search: '?tahun=abc&kode=<script>alert(1)</script>',
    shows: {},
    says: [/^tahun "abc" tidak dapat dibaca/, /^kode "<script>alert\(1\)<\/script>" tidak dapat dibaca/]
  },
  {
    name: 'an unreadable limit beside a good year',
    search: '?tahun=2025&lonjakan=-1',
    shows: { tahun: 2025 },
    says: [/^lonjakan "-1" bukan bilangan bulat/]
  },
  { name: 'parameters of somebody else', search: '?utm_source=surat&fbclid=1', shows: {}, says: [] }
];
test.each(links)('a link with $name opens, and says what it left out', async ({ search, shows, says }) => {
  const { page, complaints, foreign, close } = await visit(browser, `/realisasi/${search}`);
  const wanted = await native.shown(shows);
  await showsHeadline(page, wanted.headline);
  await expect
    .poll(() => page.locator('.status > p').allInnerTexts(), patience)
    .toEqual(says.map((one) => expect.stringMatching(one)));
  expect(await readShown(page)).toEqual(wanted);
  expect([...complaints, ...foreign]).toEqual([]);
  await close();
});

const strangers: Partial<RealizationFilter>[] = [
  { kode: '9.99.99' },
  { kode: '1.06.04.2.01.9999' },
  { tahun: 2099 },
  { bulan: 12 },
  { skpd: '9.99' },
  { jenis: '5.9.9' },
  { sumberDana: 'tidak-ada' },
  { tahap: 'tidak-ada' }
];
test('a link to what these data do not hold opens, says so, and shows no number out of nothing', async () => {
  await page.goto(`${opened.served.url}/realisasi/?bulan=6`);
  await showsHeadline(page, (await native.shown({ bulan: 6 })).headline);
  for (const filter of strangers) {
    const [[name, value]] = Object.entries(filter) as [[string, unknown]];
    await follow(searchOf(filter));
    await expect
      .poll(() => page.locator('.status > p').allInnerTexts(), patience)
      .toEqual([`${name} ${value} tidak ada dalam data ini.`]);
    const wanted = await native.shown(filter);
    await showsHeadline(page, wanted.headline);
    expect(await readShown(page)).toEqual(wanted);
    expect(await page.locator('main').textContent(), searchOf(filter)).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(opened.complaints).toEqual([]);
});

/** Follows a link of the page itself to another search, so that the engine stays. */
async function follow(search: string): Promise<void> {
  await page.evaluate((search) => {
    const link = document.body.appendChild(document.createElement('a'));
    link.href = search;
    link.click();
    link.remove();
  }, search);
  await page.waitForURL((url) => url.search === search);
}
