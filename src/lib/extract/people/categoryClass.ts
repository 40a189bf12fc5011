/**
 * Recipients of aid of a category stand under a number that holds both their desil (0 = not decided) and what the registry says of the
 * category: `step` times the answer, plus the desil. Numbers below `step` are a desil alone.
 */
export const step = 20;

/** What the registry says of a unit and a category. */
export const answers = { dalam: 1, ragu: 2, luar: 3 } as const;

/** The desil of such a number: -1 where the registry does not have the unit. */
export function desilOf(d: number): number {
  return d < step ? d : d % step;
}

/** What the registry says: of the category, undecided, not of it; null where the number is a desil alone. */
export function answerOf(d: number): keyof typeof answers | null {
  const answer = Math.floor(d / step);
  return answer === answers.dalam
    ? 'dalam'
    : answer === answers.ragu
      ? 'ragu'
      : answer === answers.luar
        ? 'luar'
        : null;
}
