import { spreadLabels, placeBox, type Box, type Point } from './label';
import { areaPath, linePath, linearScale } from './scale';
import type { Size } from './size';

/** Cumulative shares of pagu, ratios, January first; null where a month has no file. */
export type Rates = readonly (number | null)[];

export interface SCurveData {
  tahun: number;
  /** This year's cumulative realisasi ÷ pagu, up to its last month. */
  realisasi: Rates;
  rencana: Rates;
  /** Years before, newest first. */
  past: readonly { tahun: number; rates: Rates }[];
  /** Months after the last one with realisasi; null or empty without a forecast. Low and high are null without a band. */
  forecast: readonly { bulan: number; rate: number; low: number | null; high: number | null }[] | null;
}

/** The month, with its share, that the line of this year ends in; null without any. */
export function lastPoint(realisasi: Rates): { bulan: number; rate: number } | null {
  const index = realisasi.findLastIndex((rate) => rate !== null);
  return index < 0 ? null : { bulan: index + 1, rate: realisasi[index]! };
}

export interface EndLabel {
  key: string;
  lines: readonly string[];
  /** Where its line ends. */
  at: Point;
  /** Middle of the label. */
  y: number;
}

export interface SCurveGeometry {
  plot: Box;
  xOf: (bulan: number) => number;
  yOf: (rate: number) => number;
  months: { bulan: number; x: number }[];
  ticks: { rate: number; y: number }[];
  paths: { key: string; kind: 'realisasi' | 'rencana' | 'past'; d: string; dots: Point[] }[];
  forecastPath: string;
  band: string;
  /** Last month of this year. */
  end: (Point & { bulan: number; rate: number }) | null;
  /** Months up to the last one that have no file. */
  gaps: { bulan: number; x: number }[];
  labels: EndLabel[];
  /** Free place for the note at the last point. */
  note: Box | null;
}

export interface SCurveLabels {
  /** By key: `rencana`, `forecast`, `past-2025`; lines of text at the right edge. A key without text has no label. */
  ends: Readonly<Record<string, readonly string[]>>;
  /** Room for them, SVG units. */
  endWidth: number;
  /** Size of the note at the last point, SVG units. */
  note: { width: number; height: number };
}

/** Everything an S-curve draws, in the units of one size. */
export function sCurveGeometry(data: SCurveData, size: Size, text: SCurveLabels): SCurveGeometry {
  const plot = plotOf(size, text.endWidth);
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const x = linearScale([1, 12], [plot.left, plot.left + plot.width]);
  const domain = domainOf(data);
  const y = linearScale(domain, [plot.top + plot.height, plot.top]);
  const toPoints = (rates: Rates) =>
    rates.map((rate, index) => (rate === null ? null : { x: round(x(index + 1)), y: round(y(rate)) }));
  const end = lastPoint(data.realisasi);
  const ahead = forecastPoints(data, end);
  const lines = [
    { key: 'rencana', kind: 'rencana' as const, points: toPoints(data.rencana) },
    ...data.past.map(({ tahun, rates }) => ({ key: `past-${tahun}`, kind: 'past' as const, points: toPoints(rates) })),
    { key: 'realisasi', kind: 'realisasi' as const, points: toPoints(data.realisasi) }
  ];
  const forecastLine = ahead.map(({ bulan, rate }) => ({ x: round(x(bulan)), y: round(y(rate)) }));
  const endPoint = end && { ...end, x: round(x(end.bulan)), y: round(y(end.rate)) };
  const obstacles = [...lines.map(({ points }) => points.filter((point) => point !== null)), forecastLine];
  return {
    plot,
    xOf: (bulan) => round(x(bulan)),
    yOf: (rate) => round(y(rate)),
    months: months.map((bulan) => ({ bulan, x: round(x(bulan)) })),
    ticks: ticksOf(domain, size).map((rate) => ({ rate, y: round(y(rate)) })),
    paths: lines.map(({ key, kind, points }) => ({ key, kind, d: linePath(points), dots: loneDots(points) })),
    forecastPath: linePath(forecastLine),
    band: bandPath(ahead, x, y),
    end: endPoint,
    gaps: months
      .filter((bulan) => end && bulan <= end.bulan && data.realisasi[bulan - 1] === null)
      .map((bulan) => ({ bulan, x: round(x(bulan)) })),
    labels: endLabels([...lines, { key: 'forecast', points: forecastLine }], text.ends, size, plot),
    note: endPoint && placeBox(endPoint, text.note, obstacles, plot)
  };
}

/** The month nearest to a place across the drawing, from 1 to 12. */
export function monthAt(share: number, geometry: Pick<SCurveGeometry, 'plot'>, width: number): number {
  const { left, width: span } = geometry.plot;
  return Math.min(12, Math.max(1, Math.round(((share * width - left) / span) * 11 + 1)));
}

function plotOf({ drawing, width, height, fontSize }: Size, endWidth: number): Box {
  const left = drawing === 'phone' ? 52 : 58;
  const top = fontSize;
  return { left, top, width: width - left - endWidth - 12, height: height - top - fontSize * 2.2 };
}

/** From zero, or below where a correction went there, to 100 % or above. */
function domainOf({ realisasi, rencana, past, forecast }: SCurveData): [number, number] {
  const rates = [realisasi, rencana, ...past.map((year) => year.rates)].flat();
  const ends = (forecast ?? []).flatMap(({ rate, low, high }) => [rate, low, high]);
  const known = [...rates, ...ends].filter((rate) => rate !== null);
  return [Math.min(0, ...known), Math.max(1, ...known)];
}

/** Quarters of the pagu, halves on a phone: the marks a reader of budgets thinks in; coarser far above 100 %. */
function ticksOf([low, high]: [number, number], { drawing }: Size): number[] {
  const step = (drawing === 'phone' ? 0.5 : 0.25) * Math.ceil((high - low) / 2);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step + 1e-9) - first + 1 }, (_, index) => (first + index) * step);
}

/** The forecast starts where this year ends, without width there. */
function forecastPoints({ forecast }: SCurveData, end: ReturnType<typeof lastPoint>) {
  const ahead = (forecast ?? []).filter(({ bulan }) => end && bulan > end.bulan);
  if (!end || ahead.length === 0) return [];
  return [{ bulan: end.bulan, rate: end.rate, low: end.rate, high: end.rate }, ...ahead];
}

type Scale = (value: number) => number;

function bandPath(ahead: ReturnType<typeof forecastPoints>, x: Scale, y: Scale): string {
  const whole = ahead.filter((point) => point.low !== null && point.high !== null);
  if (whole.length < 2) return '';
  return areaPath(
    whole.map(({ bulan, low, high }) => ({ x: round(x(bulan)), low: round(y(low!)), high: round(y(high!)) }))
  );
}

/** Months between two gaps: a line has nothing to join there, so they get a dot. */
function loneDots(points: readonly (Point | null)[]): Point[] {
  return points.filter((point, index): point is Point => point !== null && !points[index - 1] && !points[index + 1]);
}

function endLabels(
  lines: readonly { key: string; points: readonly (Point | null)[] }[],
  texts: SCurveLabels['ends'],
  { fontSize }: Size,
  plot: Box
): EndLabel[] {
  const wanted = lines.flatMap(({ key, points }) => {
    const at = points.findLast((point) => point !== null);
    const words = texts[key];
    return at && words?.length ? [{ key, lines: words, at }] : [];
  });
  const centres = spreadLabels(
    wanted.map(({ at, lines: words }) => ({ y: at.y, height: words.length * fontSize * 1.2 + 5 })),
    plot.top - fontSize,
    plot.top + plot.height + fontSize
  );
  return wanted.map((label, index) => ({ ...label, y: round(centres[index]!) }));
}

/** Whole units are about a pixel, a third of a line's width; more would only be bytes. */
function round(value: number): number {
  return Math.round(value);
}
