import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleDesa } from './orangWilayah';
import { compare } from './tables';

/** A piece of the invented map, whole thousandths of a degree; y runs to the north. */
interface Box {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

interface Piece {
  /** Code of a kecamatan. */
  kode: string;
  x: number;
  y: number;
  /** Share of the area it gets. */
  weight: number;
}

type Point = readonly [x: number, y: number];

/** All of the invented map: about where the regency lies, and as wide. */
const whole: Box = { left: 115_500, bottom: -1_300, right: 117_700, top: 500 };

/**
 * Boundaries that nobody could take for real ones: a patchwork of rectangles, one for each desa, in which kecamatan lie to each other about
 * as on a map. As the export of a map program, named so and with its origin.
 */
export function boundaryFile(): { name: string; bytes: Uint8Array } {
  const desa = sampleDesa();
  const points = kecamatanPoints();
  const kecamatan = [...new Map(desa.map((one) => [one.kecamatan.kode, one.kecamatan])).values()];
  const membersOf = (kode: string) => desa.filter((one) => one.kecamatan.kode === kode);
  const blocks = divided(
    whole,
    kecamatan.map(({ kode }) => ({ kode, ...points.get(kode)!, weight: membersOf(kode).length }))
  );
  const boxes = new Map(
    [...blocks].flatMap(([kode, box]) =>
      inRows(
        box,
        membersOf(kode).map((one) => one.kode)
      )
    )
  );
  const corners = [...boxes.values()].flatMap(cornersOf);
  const features = desa.map(({ kode, nama, kecamatan: { nama: parent } }) => ({
    type: 'Feature',
    properties: { KODE_DESA: kode, NAMOBJ: nama, WADMKC: parent, WADMKK: 'Kutai Kartanegara' },
    geometry: { type: 'Polygon', coordinates: [ringOf(boxes.get(kode)!, corners)] }
  }));
  const sumber = 'Bentuk karangan untuk data contoh: bukan batas wilayah yang sebenarnya';
  const text = JSON.stringify({ type: 'FeatureCollection', name: 'batas_desa_contoh', sumber, features });
  return { name: 'batas desa contoh.geojson', bytes: new TextEncoder().encode(`${text}\n`) };
}

/** Halves a box again and again, across its longer side, until each piece has its own; pieces keep their order from west and south. */
function divided(box: Box, pieces: readonly Piece[]): Map<string, Box> {
  if (pieces.length < 2) return new Map(pieces.map(({ kode }) => [kode, box]));
  const isWide = box.right - box.left >= box.top - box.bottom;
  const sorted = pieces.toSorted((a, b) => (isWide ? a.x - b.x : a.y - b.y) || compare(a.kode, b.kode));
  const total = sum(sorted);
  let first = 1;
  while (first < sorted.length - 1 && sum(sorted.slice(0, first + 1)) <= total / 2) first++;
  const share = sum(sorted.slice(0, first)) / total;
  const cut = isWide
    ? box.left + Math.round((box.right - box.left) * share)
    : box.bottom + Math.round((box.top - box.bottom) * share);
  const [low, high] = isWide
    ? [
        { ...box, right: cut },
        { ...box, left: cut }
      ]
    : [
        { ...box, top: cut },
        { ...box, bottom: cut }
      ];
  return new Map([...divided(low, sorted.slice(0, first)), ...divided(high, sorted.slice(first))]);
}

/** Boxes of about one size, as one reads: from north to south, and in each row from west to east. */
function inRows({ left, bottom, right, top }: Box, codes: readonly string[]): [string, Box][] {
  const rows = Math.max(1, Math.round(Math.sqrt((codes.length * (top - bottom)) / (right - left))));
  const first = (row: number) => Math.round((codes.length * row) / rows);
  const heightAt = (row: number) => top - Math.round(((top - bottom) * first(row)) / codes.length);
  return codes.map((kode, i) => {
    const row = Array.from({ length: rows }, (_, at) => at).findLast((at) => first(at) <= i)!;
    const [from, to] = [first(row), first(row + 1)];
    const edge = (at: number) => left + Math.round(((right - left) * (at - from)) / (to - from));
    return [kode, { left: edge(i), right: edge(i + 1), top: heightAt(row), bottom: heightAt(row + 1) }];
  });
}

function sum(pieces: readonly Piece[]): number {
  return pieces.reduce((all, { weight }) => all + weight, 0);
}

function cornersOf({ left, bottom, right, top }: Box): Point[] {
  return [[left, bottom], [right, bottom], [right, top], [left, top]]; // prettier-ignore
}

/** The outline of a box in degrees, closed, with every corner of others that lies on it: neighbours then share their points. */
function ringOf(box: Box, corners: readonly Point[]): number[][] {
  const [a, b, c, d] = cornersOf(box) as [Point, Point, Point, Point];
  const { left, bottom, right, top } = box;
  const inside = (value: number, low: number, high: number): boolean => value > low && value < high;
  const along = (at: 0 | 1, value: number, [low, high]: readonly [number, number]): Point[] => {
    const other = at === 0 ? 1 : 0;
    const found = corners.filter((point) => point[at] === value && inside(point[other], low, high));
    return [...new Map(found.map((point) => [point[other], point])).values()].sort((p, q) => p[other] - q[other]);
  };
  const ring = [
    a,
    ...along(1, bottom, [left, right]),
    b,
    ...along(0, right, [bottom, top]),
    c,
    ...along(1, top, [left, right]).reverse(),
    d,
    ...along(0, left, [bottom, top]).reverse(),
    a
  ];
  return ring.map(([x, y]) => [x / 1000, y / 1000]);
}

/** Where kecamatan about lie, thousandths of a degree. */
function kecamatanPoints(): Map<string, { x: number; y: number }> {
  const path = join(import.meta.dirname, '..', 'rujukan', 'titik_kecamatan.csv');
  const lines = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  return new Map(
    lines.map((line) => {
      const [kode = '', , lintang, bujur] = line.split(',');
      return [kode, { x: Number(bujur) * 1000, y: Number(lintang) * 1000 }];
    })
  );
}
