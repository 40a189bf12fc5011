import { expect, test } from 'vitest';
import { csvSheet, home, desa, kk, link, registrySheet } from './peopleSupport';

// Source: methods.md §1.6, constructed there: as of 2025-06-30, ages 0, 365, 364, 897, none, 180, 366.
const verified = ['2025-06-30', '2024-06-30', '2024-07-01', '2023-01-15', '', '2025-01-01', '2024-06-29'];

/** The row of `kesegaran` of a region and group, from a registry with these dates in X; the first and the last family receive. */
async function freshnessOf(dates: readonly string[], kelompok: 'semua' | 'penerima', place: string = desa.X) {
  const family = (n: number) => ({ kk: kk(n + 1), nama: 'CONTOH', kode_wilayah: desa.X });
  const registry = registrySheet(dates.map((tanggal, n) => ({ ...family(n), desil: 1, tanggal })));
  const { tables } = await link([registry, csvSheet([family(0), family(dates.length - 1)])], {
    perTanggal: '2025-06-30'
  });
  const rows = tables.kesegaran.filter((row) => row.kelompok === kelompok && row.kode_wilayah === place);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

test.for([desa.X, '99.01.01', home])(
  'the worked example at %s: 365 days are fresh, 366 are not, and a family never verified counts as not fresh',
  async (place) => {
    expect(await freshnessOf(verified, 'semua', place)).toMatchObject({
      keluarga: 7,
      segar_12_bulan: 4,
      tanpa_tanggal: 1,
      tanggal_depan: 0,
      umur_median_hari: 364.5
    });
  }
);

test('of recipients alone: one of today, one of 366 days', async () => {
  expect(await freshnessOf(verified, 'penerima')).toMatchObject({
    keluarga: 2,
    segar_12_bulan: 1,
    tanpa_tanggal: 0,
    umur_median_hari: 183
  });
});

test('a date after the as-of day is an error of the data: neither fresh nor aged', async () => {
  expect(await freshnessOf(['2025-07-01', '2025-06-30'], 'semua')).toMatchObject({
    keluarga: 2,
    segar_12_bulan: 1,
    tanpa_tanggal: 0,
    tanggal_depan: 1,
    umur_median_hari: 0
  });
});

test('nobody ever verified: no age, nobody fresh', async () => {
  const { segar_12_bulan, tanpa_tanggal, umur_median_hari } = await freshnessOf(['', ''], 'semua');
  expect([segar_12_bulan, tanpa_tanggal, umur_median_hari]).toEqual([0, 2, null]);
});
