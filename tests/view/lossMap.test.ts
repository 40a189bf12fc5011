import { expect, test } from 'vitest';
import type { RegionLoss } from '$lib/model/cuts/regionLoss';
import { lossCells, type MapPlace } from '$lib/view/lossMap';

const places: MapPlace[] = [
  { kode: '64.02.01.2001', kecamatan: '64.02.01', kolom: 0, baris: 0 },
  { kode: '64.02.01.2002', kecamatan: '64.02.01', kolom: 1, baris: 0 },
  { kode: '64.02.02.2001', kecamatan: '64.02.02', kolom: 2, baris: 0 },
  { kode: '64.02.03.2001', kecamatan: '64.02.03', kolom: 3, baris: 0 },
  { kode: '64.02.04.2001', kecamatan: '64.02.04', kolom: 4, baris: 0 }
];
const loss = (kodeWilayah: string, before: number | null, exact: number | null): RegionLoss => ({
  ...{ kodeWilayah, before, exact },
  lost: exact === null ? null : Math.round(exact)
});
const byRegion: RegionLoss[] = [
  loss('64.02.01', 40, 10),
  { ...loss('64.02.02', null, null), isHidden: true },
  loss('64.02.03', null, null)
];

test('of a public extract each desa has the share of its kecamatan; hidden, unknown and not there are told apart', () => {
  const cells = lossCells(places, { byRegion, byDesa: [] });
  expect(cells.map(({ value }) => value)).toEqual([0.25, 0.25, 'disembunyikan', null, null]);
  expect(cells.map(({ region }) => region).slice(0, 3)).toEqual(['64.02.01', '64.02.01', '64.02.02']);
  expect(new Set(cells.map(({ kode }) => kode)).size, 'each hexagon has a code of its own').toBe(places.length);
});

test('of an internal extract each desa has its own share, 0 where nobody loses', () => {
  const byDesa = [loss('64.02.01.2001', 20, 10), loss('64.02.01.2002', 20, 0)];
  const cells = lossCells(places, { byRegion, byDesa });
  expect(cells.map(({ value }) => value)).toEqual([0.5, 0, null, null, null]);
  expect(cells[0]).toMatchObject({ region: '64.02.01.2001', kecamatan: '64.02.01' });
});
