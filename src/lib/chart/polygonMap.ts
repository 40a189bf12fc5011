import type { HexDrawing, HexMapCell, HexMapGroup } from './hexMap';
import { overlap } from './hexMap';
import type { Box } from './label';
import type { Boundaries } from './polygonPaths';
import { textWidth } from './size';

/** A region with its outline, on the grid of the boundaries, and the place of its sign in SVG units of the drawing. */
export interface PlacedRegion extends HexMapCell {
  path: string;
  x: number;
  y: number;
}

export interface PolygonMapGeometry {
  width: number;
  height: number;
  fontSize: number;
  /** SVG units for one unit of the grid. */
  scale: number;
  /** Room at the left of a picture that is higher than wide, SVG units. */
  left: number;
  groups: (HexMapGroup & { regions: PlacedRegion[] })[];
  /** Outlines of the groups that have one. */
  outlines: { kode: string; path: string }[];
  /** Names of groups where there is room, each at its middle and its baseline. */
  names: { kode: string; nama: string; x: number; y: number }[];
  /** Cells that have no boundary. */
  without: HexMapCell[];
}

const widths = { phone: 336, wide: 640 } as const;
/** How much higher than wide a map may be: more would push everything below off the screen. */
const tallest = 1.2;
const fontSize = 14;

/** Everything that the map of boundaries draws at one width. Places in the grid of hexagons are not looked at. */
export function polygonMapGeometry(
  cells: readonly HexMapCell[],
  groups: readonly HexMapGroup[],
  boundaries: Boundaries,
  drawing: HexDrawing
): PolygonMapGeometry {
  const width = widths[drawing];
  const scale = Math.min(width / boundaries.width, (width * tallest) / boundaries.height);
  const left = (width - boundaries.width * scale) / 2;
  const paths = new Map(boundaries.regions.map((region) => [region[0], region]));
  const placed = cells.flatMap((cell): PlacedRegion[] => {
    const region = paths.get(cell.kode);
    return region === undefined
      ? []
      : [{ ...cell, path: region[3], x: round(left + region[1] * scale), y: round(region[2] * scale) }];
  });
  const grouped = groupRegions(placed, groups);
  return {
    width,
    height: Math.ceil(boundaries.height * scale),
    fontSize,
    scale,
    left: round(left),
    groups: grouped,
    outlines: grouped.flatMap(({ kode }) => {
      const path = paths.get(kode)?.[3];
      return path === undefined ? [] : [{ kode, path }];
    }),
    names: namesOf(grouped, width, boundaries.height * scale),
    without: cells.filter(({ kode }) => !paths.has(kode))
  };
}

/** Regions by group in the order of the groups; those of a group that nobody names stand under its code, at the end. */
function groupRegions(placed: readonly PlacedRegion[], groups: readonly HexMapGroup[]): PolygonMapGeometry['groups'] {
  const byGroup = new Map<string, PlacedRegion[]>(groups.map(({ kode }) => [kode, []]));
  for (const region of placed) byGroup.set(region.kecamatan, [...(byGroup.get(region.kecamatan) ?? []), region]);
  const nameOf = new Map(groups.map(({ kode, nama }) => [kode, nama]));
  return [...byGroup]
    .filter(([, regions]) => regions.length > 0)
    .map(([kode, regions]) => ({ kode, nama: nameOf.get(kode) ?? kode, regions }));
}

/** Names in the middle of their regions' signs, those of wide groups first; one that would lie on another is left out. */
function namesOf(groups: PolygonMapGeometry['groups'], width: number, height: number): PolygonMapGeometry['names'] {
  const taken: Box[] = [];
  const spread = ({ regions }: (typeof groups)[number]): number => {
    const places = regions.map(({ x }) => x);
    return Math.max(...places) - Math.min(...places);
  };
  const wideFirst = groups.toSorted((a, b) => spread(b) - spread(a) || (a.kode < b.kode ? -1 : 1));
  return wideFirst.flatMap(({ kode, nama, regions }) => {
    const room = textWidth(nama, fontSize) / 2;
    const x = Math.min(Math.max(mean(regions.map((region) => region.x)), room), width - room);
    const y = Math.min(Math.max(mean(regions.map((region) => region.y)), fontSize), height - 4);
    const box = { left: x - room, top: y - fontSize, width: room * 2, height: fontSize * 1.2 };
    if (taken.some((other) => overlap(box, other))) return [];
    taken.push(box);
    return [{ kode, nama, x: round(x), y: round(y) }];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
