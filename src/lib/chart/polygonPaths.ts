import { group } from 'd3-array';

/** A ring of a boundary as the extract holds it: corners as longitude and latitude in turn, in steps of 0.00001 degree. */
export interface Ring {
  kode: string;
  titik: readonly number[];
  /** Label point of its region, degrees; null where none is known. */
  bujur: number | null;
  lintang: number | null;
}

/** A region on the map: its code, where its sign stands, and the outline of all its parts, on a grid of `gridSize` units. */
export type RegionPath = readonly [kode: string, x: number, y: number, path: string];

/** Boundaries of regions as one picture. */
export interface Boundaries {
  width: number;
  height: number;
  regions: readonly RegionPath[];
  /** Files that they come from, with what the files say of their origin. */
  sources: readonly string[];
}

/** Units of the longer side of the picture: a fifth of a pixel on a desk. */
export const gridSize = 3200;
const stepsPerDegree = 100_000;

/**
 * Boundaries as SVG paths in one picture. The projection is equirectangular: longitude times the cosine of the middle latitude, so that
 * a kilometre is as long across as up in the middle of the picture. Holes are parts of the same path, to be filled by
 * the even-odd rule. Null where there are no rings.
 */
export function boundaryPaths(rings: readonly Ring[], sources: readonly string[]): Boundaries | null {
  const box = boxOf(rings);
  if (box === null) return null;
  const stretch = Math.cos(((box.south + box.north) / 2 / stepsPerDegree / 180) * Math.PI);
  const [across, up] = [(box.east - box.west) * stretch, box.north - box.south];
  const scale = gridSize / Math.max(across, up, 1);
  const x = (bujur: number) => Math.round((bujur - box.west) * stretch * scale);
  const y = (lintang: number) => Math.round((box.north - lintang) * scale);
  const byKode = group(rings, ({ kode }) => kode);
  const regions = [...byKode].map(([kode, own]): RegionPath => {
    const first = own[0]!;
    const sign =
      first.bujur === null || first.lintang === null
        ? middle(first.titik)
        : [first.bujur * stepsPerDegree, first.lintang * stepsPerDegree];
    return [kode, x(sign[0]!), y(sign[1]!), own.map(({ titik }) => pathOf(titik, x, y)).join('')];
  });
  return {
    width: Math.max(1, Math.round(across * scale)),
    height: Math.max(1, Math.round(up * scale)),
    regions,
    sources
  };
}

interface Box {
  west: number;
  east: number;
  south: number;
  north: number;
}

function boxOf(rings: readonly Ring[]): Box | null {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const { titik } of rings)
    for (let at = 0; at + 1 < titik.length; at += 2) {
      box.west = Math.min(box.west, titik[at]!);
      box.east = Math.max(box.east, titik[at]!);
      box.south = Math.min(box.south, titik[at + 1]!);
      box.north = Math.max(box.north, titik[at + 1]!);
    }
  return box.west === Infinity ? null : box;
}

/** The middle of the box of a ring, steps. */
function middle(titik: readonly number[]): [number, number] {
  const { west, east, south, north } = boxOf([{ kode: '', titik, bujur: null, lintang: null }])!;
  return [(west + east) / 2, (south + north) / 2];
}

/** A ring as relative steps, corners that fall together drawn once; one that shrinks to a dot stays visible as one unit. */
function pathOf(titik: readonly number[], x: (bujur: number) => number, y: (lintang: number) => number): string {
  let [px, py] = [x(titik[0]!), y(titik[1]!)];
  let steps = '';
  for (let at = 2; at + 1 < titik.length; at += 2) {
    const [nx, ny] = [x(titik[at]!), y(titik[at + 1]!)];
    if (nx === px && ny === py) continue;
    steps += `${signed(nx - px, steps === '')}${signed(ny - py, false)}`;
    [px, py] = [nx, ny];
  }
  return `M${x(titik[0]!)} ${y(titik[1]!)}${steps === '' ? 'h1v1' : `l${steps}`}z`;
}

/** A number that may follow another: a minus parts them as well as a blank. */
function signed(value: number, isFirst: boolean): string {
  return isFirst || value < 0 ? String(value) : ` ${value}`;
}
