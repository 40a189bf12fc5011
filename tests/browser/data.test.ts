import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatNumber } from '$lib/format/number';
import { openNative } from '$lib/server/native';
import { hasCsv, type DataPackage } from '$lib/view/dataPackage';
import { launchBrowser } from './support/browser';
import { languageOf, siteFolder, visit } from './support/site';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const extract = () => join(siteFolder(), 'extract');
const manifest = () => readFileSync(join(extract(), 'datapackage.json'));
const resources = () => (JSON.parse(manifest().toString('utf8')) as DataPackage).resources;

describe.each(['/data/', '/en/data/'])('%s without JavaScript', (path) => {
  test('says of every table, in the order of the contract, the rows, bytes and hash of datapackage.json and of the file itself', async () => {
    const { page, close } = await visit(browser, path, { context: { javaScriptEnabled: false } });
    const shown = await page.locator('section[data-sha256]').evaluateAll((all) =>
      all.map((one) => ({
        name: one.id,
        text: (one.querySelector('.note')!.textContent ?? '').replaceAll(/\s+/g, ' '),
        columns: one.querySelectorAll('tbody tr').length,
        files: [...one.querySelectorAll('a')].map((link) => link.href)
      }))
    );
    await close();
    expect(shown.map(({ name }) => name)).toEqual(resources().map(({ name }) => name));
    const language = languageOf(path);
    for (const [index, { name, path: file, rowCount, bytes, hash, schema }] of resources().entries()) {
      const { text, columns, files } = shown[index]!;
      const content = readFileSync(join(extract(), file));
      const sha256 = createHash('sha256').update(content).digest('hex');
      expect(hash, name).toBe(`sha256:${sha256}`);
      expect(content.length, name).toBe(bytes);
      expect(text).toContain(`SHA-256 ${sha256}`);
      expect(text).toContain(`(${formatNumber(bytes, language)} byte)`);
      expect(text).toContain(`· ${formatNumber(rowCount, language)} `);
      expect(columns, name).toBe(schema.fields.length);
      expect(files[0]).toMatch(new RegExp(`/extract/${file}$`));
      expect(files.length, name).toBe(hasCsv(name) ? 3 : 1);
    }
  });

  test('is cited by the version of the data', async () => {
    const { page, close } = await visit(browser, path, { context: { javaScriptEnabled: false } });
    const version = createHash('sha256').update(manifest()).digest('hex').slice(0, 16);
    expect(await page.locator('.citation').innerText()).toContain(version);
    await close();
  });
});

test('every CSV has the columns and as many rows as its Parquet file, and amounts to the sen', async () => {
  const database = await openNative(extract());
  for (const { name, schema } of resources().filter(({ name }) => hasCsv(name))) {
    const text = readFileSync(join(siteFolder(), 'data', `${name}.csv`), 'utf8');
    expect(text.startsWith('\ufeff'), `${name} has a byte order mark`).toBe(true);
    const [header, ...rows] = parse(text, { bom: true }) as string[][];
    expect(header).toEqual(schema.fields.map((field) => field.name));
    const counted = await database.all(
      { params: {}, columns: { n: 'INTEGER' }, sql: `SELECT CAST(count(*) AS INTEGER) AS n FROM "${name}"` } as const,
      {}
    );
    expect(rows.length, name).toBe(counted[0]!.n);
    for (const [index, { sqlType }] of schema.fields.entries())
      if (sqlType.startsWith('DECIMAL'))
        expect(rows.filter((row) => !/^(-?\d+\.\d{2})?$/.test(row[index]!))).toEqual([]);
  }
  database.close();
});
