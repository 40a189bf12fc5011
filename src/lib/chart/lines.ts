import { nice } from './ticks';
import { spreadLabels, type Box, type Point } from './label';
import { linePath, linearScale } from './scale';
import { linesWithin, sizeOf, textWidth, type Drawing, type Size } from './size';
import { type Tone } from './stackedYears';

/** One line; a point whose value is null is a gap. `strong` lines are the ones that the figure is about. */
export interface LineSeries {
  key: string;
  name: string;
  tone: Tone;
  strong: boolean;
  points: readonly { x: number; value: number | null }[];
}

/** A mark of the axis below, such as a year or a month. */
export interface LineTick {
  x: number;
  text: string;
}

export interface LinesAxes {
  ticks: readonly LineTick[];
  /** Prints a value, for the axis, the names and the titles. */
  value: (value: number) => string;
  /** Whether the axis of values must hold zero; else it is as wide as the lines. */
  fromZero: boolean;
  /** Value of a horizontal line to compare with; null draws none. */
  reference: number | null;
}

export interface DrawnLine extends LineSeries {
  d: string;
  dots: (Point & { value: number; tick: string | null })[];
}

export interface LineName {
  line: LineSeries;
  /** The name, then the last known value. */
  lines: string[];
  x: number;
  /** Middle of its first line. */
  y: number;
  /** From the end of the line to the name, where they stand apart. */
  leader: { x1: number; y1: number; x2: number; y2: number } | null;
}

export interface LinesGeometry {
  size: Size;
  plot: Box;
  lines: DrawnLine[];
  names: LineName[];
  /** Marks of the values, the reference among them; empty without any value. */
  ticks: { text: string; y: number; kind: 'grid' | 'baseline' | 'reference' }[];
  marks: { text: string; x: number }[];
  hasValues: boolean;
}

/** Everything that lines draw at one width: weak lines first, so that strong ones lie above. */
export function linesGeometry(series: readonly LineSeries[], axes: LinesAxes, drawing: Drawing): LinesGeometry {
  const domain = domainOf(series, axes, drawing);
  const size = sizeOf(drawing, domain === null ? 100 : { phone: 270, tablet: 300, desk: 340 }[drawing]);
  const { fontSize } = size;
  const named = series.flatMap((line) => nameOf(line, axes, size) ?? []);
  const nameRoom = Math.max(0, ...named.flatMap(({ lines }) => lines.map((text) => textWidth(text, fontSize, true))));
  const texts = domain === null ? [] : linearScale(domain, [0, 1]).ticks(tickCount[drawing]).map(axes.value);
  if (axes.reference !== null) texts.push(axes.value(axes.reference));
  const left = Math.max(16, ...texts.map((text) => textWidth(text, fontSize))) + 8;
  const top = fontSize;
  const plot = {
    left,
    top,
    width: size.width - left - nameRoom - nameGap - 2,
    height: size.height - top - fontSize * 2.2
  };
  const x = linearScale(spanOf(series, axes.ticks), [left, left + plot.width]);
  const y = linearScale(domain ?? [0, 1], [top + plot.height, top]);
  const at = ({ x: place, value }: { x: number; value: number }) => ({ x: tenth(x(place)), y: tenth(y(value)) });
  return {
    size,
    plot,
    lines: series.toSorted((a, b) => Number(a.strong) - Number(b.strong)).map((line) => drawLine(line, axes, at)),
    names: placeNames(named, at, plot, fontSize),
    ticks: domain === null ? [] : valueTicks(y, axes, fontSize, tickCount[drawing]),
    marks: thinned(axes.ticks, (tick) => x(tick.x), fontSize).map((tick) => ({ text: tick.text, x: tenth(x(tick.x)) })),
    hasValues: domain !== null
  };
}

/** Between the ends of the lines and their names. */
const nameGap = 20;
const tickCount = { phone: 3, tablet: 4, desk: 5 } as const;

type Known = { x: number; value: number };
const isKnown = (point: { x: number; value: number | null }): point is Known => point.value !== null;

/** Round ends around everything that is drawn; null when no line has a value. */
function domainOf(
  series: readonly LineSeries[],
  { fromZero, reference }: LinesAxes,
  drawing: Drawing
): [number, number] | null {
  const values = series.flatMap(({ points }) => points.filter(isKnown).map(({ value }) => value));
  if (values.length === 0) return null;
  const drawn = [...values, ...(fromZero ? [0] : []), ...(reference === null ? [] : [reference])];
  const [low, high] = [Math.min(...drawn), Math.max(...drawn)];
  return low === high ? [low, low === 0 ? 1 : low] : nice(low, high, tickCount[drawing]);
}

function spanOf(series: readonly LineSeries[], ticks: readonly LineTick[]): [number, number] {
  const places = [...ticks, ...series.flatMap(({ points }) => points)].map(({ x }) => x);
  return places.length === 0 ? [0, 1] : [Math.min(...places), Math.max(...places)];
}

function drawLine(line: LineSeries, { ticks }: LinesAxes, at: (point: Known) => Point): DrawnLine {
  const textOf = (x: number) => ticks.find((tick) => tick.x === x)?.text ?? null;
  return {
    ...line,
    d: linePath(line.points.map((point) => (isKnown(point) ? at(point) : null))),
    dots: line.points.filter(isKnown).map((point) => ({ ...at(point), value: point.value, tick: textOf(point.x) }))
  };
}

function nameOf(line: LineSeries, { value }: LinesAxes, { drawing, fontSize }: Size) {
  const last = line.points.findLast(isKnown);
  if (!last) return null;
  const room = { phone: 104, tablet: 140, desk: 220 }[drawing];
  const [one, number] = [`${line.name} ${value(last.value)}`, value(last.value)];
  const isShort = textWidth(one, fontSize, true) <= room;
  return { line, last, lines: isShort ? [one] : [...linesWithin(line.name, room, fontSize * 1.07), number] };
}

function placeNames(
  named: readonly NonNullable<ReturnType<typeof nameOf>>[],
  at: (point: Known) => Point,
  plot: Box,
  fontSize: number
): LineName[] {
  const ends = named.map(({ last }) => at(last));
  const centres = spreadLabels(
    named.map(({ lines }, index) => ({ y: ends[index]!.y, height: lines.length * fontSize * 1.2 + 3 })),
    plot.top - fontSize,
    plot.top + plot.height + fontSize * 0.6
  );
  const x = plot.left + plot.width + nameGap;
  return named.map(({ line, lines }, index) => {
    const [end, centre] = [ends[index]!, tenth(centres[index]!)];
    const isApart = Math.abs(end.y - centre) > 5 || x - end.x > nameGap + 6;
    const leader = isApart ? { x1: end.x + 4, y1: end.y, x2: tenth(x - 4), y2: centre } : null;
    return { line, lines, x: tenth(x), y: tenth(centre - (lines.length - 1) * fontSize * 0.6), leader };
  });
}

/** Round values, and the reference with its own mark: round ones too near to it to be read give way. */
function valueTicks(
  y: ReturnType<typeof linearScale>,
  { value, reference }: LinesAxes,
  fontSize: number,
  count: number
) {
  const round = y.ticks(count).map((tick) => ({
    text: value(tick),
    y: tenth(y(tick)),
    kind: tick === 0 ? ('baseline' as const) : ('grid' as const)
  }));
  if (reference === null) return round;
  const own = { text: value(reference), y: tenth(y(reference)), kind: 'reference' as const };
  return [...round.filter((tick) => Math.abs(tick.y - own.y) > fontSize * 1.2), own];
}

/** The marks that can be read side by side: each second, third and so on, counted from the last, which is the one read first. */
function thinned(ticks: readonly LineTick[], xOf: (tick: LineTick) => number, fontSize: number): LineTick[] {
  const halves = ticks.map(({ text }) => textWidth(text, fontSize) / 2);
  for (let step = 1; step < ticks.length; step++) {
    const kept = ticks.map((_, index) => index).filter((index) => (ticks.length - 1 - index) % step === 0);
    const isClear = kept
      .slice(1)
      .every(
        (index, before) => xOf(ticks[index]!) - xOf(ticks[kept[before]!]!) > halves[index]! + halves[kept[before]!]! + 6
      );
    if (isClear) return kept.map((index) => ticks[index]!);
  }
  return ticks.slice(-1);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
