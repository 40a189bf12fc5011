import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hexLayout, type HexCell, type HexCentre, type HexPoint } from '$lib/extract/hexLayout';
import { hexMapGeometry, nameBox, overlap, type HexMapCell } from '$lib/chart/hexMap';

/** The six cells around one, on a grid whose odd rows are set to the right. */
function around({ kolom, baris }: HexCell): string[] {
  const shift = baris % 2 === 0 ? -1 : 0;
  const rows = [-1, 1].flatMap((row) => [shift, shift + 1].map((column) => [kolom + column, baris + row]));
  return [...rows, [kolom - 1, baris], [kolom + 1, baris]].map((cell) => cell.join());
}

/** What every layout holds: all desa, one on each cell, none below zero, and an empty hexagon between any two kecamatan. */
function expectSound(points: readonly HexPoint[], cells: ReadonlyMap<string, HexCell>): void {
  expect([...cells.keys()].sort()).toEqual(points.map(({ kode }) => kode).sort());
  const groupAt = new Map(
    points.map(({ kode, kecamatan }) => {
      const { kolom, baris } = cells.get(kode)!;
      return [`${kolom},${baris}`, kecamatan];
    })
  );
  expect(groupAt.size).toBe(points.length);
  const all = [...cells.values()];
  expect(
    all.every(({ kolom, baris }) => Number.isInteger(kolom) && Number.isInteger(baris) && kolom >= 0 && baris >= 0)
  ).toBe(true);
  if (all.length > 0) {
    expect(Math.min(...all.map(({ kolom }) => kolom))).toBe(0);
    expect(Math.min(...all.map(({ baris }) => baris))).toBeLessThan(2);
  }
  const touching = points.filter(({ kode, kecamatan }) =>
    around(cells.get(kode)!).some((cell) => (groupAt.get(cell) ?? kecamatan) !== kecamatan)
  );
  expect(touching.map(({ kode }) => kode)).toEqual([]);
}

/** Desa of groups of the given sizes; groups on a grid of one degree, desa close around, or without any point. */
function regency(sizes: readonly number[], known: 'desa' | 'none' = 'desa'): HexPoint[] {
  const across = Math.ceil(Math.sqrt(sizes.length));
  return sizes.flatMap((size, group) =>
    Array.from({ length: size }, (_, index) => ({
      kode: `64.${String(group + 1).padStart(3, '0')}.${String(index + 1).padStart(3, '0')}`,
      kecamatan: `64.${String(group + 1).padStart(3, '0')}`,
      lintang: known === 'none' ? null : -Math.floor(group / across) - Math.sin(index * 7) / 5,
      bujur: known === 'none' ? null : 110 + (group % across) + Math.cos(index * 5) / 5
    }))
  );
}

describe('hexLayout', () => {
  test.for([
    { name: 'no desa', sizes: [] },
    { name: 'one desa', sizes: [1] },
    { name: 'one kecamatan', sizes: [17] },
    { name: 'two kecamatan', sizes: [3, 40] },
    { name: 'sizes from 1 to 400', sizes: [1, 400, 2, 30, 8] },
    { name: 'a province of 60 kecamatan', sizes: Array.from({ length: 60 }, (_, index) => 1 + ((index * 7) % 20)) },
    {
      name: 'as many groups as the nation has regions',
      sizes: Array.from({ length: 514 }, (_, index) => 1 + (index % 3))
    }
  ])('$name: no two on a cell, no kecamatan next to another', ({ sizes }) => {
    for (const known of ['desa', 'none'] as const) {
      const points = regency(sizes, known);
      expectSound(points, hexLayout(points, []));
    }
  });

  test('holds for any sizes and places', () => {
    const group = fc.record({
      size: fc.integer({ min: 1, max: 25 }),
      lintang: fc.option(fc.integer({ min: -20, max: 20 })),
      bujur: fc.integer({ min: 0, max: 20 })
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 12 }), (groups) => {
        const points = groups.flatMap(({ size, lintang, bujur }, at) =>
          Array.from({ length: size }, (_, index) => ({
            kode: `${at}.${index}`,
            kecamatan: String(at),
            lintang: lintang === null ? null : lintang / 10,
            bujur: lintang === null ? null : 100 + bujur / 10
          }))
        );
        expectSound(points, hexLayout(points, []));
      }),
      { numRuns: 60 }
    );
  });

  test('the order of the input changes nothing', () => {
    const points = regency([5, 12, 7, 20, 3]);
    const sorted = (cells: ReadonlyMap<string, HexCell>) => [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(hexLayout(points.toReversed(), []))).toEqual(sorted(hexLayout(points, [])));
  });

  test('a point that moves a little moves no kecamatan, and no desa of another', () => {
    const points = regency([5, 12, 7, 20, 3]);
    const moved = points.map((point, index) =>
      index === 8 ? { ...point, lintang: point.lintang! + 0.001, bujur: point.bujur! - 0.001 } : point
    );
    const [before, after] = [hexLayout(points, []), hexLayout(moved, [])];
    const others = points.filter(({ kecamatan }) => kecamatan !== points[8]!.kecamatan);
    for (const { kode } of others) expect(after.get(kode)).toEqual(before.get(kode));
  });

  test('west stays west and north stays north, between kecamatan and within one', () => {
    const at = (kode: string, kecamatan: string, lintang: number, bujur: number) => ({
      kode,
      kecamatan,
      lintang,
      bujur
    });
    const cells = hexLayout(
      [
        at('a1', 'a', 0, 116),
        at('b1', 'b', 0, 118),
        at('c1', 'c', -2, 117),
        at('c2', 'c', -2, 117.1),
        at('c3', 'c', -2.5, 117),
        at('c4', 'c', -2.5, 117.1)
      ],
      [],
      new Map([['c', 'C']])
    );
    expect(cells.get('a1')!.kolom).toBeLessThan(cells.get('b1')!.kolom);
    expect(cells.get('c1')!.baris).toBeGreaterThan(cells.get('a1')!.baris);
    expect(cells.get('c1')!.kolom).toBeLessThan(cells.get('c2')!.kolom);
    expect(cells.get('c1')!.baris).toBeLessThan(cells.get('c3')!.baris);
  });

  test('without points of desa, centres place the kecamatan and codes order the desa', () => {
    const points = regency([3, 3], 'none');
    const centres: HexCentre[] = [
      { kecamatan: '64.001', lintang: 0, bujur: 117 },
      { kecamatan: '64.002', lintang: 0, bujur: 116 }
    ];
    const cells = hexLayout(points, centres);
    expect(cells.get('64.002.001')!.kolom).toBeLessThan(cells.get('64.001.001')!.kolom);
    const [first, second] = ['64.001.001', '64.001.002'].map((kode) => cells.get(kode)!);
    expect(first!.baris * 1000 + first!.kolom).toBeLessThan(second!.baris * 1000 + second!.kolom);
  });

  test('kecamatan that nobody places stand below the others', () => {
    const [known, lost] = [
      regency([4, 4]),
      regency([1, 1, 6], 'none').filter(({ kecamatan }) => kecamatan === '64.003')
    ];
    const points = [...known, ...lost];
    const cells = hexLayout(points, []);
    expectSound(points, cells);
    const lowest = Math.max(...known.map(({ kode }) => cells.get(kode)!.baris));
    expect(Math.min(...lost.map(({ kode }) => cells.get(kode)!.baris))).toBeGreaterThan(lowest);
  });
});

const file = '../shared/data/kukar-boundaries/desa_64.02_centroids.csv';

/** Desa of Kutai Kartanegara with their points, and the names of its kecamatan. */
function kukar(): { points: HexPoint[]; names: Map<string, string>; desa: Map<string, string> } {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  return {
    points: rows.map(([kode, , kecamatan, , , lintang, bujur]) => ({
      kode: kode!,
      kecamatan: kecamatan!,
      lintang: Number(lintang),
      bujur: Number(bujur)
    })),
    names: new Map(rows.map(([, , kecamatan, nama]) => [kecamatan!, nama!])),
    desa: new Map(rows.map(([kode, nama]) => [kode!, nama!]))
  };
}

describe.skipIf(!existsSync(file))('the home regency (skipped where ../shared/data is absent)', () => {
  const withPoints = () => {
    const { points, names } = kukar();
    return { points, names, cells: hexLayout(points, [], names) };
  };
  const withCentres = () => {
    const { points, names } = kukar();
    const bare = points.map((point) => ({ ...point, lintang: null, bujur: null }));
    return { points: bare, names, cells: hexLayout(bare, centres(), names) };
  };

  test.for([
    { name: 'from the points of desa', made: withPoints },
    { name: 'from the centres of kecamatan', made: withCentres }
  ])('$name: sound, compact, and every name has room at both sizes', ({ made }) => {
    const { points, names, cells } = made();
    expectSound(points, cells);
    const all = [...cells.values()];
    const [columns, rows] = [
      1 + Math.max(...all.map(({ kolom }) => kolom)),
      1 + Math.max(...all.map(({ baris }) => baris))
    ];
    expect(columns).toBeLessThanOrEqual(34);
    expect(rows).toBeLessThanOrEqual(36);
    const shown: HexMapCell[] = points.map(({ kode, kecamatan }) => ({
      kode,
      kecamatan,
      nama: kode,
      ...cells.get(kode)!,
      value: 0,
      text: '0',
      flag: null
    }));
    const groups = [...names].map(([kode, nama]) => ({ kode, nama }));
    for (const drawing of ['wide', 'phone'] as const) {
      const geometry = hexMapGeometry(shown, groups, drawing);
      expect(geometry.hexagon.width).toBeGreaterThanOrEqual(16);
      expect(geometry.groups.filter(({ lines }) => lines.length === 0).map(({ nama }) => nama)).toEqual([]);
      const { fontSize, width } = geometry;
      const boxes = geometry.groups.map(({ lines, name }) => {
        const box = nameBox(lines, name, fontSize);
        return { ...box, top: name.y - fontSize * 0.74 };
      });
      const colliding = boxes.flatMap((one, a) => boxes.slice(a + 1).filter((two) => overlap(one, two)));
      expect(colliding).toEqual([]);
      expect(boxes.every((box) => box.left >= 0 && box.top >= 0 && box.left + box.width <= width)).toBe(true);
    }
  });

  test('kecamatan lie to each other as on the map', () => {
    const { points, cells } = withPoints();
    const middle = (nama: string) => {
      const kode = [...kukar().names].find(([, one]) => one === nama)![0];
      const members = points.filter(({ kecamatan }) => kecamatan === kode).map((point) => cells.get(point.kode)!);
      return {
        x: members.reduce((sum, { kolom }) => sum + kolom, 0) / members.length,
        y: members.reduce((sum, { baris }) => sum + baris, 0) / members.length
      };
    };
    for (const [west, east] of [
      ['Tabang', 'Marang Kayu'],
      ['Muara Muntai', 'Loa Kulu'],
      ['Tenggarong', 'Tenggarong Seberang'],
      ['Loa Janan', 'Sanga Sanga'],
      ['Samboja Barat', 'Samboja']
    ]) {
      expect(middle(west!).x, `${west} west of ${east}`).toBeLessThan(middle(east!).x);
    }
    for (const [north, south] of [
      ['Tabang', 'Kembang Janggut'],
      ['Kembang Janggut', 'Kenohan'],
      ['Tenggarong', 'Loa Kulu'],
      ['Loa Kulu', 'Loa Janan'],
      ['Muara Jawa', 'Samboja'],
      ['Marang Kayu', 'Muara Badak'],
      ['Muara Badak', 'Anggana']
    ]) {
      expect(middle(north!).y, `${north} north of ${south}`).toBeLessThan(middle(south!).y);
    }
  });
});

const centreFile = 'data/rujukan/titik_kecamatan.csv';

function centres(): HexCentre[] {
  const rows = readFileSync(centreFile, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  return rows.map(([kecamatan, , lintang, bujur]) => ({
    kecamatan: kecamatan!,
    lintang: Number(lintang),
    bujur: Number(bujur)
  }));
}

test('centres of kecamatan are given to one decimal, each with its source', () => {
  const lines = readFileSync(centreFile, 'utf8').trim().split('\n');
  expect(lines[0]).toBe('kode,nama,lintang,bujur,sumber');
  expect(lines).toHaveLength(21);
  for (const line of lines.slice(1))
    expect(line).toMatch(/^64\.02\.\d\d,[A-Z][A-Za-z ]+,-?\d\.\d,11[567]\.\d,"[^"]+"$/);
});
