import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { check } from '$lib/model/cuts/check';
import type { LinearSolver } from '$lib/model/cuts/linear';
import { planHarm } from '$lib/model/cuts/solution';
import { solveCuts } from '$lib/model/cuts/solve';
import { startHighs } from '$lib/solver/highsSolver';
import { leastByTrying } from './support/enumerate';
import { problemOf, type PlainProblem } from './support/problems';
import { smallProblem } from './support/smallProblem';

let solver: LinearSolver;
beforeAll(async () => void (solver = await startHighs()));

/** The optimiser's answer in one unit of money; harm in that unit. */
async function solved(plain: PlainProblem, unit: number, rounding: 1 | 1000) {
  const problem = problemOf(plain, { unit, rounding });
  const solution = await solveCuts(problem, solver);
  if (solution.status === 'dibatalkan') throw new Error('nobody cancelled it');
  return { ...solution, problem, broken: check(problem, solution.cuts).map(({ rule }) => rule) };
}

/** What holds of every answer, whatever was asked. */
function expectHonest({ status, broken, problem, cuts, harm, unmet }: Awaited<ReturnType<typeof solved>>): void {
  expect(harm).toBe(planHarm(problem, cuts));
  if (status === 'optimal') expect(broken).toEqual([]);
  else expect(unmet.some((left) => left > 0) || broken.includes('tangan')).toBe(true);
}

test.for([
  { name: 'in rupiah', unit: 1, rounding: 1 as const, numRuns: 400 },
  { name: 'in thousands of rupiah', unit: 1000, rounding: 1000 as const, numRuns: 200 }
])(
  '$name: the optimum is that of trying every plan, and infeasible is what no plan meets',
  { timeout: 600_000 },
  ({ unit, rounding, numRuns }) =>
    fc.assert(
      fc.asyncProperty(smallProblem, async (plain) => {
        const found = await solved(plain, unit, rounding);
        const least = leastByTrying(problemOf(plain, { unit, rounding }), unit);
        expectHonest(found);
        expect(found.status).toBe(least === null ? 'infeasible' : 'optimal');
        if (least !== null) expect(found.harm).toBeCloseTo(least, 9);
      }),
      { numRuns }
    )
);

test(
  'in millions, where rupiah are rounded, the optimum is still that of trying every plan: whole amounts have whole optima',
  { timeout: 600_000 },
  () =>
    fc.assert(
      fc.asyncProperty(smallProblem, async (plain) => {
        const apart = { ...plain, couplings: [], equity: [] };
        const found = await solved(apart, 1e6, 1);
        const least = leastByTrying(problemOf(apart), 1);
        expectHonest(found);
        expect(found.status).toBe(least === null ? 'infeasible' : 'optimal');
        if (least !== null) expect(found.harm).toBeCloseTo(least, 9);
      }),
      { numRuns: 300 }
    )
);

test(
  'in millions with rules between lines, a plan is never worse than the best in whole millions',
  { timeout: 600_000 },
  () =>
    fc.assert(
      fc.asyncProperty(smallProblem, async (plain) => {
        const found = await solved(plain, 1e6, 1);
        const least = leastByTrying(problemOf(plain), 1);
        expectHonest(found);
        if (least === null) return;
        expect(found.status).toBe('optimal');
        expect(found.harm).toBeLessThanOrEqual(least + 1e-5);
      }),
      { numRuns: 300 }
    )
);

test('asking for more never harms less', { timeout: 600_000 }, () =>
  fc.assert(
    fc.asyncProperty(smallProblem, async ({ demands: [free, own], ...plain }) => {
      const less = await solved({ ...plain, demands: [free!, own!] }, 1e6, 1);
      const more = await solved({ ...plain, demands: [free! + 1, own!] }, 1e6, 1);
      if (less.status === 'infeasible') expect(more.status).toBe('infeasible');
      else if (more.status === 'optimal') expect(more.harm).toBeGreaterThanOrEqual(less.harm - 1e-5);
    }),
    { numRuns: 150 }
  )
);
