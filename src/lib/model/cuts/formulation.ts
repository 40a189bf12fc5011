import { joined, limitsOf, mostFrom, type LineLimits } from './limits';
import { linearModel, type LinearModel, type ModelBuilder, type Term } from './linear';
import type { Problem } from './problem';

/** A problem as a linear model, and where in it the cuts stand. */
export interface Formulation {
  model: LinearModel;
  /** Rupiah of one unit of the amounts. Large enough that numbers of the model are of similar size: rupiah are restored on reading. */
  unit: number;
  /** Harm that the cost 1 stands for. */
  harmUnit: number;
  limits: readonly LineLimits[];
  /** Column of the cut of each line from each of its pools. */
  amounts: readonly (readonly number[])[];
  /** Column that counts whole steps; null where a line does not come whole. */
  steps: readonly (number | null)[];
  /** Column that is 1 where the line is closed; null without that rule. */
  closed: readonly (number | null)[];
  /** Columns of what each demand leaves to be found; empty unless asked for. */
  shortfall: readonly number[];
}

/** What a formulation is for. */
export interface FormulationOptions {
  /** Find as much as the rules allow instead of the least harm: demands may fall short, and the shortfall is the cost. */
  mostFound?: boolean;
  /** Share by which coupling and equity rows are drawn tighter, so that rounding keeps them; 0 where not given. No cut at all stays allowed. */
  margin?: number;
}

/** Up to so many grains in every line, each amount is a whole number of them for the solver too, and nothing needs rounding. */
const countedGrains = 10_000;
/** Cost of the most harmful rupiah, so that costs are of one size whatever harm counts. */
const largestCost = 100;

/**
 * The cut model of methods.md §4.2 as a linear model. A line's cut is a sum over its pools; where harm rises from stretch to
 * stretch the solver fills the mild ones first by itself. Whole steps are counted, a line that may be kept or closed has a column of
 * 0 and 1; without either the model is linear.
 */
export function formulate(problem: Problem, { mostFound = false, margin = 0 }: FormulationOptions = {}): Formulation {
  const limits = limitsOf(problem);
  const largest = largestOf(limits.map(({ most, fixed }) => fixed ?? most));
  const counted = largest <= countedGrains * problem.rounding;
  const unit = counted ? problem.rounding : 10 ** (Math.floor(Math.log10(largest)) - 3);
  const harms = problem.lines.flatMap(({ stretches }) => stretches.map(({ harm }) => harm));
  const harmUnit = mostFound ? 1 : (largestOf(harms) * unit) / largestCost || 1;
  const builder = linearModel();
  const columns = { unit, harmUnit, limits, counted, mostFound };
  const lines = problem.lines.map((_, index) => addLine(builder, problem, index, columns));
  const amounts = lines.map(({ amounts }) => amounts);
  const shortfall = addDemands(builder, problem, { amounts, unit, mostFound });
  addCouplings(builder, problem, { amounts, margin });
  addEquity(builder, problem, { amounts, margin });
  return {
    ...{ model: builder.build(), unit, harmUnit, limits, amounts, shortfall },
    steps: lines.map(({ step }) => step),
    closed: lines.map(({ closed }) => closed)
  };
}

interface LineContext {
  unit: number;
  harmUnit: number;
  limits: readonly LineLimits[];
  counted: boolean;
  mostFound: boolean;
}

/** Columns of one line, and the rows that bind them to each other. */
function addLine(builder: ModelBuilder, problem: Problem, index: number, context: LineContext) {
  const { unit, harmUnit, mostFound } = context;
  const { pools, stretches } = problem.lines[index]!;
  const limits = context.limits[index]!;
  const harms = mostFound ? [] : joined(stretches);
  const direct = harms.length === 1 ? (harms[0]!.harm * unit) / harmUnit : 0;
  const whole = context.counted && !limits.comesWhole && limits.fixed === null;
  const amounts = pools.map(({ pagu }) => {
    const upper = mostFrom(pagu, limits, problem.rounding) / unit;
    return builder.column({ cost: direct, upper, whole });
  });
  const total = amounts.map((column): Term => [column, 1]);
  addTotal(builder, total, limits, unit);
  if (harms.length > 1) {
    const parts = harms.map(({ width, harm }, at) =>
      builder.column({ cost: (harm * unit) / harmUnit, upper: at === harms.length - 1 ? Infinity : width / unit })
    );
    builder.row([...total, ...parts.map((column): Term => [column, -1])], 0, 0);
  }
  const free = limits.fixed === null;
  return {
    amounts,
    step: free && limits.comesWhole ? addSteps(builder, total, limits, unit) : null,
    closed: free && limits.kept !== null ? addClosing(builder, total, limits, unit) : null
  };
}

/** What the line gives from all its pools together. */
function addTotal(builder: ModelBuilder, total: readonly Term[], { most, fixed }: LineLimits, unit: number): void {
  if (fixed !== null) builder.row(total, fixed / unit, fixed / unit);
  else if (total.length > 1) builder.row(total, -Infinity, most / unit);
}

function addSteps(builder: ModelBuilder, total: readonly Term[], { grain, most }: LineLimits, unit: number): number {
  const count = builder.column({ upper: Math.floor(most / grain), whole: true });
  builder.row([...total, [count, -grain / unit]], 0, 0);
  return count;
}

/** total ≤ kept + (closing − kept) z and total ≥ closing × z; without a cut that closes, total ≤ kept. */
function addClosing(builder: ModelBuilder, total: readonly Term[], limits: LineLimits, unit: number): number {
  const { kept, closing } = limits;
  const closed = builder.column({ upper: closing === null || closing === 0 ? 0 : 1, whole: true });
  builder.row([...total, [closed, -((closing ?? kept!) - kept!) / unit]], -Infinity, kept! / unit);
  if (closing !== null) builder.row([...total, [closed, -closing / unit]], 0, Infinity);
  return closed;
}

interface Tightened {
  amounts: Formulation['amounts'];
  margin: number;
}

interface Found {
  amounts: Formulation['amounts'];
  unit: number;
  mostFound: boolean;
}

function addDemands(builder: ModelBuilder, problem: Problem, given: Found): number[] {
  const terms: Term[][] = problem.demands.map(() => []);
  problem.lines.forEach(({ pools }, line) =>
    pools.forEach(({ pool }, at) => terms[pool]!.push([given.amounts[line]![at]!, 1]))
  );
  return problem.demands.flatMap(({ jumlah }, pool) => {
    const least = Math.ceil(jumlah) / given.unit;
    const short = given.mostFound ? [builder.column({ cost: 1, upper: least })] : [];
    if (least > 0) builder.row([...terms[pool]!, ...short.map((column): Term => [column, 1])], least, Infinity);
    return short;
  });
}

/** x_p ÷ B_p ≤ Σ x_l ÷ Σ B_l, multiplied by B_p. Aid without pagu has no rate: its delivery is then not cut at all. */
function addCouplings(builder: ModelBuilder, problem: Problem, { amounts, margin }: Tightened): void {
  for (const { delivery, aid } of problem.couplings) {
    const pagu = aid.reduce((sum, line) => sum + problem.lines[line]!.line.pagu, 0);
    const rate = pagu > 0 ? (problem.lines[delivery]!.line.pagu / pagu) * (1 - margin) : 0;
    const terms = [
      ...amounts[delivery]!.map((column): Term => [column, 1]),
      ...aid.flatMap((line) => amounts[line]!.map((column): Term => [column, -rate]))
    ];
    builder.row(terms, -Infinity, 0);
  }
}

/** Σ coefficient × x ≤ 0, scaled to a largest coefficient of 1. A line named twice counts with the sum of its coefficients. */
function addEquity(builder: ModelBuilder, problem: Problem, { amounts, margin }: Tightened): void {
  for (const { terms } of problem.equity) {
    const byLine = new Map<number, number>();
    for (const { line, coefficient } of terms) byLine.set(line, (byLine.get(line) ?? 0) + coefficient);
    const scale = largestOf([...byLine.values()].map(Math.abs));
    if (scale === 0) continue;
    const scaled = [...byLine].flatMap(([line, coefficient]) =>
      amounts[line]!.map((column): Term => [column, (coefficient + Math.abs(coefficient) * margin) / scale])
    );
    builder.row(scaled, -Infinity, 0);
  }
}

function largestOf(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, value), 0);
}
