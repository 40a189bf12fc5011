import type { HexValue } from './hexMap';

/** How many of ten squares are full, and between which two counts the truth lies. */
export interface Tens {
  full: number;
  /** Null without an interval. */
  range: readonly [low: number, high: number] | null;
}

/** A ratio and its interval in whole tenths, 0–10; null where it is missing, hidden stays hidden. */
export function tensOf(
  value: HexValue,
  interval: readonly [low: number, high: number] | null
): Tens | null | 'disembunyikan' {
  if (value === null || value === 'disembunyikan') return value;
  const full = tenths(value);
  if (interval === null) return { full, range: null };
  // Rounded outwards, so that the range never says more than is known.
  return { full, range: [tenths(interval[0], Math.floor), tenths(interval[1], Math.ceil)] };
}

function tenths(ratio: number, rounded: (value: number) => number = Math.round): number {
  return Math.min(10, Math.max(0, rounded(Number((ratio * 10).toPrecision(12)))));
}

/** Side of a square and from one to the next, SVG units. */
export const square = { side: 28, step: 34 } as const;

/**
 * The line under the squares from the low to the high count: over the squares that may or may not be full. Where both are the same,
 * a short mark at the end of the last full square.
 */
export function rangeMark([low, high]: readonly [number, number]): { x1: number; x2: number } {
  const edge = (count: number) => count * square.step - (square.step - square.side) / 2;
  if (low === high) return { x1: Math.max(0, edge(low) - 4), x2: Math.min(edge(10), Math.max(0, edge(low)) + 4) };
  return { x1: Math.max(0, edge(low)), x2: Math.min(edge(10) - 3, edge(high)) };
}
