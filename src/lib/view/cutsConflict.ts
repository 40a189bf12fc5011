import type { Conflict, Conflicting } from '$lib/model/cuts/conflict';
import { findDemands, sourceShocks, tkdKey } from '$lib/model/cuts/demand';
import type { CutInput } from '$lib/model/cuts/line';
import type { LinearSolver } from '$lib/model/cuts/linear';
import { withoutRule, type BuildProblem } from '$lib/model/cuts/price';
import type { Problem } from '$lib/model/cuts/problem';
import type { LineDecision, Scenario, Shock } from '$lib/model/cuts/scenario';
import { solveCuts } from '$lib/model/cuts/solve';

/** The scenario with one rule of a conflict let go: a rule off, locks or cuts by hand lifted, or lines of unmeasured harm allowed. */
export function letGo(scenario: Scenario, one: Conflicting, problem: Problem): Scenario {
  if (one === 'tangan') return withDecisions(scenario, ({ cut: _, ...rest }) => rest);
  if (one === 'kunci') return withDecisions(scenario, ({ locked: _, ...rest }) => rest);
  if (one !== 'tak_terukur') return withoutRule(scenario, one);
  const allowed = problem.lines
    .filter(({ bound }) => bound === 'tak_terukur')
    .map(({ line: { id } }) => [id, { ...scenario.decisions[id], allowed: true }] as const);
  return { ...scenario, decisions: { ...scenario.decisions, ...Object.fromEntries(allowed) } };
}

/** One part of a conflict let go. */
export interface Release {
  one: Conflicting;
  scenario: Scenario;
  /** Rupiah that are still not found then; 0: letting go of this alone is enough. */
  unmet: number;
}

/**
 * What letting go of each part of a conflict would do. The parts cannot be kept together, but other rules may stand in the way as well, so
 * each release is solved with all of these on. Rejects with the signal's reason where it was cancelled.
 */
export async function releases(
  scenario: Scenario,
  { rules }: Pick<Conflict, 'rules'>,
  build: BuildProblem,
  { solver, signal }: { solver: LinearSolver; signal?: AbortSignal }
): Promise<Release[]> {
  const problem = build(scenario);
  const found: Release[] = [];
  for (const one of rules) {
    const next = letGo(scenario, one, problem);
    const solved = await solveCuts(build(next), solver, { evenly: false, ...(signal && { signal }) });
    if (solved.status === 'dibatalkan') throw signal!.reason;
    found.push({ one, scenario: next, unmet: solved.unmet.reduce((sum, left) => sum + left, 0) });
  }
  return found;
}

/** A line about which nothing is decided any more is left out. */
function withDecisions(scenario: Scenario, change: (decision: LineDecision) => LineDecision): Scenario {
  const changed = Object.entries(scenario.decisions).map(([id, decision]) => [id, change(decision)] as const);
  const kept = changed.filter(([, decision]) => Object.keys(decision).length > 0);
  return { ...scenario, decisions: Object.fromEntries(kept) };
}

/** Percents are lowered to a whole hundredth of a percent: no more is asked than can be found. */
const percentStep = 1e-4;

/**
 * The scenario with its falls lowered until the rules can bear them: each fall by the share that can be found of the demands it reaches,
 * the smallest where it reaches several; rises stay. Null where no fall can be lowered so far (a demand stays above what can be found).
 */
export function bearable(input: CutInput, scenario: Scenario, { found }: Pick<Conflict, 'found'>): Scenario | null {
  const factors = factorBySource(input, scenario, found);
  const shocks = Object.entries(scenario.shocks).map(([kode, shock]): [string, Shock] => {
    if (shock.nilai <= 0) return [kode, shock];
    const reached = kode === tkdKey ? tkdSources(input, scenario) : [kode];
    const factor = Math.min(1, ...reached.map((one) => factors.get(one) ?? 1));
    return [kode, factor === 1 ? shock : { ...shock, nilai: lowered(shock, factor) }];
  });
  const next = { ...scenario, shocks: Object.fromEntries(shocks) };
  const isBorne = findDemands(input, next).every(({ jumlah }, at) => jumlah <= (found[at] ?? 0));
  return isBorne ? next : null;
}

function lowered({ jenis, nilai }: Shock, factor: number): number {
  if (jenis === 'rupiah') return Math.floor(nilai * factor);
  return Number((Math.floor((nilai * factor) / percentStep) * percentStep).toFixed(4));
}

/** Sources that the shock of all TKD stands for; the null source where the agency names none of TKD. */
function tkdSources(input: CutInput, { shocks }: Scenario): (string | null)[] {
  const codes = input.sources.filter(({ kelompok, kode }) => kelompok === 'TKD' && !Object.hasOwn(shocks, kode));
  return [...codes.map(({ kode }) => kode), null];
}

/** For each source that falls: the share of its pool's falls that can be found, rises counted to what is found. */
function factorBySource(input: CutInput, scenario: Scenario, found: readonly number[]): Map<string | null, number> {
  const lost = new Map(sourceShocks(input, scenario).map(({ sumber, jumlah }) => [sumber, jumlah]));
  const factors = new Map<string | null, number>();
  findDemands(input, scenario).forEach(({ sumber, jumlah }, at) => {
    if (jumlah <= (found[at] ?? 0)) return;
    const amounts = sumber.map((kode) => lost.get(kode) ?? 0);
    const falls = amounts.reduce((sum, one) => sum + Math.max(0, one), 0);
    const rises = amounts.reduce((sum, one) => sum + Math.max(0, -one), 0);
    // Each fall is rounded to whole rupiah on its own, and the demand up to its step: that much is kept back.
    const spare = sumber.length + scenario.rounding;
    const factor = Math.max(0, (found[at] ?? 0) + rises - spare) / falls;
    sumber.forEach((kode, place) => amounts[place]! > 0 && factors.set(kode, factor));
  });
  return factors;
}
