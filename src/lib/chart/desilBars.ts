import type { HexValue } from './hexMap';
import type { Box } from './label';
import { bandScale } from './scale';
import { sizeOf, textWidth, type Drawing, type Size } from './size';

/** One desil: what share of its registered units receive, and what share of the rupiah goes to it; ratios, null where missing. */
export interface DesilBar {
  desil: number;
  /** Whether the aid is meant for it. */
  isEligible: boolean;
  coverage: HexValue;
  rupiahShare: HexValue;
}

/** The bar of one desil in one panel. */
export interface PlacedDesil {
  desil: number;
  isEligible: boolean;
  value: HexValue;
  /** What is printed beside it. */
  text: string;
  /** Its bar; no width for zero. Null where hidden or missing. */
  bar: Box | null;
  /** Room of the bar of a hidden or missing value. */
  empty: Box;
  /** Middle of the row. */
  y: number;
  textX: number;
}

export interface DesilPanel {
  kind: 'coverage' | 'rupiah';
  x: number;
  top: number;
  left: number;
  bars: PlacedDesil[];
}

export interface DesilBarsGeometry {
  size: Size;
  panels: DesilPanel[];
  rowHeight: number;
}

export interface DesilBarsInput {
  rows: readonly DesilBar[];
  /** Prints a value, also a hidden or missing one. */
  value: (value: HexValue) => string;
}

/** Two panels of bars by desil, side by side or, on phones, one below the other: coverage, and share of the rupiah where known. */
export function desilBarsGeometry({ rows, value }: DesilBarsInput, drawing: Drawing): DesilBarsGeometry {
  const { width, fontSize } = sizeOf(drawing, 0);
  const sorted = rows.toSorted((a, b) => a.desil - b.desil);
  const kinds = (['coverage', 'rupiah'] as const).filter(
    (kind) => kind === 'coverage' || rows.some(({ rupiahShare }) => rupiahShare !== null)
  );
  const isPhone = drawing === 'phone';
  const rowHeight = isPhone ? 25 : 28;
  const heading = fontSize * 2.2;
  const panelHeight = heading + sorted.length * rowHeight;
  const across = isPhone ? 1 : kinds.length;
  const panelWidth = (width - (across - 1) * 40) / across;
  const panels = kinds.map((kind, at) => {
    const x = isPhone ? 0 : at * (panelWidth + 40);
    const top = isPhone ? at * (panelHeight + 22) : 0;
    const values = sorted.map((row) => ({
      desil: row.desil,
      isEligible: row.isEligible,
      value: kind === 'coverage' ? row.coverage : row.rupiahShare
    }));
    return placePanel(kind, values, { x, top, width: panelWidth, heading, rowHeight, fontSize }, value);
  });
  const bottom = isPhone ? kinds.length * (panelHeight + 22) - 22 : panelHeight;
  return { size: sizeOf(drawing, Math.ceil(bottom + 6)), panels, rowHeight };
}

interface Place {
  x: number;
  top: number;
  width: number;
  heading: number;
  rowHeight: number;
  fontSize: number;
}

function placePanel(
  kind: DesilPanel['kind'],
  values: readonly { desil: number; isEligible: boolean; value: HexValue }[],
  { x, top, width, heading, rowHeight, fontSize }: Place,
  print: (value: HexValue) => string
): DesilPanel {
  const left = x + textWidth('10', fontSize, true) + 12;
  const texts = values.map(({ value }) => print(value));
  const room = Math.max(
    40,
    ...texts.map((text, at) => (typeof values[at]!.value === 'number' ? textWidth(text, fontSize) : 0))
  );
  const full = x + width - left - room - 12;
  const known = values.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  // Coverage has a natural end; shares of ten desil are small, so the largest fills its panel.
  const most = kind === 'coverage' ? Math.max(1, ...known) : Math.max(0.01, ...known);
  const scale = bandScale(values.length, [top + heading, top + heading + values.length * rowHeight], {
    inner: 0.3,
    outer: 0.15
  });
  const bars = values.map((one, at) => {
    const [y, height] = [tenth(scale.start(at)), tenth(scale.bandwidth)];
    const length = typeof one.value === 'number' ? tenth((full * Math.max(0, one.value)) / most) : 0;
    const empty = { left: tenth(left), top: y, width: 34, height };
    const bar = typeof one.value === 'number' ? { left: tenth(left), top: y, width: length, height } : null;
    return {
      ...one,
      text: texts[at]!,
      bar,
      empty,
      y: tenth(y + height / 2),
      textX: tenth(left + (bar ? length : 34) + 8)
    };
  });
  return { kind, x, top, left: tenth(left), bars };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
