import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { embedText } from '$lib/text/embed';
import { figureText } from '$lib/text/figure';
import { foreignRequests, launchBrowser } from './support/browser';
import { visit, watch, type Visit } from './support/site';
import { axeFindings, overflowing, smallText } from './support/sitePage';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** A site whose styles are unkind to whatever is pasted into it. */
const unkind = `*{color:red!important;font:30px cursive!important;border:5px solid lime!important;letter-spacing:4px}
  img,picture{width:50px!important;opacity:.2!important} td,th{padding:60px!important;background:pink!important}
  details,figure{display:none!important} svg text{fill:red!important} body{background:#222}`;

/** Opens the panel of a page's figure by keyboard, and reads the code of its choice. */
async function codeOf(page: Page, at: number): Promise<string> {
  const figure = page.locator('figure').nth(at);
  await figure.getByRole('link', { name: /^(Tanam|Embed): / }).focus();
  await page.keyboard.press('Enter');
  const box = figure.locator('textarea');
  await page.waitForFunction((box) => (box as HTMLTextAreaElement).value !== '', await box.elementHandle());
  return box.inputValue();
}

/** Pastes code into a bare page of its own and lists what the page asks for. */
async function pasted(html: string, style = ''): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 800, height: 900 }, javaScriptEnabled: true });
  const asked = await foreignRequests(context, 'null');
  const page = await context.newPage();
  const complaints = watch(page);
  const head = `<!doctype html><html lang="id"><title>Desa</title><style>${style}</style>`;
  await page.setContent(`${head}<main><h1>Situs desa</h1>${html}</main>`);
  return { page, asked, complaints };
}

describe('figures pasted into another site', () => {
  let site: Visit;
  let codes: string[];
  beforeAll(async () => {
    site = await visit(browser, '/sasaran/', {
      context: { colorScheme: 'dark', viewport: { width: 400, height: 800 } }
    });
    codes = [await codeOf(site.page, 0), await codeOf(site.page, 2)];
  });
  afterAll(() => site?.close());

  test('the panel fits a phone, is read by axe without a finding, and Escape goes back to its link', async () => {
    expect(await overflowing(site.page)).toEqual([]);
    expect(await axeFindings(site.page)).toEqual([]);
    expect(await smallText(site.page)).toEqual([]);
    await site.page.keyboard.press('Escape');
    expect(await site.page.evaluate(() => document.activeElement?.textContent)).toBe(figureText.embed.id);
    expect(await site.page.locator('figure textarea').count()).toBe(1);
    expect([...site.foreign, ...site.complaints]).toEqual([]);
  });

  test('two side by side: nothing is asked for, axe finds nothing, hidden marks and their key are there', async () => {
    const { page, asked, complaints } = await pasted(codes.join('\n'));
    await page.locator('summary').first().click();
    expect(await page.locator('table').first().innerText()).toContain('disembunyikan');
    expect(await axeFindings(page)).toEqual([]);
    const drawn = await page
      .locator('img')
      .evaluateAll((all) =>
        all.map(
          (image) =>
            [
              (image as HTMLImageElement).naturalWidth > 300,
              decodeURIComponent((image as HTMLImageElement).src)
            ] as const
        )
      );
    expect(drawn.map(([isDrawn]) => isDrawn)).toEqual([true, true]);
    expect(drawn[0]![1]).toContain('>disembunyikan</text>');
    // Light paper and ink, though the reader's own screen is dark.
    expect(drawn[0]![1]).toMatch(/<rect width="100%" height="100%" fill="#fcfbf8"/);
    expect(drawn[0]![1]).not.toContain('rgb(232, 234, 237)');
    const [link] = await page
      .locator('figure a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
    expect(link).toBe(`${site.served.url}/sasaran/`);
    expect([...asked, ...complaints]).toEqual([]);
    await page.context().close();
  });

  test('an unkind host changes nothing in them, and they nothing in the host', async () => {
    const look = (page: Page) =>
      page.locator('figure').evaluateAll((figures) =>
        figures.flatMap((figure) =>
          [figure, ...figure.querySelectorAll('strong, img, summary, th, td, p, a')].slice(0, 30).map((element) => {
            const { color, fontSize, fontFamily, borderTopColor, opacity, width, letterSpacing } =
              getComputedStyle(element);
            return [element.tagName, color, fontSize, fontFamily, borderTopColor, opacity, width, letterSpacing].join(
              ' '
            );
          })
        )
      );
    const [kind, harsh] = [await pasted(codes.join('')), await pasted(codes.join(''), unkind)];
    const looks = (await look(kind.page)).map((line) => line.replace(/ \d+(\.\d+)?px [^ ]+$/, ''));
    const harshLooks = (await look(harsh.page)).map((line) => line.replace(/ \d+(\.\d+)?px [^ ]+$/, ''));
    expect(harshLooks.map((line) => line.split(' ').slice(0, 4))).toEqual(
      looks.map((line) => line.split(' ').slice(0, 4))
    );
    expect(await harsh.page.locator('figure').first().isVisible()).toBe(true);
    expect(await kind.page.locator('h1').evaluate((head) => getComputedStyle(head).color)).toBe('rgb(0, 0, 0)');
    await Promise.all([kind.page.context().close(), harsh.page.context().close()]);
  });
});

test('the code is of the view as it is filtered, in the language of the page, and can be saved as files', async () => {
  const { page, close } = await visit(browser, '/en/realisasi/?bulan=3');
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.locator('h1', { hasText: 'hree months' }).waitFor();
  const code = await codeOf(page, 0);
  expect(code).toContain('/en/realisasi/?bulan=3"');
  expect(code).toContain('lang="en"');
  for (const [label, kind] of [
    [embedText.htmlFile.en, 'html'],
    [embedText.svgFile.en, 'svg']
  ] as const) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: label, exact: true }).click()
    ]);
    expect(file.suggestedFilename()).toBe(`realisasi-2026.${kind}`);
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('SAMPLE DATA');
    expect(text).not.toContain('<script');
  }
  await close();
});

test('without a script the link opens the figure as a page of its own, with the code to copy and its file', async () => {
  const { page, foreign, complaints, close } = await visit(browser, '/sasaran/', {
    context: { javaScriptEnabled: false }
  });
  await page
    .getByRole('link', { name: /^Tanam: / })
    .first()
    .click();
  await page.waitForURL(/\/sasaran\/tanam\/[^/]+\.html$/);
  expect(await page.locator('textarea').inputValue()).toMatch(/^<figure lang="id"/);
  expect(
    await page.locator('figure img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
  ).toBeGreaterThan(300);
  expect(await overflowing(page)).toEqual([]);
  const svg = await page.locator('a[download]').evaluate((link) => (link as HTMLAnchorElement).href);
  const answer = await page.request.get(svg);
  expect(answer.headers()['content-type']).toBe('image/svg+xml');
  expect(await answer.text()).toContain('>disembunyikan</text>');
  expect([...foreign, ...complaints]).toEqual([]);
  await close();
});
