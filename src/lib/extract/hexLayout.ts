import { separated, type Block } from './hexBlocks';
import { blockShape, type BlockShape } from './hexShape';

/** A desa or kelurahan that takes one hexagon; degrees, null where no point is known. */
export interface HexPoint {
  kode: string;
  /** Code of its kecamatan: the group that it stands in. */
  kecamatan: string;
  lintang: number | null;
  bujur: number | null;
}

/** Where a kecamatan lies, degrees, for groups of which no desa has a point. */
export interface HexCentre {
  kecamatan: string;
  lintang: number;
  bujur: number;
}

/** A cell of the grid, both from 0: rows run downwards, and every odd row is set half a hexagon to the right. */
export interface HexCell {
  kolom: number;
  baris: number;
}

/**
 * One hexagon for each desa: kecamatan lie to each other as on the map, with at least one empty hexagon between them and room for
 * the name above each; within one, rows run from north to south and each from west to east. The order of the input changes nothing.
 * Names say how much room a label takes; a kecamatan without one gets room for a middling name.
 */
export function hexLayout(
  points: readonly HexPoint[],
  centres: readonly HexCentre[],
  names: ReadonlyMap<string, string> = new Map()
): Map<string, HexCell> {
  const groups = groupsOf(points, centres);
  if (groups.length === 0) return new Map();
  let blocks = arranged(groups, names, 0.55);
  // Wider maps have smaller hexagons, so the same label takes more of them.
  for (let round = 0; round < 6; round++) {
    const wanted = labelSize(blocks);
    const wider = arranged(groups, names, wanted);
    if (labelSize(wider) <= wanted * 1.04) return cellsOf(wider);
    blocks = wider;
  }
  return cellsOf(blocks);
}

interface Group {
  kecamatan: string;
  members: HexPoint[];
  /** In units of one degree of latitude, downwards. */
  x: number;
  y: number;
}
type PlacedGroup = Group & { shape: BlockShape; block: Block };

/** Height of a label's text in widths of a hexagon, where the map is drawn on a desk: 14 of 640 units. */
function labelSize(groups: readonly PlacedGroup[]): number {
  const columns = Math.max(...groups.map(({ block }) => block.x + block.width));
  return Math.min(1.3, Math.max(0.5, (14 * (columns + 0.5)) / 640));
}

function arranged(groups: readonly Group[], names: ReadonlyMap<string, string>, size: number): PlacedGroup[] {
  const shapes = groups.map(({ kecamatan, members }) =>
    blockShape(members.length, names.get(kecamatan) ?? 'Muara Kecamatan', size)
  );
  const blocks = separated(
    groups.map(({ x, y }, index) => ({ x, y, width: shapes[index]!.width, height: shapes[index]!.height }))
  );
  return groups.map((group, index) => ({ ...group, shape: shapes[index]!, block: blocks[index]! }));
}

/** Every desa's cell, moved so that the first column and the first row in use are 0. */
function cellsOf(groups: readonly PlacedGroup[]): Map<string, HexCell> {
  const cells = groups.flatMap((group) => cellsWithin(group));
  const left = Math.min(...cells.map(({ kolom }) => kolom));
  // An even number of rows, so that the rows which are set to the right stay those.
  const top = Math.floor(Math.min(...cells.map(({ baris }) => baris)) / 2) * 2;
  return new Map(cells.map(({ kode, kolom, baris }) => [kode, { kolom: kolom - left, baris: baris - top }]));
}

function cellsWithin({ members, shape, block }: PlacedGroup): (HexCell & { kode: string })[] {
  const southward = members.toSorted((a, b) => descending(a.lintang, b.lintang) || byCode(a, b));
  const top = block.y + shape.labelRows;
  let taken = 0;
  return rowCounts(members.length, shape.rows, top).flatMap((count, row) => {
    const eastward = southward.slice(taken, taken + count).sort((a, b) => descending(b.bujur, a.bujur) || byCode(a, b));
    taken += count;
    return eastward.map(({ kode }, column) => ({ kode, kolom: block.x + column, baris: top + row }));
  });
}

/** Cells of each row, as even as can be; the shorter rows are those set to the right, where they nest between their neighbours. */
function rowCounts(count: number, rows: number, top: number): number[] {
  const least = Math.floor(count / rows);
  const order = Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) => ((top + a) % 2) - ((top + b) % 2) || a - b
  );
  const longer = new Set(order.slice(0, count - least * rows));
  return Array.from({ length: rows }, (_, row) => least + (longer.has(row) ? 1 : 0));
}

/** Unknown points come last, in the order of their codes. */
function descending(a: number | null, b: number | null): number {
  return a === b ? 0 : a === null ? 1 : b === null ? -1 : b - a;
}

function byCode(a: { kode: string }, b: { kode: string }): number {
  return a.kode < b.kode ? -1 : a.kode > b.kode ? 1 : 0;
}

/** Desa by kecamatan in the order of their codes, each group with its place: the middle of its desa, else its centre. */
function groupsOf(points: readonly HexPoint[], centres: readonly HexCentre[]): Group[] {
  const byKecamatan = new Map<string, HexPoint[]>();
  for (const point of points.toSorted(byCode)) {
    byKecamatan.set(point.kecamatan, [...(byKecamatan.get(point.kecamatan) ?? []), point]);
  }
  const centreOf = new Map(centres.map((centre) => [centre.kecamatan, centre]));
  const placed = [...byKecamatan]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kecamatan, members]) => {
      const known = members.flatMap(({ lintang, bujur }) =>
        lintang === null || bujur === null ? [] : [{ lintang, bujur }]
      );
      const centre = centreOf.get(kecamatan);
      const lintang = known.length > 0 ? median(known.map((point) => point.lintang)) : (centre?.lintang ?? null);
      const bujur = known.length > 0 ? median(known.map((point) => point.bujur)) : (centre?.bujur ?? null);
      return { kecamatan, members, lintang, bujur };
    });
  return onPlane(placed);
}

/** Degrees to a plane; groups without a place stand in rows below those that have one, in the order of their codes. */
function onPlane(
  groups: readonly { kecamatan: string; members: HexPoint[]; lintang: number | null; bujur: number | null }[]
): Group[] {
  const known = groups.flatMap(({ lintang, bujur }) =>
    lintang === null || bujur === null ? [] : [{ lintang, bujur }]
  );
  const middle = known.length === 0 ? 0 : median(known.map(({ lintang }) => lintang));
  const shrink = Math.cos((middle * Math.PI) / 180);
  const xs = known.map(({ bujur }) => bujur * shrink);
  const [left, right] = known.length === 0 ? [0, 1] : [Math.min(...xs), Math.max(...xs)];
  const bottom = known.length === 0 ? 0 : Math.max(...known.map(({ lintang }) => -lintang));
  const perRow = Math.ceil(Math.sqrt(groups.length - known.length));
  const step = (right - left || 1) / Math.max(1, perRow);
  let lost = 0;
  return groups.map(({ kecamatan, members, lintang, bujur }) => {
    if (lintang !== null && bujur !== null) return { kecamatan, members, x: bujur * shrink, y: -lintang };
    const [column, row] = [lost % perRow, Math.floor(lost++ / perRow)];
    return { kecamatan, members, x: left + (column + 0.5) * step, y: bottom + (row + 1) * step };
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}
