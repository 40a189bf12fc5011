import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inflation, linkIndex, realFactor, unitFactor, type IndexPoint } from '$lib/model/funding/price';
import golden from '../../golden/a15-cpi.json';

const points = golden.points as IndexPoint[];

describe('golden A15: December index of BPS', () => {
  const index = linkIndex(points)!;

  test('the bases are linked at December 2023, the year that has both', () => {
    expect(index.basis).toBe(2022);
    expect(index.link?.tahun).toBe(2023);
    expect(index.link?.factor).toBeCloseTo(golden.linkFactor, 7);
    expect(index.unlinked).toEqual([]);
  });
  test.for(Object.entries(golden.inflation))('change of %s', ([tahun, expected]) => {
    const published = golden.publishedPercent[tahun as keyof typeof golden.publishedPercent];
    expect(inflation(index, Number(tahun))).toBeCloseTo(expected, 6);
    expect(Math.round(inflation(index, Number(tahun))! * 10_000) / 100).toBe(published);
  });
  test('the year before the first has no change', () => expect(inflation(index, 2020)).toBeNull());
});

test.for([
  { name: 'nothing at all', given: [], expected: null },
  { name: 'another month only', given: [{ tahun: 2024, bulan: 6, basis: 2022, nilai: 105 }], expected: null },
  {
    name: 'the old basis alone',
    given: [{ tahun: 2020, bulan: 12, basis: 2018, nilai: 105.68 }],
    expected: { points: [{ tahun: 2020, nilai: 105.68 }], basis: 2018, link: null, unlinked: [] }
  },
  {
    name: 'both bases without a year in common',
    given: [
      { tahun: 2022, bulan: 12, basis: 2018, nilai: 113.59 },
      { tahun: 2024, bulan: 12, basis: 2022, nilai: 106.8 }
    ],
    expected: { points: [{ tahun: 2024, nilai: 106.8 }], basis: 2022, link: null, unlinked: [2022] }
  }
])('linkIndex of $name', ({ given, expected }) => expect(linkIndex(given as IndexPoint[])).toEqual(expected));

test.for([
  { name: 'nominal, total', unit: { harga: 'nominal', per: 'total' }, price: null, population: null, expected: 1 },
  { name: 'real', unit: { harga: 'riil', per: 'total' }, price: 1.25, population: null, expected: 1.25 },
  { name: 'real without an index', unit: { harga: 'riil', per: 'total' }, price: null, population: 5, expected: null },
  { name: 'per head', unit: { harga: 'nominal', per: 'kapita' }, price: null, population: 4, expected: 0.25 },
  {
    name: 'per head without people',
    unit: { harga: 'nominal', per: 'kapita' },
    price: 1,
    population: 0,
    expected: null
  },
  {
    name: 'per head, population not known',
    unit: { harga: 'nominal', per: 'kapita' },
    price: 1,
    population: null,
    expected: null
  },
  { name: 'both', unit: { harga: 'riil', per: 'kapita' }, price: 2, population: 4, expected: 0.5 }
] as const)('unitFactor: $name', ({ unit, price, population, expected }) =>
  expect(unitFactor(unit, { price, population })).toBe(expected)
);

test('real is nominal in the base year, and going to another base and back changes nothing', () => {
  const index = fc
    .uniqueArray(fc.integer({ min: 2010, max: 2040 }), { minLength: 2, maxLength: 12 })
    .chain((years) =>
      fc.tuple(
        fc.constant(years),
        fc.array(fc.double({ min: 50, max: 400, noNaN: true }), { minLength: years.length, maxLength: years.length })
      )
    )
    .map(([years, values]) =>
      linkIndex(years.map((tahun, i) => ({ tahun, bulan: 12, basis: 2022, nilai: values[i]! })))!
    );
  fc.assert(
    fc.property(index, (linked) => {
      const [a, b] = linked.points.map(({ tahun }) => tahun) as [number, number];
      expect(realFactor(linked, a, a)).toBe(1);
      expect(realFactor(linked, a, b)! * realFactor(linked, b, a)!).toBeCloseTo(1, 12);
      expect(realFactor(linked, a, 1999)).toBeNull();
    })
  );
});
