import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Query } from '$lib/query/define';
import * as queries from '$lib/query/targeting';
import * as aidQueries from '$lib/query/targetingAid';
import { openNative } from '$lib/server/native';
import { noTargetingFilter } from '$lib/url/targetingFilter';
import { targetingPages } from '$lib/view/targeting';
import { compareEngines } from '../database/support/compareEngines';
import { desa, home, kecamatan, listTables, regency, targetingFolder } from '../view/targetingSupport';

const all: [string, Query][] = Object.entries({ ...queries, ...aidQueries });
/** Facts that hold one row for each region at each level. */
const leveled = ['sasaran', 'sasaran_desil', 'registri', 'kesegaran', 'tumpang_tindih', 'pasangan_bantuan'];

let extract: { folder: string; remove(): void };
beforeAll(async () => {
  extract = await targetingFolder(regency());
});
afterAll(() => extract.remove());

describe('levels are never added', () => {
  test('every query of a table with levels gives regions one by one: no sum, no grouping over kode_wilayah', () => {
    const wrong = all.filter(([, { sql }]) => {
      const reads = leveled.filter((table) => new RegExp(`\\b(FROM|JOIN)\\s+${table}\\b`, 'i').test(sql));
      return reads.length > 0 && /\b(sum|avg|count|median|quantile_\w+)\s*\(|\bGROUP\s+BY\b/i.test(sql);
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('the check would find one', () => {
    const sql = 'SELECT sum(layak) FROM sasaran WHERE tahun = $1';
    expect(/\b(sum|avg|count)\s*\(/i.test(sql)).toBe(true);
  });

  test('one more desa changes neither the regency nor a kecamatan', async () => {
    const more = regency();
    more.wilayah = [
      ...more.wilayah!,
      {
        ...more.wilayah!.find(({ kode }) => kode === desa(kecamatan.hulu, 1))!,
        kode: desa(kecamatan.hulu, 9),
        nama: 'Baru'
      }
    ];
    more.sasaran = [
      ...more.sasaran!,
      ...listTables([{ rows: { [desa(kecamatan.hulu, 9)]: [900, 900, 90, 90, 900, 900, 90, 90] } }])
    ];
    const larger = await targetingFolder(more);
    const [before, after] = [await openNative(extract.folder), await openNative(larger.folder)];
    const ask = (database: Database) => targetingPages(database, { bulat: true })(noTargetingFilter);
    const [one, other] = [(await ask(before))!, (await ask(after))!];
    expect(other.kabupaten).toEqual(one.kabupaten);
    expect(other.districts).toEqual(one.districts);
    expect(other.programs).toEqual(one.programs);
    expect([other.measured.theta, other.overlap, other.desil]).toEqual([one.measured.theta, one.overlap, one.desil]);
    expect(other.measured.units).toHaveLength(one.measured.units.length + 1);
    before.close();
    after.close();
    larger.remove();
  });
});

const questions = [
  {
    name: 'all aid in a closed year',
    tahun: 2025,
    periode: '2025',
    kodeBantuan: 'SEMUA',
    vintase: '2025-T1',
    kodeWilayah: home,
    desil: 1,
    kelompok: 'semua'
  },
  {
    name: 'a programme in a month',
    tahun: 2025,
    periode: '2025-02',
    kodeBantuan: 'SANTUNAN',
    vintase: '2025-T1',
    kodeWilayah: kecamatan.hulu,
    desil: 10,
    kelompok: 'penerima'
  },
  {
    name: 'a year without data',
    tahun: 2031,
    periode: '2031',
    kodeBantuan: 'X',
    vintase: '2031-T1',
    kodeWilayah: '99.99',
    desil: 5,
    kelompok: 'semua'
  }
];

describe.each(all)('%s gives the same rows on native DuckDB and on DuckDB-WASM', (_name, query) => {
  test.for(questions)('for $name', async (question) => {
    const given: Record<string, string | number | null> = question;
    const params = Object.fromEntries(Object.keys(query.params).map((key) => [key, given[key] ?? null]));
    const rows = await compareEngines(query, params, extract.folder);
    for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(query.columns));
    if (question.tahun === 2031 && Object.keys(query.params).length > 0) expect(rows).toEqual([]);
  });
});

test('hidden, zero and missing are three different cells', async () => {
  const rows = await compareEngines(
    queries.targetingAcross,
    { tahun: 2025, periode: '2025', kodeBantuan: 'SEMUA', vintase: '2025-T1' },
    extract.folder
  );
  const cell = (kode: string) => {
    const { layak, layakTerlewat, tersembunyi } = rows.find(({ kodeWilayah }) => kodeWilayah === kode)!;
    return { layak, layakTerlewat, tersembunyi: tersembunyi.split(',').includes('layak') };
  };
  expect(cell(desa(kecamatan.hulu, 4))).toEqual({ layak: 0, layakTerlewat: 80, tersembunyi: false });
  expect(cell(desa(kecamatan.hulu, 5))).toEqual({ layak: null, layakTerlewat: 20, tersembunyi: true });
  expect(cell(desa(kecamatan.tengah, 7))).toEqual({ layak: 30, layakTerlewat: null, tersembunyi: false });
});
