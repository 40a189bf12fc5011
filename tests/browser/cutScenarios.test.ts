import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatRupiah } from '$lib/format/number';
import type { Scenario } from '$lib/model/cuts/scenario';
import { cutLabels as text } from '$lib/text/cutLabels';
import { memoLabels } from '$lib/text/cutMemo';
import { firstName, scenarioLabels as words } from '$lib/text/cutScenarios';
import { cutParagraph } from '$lib/text/cutSentences';
import { factsOf } from '../../src/routes/[[lang=en]]/simulasi/facts';
import { launchBrowser } from './support/browser';
import { falling, moveTo, nativeCuts, patience, settled, showsHeadline, type NativeCuts } from './support/cutPage';
import { axeFindings, overflowing } from './support/sitePage';
import { isAlive, textOf, visit, type Visit } from './support/site';

let browser: Browser;
let native: NativeCuts;
let first: Scenario;
beforeAll(async () => {
  [browser, native] = [await launchBrowser(), await nativeCuts()];
  first = await native.first(1);
});
afterAll(async () => {
  native?.close();
  await browser?.close();
});

const desk = { context: { viewport: { width: 1280, height: 900 } } };
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const names = (page: Page) =>
  page.locator('#skenario .name').evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));
const quiet = ({ complaints, foreign }: Visit) =>
  expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
/** Names hold ordinary spaces, as a reader types them. */
const called = (scenario: Scenario) => firstName({ scenario, demand: 1 }, 'id').replaceAll('\u00a0', ' ');

async function press(page: Page, name: string): Promise<void> {
  await button(page, name).click();
}

/** Keeps what the page shows; resolves when it stands in the list. */
async function keep(page: Page): Promise<void> {
  const before = await page.locator('#skenario .name').count();
  await press(page, text.save.id);
  await expect.poll(() => page.locator('#skenario .name').count(), patience).toBe(before + 1);
}

async function fileFrom(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
  return download;
}

async function openText(page: Page, content: string): Promise<void> {
  const file = { name: 'skenario.json', mimeType: 'application/json', buffer: Buffer.from(content) };
  await page.locator('#skenario input[type=file]').setInputFiles(file);
}

const told = (page: Page) => page.locator('#skenario [role=status]').first().innerText();

/** Two scenarios kept: the page's own, and TKD falling by 40 %. */
async function twoKept(): Promise<Visit> {
  const opened = await visit(browser, '/simulasi/', desk);
  await keep(opened.page);
  await moveTo(opened.page, 40);
  await showsHeadline(opened.page, await native.headline(falling(first, 0.4)));
  await keep(opened.page);
  return opened;
}

describe('scenarios kept in the tab', () => {
  test('two and the pagu as it is are compared: numbers, words, and waterfalls that add up to the rupiah', async () => {
    const opened = await twoKept();
    const { page } = opened;
    expect(await names(page)).toEqual([called(first), called(falling(first, 0.4))]);
    await page.getByLabel(`${words.choose.id}: ${words.present.id}`).uncheck();
    await press(page, text.compare.id);
    const comparison = page.locator('#skenario figure');
    await comparison.nth(1).waitFor();
    const views = [await native.view(first), await native.view(falling(first, 0.4))];
    const paragraphs = await page.locator('#skenario dd').allInnerTexts();
    expect(paragraphs).toEqual([words.nothingCut.id, ...views.map((view) => cutParagraph(factsOf(view)).id)]);
    for (const [at, ends] of [[0, views[0]!.effect.cut] as const, views.map(({ effect }) => effect.cut)].entries()) {
      await comparison.nth(at).locator('summary').click();
      await comparison.nth(at).locator('tbody td').first().waitFor();
      const cells = await comparison.nth(at).locator('tbody td').allInnerTexts();
      const rupiah = cells.map((cell) => Number(cell.replace(/[−]/, '-').replaceAll(/[^\d-]/g, '')));
      const [start, end] = [rupiah[0]!, rupiah.at(-1)!];
      expect([start, end]).toEqual(ends);
      expect(rupiah.slice(0, -1).reduce((sum, step) => sum + step, 0)).toBe(end);
    }
    expect(await overflowing(page)).toEqual([]);
    quiet(opened);
    await opened.close();
  });

  test('one is renamed, opened and removed; a name that is taken or empty is changed', async () => {
    const opened = await twoKept();
    const { page } = opened;
    const name = page.locator('#skenario .name');
    await name.nth(0).fill('Rencana A');
    await name.nth(0).press('Tab');
    await name.nth(1).fill('Rencana A');
    await name.nth(1).press('Tab');
    expect(await names(page)).toEqual(['Rencana A', 'Rencana A (2)']);
    await name.nth(1).fill('');
    await name.nth(1).press('Tab');
    expect(await names(page)).toEqual(['Rencana A', 'Rencana A (2)']);
    await press(page, `${text.open.id}: Rencana A`);
    await showsHeadline(page, await native.headline(first));
    await press(page, `${text.remove.id}: Rencana A (2)`);
    expect(await names(page)).toEqual(['Rencana A']);
    quiet(opened);
    await opened.close();
  });

  test('they stay through a change of language, and are gone with the tab', async () => {
    const opened = await twoKept();
    const { page } = opened;
    await page.locator('header').getByRole('link', { name: 'English' }).click();
    await page.waitForURL('**/en/simulasi/**');
    await press(page, text.copyLink.en);
    await expect.poll(() => names(page), patience).toEqual([called(first), called(falling(first, 0.4))]);
    await page.reload();
    await isAlive(page);
    await press(page, text.copyLink.en);
    await page.locator('#skenario tbody').waitFor();
    expect(await names(page)).toEqual([]);
    await opened.close();
  });

  test('stacked, the deeper fall holds and the conflict is said', async () => {
    const opened = await twoKept();
    const { page } = opened;
    await press(page, words.stack.id);
    await expect.poll(() => told(page), patience).toMatch(/TKD: .*turun 30,0\s%.*turun 40,0\s%.*lebih ketat/);
    await showsHeadline(page, await native.headline(falling(first, 0.4)));
    expect(await names(page)).toHaveLength(3);
    quiet(opened);
    await opened.close();
  });

  test('accessible with everything open, in light and dark', async () => {
    const opened = await twoKept();
    const { page } = opened;
    await page.getByLabel(`${words.choose.id}: ${words.present.id}`).uncheck();
    await press(page, text.compare.id);
    await page.locator('#skenario figure').first().waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await overflowing(page)).toEqual([]);
    await opened.close();
  });
});

describe('handed on', () => {
  test('a file of scenarios opens again in another tab with the same plan', async () => {
    const opened = await twoKept();
    const file = await readFile(await (await fileFrom(opened.page, text.download.id)).path(), 'utf8');
    await opened.close();
    const other = await visit(browser, '/simulasi/', desk);
    await openText(other.page, file);
    await expect.poll(() => names(other.page), patience).toEqual([called(first), called(falling(first, 0.4))]);
    expect(await told(other.page)).not.toMatch(/tidak terbaca|tidak dikenal|diabaikan|versi/);
    await press(other.page, `${text.open.id}: ${called(falling(first, 0.4))}`);
    await showsHeadline(other.page, await native.headline(falling(first, 0.4)));
    quiet(other);
    await other.close();
  });

  test.for([
    { what: 'no JSON', content: 'TKD -30', says: /tidak dapat dibuka: isinya bukan JSON/ },
    { what: 'another file', content: '{"type":"FeatureCollection"}', says: /isinya bukan skenario/ },
    { what: 'nothing in it', content: '', says: /tidak dapat dibuka/ }
  ])('$what gets a sentence and a working page', async ({ content, says }) => {
    const opened = await visit(browser, '/simulasi/', desk);
    await openText(opened.page, content);
    await expect.poll(() => told(opened.page), patience).toMatch(says);
    expect(await names(opened.page)).toEqual([]);
    await moveTo(opened.page, 40);
    await showsHeadline(opened.page, await native.headline(falling(first, 0.4)));
    quiet(opened);
    await opened.close();
  });

  test('a tampered file is read as far as it goes: each wrong part is named, the rest is shown', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    await keep(opened.page);
    const file = await readFile(await (await fileFrom(opened.page, text.download.id)).path(), 'utf8');
    const { skenario, ...rest } = JSON.parse(file) as { skenario: { nama: string; isi: Scenario }[] };
    const isi = {
      ...falling(skenario[0]!.isi, 0.4),
      rounding: 7,
      decisions: { 'X|1.06.99|5.1.99': { cut: 5_000_000 } }
    };
    await openText(opened.page, JSON.stringify({ ...rest, skenario: [{ nama: '<b>Palsu</b>', isi }] }));
    await expect.poll(() => told(opened.page), patience).toMatch(/rounding: “7” tidak terbaca/);
    expect(await told(opened.page)).toMatch(/1 baris dari skenario itu tidak ada di data ini/);
    expect(await names(opened.page)).toEqual([called(first), '<b>Palsu</b>']);
    await press(opened.page, `${text.open.id}: <b>Palsu</b>`);
    await showsHeadline(opened.page, await native.headline(falling(first, 0.4)));
    quiet(opened);
    await opened.close();
  });

  test('a scenario of another month is worked out with the data of that month', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    const { page } = opened;
    await keep(page);
    const file = await readFile(await (await fileFrom(page, text.download.id)).path(), 'utf8');
    const july = await native.first(7);
    const { skenario, ...rest } = JSON.parse(file) as { skenario: unknown[] };
    const content = { ...rest, skenario: [...skenario, { nama: 'Juli', isi: july }] };
    await openText(page, JSON.stringify(content));
    await expect.poll(() => names(page), patience).toContain('Juli');
    await page.getByLabel(`${words.choose.id}: ${words.baseline.id}`).uncheck();
    await page.getByLabel(`${words.choose.id}: Juli`).check();
    await page.getByLabel(`${words.choose.id}: ${words.present.id}`).uncheck();
    await press(page, text.compare.id);
    await page.locator('#skenario dd').nth(1).waitFor(patience);
    const paragraphs = await page.locator('#skenario dd').allInnerTexts();
    expect(paragraphs[1]).toBe(cutParagraph(factsOf(await native.view(july))).id);
    quiet(opened);
    await opened.close();
  });

  test('the link that is copied shows the same plan', async () => {
    const opened = await visit(browser, '/simulasi/', {
      context: { ...desk.context, permissions: ['clipboard-read', 'clipboard-write'] }
    });
    const { page } = opened;
    await moveTo(page, 40);
    await showsHeadline(page, await native.headline(falling(first, 0.4)));
    await press(page, text.copyLink.id);
    await expect.poll(() => told(page), patience).toContain(text.copied.id);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(await page.getByLabel(words.linkShown.id).inputValue()).toBe(link);
    await page.goto('about:blank');
    await page.goto(link);
    await showsHeadline(page, await native.headline(falling(first, 0.4)));
    quiet(opened);
    await opened.close();
  });

  test('the workbook holds the plan in LRA order; its total is the page’s, its notes say what it rests on', async () => {
    const opened = await visit(browser, '/simulasi/', desk);
    await moveTo(opened.page, 40);
    await showsHeadline(opened.page, await native.headline(falling(first, 0.4)));
    const download = await fileFrom(opened.page, text.xlsx.id);
    expect(download.suggestedFilename()).toBe(`rencana-potongan-${first.tahun}-01.xlsx`);
    const book = read(await readFile(await download.path()));
    const [plan, notes] = book.SheetNames.map((name) =>
      utils.sheet_to_json<unknown[]>(book.Sheets[name]!, { header: 1 })
    );
    const view = await native.view(falling(first, 0.4));
    expect(plan!.slice(1).map((row) => row.slice(2, 5))).toEqual(
      view.rows.map(({ sebelum, potongan, sesudah }) => [sebelum, potongan, sesudah])
    );
    expect(formatRupiah(plan![1]![3] as number, 'id')).toBe(
      await opened.page.locator('.key-figures [title]').first().getAttribute('title')
    );
    const accounts = view.rows.flatMap(({ id, potongan }) => (id === null ? [] : [potongan]));
    expect(accounts.reduce((sum, potongan) => sum + potongan, 0)).toBe(plan![1]![3]);
    const noted = notes!.map((row) => row.join(': ')).join('\n');
    expect(noted).toMatch(/^DATA CONTOH/);
    expect(noted).toContain(cutParagraph(factsOf(view)).id);
    for (const { id } of [words.dataVersion, words.modelVersion, words.dataDate]) expect(noted).toContain(id);
    quiet(opened);
    await opened.close();
  });
});

/** Pages of a PDF: its page objects, which Chromium writes uncompressed. */
function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length ?? 0;
}

describe('the memo', () => {
  /** Opens the page with a window whose printing waits for the test to print. */
  const withoutDialog = {
    ...desk,
    prepare: async (page: Page) => void (await page.addInitScript(() => void (window.print = () => undefined)))
  };

  test.each([30, 100])('prints alone, on at most two A4, when TKD falls by %i percent', async (percent) => {
    const opened = await visit(browser, '/simulasi/', withoutDialog);
    const { page } = opened;
    const scenario = falling(first, percent / 100);
    if (percent !== 30) await moveTo(page, percent);
    await showsHeadline(page, await native.headline(scenario));
    await press(page, text.memo.id);
    const memo = page.locator('.telaahan');
    await memo.waitFor({ state: 'attached' });
    await expect.poll(() => page.evaluate(() => document.documentElement.className)).toContain('cetak-telaahan');
    expect(await memo.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await memo.isVisible()).toBe(true);
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual([memoLabels.title.id.toUpperCase()]);
    const said = await textOf(page, '.telaahan');
    expect(said).toMatch(/^DATA CONTOH/i);
    const order = (['problem', 'assumed', 'facts', 'analysis', 'conclusion', 'advice'] as const).map((key, at) =>
      said.indexOf(`${at + 1}. ${memoLabels[key].id}`)
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(0);
    const view = await native.view(scenario);
    expect(said).toContain(cutParagraph(factsOf(view)).id);
    const total = (await page.locator('.cuts tr:last-child td.number').allInnerTexts()).map((cell) => `Rp${cell}`);
    const [{ sebelum, potongan, sesudah }] = view.rows as [(typeof view.rows)[number]];
    expect(total).toEqual([sebelum, potongan, sesudah].map((rupiah) => formatRupiah(rupiah, 'id')));
    await page.emulateMedia({ media: null });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pageCount(pdf)).toBeLessThanOrEqual(2);
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45]\.?\d* 84[12]\.?\d*\]/);
    quiet(opened);
    await opened.close();
  });

  test('once printed it is gone, and the page prints as it did', async () => {
    const opened = await visit(browser, '/simulasi/', withoutDialog);
    const { page } = opened;
    await press(page, text.memo.id);
    await page.locator('.telaahan').waitFor({ state: 'attached' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.telaahan').count()).toBe(0);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main h1').isVisible()).toBe(true);
    await opened.close();
  });
});

test('where the code of this part cannot be fetched a sentence says so, and the page goes on', async () => {
  const opened = await visit(browser, '/simulasi/', desk);
  const { page, context } = opened;
  await context.setOffline(true);
  await press(page, text.save.id);
  await expect.poll(() => page.locator('#skenario [role=alert]').innerText(), patience).toBe(words.failed.id);
  await context.setOffline(false);
  await moveTo(page, 40);
  await showsHeadline(page, await native.headline(falling(first, 0.4)));
  await settled(page);
  await opened.close();
});
