import { nice } from './ticks';
import { linearScale } from './scale';
import { linesWithin, sizeOf, textWidth, type Drawing, type Size } from './size';

/** One desa: its rate between the ends of its interval (ratios), and the band of its rank, 1 = highest; null where none is known. */
export interface BandRow {
  kode: string;
  nama: string;
  lo: number;
  mid: number;
  hi: number;
  rankLo: number | null;
  rankHi: number | null;
}

export interface BandsInput {
  rows: readonly BandRow[];
  /** The rate of the whole, a ratio; null where it is missing or hidden. */
  whole: number | null;
  /** Rows shown from either end. */
  each: number;
  value: (rate: number) => string;
}

export interface PlacedBand extends BandRow {
  /** Its place among all rows, from 1. */
  place: number;
  /** Middle of its bar, and baseline of its name. */
  y: number;
  nameY: number;
  x1: number;
  x: number;
  x2: number;
  /** Top of the row, for the pointer. */
  top: number;
}

/** Rows from `y1` to `y2` whose order cannot be told apart. */
export interface Bracket {
  x: number;
  y1: number;
  y2: number;
}

export interface BandsGeometry {
  size: Size;
  /** Left end of names; bars run from `left` to `right`. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  rowHeight: number;
  rows: PlacedBand[];
  /** Rows between the highest and the lowest that are not shown; y of the line that says so, null where all are shown. */
  between: { count: number; y: number } | null;
  brackets: Bracket[];
  /** Where the words on the brackets stand and how; null on phones, where the key below says it. */
  wordsX: number | null;
  /** Left end of the printed rates; null on phones, where they follow the names. */
  valueX: number | null;
  ticks: { text: string; x: number }[];
  wholeX: number | null;
}

/** Everything that ranked bands draw at one width: the highest and the lowest rows, the highest first. */
export function bandsGeometry(input: BandsInput, drawing: Drawing): BandsGeometry {
  const { width, fontSize } = sizeOf(drawing, 0);
  const isPhone = drawing === 'phone';
  const [shown, skipped] = shownRows(input.rows, input.each);
  const rowHeight = isPhone ? 42 : 28;
  const names = shown.map(({ row }) => textWidth(row.nama, fontSize));
  const left = isPhone ? 4 : Math.ceil(Math.min(260, Math.max(40, ...names)) + 14);
  const values = Math.max(0, ...shown.map(({ row }) => textWidth(input.value(row.mid), fontSize)));
  const right = width - (isPhone ? 26 : Math.ceil(values) + 24 + 150);
  const valueX = isPhone ? null : right + 10;
  const top = Math.ceil(fontSize * 2);
  const domain = domainOf(input);
  const x = linearScale(domain, [left, right]);
  const after = skipped === 0 ? Infinity : Math.ceil(shown.length / 2);
  const topOf = (at: number) => top + at * rowHeight + (at >= after ? rowHeight : 0);
  const rows = shown.map(({ row, place }, at) => ({
    ...row,
    place,
    top: topOf(at),
    y: tenth(topOf(at) + (isPhone ? rowHeight * 0.72 : rowHeight / 2)),
    nameY: tenth(topOf(at) + (isPhone ? fontSize : rowHeight / 2 + fontSize * 0.35)),
    x1: tenth(x(Math.max(domain[0], row.lo))),
    x: tenth(x(row.mid)),
    x2: tenth(x(Math.min(domain[1], row.hi)))
  }));
  const bottom = topOf(shown.length) - (skipped > 0 && shown.length === 0 ? rowHeight : 0);
  return {
    size: sizeOf(drawing, Math.ceil(bottom + fontSize * (isPhone ? 2 : 0.5))),
    left,
    right,
    top,
    bottom,
    rowHeight,
    rows,
    between: skipped === 0 ? null : { count: skipped, y: tenth(topOf(after - 1) + rowHeight * 1.5) },
    brackets: bracketsOf(rows, width - (isPhone ? 8 : 142), rowHeight),
    wordsX: isPhone ? null : width - 130,
    valueX,
    ticks: x.ticks(isPhone ? 4 : 6).map((rate) => ({ text: input.value(rate), x: tenth(x(rate)) })),
    wholeX: input.whole === null ? null : tenth(x(input.whole))
  };
}

/** Words on lines beside a bracket. */
export function bracketWords(text: string, fontSize: number): string[] {
  return linesWithin(text, 120, fontSize);
}

/** The `each` highest and the `each` lowest rows with their places, and how many lie between; all where little would be left out. */
function shownRows(rows: readonly BandRow[], each: number): [{ row: BandRow; place: number }[], number] {
  const sorted = rows.toSorted((a, b) => b.mid - a.mid || b.lo - a.lo || (a.kode < b.kode ? -1 : 1));
  const all = sorted.map((row, at) => ({ row, place: at + 1 }));
  if (all.length <= each * 2 + 1) return [all, 0];
  return [[...all.slice(0, each), ...all.slice(-each)], all.length - each * 2];
}

/** Round ends around every interval and the whole, within 0 and 1; from zero unless all is far above it. */
function domainOf({ rows, whole }: BandsInput): [number, number] {
  const ends = [...rows.flatMap(({ lo, hi }) => [lo, hi]), ...(whole === null ? [] : [whole])];
  if (ends.length === 0) return [0, 1];
  const high = Math.max(...ends, 0.01);
  const low = Math.min(...ends) > high * 0.5 ? Math.min(...ends) : 0;
  const [from, to] = nice(low, high, 5);
  return [Math.max(0, from), high <= 1 ? Math.min(1, to) : to];
}

/**
 * From the top, the rows that cannot be told apart from the highest, and from below those that cannot be told apart from the lowest:
 * their bands of rank share a rank with it. One bracket over all where the highest and the lowest themselves cannot be told apart.
 */
function bracketsOf(rows: readonly PlacedBand[], x: number, rowHeight: number): Bracket[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.length < 2) return [];
  const bracket = (from: PlacedBand, to: PlacedBand) => ({ x, y1: from.top + 4, y2: to.top + rowHeight - 4 });
  if (isShared(first, last)) return [bracket(first, last)];
  const high = rows.findLastIndex((_, at) => rows.slice(1, at + 1).every((row) => isShared(first, row)));
  const low = rows.findIndex((_, at) => rows.slice(at, -1).every((row) => isShared(row, last)));
  return [
    ...(high > 0 ? [bracket(first, rows[high]!)] : []),
    ...(low < rows.length - 1 && low > high ? [bracket(rows[low]!, last)] : [])
  ];
}

/** Whether a rank is possible for both; a row without a band could have any. */
function isShared(a: BandRow, b: BandRow): boolean {
  const [lowA, highA, lowB, highB] = [a.rankLo ?? 0, a.rankHi ?? Infinity, b.rankLo ?? 0, b.rankHi ?? Infinity];
  return lowA <= highB && lowB <= highA;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
