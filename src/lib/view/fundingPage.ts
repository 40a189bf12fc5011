import type { Database } from '$lib/query/define';
import type { FundingFilter } from '$lib/url/fundingFilter';
import { fundingViews, type FundingView } from './funding';
import { balanceView, type BalanceRow } from './fundingBalance';
import type { YearsView } from './fundingYears';
import { remember } from './remember';

/** The four ways in which amounts are shown. */
export const amountUnits = ['nominal-total', 'riil-total', 'nominal-kapita', 'riil-kapita'] as const;
export type AmountUnitKey = (typeof amountUnits)[number];

/** What of the years depends on the unit alone. */
export interface YearsInUnit extends Pick<YearsView, 'factors'> {
  /** The two years that a change is shown between; null where one of them cannot be shown in the unit. */
  compared: [from: number, to: number] | null;
}

/** What the sentences about a unit are made from. */
export type YearsFacts = Pick<YearsView, 'change' | 'growth' | 'lacking'>;

/** The funding page with all four units, so that a change of unit asks no engine. */
export interface FundingPage {
  view: FundingView;
  /** Null where the extract has no revenue of the region. */
  units: Record<AmountUnitKey, YearsInUnit> | null;
  facts: Record<AmountUnitKey, YearsFacts> | null;
  balance: BalanceRow[];
}

/** The key of the unit that a filter asks for. */
export function amountUnitOf({ harga, per }: Pick<FundingFilter, 'harga' | 'per'>): AmountUnitKey {
  return `${harga}-${per}`;
}

/** Pages of one extract: rows that were answered stay, so that another filter asks only what is new. */
export function fundingPages(database: Database): (filter: FundingFilter) => Promise<FundingPage | null> {
  const remembered = remember(database);
  const viewOf = fundingViews(remembered);
  return async (filter) => {
    const view = await viewOf(filter);
    if (view === null) return null;
    const years = await Promise.all(
      amountUnits.map(async (key) => {
        const [harga, per] = key.split('-') as [FundingFilter['harga'], FundingFilter['per']];
        const found = await viewOf({ ...filter, harga, per });
        return [key, found?.years ?? null] as const;
      })
    );
    const balance = await balanceView(remembered, view.wilayah.kode);
    const found = years.flatMap(([key, one]) => (one === null ? [] : [[key, one] as const]));
    if (found.length < amountUnits.length) return { view, balance, units: null, facts: null };
    const byUnit = <Value>(of: (one: YearsView) => Value) =>
      Object.fromEntries(found.map(([key, one]) => [key, of(one)])) as Record<AmountUnitKey, Value>;
    return {
      view,
      balance,
      units: byUnit(({ factors, change }) => ({ factors, compared: change && [change.from, change.to] })),
      facts: byUnit(({ change, growth, lacking }) => ({ change, growth, lacking }))
    };
  };
}
