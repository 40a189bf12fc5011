/** The agency's budget and the regency's TKD of one year, rupiah; null where not known. */
export interface StabilityYear {
  tahun: number;
  agency: number | null;
  tkd: number | null;
}

/** Whether the agency's budget stayed stable while TKD fell. */
export type StabilityAnswer = 'true' | 'false' | 'unanswerable';
export type StabilityReason =
  /** TKD fell, the agency stayed within the band. */
  | 'stable'
  /** TKD fell, the agency rose above the band. */
  | 'agency-rose'
  /** TKD fell, and so did the agency, beyond the band. */
  | 'agency-fell'
  /** TKD did not fall: there is nothing to have been stable against. */
  | 'tkd-did-not-fall'
  /** Fewer than two years have both. */
  | 'too-few-years'
  /** The base year asked for lacks one of them. */
  | 'base-unknown';

export interface Stability {
  answer: StabilityAnswer;
  reason: StabilityReason;
  /** Base and last year compared; null where they are not known. */
  tahunDasar: number | null;
  tahunAkhir: number | null;
  /** Last ÷ base − 1, ratios; null where not known. */
  agencyChange: number | null;
  tkdChange: number | null;
}

/** Within this ratio of the base the agency counts as stable, the ends included. */
export const stableWithin = 0.05;
/** TKD counts as fallen below this change. */
export const fallenBelow = -0.01;

/**
 * Both lines from a base year (the first that has both, unless one is given) to the last year that has both, and the answer: true when TKD fell by more than 1 % and the agency stayed within 5 %.
 */
export function stabilityOf(years: readonly StabilityYear[], tahunDasar: number | null = null): Stability {
  const sorted = years.toSorted((a, b) => a.tahun - b.tahun);
  const both = sorted.filter(({ agency, tkd }) => agency !== null && agency > 0 && tkd !== null && tkd > 0);
  const base = tahunDasar === null ? both[0] : both.find(({ tahun }) => tahun === tahunDasar);
  const last = sorted.findLast(({ agency, tkd }) => agency !== null && tkd !== null);
  const none = { answer: 'unanswerable', agencyChange: null, tkdChange: null } as const;
  if (base === undefined || last === undefined) {
    const reason = tahunDasar === null || both.length === 0 ? 'too-few-years' : 'base-unknown';
    return { ...none, reason, tahunDasar, tahunAkhir: last?.tahun ?? null };
  }
  const span = { tahunDasar: base.tahun, tahunAkhir: last.tahun };
  if (last.tahun <= base.tahun) return { ...none, ...span, reason: 'too-few-years' };
  const agencyChange = last.agency! / base.agency! - 1;
  const tkdChange = last.tkd! / base.tkd! - 1;
  return { ...span, agencyChange, tkdChange, ...verdict(agencyChange, tkdChange) };
}

/** Each year with both lines as base = 1; null where not known, and everywhere where the base year does not have the line above 0. */
export function indexedTo(years: readonly StabilityYear[], tahunDasar: number | null): StabilityYear[] {
  const base = years.find(({ tahun }) => tahun === tahunDasar);
  const ratio = (value: number | null, against: number | null | undefined) =>
    value === null || against === null || against === undefined || against <= 0 ? null : value / against;
  return years.map(({ tahun, agency, tkd }) => ({
    tahun,
    agency: ratio(agency, base?.agency),
    tkd: ratio(tkd, base?.tkd)
  }));
}

function verdict(agencyChange: number, tkdChange: number): Pick<Stability, 'answer' | 'reason'> {
  // 1 % and 5 % exactly count as no fall and as stable, whatever binary fractions leave of them.
  if (tkdChange >= fallenBelow - 1e-12) return { answer: 'false', reason: 'tkd-did-not-fall' };
  if (Math.abs(agencyChange) <= stableWithin + 1e-12) return { answer: 'true', reason: 'stable' };
  return { answer: 'false', reason: agencyChange > 0 ? 'agency-rose' : 'agency-fell' };
}
