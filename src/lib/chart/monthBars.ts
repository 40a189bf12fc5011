import { rupiahUnit, type RupiahUnit } from '$lib/format/number';
import { bandScale, linearScale } from './scale';
import { sizeOf, type Drawing, type Size } from './size';

/** Rupiah of one month; null without a file, 0 when nothing was spent, negative for a correction. */
export interface MonthAmount {
  bulan: number;
  rupiah: number | null;
}

export interface MonthBarsGeometry {
  size: Size;
  zero: number;
  ticks: { rupiah: number; y: number }[];
  bars: { bulan: number; rupiah: number | null; x: number; y: number; width: number; height: number; centre: number }[];
  /** Height of the mean line; null without a mean. */
  meanY: number | null;
  left: number;
  right: number;
  bottom: number;
}

/** Twelve monthly bars from a line at zero, with the mean the spike is measured against. */
export function monthBarsGeometry(
  months: readonly MonthAmount[],
  mean: number | null,
  drawing: Drawing
): MonthBarsGeometry {
  const size = sizeOf(drawing, { phone: 220, tablet: 240, desk: 260 }[drawing]);
  const left = drawing === 'phone' ? 44 : 56;
  const bottom = size.height - size.fontSize * 2.2;
  const known = months.flatMap(({ rupiah }) => (rupiah === null ? [] : [rupiah]));
  // Below a negative bar stands its number.
  const lowest = bottom - (known.some((rupiah) => rupiah < 0) ? size.fontSize * 1.3 : 0);
  const y = linearScale([Math.min(0, ...known), Math.max(1, mean ?? 0, ...known)], [lowest, size.fontSize * 2]);
  const x = bandScale(months.length, [left, size.width], { inner: 0.25, outer: 0.25 });
  const zero = tenth(y(0));
  return {
    size,
    zero,
    ticks: y.ticks(drawing === 'phone' ? 3 : 4).map((rupiah) => ({ rupiah, y: tenth(y(rupiah)) })),
    bars: months.map(({ bulan, rupiah }, index) => {
      const end = y(rupiah ?? 0);
      return {
        bulan,
        rupiah,
        x: tenth(x.start(index)),
        y: tenth(Math.min(end, y(0))),
        width: tenth(x.bandwidth),
        height: tenth(Math.abs(end - y(0))),
        centre: tenth(x.start(index) + x.bandwidth / 2)
      };
    }),
    meanY: mean === null ? null : tenth(y(mean)),
    left,
    right: size.width,
    bottom
  };
}

/** The unit of every label of the bars, for their unit line too. */
export function monthBarsUnit(months: readonly MonthAmount[]): RupiahUnit {
  return rupiahUnit(Math.max(0, ...months.map(({ rupiah }) => Math.abs(rupiah ?? 0))));
}

/** Months whose bars carry their number: the highest, the last known, and every negative one. */
export function labelledMonths(months: readonly MonthAmount[]): number[] {
  const known = months.filter((month): month is { bulan: number; rupiah: number } => month.rupiah !== null);
  if (known.length === 0) return [];
  const highest = known.reduce((best, month) => (month.rupiah > best.rupiah ? month : best));
  const chosen = [highest, known.at(-1)!, ...known.filter(({ rupiah }) => rupiah < 0)];
  return [...new Set(chosen.map(({ bulan }) => bulan))].sort((a, b) => a - b);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
