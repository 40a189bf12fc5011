import { ticks } from './ticks';
import type { HexValue } from './hexMap';
import { placeKey } from './hexMapKey';
import { placeNames, type PlacedName } from './funnelNames';
import type { Box, Point } from './label';
import { linePath, linearScale } from './scale';
import { sizeOf, textWidth, type Drawing, type Size } from './size';

/** One desa (or kecamatan): its size and its rate (ratio); null where missing, or that it is hidden. */
export interface FunnelPoint {
  kode: string;
  nama: string;
  n: HexValue;
  rate: HexValue;
  /** Outside the 99.8 % limits, on which side. */
  flag: 'tinggi' | 'rendah' | null;
}

/** Limits at one size, ratios. */
export interface FunnelLimits {
  n: number;
  lo95: number;
  hi95: number;
  lo998: number;
  hi998: number;
}

export interface FunnelInput {
  points: readonly FunnelPoint[];
  /** The rate of the whole, a ratio; null where it is missing or hidden: then there are no limits. */
  theta: HexValue;
  limits: readonly FunnelLimits[];
  /** Prints a rate, for the axis. */
  value: (rate: number) => string;
  /** Prints a size, for the axis. */
  count: (n: number) => string;
  /** Words on the line of the whole, such as "kabupaten 38 %". */
  thetaText: string;
  /** The key, as far as it applies. */
  key: readonly FunnelKey[];
}

/** A line of the key under the funnel. */
export interface FunnelKey {
  kind: 'within' | 'tinggi' | 'rendah' | '95' | '998' | 'absent';
  text: string;
}

/** A point that has a place, with its figures. */
export interface FunnelDot extends Point {
  kode: string;
  nama: string;
  n: number;
  rate: number;
  flag: 'tinggi' | 'rendah' | null;
}

export interface FunnelGeometry {
  size: Size;
  plot: Box;
  /** By size, then by rate and code: the order in which arrow keys move. */
  dots: FunnelDot[];
  /** All dots within the limits as one path of no length, drawn by round ends. */
  within: string;
  outside: FunnelDot[];
  /** Paths of the limits, each below and above; empty without limits. */
  limits: { kind: '95' | '998'; d: string }[];
  theta: number | null;
  ticks: { text: string; y: number }[];
  marks: { text: string; x: number }[];
  names: PlacedName[];
  thetaLabel: { text: string; x: number; y: number } | null;
  key: (FunnelKey & Point)[];
}

/** Heights of the plots. */
const heights = { phone: 250, tablet: 300, desk: 340 } as const;

/** Everything that the funnel draws at one width. */
export function funnelGeometry(input: FunnelInput, drawing: Drawing): FunnelGeometry {
  const { width, fontSize } = sizeOf(drawing, 0);
  const key = placeKey(input.key, width, fontSize);
  const below = 14 + heights[drawing] + fontSize * 3.6;
  const size = sizeOf(drawing, Math.ceil(below + key.height));
  const known = input.points.filter(isPlaced).toSorted(inOrder);
  const theta = typeof input.theta === 'number' ? input.theta : null;
  const limits = theta === null ? [] : input.limits.toSorted((a, b) => a.n - b.n);
  const [domain, values] = verticalDomain(known, theta, limits);
  const left = Math.max(20, ...values.map((rate) => textWidth(input.value(rate), fontSize))) + 10;
  const plot = { left, top: 14, width: width - left - 12, height: heights[drawing] };
  const y = linearScale(domain, [plot.top + plot.height, plot.top]);
  const widest = Math.max(1, ...known.map(({ n }) => n));
  // By root: sizes are many small and few large, and the limits narrow with the root.
  const x = (n: number) => plot.left + plot.width * Math.sqrt(Math.min(1, Math.max(0, n) / (widest * 1.02)));
  const dots = known.map((point) => ({ ...point, x: Math.round(x(point.n)), y: tenth(y(point.rate)) }));
  const within = dots.filter(({ flag }) => flag === null);
  const outside = dots.filter(({ flag }) => flag !== null);
  const shown = limits.filter(({ n }) => n <= widest * 1.02);
  const [line95, line998] = [
    limitLines(shown, 'lo95', 'hi95', x, y, domain),
    limitLines(shown, 'lo998', 'hi998', x, y, domain)
  ];
  const thetaLabel = theta === null ? null : labelOfTheta(input.thetaText, tenth(y(theta)), plot, fontSize);
  return {
    size,
    plot,
    dots,
    within: dotsPath(within),
    outside,
    limits: [
      ...line95.map(({ d }) => ({ kind: '95' as const, d })),
      ...line998.map(({ d }) => ({ kind: '998' as const, d }))
    ],
    theta: theta === null ? null : tenth(y(theta)),
    ticks: values.map((rate) => ({ text: input.value(rate), y: tenth(y(rate)) })),
    marks: sizeMarks(widest, x, input.count, fontSize),
    names: placeNames(outside, {
      plot,
      fontSize,
      drawing,
      taken: thetaLabel === null ? [] : [thetaLabel.box],
      lines: [...line95, ...line998].map(({ points }) => points)
    }),
    thetaLabel,
    key: key.items.map((item) => ({ ...item, y: Math.round(item.y + below) }))
  };
}

/** The dot nearest to a place in SVG units, within `most` units; null where there is none. */
export function nearestDot(dots: readonly FunnelDot[], at: Point, most: number): FunnelDot | null {
  let best: { dot: FunnelDot; far: number } | null = null;
  for (const dot of dots) {
    const far = Math.hypot(dot.x - at.x, dot.y - at.y);
    if (far <= most && (best === null || far < best.far)) best = { dot, far };
  }
  return best?.dot ?? null;
}

type Placed = FunnelPoint & { n: number; rate: number };

function isPlaced(point: FunnelPoint): point is Placed {
  return typeof point.n === 'number' && typeof point.rate === 'number' && point.n > 0;
}

/** Points that have no place, since they are hidden and since they are missing. */
export function unplaced(points: readonly FunnelPoint[]): { hidden: number; missing: number } {
  const rest = points.filter((point) => !isPlaced(point));
  const hidden = rest.filter(({ n, rate }) => n === 'disembunyikan' || rate === 'disembunyikan').length;
  return { hidden, missing: rest.length - hidden };
}

function inOrder(a: Placed, b: Placed): number {
  return a.n - b.n || a.rate - b.rate || (a.kode < b.kode ? -1 : 1);
}

/** Round ends around every rate and the limits of middling sizes, within 0 and 1; from zero unless all is far above it. */
function verticalDomain(
  points: readonly Placed[],
  theta: number | null,
  limits: readonly FunnelLimits[]
): [[number, number], number[]] {
  const usual = limits.slice(Math.floor(limits.length / 4));
  const rates = [
    ...points.map(({ rate }) => rate),
    ...(theta === null ? [] : [theta]),
    ...usual.flatMap(({ lo998, hi998 }) => [lo998, hi998])
  ];
  if (rates.length === 0)
    return [
      [0, 1],
      [0, 0.5, 1]
    ];
  const high = Math.max(...rates);
  const low = Math.min(...rates) > high * 0.5 ? Math.min(...rates) : 0;
  const step = ticks(low, Math.max(high, low + 0.02), 5);
  const gap = step.length > 1 ? step[1]! - step[0]! : 0.05;
  const from = Math.max(0, Math.floor(low / gap + 1e-9) * gap);
  const to = high <= 1 ? Math.min(1, Math.ceil(high / gap - 1e-9) * gap) : Math.ceil(high / gap - 1e-9) * gap;
  const end = to > from ? to : from + gap;
  return [[from, end], ticks(from, end, 5)];
}

/** A limit above and a limit below, as far as they lie in the plot. */
function limitLines(
  limits: readonly FunnelLimits[],
  low: 'lo95' | 'lo998',
  high: 'hi95' | 'hi998',
  x: (n: number) => number,
  y: (rate: number) => number,
  [from, to]: readonly [number, number]
): { d: string; points: Point[] }[] {
  return [low, high].flatMap((side) => {
    const points = limits
      .filter((limit) => limit[side] >= from && limit[side] <= to)
      .map((limit) => ({ x: tenth(x(limit.n)), y: tenth(y(limit[side])) }));
    return points.length < 2 ? [] : [{ d: linePath(points), points }];
  });
}

/** At the right end above the line, where the funnel is narrow and few dots stand. */
function labelOfTheta(text: string, y: number, plot: Box, fontSize: number) {
  const width = textWidth(text, fontSize, true);
  const x = plot.left + plot.width;
  const isLow = y - fontSize * 1.5 < plot.top;
  const at = isLow ? y + fontSize * 1.15 : y - fontSize * 0.45;
  return { text, x, y: tenth(at), box: { left: x - width, top: at - fontSize, width, height: fontSize * 1.3 } };
}

/** Round sizes that can be read side by side: zero, and 1, 2, 5 times ten from the largest down. */
function sizeMarks(widest: number, x: (n: number) => number, count: (n: number) => string, fontSize: number) {
  const round: number[] = [];
  for (let ten = 1; ten <= widest; ten *= 10) {
    round.push(...[1, 2, 5].map((one) => one * ten).filter((n) => n <= widest));
  }
  const mark = (n: number) => ({ text: count(n), x: tenth(x(n)), half: textWidth(count(n), fontSize) / 2 });
  const zero = mark(0);
  const kept = [zero];
  let right = Infinity;
  for (const one of round.toReversed().map(mark)) {
    const isClear = one.x + one.half + 10 < right && one.x - one.half - 10 > zero.x + zero.half;
    if (!isClear) continue;
    kept.splice(1, 0, one);
    right = one.x - one.half;
  }
  return kept.map(({ text, x: at }) => ({ text, x: at }));
}

/** Dots of no length from one to the next, on whole units: half the bytes of places written out. */
function dotsPath(dots: readonly Point[]): string {
  const places = dots.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return places
    .map(({ x, y }, at) => {
      const before = places[at - 1];
      if (!before) return `M${x} ${y}h0`;
      const down = y - before.y;
      return `m${x - before.x}${down < 0 ? '' : ' '}${down}h0`;
    })
    .join('');
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
