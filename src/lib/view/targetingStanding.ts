import { isNumber, type Count } from '$lib/model/targeting/count';
import { wilsonOf } from './targetingStopgap';
import type { Measured, Unit } from './targetingView';

/** What a unit is among the others. */
export interface Standing {
  /** By code. */
  units: ReadonlyMap<string, Pick<Unit, 'interval' | 'shrunk' | 'ranks' | 'flag' | 'warned'>>;
  shared: Pick<Measured, 'limits' | 'dispersion' | 'prior'>;
}

export function standingOf(parts: readonly { kode: string; x: Count; n: Count }[], theta: Count): Standing {
  const known = parts.filter(
    (part): part is { kode: string; x: number; n: number } => isNumber(part.x) && isNumber(part.n) && part.n > 0
  );
  const limit = (n: number, z: number, t: number) => z * Math.sqrt((t * (1 - t)) / n);
  const units = known.map(({ kode, x, n }) => {
    const t = isNumber(theta) ? theta : null;
    const gap = t === null || n < 10 ? 0 : x / n - t;
    const outside = (z: number) =>
      t !== null && n >= 10 && Math.abs(gap) > limit(n, z, t)
        ? gap > 0
          ? ('tinggi' as const)
          : ('rendah' as const)
        : null;
    return [
      kode,
      {
        interval: wilsonOf(x, n),
        shrunk: (x + 4) / (n + 10),
        ranks: n >= 10 ? ([1, known.length] as const) : null,
        flag: outside(3.09),
        warned: outside(1.96)
      }
    ] as const;
  });
  const top = Math.max(10, ...known.map(({ n }) => n));
  const grid =
    isNumber(theta) && known.length > 0
      ? Array.from({ length: 30 }, (_, i) => Math.round(10 + ((top - 10) * i) / 29))
      : [];
  const t = isNumber(theta) ? theta : 0;
  return {
    units: new Map(units),
    shared: {
      limits: grid.map((n) => ({
        n,
        lo95: Math.max(0, t - limit(n, 1.96, t)),
        hi95: Math.min(1, t + limit(n, 1.96, t)),
        lo998: Math.max(0, t - limit(n, 3.09, t)),
        hi998: Math.min(1, t + limit(n, 3.09, t))
      })),
      dispersion: null,
      prior: null
    }
  };
}
