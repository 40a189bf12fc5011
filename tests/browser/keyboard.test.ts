import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { curveText } from '$lib/text/curve';
import { figureText } from '$lib/text/figure';
import { realizationText as text } from '$lib/text/realization';
import { siteText } from '$lib/text/site';
import { launchBrowser } from './support/browser';
import { visit, type Visit } from './support/site';

let browser: Browser;
let opened: Visit;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  const context = { viewport: { width: 1280, height: 900 }, acceptDownloads: true };
  opened = await visit(browser, '/realisasi/', { context });
  page = opened.page;
});
afterEach(async () => {
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

/** What has the focus, as a screen reader would name it, with whether its ring is seen. */
function focused() {
  return page.evaluate(() => {
    const element = document.activeElement!;
    const label =
      element.getAttribute('aria-label') ??
      (element as HTMLSelectElement).labels?.[0]?.querySelector('span')?.textContent;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      tag: element.tagName.toLowerCase(),
      name: (label ?? element.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
      ring: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3
    };
  });
}

test('the skip link comes first, is seen, and leads past the navigation to the filters', async () => {
  await page.keyboard.press('Tab');
  expect(await focused()).toMatchObject({ tag: 'a', name: siteText.skip.id, ring: true });
  const { y } = (await page.locator('.skip').boundingBox())!;
  expect(y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await focused()).toMatchObject({ tag: 'summary', name: figureText.why.id });
  const order = [];
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  const fields = ['tahun', 'bulan', 'skpd', 'kode', 'jenis', 'sumberDana', 'tahap'] as const;
  expect(order).toEqual(fields.map((field) => ({ tag: 'select', name: text[field].id, ring: true })));
});

test('the order of the tab key is the order of the page, and nobody is caught', async () => {
  const reached = await page.evaluate(() => {
    const wanted = 'a[href], button, select, input, summary, [tabindex="0"]';
    return [...document.querySelectorAll(wanted)].filter(
      (element) => element.checkVisibility({ contentVisibilityAuto: true }) && (element as HTMLElement).tabIndex >= 0
    ).length;
  });
  await page.evaluate(() => Object.assign(window, { seen: [] }));
  for (let i = 0; i < reached; i++) {
    await page.keyboard.press('Tab');
    await page.evaluate(() => (window as unknown as { seen: Element[] }).seen.push(document.activeElement!));
  }
  const { distinct, inOrder, atEnd } = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Element[] };
    const follows = (a: Element, b: Element) =>
      Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
    return {
      distinct: new Set(seen).size,
      inOrder: seen.every((element, index) => index === 0 || follows(seen[index - 1]!, element)),
      atEnd: document.activeElement !== document.body
    };
  });
  expect({ distinct, inOrder, atEnd }).toEqual({ distinct: reached, inOrder: true, atEnd: true });
});

test('the S-curve is read month by month with the arrow keys', async () => {
  const slider = page.getByRole('slider').first();
  await slider.focus();
  const [october, plan] = await cells('figure table', 10);
  expect(await slider.getAttribute('aria-valuenow')).toBe('10');
  expect(await slider.getAttribute('aria-valuetext')).toBe(await reading());
  expect(await reading()).toMatch(/^Oktober: /);
  expect(await reading()).toContain(october!);
  expect(await reading()).toContain(plan!);
  await page.keyboard.press('ArrowLeft');
  expect(await reading()).toContain((await cells('figure table', 9))[0]!);
  await page.keyboard.press('Home');
  expect(await reading()).toMatch(/^Januari: /);
  await page.keyboard.press('ArrowLeft');
  expect(await slider.getAttribute('aria-valuenow')).toBe('1');
  await page.keyboard.press('End');
  expect(await reading()).toMatch(/^Desember: Perkiraan/);
  expect(await page.locator('.drawing:visible .cursor .mark').count()).toBeGreaterThan(2);
  await page.keyboard.press('Escape');
  expect(await reading()).toBe(curveText.readMonth.id);
});

const reading = () => page.locator('.reading').first().innerText();

/** Cells of a row of a table, counted from 1, without the row's name. */
function cells(table: string, row: number): Promise<string[]> {
  return page
    .locator(table)
    .first()
    .locator('tbody tr')
    .nth(row - 1)
    .locator('td')
    .evaluateAll((all) => all.map((one) => one.textContent!.trim()));
}

test('a table is ordered with Enter: largest first, smallest first, as it came', async () => {
  const heading = page.locator('#rincian > .table-scroll').getByRole('button', { name: text.pagu.id, exact: true });
  const column = page.locator('#rincian > .table-scroll tbody tr td:nth-child(2)');
  const sorted = () =>
    page
      .locator('#rincian > .table-scroll th[aria-sort]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-sort')));
  const asItCame = await column.allTextContents();
  await heading.focus();
  await page.keyboard.press('Enter');
  expect(await sorted()).toEqual(['descending']);
  const descending = await column.allTextContents();
  expect(descending).not.toEqual(asItCame);
  expect(descending.toSorted()).toEqual(asItCame.toSorted());
  await page.keyboard.press('Enter');
  expect(await sorted()).toEqual(['ascending']);
  expect(await column.allTextContents()).toEqual(descending.toReversed());
  await page.keyboard.press('Enter');
  expect(await sorted()).toEqual([]);
  expect(await column.allTextContents()).toEqual(asItCame);
});

test('a closed part opens with Enter and closes with Space', async () => {
  const details = page.locator('figure details').first();
  await details.locator('summary').focus();
  await page.keyboard.press('Enter');
  expect(await details.locator('table').isVisible()).toBe(true);
  await page.keyboard.press('Space');
  expect(await details.locator('table').isVisible()).toBe(false);
});

/** Presses an export button by keyboard and reads the file. */
async function download(name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name }).first().focus();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a figure is saved as SVG, PNG and CSV, each of them whole', async () => {
  const title = await page.locator('figure h2').first().innerText();
  const svg = await download(/^Unduh SVG/);
  expect(svg.name).toBe('realisasi-2026.svg');
  const drawing = svg.bytes.toString('utf8');
  const parsed = await page.evaluate((source) => {
    const svg = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
    return {
      tag: svg.tagName,
      title: svg.querySelector('title')?.textContent,
      paths: svg.querySelectorAll('path[d][stroke]').length
    };
  }, drawing);
  expect(parsed).toMatchObject({ tag: 'svg', title });
  expect(parsed.paths).toBeGreaterThan(3);
  expect(drawing).toContain(`${figureText.source.id}: `);
  const size = /width="(\d+)" height="([\d.]+)"/.exec(drawing)!;

  const png = await download(/^Unduh PNG/);
  expect(png.name).toBe('realisasi-2026.png');
  expect(png.bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  expect(png.bytes.readUInt32BE(16)).toBe(Number(size[1]) * 2);
  expect(Math.abs(png.bytes.readUInt32BE(20) - Number(size[2]) * 2)).toBeLessThanOrEqual(2);
  expect(png.bytes.length).toBeGreaterThan(10_000);

  const csv = await download(/^Unduh CSV/);
  const [header, ...rows] = parse(csv.bytes) as string[][];
  const shown = await page
    .locator('figure table')
    .first()
    .locator('tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent!.trim())));
  expect(header).toHaveLength(shown[0]!.length);
  const asShown = (ratio: string) =>
    ratio === '' ? '–' : `${(Number(ratio) * 100).toFixed(1).replace('.', ',')}\u00A0%`;
  expect(rows.map(([month, ...rest]) => [month, ...rest.map(asShown)])).toEqual(shown.slice(1));
});

test('a table of rupiah is saved with every digit, in the order in which it is shown', async () => {
  const scroll = page.locator('#rincian > .table-scroll');
  await scroll.getByRole('button', { name: text.pagu.id, exact: true }).click();
  await page.locator('#rincian').getByLabel(figureText.fullRupiah.id).first().check();
  const { name, bytes } = await download(new RegExp(`^Unduh CSV: ${text.programs.id}`));
  expect(name).toBe('realisasi-program-2026.csv');
  const rows = parse(bytes, { from: 2 }) as string[][];
  const shown = await scroll.locator('tbody tr td:nth-child(2)').allTextContents();
  expect(rows.map((row) => `Rp${Number(row[1]).toLocaleString('id')}`)).toEqual(
    shown.map((cell) => cell.replaceAll(/\s/g, ''))
  );
});
