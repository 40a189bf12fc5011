/** The largest multiple of `unit` that is not above the amount. Whole rupiah; exact. */
export function roundDown(amount: number, unit: number): number {
  return amount - (amount % unit);
}

/** The smallest multiple of `unit` that is not below the amount. Whole rupiah; exact. */
export function roundUp(amount: number, unit: number): number {
  const rest = amount % unit;
  return rest === 0 ? amount : amount - rest + unit;
}

/**
 * Whole numbers that add up to `total` and lie near the shares: each share is rounded down, and what is left goes one by one to the
 * largest remainders, ties by `keys` (a code), so that the same input gives the same answer. The shares add up to about `total`, a
 * whole number; all are 0 where `total` is 0.
 */
export function largestRemainder(shares: readonly number[], total: number, keys: readonly string[]): number[] {
  const whole = shares.map((share) => Math.floor(share + 1e-9));
  let left = total - whole.reduce((sum, share) => sum + share, 0);
  const order = shares
    .map((share, at) => ({ at, rest: share - whole[at]! }))
    .filter(({ at }) => shares[at]! > 0)
    .sort((a, b) => b.rest - a.rest || compareKeys(keys[a.at]!, keys[b.at]!));
  for (let turn = 0; left > 0 && order.length > 0; turn = (turn + 1) % order.length, left--) whole[order[turn]!.at]!++;
  return whole;
}

/** Order of codes, by their characters: the same on every machine. */
export function compareKeys(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
