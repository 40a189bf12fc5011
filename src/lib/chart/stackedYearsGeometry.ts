import { spreadLabels, type Box } from './label';
import { bandScale, linearScale } from './scale';
import { linesWithin, sizeOf, textWidth, type Drawing, type Size } from './size';
import {
  namedParts,
  yearStack,
  type StackedPart,
  type StackedSpan,
  type StackedYear,
  type YearStack
} from './stackedYears';

/** A rectangle as SVG writes it. */
export interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface StackedBand extends StackedSpan {
  place: Place;
  /** Middle of the share's text; null where it does not fit. */
  mark: { x: number; y: number } | null;
}

export interface StackedBar {
  tahun: number;
  note: string | null;
  isFull: boolean;
  stack: YearStack;
  bands: StackedBand[];
  /** All of the bar; for a year without data, the outline of the gap. */
  place: Place;
  name: { x: number; y: number };
  total: { x: number; y: number };
}

/** The name of a component: joined to its band in the last bar, else with a swatch of its fill. */
export interface StackedName {
  part: StackedPart;
  lines: string[];
  x: number;
  /** Middle of its first line. */
  y: number;
  join: { x1: number; y1: number; x2: number; y2: number } | null;
  swatch: Place | null;
}

export interface StackedYearsGeometry {
  size: Size;
  /** Bars stand, with names at the right; else they lie in rows, with names above. */
  isUpright: boolean;
  bars: StackedBar[];
  names: StackedName[];
  ticks: { rupiah: number; y: number }[];
  plot: Box;
  zero: { x1: number; y1: number; x2: number; y2: number };
}

/** How numbers are printed, since their width decides what fits. */
export interface StackedPrint {
  total: (stack: YearStack) => string;
  share: (share: number) => string;
}

const lineHeight = 1.2;
const swatchSide = 12;

/** Everything that stacked years draw at one width. Bars stand where their totals and years fit side by side, else they lie. */
export function stackedYearsGeometry(
  years: readonly StackedYear[],
  drawing: Drawing,
  print: StackedPrint
): StackedYearsGeometry {
  return (drawing === 'phone' ? null : standing(years, drawing, print)) ?? lying(years, drawing, print);
}

function standing(years: readonly StackedYear[], drawing: Drawing, print: StackedPrint): StackedYearsGeometry | null {
  const stacks = years.map(yearStack);
  const wanted = wantedNames(stacks, drawing);
  const { size, plot } = standingFrame(wanted, stacks, drawing);
  const { fontSize } = size;
  const [right, bottom] = [plot.left + plot.width, plot.top + plot.height];
  const x = bandScale(years.length, [plot.left, right], { inner: 0.3, outer: 0.15 });
  if (!fits(years, stacks, x.step, fontSize, print)) return null;
  const y = linearScale(extentOf(stacks), [bottom, plot.top]);
  const bars = years.map((year, index): StackedBar => {
    const left = x.start(index);
    const boxOf = (from: number, to: number) =>
      box(left, y(Math.max(from, to)), x.bandwidth, Math.abs(y(from) - y(to)));
    const gap = box(left, y(0) - fontSize, x.bandwidth, fontSize);
    const drawn = barOf(year, stacks[index]!, { boxOf, gap, fontSize }, print);
    const centre = round(left + x.bandwidth / 2);
    const total = { x: centre, y: round(drawn.place.y - fontSize * 0.45) };
    return { ...drawn, name: { x: centre, y: round(bottom + fontSize * 1.5) }, total };
  });
  const ticks = stacks.every(({ total }) => total === null) ? [] : y.ticks(4);
  return {
    size,
    isUpright: true,
    bars,
    names: namesBeside(wanted, bars, plot, fontSize),
    ticks: ticks.map((rupiah) => ({ rupiah, y: round(y(rupiah)) })),
    plot,
    zero: { x1: plot.left, y1: round(y(0)), x2: right, y2: round(y(0)) }
  };
}

interface WantedName {
  part: StackedPart;
  lines: string[];
  height: number;
}

function wantedNames(stacks: readonly YearStack[], drawing: Drawing): WantedName[] {
  const { fontSize } = sizeOf(drawing, 0);
  return namedParts(stacks).map((part) => {
    const lines = linesWithin(part.name, drawing === 'desk' ? 250 : 150, fontSize);
    return { part, lines, height: lines.length * fontSize * lineHeight + 3 };
  });
}

/** From the bars to the names, and the widest step of a bar: few years would else be far from their names. */
const [nameGap, widestStep] = [30, 190];

/** High enough for every name; low where there is nothing to see. */
function standingFrame(wanted: readonly WantedName[], stacks: readonly YearStack[], drawing: Drawing) {
  const { fontSize, width } = sizeOf(drawing, 0);
  const least = stacks.every(({ total }) => total === null) ? 0 : drawing === 'desk' ? 400 : 360;
  const namesHeight = wanted.reduce((sum, { height }) => sum + height, 0);
  const size = sizeOf(drawing, Math.max(least, namesHeight + fontSize * 8));
  const nameRoom = Math.max(0, ...wanted.flatMap(({ lines }) => lines.map((line) => textWidth(line, fontSize))));
  const left = 56;
  const room = width - left - (wanted.length === 0 ? 0 : nameRoom + nameGap + 4);
  const plotWidth = Math.min(room, Math.max(1, stacks.length) * widestStep);
  return { size, plot: { left, top: fontSize * 2, width: plotWidth, height: size.height - fontSize * 5.2 } };
}

function namesBeside(
  wanted: readonly WantedName[],
  bars: readonly StackedBar[],
  plot: Box,
  fontSize: number
): StackedName[] {
  const last = bars.findLast(({ stack }) => stack.total !== null);
  const [x, bottom] = [round(plot.left + plot.width + nameGap), plot.top + plot.height];
  const bands = wanted.map(({ part }) => last?.bands.find(({ key }) => key === part.key)?.place);
  const wishes = bands.map((band) => (band ? band.y + band.height / 2 : bottom));
  const places = wanted.map(({ height }, index) => ({ y: wishes[index]!, height }));
  const centres = spreadLabels(places, plot.top - fontSize, bottom + fontSize).map(round);
  return wanted.map(({ part, lines }, index) => {
    const [band, centre] = [bands[index], centres[index]!];
    return {
      part,
      lines,
      x,
      y: round(centre - ((lines.length - 1) / 2) * fontSize * lineHeight),
      join: band ? { x1: round(band.x + band.width + 2), y1: round(wishes[index]!), x2: x - 5, y2: centre } : null,
      swatch: band ? null : box(x - swatchSide - 6, centre - swatchSide / 2, swatchSide, swatchSide)
    };
  });
}

const row = { height: 40, bar: 24 };

function lying(years: readonly StackedYear[], drawing: Drawing, print: StackedPrint): StackedYearsGeometry {
  const stacks = years.map(yearStack);
  const { fontSize, width } = sizeOf(drawing, 0);
  const { names, height: top } = namesAbove(namedParts(stacks), width, fontSize);
  const yearRoom = Math.max(...years.map(({ tahun, note }) => widthOf(String(tahun), note, fontSize)), 0) + 10;
  const totalRoom = Math.max(...stacks.map((stack) => textWidth(print.total(stack), fontSize, true)), 0) + 8;
  const plot = { left: yearRoom, top, width: width - yearRoom - totalRoom, height: years.length * row.height };
  const x = linearScale(extentOf(stacks), [plot.left, plot.left + plot.width]);
  const bars = years.map((year, index): StackedBar => {
    const barTop = top + index * row.height + (row.height - row.bar) / 2;
    const boxOf = (from: number, to: number) => box(x(Math.min(from, to)), barTop, Math.abs(x(to) - x(from)), row.bar);
    const gap = box(x(0), barTop, fontSize, row.bar);
    const drawn = barOf(year, stacks[index]!, { boxOf, gap, fontSize }, print);
    const y = round(barTop + row.bar / 2);
    return { ...drawn, name: { x: 0, y }, total: { x: round(drawn.place.x + drawn.place.width + 6), y } };
  });
  const zero = { x1: round(x(0)), y1: top, x2: round(x(0)), y2: top + plot.height };
  return { size: sizeOf(drawing, top + plot.height), isUpright: false, bars, names, ticks: [], plot, zero };
}

/** Swatches with names, in reading order, on as many lines as they need. */
function namesAbove(parts: readonly StackedPart[], width: number, fontSize: number) {
  const line = fontSize * 1.45;
  let [x, y] = [0, line / 2];
  const names = parts.map((part): StackedName => {
    const lines = linesWithin(part.name, width - swatchSide - 6, fontSize);
    const room = swatchSide + 6 + Math.max(...lines.map((words) => textWidth(words, fontSize)));
    if (x > 0 && x + room > width) [x, y] = [0, y + line];
    const swatch = box(x, y - swatchSide / 2, swatchSide, swatchSide);
    const name = { part, lines, x: round(x + swatchSide + 6), y: round(y), join: null, swatch };
    x += room + 14;
    y += (lines.length - 1) * fontSize * lineHeight;
    return name;
  });
  return { names, height: parts.length === 0 ? 0 : round(y + line / 2 + 6) };
}

type Drawn = Omit<StackedBar, 'name' | 'total'>;

function barOf(
  { tahun, note, isFull }: StackedYear,
  stack: YearStack,
  { boxOf, gap, fontSize }: { boxOf: (from: number, to: number) => Place; gap: Place; fontSize: number },
  print: StackedPrint
): Drawn {
  const bands = stack.spans
    .filter(({ value }) => value !== 0)
    .map((span) => {
      const place = boxOf(span.from, span.to);
      const room = span.share === null ? 0 : textWidth(print.share(span.share), fontSize) + 2;
      const isRoomy = span.share !== null && place.width >= room && place.height >= fontSize * 1.15;
      const mark = { x: round(place.x + place.width / 2), y: round(place.y + place.height / 2) };
      return { ...span, place, mark: isRoomy ? mark : null };
    });
  return { tahun, note, isFull, stack, bands, place: stack.total === null ? gap : boxOf(stack.low, stack.high) };
}

function extentOf(stacks: readonly YearStack[]): [number, number] {
  const [low, high] = [Math.min(0, ...stacks.map((one) => one.low)), Math.max(0, ...stacks.map((one) => one.high))];
  return [low, low === high ? 1 : high];
}

/** Whether years and totals stand side by side without touching; notes only meet where neighbours both have one. */
function fits(
  years: readonly StackedYear[],
  stacks: readonly YearStack[],
  step: number,
  fontSize: number,
  print: StackedPrint
): boolean {
  const noteWidth = (index: number) => textWidth(years[index]?.note ?? '', fontSize);
  return years.every(
    ({ tahun }, index) =>
      Math.max(textWidth(String(tahun), fontSize), textWidth(print.total(stacks[index]!), fontSize, true)) < step &&
      (noteWidth(index) === 0 || (noteWidth(index) + noteWidth(index + 1)) / 2 < step)
  );
}

function widthOf(tahun: string, note: string | null, fontSize: number): number {
  return Math.max(textWidth(tahun, fontSize), textWidth(note ?? '', fontSize));
}

/** From rounded edges, so that neighbours touch. Whole units are about a pixel: more would be bytes and blurred edges. */
function box(left: number, top: number, width: number, height: number): Place {
  const [x, y] = [round(left), round(top)];
  return { x, y, width: round(left + width) - x, height: round(top + height) - y };
}

function round(value: number): number {
  return Math.round(value);
}
