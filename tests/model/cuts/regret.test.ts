import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regretOf } from '$lib/model/cuts/regret';

test('the regret of a plan is what it costs beyond the best one, and the smallest worst regret is least bad', () => {
  const { plans, least, hopeless } = regretOf({
    plans: ['hemat', 'hati-hati', 'tengah'],
    scenarios: ['ringan', 'berat'],
    harm: [
      [10, 100],
      [40, 60],
      [20, 75]
    ]
  });
  expect(plans.map(({ regrets }) => regrets)).toEqual([
    [0, 40],
    [30, 0],
    [10, 15]
  ]);
  expect(plans.map(({ worst, worstIn }) => [worst, worstIn])).toEqual([
    [40, ['berat']],
    [30, ['ringan']],
    [15, ['berat']]
  ]);
  expect([least, hopeless]).toEqual([['tengah'], []]);
});

test('a plan that fails where another one holds is worse than any regret', () => {
  const { plans, least } = regretOf({
    plans: ['murah', 'mahal'],
    scenarios: ['ringan', 'berat'],
    harm: [
      [0, null],
      [900, 1000]
    ]
  });
  expect(plans[0]).toEqual({ plan: 'murah', regrets: [0, null], worst: 0, worstIn: ['berat'], failures: 1 });
  expect(least).toEqual(['mahal']);
});

test('a scenario in which every plan fails tells them apart in nothing', () => {
  const { plans, least, hopeless } = regretOf({
    plans: ['A', 'B'],
    scenarios: ['ringan', 'mustahil'],
    harm: [
      [5, null],
      [7, null]
    ]
  });
  expect(hopeless).toEqual(['mustahil']);
  expect(plans.map(({ failures }) => failures)).toEqual([0, 0]);
  expect(least).toEqual(['A']);
});

test('ties are named together, rounding aside', () => {
  const tied = regretOf({
    plans: ['A', 'B', 'C'],
    scenarios: ['x', 'y'],
    harm: [
      [0.1 + 0.2, 2],
      [0.3, 2],
      [1, 2]
    ]
  });
  expect(tied.least).toEqual(['A', 'B']);
  expect(regretOf({ plans: ['A', 'B'], scenarios: ['x'], harm: [[null], [null]] }).least).toEqual(['A', 'B']);
});

test('no plan, no scenario', () => {
  expect(regretOf({ plans: [], scenarios: ['x'], harm: [] })).toEqual({ plans: [], least: [], hopeless: ['x'] });
  expect(regretOf({ plans: ['A'], scenarios: [], harm: [[]] }).least).toEqual(['A']);
});

test('no regret is below 0, one plan in each scenario has none, and no plan does better than the least bad', () => {
  const value = fc.option(fc.integer({ min: 0, max: 50 }), { freq: 4 });
  const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) => {
    const row = fc.array(value, { minLength: columns, maxLength: columns });
    return fc.array(row, { minLength: rows, maxLength: rows });
  });
  fc.assert(
    fc.property(matrix, (harm) => {
      const scenarios = harm[0]!.map((_, at) => `s${at}`);
      const { plans, least, hopeless } = regretOf({ plans: harm.map((_, at) => `p${at}`), scenarios, harm });
      scenarios.forEach((scenario, at) => {
        const regrets = plans.flatMap((plan) => plan.regrets[at] ?? []);
        if (!hopeless.includes(scenario)) expect(Math.min(...regrets)).toBe(0);
        else expect(regrets).toEqual([]);
      });
      const chosen = plans.find(({ plan }) => plan === least[0])!;
      for (const { failures, worst } of plans) {
        expect(failures).toBeGreaterThanOrEqual(chosen.failures);
        if (failures === chosen.failures) expect(worst ?? Infinity).toBeGreaterThanOrEqual(chosen.worst ?? Infinity);
      }
    })
  );
});
