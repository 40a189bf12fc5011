/** What stands for a figure that is hidden to protect people: neither zero nor missing. */
export const hidden = 'disembunyikan';

/** A count, a sum or a rate: a number (0 is one), null where it is missing or not defined, or hidden. */
export type Count = number | null | typeof hidden;

/** Whether a count is a number. */
export function isNumber(count: Count): count is number {
  return typeof count === 'number';
}

/**
 * Works on counts that are all numbers. Hidden where one of them is hidden, else null where one is missing: what is made from a hidden
 * figure would give it away.
 */
export function combine<const Counts extends readonly Count[]>(
  counts: Counts,
  of: (...numbers: { [K in keyof Counts]: number }) => number | null
): Count {
  if (counts.includes(hidden)) return hidden;
  if (counts.includes(null)) return null;
  return of(...(counts as unknown as { [K in keyof Counts]: number }));
}

/** The sum of counts. */
export function sum(...counts: Count[]): Count {
  return combine(counts, (...numbers) => numbers.reduce((total, number) => total + number, 0));
}

/** Numerator ÷ denominator; null where the denominator is 0. */
export function ratio(numerator: Count, denominator: Count): Count {
  return combine([numerator, denominator], (a, b) => (b === 0 ? null : a / b));
}
