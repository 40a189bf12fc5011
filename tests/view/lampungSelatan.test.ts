import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as words from '$lib/text/realizationWords';
import { importFiles } from '../extract/support';
import { look, openTables, type Opened } from './support';

const folder = '../shared/data/lra-lampungselatan-kominfo-2026';
const present = existsSync(folder);
if (!present) console.warn(`${folder} is absent: the view of real exports is not tested`);

describe.skipIf(!present)('Lampung Selatan, January to April 2026, as a page shows it', () => {
  let opened: Opened;
  beforeAll(async () => {
    const files = readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const);
    opened = await openTables((await importFiles(Object.fromEntries(files))).tables);
  });
  afterAll(() => opened.close());

  test('pagu once, and the published realisasi of each month', async () => {
    const view = await look(opened);
    expect(view).toMatchObject({ tahun: 2026, bulan: 4, pagu: 10_810_941_900 });
    const months = [126_091_861, 250_955_054, 637_656_722, 1_142_726_955];
    expect(view.monthly.slice(0, 4)).toEqual(months);
    expect(view.realisasi).toBe(months.reduce((sum, rupiah) => sum + rupiah, 0));
    expect(view.denominator.every((pagu) => pagu === 10_810_941_900)).toBe(true);
  });

  test('a plan that stops in July is a plan to July: no year-end is made from it, and the reason is said', async () => {
    const view = await look(opened);
    expect(view.plan[6]).toBe(7_824_925_459);
    expect(view.plan.slice(7).every((value) => value === null)).toBe(true);
    expect(view.forecast).toMatchObject({ forecast: null, reason: 'no-history-no-plan' });
    expect(view.atRisk.rupiah).toBeNull();
    expect(words.forecastWords(view).id).not.toMatch(/\d ?%/);
  });
});
