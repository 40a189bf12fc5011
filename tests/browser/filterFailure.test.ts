import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineText as text } from '$lib/text/engine';
import { launchBrowser } from './support/browser';
import type { ServeOptions } from './support/serve';
import { overflowing } from './support/sitePage';
import { choose, nativeAnswers, readShown, showsHeadline, type NativeAnswers, type Shown } from './support/siteFilter';
import { visit, type VisitOptions } from './support/site';

let browser: Browser;
let native: NativeAnswers;
let whole: Shown;
beforeAll(async () => {
  [browser, native] = [await launchBrowser(), await nativeAnswers()];
  whole = await native.shown({});
});
afterAll(async () => {
  await browser?.close();
  native?.database.close();
});

/** A server that holds back the files that match until it is told to let them go. */
function held(matching: RegExp): { options: ServeOptions; release: () => void; asked: Promise<void> } {
  let release = () => {};
  let arrived = () => {};
  const gate = new Promise<void>((open) => (release = open));
  const asked = new Promise<void>((come) => (arrived = come));
  const options: ServeOptions = {
    mutate: async (path) => {
      if (!matching.test(path)) return undefined;
      arrived();
      await gate;
      return undefined;
    }
  };
  return { options, release, asked };
}

const status = (page: Page) => page.locator('.status > p');
const cancel = (page: Page) => page.getByRole('button', { name: text.cancel.id });
const again = (page: Page) => page.getByRole('button', { name: text.tryAgain.id });

describe('on a slow line', () => {
  test('the start shows bytes, can be cancelled, and a second try answers', async () => {
    const { options, release, asked } = held(/\.wasm\.bin$/);
    const { page, complaints, close } = await visit(browser, '/realisasi/', options);
    await choose(page, 'bulan', '6');
    await asked;
    await status(page)
      .filter({ hasText: /0,0 \/ [1-9]\d*,\d MB/ })
      .waitFor();
    expect(await page.locator('.picture').first().getAttribute('aria-busy'), 'the old picture is dimmed').toBe('true');
    expect((await readShown(page)).headline).toBe(whole.headline);
    await cancel(page).click();
    await again(page).waitFor();
    expect(await status(page).allInnerTexts()).toEqual([`${text.cancelled.id} ${text.tryAgain.id}`]);
    expect(await readShown(page)).toEqual(whole);
    release();
    await again(page).click();
    const june = await native.shown({ bulan: 6 });
    await showsHeadline(page, june.headline);
    expect(await readShown(page)).toEqual(june);
    expect(await status(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a newer filter overtakes an older one', async () => {
    const { options, release, asked } = held(/\.wasm\.bin$/);
    const { page, complaints, close } = await visit(browser, '/realisasi/', options);
    await choose(page, 'bulan', '3');
    await asked;
    await choose(page, 'bulan', '6');
    await page.waitForURL('**/?bulan=6');
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => seen.push(document.querySelector('h1')!.textContent!.trim())).observe(
        document.querySelector('h1')!,
        { childList: true, characterData: true, subtree: true }
      );
    });
    release();
    const june = await native.shown({ bulan: 6 });
    await showsHeadline(page, june.headline);
    expect(await readShown(page)).toEqual(june);
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen.map((headline) => headline.replaceAll(/\s+/g, ' '))).toEqual([june.headline.replaceAll(/\s+/g, ' ')]);
    expect(complaints).toEqual([]);
    await close();
  });

  test('going back before the engine is there leaves the page as it was, without a message', async () => {
    const { options, release, asked } = held(/\.wasm\.bin$/);
    const { page, complaints, close } = await visit(browser, '/realisasi/', options);
    await choose(page, 'bulan', '6');
    await asked;
    await page.goBack();
    await page.waitForURL((url) => url.search === '');
    release();
    // The engine comes up unasked; the next question shows that it has, and that nothing was left behind.
    await page.waitForFunction(() => document.querySelector('.status > p') === null);
    await choose(page, 'bulan', '5');
    await showsHeadline(page, (await native.shown({ bulan: 5 })).headline);
    await page.goBack();
    await showsHeadline(page, whole.headline);
    expect(await status(page).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test('leaving for another page while the engine starts troubles nobody', async () => {
    const { options, release, asked } = held(/\.wasm\.bin$/);
    const { page, complaints, close } = await visit(browser, '/realisasi/', options);
    await choose(page, 'bulan', '6');
    await asked;
    await page.getByRole('navigation').getByRole('link', { name: 'Ringkasan' }).click();
    await page.locator('.key-figures').waitFor();
    release();
    await page.getByRole('navigation').getByRole('link', { name: 'Realisasi' }).click();
    await showsHeadline(page, whole.headline);
    expect(await readShown(page)).toEqual(whole);
    expect(complaints).toEqual([]);
    await close();
  });
});

/** Serves one kind of file otherwise. */
function instead(file: RegExp, change: (body: Uint8Array) => ReturnType<NonNullable<ServeOptions['mutate']>>) {
  const mutate: ServeOptions['mutate'] = (path, body) => (body && file.test(path) ? change(body) : undefined);
  return { mutate };
}
const gone = () => ({ status: 404, body: new Uint8Array() });
const half = (body: Uint8Array) => ({ body: body.subarray(0, body.length >> 1) });
const flipped = (body: Uint8Array) => {
  const other = Uint8Array.from(body);
  other[other.length >> 1]! ^= 1;
  return { body: other };
};

const failures: { name: string; options: VisitOptions; says: RegExp }[] = [
  { name: 'the list of the engine is missing', options: instead(/engine\.json$/, gone), says: /tidak ditemukan/ },
  { name: 'the engine is missing', options: instead(/duckdb.*\.wasm\.bin$/, gone), says: /tidak ditemukan/ },
  { name: 'the engine is cut short', options: instead(/duckdb.*\.wasm\.bin$/, half), says: /tidak utuh/ },
  {
    name: 'the line breaks during the engine',
    options: instead(/duckdb.*\.wasm\.bin$/, (body) => ({ body, cutAfter: 100_000 })),
    says: /Sambungan terputus/
  },
  { name: 'the decoder is missing', options: instead(/decode\.worker\.js$/, gone), says: /tidak ditemukan/ },
  { name: 'the list of the extract is missing', options: instead(/datapackage\.json$/, gone), says: /tidak ditemukan/ },
  { name: 'a table is not the published one', options: instead(/pagu\.parquet$/, flipped), says: /tidak utuh/ },
  { name: 'a table is missing', options: instead(/pagu\.parquet$/, gone), says: /tidak ditemukan/ },
  {
    name: 'the browser has no WebAssembly',
    options: {
      prepare: async (page) => void (await page.addInitScript(() => void Reflect.deleteProperty(window, 'WebAssembly')))
    },
    says: /Peramban ini belum dapat/
  }
];

test.each(failures)('when $name, the page stays complete and says so in one sentence', async ({ options, says }) => {
  const { page, complaints, foreign, close } = await visit(browser, '/realisasi/', options);
  await choose(page, 'bulan', '6');
  await again(page).waitFor();
  const [told, ...more] = await status(page).allInnerTexts();
  expect(more).toEqual([]);
  expect(told).toMatch(says);
  expect(told).toContain(text.failed.id);
  expect(await readShown(page)).toEqual(whole);
  expect(await page.locator('[aria-busy="true"]').count()).toBe(0);
  expect(await overflowing(page)).toEqual([]);
  expect(foreign).toEqual([]);
  // A file that did not come is reported by the browser, once, and by the engine's own worker; the page adds nothing.
  const usual = /^error: Failed to load resource|^uncaught: (duckdb-eh|WebAssembly|network error)/;
  expect(complaints.filter((line) => !usual.test(line))).toEqual([]);
  expect(complaints.length).toBeLessThanOrEqual(2);
  await close();
});

test('after a failure the next try answers, once the file is there', async () => {
  let broken = true;
  const mutate: ServeOptions['mutate'] = (path) => (broken && path.endsWith('pagu.parquet') ? gone() : undefined);
  const { page, close } = await visit(browser, '/realisasi/', { mutate });
  await choose(page, 'bulan', '6');
  await again(page).waitFor();
  broken = false;
  await again(page).click();
  await showsHeadline(page, (await native.shown({ bulan: 6 })).headline);
  expect(await status(page).count()).toBe(0);
  await close();
});
