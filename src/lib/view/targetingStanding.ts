import { isNumber, type Count } from '$lib/model/targeting/count';
import { dispersion, leastFlagged, limitsAt, outside, type Share } from '$lib/model/targeting/funnel';
import { wilson } from '$lib/model/targeting/interval';
import { rankBands } from '$lib/model/targeting/ranks';
import { credible, fitPrior } from '$lib/model/targeting/shrink';
import { shrunk, type Prior } from '$lib/model/targeting/shrunk';
import type { FunnelLimit, Measured, Range, Unit } from './targetingView';

/** What each region is among the others, by code, and what they share. Regions without a number are in neither. */
export interface Standing {
  units: ReadonlyMap<string, StandingOfUnit>;
  shared: Pick<Measured, 'limits' | 'dispersion' | 'prior'>;
}

/** What one region is among the others. */
export type StandingOfUnit = Pick<Unit, 'interval' | 'credible' | 'shrunk' | 'ranks' | 'flag' | 'warned'>;

/** Points of a limit's line. */
const linePoints = 28;

/**
 * Intervals, shrunk values, bands of ranks and flags of the regions that have a number. Nothing here looks at a region whose count is
 * hidden: a value shrunk towards the mean would give it back. Methods §1.7.
 */
export function standingOf(parts: readonly { kode: string; x: Count; n: Count }[], theta: Count): Standing {
  const known = parts.filter((part): part is Share & { kode: string } => isShare(part.x, part.n));
  const prior = fitPrior(known);
  if (prior === null) return { units: new Map(), shared: { limits: [], dispersion: null, prior: null } };
  const spread = isNumber(theta) ? dispersion(known, theta) : null;
  const limitsOf = isNumber(theta) ? limitsBySize(theta, spread?.tau2 ?? 0) : null;
  const bands = rankBands(known, prior);
  const units = known.map((share, i) => {
    const limits = limitsOf?.(share.n) ?? null;
    const flag = limits && outside(share, limits);
    return [
      share.kode,
      {
        interval: wilson(share.x, share.n),
        credible: credible(share, prior),
        shrunk: shrunk(share, prior),
        ranks: bands[i]!,
        flag,
        warned: flag === null ? limits && outside(share, limits, 95) : null
      }
    ] as const;
  });
  return {
    units: new Map(units),
    shared: { limits: limitsOf === null ? [] : sizes(known).map(limitsOf), dispersion: spread, prior: priorOf(prior) }
  };
}

/**
 * `standingOf`, which keeps the last `most` of what it worked out: who is listed, by kecamatan, dapil or search, changes nothing of what a
 * region is among all of them, and the draws behind it take longer than all else that a change of filter asks.
 */
export function rememberedStanding(most = 30): typeof standingOf {
  const kept = new Map<string, Standing>();
  return (parts, theta) => {
    const key = `${theta} ${parts.map(({ kode, x, n }) => `${kode} ${x} ${n}`).join()}`;
    const standing = kept.get(key) ?? standingOf(parts, theta);
    kept.delete(key);
    kept.set(key, standing);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return standing;
  };
}

/** Wilson 95 % of a count; null where it is no share of a number. */
export function intervalOf(x: Count, n: Count): Range | null {
  return isShare(x, n) ? wilson(x as number, n as number) : null;
}

function isShare(x: Count, n: Count): boolean {
  return isNumber(x) && isNumber(n) && n > 0 && x >= 0 && x <= n;
}

/** Many desa share a size. */
function limitsBySize(theta: number, tau2: number): (n: number) => FunnelLimit {
  const found = new Map<number, FunnelLimit>();
  return (n) => {
    const limits = found.get(n) ?? limitsAt(n, theta, tau2);
    found.set(n, limits);
    return limits;
  };
}

/** Sizes at which the lines are drawn: close together where they bend, up to the largest region. */
function sizes(known: readonly Share[]): number[] {
  const largest = Math.max(leastFlagged, ...known.map(({ n }) => n));
  const between = Array.from({ length: linePoints }, (_, i) =>
    Math.round(leastFlagged + (largest - leastFlagged) * (i / (linePoints - 1)) ** 2)
  );
  return [...new Set(between)];
}

function priorOf({ method, a, b }: Prior): Measured['prior'] {
  return { method, a, b };
}
