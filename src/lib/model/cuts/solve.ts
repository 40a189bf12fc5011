import { check, unmetOf } from './check';
import { formulate, type Formulation } from './formulation';
import type { LinearProgress, LinearSolver, SolveOptions } from './linear';
import type { Cuts, Problem, Unmet } from './problem';
import { noCuts, planHarm, wholeCuts } from './solution';
import { evened } from './tieBreak';

/** What the optimiser answers. */
export type CutSolution =
  | {
      /**
       * `infeasible`: no plan meets every demand under the rules. The cuts are then those that find most, and of these the mildest;
       * where cuts by hand break a rule whatever the rest does, those of a plan without them.
       */
      status: 'optimal' | 'infeasible';
      cuts: Cuts;
      /** Weighted harm of the cuts, whole rupiah as they are; lines of unknown harm are not in it. */
      harm: number;
      unmet: Unmet;
      /** No plan harms less than this one by more than this share of its harm; 0 where that is proven to the solver's tolerance. */
      gap: number;
    }
  | { status: 'dibatalkan' };

/** How to ask. */
export interface SolveCutsOptions {
  /** Cancels: the answer is then `dibatalkan`. */
  signal?: AbortSignal;
  onProgress?: (progress: LinearProgress) => void;
  /** Of plans with the least harm, take one whose largest cut rate is smallest; true where not given. Prices and conflicts need it not. */
  evenly?: boolean;
  /** Search longer, to compare the harm of two plans; false where not given. */
  closely?: boolean;
}

/** Of whole-number plans, one within this share of the least harm counts as the least. */
export const harmTolerance = 1e-7;

/**
 * When a plan that is not yet proven as closely is good enough: within 0.1 % after a short search, and less close after longer ones. Small plans
 * end before the first. The answer says how close it is.
 */
const enough = [
  { iterations: 150, gap: 1e-3 },
  { iterations: 600, gap: 3e-3 },
  { iterations: 2_500, gap: 1e-2 },
  { iterations: 50_000, gap: Infinity }
];
/** The same where two plans are compared and a small difference matters. */
const closeEnough = [
  { iterations: 400, gap: 1e-4 },
  { iterations: 1_500, gap: 5e-4 },
  { iterations: 5_000, gap: 2e-3 },
  { iterations: 50_000, gap: Infinity }
];

/** Shares by which rows between lines are drawn tighter when rounding breaks them, one after another. */
const margins = [0, 1e-6, 1e-4];

/**
 * The least harmful plan, methods.md §4.2, in whole rupiah: what comes out keeps every rule of `check`. Rejects only where the solver itself
 * fails; a request that cannot be met is an answer.
 */
export async function solveCuts(
  problem: Problem,
  solver: LinearSolver,
  options: SolveCutsOptions = {}
): Promise<CutSolution> {
  try {
    options.signal?.throwIfAborted();
    const best = await leastHarm(problem, solver, options);
    if (best !== null && best.unmet.every((left) => left === 0)) return { status: 'optimal', ...best };
    const most = (await mostFound(problem, solver, options)) ?? (await withoutHands(problem, solver, options));
    return { status: isWhole(problem, most) ? 'optimal' : 'infeasible', ...most };
  } catch (error) {
    if (options.signal?.aborted) return { status: 'dibatalkan' };
    throw error;
  }
}

interface Plan {
  cuts: Cuts;
  harm: number;
  unmet: Unmet;
  gap: number;
}

/** The mildest plan that meets the demands; null where none does. */
async function leastHarm(problem: Problem, solver: LinearSolver, options: SolveCutsOptions): Promise<Plan | null> {
  const asked = passedOn(options);
  for (const margin of problem.couplings.length + problem.equity.length === 0 ? [0] : margins) {
    const formulation = formulate(problem, { margin });
    const answer = await solver.solve(formulation.model, asked);
    if (answer.status === 'infeasible') return null;
    const plan = wholePlan(problem, formulation, answer.values, answer.gap);
    if (!isWhole(problem, plan)) continue;
    return options.evenly === false
      ? plan
      : evenPlan({ problem, formulation, values: answer.values, plan }, solver, options);
  }
  return null;
}

function passedOn({ signal, onProgress, closely }: SolveCutsOptions): SolveOptions {
  return {
    gap: harmTolerance,
    enough: closely ? closeEnough : enough,
    ...(signal && { signal }),
    ...(onProgress && { onProgress })
  };
}

interface Solved {
  problem: Problem;
  formulation: Formulation;
  values: Float64Array;
  plan: Plan;
}

/** Of the plans with this harm, the one with the smallest largest cut rate; the plan itself where rounding makes that worse. */
async function evenPlan(solved: Solved, solver: LinearSolver, options: SolveCutsOptions): Promise<Plan> {
  const { problem, formulation, values, plan } = solved;
  const answer = await solver.solve(evened(problem, formulation, values), passedOn(options));
  if (answer.status === 'infeasible') return plan;
  const even = wholePlan(problem, formulation, answer.values, plan.gap);
  const isNoWorse = even.harm <= plan.harm * (1 + harmTolerance) + Number.EPSILON;
  return isNoWorse && isWhole(problem, even) ? even : plan;
}

/**
 * What can be found of each demand under the rules, all demands taken together, and the mildest plan that finds it. The solver's amount is
 * exact to its tolerance, so what whole rupiah reach of it is asked for. Null where the rules leave no plan at all, not even one that
 * finds nothing: cuts by hand then break a rule.
 */
async function mostFound(problem: Problem, solver: LinearSolver, options: SolveCutsOptions): Promise<Plan | null> {
  const formulation = formulate(problem, { mostFound: true });
  const answer = await solver.solve(formulation.model, passedOn(options));
  if (answer.status === 'infeasible') return null;
  const first = wholePlan(problem, formulation, answer.values, answer.gap);
  const demands = problem.demands.map((demand, at) => ({ ...demand, jumlah: demand.jumlah - first.unmet[at]! }));
  const reachable = { ...problem, demands };
  const best = isKept(problem, first.cuts) ? await leastHarm(reachable, solver, options) : null;
  const chosen = best ?? first;
  return { ...chosen, unmet: unmetOf(problem, chosen.cuts) };
}

/** The best plan without the cuts by hand, which no plan can keep; without them, cutting nothing keeps every rule. */
async function withoutHands(problem: Problem, solver: LinearSolver, options: SolveCutsOptions): Promise<Plan> {
  const free = { ...problem, lines: problem.lines.map((line) => ({ ...line, fixed: null })) };
  const best = (await leastHarm(free, solver, options)) ?? (await mostFound(free, solver, options));
  const cuts = best?.cuts ?? noCuts(problem);
  return { cuts, harm: planHarm(problem, cuts), unmet: unmetOf(problem, cuts), gap: best?.gap ?? 0 };
}

function wholePlan(problem: Problem, formulation: Formulation, values: Float64Array, gap: number): Plan {
  const cuts = wholeCuts(problem, formulation, values);
  return { cuts, harm: planHarm(problem, cuts), unmet: unmetOf(problem, cuts), gap };
}

function isWhole(problem: Problem, { cuts }: Plan): boolean {
  return check(problem, cuts).length === 0;
}

/** Whether every rule but the demands holds. */
function isKept(problem: Problem, cuts: Cuts): boolean {
  return check(problem, cuts).every(({ rule }) => rule === 'belum_tertutup');
}
