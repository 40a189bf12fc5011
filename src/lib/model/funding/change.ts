import { comparable } from './fold';
import { totalOf, type ComponentFigure, type RevenueGroup } from './revenue';

/** What one component did to a change, rupiah. */
export interface Contribution {
  komponen: string;
  kelompok: RevenueGroup;
  before: number;
  after: number;
  change: number;
  /** Change ÷ before, a ratio; null where before is 0 or less. */
  rate: number | null;
}

/** The change of revenue between two years, taken apart. */
export interface RevenueChange {
  before: number;
  after: number;
  change: number;
  /** Change ÷ before, a ratio; null where before is 0 or less. */
  rate: number | null;
  /** By size, the largest first, ties by key; they add up to `change`. */
  parts: Contribution[];
}

/**
 * How the total went from one list of components to another, each multiplied by its factor (1 for nominal rupiah; a price factor, or
 * one per head). A component that one year does not list has nothing in that year's total and counts as 0 there. Null where a
 * component of either year, or a factor, is not known.
 */
export function changeBetween(
  before: readonly ComponentFigure[],
  after: readonly ComponentFigure[],
  factors: { before: number | null; after: number | null } = { before: 1, after: 1 }
): RevenueChange | null {
  const { before: factorBefore, after: factorAfter } = factors;
  if (factorBefore === null || factorAfter === null) return null;
  if (totalOf(before) === null || totalOf(after) === null) return null;
  const [then, now] = comparable([before, after]) as [ComponentFigure[], ComponentFigure[]];
  const keys = [...new Set([...then, ...now].map(({ komponen }) => komponen))];
  const parts = keys.map((komponen) => {
    const [old, fresh] = [then, now].map((list) => list.find((figure) => figure.komponen === komponen));
    const amounts = { before: (old?.rupiah ?? 0) * factorBefore, after: (fresh?.rupiah ?? 0) * factorAfter };
    return { komponen, kelompok: (old ?? fresh)!.kelompok, ...difference(amounts) };
  });
  const size = (part: Contribution) => Math.abs(part.change);
  parts.sort((a, b) => size(b) - size(a) || (a.komponen < b.komponen ? -1 : 1));
  const sum = (key: 'before' | 'after') => parts.reduce((total, part) => total + part[key], 0);
  return { ...difference({ before: sum('before'), after: sum('after') }), parts };
}

/**
 * Compound annual growth rate, (last ÷ first)^(1/years) − 1, a ratio; null where a value is not known, the first is 0 or less, the last
 * is below 0, or no year lies between.
 */
export function cagr(first: number | null, last: number | null, years: number): number | null {
  if (first === null || last === null || first <= 0 || last < 0 || years <= 0) return null;
  return (last / first) ** (1 / years) - 1;
}

function difference({ before, after }: { before: number; after: number }) {
  const change = after - before;
  return { before, after, change, rate: before > 0 ? change / before : null };
}
