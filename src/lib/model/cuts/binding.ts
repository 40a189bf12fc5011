import { couplingLimit, totalsOf } from './check';
import type { Bound, Cuts, Problem } from './problem';

/** A rule that holds money back from a plan. */
export interface BindingBound {
  bound: Exclude<Bound, null> | 'penunjang' | 'minimum' | 'tangan';
  /** Lines it holds. */
  lines: number;
  /** Rupiah not spent that it keeps from being cut. */
  rupiah: number;
}

/**
 * Which bounds bind: for each, the lines that are cut as far as it lets them and what it keeps of them, the largest first. A line that
 * is cut less than it may be is held by none. Delivery is held by its aid, aid by its minimum, a line by the hand that set it.
 */
export function bindingBounds(problem: Problem, cuts: Cuts): BindingBound[] {
  const totals = totalsOf(cuts);
  const found = new Map<BindingBound['bound'], BindingBound>();
  const coupled = new Map(problem.couplings.map((one) => [one.delivery, one]));
  problem.lines.forEach(({ line, room, bound, step, keepAbove, fixed }, at) => {
    const left = line.pagu - (line.spent ?? 0);
    const cut = totals[at]!;
    const coupling = coupled.get(at);
    const name = ((): BindingBound['bound'] | null => {
      if (cut > room - (step ?? problem.rounding)) return bound;
      if (fixed !== null) return 'tangan';
      if (keepAbove !== null && cut >= keepAbove) return 'minimum';
      return coupling !== undefined && cut >= couplingLimit(problem, coupling, totals) ? 'penunjang' : null;
    })();
    if (name === null || left - cut <= 0) return;
    const so = found.get(name) ?? { bound: name, lines: 0, rupiah: 0 };
    found.set(name, { bound: name, lines: so.lines + 1, rupiah: so.rupiah + left - cut });
  });
  return [...found.values()].sort((a, b) => b.rupiah - a.rupiah);
}
