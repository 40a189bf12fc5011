import { compareKeys, roundDown, roundUp } from './round';

/** A line that takes part of an amount. */
export interface Vessel {
  /** Share of the amount, relative to the others; 0 takes nothing. */
  weight: number;
  /** Most it takes, rupiah, ≥ 0. */
  cap: number;
  /** Code, to break ties. */
  key: string;
}

/**
 * An amount spread by weight, no vessel above its cap: min(cap, λ × weight), which is what repeating the spread on the rest gives
 * (methods.md §4.1). Whole multiples of `unit` that add up to the target, rounded up to `unit`, or to all caps where those do not
 * suffice. Caps are rounded down to `unit`; what rounding leaves goes to the largest remainders, ties by key.
 */
export function waterFill(vessels: readonly Vessel[], target: number, unit: number): number[] {
  const caps = vessels.map(({ weight, cap }) => (weight > 0 ? roundDown(Math.max(0, cap), unit) : 0));
  const all = caps.reduce((sum, cap) => sum + cap, 0);
  const amount = Math.min(roundUp(Math.max(0, target), unit), all);
  if (amount === all) return caps;
  const level = levelFor(vessels, caps, amount);
  const exact = vessels.map(({ weight }, at) => Math.min(caps[at]!, weight * level));
  const filled = exact.map((share, at) => Math.min(caps[at]!, roundDown(Math.floor(share), unit)));
  const left = amount - filled.reduce((sum, share) => sum + share, 0);
  return settle({ vessels, caps, exact, filled, unit, left });
}

/** λ: the rest of the amount ÷ the rest of the weights, once every vessel that it would overfill is full. */
function levelFor(vessels: readonly Vessel[], caps: readonly number[], amount: number): number {
  const open = vessels.map(({ weight }, at) => ({ weight, cap: caps[at]! })).filter(({ cap }) => cap > 0);
  open.sort((a, b) => a.cap / a.weight - b.cap / b.weight);
  // Sums from the end, since taking weights off one by one would drift.
  const weights = open.map(() => 0);
  for (let at = open.length - 1, sum = 0; at >= 0; at--) weights[at] = sum += open[at]!.weight;
  let rest = amount;
  for (const [at, { weight, cap }] of open.entries()) {
    if (cap / weight > rest / weights[at]!) return rest / weights[at]!;
    rest -= cap;
  }
  return 0;
}

interface Filled {
  vessels: readonly Vessel[];
  caps: readonly number[];
  exact: readonly number[];
  filled: readonly number[];
  unit: number;
  left: number;
}

/** Gives what rounding left by largest remainder; takes back what an inexact level gave too much. */
function settle({ vessels, caps, exact, filled, unit, left }: Filled): number[] {
  const amounts = [...filled];
  const order = amounts
    .map((amount, at) => ({ at, rest: exact[at]! - amount }))
    .filter(({ at }) => caps[at]! > 0)
    .sort((a, b) => b.rest - a.rest || compareKeys(vessels[a.at]!.key, vessels[b.at]!.key));
  if (left < 0) order.reverse();
  while (left !== 0) {
    const step = Math.sign(left) * unit;
    for (const { at } of order) {
      if (left === 0) break;
      if (amounts[at]! + step < 0 || amounts[at]! + step > caps[at]!) continue;
      amounts[at]! += step;
      left -= step;
    }
  }
  return amounts;
}
