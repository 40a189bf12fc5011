import type { Series } from '$lib/model/series';

/** How much of a year's spending crowds into its end. Every index is null where it has no meaning; see each. */
export interface SpikeIndices {
  /** October–December ÷ year, a ratio (0.25 if even). */
  q4Share: number | null;
  /** December ÷ mean of January–November, a ratio (1 if even); null when nothing was spent before December. */
  decemberMultiple: number | null;
  /** Sum of squared monthly shares, 1/12 (even) to 1 (one month); null when a month is negative, since a share then has no bound. */
  hhi: number | null;
  /** (hhi − 1/12) ÷ (11/12), 0 (even) to 1; null as above. */
  hhiNormalised: number | null;
  /** Months after 1 January at which half the year's money was spent, inside a month by straight line (6 if even). */
  halfSpentMonth: number | null;
}

const nothing = { q4Share: null, decemberMultiple: null, hhi: null, hhiNormalised: null, halfSpentMonth: null };

/** Year-end spike of twelve monthly amounts, rupiah. All null when a month is missing or the year is 0 or less. */
export function spikeIndices(months: Series): SpikeIndices {
  const known = months.filter((value) => value !== null);
  const year = sum(known);
  if (months.length !== 12 || known.length !== 12 || year <= 0) return nothing;
  const early = sum(known.slice(0, 11)) / 11;
  const hhi = known.some((value) => value < 0) ? null : sum(known.map((value) => (value / year) ** 2));
  return {
    q4Share: sum(known.slice(9)) / year,
    decemberMultiple: early > 0 ? (known[11] ?? 0) / early : null,
    hhi,
    hhiNormalised: hhi === null ? null : (hhi - 1 / 12) / (11 / 12),
    halfSpentMonth: halfSpent(known, year / 2)
  };
}

function halfSpent(months: readonly number[], half: number): number | null {
  let spent = 0;
  for (const [index, value] of months.entries()) {
    if (spent + value >= half) return index + (half - spent) / value;
    spent += value;
  }
  return null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
