import type { LinearSolver } from './linear';
import type { Problem } from './problem';
import type { RuleName, Rules, Scenario } from './scenario';
import { solveCuts, type SolveCutsOptions } from './solve';

/** What one rule costs. */
export interface RulePrice {
  rule: RuleName;
  /** How it was relaxed: by a step of its own setting (a ratio), or switched off. */
  relaxed: { step: number } | 'off';
  /** Harm of the best plan less that of the best plan with the rule relaxed, ≥ 0 beyond the solver's tolerance; null where one of them leaves money to be found. */
  harm: number | null;
  /** Rupiah more that can be found with the rule relaxed; 0 where everything is found either way. */
  found: number;
}

/** Makes the problem of a changed scenario over the same data. */
export type BuildProblem = (scenario: Scenario) => Problem;

/** Step of each rule that has a setting: a share of pagu, or times the regency's rate. A cap is raised by 5 % of pagu. */
const step = 0.05;

/**
 * What each rule that is on costs: the optimum with it less the optimum with it relaxed by one step, both solved (methods.md §4.2). Shares
 * of SPM and of the minimum fall by 0.05, caps rise by 0.05 of pagu, the limit between kecamatan rises by 0.05; other rules are switched
 * off. Duals of the linear model are not used: with whole things they say nothing. Null where it was cancelled.
 */
export async function pricesOf(
  scenario: Scenario,
  build: BuildProblem,
  solver: LinearSolver,
  options: SolveCutsOptions = {}
): Promise<RulePrice[] | null> {
  const compared = { ...options, evenly: false, closely: true };
  const base = await solveCuts(build(scenario), solver, compared);
  if (base.status === 'dibatalkan') return null;
  const prices: RulePrice[] = [];
  for (const { rule, relaxed, problem } of relaxations(scenario, build)) {
    const other = await solveCuts(problem, solver, compared);
    if (other.status === 'dibatalkan') return null;
    const comparable = base.status === 'optimal' && other.status === 'optimal';
    prices.push({
      ...{ rule, relaxed },
      harm: comparable ? base.harm - other.harm : null,
      found: sumOf(base.unmet) - sumOf(other.unmet)
    });
  }
  return prices;
}

/** Rules that are on. */
export function activeRules(rules: Rules): RuleName[] {
  return (Object.keys(rules) as RuleName[]).filter((name) => {
    const value = rules[name];
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
  });
}

/** The scenario with one rule switched off. */
export function withoutRule(scenario: Scenario, rule: RuleName): Scenario {
  return { ...scenario, rules: { ...scenario.rules, [rule]: offValue[rule] } };
}

const offValue: Rules = {
  ...{ terikat: false, komitmen: false, spm: null, akun: [], penunjang: false },
  ...{ data: false, batas: false, satuan: false, minimum: null, kecamatan: null }
};

function relaxations(scenario: Scenario, build: BuildProblem) {
  return activeRules(scenario.rules).map((rule): Pick<RulePrice, 'rule' | 'relaxed'> & { problem: Problem } => {
    if (rule === 'batas') return { rule, relaxed: { step }, problem: withHigherCaps(scenario, build) };
    const value = scenario.rules[rule];
    if (typeof value !== 'number') return { rule, relaxed: 'off', problem: build(withoutRule(scenario, rule)) };
    const eased = rule === 'kecamatan' ? value + step : Math.max(0, value - step);
    const problem = build({ ...scenario, rules: { ...scenario.rules, [rule]: eased } });
    return { rule, relaxed: { step: rule === 'kecamatan' ? step : -step }, problem };
  });
}

/** Caps are in the data: a line that ends at its cap gets 5 % of its pagu more, as far as its other limits let it. */
function withHigherCaps(scenario: Scenario, build: BuildProblem): Problem {
  const [capped, open] = [build(scenario), build(withoutRule(scenario, 'batas'))];
  const lines = capped.lines.map((line, at) => {
    if (line.bound !== 'batas') return line;
    const free = open.lines[at]!;
    const grain = line.step ?? scenario.rounding;
    const raised = Math.floor((line.room + line.line.pagu * step) / grain) * grain;
    return { ...free, room: Math.max(line.room, Math.min(free.room, raised)), keepAbove: line.keepAbove };
  });
  return { ...capped, lines };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
