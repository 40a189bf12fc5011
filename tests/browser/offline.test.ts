import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatOfflineFiles, formatOfflineIndex, parseOfflineFiles, parseOfflineIndex } from '$lib/offline/list';
import { copyText, notKeptText, offlineText as text, packageText, saveFaults, updatedText } from '$lib/text/offline';
import type { Scenario } from '$lib/model/cuts/scenario';
import { launchBrowser } from './support/browser';
import { falling, type NativeCuts, nativeCuts, patience } from './support/cutPage';
import type { Mutation } from './support/serve';
import { isAlive, siteFolder, visit, type Visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const page = '/tanpa-sinyal/';

/** Chooses packages and keeps them; resolves when the page says how it ended. */
async function keep(page: Page, packages: readonly (keyof typeof packageText)[], button: string): Promise<void> {
  for (const one of ['utama', 'desa', 'mesin'] as const)
    await page.getByRole('checkbox', { name: packageText[one].name.id }).setChecked(packages.includes(one));
  await page.getByRole('button', { name: button, exact: true }).click();
}

const isKept = (page: Page) => page.getByText(text.current.id).waitFor({ timeout: patience.timeout });

/** What a browser keeps of the site, by any of its means. */
function storage(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).length,
    // where a page was scrolled to, which Kit notes for the tab
    other: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(
      (key) => key !== '' && !key.startsWith('sveltekit:')
    ).length
  }));
}

const nothing = { caches: 0, workers: 0, databases: 0, other: 0 };

describe.each([{ prefix: '' }, { prefix: '/dinsos/tepat' }])(
  'kept below "$prefix" and read without a network',
  ({ prefix }) => {
    let opened: Visit;
    let native: NativeCuts;
    let first: Scenario;
    beforeAll(async () => {
      native = await nativeCuts();
      first = await native.first(1);
      opened = await visit(browser, page, { prefix, context: { viewport: { width: 390, height: 844 } } });
    });
    afterAll(async () => {
      await opened?.context.close();
      await native?.close();
    });

    test('before a reader chooses, nothing is kept and nothing is registered', async () => {
      await opened.page.getByText(text.nothing.id).waitFor();
      expect(await storage(opened.page)).toEqual(nothing);
      await opened.page
        .locator('.size')
        .first()
        .getByText(/unduh \d+,\d MB/)
        .waitFor();
    });

    test('home → desa → filter → scenario, with reload, while the host is gone', async () => {
      const { page, served, complaints, foreign } = opened;
      await keep(page, ['utama', 'desa', 'mesin'], text.save.id);
      await isKept(page);
      expect(complaints).toEqual([]);
      await served.close();
      const url = served.url;
      await page.goto(`${url}/`);
      await isAlive(page);
      await page.getByText(copyText(new Date().toISOString(), '2026-10-31').id).waitFor();
      expect(await page.locator('h1').innerText()).not.toBe('');
      await page.getByRole('searchbox').first().fill('Sumber Sari');
      await page
        .getByRole('link', { name: /Sumber Sari/ })
        .first()
        .click();
      await page.waitForURL('**/sasaran/64.*/');
      await page.reload();
      expect(await page.locator('h1').innerText()).toContain('Sumber Sari');
      await page.goto(`${url}/realisasi/?bulan=3`);
      await expect.poll(() => page.locator('h1').innerText(), patience).toMatch(/iga bulan|Maret/);
      await page.reload();
      await expect.poll(() => page.locator('h1').innerText(), patience).toMatch(/iga bulan|Maret/);
      await page.goto(`${url}/simulasi/`);
      await isAlive(page);
      await page.locator('.slider input').fill('40');
      const wanted = await native.headline(falling(first, 0.4));
      await expect.poll(() => page.locator('h1').innerText(), patience).toBe(wanted);
      await page.goto(`${url}/data/sql/`);
      await page.getByText(notKeptText('data/sql/').id).waitFor();
      expect(foreign).toEqual([]);
    });

    test('removed again, nothing is left', async () => {
      const { page } = opened;
      await page.getByRole('button', { name: text.remove.id }).click();
      await page.getByText(text.removed.id).waitFor();
      expect(await storage(page)).toEqual(nothing);
    });
  }
);

describe('a newer site', () => {
  /** What the host gives now: the site as built, one of which the methods page has changed, half of that, or nothing that works. */
  let host: 'first' | 'second' | 'half' | 'broken' = 'first';
  let opened: Visit;
  const changed = readFileSync(join(siteFolder(), 'metode', 'index.html'), 'utf8').replace(
    '<body',
    '<body data-edisi="dua"'
  );

  function mutate(path: string): Mutation | undefined {
    if (host === 'first') return undefined;
    if (host === 'broken') return { status: 500, body: Buffer.from('rusak') };
    if (path === '/metode/' && host === 'second') return { body: Buffer.from(changed) };
    const read = (file: string) => readFileSync(join(siteFolder(), file), 'utf8');
    const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
    const files = parseOfflineFiles(read('luring/utama-id.json'))!;
    const list = formatOfflineFiles(
      files.map((file) => (file.path === 'metode/' ? { ...file, sha256: sha256(changed) } : file))
    );
    if (path === '/luring/utama-id.json') return { body: Buffer.from(list) };
    if (path !== '/luring.json') return undefined;
    const index = parseOfflineIndex(read('luring.json'))!;
    const lists = index.lists.map((one) =>
      one.path === 'luring/utama-id.json' ? { ...one, sha256: sha256(list) } : one
    );
    return { body: Buffer.from(formatOfflineIndex({ version: 'edisi-dua', asOf: '2026-11-30', lists })) };
  }

  beforeAll(async () => {
    opened = await visit(browser, page, { mutate });
    await keep(opened.page, ['utama'], text.save.id);
    await isKept(opened.page);
  });
  afterAll(() => opened?.context.close());

  /** Opens a page: its heading, and whether it is of the second edition. */
  const heading = async (path: string): Promise<string> => {
    await opened.page.goto(`${opened.served.url}${path}`);
    const edition = await opened.page.locator('body').getAttribute('data-edisi');
    return `${await opened.page.locator('h1').innerText()} ${edition ?? 'satu'}`;
  };

  test('a host that breaks is passed over: the kept page is read', async () => {
    host = 'broken';
    expect(await heading('/metode/')).not.toContain('rusak');
    await opened.page.getByText(copyText(new Date().toISOString(), '2026-10-31').id).waitFor();
  });

  test('of a half-finished deploy nothing is taken over, and it is said when the reader asks', async () => {
    host = 'half';
    await heading(page);
    await opened.page.getByText(text.outdated.id).waitFor();
    await opened.page.getByRole('button', { name: text.update.id, exact: true }).click();
    await opened.page.getByText(saveFaults.changed.id).waitFor({ timeout: patience.timeout });
    host = 'broken';
    expect(await heading('/metode/')).toMatch(/ satu$/);
  });

  test('a whole one is fetched in the background, only what changed, and read from then on', async () => {
    host = 'second';
    opened.served.requests.length = 0;
    await heading('/');
    await opened.page.getByText(updatedText('2026-11-30').id).waitFor({ timeout: patience.timeout });
    const pages = opened.served.requests.filter((path) => path.endsWith('/') && path !== '/');
    expect(pages).toEqual(['/metode/']);
    expect(await opened.page.evaluate(async () => (await caches.keys()).length)).toBe(2);
    host = 'broken';
    expect(await heading('/metode/')).toMatch(/ dua$/);
  });

  test('a page that was open when the newer copy came gets nothing of it', async () => {
    host = 'first';
    const opened = await visit(browser, page, { mutate });
    await keep(opened.page, ['utama'], text.save.id);
    await isKept(opened.page);
    host = 'broken';
    await opened.page.goto(`${opened.served.url}/metode/`);
    const open = opened.page;
    const other = await opened.context.newPage();
    host = 'second';
    await other.goto(`${opened.served.url}/`);
    await other.getByText(updatedText('2026-11-30').id).waitFor({ timeout: patience.timeout });
    const asked = (tab: Page) =>
      tab.evaluate(() =>
        fetch('../sasaran/__data.json').then(
          (got) => got.status,
          () => 'refused'
        )
      );
    expect(await asked(open)).toBe('refused');
    await open.reload();
    expect(await asked(open)).toBe(200);
    await opened.close();
  });
});

describe('when it does not go through', () => {
  test('cancelled, it says so, keeps nothing to be read, and goes on from there the next time', async () => {
    let hold: (() => void) | null = null;
    const opened = await visit(browser, page, {
      mutate: async (path) => {
        if (path === '/simulasi/' && hold === null) await new Promise<void>((resolve) => (hold = resolve));
        return undefined;
      }
    });
    const { page: tab, served } = opened;
    await keep(tab, ['utama'], text.save.id);
    await expect.poll(() => hold, patience).not.toBeNull();
    await tab.getByRole('button', { name: text.cancel.id }).click();
    await tab.getByText(text.cancelled.id).waitFor();
    hold!();
    await tab.getByText(text.nothing.id).waitFor();
    const before = new Set(served.requests);
    served.requests.length = 0;
    await tab.getByRole('button', { name: text.save.id, exact: true }).click();
    await isKept(tab);
    // none but those under way when it was cancelled
    const isData = (path: string) => /\/__data\.json$/.test(path);
    expect([...before].filter(isData).length).toBeGreaterThan(4);
    expect(served.requests.filter((path) => before.has(path) && isData(path)).length).toBeLessThan(4);
    expect(await tab.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(1);
    await opened.close();
  });

  test('without room it says so, and takes none', async () => {
    const opened = await visit(browser, page);
    const { page: tab, served, context } = opened;
    const session = await context.newCDPSession(tab);
    await session.send('Storage.overrideQuotaForOrigin', { origin: served.origin, quotaSize: 300_000 });
    await keep(tab, ['utama', 'desa'], text.save.id);
    await tab.getByText(saveFaults.full.id).waitFor({ timeout: patience.timeout });
    await tab.getByText(text.nothing.id).waitFor();
    expect(await storage(tab)).toEqual(nothing);
    await opened.close();
  });

  test('an address where browsers keep nothing is told so', async () => {
    const opened = await visit(browser, page, {
      prepare: async (tab) => {
        await tab.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'));
      }
    });
    await opened.page.getByText(text.unsupported.id).waitFor();
    await opened.close();
  });
});
