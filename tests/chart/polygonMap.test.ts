import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { HexMapCell, HexValue } from '$lib/chart/hexMap';
import { polygonMapGeometry } from '$lib/chart/polygonMap';
import PolygonMap from '$lib/chart/PolygonMap.svelte';
import { boundaryNote, withoutBoundary } from '$lib/chart/polygonMapText';
import { boundaryPaths, gridSize, type Boundaries, type Ring } from '$lib/chart/polygonPaths';
import RegionMap from '$lib/chart/RegionMap.svelte';

/** A square with its south-western corner in steps of 0.00001 degree. */
function square(kode: string, x: number, y: number, size = 10_000): Ring {
  const titik = [x, y, x + size, y, x + size, y + size, x, y + size];
  return { kode, titik, bujur: (x + size / 2) / 1e5, lintang: (y + size / 2) / 1e5 };
}

/** Corners that a path visits, on its grid. */
function visited(path: string): [number, number][] {
  const [, x, y, steps] = /^M(-?\d+) (-?\d+)l(.*)z$/.exec(path)!;
  let [px, py] = [Number(x), Number(y)];
  const numbers = (steps!.match(/-?\d+/g) ?? []).map(Number);
  const corners: [number, number][] = [[px, py]];
  for (let at = 0; at < numbers.length; at += 2) {
    [px, py] = [px + numbers[at]!, py + numbers[at + 1]!];
    corners.push([px, py]);
  }
  return corners;
}

describe('boundaries as paths', () => {
  test('north is up and east is right', () => {
    const paths = boundaryPaths([square('timur', 11_610_000, 0), square('utara', 11_600_000, 10_000)], [])!;
    const [east, north] = paths.regions;
    expect(east![1]).toBeGreaterThan(north![1]);
    expect(east![2]).toBeGreaterThan(north![2]);
  });

  test('a kilometre is as long across as up where a degree of longitude is shorter', () => {
    const lintang = -1_000_000; // ten degrees south
    const { width, height } = boundaryPaths([square('a', 11_600_000, lintang)], [])!;
    expect(height).toBe(gridSize);
    expect(width / height).toBeCloseTo(Math.cos((9.95 * Math.PI) / 180), 3);
  });

  test('neighbours meet exactly: a corner of both is the same place in both', () => {
    const [left, right] = [square('a', 11_600_000, 3), square('b', 11_610_000, 3)];
    const paths = boundaryPaths([left, right, square('c', 11_655_551, 77_777)], [])!;
    const [one, two] = paths.regions.map((region) => new Set(visited(region[3]).map(String)));
    expect([...one!].filter((corner) => two!.has(corner))).toHaveLength(2);
  });

  test('every corner lies in the picture, and the picture is no larger than its grid', () => {
    const coordinate = fc.tuple(
      fc.integer({ min: 9_450_000, max: 14_150_000 }),
      fc.integer({ min: -1_150_000, max: 650_000 })
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(coordinate, { minLength: 3, maxLength: 9 }), { minLength: 1, maxLength: 5 }),
        (rings) => {
          const paths = boundaryPaths(
            rings.map((ring, index) => ({ kode: String(index), titik: ring.flat(), bujur: null, lintang: null })),
            []
          )!;
          expect(Math.max(paths.width, paths.height)).toBeLessThanOrEqual(gridSize);
          for (const [, x, y, path] of paths.regions) {
            for (const [cx, cy] of [[x, y], ...(path.includes('h1v1') ? [] : visited(path))] as [number, number][]) {
              expect(cx).toBeGreaterThanOrEqual(0);
              expect(cx).toBeLessThanOrEqual(paths.width);
              expect(cy).toBeGreaterThanOrEqual(0);
              expect(cy).toBeLessThanOrEqual(paths.height);
            }
          }
        }
      ),
      { numRuns: 60 }
    );
  });

  test('rings of one region are one path; nothing at all is no picture', () => {
    const rings = [square('a', 0, 0), square('a', 2000, 2000, 100), square('b', 20_000, 0)];
    expect(boundaryPaths(rings, [])!.regions.map(([kode, , , path]) => [kode, path.match(/M/g)!.length])).toEqual([
      ['a', 2],
      ['b', 1]
    ]);
    expect(boundaryPaths([], [])).toBeNull();
  });
});

const kecamatan = ['64.02.01', '64.02.02'];
const groups = kecamatan.map((kode, index) => ({ kode, nama: ['Muara Muntai', 'Loa Kulu'][index]! }));
const boundaries: Boundaries = boundaryPaths(
  [
    square('64.02.01.2001', 11_600_000, 0),
    square('64.02.01.2002', 11_610_000, 0),
    square('64.02.02.2001', 11_600_000, 10_000),
    {
      ...square('64.02.01', 11_600_000, 0),
      titik: [11_600_000, 0, 11_620_000, 0, 11_620_000, 10_000, 11_600_000, 10_000]
    }
  ],
  ['batas.geojson, Badan contoh']
)!;
function cell(kode: string, value: HexValue, flag: HexMapCell['flag'] = null): HexMapCell {
  const text = typeof value === 'number' ? `${value * 100} %` : (value ?? '–');
  return { kode, nama: `Desa ${kode.slice(-4)}`, kecamatan: kode.slice(0, 8), kolom: 0, baris: 0, value, text, flag };
}
const cells = [
  cell('64.02.01.2001', 0.05),
  cell('64.02.01.2002', 'disembunyikan'),
  cell('64.02.02.2001', null),
  cell('64.02.02.2009', 0.7, 'tinggi')
];

describe('the map of boundaries', () => {
  test('regions stand in the order of their kecamatan; one without a boundary is named, not dropped', () => {
    const geometry = polygonMapGeometry(cells, groups, boundaries, 'wide');
    expect(geometry.groups.map(({ nama, regions }) => [nama, regions.map(({ kode }) => kode)])).toEqual([
      ['Muara Muntai', ['64.02.01.2001', '64.02.01.2002']],
      ['Loa Kulu', ['64.02.02.2001']]
    ]);
    expect(geometry.without.map(({ kode }) => kode)).toEqual(['64.02.02.2009']);
    expect(geometry.outlines.map(({ kode }) => kode)).toEqual(['64.02.01']);
  });

  test.for(['phone', 'wide'] as const)(
    '%s: it fits its width, is never much higher, and names do not lie on each other',
    (drawing) => {
      const tall = boundaryPaths([square('64.02.01.2001', 0, 0, 100), square('64.02.02.2001', 0, 900_000, 100)], [])!;
      for (const given of [boundaries, tall]) {
        const { width, height, scale, left, names } = polygonMapGeometry(cells, groups, given, drawing);
        expect(given.width * scale + left).toBeLessThanOrEqual(width + 0.1);
        expect(height).toBeLessThanOrEqual(width * 1.2 + 1);
        for (const [index, one] of names.entries())
          for (const other of names.slice(index + 1))
            expect(Math.abs(one.y - other.y) >= 14 || Math.abs(one.x - other.x) > 40).toBe(true);
      }
    }
  );

  test('drawn: colours by class, hatch for hidden, outline for missing, names, key and the sentence about what is not drawn', () => {
    const props = {
      language: 'id' as const,
      cells,
      groups,
      boundaries,
      steps: [0.1, 0.2, 0.35],
      active: '64.02.01.2002',
      choose: () => undefined,
      href: (kode: string) => `/sasaran/${kode}/`,
      label: 'Terlewat menurut desa'
    };
    const html = render(PolygonMap, { props }).body;
    expect(html).not.toMatch(/\sstyle=|NaN|undefined|Infinity/);
    expect(html.match(/<a /g)).toHaveLength(3);
    expect(html.match(/tabindex="0"/g)).toHaveLength(1);
    for (const part of [
      'class="s-0"',
      'class="s-hidden"',
      'class="s-missing"',
      'class="marked"',
      'aria-label="Terlewat menurut desa"'
    ])
      expect(html).toContain(part);
    expect(html).toContain('Desa 2002: disembunyikan');
    expect(html).toContain('1 wilayah tidak punya batas dalam berkasnya dan tidak tergambar: Desa 2009.');
    expect(html).toContain('batas.geojson, Badan contoh');
    expect(html).toContain('bukan batas resmi');
  });

  test('long lists of regions without a boundary are counted to the end', () => {
    const names = Array.from({ length: 23 }, (_, index) => `Desa ${index + 1}`);
    expect(withoutBoundary(names, 'id')).toMatch(/^23 wilayah .* Desa 20, dan 3 lainnya\./);
    expect(withoutBoundary(['Perian'], 'en')).toBe(
      '1 region has no boundary in the file and is not drawn: Perian. The table has its figures.'
    );
    expect(withoutBoundary([], 'en')).toBeNull();
    expect(boundaryNote([], 'en')).toMatch(/^Boundaries, simplified: not official ones\./);
  });
});

describe('the choice of a map', () => {
  const shared = {
    language: 'id' as const,
    cells,
    groups,
    steps: [0.1, 0.2],
    active: null,
    choose: () => undefined,
    href: (kode: string) => `/sasaran/${kode}/`,
    label: 'Peta',
    to: (peta: 'batas' | null) => (peta === null ? '?' : `?peta=${peta}`)
  };
  const never = () => new Promise<never>(() => undefined);
  const text = (html: string) => html.replaceAll(/<!--.*?-->/g, '');

  test('it is offered where the data hold boundaries, with the shown map marked', () => {
    const html = text(render(RegionMap, { props: { ...shared, peta: null, load: never } }).body);
    expect(html).toMatch(/<a [^>]*aria-current="true"[^>]*>Segi enam sama besar<\/a>/);
    expect(html).toMatch(/<a [^>]*href="\?peta=batas"[^>]*>Batas wilayah<\/a>/);
  });

  test('without boundaries there is no choice, and a link that asks for them says so', () => {
    const none = text(render(RegionMap, { props: { ...shared, peta: null, load: null } }).body);
    expect(none).not.toContain('Batas wilayah');
    const asked = text(render(RegionMap, { props: { ...shared, peta: 'batas', load: null } }).body);
    expect(asked).toContain('Batas wilayah tidak ada atau gagal dimuat.');
    expect(asked).toContain('class="drawing hexmap wide"');
  });
});
