import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hexMapText } from '$lib/chart/hexMapText';
import { mapChoiceText } from '$lib/chart/regionMapText';
import { targetingText as text } from '$lib/text/targetingPage';
import { launchBrowser } from './support/browser';
import { textOf, visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const desa = 237;
const shownMap = (page: Page) => page.locator('.hexmap:visible');
const shownFunnel = (page: Page) => page.locator('figure', { hasText: text.funnel.id }).locator('.drawing:visible');

const choice = (page: Page, name: string) => page.locator(`.choices label:has(> span:text-is("${name}")) select`);

describe('without JavaScript', () => {
  const noScript = { context: { javaScriptEnabled: false, viewport: { width: 390, height: 844 } } };

  test('the map links every desa, the table has a row for each, hidden is a word and not a zero', async () => {
    const { page, close } = await visit(browser, '/sasaran/', noScript);
    expect(await shownMap(page).locator('a').count()).toBe(desa);
    const rows = page.locator('.table-scroll tbody tr');
    expect(await rows.count()).toBe(desa);
    const cells = await page.locator('.table-scroll tbody td:nth-child(2)').allInnerTexts();
    expect(cells).toContain(hexMapText.hidden.id);
    expect(cells.filter((cell) => /^\d+\s%$/.test(cell)).length).toBeGreaterThan(desa / 3);
    expect(await page.locator('#kesegaran p').first().innerText()).toMatch(/\d+ persen/);
    await close();
  });

  test('the page of a desa says need, reach, certainty, freshness and what to do', async () => {
    const { page, close } = await visit(browser, '/sasaran/64.02.07.2007/', noScript);
    expect(await textOf(page, 'h1')).toMatch(/Sumber Sari/);
    expect(await page.locator('nav [aria-current]').allInnerTexts()).toEqual(['Sasaran']);
    expect(await page.locator('article').innerText()).toMatch(/keluarga layak menurut DTSEN/);
    expect(await page.locator('aside li').count()).toBeGreaterThan(2);
    expect(await page.locator('article svg[role="img"]').first().getAttribute('aria-label')).toMatch(/dari 10/);
    await close();
  });
});

test('two steps from the summary: a name that repeats asks for the kecamatan, and leads to its desa', async () => {
  const { page, close, complaints, foreign } = await visit(browser, '/');
  await page.getByRole('searchbox').fill('sumber sari');
  const found = page.locator('.region-search li a');
  await found.first().waitFor();
  expect(await found.allInnerTexts()).toEqual([
    expect.stringMatching(/Kota Bangun Darat/),
    expect.stringMatching(/Loa Kulu/),
    expect.stringMatching(/Sebulu/)
  ]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/sasaran/64.02.07.2007/');
  expect(await textOf(page, 'h1')).toMatch(/Sumber Sari/);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
  await close();
});

test('map, funnel and table are linked: what is pointed at or focused in one is marked in the others', async () => {
  const { page, close } = await visit(browser, '/sasaran/', { context: { viewport: { width: 1280, height: 900 } } });
  const outside = await page
    .locator('.table-scroll tbody tr', { hasText: text.tinggi.id })
    .first()
    .locator('a')
    .innerText();
  await page.locator('.table-scroll tbody a', { hasText: outside }).first().hover();
  await shownMap(page).locator('.marked').waitFor({ state: 'attached' });
  expect(await shownFunnel(page).locator('.ring').count()).toBe(1);
  expect(await textOf(page, '.read')).toContain(outside);
  expect(await textOf(page, '.read')).toContain(text.tinggi.id);
  // Away from the map: what scrolls below a resting pointer would be pointed at.
  await page.mouse.move(0, 0);
  await shownMap(page).locator('a').first().focus();
  const first = await textOf(page, '.read strong');
  await page.keyboard.press('ArrowRight');
  expect(await textOf(page, '.read strong')).not.toBe(first);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sasaran\/64\.02\.\d\d\.\d{4}\/$/);
  await close();
});

describe('the desa a reader marks', () => {
  const desk = { context: { viewport: { width: 1280, height: 900 } } };
  const sumberSari = '64.02.07.2007';
  const isMarked = async (page: Page, name: string) => {
    await shownMap(page).locator('.marked').waitFor({ state: 'attached' });
    expect(await textOf(page, '.read strong')).toBe(name);
    expect(await page.locator('.table-scroll a.active').allTextContents()).toEqual([name]);
  };

  test('stands in the address, and is there again on a visit, in English, and on the way back from its page', async () => {
    const { page, close, complaints } = await visit(browser, `/sasaran/?wilayah=${sumberSari}`, desk);
    await isMarked(page, 'Sumber Sari');
    await page.locator('a[hreflang="en"], a[lang="en"]').first().click();
    await page.waitForURL(`**/en/sasaran/?wilayah=${sumberSari}`);
    await isMarked(page, 'Sumber Sari');
    const other = page.locator('.table-scroll tbody a', { hasText: 'Perian' }).first();
    await other.click();
    await page.waitForURL('**/en/sasaran/64.02.01.2001/');
    await page.goBack();
    await page.waitForURL('**/en/sasaran/?wilayah=64.02.01.2001');
    await isMarked(page, 'Perian');
    expect(complaints).toEqual([]);
    await close();
  });

  test('is written down by a press in the bands, and by Enter on the funnel; the back button is not worn out by it', async () => {
    const { page, close, complaints } = await visit(browser, '/sasaran/', desk);
    const steps = () => page.evaluate(() => history.length);
    const before = await steps();
    const bands = page.locator('figure', { hasText: text.bands.id }).locator('.drawing:visible g text.name');
    const name = await bands.nth(2).textContent();
    await bands.nth(2).click();
    await page.waitForURL(/wilayah=64\.02\.\d\d\.\d{4}$/);
    await page.mouse.move(0, 0);
    await isMarked(page, name!.trim().replace(/ \(.*\)$/, ''));
    const slider = page.locator('figure', { hasText: text.funnel.id }).getByRole('slider').locator('visible=true');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    const first = await textOf(page, '.read strong');
    expect(first).not.toBe(name);
    await page.keyboard.press('Escape');
    await isMarked(page, first);
    expect(await steps()).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  test('is kept where aid is shown by kecamatan: its kecamatan is marked, and it again where desa are shown', async () => {
    const { page, close } = await visit(browser, `/sasaran/?wilayah=${sumberSari}`, desk);
    await choice(page, text.bantuan.id).selectOption('SEMBAKO');
    await page.waitForURL(/bantuan=SEMBAKO/);
    expect(page.url()).toContain(`wilayah=${sumberSari}`);
    await page.waitForFunction(() => document.querySelector('.table-scroll a.active')?.textContent === 'Sebulu');
    await page.goBack();
    await isMarked(page, 'Sumber Sari');
    await close();
  });

  test.each(['64.99.01.2001', '64.02.07.9999', 'Melayu'])(
    '%s is no desa here: a sentence, and a page that works',
    async (kode) => {
      const { page, close, complaints } = await visit(browser, `/sasaran/?wilayah=${kode}`, desk);
      await page.getByText(`wilayah "${kode}"`).waitFor();
      const first = page.locator('.table-scroll tbody a').first();
      await first.hover();
      await isMarked(page, (await first.textContent())!);
      expect(complaints).toEqual([]);
      await close();
    }
  );

  test('a link of the figures that leads to no desa is followed, whether or not a desa is pointed at', async () => {
    const { page, close, complaints } = await visit(browser, '/sasaran/', desk);
    await page.locator('.spread a[href="#desa"]').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#desa$/);
    expect(complaints).toEqual([]);
    await close();
  });

  test('a reset takes the mark back too', async () => {
    const { page, close } = await visit(browser, `/sasaran/?wilayah=${sumberSari}`, desk);
    await page.locator('.reset').click();
    await page.waitForURL(/sasaran\/$/);
    await shownMap(page).locator('.marked').waitFor({ state: 'detached' });
    await close();
  });

  test('on a touch screen the first tap on the map reads and marks, the second opens the page', async () => {
    const touch = { context: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } };
    const { page, close } = await visit(browser, '/sasaran/', touch);
    const cell = shownMap(page).locator('a').nth(40);
    const target = (await cell.getAttribute('href'))!.match(/64\.02[.\d]*/)![0];
    await cell.tap();
    await page.waitForURL(`**/sasaran/?wilayah=${target}`);
    await cell.tap();
    await page.waitForURL(`**/sasaran/${target}/`);
    await page.goBack();
    await page.waitForURL(`**/sasaran/?wilayah=${target}`);
    await close();
  });
});

describe('the map of boundaries beside the hexagons', () => {
  const kind = (page: Page, name: string) =>
    page.getByRole('group', { name: mapChoiceText.choice.id }).getByRole('link', { name });
  const polygons = (page: Page) => page.locator('.polygonmap:visible, .hexmap:visible').locator('path.districts');

  test('is chosen by keyboard, stands in the address, and back; its desa are reached by one tab stop and arrows', async () => {
    const { page, close, complaints, foreign } = await visit(browser, '/sasaran/', {
      context: { viewport: { width: 1280, height: 900 } }
    });
    expect(await polygons(page).count()).toBe(0);
    await kind(page, mapChoiceText.batas.id).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?peta=batas$/);
    await polygons(page).waitFor({ state: 'attached' });
    expect(await kind(page, mapChoiceText.batas.id).getAttribute('aria-current')).toBe('true');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(mapChoiceText.batas.id);
    const map = page.locator('figure svg:visible', { has: page.locator('path.districts') });
    expect(await map.locator('a').count()).toBe(desa);
    expect(await map.locator('a[tabindex="0"]').count()).toBe(1);
    await map.locator('a[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    const name = await page.evaluate(() => document.activeElement!.querySelector('title')!.textContent!);
    expect(name).toContain(await textOf(page, '.read strong'));
    expect(await page.locator('.spread').innerText()).toContain('Bentuk karangan untuk data contoh');
    await kind(page, mapChoiceText.hexagons.id).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sasaran\/$/);
    await polygons(page).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
    await close();
  });

  test('opens from a link; without JavaScript the hexagons stand there and no choice that would do nothing', async () => {
    const linked = await visit(browser, '/sasaran/?peta=batas');
    await polygons(linked.page).waitFor({ state: 'attached' });
    await linked.close();
    const { page, close } = await visit(browser, '/sasaran/?peta=batas', { context: { javaScriptEnabled: false } });
    expect(await shownMap(page).locator('a').count()).toBe(desa);
    expect(await page.getByText(mapChoiceText.batas.id, { exact: true }).isVisible()).toBe(false);
    await close();
  });
});

test('the table says the ranks a desa may have, wide where its order cannot be told', async () => {
  const { page, close } = await visit(browser, '/sasaran/', { context: { viewport: { width: 1280, height: 900 } } });
  const heading = page.locator('.table-scroll thead th', { hasText: text.urutan.id });
  const at = await heading.evaluate((th) => (th as HTMLTableCellElement).cellIndex + 1);
  const ranks = (await page.locator(`.table-scroll tbody tr > :nth-child(${at})`).allInnerTexts())
    .filter((cell) => cell !== '–')
    .map((cell) => cell.split('–').map(Number));
  expect(ranks.length).toBeGreaterThan(100);
  expect(ranks.every(([first, last = first]) => 1 <= first! && first! <= last! && last! <= ranks.length)).toBe(true);
  expect(ranks.filter(([first, last = first]) => last! - first! > ranks.length / 3).length).toBeGreaterThan(20);
  await close();
});

test('aid, measure and kecamatan stand in the address; in the public profile an aid is shown by kecamatan, and the page says why', async () => {
  const { page, close, complaints } = await visit(browser, '/sasaran/?bantuan=SEMBAKO&ukuran=ie');
  await page.waitForFunction(() => document.querySelectorAll('.table-scroll tbody tr').length === 20);
  expect(await textOf(page, '.spread .note')).toMatch(/kecamatan/);
  expect(await page.locator('select').first().inputValue()).toBe('SEMBAKO');
  await choice(page, text.bantuan.id).selectOption('SEMUA');
  await choice(page, text.kecamatan.id).selectOption({ label: 'Sebulu' });
  await page.waitForURL(/kecamatan=64\.02\.07/);
  await page.waitForFunction(() => document.querySelectorAll('.table-scroll tbody tr').length === 14);
  expect(page.url()).toMatch(/ukuran=ie/);
  expect(complaints).toEqual([]);
  await close();
});

test.each(['/sasaran/64.02.07.2007/', '/en/sasaran/64.02.07.2007/'])(
  '%s prints on one A4 with a code of its own address',
  async (path) => {
    const { page, served, close } = await visit(browser, path, { context: { viewport: { width: 390, height: 844 } } });
    await page.locator('.board svg').waitFor();
    expect(await textOf(page, '.board span')).toBe(
      `${new URL(served.url).origin}${new URL(served.url + path).pathname}`
    );
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page(?![a-zA-Z])/g)?.length).toBe(1);
    await close();
  }
);
