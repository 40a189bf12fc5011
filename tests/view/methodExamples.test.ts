import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { isNumber } from '$lib/model/targeting/count';
import { methodGroups } from '$lib/text/methods';
import { methodExamples, type MethodExample } from '$lib/view/methodExamples';
import { noFundingFilter } from '$lib/url/fundingFilter';
import { noTargetingFilter } from '$lib/url/targetingFilter';
import { fundingView } from '$lib/view/funding';
import { targetingPages } from '$lib/view/targeting';
import { exampleText } from '../../src/routes/[[lang=en]]/metode/examples';
import { look, openSample, openTables, type Opened } from './support';

let opened: Opened;
let examples: MethodExample[];

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  opened = await openSample();
  examples = await methodExamples(opened.database, { bulat: true });
});
afterAll(() => opened.close());

const exampleOf = (id: string) => examples.find((one) => one.id === id)!;

describe('live examples of the method page', () => {
  test('the sample has at least eight, each of an indicator of the page', () => {
    const ids = methodGroups.flatMap(({ methods }) => methods.map(({ id }) => id));
    expect(examples.length).toBeGreaterThanOrEqual(8);
    expect(examples.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('the value is what the formula gives of the parts that are printed', () => {
    const checked = examples.filter(({ part, whole, value }) => [part, whole, value].every(isNumber));
    expect(checked.length).toBeGreaterThanOrEqual(6);
    for (const { id, part, whole, value } of checked)
      expect(Number(part) / Number(whole), id).toBeCloseTo(Number(value), 12);
  });

  test('realization, dependency, targeting, freshness and overlap are the numbers of their own pages', async () => {
    const { pagu, realisasi } = await look(opened);
    expect(exampleOf('tingkat-realisasi')).toMatchObject({ part: realisasi, whole: pagu });
    const funding = await fundingView(opened.database, noFundingFilter);
    const year = funding!.years!.rows.find(({ tahun }) => tahun === exampleOf('ketergantungan').tahun);
    expect(exampleOf('ketergantungan').value).toBe(year!.tkdShare);
    const page = await targetingPages(opened.database, { bulat: true })(noTargetingFilter);
    const { classes, rates } = page!.kabupaten;
    expect(exampleOf('galat-eksklusi')).toMatchObject({ part: classes.layakTerlewat, value: rates.ee });
    expect(exampleOf('cakupan-layak')).toMatchObject({ part: classes.layak, value: rates.covElig });
    expect(exampleOf('kesegaran').value).toBe(page!.freshness.semua!.fresh12);
    expect(exampleOf('tumpang-tindih').part).toBe(page!.overlap!.several);
  });

  test('an extract without figures has no example rather than an empty one', async () => {
    const empty = await openTables({});
    expect(await methodExamples(empty.database, { bulat: true })).toEqual([]);
    empty.close();
  });
});

describe('an example in words', () => {
  const missed: MethodExample = {
    ...{ id: 'galat-eksklusi', unit: 'keluarga', tahun: 2025, bulan: null, bantuan: 'Bantuan A' },
    ...{ part: 1234, whole: 4000, value: 0.3085 }
  };

  test('families are named, and shares of people are whole percent in public', () => {
    expect(exampleText(missed, 'id', true)).toBe('2025, Bantuan A: 1.234 keluarga ÷ 4.000 keluarga = 31\u00a0%');
  });
  test('a hidden part is said to be hidden, never printed', () => {
    const part = { ...missed, part: 'disembunyikan', value: 'disembunyikan' } as const;
    expect(exampleText(part, 'id', true)).toBe('2025, Bantuan A: disembunyikan ÷ 4.000 keluarga = disembunyikan');
  });
  test('a count alone has no share', () => {
    expect(exampleText({ ...missed, whole: null, value: null }, 'en', true)).toBe('2025, Bantuan A: 1,234 families');
  });
});
