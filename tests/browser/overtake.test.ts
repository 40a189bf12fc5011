import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatFilter, noFilter } from '$lib/url/filter';
import { launchBrowser } from './support/browser';
import { choose, nativeAnswers, readShown, showsHeadline, type NativeAnswers } from './support/siteFilter';
import { visit } from './support/site';

let browser: Browser;
let native: NativeAnswers;
beforeAll(async () => {
  [browser, native] = [await launchBrowser(), await nativeAnswers()];
});
afterAll(async () => {
  await browser?.close();
  native?.database.close();
});

/** What the page's own script can do with the answers of its workers. */
interface Gate {
  closed: boolean;
  /** Answers that wait. */
  waiting: (() => void)[];
}
type Gated = Window & { gate: Gate; seen: string[] };

/** Lets a test hold back what workers answer: queries run in them, so there is no request that could be held. */
async function gateWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const gate: Gate = { closed: false, waiting: [] };
    Object.assign(window, { gate });
    const add = Worker.prototype.addEventListener as (this: Worker, ...given: unknown[]) => void;
    Worker.prototype.addEventListener = function (this: Worker, kind: string, listener: unknown, options?: unknown) {
      if (kind !== 'message' || typeof listener !== 'function') return add.call(this, kind, listener, options);
      const later = (event: MessageEvent) => {
        const tell = () => listener.call(this, event);
        if (gate.closed) gate.waiting.push(tell);
        else tell();
      };
      add.call(this, kind, later, options);
    } as Worker['addEventListener'];
  });
}

const close = (page: Page) => page.evaluate(() => void ((window as unknown as Gated).gate.closed = true));
const isHeld = (page: Page) => page.waitForFunction(() => (window as unknown as Gated).gate.waiting.length > 0);
const open = (page: Page) =>
  page.evaluate(() => {
    const { gate } = window as unknown as Gated;
    gate.closed = false;
    for (const tell of gate.waiting.splice(0)) tell();
  });

test('an answer that a newer filter has overtaken is dropped, though the engine gives it first', async () => {
  const { page, complaints, close: end } = await visit(browser, '/realisasi/', { prepare: gateWorkers });
  const [may, june, july] = await Promise.all([5, 6, 7].map((bulan) => native.shown({ bulan })));
  await choose(page, 'bulan', '5');
  await showsHeadline(page, may!.headline);
  await page.evaluate(() => {
    const headline = document.querySelector('h1')!;
    const seen: string[] = [];
    Object.assign(window, { seen });
    const watch = new MutationObserver(() => seen.push(headline.textContent!));
    watch.observe(headline, { childList: true, characterData: true, subtree: true });
  });
  await close(page);
  await choose(page, 'bulan', '6');
  await isHeld(page);
  await choose(page, 'bulan', '7');
  await page.waitForURL(`**/${formatFilter({ ...noFilter, bulan: 7 })}`);
  expect((await readShown(page)).headline, 'neither answer is there yet').toBe(may!.headline);
  await open(page);
  await showsHeadline(page, july!.headline);
  const { headline, lead, percentNote } = await readShown(page);
  expect({ headline, lead, percentNote }).toEqual({
    headline: july!.headline,
    lead: july!.lead,
    percentNote: july!.percentNote
  });
  const tidy = (text: string) => text.replaceAll(/[ \n\t]+/g, ' ').trim();
  const seen = await page.evaluate(() => (window as unknown as Gated).seen);
  expect(new Set(seen.map(tidy))).toEqual(new Set([july!.headline]));
  expect([may, june, july].map((one) => one!.headline).filter((one, i, all) => all.indexOf(one) === i)).toHaveLength(3);
  expect(complaints).toEqual([]);
  await end();
});
