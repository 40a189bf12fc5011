/** A grade of the PEFA 2016 framework, best first. */
export type Grade = 'A' | 'B' | 'C' | 'D';

/** One head of the budget (a function, an SKPD, or an economic type) in one year, rupiah. */
export interface BudgetHead {
  kode: string;
  /** Original approved budget (APBD murni). */
  budget: number;
  /** Final outturn. */
  outturn: number;
  /** `contingency` (belanja tidak terduga) and `interest` are treated apart by the framework. */
  kind?: 'contingency' | 'interest';
}

/** A fiscal year; only complete ones (twelve months, every SKPD) may be graded. */
export interface BudgetYear {
  tahun: number;
  isComplete: boolean;
  heads: readonly BudgetHead[];
}

/** PI-1: total outturn ÷ total original budget, everything included, a ratio; null when the budget is 0. */
export function outturnRate(heads: readonly BudgetHead[]): number | null {
  const budget = total(heads, 'budget');
  return budget === 0 ? null : total(heads, 'outturn') / budget;
}

/** One head split into what the whole budget did and what the head did besides, rupiah. */
export interface HeadDeviation {
  kode: string;
  /** Budget × (total outturn ÷ total budget). */
  adjusted: number;
  /** Outturn − adjusted: composition part; adds up to 0 over the heads. */
  deviation: number;
  /** Adjusted − budget: aggregate part. Aggregate + composition = outturn − budget. */
  aggregate: number;
  /** (Budget − outturn) ÷ (total budget − total outturn), a signed ratio: part in the under-realization; null when the totals agree. */
  contribution: number | null;
}

/** How far the composition of spending moved from that of the budget. */
export interface CompositionVariance {
  /** Total outturn ÷ total budget of the heads counted, a ratio. */
  rate: number;
  /** Sum of |deviation| ÷ sum of adjusted budget, a ratio. */
  variance: number;
  heads: HeadDeviation[];
}

/** Composition variance over the heads given; null when their budget or their outturn sums to 0 or less. */
export function compositionVariance(heads: readonly BudgetHead[]): CompositionVariance | null {
  const budget = total(heads, 'budget');
  const outturn = total(heads, 'outturn');
  if (budget <= 0 || outturn <= 0) return null;
  const rate = outturn / budget;
  const deviations = heads.map((head) => {
    const adjusted = head.budget * rate;
    const contribution = budget === outturn ? null : (head.budget - head.outturn) / (budget - outturn);
    const { kode } = head;
    return { kode, adjusted, deviation: head.outturn - adjusted, aggregate: adjusted - head.budget, contribution };
  });
  const moved = deviations.reduce((sum, head) => sum + Math.abs(head.deviation), 0);
  return { rate, variance: moved / outturn, heads: deviations };
}

/** PI-2.1: by function or unit, without contingency and interest; the 20 largest budgets, the rest as one head `lainnya`. */
export function functionVariance(heads: readonly BudgetHead[]): CompositionVariance | null {
  const counted = heads
    .filter((head) => head.kind === undefined)
    .sort((a, b) => b.budget - a.budget || (a.kode < b.kode ? -1 : 1));
  const rest = counted.slice(20);
  if (rest.length === 0) return compositionVariance(counted);
  const others = { kode: 'lainnya', budget: total(rest, 'budget'), outturn: total(rest, 'outturn') };
  return compositionVariance([...counted.slice(0, 20), others]);
}

/** PI-2.2: by economic type, with interest, without contingency. */
export function economicVariance(types: readonly BudgetHead[]): CompositionVariance | null {
  return compositionVariance(types.filter((type) => type.kind !== 'contingency'));
}

/** PI-2.3 of one year: spending actually charged to the contingency line ÷ total original budget, a ratio; null when the budget is 0. */
export function contingencyShare(heads: readonly BudgetHead[]): number | null {
  const budget = total(heads, 'budget');
  const contingency = heads.filter((head) => head.kind === 'contingency');
  return budget === 0 ? null : total(contingency, 'outturn') / budget;
}

/** One indicator over the last three complete years. */
export interface Rating {
  /** The years looked at, oldest first, with the indicator of each (a ratio; null where it is not defined). */
  years: { tahun: number; value: number | null }[];
  /** null with fewer than three complete years, or where one of them has no value. */
  grade: Grade | null;
}

/** PI-1: A for 95–105 %, B for 90–110 %, C for 85–115 % in at least two of the three years, ends included; else D. */
export function rateOutturn(years: readonly BudgetYear[]): Rating {
  const distance = (value: number) => Math.abs(value - 1);
  // A tolerance of 1e-12 keeps 95 % exactly (0.05 away, less a rounding error) inside its band.
  return rate(years, outturnRate, (values) =>
    bestOfThree(values.map(distance), [0.05, 0.1, 0.15], (v, end) => v <= end + 1e-12)
  );
}

/** PI-2.1 or PI-2.2, by the variance given: A below 5 %, B below 10 %, C below 15 % in at least two of the three years; else D. */
export function rateComposition(
  years: readonly BudgetYear[],
  variance: (heads: readonly BudgetHead[]) => CompositionVariance | null
): Rating {
  const value = (heads: readonly BudgetHead[]) => variance(heads)?.variance ?? null;
  return rate(years, value, (values) => bestOfThree(values, [0.05, 0.1, 0.15], (v, end) => v < end));
}

/** PI-2.3, by the mean of the three years' shares: A below 3 %, B 3–6 % inclusive, C below 10 %; else D. */
export function rateContingency(years: readonly BudgetYear[]): Rating {
  return rate(years, contingencyShare, (values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    if (mean < 0.03) return 'A';
    if (mean <= 0.06) return 'B';
    return mean < 0.1 ? 'C' : 'D';
  });
}

function rate(
  years: readonly BudgetYear[],
  indicator: (heads: readonly BudgetHead[]) => number | null,
  grade: (values: number[]) => Grade
): Rating {
  const complete = years.filter((year) => year.isComplete).sort((a, b) => a.tahun - b.tahun);
  const last = complete.slice(-3).map(({ tahun, heads }) => ({ tahun, value: indicator(heads) }));
  const values = last.flatMap(({ value }) => value ?? []);
  return { years: last, grade: values.length === 3 ? grade(values) : null };
}

function bestOfThree(
  values: readonly number[],
  ends: readonly number[],
  isInside: (value: number, end: number) => boolean
): Grade {
  const grades: Grade[] = ['A', 'B', 'C'];
  return grades.find((_, i) => values.filter((value) => isInside(value, ends[i] ?? 0)).length >= 2) ?? 'D';
}

function total(heads: readonly BudgetHead[], key: 'budget' | 'outturn'): number {
  return heads.reduce((sum, head) => sum + head[key], 0);
}
