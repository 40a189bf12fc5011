import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readyQuestions } from '$lib/query/ready';
import { sqlText as text } from '$lib/text/sqlConsole';
import { sqlQuestions } from '$lib/text/sqlQuestions';
import { launchBrowser } from './support/browser';
import { axeFindings, overflowing, smallText } from './support/sitePage';
import { textOf, visit, type Visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const question = (id: string) => readyQuestions.find((one) => one.id === id)!;
const editor = (page: Page) => page.getByLabel(text.editor.id);
const cancelButton = (page: Page) => page.getByRole('button', { name: text.cancel.id, exact: true });
const status = async (page: Page) => (await page.locator('.status').innerText()).trim();

/** Runs what is written, by keyboard, and waits until it has ended. */
async function run(page: Page): Promise<void> {
  await editor(page).press('Control+Enter');
  await cancelButton(page).waitFor({ state: 'hidden' });
}

async function ask(page: Page, sql: string): Promise<void> {
  await editor(page).fill(sql);
  await run(page);
}

/** The shown cells, row by row; what shows them comes with the first answer. */
async function cells(page: Page): Promise<string[][]> {
  const table = page.locator('#tabel-hasil');
  await table.waitFor();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent!.trim())));
}

const enginePaths = (paths: readonly string[]) => paths.filter((path) => /^\/(engine|extract)\//.test(path));
const tablesOf = (paths: readonly string[]) =>
  [...new Set(paths.filter((path) => path.endsWith('.parquet')))]
    .map((path) => path.replace(/^.*\/|\.parquet$/g, ''))
    .sort();

describe('a question is chosen, read, run and taken along', () => {
  let opened: Visit;
  beforeAll(async () => {
    opened = await visit(browser, '/data/sql/', {
      context: { viewport: { width: 360, height: 740 }, acceptDownloads: true }
    });
  });
  afterAll(async () => opened?.close());

  test('choosing fills the editor and runs nothing', async () => {
    const { page, served } = opened;
    await page.getByRole('combobox').selectOption({ label: sqlQuestions['sisa-pagu']!.id });
    expect(await editor(page).inputValue()).toBe(question('sisa-pagu').sql);
    expect(enginePaths(served.requests)).toEqual([]);
  });

  test('running loads the tables that it names and no other, and shows bars and a table', async () => {
    const { page, served } = opened;
    await run(page);
    expect(await status(page)).toBe('');
    expect(tablesOf(served.requests)).toEqual(['nomenklatur', 'pagu', 'realisasi']);
    expect(await page.locator('.result figure figcaption').innerText()).toContain(sqlQuestions['sisa-pagu']!.id);
    expect(await page.locator('.result svg rect:visible').count()).toBe(10);
    const rows = await cells(page);
    expect(rows).toHaveLength(10);
    for (const [name, left, pagu] of rows) {
      expect(name).toMatch(/[a-z]/);
      expect(`${left} ${pagu}`).toMatch(/^[\d.]+ [\d.]+$/);
    }
    expect(await textOf(page, '.result .count')).toBe('10 baris.');
  });

  test('the phone has room for it, and it is accessible', async () => {
    const { page } = opened;
    expect(await overflowing(page)).toEqual([]);
    expect(await smallText(page)).toEqual([]);
    expect(await axeFindings(page)).toEqual([]);
  });

  test('a heading sorts', async () => {
    const { page } = opened;
    const first = async () => (await cells(page))[0]![0];
    const before = await first();
    await page.getByRole('button', { name: 'sisa_pagu' }).last().click();
    await page.getByRole('button', { name: 'sisa_pagu' }).last().click();
    expect(await first()).not.toBe(before);
  });

  test('the CSV has the columns, every row and every digit', async () => {
    const { page } = opened;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: text.csv.id, exact: true }).click()
    ]);
    expect(download.suggestedFilename()).toBe('tepat-sisa-pagu.csv');
    const [header, ...rows] = parse(readFileSync(await download.path(), 'utf8'), { bom: true }) as string[][];
    expect(header).toEqual(['sub_kegiatan', 'sisa_pagu', 'pagu', 'realisasi']);
    expect(rows).toHaveLength(10);
    for (const row of rows) expect(row[1]).toMatch(/^\d+\.\d{2}$/);
  });

  test('it prints question, SQL and result, and nothing to press', async () => {
    const { page } = opened;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.result pre').innerText()).toBe(question('sisa-pagu').sql);
    expect(await page.locator('#tabel-hasil tbody tr:visible').count()).toBe(10);
    expect(await page.locator('textarea:visible, #skema:visible, #pertanyaan:visible').count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  });

  test('in the other language query and answer stay, and its address opens with the query, which runs only when the reader says so', async () => {
    const { page, served, context } = opened;
    await page.locator('nav .language a').click();
    await page.getByText('10 rows.').waitFor();
    expect(await page.getByLabel(text.editor.en).inputValue()).toBe(question('sisa-pagu').sql);
    expect(page.url()).toMatch(/\/en\/data\/sql\/#(sql|z)=/);
    const other = await context.newPage();
    const before = served.requests.length;
    await other.goto(page.url().replace('/en/', '/'));
    await other.getByText(text.fromLink.id).waitFor();
    expect(await editor(other).inputValue()).toBe(question('sisa-pagu').sql);
    expect(enginePaths(served.requests.slice(before))).toEqual([]);
    expect(await other.locator('.result').count()).toBe(0);
    await run(other);
    expect(await cells(other)).toHaveLength(10);
    await other.close();
  });

  test('nothing of it was sent, kept or complained about', async () => {
    const { page, served, complaints, foreign } = opened;
    const kept = await page.evaluate(async () =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases()])
    );
    expect(kept).not.toMatch(/SELECT|sisa_pagu/);
    expect(served.requests.filter((path) => /SELECT|sisa_pagu|\?/.test(path))).toEqual([]);
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });
});

const refused = [
  ["FROM read_csv('http://contoh.invalid/a.csv')", /DuckDB[\s\S]*Permission Error/],
  ["FROM read_parquet('https://contoh.invalid/a.parquet')", /DuckDB/],
  ["SELECT * FROM glob('*')", /Permission Error/],
  ['INSTALL httpfs', /hanya membaca.*“INSTALL”/],
  ['LOAD httpfs', /“LOAD”/],
  ["ATTACH 'http://contoh.invalid/a.db'", /“ATTACH”/],
  ["COPY pagu TO 'a.csv'", /“COPY”/],
  ['SET enable_external_access = true', /“SET”/],
  ['PRAGMA database_list', /“PRAGMA”/],
  ['DROP TABLE pagu', /“DROP”/],
  ['WITH a AS (SELECT 1) INSERT INTO pagu FROM a', /“INSERT”/],
  ['SELECT 1; SELECT 2', /Hanya satu pernyataan/],
  ['', /Belum ada kueri/],
  ['SELECT kodee\nFROM pagu', /baris 1, huruf ke-8[\s\S]*Referenced column "kodee"/],
  ['SELECT list(range) FROM range(300000000)', /memori/]
] as const;

test('hostile and mistaken queries end in a sentence, reach nothing, and leave a page that works', async () => {
  const { page, served, complaints, foreign, close } = await visit(browser, '/data/sql/');
  await ask(page, "SELECT 'awal' AS kata");
  for (const [sql, words] of refused) {
    await ask(page, sql);
    expect(await status(page), sql).toMatch(words);
    expect(await status(page), sql).not.toMatch(/\bat .*\.js|Stack Trace|duckdb::/);
  }
  await ask(page, 'SELECT * FROM range(1000000000)');
  expect(await textOf(page, '.result .count')).toMatch(/^1\.000 baris pertama tampak; lebih dari 99\.000 baris lagi/);
  await ask(
    page,
    'SELECT count(*) AS baris, 12345678901234567.89::DECIMAL(20,2) AS rupiah, NULL AS kosong FROM pagu HAVING count(*) > 0'
  );
  expect((await cells(page))[0]!.slice(1)).toEqual(['12.345.678.901.234.567,89', '–']);
  const other = served.requests.filter((path) => !/^\/(engine|extract|_app|data|ikon|$)/.test(path));
  expect({ other, foreign, complaints }).toEqual({ other: [], foreign: [], complaints: [] });
  expect(tablesOf(served.requests)).toEqual(['pagu']);
  await close();
});

test('queries without end are given up by Escape or button, the page stays usable meanwhile, and the next query answers', async () => {
  const { page, close } = await visit(browser, '/data/sql/');
  await ask(page, 'SELECT 1 AS satu');
  const endless = [
    'WITH RECURSIVE t AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM t) SELECT max(i) FROM t',
    // Worked out in one step, so that only the end of the worker ends it.
    'SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = -1'
  ];
  for (const [index, sql] of endless.entries()) {
    await editor(page).fill(sql);
    await editor(page).press('Control+Enter');
    await page.getByText(text.running.id).waitFor();
    await editor(page).fill('SELECT 40 + 2 AS jawaban');
    expect(await cells(page), 'what was answered before stays').toHaveLength(1);
    if (index === 0) await cancelButton(page).click();
    else await page.keyboard.press('Escape');
    await page.getByText(text.cancelled.id).waitFor();
    await cancelButton(page).waitFor({ state: 'hidden' });
    await run(page);
    expect(await cells(page)).toEqual([['42']]);
  }
  await close();
});

test.for(['#z=rusak', '#sql=%E0%A4%A'])('a bad link, %s, is said to be one, and the page works', async (hash) => {
  const { page, complaints, close } = await visit(browser, `/data/sql/${hash}`);
  await page.getByText('Tautan ini rusak').waitFor();
  expect(await editor(page).inputValue()).toBe('');
  await page.getByText('Tabel dan kolom').waitFor();
  await page.locator('#skema ~ details summary').first().click();
  await page.getByRole('button', { name: `${text.insert.id} wilayah` }).click();
  expect(await editor(page).inputValue()).toBe('wilayah');
  expect(complaints).toEqual([]);
  await close();
});

test('without JavaScript it lists the questions with their SQL and every table with its columns, and says what needs a script', async () => {
  const { page, close } = await visit(browser, '/data/sql/', { context: { javaScriptEnabled: false } });
  expect(await textOf(page, 'noscript p')).toBe(text.needsScript.id);
  const listed = await page.locator('#pertanyaan ~ details pre').allTextContents();
  expect(listed.toSorted()).toEqual(readyQuestions.map(({ sql }) => sql).toSorted());
  const names = await page.locator('#skema ~ details dt:first-of-type').allTextContents();
  expect(names.map((name) => name.trim())).toContain('kode_sumber_dana');
  expect(await page.locator('textarea:visible, button:visible').count()).toBe(0);
  await close();
});
