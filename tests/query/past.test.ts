import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { ExtractTables } from '$lib/extract/assemble';
import { pastDelivered, pastPagu, pastSpending } from '$lib/query/past';
import { whyCurve } from '$lib/text/realizationWords';
import { writeExtract } from '../../src/cli/writeExtract';
import { compareEngines } from '../database/support/compareEngines';
import { even, goods, look, openTables, smallTables, type SmallYear, unitA, unitB } from '../view/support';

const sub = '1.06.04.2.01.0001';
const unitC = '1.06.0.00.0.00.01.0002';
const other = '2.08.0.00.0.00.07.0000';
const otherUnit = '2.08.0.00.0.00.07.0001';
const dinsos = '1.06.0.00.0.00.01';
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Years of units that each spend 12 a year out of a pagu of 24; `tetap` as in SmallYear. Units stand below their SKPD. */
function tablesOf(years: Record<number, { units: string[]; tetap?: SmallYear['tetap'] }>): ExtractTables {
  const tables = smallTables(
    Object.entries(years).map(([tahun, { units, tetap }]) => ({
      tahun: Number(tahun),
      ...(tetap ? { tetap } : {}),
      lines: units.map((skpd) => ({ skpd, sub, pagu: { murni: 24 }, spent: even(12) }))
    }))
  );
  const head = (kode: string) => (kode.endsWith('.0000') ? null : `${kode.slice(0, 17)}.0000`);
  return { ...tables, skpd: tables.skpd!.map((row) => ({ ...row, kode_induk: head(String(row.kode)) })) };
}

async function written(tables: ExtractTables): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tepat-past-'));
  folders.push(folder);
  const facts = { versi: 1, contoh: false, judul: 'Uji', alamat: null, per_tanggal: null, ambang: 10 } as const;
  await writeExtract(join(folder, 'extract'), tables, { ...facts, profil: 'public', berkas: [], bersama: [] });
  return join(folder, 'extract');
}

const kept = new Map<Case['years'], Promise<string>>();

/** The folder of the same years, written and opened once. */
function folderOf(years: Case['years']): Promise<string> {
  if (!kept.has(years)) kept.set(years, written(tablesOf(years)));
  return kept.get(years)!;
}

/** A year in which a unit went by another name; 2024 and 2025 then differ in what they can be compared with. */
const renamed = {
  2024: { units: [unitA, unitB], tetap: { [unitB]: null } },
  2025: { units: [unitA, unitB] },
  2026: { units: [unitA, unitB] }
};
/** The agency itself was renamed, so no identity below it is known either; another agency stayed. */
const agencyRenamed = {
  2025: { units: [unitA, unitB, other], tetap: { [unitA]: null, [unitB]: null } },
  2026: { units: [unitA, unitB, other] }
};
/** A unit of another SKPD vanished. */
const elsewhere = {
  2025: { units: [unitA, unitB, other, otherUnit], tetap: { [otherUnit]: null } },
  2026: { units: [unitA, unitB, unitC, other] }
};

interface Case {
  name: string;
  years: Parameters<typeof tablesOf>[0];
  kodeSkpd: string | null;
  /** Units that the answer holds: year, code then, code now, whether they surely belong. */
  expected: [number, string, string | null, boolean][];
}
const cases: Case[] = [
  {
    name: 'every unit of the extract: one without a counterpart is part of it',
    years: renamed,
    kodeSkpd: null,
    expected: [
      [2024, unitA, unitA, true],
      [2024, unitB, null, true],
      [2025, unitA, unitA, true],
      [2025, unitB, unitB, true]
    ]
  },
  {
    name: 'an SKPD: a unit below it without a counterpart is part of it',
    years: renamed,
    kodeSkpd: dinsos,
    expected: [
      [2024, unitA, unitA, true],
      [2024, unitB, null, true],
      [2025, unitA, unitA, true],
      [2025, unitB, unitB, true]
    ]
  },
  {
    name: 'a unit: one without a counterpart may have been it, in the year that lacks it',
    years: renamed,
    kodeSkpd: unitB,
    expected: [
      [2024, unitB, null, false],
      [2025, unitB, unitB, true]
    ]
  },
  {
    name: 'a unit with a counterpart in every year has nothing to do with another one',
    years: { ...renamed, 2026: { units: [unitA, unitC] } },
    kodeSkpd: unitA,
    expected: [
      [2024, unitA, unitA, true],
      [2025, unitA, unitA, true]
    ]
  },
  {
    name: 'an SKPD that went by another name: its units may be any that are left over',
    years: agencyRenamed,
    kodeSkpd: dinsos,
    expected: [
      [2025, unitA, null, false],
      [2025, unitB, null, false]
    ]
  },
  {
    name: 'the SKPD that kept its name beside it',
    years: agencyRenamed,
    kodeSkpd: '2.08.0.00.0.00.07',
    expected: [[2025, other, other, true]]
  },
  {
    name: 'a new unit, while one of another SKPD vanished',
    years: elsewhere,
    kodeSkpd: unitC,
    expected: []
  },
  {
    name: 'an SKPD with a new unit, while one of another SKPD vanished',
    years: elsewhere,
    kodeSkpd: dinsos,
    expected: [
      [2025, unitA, unitA, true],
      [2025, unitB, unitB, true]
    ]
  },
  {
    name: 'an identity that two units of this year share joins neither, so that no rupiah counts twice',
    years: { 2025: { units: [unitA] }, 2026: { units: [unitA, unitB], tetap: { [unitB]: unitA } } },
    kodeSkpd: null,
    expected: [[2025, unitA, null, true]]
  }
];

describe('past years of units, the same on both engines', () => {
  test.for(cases)('$name', async ({ years, kodeSkpd, expected }) => {
    const folder = await folderOf(years);
    const scope = { tahun: 2026, kodeSkpd };
    for (const query of [pastSpending, pastPagu, pastDelivered]) {
      const rows = await compareEngines(query, scope, folder);
      const units = rows.map((row) => JSON.stringify([row.tahun, row.kodeDahulu, row.kodeSkpd, row.isInScope]));
      expect([...new Set(units)].map((unit) => JSON.parse(unit))).toEqual(expected);
    }
    const spent = (await compareEngines(pastSpending, scope, folder)).reduce((sum, row) => sum + row.realisasi, 0);
    expect(spent, 'each unit spends 12 a year, counted once').toBeCloseTo(12 * expected.length, 6);
  });

  test('a jenis that this year does not use keeps its code; one that means something else now has none', async () => {
    const year = (tahun: number, akun: string[], tetap: SmallYear['tetap'] = {}): SmallYear => ({
      ...{ tahun, tetap },
      lines: akun.map((one) => ({ sub, akun: one, pagu: { murni: 24 }, spent: even(12) }))
    });
    const years = [
      year(2025, [goods, '5.3.01.01.01.0001', '5.1.05.01.01.0001'], { '5.1.05': 'hibah lama' }),
      year(2026, [goods, '5.1.05.01.01.0001'])
    ];
    const folder = await written(smallTables(years));
    for (const query of [pastSpending, pastPagu]) {
      const rows = await compareEngines(query, { tahun: 2026, kodeSkpd: null }, folder);
      expect(new Set(rows.map(({ kodeJenis }) => kodeJenis))).toEqual(new Set(['5.1.02', '5.3.01', null]));
    }
  });
});

describe('what a page makes of them', () => {
  const nothing = Array.from({ length: 12 }, () => null);

  test('the whole agency counts a unit that went by another name; the unit itself shows that year as not known', async () => {
    const opened = await openTables(tablesOf(renamed));
    const totals = async (skpd: string | null) =>
      (await look(opened, { skpd })).past.map(({ tahun, monthly, rates }) => [tahun, monthly[0], rates[11]]);
    expect(await totals(null)).toEqual([
      [2024, 2, 0.5],
      [2025, 2, 0.5]
    ]);
    expect(await totals(unitB)).toEqual([
      [2024, null, null],
      [2025, 1, 0.5]
    ]);
    const [year] = (await look(opened, { skpd: unitB })).past;
    expect([year!.rates, year!.monthly]).toEqual([nothing, nothing]);
    expect(whyCurve(await look(opened, { skpd: unitB }), 'id').note).toContain('2024 tidak dapat dibandingkan');
    expect(whyCurve(await look(opened), 'en').note).not.toContain('cannot be compared');
    opened.close();
  });

  test('two units without a counterpart are two: a month that one of them did not deliver is not known', async () => {
    const tables = tablesOf({
      2025: { units: [unitA, unitB], tetap: { [unitA]: null, [unitB]: null } },
      2026: { units: [unitA, unitB] }
    });
    const lacks = (row: { [column: string]: unknown }) => row.kode_skpd === unitB && row.bulan === 3;
    const only2026 = (row: { [column: string]: unknown }) => row.tahun === 2026 || !lacks(row);
    const opened = await openTables({
      ...tables,
      cakupan: tables.cakupan!.filter(only2026),
      realisasi: tables.realisasi!.filter(only2026)
    });
    const [past] = (await look(opened)).past;
    expect(past!.monthly.slice(0, 4)).toEqual([2, 2, null, null]);
    opened.close();
  });
});
