import { beforeAll, describe, expect, test } from 'vitest';
import { buildProblem } from '$lib/model/cuts/build';
import { conflictOf, type Conflicting } from '$lib/model/cuts/conflict';
import { defaultScenario } from '$lib/model/cuts/defaultScenario';
import type { CutInput } from '$lib/model/cuts/line';
import type { LinearSolver } from '$lib/model/cuts/linear';
import { activeRules, pricesOf, withoutRule } from '$lib/model/cuts/price';
import type { Scenario } from '$lib/model/cuts/scenario';
import { solveCuts } from '$lib/model/cuts/solve';
import { startHighs } from '$lib/solver/highsSolver';
import { manyLines } from '../../bench/support/cutLines';
import { cutLine } from './support/problems';

let solver: LinearSolver;
beforeAll(async () => void (solver = await startHighs()));

const input = manyLines(30);
const build = (scenario: Scenario) => buildProblem(input, scenario);
const base = defaultScenario(2026, 7);

function shocked(share: number, rules: Partial<Scenario['rules']> = {}): Scenario {
  return { ...base, shocks: { TKD: { jenis: 'persen', nilai: share } }, rules: { ...base.rules, ...rules } };
}

/** An office and data work, paid from free money, ten million each. */
const two: CutInput = {
  ...{ tahun: 2026, mulai: 1, aids: [], missing: [] },
  lines: (['umum', 'data'] as const).map((role) => ({
    ...cutLine(role, [{ sumber: 'PAD', pagu: 10e6 }]),
    ...{ role, kodeAkun: '5.1.02.01.01.0024' }
  })),
  sources: [{ kode: 'PAD', nama: 'PAD', kelompok: 'PAD', komponen: null, terikat: false }]
};
const buildTwo = (scenario: Scenario) => buildProblem(two, scenario);
const losing = (rupiah: number): Scenario => ({
  ...defaultScenario(2026, 1),
  shocks: { PAD: { jenis: 'rupiah', nilai: rupiah } }
});

describe('price of a rule', () => {
  test('each rule that is on has one: what the best plan with it harms beyond the best plan with it eased', async () => {
    const scenario = shocked(0.2, { spm: 0.5, minimum: 0.5, kecamatan: 1.2 });
    const prices = (await pricesOf(scenario, build, solver))!;
    expect(prices.map(({ rule }) => rule)).toEqual(activeRules(scenario.rules));
    for (const { harm, found } of prices) {
      if (harm !== null) expect(harm).toBeGreaterThanOrEqual(-1e-3);
      expect(found).toBeGreaterThanOrEqual(0);
    }
    const withRule = await solveCuts(build(scenario), solver);
    const without = await solveCuts(build(withoutRule(scenario, 'komitmen')), solver);
    if (withRule.status !== 'optimal' || without.status !== 'optimal') throw new Error('both can be met');
    expect(prices.find(({ rule }) => rule === 'komitmen')!.harm).toBeCloseTo(withRule.harm - without.harm, 3);
  });

  test('where money is left to be found, the price is the rupiah that the rule withholds', async () => {
    const prices = (await pricesOf(losing(15e6), buildTwo, solver))!;
    expect(prices.find(({ rule }) => rule === 'data')).toEqual({
      rule: 'data',
      relaxed: 'off',
      harm: null,
      found: 5e6
    });
    expect(prices.find(({ rule }) => rule === 'satuan')).toMatchObject({ harm: null, found: 0 });
  });

  test('cancelling gives no price', async () =>
    expect(await pricesOf(losing(5e6), buildTwo, solver, { signal: AbortSignal.abort() })).toBeNull());
});

describe('conflict', () => {
  test('names the lock on data work and the one demand, and how much can be found', async () => {
    const conflict = (await conflictOf(losing(15e6), buildTwo, solver))!;
    expect(conflict.rules).toEqual(['data']);
    expect(conflict.demands.map(({ jumlah }) => jumlah)).toEqual([15e6]);
    expect([conflict.found, conflict.foundInAll]).toEqual([[10e6], 10e6]);
  });

  test('what is more than there is at all conflicts with no rule', async () =>
    expect(await conflictOf(losing(25e6), buildTwo, solver)).toMatchObject({ rules: [], foundInAll: 10e6 }));

  test('a request that can be met has no conflict', async () =>
    expect(await conflictOf(losing(10e6), buildTwo, solver)).toBeNull());

  test('the largest shock it names can be met, and a rupiah more cannot', async () => {
    const { foundInAll } = (await conflictOf(losing(15e6), buildTwo, solver))!;
    expect((await solveCuts(buildTwo(losing(foundInAll)), solver)).status).toBe('optimal');
    expect((await solveCuts(buildTwo(losing(foundInAll + 1)), solver)).status).toBe('infeasible');
  });

  test('of many rules the set is minimal: kept together they fail, and without any one of them they do not', async () => {
    const scenario = { ...shocked(1, { spm: 0.9, minimum: 0.5 }), decisions: { l3: { locked: true } } };
    const conflict = (await conflictOf(scenario, build, solver))!;
    expect(conflict.rules.length).toBeGreaterThan(0);
    const others = activeRules(scenario.rules).filter((rule) => !conflict.rules.includes(rule));
    const kept = others.reduce(
      withoutRule,
      conflict.rules.includes('kunci') ? scenario : { ...scenario, decisions: {} }
    );
    const measured = conflict.rules.includes('tak_terukur') ? kept : allowed(kept);
    const demanded = (given: Scenario) => {
      const problem = build(given);
      const named = conflict.demands.flatMap(({ sumber }) => sumber);
      const demands = problem.demands.map((one) =>
        one.sumber.some((kode) => named.includes(kode)) ? one : { ...one, jumlah: 0 }
      );
      return { ...problem, demands };
    };
    expect((await solveCuts(demanded(measured), solver)).status).toBe('infeasible');
    const eased = (rule: Conflicting) =>
      rule === 'kunci' || rule === 'tangan'
        ? { ...measured, decisions: {} }
        : rule === 'tak_terukur'
          ? allowed(measured)
          : withoutRule(measured, rule);
    for (const rule of conflict.rules)
      expect((await solveCuts(demanded(eased(rule)), solver)).status, rule).toBe('optimal');
  });
});

/** Lines whose harm nobody measured may be cut all the same. */
function allowed(scenario: Scenario): Scenario {
  const unknown = build(scenario).lines.filter((line) => line.unknown);
  const decisions = unknown.map(({ line }) => [line.id, { ...scenario.decisions[line.id], allowed: true }] as const);
  return { ...scenario, decisions: { ...scenario.decisions, ...Object.fromEntries(decisions) } };
}
