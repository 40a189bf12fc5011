/** A group of the population in its order (desil 1 first): its people or families, and the benefit that it has. */
export interface BenefitGroup {
  people: number;
  benefit: number;
}

/**
 * Concentration coefficient of grouped data, -1 to 1, below 0 where the first groups get more: 2 Σ s·r - 1 with s the group's share of
 * the benefit and r its mid-rank. Null without people or benefit. It ignores inequality inside a group. Methods §1.5.
 */
export function concentrationCoefficient(groups: readonly BenefitGroup[]): number | null {
  const [people, benefit] = [total(groups, 'people'), total(groups, 'benefit')];
  if (people === 0 || benefit === 0) return null;
  let before = 0;
  let sum = 0;
  for (const group of groups) {
    const share = group.people / people;
    sum += (group.benefit / benefit) * (before + share / 2);
    before += share;
  }
  return 2 * sum - 1;
}

/** Its curve: cumulative share of people and of benefit, from (0, 0) to (1, 1); empty without people or benefit. */
export function concentrationCurve(groups: readonly BenefitGroup[]): [people: number, benefit: number][] {
  const [people, benefit] = [total(groups, 'people'), total(groups, 'benefit')];
  if (people === 0 || benefit === 0) return [];
  const points: [number, number][] = [[0, 0]];
  let [p, s] = [0, 0];
  for (const group of groups) {
    [p, s] = [p + group.people, s + group.benefit];
    points.push([p / people, s / benefit]);
  }
  return points;
}

function total(groups: readonly BenefitGroup[], key: keyof BenefitGroup): number {
  return groups.reduce((sum, group) => sum + group[key], 0);
}

/** Gini coefficient of amounts, 0 to 1: the concentration coefficient of units ordered by what they have. Null where there is nothing. */
export function gini(amounts: readonly number[]): number | null {
  return concentrationCoefficient(amounts.toSorted((a, b) => a - b).map((benefit) => ({ people: 1, benefit })));
}
