import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '$lib/extract/assemble';
import { isDominated, mergeLargest } from '$lib/extract/people/dominance';
import { protect } from '$lib/extract/protect';
import { csvSheet, desa, kk, link, type PersonRow, registrySheet } from './peopleSupport';

const sorted = (amounts: readonly bigint[]): bigint[] => [...amounts].sort((a, b) => Number(b - a));
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, one) => all + one, 0n);

// methods.md §5.2 rule 3: hidden when X - x1 - x2 < p/100 × x1, p = 10
test.for([
  { name: 'twelve equal amounts', amounts: Array<bigint>(12).fill(600n), dominated: false },
  {
    name: 'one house beside eleven food parcels',
    amounts: [30_000n, ...Array<bigint>(11).fill(100n)],
    dominated: true
  },
  {
    name: 'two houses beside ten parcels: each owner knows the other',
    amounts: [30_000n, 30_000n, ...Array<bigint>(10).fill(100n)],
    dominated: true
  },
  { name: 'three houses', amounts: [30_000n, 30_000n, 30_000n, ...Array<bigint>(9).fill(100n)], dominated: false },
  { name: 'the rest is just a tenth of the largest', amounts: [1000n, 900n, 100n], dominated: false },
  { name: 'the rest is one sen less', amounts: [1000n, 900n, 99n], dominated: true },
  { name: 'one recipient', amounts: [5n], dominated: true },
  { name: 'nobody', amounts: [], dominated: false },
  { name: 'twelve who were paid nothing', amounts: Array<bigint>(12).fill(0n), dominated: false }
])('money of $name: dominated $dominated', ({ amounts, dominated }) => {
  expect(isDominated(sum(amounts), sorted(amounts).slice(0, 2))).toBe(dominated);
});

test('the largest of parts put together in any way are those of all', () => {
  const amounts = fc.array(fc.bigInt({ min: 0n, max: 50n }), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(amounts, { maxLength: 6 }), (parts) => {
      const merged = parts.map((part) => sorted(part).slice(0, 2)).reduce<readonly bigint[]>(mergeLargest, []);
      expect(merged).toEqual(sorted(parts.flat()).slice(0, 2));
    })
  );
});

describe('a year of aid in which one of twenty-four eligible families of a kecamatan had a house', () => {
  const families = Array.from({ length: 48 }, (_, n): PersonRow => {
    return { kk: kk(n + 1), desil: n % 2 === 0 ? 2 : 3, kode_wilayah: n < 24 ? desa.X : desa.Y };
  });
  const given = (first: number): Promise<Awaited<ReturnType<typeof link>>> =>
    link([
      registrySheet(families),
      csvSheet(
        families
          .slice(0, 24)
          .map(({ kk, kode_wilayah }, n) => ({ kk, kode_wilayah, nominal: n === 0 ? first : 200_000 }))
      )
    ]);
  const ofKecamatan = (rows: readonly Row[] | undefined, desil?: number): Row =>
    rows!.find((row) => row.kode_wilayah === '99.01.01' && row.kode_bantuan === 'BLT' && row.desil === desil)!;

  test('its money and the counts behind it are hidden, in its class and its desil only', async () => {
    const { tables, dominated } = await given(60_000_000);
    const shown = protect(tables, { perTanggal: '2026-05-31', dominated });
    expect(ofKecamatan(tables.sasaran).rupiah_layak).toBe(6_460_000_000n);
    expect(ofKecamatan(shown.sasaran)).toMatchObject({ layak: null, rupiah_layak: null, penerima: null });
    expect(ofKecamatan(shown.sasaran_desil, 2)).toMatchObject({ terdaftar: 24, penerima: null, rupiah: null });
    expect(ofKecamatan(shown.sasaran_desil, 3)).toMatchObject({ terdaftar: 24, penerima: 12, rupiah: 240_000_000n });
  });

  test('of equal amounts nothing is', async () => {
    const { tables, dominated } = await given(200_000);
    const shown = protect(tables, { perTanggal: '2026-05-31', dominated });
    expect(ofKecamatan(shown.sasaran)).toMatchObject({ layak: 24, rupiah_layak: 480_000_000n, penerima: 24 });
    expect(ofKecamatan(shown.sasaran_desil, 2)).toMatchObject({ penerima: 12, rupiah: 240_000_000n });
  });
});
