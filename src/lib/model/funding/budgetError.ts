import { comparable } from './fold';
import { revenueGroups, totalOf, type ComponentFigure, type RevenueGroup } from './revenue';

/** A budget and what came of it, one full year of one source. */
export interface BudgetOutcome {
  tahun: number;
  /** Stage of the budget; null where the source names none. */
  tahap: string | null;
  anggaran: readonly ComponentFigure[];
  realisasi: readonly ComponentFigure[];
}

/** How far realisasi fell from the budget of a component over the years. Errors are realisasi ÷ anggaran − 1, ratios, see errorOf. */
export interface BudgetError {
  /** A component or folded family; a group (PAD, TKD, …) for its sum; `jumlah` for the whole. */
  komponen: string;
  kelompok: RevenueGroup | null;
  /** Rupiah by year, oldest first; null where not known, or where the budget does not list it. */
  anggaran: (number | null)[];
  realisasi: (number | null)[];
  /** Years with an error. */
  n: number;
  /** Mean error: above 0 when more came than was budgeted; null without a year. */
  mean: number | null;
  /** Root of the mean squared error; null without a year. */
  rmse: number | null;
  /** Standard deviation about the mean, by n − 1; null with fewer than two years. */
  sd: number | null;
}

/**
 * Historical errors of the budget of each component and of the whole: what the uncertainty of a cut rests on. Components are made
 * comparable over all years first; a component that a year's realisasi does not list came to 0, one that its budget does not list has no error.
 */
export function budgetErrors(outcomes: readonly BudgetOutcome[]): BudgetError[] {
  const years = outcomes.toSorted((a, b) => a.tahun - b.tahun);
  const lists = comparable(years.flatMap(({ anggaran, realisasi }) => [anggaran, realisasi]));
  const keys = new Map(lists.flat().map(({ komponen, kelompok }) => [komponen, kelompok]));
  const parts = [...keys].map(([komponen, kelompok]) => ({
    komponen,
    kelompok,
    ...distribution(
      years.map((_, i) => amountIn(lists[2 * i]!, komponen, null)),
      years.map((_, i) => amountIn(lists[2 * i + 1]!, komponen, 0))
    )
  }));
  const totals = distribution(
    years.map(({ anggaran }) => totalOf(anggaran)),
    years.map(({ realisasi }) => totalOf(realisasi))
  );
  return [{ komponen: 'jumlah', kelompok: null, ...totals }, ...groupErrors(years, keys), ...parts];
}

/** Groups of two components or more, where there are several groups; one folded into a single item has its row among the components. */
function groupErrors(years: readonly BudgetOutcome[], items: ReadonlyMap<string, RevenueGroup>): BudgetError[] {
  if (new Set(items.values()).size < 2) return [];
  return revenueGroups
    .filter((group) => !items.has(group) && [...items.values()].filter((kelompok) => kelompok === group).length > 1)
    .map((group) => {
      const sum = (list: readonly ComponentFigure[]) => totalOf(list.filter(({ kelompok }) => kelompok === group));
      const amounts = distribution(
        years.map(({ anggaran }) => sum(anggaran)),
        years.map(({ realisasi }) => sum(realisasi))
      );
      return { komponen: group, kelompok: group, ...amounts };
    });
}

/** Realisasi ÷ budget − 1, a ratio; null where either is not known or the budget is 0 or less. */
export function errorOf(anggaran: number | null, realisasi: number | null): number | null {
  return anggaran === null || realisasi === null || anggaran <= 0 ? null : realisasi / anggaran - 1;
}

type Amounts = readonly (number | null)[];

/** Amounts with mean, root mean square and standard deviation of their errors; null where too few. */
function distribution(anggaran: Amounts, realisasi: Amounts): Omit<BudgetError, 'komponen' | 'kelompok'> {
  const amounts = { anggaran: [...anggaran], realisasi: [...realisasi] };
  const errors = anggaran.flatMap((budget, i) => errorOf(budget, realisasi[i] ?? null) ?? []);
  const n = errors.length;
  if (n === 0) return { ...amounts, n, mean: null, rmse: null, sd: null };
  const mean = errors.reduce((sum, error) => sum + error, 0) / n;
  const rmse = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / n);
  const sd = n < 2 ? null : Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / (n - 1));
  return { ...amounts, n, mean, rmse, sd };
}

function amountIn(list: readonly ComponentFigure[], komponen: string, unlisted: number | null): number | null {
  const found = list.find((figure) => figure.komponen === komponen);
  return found === undefined ? unlisted : found.rupiah;
}

/** A grade of the PEFA 2016 framework, best first. */
export type RevenueGrade = 'A' | 'B' | 'C' | 'D';

/**
 * PEFA PI-3.1, revenue outturn: A for 97–106 % of the budget, B for 94–112 %, C for 92–116 % in at least two of the last three full
 * years, ends included; else D. Null with fewer than three years. Takes errors (outturn ÷ budget − 1), oldest first.
 */
export function revenueOutturnGrade(errors: readonly (number | null)[]): RevenueGrade | null {
  const last = errors.slice(-3).flatMap((error) => error ?? []);
  if (last.length < 3) return null;
  const bands: [RevenueGrade, number, number][] = [
    ['A', 0.97, 1.06],
    ['B', 0.94, 1.12],
    ['C', 0.92, 1.16]
  ];
  // 97 % exactly is inside, whatever binary fractions leave of it.
  const inside = (error: number, low: number, high: number) => error + 1 >= low - 1e-12 && error + 1 <= high + 1e-12;
  return bands.find(([, low, high]) => last.filter((error) => inside(error, low, high)).length >= 2)?.[0] ?? 'D';
}
