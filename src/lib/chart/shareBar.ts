import type { HexValue } from './hexMap';
import { spreadLabels } from './label';
import { linesWithin, sizeOf, textWidth, type Drawing, type Size } from './size';

/** Where rupiah went. */
export type ShareKind = 'layak' | 'tidak_layak' | 'belum' | 'ganda';

/** One part: rupiah, null where missing, or that it is hidden. `text` is how it is printed. */
export interface SharePart {
  kind: ShareKind;
  name: string;
  value: HexValue;
  text: string;
}

export interface PlacedShare extends SharePart {
  /** Ratio of the sum; null where it cannot be told. */
  share: number | null;
  /** Its stretch of the bar; null where it cannot be told, and for zero. */
  x: number | null;
  width: number;
  /** Where the percentage stands inside its stretch; null where it has no room. */
  inside: number | null;
  /** Name and figure, line by line, with the left end (phones) or the middle. */
  lines: string[];
  labelX: number;
  labelY: number;
  /** From the stretch to its label; null on phones, which have a sign there instead. */
  leader: { x1: number; y1: number; x2: number; y2: number } | null;
}

export interface ShareBarGeometry {
  size: Size;
  top: number;
  height: number;
  width: number;
  parts: PlacedShare[];
  /** Whether the whole can be divided: every part is a number and there is something to divide. */
  isWhole: boolean;
}

const barHeight = 40;

/** One bar with its parts in order, labelled below: in place, or on phones in rows. */
export function shareBarGeometry(
  parts: readonly SharePart[],
  percent: (ratio: number) => string,
  drawing: Drawing
): ShareBarGeometry {
  const { width, fontSize } = sizeOf(drawing, 0);
  const values = parts.map(({ value }) => value);
  const sum = values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : 0), 0);
  const isWhole = sum > 0 && values.every((value) => typeof value === 'number' && value >= 0);
  let x = 0;
  const placed = parts.map((part) => {
    const share = isWhole ? (part.value as number) / sum : null;
    const stretch = share === null ? 0 : share * width;
    const at = {
      ...part,
      share,
      x: share ? tenth(x) : null,
      width: tenth(stretch),
      inside: insideOf(share, x, stretch, percent, fontSize)
    };
    x += stretch;
    return at;
  });
  const labelled = drawing === 'phone' ? inRows(placed, percent, fontSize) : inPlace(placed, percent, width, fontSize);
  return {
    size: sizeOf(drawing, Math.ceil(labelled.bottom)),
    top: 0,
    height: barHeight,
    width,
    parts: labelled.parts,
    isWhole
  };
}

type Unlabelled = Omit<PlacedShare, 'lines' | 'labelX' | 'labelY' | 'leader'>;

function insideOf(
  share: number | null,
  x: number,
  width: number,
  percent: (ratio: number) => string,
  fontSize: number
) {
  if (share === null || textWidth(percent(share), fontSize, true) + 12 > width) return null;
  return tenth(x + width / 2);
}

/** The figure of a part: rupiah, and its share where that does not stand in the bar. */
function figureOf({ text, share, inside }: Unlabelled, percent: (ratio: number) => string): string {
  return share === null || inside !== null ? text : `${text} (${percent(share)})`;
}

function inRows(parts: readonly Unlabelled[], percent: (ratio: number) => string, fontSize: number) {
  let y = barHeight + fontSize * 1.6;
  const placed = parts.map((part) => {
    const lines = linesWithin(`${part.name}: ${figureOf(part, percent)}`, 304, fontSize);
    const one = { ...part, lines, labelX: 24, labelY: tenth(y), leader: null };
    y += lines.length * fontSize * 1.25 + 6;
    return one;
  });
  return { parts: placed, bottom: y - fontSize * 0.5 };
}

function inPlace(parts: readonly Unlabelled[], percent: (ratio: number) => string, width: number, fontSize: number) {
  const most = width / Math.max(1, parts.length) - 12;
  const labels = parts.map((part) => [...linesWithin(part.name, most, fontSize), figureOf(part, percent)]);
  const widths = labels.map((lines) =>
    Math.min(most + 12, Math.max(...lines.map((line) => textWidth(line, fontSize))) + 12)
  );
  const middles = parts.map(({ x, width: own }, at) =>
    x === null ? (width * (at + 0.5)) / parts.length : x + own / 2
  );
  // Labels keep the order of the parts: a part of nothing stands between its neighbours.
  const wishes = middles.map((middle, at) => ({ y: Math.max(middle, ...middles.slice(0, at)), height: widths[at]! }));
  const centres = spreadLabels(wishes, 0, width);
  const labelY = barHeight + fontSize * 2.4;
  const placed = parts.map((part, at) => ({
    ...part,
    lines: labels[at]!,
    labelX: tenth(centres[at]!),
    labelY,
    leader:
      part.x === null
        ? null
        : { x1: tenth(middles[at]!), y1: barHeight, x2: tenth(centres[at]!), y2: tenth(labelY - fontSize * 1.05) }
  }));
  const rows = Math.max(0, ...labels.map(({ length }) => length));
  return { parts: placed, bottom: labelY + rows * fontSize * 1.25 - fontSize * 0.5 };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
