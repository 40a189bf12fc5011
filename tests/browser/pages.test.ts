import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from './support/browser';
import { axeFindings, openAll, overflowing, smallText } from './support/sitePage';
import { pages, visit, type Visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

type Media = Parameters<Visit['page']['emulateMedia']>[0];
interface Screen {
  name: string;
  width: number;
  media: Media;
  /** Every rule of axe where the layout is another one, else those of colour; none where neither changed. */
  axe: 'all' | 'colours' | null;
}
// 640 px is what a window of 1280 px leaves at 200 %.
const screens: Screen[] = [
  { name: 'a phone, light', width: 390, media: { colorScheme: 'light' }, axe: 'all' },
  { name: 'a phone, dark', width: 390, media: { colorScheme: 'dark' }, axe: null },
  { name: '320 px, dark', width: 320, media: { colorScheme: 'dark' }, axe: 'colours' },
  { name: '200 % zoom', width: 640, media: { colorScheme: 'light' }, axe: null },
  { name: 'a desk, dark', width: 1440, media: { colorScheme: 'dark' }, axe: null },
  { name: 'a desk, light', width: 1440, media: { colorScheme: 'light' }, axe: 'all' },
  { name: 'forced colours', width: 1024, media: { forcedColors: 'active', reducedMotion: 'reduce' }, axe: 'colours' }
];

describe.each(pages)('%s', (path) => {
  let opened: Visit;
  beforeAll(async () => {
    opened = await visit(browser, path);
  });
  afterAll(async () => opened?.close());

  test.each(screens)('fits $name, is legible and accessible, all parts open', async ({ width, media, axe }) => {
    const { page } = opened;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia(media);
    await openAll(page);
    expect(await overflowing(page), 'reaches past the edge').toEqual([]);
    expect(await smallText(page), 'text under 12 px').toEqual([]);
    if (axe) expect(await axeFindings(page, axe), 'WCAG 2.2 AA').toEqual([]);
  });

  test('as it opens, with its parts closed, it fits a phone, is accessible and says nothing to the console', async () => {
    const { page, complaints, foreign } = opened;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.reload();
    expect(await overflowing(page), 'reaches past the edge').toEqual([]);
    expect(await axeFindings(page), 'WCAG 2.2 AA').toEqual([]);
    expect(foreign, 'requests to another origin').toEqual([]);
    expect(complaints, 'console, uncaught errors, policy').toEqual([]);
  });
});

test('nothing moves under reduced motion', async () => {
  const { page, close } = await visit(browser, '/realisasi/', { context: { reducedMotion: 'reduce' } });
  await openAll(page);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return transitionDuration !== '0s' || animationName !== 'none';
      })
      .map(({ tagName }) => tagName)
  );
  expect(moving).toEqual([]);
  await close();
});

test('the checks of this file see what they are for', async () => {
  const { page, close, complaints, foreign } = await visit(browser, '/', {
    context: { viewport: { width: 320, height: 640 } }
  });
  await page.evaluate(() => {
    document.querySelector('.lead')!.innerHTML =
      '<span class="tiny">kecil</span><button></button><img src="http://contoh.invalid/a.png">';
    const sheet = document.styleSheets[0]!;
    sheet.insertRule('.tiny { font-size: 11px; color: #aaa; }');
    sheet.insertRule('h1 { width: 400px; white-space: nowrap; }');
    document.body.insertAdjacentHTML('beforeend', '<p style="color: red">gaya</p>');
  });
  expect(await smallText(page)).toEqual(['11.0 px: kecil']);
  expect((await overflowing(page)).length).toBeGreaterThan(1);
  const rules = (await axeFindings(page)).map((line) => line.split(' ')[0]);
  expect(rules).toEqual(expect.arrayContaining(['button-name', 'color-contrast', 'image-alt']));
  expect(complaints.join('\n')).toMatch(/Content Security Policy/);
  expect(foreign.length + complaints.filter((line) => line.includes('contoh.invalid')).length).toBeGreaterThan(0);
  await close();
});
