import type { RegionRow } from '$lib/query/targeting';
import { figuresOf } from './targetingFigures';
import { listRows, type ListRows } from './targetingList';
import { allAid, isClosedYear, type TargetingSource } from './targetingSource';
import type { Range, Trend, TrendMove, TrendYear } from './targetingView';

/** Rows of all aid merged, of every year that has them; the earliest first. */
export async function mergedYears(source: TargetingSource): Promise<ListRows[]> {
  const lists = source.lists.filter(({ kode, periode, tahun }) => kode === allAid && periode === String(tahun));
  return Promise.all(lists.toSorted((a, b) => a.tahun - b.tahun).map((list) => listRows(source, list, undefined)));
}

/** The first of the regions with two years that have a number, else the first with any; null without a year. */
export function trendOf(
  source: TargetingSource,
  years: readonly ListRows[],
  regions: readonly RegionRow[]
): Trend | null {
  const trends = regions.map((region) => ({ region, found: yearsOf(source, years, region) }));
  const { region, found } =
    trends.find((one) => one.found.length > 1) ?? trends.find((one) => one.found.length > 0) ?? {};
  if (region === undefined || found === undefined) return null;
  const [before, after] = found.filter(({ isClosed }) => isClosed).slice(-2);
  const move =
    before?.interval && after?.interval
      ? {
          from: before.tahun,
          to: after.tahun,
          move: moveBetween(before.interval, after.interval),
          isOtherRegistry: before.vintase !== after.vintase
        }
      : null;
  return { kode: region.kode, nama: region.nama, tingkat: region.tingkat, years: found, move };
}

/**
 * Up where the whole later 95 % interval lies above the earlier one, down where it lies below, else not to be told apart. Stricter than a
 * test of the difference: two intervals may overlap a little although the difference is beyond chance.
 */
export function moveBetween([lowBefore, highBefore]: Range, [low, high]: Range): TrendMove {
  if (low > highBefore) return 'naik';
  return high < lowBefore ? 'turun' : 'tidak-dapat-dibedakan';
}

function yearsOf(source: TargetingSource, years: readonly ListRows[], region: RegionRow): TrendYear[] {
  return years.flatMap(({ list, rule, rows }) => {
    const { rates, intervals } = figuresOf(region, rows.get(region.kode), rule);
    if (list === null || intervals.covElig === null) return [];
    const { tahun, vintase } = list;
    const registri = source.vintages.find((one) => one.vintase === vintase)?.registri ?? null;
    const isClosed = isClosedYear(source, tahun) !== false;
    return [{ ...{ tahun, vintase, registri, isClosed }, covElig: rates.covElig, interval: intervals.covElig }];
  });
}
