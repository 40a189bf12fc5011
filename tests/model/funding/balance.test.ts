import { describe, expect, test } from 'vitest';
import { balanceOf, balances } from '$lib/model/funding/balance';

const M = 1e9;

describe('Pendapatan − Belanja + Pembiayaan', () => {
  test.for([
    { name: 'a balanced budget leaves nothing', blocks: [7286 * M, 7780 * M, 494 * M], rest: 0, balanced: true },
    { name: 'without financing a deficit stays', blocks: [90 * M, 100 * M, null], rest: -10 * M, balanced: false },
    {
      name: 'less than a ten-thousandth of spending is rounding',
      blocks: [1000 * M, 1000.05 * M, 0],
      rest: -0.05 * M,
      balanced: true
    },
    {
      name: 'more than that is a difference',
      blocks: [1000 * M, 1000.2 * M, 0],
      rest: -0.2 * M,
      balanced: false
    },
    { name: 'revenue not known: no answer', blocks: [null, 100 * M, 0], rest: null, balanced: null },
    { name: 'spending not known: no answer', blocks: [100 * M, null, 0], rest: null, balanced: null }
  ] as const)('$name', ({ blocks: [pendapatan, belanja, pembiayaan], rest, balanced }) => {
    const blocks = { pendapatan, belanja, pembiayaan };
    const found = balanceOf(blocks);
    if (rest === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(rest, 0);
    expect(balances(blocks)).toBe(balanced);
  });
});
