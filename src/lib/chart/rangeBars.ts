import { linearScale } from './scale';
import { sizeOf, textWidth, type Drawing, type Size } from './size';
import { wrapWords } from './bridge';

/** One bar from `low` to `high`, in the figure's own unit; null where not known. */
export interface RangeRow {
  key: string;
  label: string;
  low: number | null;
  high: number | null;
  /** Printed at the ends; an empty text prints nothing. */
  lowText: string;
  highText: string;
  /** The bar is of the first colour rather than of the rest. */
  isStrong: boolean;
}

export interface RangeInput {
  rows: readonly RangeRow[];
  /** Where the centre line stands; zero for plain bars. */
  centre: number;
}

export interface PlacedRange extends RangeRow {
  lines: string[];
  nameX: number;
  nameY: number;
  y: number;
  height: number;
  /** Null where a value is not known. */
  bar: { x: number; width: number } | null;
  lowX: number;
  highX: number;
}

export interface RangeGeometry {
  size: Size;
  rows: PlacedRange[];
  centreX: number;
  bottom: number;
}

/** Bars about a centre line in the order given: names at the left (above on phones), values at both ends, never outside the drawing. */
export function rangeGeometry({ rows, centre }: RangeInput, drawing: Drawing): RangeGeometry {
  const { width, fontSize } = sizeOf(drawing, 0);
  const isPhone = drawing === 'phone';
  const letters = Math.floor((isPhone ? width : width * 0.34) / (fontSize * 0.56));
  // Official names in capitals take a quarter more room a letter.
  const names = rows.map(({ label }) =>
    wrapWords(label, label === label.toUpperCase() ? Math.floor(letters * 0.8) : letters, 3)
  );
  const widest = Math.max(40, ...names.flat().map((line) => textWidth(line, fontSize)));
  const left = isPhone ? 0 : Math.ceil(Math.min(width * 0.36, widest) + 14);
  const room = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, fontSize))) + 8;
  const from = left + (rows.some(({ lowText }) => lowText !== '') ? room(rows.map(({ lowText }) => lowText)) : 0);
  const to = width - room(rows.map(({ highText }) => highText));
  const x = linearScale(domainOf(rows, centre), [from, Math.max(from + 20, to)]);
  const line = fontSize * 1.2;
  let top = 0;
  const placed = rows.map((row, at): PlacedRange => {
    const lines = names[at]!;
    const nameHeight = lines.length * line;
    const height = isPhone ? nameHeight + 30 : Math.max(30, nameHeight + 8);
    const barTop = isPhone ? top + nameHeight + 4 : top + (height - 18) / 2;
    const y = tenth(barTop);
    const nameY = tenth(isPhone ? top + fontSize : top + (height - nameHeight) / 2 + fontSize * 0.9);
    top += height;
    const known = row.low !== null && row.high !== null;
    const [a, b] = known
      ? [x(Math.min(row.low!, row.high!)), x(Math.max(row.low!, row.high!))]
      : [x(centre), x(centre)];
    return {
      ...row,
      lines,
      nameX: isPhone ? 0 : left - 12,
      nameY,
      y,
      height: 18,
      bar: known ? { x: tenth(a), width: tenth(Math.max(b - a, 0)) } : null,
      lowX: tenth(a - 6),
      highX: tenth(b + 6)
    };
  });
  return { size: sizeOf(drawing, Math.ceil(top + 4)), rows: placed, centreX: tenth(x(centre)), bottom: top };
}

function domainOf(rows: readonly RangeRow[], centre: number): [number, number] {
  const ends = rows.flatMap(({ low, high }) => [low ?? centre, high ?? centre]);
  const [low, high] = [Math.min(centre, ...ends), Math.max(centre, ...ends)];
  return low === high ? [low, low + 1] : [low, high];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
