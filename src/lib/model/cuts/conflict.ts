import type { LinearSolver } from './linear';
import { activeRules, withoutRule, type BuildProblem } from './price';
import type { Demand, Problem } from './problem';
import type { LineDecision, RuleName, Scenario } from './scenario';
import { solveCuts, type SolveCutsOptions } from './solve';

/** What may stand against a demand: a rule, lines the reader locked, cuts set by hand, or lines whose harm nobody measured. */
export type Conflicting = RuleName | 'kunci' | 'tangan' | 'tak_terukur';

/** Why a request cannot be met. */
export interface Conflict {
  /** The smallest set that cannot be kept together: relax any one and the demands named here can be met. */
  rules: Conflicting[];
  demands: Demand[];
  /** Most that can be found of each demand of the scenario, all together, rupiah. */
  found: readonly number[];
  /** The same, added up: the largest shock that the rules can bear. */
  foundInAll: number;
}

/**
 * Why a scenario cannot be met: null where it can, and where it was cancelled. Rules are left out one after another, and then demands; what
 * cannot be left out without making the rest possible is the conflict (a deletion filter). The set is minimal: no part of it can go. It
 * need not be the only one.
 */
export async function conflictOf(
  scenario: Scenario,
  build: BuildProblem,
  solver: LinearSolver,
  options: SolveCutsOptions = {}
): Promise<Conflict | null> {
  const quick = { ...options, evenly: false };
  const isMet = async (problem: Problem) => {
    const { status } = await solveCuts(problem, solver, quick);
    if (status === 'dibatalkan') throw new Cancelled();
    return status === 'optimal';
  };
  try {
    const base = await solveCuts(build(scenario), solver, quick);
    if (base.status !== 'infeasible') return null;
    const { rules, left } = await neededRules(scenario, build, isMet);
    const problem = build(left);
    const demands = await neededDemands(problem, isMet);
    const found = build(scenario).demands.map(({ jumlah }, at) => jumlah - base.unmet[at]!);
    return { rules, demands, found, foundInAll: found.reduce((sum, one) => sum + one, 0) };
  } catch (error) {
    if (error instanceof Cancelled) return null;
    throw error;
  }
}

class Cancelled extends Error {}

type IsMet = (problem: Problem) => Promise<boolean>;

/** Rules without which the demands could be met, and the scenario with only these. */
async function neededRules(scenario: Scenario, build: BuildProblem, isMet: IsMet) {
  const rules: Conflicting[] = [];
  let left = scenario;
  for (const one of candidates(scenario, build)) {
    const without = relaxed(left, one, build);
    if (await isMet(build(without))) rules.push(one);
    else left = without;
  }
  return { rules, left };
}

/** What there is to relax, the softest first: what stays in the end is what is hardest to give up last. */
function candidates(scenario: Scenario, build: BuildProblem): Conflicting[] {
  const decisions = Object.values(scenario.decisions);
  const has = (name: keyof LineDecision) => decisions.some((decision) => decision[name] !== undefined);
  return [
    ...(has('cut') ? (['tangan'] as const) : []),
    ...(decisions.some(({ locked }) => locked === true) ? (['kunci'] as const) : []),
    ...activeRules(scenario.rules),
    ...(build(scenario).lines.some(({ bound }) => bound === 'tak_terukur') ? (['tak_terukur'] as const) : [])
  ];
}

function relaxed(scenario: Scenario, one: Conflicting, build: BuildProblem): Scenario {
  if (one === 'tangan') return withDecisions(scenario, ({ cut: _, ...rest }) => rest);
  if (one === 'kunci') return withDecisions(scenario, ({ locked: _, ...rest }) => rest);
  if (one !== 'tak_terukur') return withoutRule(scenario, one);
  const unmeasured = build(scenario).lines.filter(({ unknown }) => unknown);
  const allowed = unmeasured.map(({ line }) => [line.id, { ...scenario.decisions[line.id], allowed: true }] as const);
  return { ...scenario, decisions: { ...scenario.decisions, ...Object.fromEntries(allowed) } };
}

function withDecisions(scenario: Scenario, change: (decision: LineDecision) => LineDecision): Scenario {
  const changed = Object.entries(scenario.decisions).map(([id, decision]) => [id, change(decision)] as const);
  return { ...scenario, decisions: Object.fromEntries(changed) };
}

/** Demands without which the rest could be met under the rules of the problem. */
async function neededDemands(problem: Problem, isMet: IsMet): Promise<Demand[]> {
  let left = problem;
  const needed: Demand[] = [];
  for (const [at, demand] of problem.demands.entries()) {
    if (demand.jumlah <= 0) continue;
    const demands = left.demands.map((one, index) => (index === at ? { ...one, jumlah: 0 } : one));
    if (await isMet({ ...left, demands })) needed.push(demand);
    else left = { ...left, demands };
  }
  return needed;
}
