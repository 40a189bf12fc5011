import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadReference } from '../../src/cli/reference';
import { sha256 } from '../../src/cli/files';
import { checkRows } from '$lib/contract/check';
import { sortedByKey } from '$lib/contract/order';
import { batasWilayah } from '$lib/contract/boundary';
import { assemble, type Row } from '$lib/extract/assemble';
import { fileProblems } from '$lib/extract/quality';
import type { ReferenceData } from '$lib/extract/referenceData';
import { sentence } from '$lib/source/problem';
import { readExport } from '$lib/source/recognise';
import { checkCounts } from './support';

const real = '../shared/data/kukar-boundaries';
const present = existsSync(real);
if (!present) console.warn(`${real} is absent: tests on real boundaries are skipped`);

let reference: ReferenceData;
beforeAll(async () => {
  reference = await loadReference('64.02');
});

function read(files: Record<string, object | Uint8Array>): { rows: Row[]; sentences: string[] } {
  const inputs = Object.entries(files).map(([name, content]) => {
    const bytes = content instanceof Uint8Array ? content : new TextEncoder().encode(JSON.stringify(content));
    return { read: readExport(bytes, name), sha256: sha256(bytes) };
  });
  const done = assemble(inputs, { wilayah: '64.02' }, reference);
  checkCounts(inputs, done);
  const rows = done.tables.batas_wilayah ?? [];
  expect(checkRows(batasWilayah, sortedByKey(rows, batasWilayah.key))).toEqual([]);
  return { rows, sentences: [...fileProblems(done.inputs), ...done.problems].map((problem) => sentence(problem)) };
}

/** Five kelurahan side by side: all of Sanga Sanga. */
const sangaSanga = ['64.02.15.1001', '64.02.15.1002', '64.02.15.1003', '64.02.15.1004', '64.02.15.1005'];
const square = (x: number, y = 0, size = 0.1): number[][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y]
];
const feature = (kode: string, coordinates: unknown, type = 'Polygon'): object => ({
  type: 'Feature',
  properties: { kode, pemilik: 'tidak untuk disimpan' },
  geometry: { type, coordinates }
});
const collection = (features: object[], more: object = {}): object => ({
  type: 'FeatureCollection',
  ...more,
  features
});
const all = sangaSanga.map((kode, index) => feature(kode, [square(116 + index / 10)]));
const titik = (rows: readonly Row[], kode: string): unknown[] =>
  rows.filter(({ kode_wilayah }) => kode_wilayah === kode).map((row) => row.titik);

describe('boundaries of a folder', () => {
  test('a kecamatan whose desa all have a boundary is their union', () => {
    const { rows } = read({ 'desa.geojson': collection(all) });
    expect(new Set(rows.map(({ kode_wilayah }) => kode_wilayah))).toEqual(new Set([...sangaSanga, '64.02.15']));
    const [outline] = titik(rows, '64.02.15') as number[][];
    expect([Math.min(...outline!), Math.max(...outline!)]).toEqual([0, 11_650_000]);
    expect(titik(rows, '64.02.15')).toHaveLength(1);
  });

  test('with one desa missing the kecamatan has no union, and takes its own boundary where a file gives it', () => {
    const four = collection(all.slice(1));
    expect(titik(read({ 'desa.geojson': four }).rows, '64.02.15')).toEqual([]);
    const own = collection([feature('64.02.15', [square(116, 0, 0.5)])]);
    expect(titik(read({ 'desa.geojson': four, 'kec.geojson': own }).rows, '64.02.15')).toEqual([
      [11_600_000, 0, 11_650_000, 0, 11_650_000, 50_000, 11_600_000, 50_000]
    ]);
  });

  test('what the file says of its origin goes along; nothing else of it does', () => {
    const more = { name: 'batas', sumber: 'Badan contoh, 2024', license: 'MIT' };
    const { rows } = read({ 'desa.geojson': collection(all, more) });
    expect(new Set(rows.map(({ sumber }) => sumber))).toEqual(new Set(['Badan contoh, 2024; MIT']));
    expect(JSON.stringify(rows)).not.toContain('disimpan');
    expect(new Set(read({ 'desa.geojson': collection(all) }).rows.map(({ sumber }) => sumber))).toEqual(
      new Set([null])
    );
  });

  test('two files that differ: the first is used and the other is named; the same twice is no news', () => {
    const other = collection([feature(sangaSanga[0]!, [square(117)])]);
    const { rows, sentences } = read({ 'a.geojson': collection(all), 'b.geojson': other });
    expect(titik(rows, sangaSanga[0]!)).toEqual(titik(read({ 'a.geojson': collection(all) }).rows, sangaSanga[0]!));
    expect(
      sentences.filter((text) => text.includes('b.geojson') && text.includes('batas wilayah ini berbeda'))
    ).toHaveLength(1);
    const twice = read({ 'a.geojson': collection(all), 'b.geojson': collection(all) });
    expect(twice.sentences.filter((text) => text.includes('batas wilayah'))).toEqual([]);
  });

  test.for([
    { name: 'a corner in another country', coordinates: [[...square(116).slice(0, 3), [2.35, 48.85]]] },
    { name: 'a corner beyond every number', coordinates: [[...square(116).slice(0, 3), [1e308, 0]]] },
    { name: 'metres instead of degrees', coordinates: [square(500_000, 9_950_000, 1000)] }
  ])('$name: the boundary is refused with its row, never drawn', ({ coordinates }) => {
    const { rows, sentences } = read({ 'desa.geojson': collection([feature(sangaSanga[0]!, coordinates)]) });
    expect(rows).toEqual([]);
    expect(sentences.join()).toMatch(/desa\.geojson.*baris 1.*tidak ada poligon/s);
  });

  test('longitude and latitude exchanged give the same boundary as upright', () => {
    const swapped = all.map((one) => JSON.parse(JSON.stringify(one)) as { geometry: { coordinates: number[][][] } });
    for (const { geometry } of swapped)
      geometry.coordinates = geometry.coordinates.map((ring) => ring.map((corner) => corner.toReversed()));
    expect(read({ 'a.geojson': collection(swapped) }).rows.map((row) => row.titik)).toEqual(
      read({ 'a.geojson': collection(all) }).rows.map((row) => row.titik)
    );
  });

  test('points alone give no boundary, so no row', () => {
    expect(read({ 'titik.geojson': collection([feature(sangaSanga[0]!, [116.3, -0.4], 'Point')]) }).rows).toEqual([]);
  });
});

describe.skipIf(!present)('the boundaries of Kutai Kartanegara', () => {
  const file = (name: string): Uint8Array => new Uint8Array(readFileSync(`${real}/${name}`));

  test('237 desa and 20 kecamatan, in less than 60 kB', () => {
    const { rows, sentences } = read({ 'desa.geojson': file('desa_64.02.geojson') });
    const codes = [...new Set(rows.map(({ kode_wilayah }) => String(kode_wilayah)))];
    expect(codes.filter((kode) => kode.split('.').length === 4)).toHaveLength(237);
    expect(codes.filter((kode) => kode.split('.').length === 3)).toHaveLength(20);
    expect(sentences.filter((text) => text.includes('batas wilayah'))).toEqual([]);
    const desa = rows.filter(({ kode_wilayah }) => String(kode_wilayah).split('.').length === 4);
    expect(brotliCompressSync(JSON.stringify(desa.map((row) => row.titik))).length).toBeLessThan(60_000);
  });
});
