import { couplingLimit } from './check';
import type { Formulation } from './formulation';
import { enter, ledgerOf, type Ledger } from './ledger';
import { lineHarm, mostFrom, type LineLimits } from './limits';
import type { Cuts, Problem } from './problem';
import { fillDemands, trimSurplus } from './settle';

/** How far from a multiple of its grain an amount may be and still stand for it, rupiah. */
const nearby = 0.01;

/**
 * The solver's numbers in whole rupiah. Steps, closures and cuts by hand are restored exactly; every other amount is rounded down to
 * its grain (that of aid with a coupling up), delivery is held to what its aid then allows in exact arithmetic, and what rounding
 * took is found again where it harms least. Nothing here relies on the solver's tolerance: what cannot be restored is left to be
 * found, or shows in `check`.
 */
export function wholeCuts(problem: Problem, formulation: Formulation, values: Float64Array): Cuts {
  const ledger = readLedger(problem, formulation, values);
  holdDelivery(ledger);
  fillDemands(ledger);
  trimSurplus(ledger);
  return { byPool: ledger.cuts };
}

/** Harm of a plan by the stretches of its lines, weighted as the scenario asks; lines of unknown harm are not in it. */
export function planHarm(problem: Problem, { byPool }: Cuts): number {
  return problem.lines.reduce((sum, { stretches }, line) => sum + lineHarm(stretches, sumOf(byPool[line]!)), 0);
}

/** A plan that cuts nothing. */
export function noCuts(problem: Problem): Cuts {
  return { byPool: problem.lines.map(({ pools }) => pools.map(() => 0)) };
}

function readLedger(problem: Problem, formulation: Formulation, values: Float64Array): Ledger {
  const { limits, unit, steps, closed } = formulation;
  const raised = new Set(problem.couplings.flatMap(({ aid }) => aid));
  const settled = limits.map((limit, line) => settledTotal(limit, steps[line] ?? null, closed[line] ?? null, values));
  const most = limits.map((limit, line) => settled[line] ?? limit.kept ?? limit.most);
  const cuts = problem.lines.map(({ pools }, line) => {
    const amounts = formulation.amounts[line]!.map((column) => values[column]! * unit);
    const caps = pools.map(({ pagu }) => mostFrom(pagu, limits[line]!, problem.rounding));
    const total = settled[line]!;
    const { grain } = limits[line]!;
    return total === null
      ? rounded(amounts, caps, { grain, most: most[line]!, up: raised.has(line) })
      : splitTotal(amounts, caps, total);
  });
  // Half of what `check` grants, so that sums kept by adding, which are not exact, never spend more than all of it.
  const rowRoom = unit > problem.rounding ? problem.rounding / 2 : 0;
  return ledgerOf(problem, { limits, cuts, most, rowRoom, settled: settled.map((total) => total !== null) });
}

/** The total where it is not to be rounded; null where it is. */
function settledTotal(limit: LineLimits, step: number | null, closed: number | null, values: Float64Array) {
  if (limit.fixed !== null) return limit.fixed;
  if (step !== null) return Math.round(values[step]!) * limit.grain;
  return closed !== null && values[closed]! > 0.5 ? limit.closing : null;
}

function rounded(
  amounts: readonly number[],
  caps: readonly number[],
  { grain, most, up }: { grain: number; most: number; up: boolean }
): number[] {
  let left = most;
  return amounts.map((amount, at) => {
    const near = Math.round(amount / grain) * grain;
    const other = (up ? Math.ceil(amount / grain) : Math.floor(amount / grain)) * grain;
    const chosen = Math.abs(near - amount) < nearby ? near : other;
    const cut = Math.max(0, Math.min(chosen, caps[at]!, left));
    left -= cut;
    return cut;
  });
}

/** Whole rupiah near the amounts that add up to the total; less only where the pools cannot give it. */
function splitTotal(amounts: readonly number[], caps: readonly number[], total: number): number[] {
  const parts = amounts.map((amount, at) => Math.max(0, Math.min(Math.floor(amount + nearby), caps[at]!)));
  let left = total - sumOf(parts);
  return parts.map((part, at) => {
    const changed = Math.max(0, Math.min(part + left, caps[at]!));
    left -= changed - part;
    return changed;
  });
}

/** Lowers delivery to the rate of its aid, by whole grains; a cut by hand stays. */
function holdDelivery(ledger: Ledger): void {
  for (const coupling of ledger.problem.couplings) {
    const { delivery } = coupling;
    const { grain, fixed } = ledger.limits[delivery]!;
    const over = ledger.totals[delivery]! - couplingLimit(ledger.problem, coupling, ledger.totals);
    if (over <= 0 || fixed !== null) continue;
    let left = Math.ceil(over / grain) * grain;
    ledger.cuts[delivery]!.forEach((cut, at) => {
      const taken = Math.min(cut, left);
      enter(ledger, delivery, at, -taken);
      left -= taken;
    });
  }
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, part) => sum + part, 0);
}
