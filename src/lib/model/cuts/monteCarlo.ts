import { commonFactorDraws } from './copula';
import { meanOf, quantileOf, varianceOf, type Spread, type Triangle } from './triangular';

/** A component of the money that is uncertain. */
export interface UncertainComponent {
  kode: string;
  /** Rupiah that the fall is a share of: what is still to come. */
  base: number;
  /** Fall as a share of `base`, a ratio; below 0 it rises, as shocks of a scenario do. */
  fall: Triangle;
}

/** How the fall is drawn; each has its default. */
export interface DrawOptions {
  draws?: number;
  /** Correlation of components on the normal scale, 0–1. */
  rho?: number;
  seed?: number;
  spread?: Spread;
}

/** Correlation taken where none is known: components move together, and independence would understate the tail. Methods §4.5. */
export const defaultRho = 0.5;
/** Draws taken where no number is given. */
export const defaultDraws = 10_000;

/** What the money falls by, over all draws, rupiah; below 0 it rises. */
export interface FallDistribution {
  /** Every draw, smallest first. */
  falls: Float64Array;
  p5: number;
  p50: number;
  p95: number;
  /** Σ base × mean, exactly, not of the draws. */
  mean: number;
  /** Standard deviation were the components independent, exactly. */
  sdIndependent: number;
  /** Σ base × mode. */
  atMode: number;
  draws: number;
  rho: number;
}

/** Nodes at which PERT's quantile is worked out; between them it is taken as straight. */
const nodes = 2048;

/**
 * Falls of each component in each draw, rupiah: one list for each component, the same place in each being one draw. For earmarked money,
 * where each draw is a question of its own: ask few draws, and say how many. Same seed, same draws.
 */
export function drawFalls(components: readonly UncertainComponent[], options: DrawOptions = {}): Float64Array[] {
  const { draws = defaultDraws, rho = defaultRho, seed = 1, spread = 'segitiga' } = options;
  const uniforms = commonFactorDraws({ count: components.length, draws, rho, seed });
  return components.map(({ base, fall }, at) => {
    const quantile = quantileTaker(fall, spread);
    return uniforms[at]!.map((u) => base * quantile(u));
  });
}

/** Draws the fall of all components together with a fixed seed: the same question has the same answer in every browser. Methods §4.5. */
export function simulateFall(components: readonly UncertainComponent[], options: DrawOptions = {}): FallDistribution {
  const { draws = defaultDraws, rho = defaultRho, spread = 'segitiga' } = options;
  const falls = new Float64Array(draws);
  for (const list of drawFalls(components, options)) list.forEach((fall, draw) => (falls[draw]! += fall));
  falls.sort();
  const [p5, p50, p95] = [0.05, 0.5, 0.95].map((p) => quantileSorted(falls, p)) as [number, number, number];
  const total = (of: (component: UncertainComponent) => number) => components.reduce((sum, one) => sum + of(one), 0);
  return {
    falls,
    p5,
    p50,
    p95,
    mean: total(({ base, fall }) => base * meanOf(fall, spread)),
    sdIndependent: Math.sqrt(total(({ base, fall }) => base * base * varianceOf(fall, spread))),
    atMode: total(({ base, fall }) => base * fall.mode),
    draws,
    rho
  };
}

/** The quantile function of one component, fast enough for every draw. */
function quantileTaker(fall: Triangle, spread: Spread): (u: number) => number {
  if (spread === 'segitiga') return (u) => quantileOf(fall, u);
  const known = Float64Array.from({ length: nodes + 1 }, (_, at) => quantileOf(fall, at / nodes, spread));
  return (u) => between(known, u * nodes);
}

/** Value at a place between the entries of a list, 0 being the first. */
function between(values: Float64Array, place: number): number {
  const below = Math.min(Math.floor(place), values.length - 1);
  const [low, high] = [values[below]!, values[Math.min(below + 1, values.length - 1)]!];
  return low + (high - low) * (place - below);
}

/** The value that a share p of a sorted list lies below, between the two nearest (Hyndman and Fan's type 7). NaN of an empty list. */
export function quantileSorted(sorted: Float64Array, p: number): number {
  return sorted.length === 0 ? NaN : between(sorted, p * (sorted.length - 1));
}

/**
 * Share of draws in which more falls away than `free` rupiah, what may be cut at most: how likely it is that cuts are not enough. Null
 * without a draw.
 */
export function probabilityAbove(falls: Float64Array, free: number): number | null {
  if (falls.length === 0) return null;
  let [low, high] = [0, falls.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (falls[middle]! > free) high = middle;
    else low = middle + 1;
  }
  return (falls.length - low) / falls.length;
}

/**
 * Shocks (rupiah, rising, from 0) at which to ask for the least harm, so that harm between them can be read off: `points` in equal steps up
 * to the largest fall, which is included. Only 0 where nothing falls.
 */
export function shockGrid(falls: Float64Array, points = 21): number[] {
  const largest = Math.max(0, falls.at(-1) ?? 0);
  if (largest === 0 || points < 2) return [0];
  return Array.from({ length: points }, (_, at) => (at === points - 1 ? largest : (largest * at) / (points - 1)));
}

/** Harm over all draws. */
export interface HarmDistribution {
  /** Harm that 5, 50 and 95 % of draws stay at or below; null where it is a draw for which no plan exists. */
  p5: number | null;
  p50: number | null;
  p95: number | null;
  /** Share of draws for which no plan exists, 0–1. */
  infeasible: number;
}

/**
 * Harm of every draw, read off between the shocks of a grid (one pool of money; methods §4.5). `harms` are the least harms at `grid`, null
 * where no plan exists; a draw between a shock with a plan and one without counts as without, and a rise harms nobody. As least harm is
 * convex in the shock, reading off is never below it. Null without a draw.
 */
export function harmOver(
  falls: Float64Array,
  grid: readonly number[],
  harms: readonly (number | null)[]
): HarmDistribution | null {
  return harmQuantiles(Array.from(falls, (fall) => harmAt(fall, grid, harms)));
}

/** The same of draws whose harm is known each, null where no plan exists. Null without a draw. */
export function harmQuantiles(harms: readonly (number | null)[]): HarmDistribution | null {
  if (harms.length === 0) return null;
  // No plan is worse than any harm, so it stands at the end.
  const values = Float64Array.from(harms, (harm) => harm ?? Infinity).sort();
  const at = (p: number) => {
    const value = values[Math.ceil(p * values.length) - 1]!;
    return value === Infinity ? null : value;
  };
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95), infeasible: probabilityAbove(values, Number.MAX_VALUE)! };
}

/** Harm at one shock, rupiah, between the shocks of a rising grid; null where no plan is known to exist. A shock of 0 or less harms nobody. */
export function harmAt(shock: number, grid: readonly number[], harms: readonly (number | null)[]): number | null {
  if (shock <= 0) return 0;
  const above = grid.findIndex((point) => point >= shock);
  if (above === -1) return null;
  const high = harms[above] ?? null;
  if (grid[above] === shock || above === 0) return high;
  const low = harms[above - 1] ?? null;
  if (low === null || high === null) return null;
  return low + ((high - low) * (shock - grid[above - 1]!)) / (grid[above]! - grid[above - 1]!);
}
