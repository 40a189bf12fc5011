import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteText } from '$lib/text/site';
import { launchBrowser } from './support/browser';
import { isAlive, languageOf, pages, siteFolder, visit, watch } from './support/site';
import { serveFolder } from './support/serve';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const places = [
  { place: 'at the root of a host', prefix: '' },
  { place: 'in a folder of a host', prefix: '/dinsos/tepat' }
];

describe.each(places)('$place', ({ prefix }) => {
  test.each([true, false])(
    'every link of every page leads to a page and a place on it (JavaScript %s)',
    async (javaScriptEnabled) => {
      const served = await serveFolder(siteFolder(), { prefix });
      const context = await browser.newContext({ javaScriptEnabled });
      const page = await context.newPage();
      const complaints = watch(page);
      const found = new Map<string, string>();
      for (const path of pages) {
        await page.goto(`${served.url}${path}`);
        if (javaScriptEnabled) await isAlive(page);
        const links = await page.locator('a[href], link[href]').evaluateAll((all) =>
          // the address of a link in a drawing is an object
          all
            .map((one) => new URL(one.getAttribute('href')!, document.baseURI).href)
            .filter((href) => !href.startsWith('data:'))
        );
        expect(links.length, path).toBeGreaterThan(5);
        for (const link of links) found.set(link, path);
      }
      const texts = new Map<string, Promise<string>>();
      const dead: string[] = [];
      for (const [link, from] of found) {
        const { origin, pathname, hash } = new URL(link);
        expect(origin, `${link} of ${from} leaves the site`).toBe(served.origin);
        expect(pathname.startsWith(`${prefix}/`), `${link} of ${from} leaves the folder`).toBe(true);
        const text =
          texts.get(pathname) ??
          fetch(`${origin}${pathname}`, { redirect: 'error' }).then((got) => (got.ok ? got.text() : ''));
        texts.set(pathname, text);
        if ((await text) === '' || (hash !== '' && !(await text).includes(`id="${hash.slice(1)}"`)))
          dead.push(`${link} of ${from}`);
      }
      expect(dead).toEqual([]);
      // Each page is reached from some other one.
      for (const path of pages) expect([...texts.keys()]).toContain(`${prefix}${path}`);
      expect(complaints).toEqual([]);
      await context.close();
      await served.close();
    }
  );

  test('navigation, language link and a filter work without a request that fails', async () => {
    const { page, served, complaints, foreign, close } = await visit(browser, '/', { prefix });
    await page.getByRole('navigation').getByRole('link', { name: 'Realisasi' }).click();
    await page.waitForURL(`${served.url}/realisasi/`);
    await page.goto(`${served.url}/realisasi/?urut=-pagu`);
    const language = page.getByRole('link', { name: siteText.otherLanguage.id });
    await expect.poll(() => language.getAttribute('href'), { timeout: 60_000 }).toContain('?urut=-pagu');
    await language.click();
    await page.waitForURL(`${served.url}/en/realisasi/?urut=-pagu`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.locator('form.filters select').nth(1).selectOption('6');
    await page.waitForURL((url) => url.searchParams.get('bulan') === '6');
    await page.waitForFunction(() => document.querySelector('h1')?.textContent?.startsWith('Six months'));
    expect([...complaints, ...foreign]).toEqual([]);
    await close();
  });

  test('an address with index.html is the same page', async () => {
    const { page, served, complaints, close } = await visit(browser, '/index.html', { prefix });
    for (const path of pages) {
      await page.goto(`${served.url}${path}index.html`);
      await isAlive(page);
      expect(await page.locator('html').getAttribute('lang')).toBe(languageOf(path));
      expect(complaints, path).toEqual([]);
    }
    await close();
  });
});
