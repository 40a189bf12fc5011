import { feature, merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import { boundaryGrid } from '$lib/contract/boundary';
import type { Polygon, Ring } from '$lib/source/polygon';

/** A region's boundary, degrees. */
export interface Boundary {
  kode: string;
  polygons: readonly Polygon[];
}

/** Corners on the grid of `boundaryGrid`, whole numbers; the first is not repeated. */
export type GridRing = readonly (readonly [x: number, y: number])[];
/** Parts, each an outer ring and its holes, the largest part first. */
export type GridShape = readonly (readonly GridRing[])[];

/** Corners left for each region on average: as many as a map on a page can show. */
const cornersEach = 30;
/** Gaps within a kecamatan that are smaller come from borders that do not quite meet: a square kilometre in grid squares. */
const smallestGap = 1e6 * 0.81;

/**
 * Boundaries with few corners. A border that two regions share in the file stays shared: corners are weighed along each border once, by the
 * area that leaving them out would change (Visvalingam and Whyatt 1993, as TopoJSON has it), and the lightest go until about 30 a region
 * are left. No region vanishes: one that would be too small keeps its own corners. The order of the regions changes nothing.
 */
export function simplified(boundaries: readonly Boundary[]): Map<string, GridShape> {
  return layerOf(boundaries).shapes;
}

/**
 * The same, and beside it the outline of each group of regions, made of the borders that only one of its members has: without the lines
 * within it, and without gaps below a square kilometre, where borders in the file do not quite meet.
 */
export function simplifiedWithGroups(
  boundaries: readonly Boundary[],
  groups: ReadonlyMap<string, readonly string[]>
): { shapes: Map<string, GridShape>; outlines: Map<string, GridShape> } {
  const { shapes, objects, whole } = layerOf(boundaries);
  const outlines = new Map<string, GridShape>();
  for (const [kode, members] of groups) {
    const own = members.flatMap((member) => objects.get(member) ?? []);
    if (whole === null || own.length === 0) continue;
    const merged = merge(whole, own).coordinates.map((rings) =>
      rings.filter((ring, index) => index === 0 || area(ring) > smallestGap)
    );
    const outline = ordered(merged);
    if (outline.length > 0) outlines.set(kode, outline);
  }
  return { shapes, outlines };
}

interface Layer {
  shapes: Map<string, GridShape>;
  objects: Map<string, TopologyObject>;
  whole: Topology | null;
}

function layerOf(boundaries: readonly Boundary[]): Layer {
  const given = boundaries
    .map(({ kode, polygons }) => ({ kode, shape: onGrid(polygons) }))
    .filter(({ shape }) => shape.length > 0)
    .toSorted((a, b) => (a.kode < b.kode ? -1 : 1));
  if (given.length === 0) return { shapes: new Map(), objects: new Map(), whole: null };
  const geometries = given.map(({ shape }) => ({ type: 'MultiPolygon' as const, coordinates: shape }));
  const weighed = presimplify(topology({ wilayah: { type: 'GeometryCollection', geometries } }));
  const corners = weighed.arcs.reduce((sum, arc) => sum + arc.length, 0);
  const lightest = quantile(weighed, Math.min(1, (cornersEach * given.length) / corners)) ?? 0;
  const whole = simplify(weighed, lightest);
  const objects = new Map(given.map(({ kode }, index) => [kode, whole.objects.wilayah.geometries[index]!]));
  const shapes = given.map(({ kode, shape: own }): [string, GridShape] => {
    const shape = ordered(feature(whole, objects.get(kode)!).geometry.coordinates);
    return [kode, shape.length > 0 ? shape : ordered(own)];
  });
  return { shapes: new Map(shapes), objects, whole };
}

/** Closed rings on the grid, without corners that fall together; a ring without area is left out, and with an outer ring its holes. */
function onGrid(polygons: readonly Polygon[]): [number, number][][][] {
  return polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.map(closedRing);
    if (outer === undefined || area(outer) === 0) return [];
    return [[outer, ...holes.filter((ring) => area(ring) > 0)]];
  });
}

function closedRing(ring: Ring): [number, number][] {
  const corners = ring
    .map(([x, y]): [number, number] => [Math.round(x * boundaryGrid), Math.round(y * boundaryGrid)])
    .filter(([x, y], index, all) => index === 0 || x !== all[index - 1]![0] || y !== all[index - 1]![1]);
  const [first, last] = [corners[0], corners.at(-1)];
  if (first === undefined || last === undefined) return [];
  return first[0] === last[0] && first[1] === last[1] ? corners : [...corners, [...first]];
}

/** Parts from the largest to the smallest with their rings opened; what has no area left is left out. */
function ordered(parts: readonly (readonly GridRing[])[]): GridShape {
  return parts
    .filter(([outer]) => outer !== undefined && area(outer) > 0)
    .map((rings) => rings.filter((ring) => area(ring) > 0).map(opened))
    .toSorted((a, b) => area(b[0]!) - area(a[0]!));
}

/** Without the last corner, which repeats the first, and starting at its least corner, so that the same ring is the same row. */
function opened(ring: GridRing): GridRing {
  const corners = ring.slice(0, -1);
  const start = corners.reduce((best, [x, y], index) => {
    const [bx, by] = corners[best]!;
    return x < bx || (x === bx && y < by) ? index : best;
  }, 0);
  return [...corners.slice(start), ...corners.slice(0, start)];
}

/** Twice the area inside a ring, grid squares, without sign; the same for an open ring and a closed one. */
function area(ring: GridRing): number {
  return Math.abs(
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0)
  );
}
