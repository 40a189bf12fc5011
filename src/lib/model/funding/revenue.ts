/** Which column of a regional budget a figure comes from. */
export type Ukuran = 'anggaran' | 'realisasi';

/** Groups of revenue: own money, the centre's transfers, transfers between regions, the rest. */
export const revenueGroups = ['PAD', 'TKD', 'TRANSFER_DAERAH', 'LAIN'] as const;
export type RevenueGroup = (typeof revenueGroups)[number];

/** One component of the revenue of one year. */
export interface ComponentFigure {
  komponen: string;
  kelompok: RevenueGroup;
  /** Rupiah; null where the source leaves it blank though money is expected there. */
  rupiah: number | null;
}

/** Revenue of one region in one year as one source gives it. */
export interface RevenueYear {
  tahun: number;
  /** Realisasi covers January to this month; a budget is of the whole year at any month. */
  sampaiBulan: number;
  /** Stage of the budget beside which the figures stand; null where the source names none. */
  tahap: string | null;
  components: readonly ComponentFigure[];
}

/** Sum of the components, rupiah; null where one is not known, or there is none. */
export function totalOf(components: readonly ComponentFigure[]): number | null {
  if (components.length === 0) return null;
  let sum = 0;
  for (const { rupiah } of components) {
    if (rupiah === null) return null;
    sum += rupiah;
  }
  return sum;
}

/** Sum of one group, rupiah; null where a component of it is not known, or the source has none of that group. */
export function groupTotal(year: RevenueYear, kelompok: RevenueGroup): number | null {
  return totalOf(year.components.filter((component) => component.kelompok === kelompok));
}

/**
 * Whether a source gives the whole revenue of a year, so that shares of pendapatan can be worked out: it has own-source revenue and
 * central transfers. A list of transfers alone is not the whole, and no share of it is a dependency.
 */
export function isWhole({ components }: Pick<RevenueYear, 'components'>): boolean {
  const has = (group: RevenueGroup) => components.some(({ kelompok, rupiah }) => kelompok === group && rupiah !== null);
  return has('PAD') && has('TKD');
}

/** Total revenue of a year, rupiah; null where the source does not give the whole, or a component is not known. */
export function revenueTotal(year: RevenueYear): number | null {
  return isWhole(year) ? totalOf(year.components) : null;
}

/** Part ÷ whole, a ratio; null where either is not known or the whole is 0 or less. A part below 0 (a correction) gives a share below 0. */
export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole <= 0 ? null : part / whole;
}

/** Whether the centre's transfers are itemised: at most half of them stands as one undivided sum. False without any known transfer. */
export function isItemised(year: RevenueYear): boolean {
  const tkd = groupTotal(year, 'TKD');
  if (tkd === null || tkd <= 0) return false;
  const undivided = year.components.filter(({ komponen }) => komponen === 'transfer_pusat_tak_dirinci');
  return (totalOf(undivided) ?? 0) <= tkd / 2;
}

/** Shares of revenue in one year, each a ratio of pendapatan; null where shareOf or revenueTotal is. */
export interface Dependency {
  tkdShare: number | null;
  padShare: number | null;
}

/** How far a region lives on the centre's transfers and on its own money. A group the source does not list is not known, never 0. */
export function dependencyOf(year: RevenueYear): Dependency {
  const total = revenueTotal(year);
  return { tkdShare: shareOf(groupTotal(year, 'TKD'), total), padShare: shareOf(groupTotal(year, 'PAD'), total) };
}

/** Concentration of revenue over its components. */
export interface Concentration {
  /** Herfindahl-Hirschman index: sum of squared shares, 1/n to 1. */
  hhi: number;
  /** (HHI − 1/n) ÷ (1 − 1/n): 0 when all components are alike, 1 when one is everything. */
  normalised: number;
  /** Components above 0. */
  n: number;
}

/** Concentration over amounts in rupiah; zeros do not count. Null where one is not known or below 0, or fewer than two are above 0. */
export function concentrationOf(amounts: readonly (number | null)[]): Concentration | null {
  const known = amounts.flatMap((amount) => (amount === null ? [] : [amount]));
  if (known.length < amounts.length || known.some((amount) => amount < 0)) return null;
  const positive = known.filter((amount) => amount > 0);
  const n = positive.length;
  if (n < 2) return null;
  const total = positive.reduce((sum, amount) => sum + amount, 0);
  const hhi = positive.reduce((sum, amount) => sum + (amount / total) ** 2, 0);
  return { hhi, normalised: (hhi - 1 / n) / (1 - 1 / n), n };
}
