import { check } from '$lib/model/cuts/check';
import type { Cuts, Problem } from '$lib/model/cuts/problem';

/**
 * The least harm of all plans in whole units that keep every rule, found by trying them all; null where none does. Equity rows are held
 * without the room for rounding that `check` grants, which in amounts this small would be most of the money.
 */
export function leastByTrying(problem: Problem, unit: number): number | null {
  const choices = problem.lines.map((_, line) => choicesOf(problem, line, unit));
  let best: number | null = null;
  const chosen: (readonly number[])[] = [];
  const visit = (line: number) => {
    if (line === choices.length) {
      const harm = harmIfKept(problem, { byPool: chosen }, best);
      if (harm !== null) best = harm;
      return;
    }
    for (const choice of choices[line]!) {
      chosen[line] = choice;
      visit(line + 1);
    }
  };
  visit(0);
  return best;
}

/** Every cut of one line that the rules of the line itself allow. */
function choicesOf(problem: Problem, line: number, unit: number): number[][] {
  const { pools } = problem.lines[line]!;
  const combinations = pools.reduce<number[][]>(
    (sofar, { pagu }) =>
      sofar.flatMap((parts) => Array.from({ length: Math.floor(pagu / unit) + 1 }, (_, k) => [...parts, k * unit])),
    [[]]
  );
  const alone: Problem = {
    ...{ lines: [problem.lines[line]!], couplings: [], equity: [], rounding: problem.rounding },
    demands: problem.demands.map((demand) => ({ ...demand, jumlah: 0 }))
  };
  return combinations.filter((parts) => check(alone, { byPool: [parts] }).length === 0);
}

/** The harm of a plan if it is less than `best` and keeps every rule. */
function harmIfKept(problem: Problem, cuts: Cuts, best: number | null): number | null {
  const totals = cuts.byPool.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  const harm = problem.lines.reduce((sum, { stretches }, line) => {
    let left = totals[line]!;
    return stretches.reduce((harmed, { width, harm: each }) => {
      const used = Math.min(left, width);
      left -= used;
      return harmed + used * each;
    }, sum);
  }, 0);
  if (best !== null && harm >= best) return null;
  const even = problem.equity.every(
    ({ terms }) => terms.reduce((sum, { line, coefficient }) => sum + coefficient * totals[line]!, 0) <= 1e-9
  );
  return even && check(problem, cuts).length === 0 ? harm : null;
}
