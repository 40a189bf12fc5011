import { beforeAll, describe, expect, test } from 'vitest';
import { check, totalsOf } from '$lib/model/cuts/check';
import type { LinearSolver } from '$lib/model/cuts/linear';
import type { Problem } from '$lib/model/cuts/problem';
import { solveCuts } from '$lib/model/cuts/solve';
import { startHighs } from '$lib/solver/highsSolver';
import a22 from '../../golden/a22-least-harm.json';
import { problemOf, type PlainLine } from './support/problems';

let solver: LinearSolver;
beforeAll(async () => void (solver = await startHighs()));

const juta = 1_000_000;

/** The lines of A22 with one demand of free money, in million rupiah. */
function a22Lines(withSteps = true): PlainLine[] {
  return a22.lines.map(({ pagu, room, step, harm }) => ({
    ...{ pagu: [pagu, 0], room, step: withSteps ? step : null },
    stretches: harm > 0 ? [{ width: room, harm }] : []
  }));
}

async function optimum(problem: Problem) {
  const solution = await solveCuts(problem, solver);
  if (solution.status === 'dibatalkan') throw new Error('nobody cancelled it');
  return { ...solution, broken: check(problem, solution.cuts), totals: totalsOf(solution.cuts) };
}

describe('golden A22', () => {
  test.for(a22.least)('$demand million of free money cost $harm', async ({ demand, harm }) => {
    const found = await optimum(problemOf({ lines: a22Lines(), demands: [demand, 0] }, { unit: juta }));
    expect(found.status).toBe('optimal');
    expect(found.harm).toBeCloseTo(harm, 9);
    expect(found.broken).toEqual([]);
    expect(found.unmet).toEqual([0, 0]);
  });

  test('houses in parts would cost less: the linear relaxation', async () => {
    const { demand, harm } = a22.relaxed;
    const found = await optimum(problemOf({ lines: a22Lines(false), demands: [demand, 0] }, { unit: juta }));
    expect(found.harm).toBeCloseTo(harm, 9);
    expect(found.totals).toEqual([0, 60 * juta, 390 * juta, 250 * juta]);
  });

  test('mandatory lines and an earmarked road with a shock of its own change nothing', async () => {
    const mandatory: PlainLine = { pagu: [900, 0], room: 0, stretches: [{ width: 900, harm: 0.01 }] };
    const road: PlainLine = { pagu: [0, 400], room: 400, stretches: [{ width: 400, harm: 0 }] };
    const lines = [mandatory, ...a22Lines(), road];
    const found = await optimum(problemOf({ lines, demands: [700, 120] }, { unit: juta }));
    expect(found.harm).toBeCloseTo(150.5, 9);
    expect(found.broken).toEqual([]);
    expect([found.totals[0], found.totals[5]]).toEqual([0, 120 * juta]);
  });

  test('in amounts of a thousand rupiah the answer is the same', async () => {
    const problem = problemOf({ lines: a22Lines(), demands: [700, 0] }, { unit: juta, rounding: 1000 });
    expect((await optimum(problem)).harm).toBeCloseTo(150.5, 9);
  });
});

describe('a plan in whole rupiah', () => {
  test('finds the demand to the rupiah, no more and no less', async () => {
    const lines: PlainLine[] = [
      { pagu: [333_333_333], room: 111_111_111, stretches: [{ width: 111_111_111, harm: 1e-6 }] },
      { pagu: [777_777_777], room: 234_567_891, stretches: [{ width: 234_567_891, harm: 2e-6 }] }
    ];
    const found = await optimum(problemOf({ lines, demands: [345_679_001] }));
    expect(found.status).toBe('optimal');
    expect(found.totals).toEqual([111_111_111, 234_567_890]);
    expect(found.broken).toEqual([]);
  });

  test('of lines that harm nobody each gives the same share of its pagu', async () => {
    const lines: PlainLine[] = [
      { pagu: [400], room: 400 },
      { pagu: [100], room: 100 },
      { pagu: [500], room: 50 }
    ];
    const found = await optimum(problemOf({ lines, demands: [250] }, { unit: juta }));
    expect(found.totals).toEqual([160 * juta, 40 * juta, 50 * juta]);
  });

  test('delivery is cut no deeper than its aid, exactly', async () => {
    const lines: PlainLine[] = [
      { pagu: [7], room: 7 },
      { pagu: [13], room: 13, stretches: [{ width: 13, harm: 1 }] }
    ];
    const problem = problemOf({ lines, demands: [10], couplings: [{ delivery: 0, aid: [1] }] }, { unit: juta });
    const found = await optimum(problem);
    expect(found.broken).toEqual([]);
    expect(found.totals[0]! + found.totals[1]!).toBe(10 * juta);
    expect(found.harm).toBeCloseTo(6.5, 5);
  });

  test('what cannot be found is said, and the plan finds the rest where it harms least', async () => {
    const lines: PlainLine[] = [
      { pagu: [5, 0], room: 5, stretches: [{ width: 5, harm: 2 }] },
      { pagu: [5, 3], room: 6, stretches: [{ width: 6, harm: 1 }] }
    ];
    const found = await optimum(problemOf({ lines, demands: [4, 10] }, { unit: juta }));
    expect(found.status).toBe('infeasible');
    expect(found.unmet).toEqual([0, 7 * juta]);
    expect(found.totals).toEqual([juta, 6 * juta]);
    expect(found.broken.map(({ rule }) => rule)).toEqual(['belum_tertutup']);
  });

  test('cancelling is an answer', async () => {
    const problem = problemOf({ lines: a22Lines(), demands: [700, 0] }, { unit: juta });
    expect(await solveCuts(problem, solver, { signal: AbortSignal.abort() })).toEqual({ status: 'dibatalkan' });
  });
});
