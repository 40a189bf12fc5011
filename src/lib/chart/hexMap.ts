import type { Box, Point } from './label';
import { linesWithin, textWidth } from './size';

/** What a desa shows: a ratio, null where it is missing, or that it is hidden. */
export type HexValue = number | null | 'disembunyikan';

/** One desa on its cell of the grid (odd rows are set half a hexagon to the right). */
export interface HexMapCell {
  kode: string;
  nama: string;
  /** Code of its kecamatan. */
  kecamatan: string;
  kolom: number;
  baris: number;
  value: HexValue;
  /** The value as it is printed. */
  text: string;
  /** Outside the limits of the funnel, on which side; null within them or where that cannot be told. */
  flag: 'tinggi' | 'rendah' | null;
  /** Left out by a filter: drawn pale, so that the rest stands out. */
  isAside?: boolean;
}

export interface HexMapGroup {
  kode: string;
  nama: string;
}

/** Phones stack the groups in columns, western ones first; wider places keep the map. */
export type HexDrawing = 'phone' | 'wide';

/** A hexagon on whole units: width, and the heights of its cap and of its upright side. */
export interface Hexagon {
  width: number;
  cap: number;
  side: number;
}

export interface PlacedCell extends HexMapCell {
  /** Its top corner. */
  x: number;
  y: number;
}

export interface PlacedGroup extends HexMapGroup {
  cells: PlacedCell[];
  /** Its name, line by line; empty where there is no room for it. */
  lines: string[];
  /** Where the name's first line begins: left end, and its baseline. */
  name: Point;
}

export interface HexMapGeometry {
  width: number;
  height: number;
  fontSize: number;
  hexagon: Hexagon;
  groups: PlacedGroup[];
}

/** Which drawing a place of so many root text sizes shows, as hexMap.css does: below 35 the wide one's names would be under 12 px. */
export function hexDrawing(rem: number): HexDrawing {
  return rem < 35 ? 'phone' : 'wide';
}

/** Everything that the map draws at one width. Groups without cells are left out, cells of unknown groups are named by their code. */
export function hexMapGeometry(
  cells: readonly HexMapCell[],
  groups: readonly HexMapGroup[],
  drawing: HexDrawing
): HexMapGeometry {
  const grouped = groupCells(cells, groups);
  return drawing === 'phone' ? stacked(grouped) : mapped(grouped);
}

/** A hexagon whose parts are whole units, so that paths stay short and neighbours meet. */
export function hexagonOf(width: number): Hexagon {
  return { width, cap: Math.round(width / 2 / Math.sqrt(3)), side: Math.round(width / Math.sqrt(3)) };
}

/** Path of a hexagon from its top corner. */
export function hexPath({ x, y }: Point, { width, cap, side }: Hexagon): string {
  const half = width / 2;
  return `M${x} ${y}l${half} ${cap}v${side}l-${half} ${cap}-${half}-${cap}v-${side}z`;
}

/** Three strokes across a hexagon from its top corner, rising to the right: what is hidden is hatched, on screen and on paper. */
export function hatchPath({ x, y }: Point, hexagon: Hexagon): string {
  const middle = y + hexagon.cap + hexagon.side / 2;
  const apart = Math.round(hexagon.width * 0.45);
  return [-apart, 0, apart]
    .map((shift) => {
      const right = reach(hexagon, shift);
      const left = -reach(hexagon, -shift);
      return `M${Math.round(x + left)} ${Math.round(middle + shift - left)}l${right - left} ${left - right}`;
    })
    .join('');
}

/** How far right of the middle a stroke, moved down by `shift`, stays inside, whole units: up to its side or to its cap. */
function reach({ width, cap, side }: Hexagon, shift: number): number {
  const half = width / 2;
  const atCap = (shift + side / 2 + cap) / (1 + cap / half);
  return Math.floor(Math.min(half, atCap));
}

interface GroupCells extends HexMapGroup {
  cells: readonly HexMapCell[];
}
type Placing = { hexagon: Hexagon; left: number; top: number };

function groupCells(cells: readonly HexMapCell[], groups: readonly HexMapGroup[]): GroupCells[] {
  const byGroup = new Map<string, HexMapCell[]>(groups.map(({ kode }) => [kode, []]));
  for (const cell of cells) {
    const group = byGroup.get(cell.kecamatan);
    if (group) group.push(cell);
    else byGroup.set(cell.kecamatan, [cell]);
  }
  const nameOf = new Map(groups.map(({ kode, nama }) => [kode, nama]));
  return [...byGroup]
    .filter(([, members]) => members.length > 0)
    .map(([kode, members]) => ({ kode, nama: nameOf.get(kode) ?? kode, cells: members }));
}

function topOf({ kolom, baris }: HexMapCell, { hexagon, left, top }: Placing): Point {
  const { width, cap, side } = hexagon;
  return { x: left + kolom * width + (baris % 2 === 0 ? width / 2 : width), y: top + baris * (cap + side) };
}

const wideWidth = 640;
const widest = { wide: 32, phone: 24 } as const;
const wideFont = 14;
const lineHeight = 1.15;

/** The map as it was laid out, as large as the width allows. */
function mapped(groups: readonly GroupCells[]): HexMapGeometry {
  const cells = groups.flatMap((group) => group.cells);
  const firstColumn = least(cells.map(({ kolom }) => kolom));
  const columns = Math.max(0, ...cells.map(({ kolom }) => kolom - firstColumn)) + 1.5;
  const hexagon = hexagonOf(Math.min(widest.wide, Math.max(4, Math.floor((wideWidth - 2) / columns / 2) * 2)));
  const firstRow = least(cells.map(({ baris }) => baris));
  const isTwo = groups.some((group) => group.nama.includes(' ') && topRow(group) === firstRow);
  const placing = {
    hexagon,
    left: 1 - firstColumn * hexagon.width,
    top: Math.ceil(wideFont * lineHeight * (isTwo ? 2 : 1)) + 3 - firstRow * (hexagon.cap + hexagon.side)
  };
  const placed = groups.map((group) => ({
    ...group,
    cells: group.cells.map((cell) => ({ ...cell, ...topOf(cell, placing) }))
  }));
  const bottom =
    Math.max(0, ...placed.flatMap((group) => group.cells.map(({ y }) => y))) + hexagon.cap * 2 + hexagon.side;
  return {
    width: wideWidth,
    height: Math.ceil(bottom + 2),
    fontSize: wideFont,
    hexagon,
    groups: named(placed, hexagon)
  };
}

/** The smallest value; 0 without any. */
function least(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.min(...values);
}

function topRow({ cells }: GroupCells): number {
  return least(cells.map(({ baris }) => baris));
}

/** Names above their groups, on as few lines as fit; a name without room is left out, since it would lie on something else. */
function named(groups: readonly (HexMapGroup & { cells: PlacedCell[] })[], hexagon: Hexagon): PlacedGroup[] {
  const taken: Box[] = groups.flatMap(({ cells }) => cells.map((cell) => boxOf(cell, hexagon)));
  return groups.map((group) => {
    const top = Math.min(...group.cells.map(({ y }) => y));
    const left = Math.min(...group.cells.filter(({ y }) => y === top).map(({ x }) => x)) - hexagon.width / 2;
    for (const lines of splits(group.nama)) {
      const box = nameBox(lines, { x: left, y: top }, wideFont);
      if (box.left + box.width > wideWidth || box.top < 0 || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return { ...group, lines, name: { x: box.left, y: round(box.top + wideFont * 0.74) } };
    }
    return { ...group, lines: [], name: { x: left, y: top } };
  });
}

/** The room of a name that stands on a point: its left end and the top of what it names. */
export function nameBox(lines: readonly string[], { x, y }: Point, fontSize: number): Box {
  const height = (lines.length - 1) * fontSize * lineHeight + fontSize * 0.94;
  const width = Math.max(...lines.map((line) => textWidth(line, fontSize)));
  return { left: x, top: y - height, width, height };
}

/** Whether two boxes share some room. */
export function overlap(one: Box, two: Box): boolean {
  return (
    one.left < two.left + two.width &&
    two.left < one.left + one.width &&
    one.top < two.top + two.height &&
    two.top < one.top + one.height
  );
}

/** The upright part of a hexagon and half of its caps, which is what a name may not cover. */
export function boxOf({ x, y }: Point, { width, cap, side }: Hexagon): Box {
  return { left: x - width / 2, top: y + cap / 2, width, height: side + cap };
}

/** A name on one line, then on two, the most even first. */
function splits(name: string): string[][] {
  const words = name.split(' ');
  const pairs = words.slice(1).map((_, at) => [words.slice(0, at + 1).join(' '), words.slice(at + 1).join(' ')]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));
  return [[name], ...pairs.sort((a, b) => longest(a) - longest(b))];
}

const phone = { width: 336, fontSize: 14, between: 14 };

/** Groups one below the other in two columns, the western half at the left, each from north to south. */
function stacked(groups: readonly GroupCells[]): HexMapGeometry {
  const widestGroup = Math.max(1, ...groups.map(columnsOf));
  const isNarrow = groups.length < 2 || (phone.width - phone.between) / 2 / widestGroup < 16;
  const columnWidth = isNarrow ? phone.width : (phone.width - phone.between) / 2;
  const hexagon = hexagonOf(Math.min(widest.phone, Math.max(4, Math.floor((columnWidth - 2) / widestGroup / 2) * 2)));
  const columns = isNarrow ? [groups.toSorted(southward)] : westAndEast(groups, hexagon, columnWidth);
  let height = 0;
  const placed = columns.flatMap((column, index) => {
    let top = 0;
    return column.map((group) => {
      const one = stackedGroup(group, hexagon, { x: index * (columnWidth + phone.between), y: top }, columnWidth);
      top += groupHeight(group, hexagon, columnWidth);
      height = Math.max(height, top);
      return one;
    });
  });
  return { ...phone, height: Math.ceil(Math.max(1, height - 10)), hexagon, groups: inOrder(placed, groups) };
}

/** Cells in the order that they came in, so that both drawings of the page hold the same text in the same order. */
function inOrder(placed: readonly PlacedGroup[], groups: readonly GroupCells[]): PlacedGroup[] {
  const byKode = new Map(placed.map((group) => [group.kode, group]));
  return groups.map(({ kode }) => byKode.get(kode)!);
}

function stackedGroup(group: GroupCells, hexagon: Hexagon, at: Point, columnWidth: number): PlacedGroup {
  const lines = linesWithin(group.nama, columnWidth, phone.fontSize);
  const first = topRow(group);
  const left = Math.min(...group.cells.map(({ kolom }) => kolom));
  const placing = {
    hexagon,
    left: at.x + 1 - left * hexagon.width,
    top: Math.ceil(at.y + nameHeight(lines)) - first * (hexagon.cap + hexagon.side)
  };
  const cells = group.cells.map((cell) => ({ ...cell, ...topOf(cell, placing) }));
  return { ...group, cells, lines, name: { x: at.x + 1, y: round(at.y + phone.fontSize) } };
}

function nameHeight(lines: readonly string[]): number {
  return lines.length * phone.fontSize * lineHeight + 4;
}

function groupHeight(group: GroupCells, { cap, side }: Hexagon, columnWidth: number): number {
  const rows = Math.max(...group.cells.map(({ baris }) => baris)) - topRow(group) + 1;
  return Math.ceil(nameHeight(linesWithin(group.nama, columnWidth, phone.fontSize)) + rows * (cap + side) + cap + 10);
}

/** Columns that a group takes, with the half by which its odd rows stand out. */
function columnsOf({ cells }: GroupCells): number {
  const places = cells.map(({ kolom }) => kolom);
  return Math.max(...places) - Math.min(...places) + 1.5;
}

/** Two columns of like height: the groups by how far west they lie, cut where the difference is least. */
function westAndEast(groups: readonly GroupCells[], hexagon: Hexagon, columnWidth: number): GroupCells[][] {
  const eastward = groups.toSorted((a, b) => middle(a).x - middle(b).x || (a.kode < b.kode ? -1 : 1));
  const heights = eastward.map((group) => groupHeight(group, hexagon, columnWidth));
  const total = heights.reduce((sum, height) => sum + height, 0);
  let [before, best, cut] = [0, Infinity, 1];
  heights.forEach((height, index) => {
    before += height;
    const difference = Math.abs(total - before * 2);
    if (difference < best) [best, cut] = [difference, index + 1];
  });
  return [eastward.slice(0, cut).sort(southward), eastward.slice(cut).sort(southward)];
}

function southward(a: GroupCells, b: GroupCells): number {
  return middle(a).y - middle(b).y || middle(a).x - middle(b).x || (a.kode < b.kode ? -1 : 1);
}

function middle({ cells }: GroupCells): Point {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { x: mean(cells.map(({ kolom }) => kolom)), y: mean(cells.map(({ baris }) => baris)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
