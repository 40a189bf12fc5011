import {
  budgetErrors,
  errorOf,
  revenueOutturnGrade,
  type BudgetError,
  type BudgetOutcome,
  type RevenueGrade
} from '$lib/model/funding/budgetError';
import { comparable } from '$lib/model/funding/fold';
import { totalOf, type RevenueYear } from '$lib/model/funding/revenue';
import { fullYears, type RevenueSeries } from '$lib/model/funding/series';
import { compositionVariance } from '$lib/model/credibility';
import { orderOfItem, orderOfStage } from './fundingFigures';

/** What was budgeted against what came, by component and year. */
export interface BudgetErrorsView {
  /** Source of the realisasi. */
  sumber: string;
  /** Source of the budgets; another where only that has the original one. */
  sumberAnggaran: string;
  basis: string;
  /** Stage of each year's budget, oldest first; PEFA asks for the original one (murni). */
  stages: { tahun: number; tahap: string | null }[];
  /** The whole first, then components in the order of the LRA. */
  errors: BudgetError[];
  /** PEFA PI-3.1 over the last three full years; null with fewer, or where a budget is not known to be the original one. */
  grade: RevenueGrade | null;
  /** PEFA PI-3.2: composition variance of revenue by year, ratios; null where not defined. */
  variance: { tahun: number; value: number | null }[];
}

/**
 * Pairs of budget and realisasi of the full years of one realised series: the original budget (murni) of the same source where there is one,
 * else of another source of the same basis, else the budget that the source prints beside. Empty where no year has both.
 */
export function budgetOutcomes(
  realised: RevenueSeries,
  series: readonly RevenueSeries[]
): { sumberAnggaran: string; outcomes: BudgetOutcome[] } {
  const budgets = series.filter(({ ukuran, basis }) => ukuran === 'anggaran' && basis === realised.basis);
  const rank = ({ sumber, tahap }: RevenueSeries) =>
    (tahap === 'murni' ? 0 : sumber === realised.sumber ? 2 : 4) + (sumber === realised.sumber ? 0 : 1);
  const usable = budgets
    .filter((one) => one.sumber === realised.sumber || one.tahap === 'murni')
    .map((one) => ({ one, outcomes: outcomesOf(realised, one) }))
    .filter(({ outcomes }) => outcomes.length > 0)
    .sort(
      (a, b) =>
        rank(a.one) - rank(b.one) ||
        b.outcomes.length - a.outcomes.length ||
        orderOfStage(a.one.tahap) - orderOfStage(b.one.tahap)
    );
  const [best] = usable;
  return best === undefined
    ? { sumberAnggaran: realised.sumber, outcomes: [] }
    : { sumberAnggaran: best.one.sumber, outcomes: best.outcomes };
}

function outcomesOf(realised: RevenueSeries, budget: RevenueSeries): BudgetOutcome[] {
  return fullYears(realised).flatMap(({ tahun, components }) => {
    const planned = budget.years.find((year) => year.tahun === tahun);
    if (planned === undefined || !isSameScope(planned, components)) return [];
    return [{ tahun, tahap: planned.tahap, anggaran: planned.components, realisasi: components }];
  });
}

/** A list of transfers is not compared with a whole revenue. */
function isSameScope(budget: RevenueYear, realised: RevenueYear['components']): boolean {
  const groups = (list: RevenueYear['components']) => list.some(({ kelompok }) => kelompok === 'PAD');
  return totalOf(budget.components) !== null && groups(budget.components) === groups(realised);
}

/** Budget errors of the realised series of the source shown, else of the best one; null where no year has both. */
export function budgetErrorsView(series: readonly RevenueSeries[], used: RevenueSeries): BudgetErrorsView | null {
  const realised = series.filter(({ ukuran }) => ukuran === 'realisasi');
  const ordered = realised.toSorted((a, b) => Number(b.sumber === used.sumber) - Number(a.sumber === used.sumber));
  for (const one of ordered) {
    const { sumberAnggaran, outcomes } = budgetOutcomes(one, series);
    if (outcomes.length === 0) continue;
    const errors = budgetErrors(outcomes).sort(wholeFirst);
    const isOriginal = outcomes.slice(-3).every(({ tahap }) => tahap === 'murni');
    const { sumber, basis } = one;
    return {
      ...{ sumber, sumberAnggaran, basis, errors },
      stages: outcomes.map(({ tahun, tahap }) => ({ tahun, tahap })),
      grade: isOriginal ? revenueOutturnGrade(wholeErrors(errors[0]!)) : null,
      variance: outcomes.map((outcome) => ({ tahun: outcome.tahun, value: varianceOf(outcome) }))
    };
  }
  return null;
}

function wholeFirst(a: BudgetError, b: BudgetError): number {
  const place = ({ kelompok, komponen }: BudgetError) => (kelompok === null ? -1 : orderOfItem(komponen));
  return place(a) - place(b);
}

function wholeErrors({ anggaran, realisasi }: BudgetError): (number | null)[] {
  return anggaran.map((budget, i) => errorOf(budget, realisasi[i] ?? null));
}

function varianceOf({ anggaran, realisasi }: BudgetOutcome): number | null {
  const [budget = [], outturn = []] = comparable([anggaran, realisasi]);
  const keys = [...new Set([...budget, ...outturn].map(({ komponen }) => komponen))];
  const amount = (list: BudgetOutcome['anggaran'], komponen: string) =>
    list.find((figure) => figure.komponen === komponen)?.rupiah ?? 0;
  const heads = keys.map((kode) => ({ kode, budget: amount(budget, kode), outturn: amount(outturn, kode) }));
  return compositionVariance(heads)?.variance ?? null;
}
