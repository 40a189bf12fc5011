import { beforeAll, describe, expect, test } from 'vitest';
import * as cutRecipients from '$lib/query/cutRecipients';
import * as cuts from '$lib/query/cuts';
import * as funding from '$lib/query/funding';
import * as fundingPrograms from '$lib/query/fundingPrograms';
import * as past from '$lib/query/past';
import * as realization from '$lib/query/realization';
import * as targeting from '$lib/query/targeting';
import * as targetingAid from '$lib/query/targetingAid';
import * as targetingBoundary from '$lib/query/targetingBoundary';
import * as work from '$lib/query/work';
import type { Query } from '$lib/query/define';
import { compareEngines } from '../database/support/compareEngines';
import { sampleExtract } from '../support/sampleExtract';

/** Every query of the site, asked as the pages ask it: the whole agency, one unit, an early month, a code without rows. */
const queries: [string, Query][] = Object.entries({
  ...realization,
  ...past,
  ...work,
  ...cuts,
  ...cutRecipients,
  ...funding,
  ...fundingPrograms,
  ...targeting,
  ...targetingAid,
  ...targetingBoundary
});
const questions = [
  {
    name: 'the whole agency',
    tahun: 2026,
    kodeSkpd: null,
    bulan: 10,
    mulai: 10,
    bulanBerlaku: 10,
    kodeSumberDana: '1.1',
    kode: '1.06.04'
  },
  {
    name: 'an SKPD with its units',
    tahun: 2025,
    kodeSkpd: '1.06.0.00.0.00.01',
    bulan: 12,
    mulai: 12,
    bulanBerlaku: 12,
    kodeSumberDana: '1.2.01.01.02',
    kode: '1.06'
  },
  {
    name: 'one unit in spring',
    tahun: 2024,
    kodeSkpd: '1.06.0.00.0.00.01.0001',
    bulan: 3,
    mulai: 3,
    bulanBerlaku: 3,
    kodeSumberDana: '2',
    kode: '1.06.01.2.02.0001'
  },
  {
    name: 'a year without data',
    tahun: 2031,
    kodeSkpd: null,
    bulan: 1,
    mulai: 1,
    bulanBerlaku: 1,
    kodeSumberDana: '9',
    kode: '9'
  }
];
/** The region, series and list that the pages of funding and targeting ask about. */
const region = {
  kodeWilayah: '64.02',
  kodeInduk: '64.02',
  periode: '2025',
  kodeBantuan: 'SEMUA',
  vintase: '2025-T1',
  kelompok: 'semua',
  desil: 1,
  kelasSebanding: 'Kabupaten di Kalimantan Timur',
  sumber: 'DJPK APBD',
  basis: 'apbd'
};
let folder = '';
beforeAll(() => void (folder = sampleExtract()));

describe.each(queries)('%s gives the same rows on native DuckDB and on DuckDB-WASM', (_name, query) => {
  test.for(questions)('for $name', async (question) => {
    const given: Record<string, string | number | null> = { ...region, ...question };
    const params = Object.fromEntries(Object.keys(query.params).map((key) => [key, given[key] ?? null]));
    const rows = await compareEngines(query, params, folder);
    if (question.tahun === 2031 && 'tahun' in query.params && !query.sql.includes('tahun < $1'))
      expect(rows).toEqual([]);
  });
});
