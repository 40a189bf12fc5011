import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as recipients from '$lib/query/cutRecipients';
import * as ask from '$lib/query/cuts';
import type { Query } from '$lib/query/define';
import { compareEngines } from '../database/support/compareEngines';
import { cash, cutFolder, power, smallAgency, travel, unitA, unitB } from '../view/cutsSupport';

const all: [string, Query][] = Object.entries({ ...ask, ...recipients });
let extract: { folder: string; remove(): void };
beforeAll(async () => void (extract = await cutFolder(smallAgency())));
afterAll(() => extract.remove());

describe.each(all)('%s gives the same rows on native DuckDB and on DuckDB-WASM', (_name, query) => {
  test.for([
    { name: 'from January', tahun: 2026, mulai: 1 },
    { name: 'from July', tahun: 2026, mulai: 7 },
    { name: 'from October', tahun: 2026, mulai: 10 },
    { name: 'a year without data', tahun: 2031, mulai: 12 }
  ])('$name', async ({ tahun, mulai }) => {
    const given: Record<string, string | number> = { tahun, mulai, kodeWilayah: '64.02', kodeInduk: '64.02' };
    const params = Object.fromEntries(Object.keys(query.params).map((key) => [key, given[key]!]));
    const rows = await compareEngines(query, params, extract.folder);
    for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(query.columns));
    if (tahun === 2031 && 'tahun' in query.params) expect(rows).toEqual([]);
  });
});

describe('what was spent before the first month of a plan', () => {
  test.for([
    { mulai: 1, travel: 0, power: 0, why: 'nothing yet in January, whatever was delivered' },
    { mulai: 4, travel: 100.25, power: 50, why: 'months before it' },
    { mulai: 5, travel: 100.25, power: null, why: 'a unit that misses a month is not known' },
    { mulai: 7, travel: null, power: null, why: 'a figure that spans its beginning cannot be split' },
    { mulai: 9, travel: 140.25, power: null, why: 'a span that ended before counts whole' }
  ])('from month $mulai: $why', async ({ mulai, why: _, ...expected }) => {
    const rows = await compareEngines(ask.cutLines, { tahun: 2026, mulai }, extract.folder);
    const of = (line: typeof travel) => rows.find(({ kodeAkun }) => kodeAkun === line.kode_akun)?.realisasi;
    expect({ travel: of(travel), power: of(power) }).toEqual(expected);
  });
});

test('pagu is that of the stage in force of each unit; a line the stage lacks is gone', async () => {
  const pagu = async (mulai: number) =>
    (await compareEngines(ask.cutLines, { tahun: 2026, mulai }, extract.folder)).map((row) => [row.kodeAkun, row.pagu]);
  expect(await pagu(9)).toEqual([
    [travel.kode_akun, 1000.5],
    [cash.kode_akun, 18_000_000],
    [power.kode_akun, 600]
  ]);
  expect(await pagu(10)).toContainEqual([travel.kode_akun, 400]);
  const stages = await compareEngines(ask.cutStages, { tahun: 2026, mulai: 10 }, extract.folder);
  expect(stages.map(({ kodeSkpd, tahap }) => [kodeSkpd, tahap])).toEqual([
    [unitA, 'perubahan'],
    [unitB, 'murni']
  ]);
});

test('papers are those of the latest list before the month: kinds apart, overpaid ones at zero, an unknown payment as none', async () => {
  const papers = (mulai: number) => compareEngines(ask.cutCommitments, { tahun: 2026, mulai }, extract.folder);
  expect(await papers(2)).toEqual([]);
  expect((await papers(4)).map(({ bulan, kontrak }) => [bulan, kontrak])).toEqual([[2, 500]]);
  expect((await papers(9)).map(({ bulan, kontrak, skPenerima, utang }) => [bulan, kontrak, skPenerima, utang])).toEqual(
    [
      [4, 200, 0, 30],
      [4, 0, 12_000_000, 0]
    ]
  );
});

test('obligations count the first month and the last, and none once they have ended', async () => {
  const due = async (mulai: number) =>
    (await compareEngines(ask.cutObligations, { tahun: 2026, mulai }, extract.folder)).find(
      ({ kodeAkun }) => kodeAkun === travel.kode_akun
    )!.sisa;
  expect([await due(1), await due(3), await due(4), await due(12)]).toEqual([135, 105, 90, 10]);
});
