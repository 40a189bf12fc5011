import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cagr, changeBetween } from '$lib/model/funding/change';
import { comparable, compositionOver, itemOf } from '$lib/model/funding/fold';
import { standingAmong } from '$lib/model/funding/peers';
import {
  concentrationOf,
  dependencyOf,
  isItemised,
  revenueTotal,
  shareOf,
  totalOf,
  type ComponentFigure,
  type RevenueGroup
} from '$lib/model/funding/revenue';
import golden from '../../golden/a16-tkd-2026.json';

const groups: Readonly<Record<string, RevenueGroup>> = {
  pajak_daerah: 'PAD',
  lain_pad: 'PAD',
  pad_tak_dirinci: 'PAD',
  bagi_hasil_provinsi: 'TRANSFER_DAERAH',
  transfer_daerah_tak_dirinci: 'TRANSFER_DAERAH',
  lain_pendapatan: 'LAIN'
};
const list = (amounts: Record<string, number | null>): ComponentFigure[] =>
  Object.entries(amounts).map(([komponen, rupiah]) => ({ komponen, kelompok: groups[komponen] ?? 'TKD', rupiah }));
const year = (amounts: Record<string, number | null>) => ({
  tahun: 2025,
  sampaiBulan: 12,
  tahap: null,
  components: list(amounts)
});

describe('golden A16: TKD of RAPBN 2026', () => {
  const components = list(golden.triliun);
  test('the components add up', () => expect(totalOf(components)).toBeCloseTo(golden.jumlah, 9));
  test.for([
    { name: 'outlook 2025', before: golden.outlook2025, expected: golden.againstOutlook },
    { name: 'APBN 2025', before: golden.apbn2025, expected: golden.againstApbn }
  ])('against $name', ({ before, expected }) => {
    const change = changeBetween(list({ transfer_pusat_tak_dirinci: before }), components)!;
    expect(change.rate).toBeCloseTo(expected, 3);
    expect(change.parts.map(({ komponen }) => komponen)).toEqual(['TKD']);
  });
  test('the outlet that prints another DAK breaks the sum', () =>
    expect(totalOf(list({ ...golden.triliun, dak_tak_dirinci: golden.wrongDak }))).not.toBeCloseTo(golden.jumlah, 1));
});

test.for([
  {
    name: 'all known',
    amounts: { pajak_daerah: 20, dau_block: 60, lain_pendapatan: 20 },
    tkd: 0.6,
    pad: 0.2,
    total: 100
  },
  {
    name: 'transfers alone are not the whole',
    amounts: { dau_block: 60, dana_desa: 5 },
    tkd: null,
    pad: null,
    total: null
  },
  {
    name: 'one component not known',
    amounts: { pajak_daerah: 20, dau_block: 60, dana_desa: null },
    tkd: null,
    pad: null,
    total: null
  },
  { name: 'nothing came', amounts: { pajak_daerah: 0, dau_block: 0 }, tkd: null, pad: null, total: 0 },
  {
    name: 'a correction makes own money negative',
    amounts: { pajak_daerah: -20, dau_block: 120 },
    tkd: 1.2,
    pad: -0.2,
    total: 100
  }
] as {
  name: string;
  amounts: Record<string, number | null>;
  tkd: number | null;
  pad: number | null;
  total: number | null;
}[])('dependency: $name', ({ amounts, tkd, pad, total }) => {
  expect(dependencyOf(year(amounts))).toEqual({ tkdShare: tkd, padShare: pad });
  expect(revenueTotal(year(amounts))).toBe(total);
});

test.for([
  { name: 'components', amounts: { dbh_sda: 5, dau_block: 3 }, expected: true },
  { name: 'one sum', amounts: { transfer_pusat_tak_dirinci: 8 }, expected: false },
  { name: 'a small rest beside components', amounts: { dau_block: 6, transfer_pusat_tak_dirinci: 2 }, expected: true },
  { name: 'nothing known', amounts: { dau_block: null }, expected: false }
] as { name: string; amounts: Record<string, number | null>; expected: boolean }[])(
  'isItemised: $name',
  ({ amounts, expected }) => expect(isItemised(year(amounts))).toBe(expected)
);

test.for([
  { name: 'four alike', amounts: [5, 5, 5, 5], hhi: 0.25, normalised: 0 },
  { name: 'nearly one', amounts: [98, 1, 1], hhi: 0.9606, normalised: 0.9409 },
  { name: 'zeros do not count', amounts: [5, 5, 0], hhi: 0.5, normalised: 0 }
])('concentration: $name', ({ amounts, hhi, normalised }) => {
  expect(concentrationOf(amounts)?.hhi).toBeCloseTo(hhi, 10);
  expect(concentrationOf(amounts)?.normalised).toBeCloseTo(normalised, 10);
});
test.for([{ amounts: [] }, { amounts: [5] }, { amounts: [5, null] }, { amounts: [5, 6, -1] }, { amounts: [0, 0] }])(
  'no concentration of $amounts',
  ({ amounts }) => expect(concentrationOf(amounts)).toBeNull()
);

test.for([
  { name: 'the highest', own: 9, others: [1, 2, 3, 4, 5], percentile: 1, median: 3 },
  { name: 'the lowest', own: 0, others: [1, 2, 3, 4, 5, 6], percentile: 0, median: 3.5 },
  { name: 'one alike counts half', own: 3, others: [1, 2, 3, 4, 5], percentile: 0.5, median: 3 },
  { name: 'too few', own: 3, others: [1, 2, 4, 5], percentile: null, median: null },
  { name: 'unknown ones do not make five', own: 3, others: [1, 2, 4, 5, null], percentile: null, median: null },
  { name: 'own value not known', own: null, others: [1, 2, 3, 4, 5], percentile: null, median: 3 }
])('standing: $name', ({ own, others, percentile, median }) =>
  expect(standingAmong(own, others)).toMatchObject({ percentile, median })
);

test.for([
  { name: 'doubles in one year', values: [5, 10, 1], expected: 1 },
  { name: 'four years', values: [100, 146.41, 4], expected: 0.1 },
  { name: 'to nothing', values: [5, 0, 2], expected: -1 },
  { name: 'from nothing', values: [0, 5, 2], expected: null },
  { name: 'through zero', values: [5, -5, 2], expected: null },
  { name: 'no time', values: [5, 6, 0], expected: null },
  { name: 'not known', values: [null, 6, 3], expected: null }
])('cagr: $name', ({ values: [first, last, years], expected }) => {
  const rate = cagr(first ?? null, last ?? null, years!);
  if (expected === null) expect(rate).toBeNull();
  else expect(rate).toBeCloseTo(expected, 10);
});

describe('code drift: components of 2021, 2023 and 2025 side by side', () => {
  test.for([
    {
      name: 'DBH whole in 2021, itemised in 2025',
      lists: [
        { dbh_tak_dirinci: 9, dau_block: 2 },
        { dbh_pajak: 2, dbh_sda: 5, dau_block: 3 }
      ],
      expected: { dbh: [9, 7], dau_block: [2, 3] }
    },
    {
      name: 'alike in both years stays itemised',
      lists: [
        { dbh_pajak: 1, dbh_sda: 2 },
        { dbh_pajak: 3, dbh_sda: 4 }
      ],
      expected: { dbh_pajak: [1, 3], dbh_sda: [2, 4] }
    },
    {
      name: 'one sum of all transfers in one year',
      lists: [
        { transfer_pusat_tak_dirinci: 20, pajak_daerah: 1 },
        { dbh_pajak: 5, dau_block: 6, pajak_daerah: 2 }
      ],
      expected: { TKD: [20, 11], pajak_daerah: [1, 2] }
    },
    {
      name: 'a new component is not a drift',
      lists: [{ dau_block: 5 }, { dau_block: 4, dau_ditentukan: 3 }],
      expected: { dau_block: [5, 4], dau_ditentukan: [null, 3] }
    },
    {
      name: 'a part not known makes its family not known',
      lists: [{ dbh_tak_dirinci: 9 }, { dbh_pajak: null, dbh_sda: 5 }],
      expected: { dbh: [9, null] }
    },
    {
      name: 'a year without the source',
      lists: [{ dau_block: 5 }, {}, { dau_block: 7 }],
      expected: { dau_block: [5, null, 7] }
    }
  ] as { name: string; lists: Record<string, number | null>[]; expected: Record<string, (number | null)[]> }[])(
    '$name',
    ({ lists, expected }) => {
      const items = compositionOver(lists.map(list));
      expect(Object.fromEntries(items.map(({ komponen, rupiah }) => [komponen, rupiah]))).toEqual(expected);
    }
  );

  test.for([
    { komponen: 'dbh_tak_dirinci', items: ['dbh', 'dau_block'], expected: 'dbh' },
    { komponen: 'dau_block', items: ['dbh', 'dau_block'], expected: 'dau_block' },
    { komponen: 'dau_block', items: ['dau_tak_dirinci'], expected: 'dau_tak_dirinci' },
    { komponen: 'dau_block', items: ['transfer_pusat_tak_dirinci'], expected: 'transfer_pusat_tak_dirinci' },
    { komponen: 'dau_block', items: ['dana_desa'], expected: 'dau_block' }
  ])('$komponen belongs to $expected of $items', ({ komponen, items, expected }) =>
    expect(itemOf(komponen, 'TKD', new Set(items))).toBe(expected)
  );
});

const keys = [
  'pajak_daerah',
  'lain_pad',
  'pad_tak_dirinci',
  'dbh_pajak',
  'dbh_sda',
  'dbh_tak_dirinci',
  'dau_block',
  'dau_tak_dirinci',
  'dak_fisik',
  'dana_desa',
  'transfer_pusat_tak_dirinci',
  'bagi_hasil_provinsi',
  'transfer_daerah_tak_dirinci',
  'lain_pendapatan'
];
/** Whole rupiah, so that sums of them are exact. */
const amounts = fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: -1e6, max: 1e13 }), { minKeys: 1 });

describe('for any components', () => {
  test('folding keeps every sum', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 5 }), (years) => {
        const lists = years.map(list);
        expect(comparable(lists).map(totalOf)).toEqual(lists.map(totalOf));
      })
    );
  });
  test('contributions add up to the change, and the change to the difference of the totals', () => {
    fc.assert(
      fc.property(amounts, amounts, (before, after) => {
        const change = changeBetween(list(before), list(after))!;
        expect(change.parts.reduce((sum, part) => sum + part.change, 0)).toBe(change.change);
        expect(change.change).toBe(totalOf(list(after))! - totalOf(list(before))!);
      })
    );
  });
  test('shares of what is known and positive add up to one', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), fc.integer({ min: 1, max: 1e12 }), { minKeys: 1 }),
        (given) => {
          const components = list(given);
          const total = totalOf(components);
          const sum = components.reduce((all, { rupiah }) => all + shareOf(rupiah, total)!, 0);
          expect(sum).toBeCloseTo(1, 9);
        }
      )
    );
  });
  test('concentration lies between 0 and 1, and is 0 for equal amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e12 }), { minLength: 2, maxLength: 20 }), (given) => {
        const found = concentrationOf(given)!;
        expect(found.normalised).toBeGreaterThanOrEqual(-1e-9);
        expect(found.normalised).toBeLessThanOrEqual(1);
        expect(concentrationOf(given.map(() => 7))!.normalised).toBeCloseTo(0, 9);
      })
    );
  });
});

test('a change needs both years and both factors', () => {
  const [before, after] = [list({ dau_block: 4 }), list({ dau_block: 6 })];
  expect(changeBetween(list({ dau_block: null }), after)).toBeNull();
  expect(changeBetween([], after)).toBeNull();
  expect(changeBetween(before, after, { before: 1, after: null })).toBeNull();
  expect(changeBetween(before, after, { before: 1.5, after: 1 })).toMatchObject({ before: 6, after: 6, change: 0 });
});
