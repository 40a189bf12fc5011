import { expect, test } from 'vitest';
import { cashPlanForecast, meantToSpend, planAhead, planShare } from '$lib/model/cashPlan';

const plan = [10, 30, null, 60, 60, 70, 70, 70, 80, 90, 95, 100];

test.for([
  { name: 'known', month: 2, share: 0.3, ahead: 70, forecast: 75 },
  { name: 'a gap in the plan', month: 3, share: null, ahead: null, forecast: null },
  { name: 'the end of the year', month: 12, share: 1, ahead: 0, forecast: 5 }
])('plan: $name', ({ month, share, ahead, forecast }) => {
  expect(planShare(plan, month)).toBe(share);
  expect(planAhead(plan, month)).toBe(ahead);
  expect(cashPlanForecast(5, plan, month)).toBe(forecast);
});

test('a plan that stops before the year does says nothing of its end', () => {
  const half = [10, 20, null];
  expect([planShare(half, 1), planAhead(half, 1), cashPlanForecast(5, half, 1)]).toEqual([null, null, null]);
});

test('a plan that takes money back leaves nothing ahead; an empty one has no share', () => {
  expect(planAhead([50, 40], 1)).toBe(0);
  expect(planShare([0, 0], 1)).toBeNull();
  expect(cashPlanForecast(null, [0, 0], 1)).toBeNull();
});

test.for([
  { name: 'plan below pagu', pagu: 120, rencana: plan, expected: 100 },
  { name: 'pagu below plan', pagu: 80, rencana: plan, expected: 80 },
  { name: 'no plan', pagu: 80, rencana: null, expected: 80 },
  { name: 'no pagu', pagu: null, rencana: plan, expected: null }
])('meantToSpend: $name', ({ pagu, rencana, expected }) => expect(meantToSpend(pagu, rencana)).toBe(expected));
