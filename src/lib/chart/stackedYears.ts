import { spreadLabels, type Box } from './label';
import { bandScale, linearScale } from './scale';
import { sizeOf, textWidth, type Drawing, type Size } from './size';

/** Whose money a part is: the region's own, a transfer from the centre, the rest. */
export type Tone = 'apbd' | 'tkd' | 'lain';

/** One component in one year, rupiah; null where no source tells it. `step` 0 is the strongest of its tone, lighter after. */
export interface StackedPart {
  key: string;
  name: string;
  value: number | null;
  tone: Tone;
  step: number;
}

/** The components of one year, first at zero; null for a year without data. `note` stands under the year, such as its months. */
export interface StackedYear {
  tahun: number;
  note: string | null;
  isFull: boolean;
  parts: readonly StackedPart[] | null;
}

/** A part on its place in the stack, rupiah; `share` is of the year's total, null where a part is not known or below zero. */
export interface StackedSpan extends StackedPart {
  value: number;
  from: number;
  to: number;
  share: number | null;
}

/** A year added up, rupiah. `total` is null when no part is known; `unknown` names the parts that are missing from it. */
export interface YearStack {
  tahun: number;
  total: number | null;
  unknown: string[];
  spans: StackedSpan[];
  low: number;
  high: number;
}

/** Adds up one year: what is above zero upwards, what is below it downwards, so that nothing covers anything. */
export function yearStack({ tahun, parts }: StackedYear): YearStack {
  const known = (parts ?? []).filter((part): part is StackedPart & { value: number } => part.value !== null);
  const total = known.length === 0 ? null : known.reduce((sum, { value }) => sum + value, 0);
  const unknown = (parts ?? []).filter(({ value }) => value === null).map(({ name }) => name);
  const isWhole = unknown.length === 0 && known.every(({ value }) => value >= 0);
  let [low, high] = [0, 0];
  const spans = known.map((part) => {
    const from = part.value < 0 ? low : high;
    const to = from + part.value;
    if (part.value < 0) low = to;
    else high = to;
    return { ...part, from, to, share: isWhole && total ? part.value / total : null };
  });
  return { tahun, total, unknown, spans, low, high };
}

/** The largest total, rupiah, which chooses the unit of every label; 0 without data. */
export function largestTotal(years: readonly StackedYear[]): number {
  return Math.max(0, ...years.map((year) => Math.abs(yearStack(year).total ?? 0)));
}

export interface StackedBand extends StackedSpan, Box {
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
  box: Box;
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
  swatch: Box | null;
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

/** Size of the text in bands and under years, as a share of the drawing's. */
export const smallText = 0.86;
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

/** How much of a part's colour lies on the paper, 0–1: less for each step, and half in a year that is not full. */
export function opacityOf({ tone, step }: Pick<StackedPart, 'tone' | 'step'>, isFull: boolean): number {
  const ladder = [1, 0.78, 0.48, 0.38, 0.29, 0.21, 0.14];
  const strongest = tone === 'lain' ? 0.55 : 1;
  return Number((strongest * (ladder[step] ?? ladder.at(-1)!) * (isFull ? 1 : 0.48)).toFixed(3));
}

/** Colour of text on a part: each is at least 4.5 : 1 on its fill in both schemes. */
export function inkOf({ tone, step }: Pick<StackedPart, 'tone' | 'step'>, isFull: boolean): 'paper' | 'black' | 'ink' {
  if (tone === 'lain' || step > 1 || !isFull) return 'ink';
  return tone === 'tkd' && step === 1 ? 'black' : 'paper';
}

/** Words of a text on lines of a width in SVG units; a longer word keeps its own line. */
export function linesWithin(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Every component that is drawn in some year: those of the last year with data in its order, then those that ended before. */
export function namedParts(stacks: readonly YearStack[]): StackedPart[] {
  const parts = new Map<string, StackedPart>();
  for (const { spans } of stacks.toReversed()) {
    for (const span of spans) if (span.value !== 0 && !parts.has(span.key)) parts.set(span.key, span);
  }
  return [...parts.values()];
}

function standing(years: readonly StackedYear[], drawing: Drawing, print: StackedPrint): StackedYearsGeometry | null {
  const stacks = years.map(yearStack);
  const fontSize = sizeOf(drawing, 0).fontSize;
  const wanted = namedParts(stacks).map((part) => ({
    part,
    lines: linesWithin(part.name, drawing === 'desk' ? 250 : 150, fontSize)
  }));
  const heightOf = (lines: readonly string[]) => lines.length * fontSize * lineHeight + 3;
  const namesHeight = wanted.reduce((sum, { lines }) => sum + heightOf(lines), 0);
  const size = sizeOf(drawing, Math.max(drawing === 'desk' ? 400 : 360, namesHeight + fontSize * 5));
  const nameRoom = Math.max(0, ...wanted.flatMap(({ lines }) => lines.map((line) => textWidth(line, fontSize)))) + 34;
  const plot = { left: 56, top: fontSize * 2, width: size.width - 56 - nameRoom, height: size.height - fontSize * 5.2 };
  const bottom = plot.top + plot.height;
  const x = bandScale(years.length, [plot.left, plot.left + plot.width], { inner: 0.3, outer: 0.15 });
  if (!fits(years, stacks, x.step, fontSize, print)) return null;
  const y = linearScale(extentOf(stacks), [bottom, plot.top]);
  const bars = years.map((year, index) => {
    const across = [x.start(index), Math.min(x.bandwidth, 120)] as const;
    const left = across[0] + (x.bandwidth - across[1]) / 2;
    const boxOf = (from: number, to: number) => box(left, y(Math.max(from, to)), across[1], Math.abs(y(from) - y(to)));
    const centre = left + across[1] / 2;
    const all = stacks[index]!.total === null ? box(left, y(0) - fontSize, across[1], fontSize) : null;
    const drawn = barOf(year, stacks[index]!, boxOf, all, fontSize, print);
    const name = { x: tenth(centre), y: tenth(bottom + fontSize * 1.5) };
    return { ...drawn, name, total: { x: tenth(centre), y: tenth(drawn.box.top - fontSize * 0.45) } };
  });
  const ticks = stacks.every(({ total }) => total === null) ? [] : y.ticks(4);
  return {
    size,
    isUpright: true,
    bars,
    names: namesBeside(wanted, bars, { x: size.width - nameRoom + 30, top: plot.top, bottom, heightOf, fontSize }),
    ticks: ticks.map((rupiah) => ({ rupiah, y: tenth(y(rupiah)) })),
    plot,
    zero: { x1: plot.left, y1: tenth(y(0)), x2: plot.left + plot.width, y2: tenth(y(0)) }
  };
}

function namesBeside(
  wanted: readonly { part: StackedPart; lines: string[] }[],
  bars: readonly StackedBar[],
  at: { x: number; top: number; bottom: number; heightOf: (lines: readonly string[]) => number; fontSize: number }
): StackedName[] {
  const last = bars.findLast(({ stack }) => stack.total !== null);
  const bandOf = ({ key }: StackedPart) => last?.bands.find((band) => band.key === key && band.value !== 0);
  const wishes = wanted.map(({ part, lines }) => {
    const band = bandOf(part);
    return { y: band ? band.top + band.height / 2 : at.bottom, height: at.heightOf(lines) };
  });
  const centres = spreadLabels(wishes, at.top - at.fontSize, at.bottom);
  return wanted.map(({ part, lines }, index) => {
    const centre = tenth(centres[index]!);
    const band = bandOf(part);
    const x = tenth(at.x);
    return {
      part,
      lines,
      x,
      y: tenth(centre - ((lines.length - 1) / 2) * at.fontSize * lineHeight),
      join: band ? { x1: tenth(band.left + band.width + 2), y1: tenth(wishes[index]!.y), x2: x - 5, y2: centre } : null,
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
  const bars = years.map((year, index) => {
    const barTop = top + index * row.height + (row.height - row.bar) / 2;
    const boxOf = (from: number, to: number) => box(x(Math.min(from, to)), barTop, Math.abs(x(to) - x(from)), row.bar);
    const all = stacks[index]!.total === null ? box(x(0), barTop, fontSize, row.bar) : null;
    const drawn = barOf(year, stacks[index]!, boxOf, all, fontSize, print);
    const y = tenth(barTop + row.bar / 2);
    return { ...drawn, name: { x: 0, y }, total: { x: tenth(drawn.box.left + drawn.box.width + 6), y } };
  });
  const zero = { x1: tenth(x(0)), y1: top, x2: tenth(x(0)), y2: top + plot.height };
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
    const name = { part, lines, x: tenth(x + swatchSide + 6), y: tenth(y), join: null, swatch };
    x += room + 14;
    y += (lines.length - 1) * fontSize * lineHeight;
    return name;
  });
  return { names, height: parts.length === 0 ? 0 : tenth(y + line / 2 + 6) };
}

type Drawn = Omit<StackedBar, 'name' | 'total'>;

function barOf(
  { tahun, note, isFull }: StackedYear,
  stack: YearStack,
  boxOf: (from: number, to: number) => Box,
  gap: Box | null,
  fontSize: number,
  print: StackedPrint
): Drawn {
  const bands = stack.spans
    .filter(({ value }) => value !== 0)
    .map((span) => {
      const place = boxOf(span.from, span.to);
      const room = span.share === null ? 0 : textWidth(print.share(span.share), fontSize * smallText) + 2;
      const isRoomy = span.share !== null && place.width >= room && place.height >= fontSize * 1.15;
      const mark = { x: tenth(place.left + place.width / 2), y: tenth(place.top + place.height / 2) };
      return { ...span, ...place, mark: isRoomy ? mark : null };
    });
  return { tahun, note, isFull, stack, bands, box: gap ?? boxOf(stack.low, stack.high) };
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
  const noteWidth = (index: number) => textWidth(years[index]?.note ?? '', fontSize * smallText);
  return years.every(
    ({ tahun }, index) =>
      Math.max(textWidth(String(tahun), fontSize), textWidth(print.total(stacks[index]!), fontSize, true)) < step &&
      (noteWidth(index) === 0 || (noteWidth(index) + noteWidth(index + 1)) / 2 < step)
  );
}

function widthOf(tahun: string, note: string | null, fontSize: number): number {
  return Math.max(textWidth(tahun, fontSize), textWidth(note ?? '', fontSize * smallText));
}

function box(left: number, top: number, width: number, height: number): Box {
  return { left: tenth(left), top: tenth(top), width: tenth(width), height: tenth(height) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
