import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from '@e965/xlsx';
import { releaseFiles } from '$lib/contract/release';
import { readReleases } from '$lib/server/releases';
import type { DataPackage } from '$lib/view/dataPackage';
import { addedLater } from '../../src/cli/sampleReleases';
import { launchBrowser } from './support/browser';
import { axeFindings, overflowing } from './support/sitePage';
import { siteFolder, textOf, visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const releases = () => readReleases(join(siteFolder(), 'rilis'));
const noScript = { context: { javaScriptEnabled: false, viewport: { width: 390, height: 844 } } };

test('every file of every release is on the site, byte for byte as it was listed', () => {
  expect(releases()).toHaveLength(2);
  for (const release of releases())
    for (const [name, wanted] of Object.entries(releaseFiles(release)))
      expect(
        createHash('sha256')
          .update(readFileSync(join(release.folder, name)))
          .digest('hex'),
        name
      ).toBe(wanted);
});

describe('an old release', () => {
  test.each([
    ['', 'Ini rilis lama.', 'Ralat sesudah rilis ini'],
    ['/en', 'This is an old release.', 'Errata after this release']
  ])(
    '%s without JavaScript says that it is old, links to the newest, and tells what was wrong',
    async (prefix, old, errata) => {
      const [first, newest] = releases();
      const { page, complaints, close } = await visit(browser, `${prefix}/rilis/${first!.id}/`, noScript);
      expect(await textOf(page, '.notice')).toContain(old);
      const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
      expect(text).toContain(errata);
      expect(text).toContain('Indikator wilayah tertinggal');
      expect(text).toContain('Rilis contoh pertama.');
      expect(await page.locator(`#${addedLater}`).count()).toBe(0);
      await page.locator('.notice a').click();
      expect(new URL(page.url()).pathname).toBe(`${prefix}/rilis/${newest!.id}/`);
      expect(await page.locator('.notice').count()).toBe(0);
      expect(await textOf(page, `#${addedLater}`)).toMatch(/tabel baru|new table/);
      expect(await textOf(page, '.citation')).toContain(`${newest!.id}`);
      expect(await textOf(page, '.citation')).toContain(newest!.sha256);
      expect(await textOf(page, 'html')).toContain(newest!.tabel.pagu!.sha256);
      expect(complaints).toEqual([]);
      await close();
    }
  );

  test('fits a phone in the dark and is accessible', async () => {
    const context = { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const };
    const { page, complaints, close } = await visit(browser, `/rilis/${releases()[0]!.id}/`, { context });
    expect(await overflowing(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

test('the page of the data names the release it shows, and has the history and errata, newest first', async () => {
  const [first, newest] = releases();
  const { page, close } = await visit(browser, '/data/', noScript);
  expect(await textOf(page, '.release')).toContain(newest!.id);
  expect(await textOf(page, '.citation')).toContain(`rilis ${newest!.id}`);
  const history = await page
    .locator('#riwayat + ul a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(history.map((href) => href.split('/').at(-2))).toEqual([newest!.id, first!.id]);
  expect(await textOf(page, '#ralat + ul')).toMatch(/3.November.2026: Indikator wilayah tertinggal/);
  await close();
});

test('the feed is Atom that a browser reads: names that do not change, days, links to the pages of the releases', async () => {
  const { page, served, close } = await visit(browser, '/data/');
  const link = await page.locator('link[type="application/atom+xml"]').evaluate((one) => (one as HTMLLinkElement).href);
  const feed = await page.evaluate(async (address) => {
    const answer = await fetch(address);
    const document = new DOMParser().parseFromString(await answer.text(), 'application/xml');
    const atom = (name: string, within: Document | Element = document) => [
      ...within.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)
    ];
    return {
      error: document.querySelector('parsererror')?.textContent ?? null,
      root: document.documentElement.localName,
      ids: atom('id').map((one) => one.textContent),
      entries: atom('entry').map((entry) => ({
        updated: atom('updated', entry)[0]?.textContent,
        page: new URL(atom('link', entry)[0]!.getAttribute('href')!, address).href,
        title: atom('title', entry)[0]?.textContent,
        content: atom('content', entry)[0]?.textContent
      }))
    };
  }, link);
  const [first, newest] = releases();
  expect([feed.error, feed.root]).toEqual([null, 'feed']);
  expect(new Set(feed.ids).size).toBe(3);
  for (const id of feed.ids)
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(feed.entries.map(({ updated }) => updated)).toEqual(['2026-11-03T00:00:00Z', '2026-10-05T00:00:00Z']);
  expect(feed.entries.map(({ page }) => page)).toEqual([newest, first].map((one) => `${served.url}/rilis/${one!.id}/`));
  expect(feed.entries[0]!.content).toContain('Realisasi Oktober 2026.');
  await close();
});

test('every XLSX has as many rows as its Parquet file, codes as text, and says that the data are made up', () => {
  const { resources } = JSON.parse(
    readFileSync(join(siteFolder(), 'extract', 'datapackage.json'), 'utf8')
  ) as DataPackage;
  for (const { name, rowCount, schema } of resources) {
    const path = join(siteFolder(), 'data', `${name}.xlsx`);
    expect(existsSync(path), name).toBe(name !== 'batas_wilayah');
    if (!existsSync(path)) continue;
    const book = read(readFileSync(path), { dense: true });
    expect(book.SheetNames).toEqual(['Baca dulu', 'Kamus', name]);
    expect(JSON.stringify(book.Sheets['Baca dulu'])).toContain('DATA CONTOH');
    const [header, ...rows] = book.Sheets[name]!['!data']!;
    expect(header!.map((cell) => cell.v)).toEqual(schema.fields.map((field) => field.name));
    expect(rows.length, name).toBe(rowCount);
    const texts = schema.fields.flatMap(({ sqlType }, at) => (sqlType === 'VARCHAR' ? [at] : []));
    for (const row of rows) for (const at of texts) expect(row[at]?.t ?? 's').toBe('s');
  }
});
