import { ticks } from './ticks';
import type { Point } from './label';

// Straight scales and straight lines are all that the charts need. d3-scale and d3-shape do the same, and bring colours, dates and
// formats along: 11 kB compressed of the 100 kB that a page may weigh.

/** Maps numbers of a domain onto a range, in proportion; beyond the domain too. */
export interface LinearScale {
  (value: number): number;
  /** About so many round values within the domain. */
  ticks(count: number): number[];
}

/** A scale from `[low, high]` of the data to the two ends of a range in SVG units. A domain of one value maps to the middle. */
export function linearScale(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number]
): LinearScale {
  const scale = (value: number) => from + (to - from) * (high === low ? 0.5 : (value - low) / (high - low));
  return Object.assign(scale, { ticks: (count: number) => ticks(low, high, count) });
}

/** Equal bands for things in order. */
export interface BandScale {
  /** Where the band of the thing at an index begins. */
  start(index: number): number;
  bandwidth: number;
  /** From the start of one band to the start of the next. */
  step: number;
}

/** Bands of `count` things over a range; `inner` and `outer` are the room between and before them, as shares of a step. */
export function bandScale(
  count: number,
  [from, to]: readonly [number, number],
  { inner, outer }: { inner: number; outer: number }
): BandScale {
  const step = (to - from) / Math.max(1, count - inner + outer * 2);
  const first = from + (to - from - step * (count - inner)) / 2;
  return { start: (index) => first + step * index, bandwidth: step * (1 - inner), step };
}

/** A path through points in order; null is a gap, and a point between two gaps is a path of no length. Empty without points. */
export function linePath(points: readonly (Point | null)[]): string {
  return points
    .map((point, index) => {
      if (point === null) return '';
      const isFirst = !points[index - 1];
      return `${isFirst ? 'M' : 'L'}${point.x},${point.y}${isFirst && !points[index + 1] ? 'Z' : ''}`;
    })
    .join('');
}

/** The closed path between an upper and a lower course over the same places. Empty without points. */
export function areaPath(points: readonly { x: number; low: number; high: number }[]): string {
  if (points.length === 0) return '';
  const upper = points.map(({ x, high }) => ({ x, y: high }));
  const lower = points.map(({ x, low }) => ({ x, y: low }));
  return `${linePath([...upper, ...lower.toReversed()])}Z`;
}
