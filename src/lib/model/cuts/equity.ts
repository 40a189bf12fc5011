import { concentrationCoefficient } from '$lib/model/targeting/concentration';

/** Recipients of a group before a cut, and those of them who lose, in recipients or recipient-months (fractions allowed). */
export interface Loss {
  before: number;
  lost: number;
}

/** Lost ÷ before, over all groups; null where there was nobody. methods.md §4.4. */
export function lossRate(groups: readonly Loss[]): number | null {
  const { before, lost } = total(groups);
  return before > 0 ? lost / before : null;
}

/**
 * Loss rate of desil 1–4 ÷ loss rate of all, 1 = neutral, below 1 the poor are protected. `byDesil`: desil 1 first. Null where nobody
 * of either was reached or nothing is lost.
 */
export function burden40(byDesil: readonly Loss[]): number | null {
  const [poor, all] = [lossRate(byDesil.slice(0, 4)), lossRate(byDesil)];
  return poor === null || all === null || all === 0 ? null : poor / all;
}

/** Share of desil 1–4 in what is lost, 0–1; null where nothing is. `byDesil`: desil 1 first. */
export function poorShareOfLoss(byDesil: readonly Loss[]): number | null {
  const all = total(byDesil).lost;
  return all > 0 ? total(byDesil.slice(0, 4)).lost / all : null;
}

/**
 * Concentration coefficient of the losses over desil taken as equally large groups of people, −1 to 1, below 0 where losses fall on the
 * poor. Null where nothing is lost.
 */
export function lossConcentration(byDesil: readonly Loss[]): number | null {
  return concentrationCoefficient(byDesil.map(({ lost }) => ({ people: 1, benefit: lost })));
}

/** Coefficient of variation of the loss rates of regions, weighted by recipients before, 0 = all alike; null where nothing is lost. */
export function lossVariation(regions: readonly Loss[]): number | null {
  const mean = lossRate(regions);
  if (mean === null || mean === 0) return null;
  const { before } = total(regions);
  const squares = regions.reduce(
    (sum, one) => sum + (one.before > 0 ? (one.lost / one.before - mean) ** 2 * one.before : 0),
    0
  );
  return Math.sqrt(squares / before) / mean;
}

function total(groups: readonly Loss[]): Loss {
  return groups.reduce((sum, { before, lost }) => ({ before: sum.before + before, lost: sum.lost + lost }), {
    before: 0,
    lost: 0
  });
}
