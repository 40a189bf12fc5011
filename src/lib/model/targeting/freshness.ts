/** Age of the registry's entries on a day that is always given, never "now". Methods §1.6. */
export interface Age {
  /** All families, dated or not. */
  keluarga: number;
  /** Families verified at most 365 days before ÷ all families; null without any. A family never verified is not fresh. */
  fresh12: number | null;
  /** Families without a date. */
  tanpaTanggal: number;
  /** Families with a date after the as-of day: an error of the data, neither fresh nor aged. */
  tanggalDepan: number;
  /** Days, of families with a date that is not in the future; null without any. Linear between the two nearest. */
  median: number | null;
  p90: number | null;
}

/** Days that an entry counts as fresh: 365 is, 366 is not. */
export const freshDays = 365;

/** Age of entries last verified on these days (YYYY-MM-DD; null = never) as of a day. */
export function ageOf(verified: readonly (string | null)[], asOf: string): Age {
  const dated = verified.flatMap((day) => (day === null ? [] : [daysBetween(day, asOf)]));
  const ages = dated.filter((age) => age >= 0).sort((a, b) => a - b);
  const keluarga = verified.length;
  return {
    keluarga,
    fresh12: keluarga === 0 ? null : ages.filter((age) => age <= freshDays).length / keluarga,
    tanpaTanggal: keluarga - dated.length,
    tanggalDepan: dated.length - ages.length,
    median: quantile(ages, 0.5),
    p90: quantile(ages, 0.9)
  };
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function quantile(sorted: readonly number[], p: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return low + (high - low) * (at - Math.floor(at));
}
