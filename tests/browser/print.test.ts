import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser';
import { visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Pages of a PDF: its page objects, which Chromium writes uncompressed. */
function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
}

/** Width and height of paper between the margins of 14 and 12 mm, in CSS pixels. */
const paper = { width: ((210 - 28) / 25.4) * 96, height: ((297 - 24) / 25.4) * 96 };

test.each(['/', '/en/'])('%s prints on one A4', async (path) => {
  const { page, close } = await visit(browser, path, { context: { viewport: { width: 390, height: 844 } } });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pageCount(pdf)).toBe(1);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
  await close();
});

test.each(['/realisasi/', '/en/realisasi/'])(
  '%s prints its pictures whole, within the margins, black on white',
  async (path) => {
    const { page, close } = await visit(browser, path, {
      context: { viewport: { width: Math.floor(paper.width), height: 1000 }, colorScheme: 'dark' }
    });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const figures = await page.locator('figure').evaluateAll((all) =>
      all.map((figure) => {
        const { width, height } = figure.getBoundingClientRect();
        const drawings = [...figure.querySelectorAll('.drawing svg')].filter((svg) => svg.getClientRects().length > 0);
        return {
          width,
          height,
          breaks: getComputedStyle(figure).breakInside,
          drawings: drawings.length,
          drawn: drawings[0]?.getBoundingClientRect().width ?? 0
        };
      })
    );
    expect(figures.length).toBeGreaterThan(2);
    for (const figure of figures) {
      expect(figure).toMatchObject({ breaks: 'avoid', drawings: 1 });
      expect(figure.height).toBeLessThan(paper.height);
      expect(figure.drawn).toBeGreaterThan(300);
      expect(figure.drawn).toBeLessThanOrEqual(paper.width + 1);
    }
    expect(await beyondPaper(page)).toEqual([]);
    const colours = await page.evaluate(() => {
      const { color } = getComputedStyle(document.querySelector('h1')!);
      return [getComputedStyle(document.documentElement).backgroundColor, color];
    });
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(1);
    await close();
  }
);

/** Parts that the right margin would cut: on paper nothing scrolls. */
function beyondPaper(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter(
        (element) =>
          element.getClientRects().length > 0 &&
          element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
      )
      .filter((element) => !element.closest('.visually-hidden'))
      .map(({ tagName, className }) => `${tagName} ${String(className)}`)
  );
}
