import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bridgeStepNames } from '$lib/text/bridge';
import { decisionTitle } from '$lib/text/decision';
import { engineText } from '$lib/text/engine';
import { realizationText as text } from '$lib/text/realization';
import { siteText } from '$lib/text/site';
import { launchBrowser } from './support/browser';
import { languageOf, pages, textOf, visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const noScript = { context: { javaScriptEnabled: false, viewport: { width: 390, height: 844 } } };

/** A figure is whole without a script: one drawing is seen, and its table holds a row for each month or step. */
async function rowsOfFigure(page: Page, index: number): Promise<number> {
  const figure = page.locator('figure').nth(index);
  expect(await figure.locator('.drawing svg:visible').count(), 'drawings seen').toBe(1);
  expect(await figure.locator('.drawing svg:visible path, .drawing svg:visible rect').count()).toBeGreaterThan(0);
  await figure.locator('summary').first().click();
  return figure.locator('tbody tr:visible').count();
}

/** A headline holds its number, save on pages that are one list, table or choice. */
function headline(path: string): RegExp {
  if (/daftar-kerja|bantuan|tanpa-sinyal/.test(path)) return /^[A-Z]/;
  return /pendanaan|simulasi|\/data\/|\/metode\/|sasaran\/\d/.test(path) ? /\d/ : /\d+ (persen|percent)/;
}

describe('without JavaScript', () => {
  test.each(pages)('%s says what it is, in its language, and that the data are made up', async (path) => {
    const language = languageOf(path);
    const { page, complaints, close } = await visit(browser, path, noScript);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await textOf(page, 'h1')).toMatch(headline(path));
    expect(await page.title()).toContain(await textOf(page, 'h1'));
    expect(await textOf(page, '.data-label strong')).toMatch(new RegExp(siteText.sample[language], 'i'));
    expect(await textOf(page, 'footer')).toContain(siteText.sampleFooter[language]);
    const other = page.locator('nav .language a');
    expect(await other.getAttribute('hreflang')).toBe(language === 'id' ? 'en' : 'id');
    expect(await page.locator('.needs-script:visible').count(), 'controls that do nothing').toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  test.each(['/', '/en/'] as const)(
    '%s has four numbers, a decision, the S-curve and three exceptions',
    async (path) => {
      const language = languageOf(path);
      const { page, close } = await visit(browser, path, noScript);
      const numbers = await page.locator('.key-figures .value').allInnerTexts();
      expect(numbers).toHaveLength(4);
      for (const number of numbers) expect(number).toMatch(/\d/);
      expect(await textOf(page, '.decision h2')).toBe(decisionTitle[language]);
      expect(await textOf(page, '.decision p')).toMatch(/Rp[\d.,]+/);
      expect(await rowsOfFigure(page, 0)).toBe(12);
      expect(await page.locator('.exceptions tbody tr').count()).toBe(3);
      expect(await page.getByRole('heading', { name: text.changed[language] }).isVisible()).toBe(true);
      await close();
    }
  );

  test.each(['/realisasi/', '/en/realisasi/'] as const)('%s has every part, each with its numbers', async (path) => {
    const language = languageOf(path);
    const { page, close } = await visit(browser, path, noScript);
    expect(await rowsOfFigure(page, 0), 'months of the S-curve').toBe(12);
    const bridge = page.locator('figure').nth(1);
    expect(await rowsOfFigure(page, 1), 'steps of the bridge').toBeGreaterThan(4);
    for (const name of [bridgeStepNames.realisasi, bridgeStepNames.sisa])
      expect(await bridge.locator('table').textContent()).toContain(name[language]);
    const rows = (section: string) => page.locator(`#${section} tbody tr`).count();
    expect(await rows('pengecualian')).toBeGreaterThan(3);
    expect(await page.locator('#rincian > .table-scroll tbody tr').count(), 'programs').toBeGreaterThan(3);
    expect(await rows('keluaran')).toBeGreaterThan(4);
    expect(await rows('tahap')).toBe(4);
    expect(await rows('kredibilitas')).toBe(4);
    expect(await page.locator('#terikat dd').allInnerTexts()).toEqual(
      Array(3).fill(expect.stringMatching(/^Rp[\d.,]+$/))
    );
    expect(await textOf(page, 'noscript p')).toBe(engineText.needsScript[language]);
    await close();
  });
});
