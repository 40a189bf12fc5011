/** A bullet of a table row, in a drawing 100 wide: what is spent, and the mark of what was planned. Ratios of pagu in. */
export interface BulletGeometry {
  /** Width of the bar; null when the rate is not known. Never wider than the track. */
  bar: number | null;
  /** Place of the mark; null without a plan. */
  mark: number | null;
  /** More is spent than the track shows. */
  over: boolean;
  /** Net spending is below zero: no bar, but not missing either. */
  negative: boolean;
}

/** Geometry of a bullet on a track from 0 to 1; rates above 1 fill it and set `over`. */
export function bulletGeometry(rate: number | null, plan: number | null): BulletGeometry {
  const place = (ratio: number) => Math.round(Math.min(1, Math.max(0, ratio)) * 1000) / 10;
  return {
    bar: rate === null ? null : place(rate),
    mark: plan === null ? null : place(plan),
    over: rate !== null && rate > 1,
    negative: rate !== null && rate < 0
  };
}
