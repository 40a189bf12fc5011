import { changeBetween, type RevenueChange } from '$lib/model/funding/change';
import { groupTotal, isWhole, shareOf, totalOf } from '$lib/model/funding/revenue';
import { byRule, fullYears, type RevenueSeries } from '$lib/model/funding/series';
import { orderOfStage } from './fundingFigures';

/** The budget of the latest year against that of the year before, one series. Nominal rupiah. */
export interface AheadView {
  sumber: string;
  basis: string;
  tahap: string | null;
  from: number;
  to: number;
  /** TKD only, by component. */
  tkd: RevenueChange;
  /** TKD ÷ all revenue in the latest budget, a ratio; null where the series has transfers only. */
  tkdShare: number | null;
}

/**
 * What the latest budget does to TKD: of the budget series with two years running, the one whose last year is latest, then by the rule of
 * chooseSeries. Null without one.
 */
export function aheadView(series: readonly RevenueSeries[]): AheadView | null {
  const rule = byRule(orderOfStage);
  const lastPair = (one: RevenueSeries) => {
    const [before, after] = fullYears(one).slice(-2);
    return before === undefined || after === undefined || after.tahun !== before.tahun + 1 ? null : { before, after };
  };
  const pairs = series
    .filter(({ ukuran }) => ukuran === 'anggaran')
    .flatMap((one) => {
      const pair = lastPair(one);
      return pair === null ? [] : [{ one, ...pair }];
    })
    .sort((a, b) => b.after.tahun - a.after.tahun || rule(a.one, b.one));
  for (const { one, before, after } of pairs) {
    const [then, now] = [before, after].map(({ components }) =>
      components.filter(({ kelompok }) => kelompok === 'TKD')
    );
    const tkd = changeBetween(then!, now!);
    const total = isWhole(after) ? totalOf(after.components) : null;
    const { sumber, basis, tahap } = one;
    const tkdShare = shareOf(groupTotal(after, 'TKD'), total);
    if (tkd !== null) return { sumber, basis, tahap, from: before.tahun, to: after.tahun, tkd, tkdShare };
  }
  return null;
}
