import { perPeriod, valueAt, type Series } from '$lib/model/series';

/**
 * Realisasi ÷ pagu, a ratio (1 = fully spent); above 1 where more was booked than appropriated. null when either is not
 * known or the pagu is 0. The caller states which stage the pagu is of.
 */
export function realizationRate(realisasi: number | null, pagu: number | null): number | null {
  return realisasi === null || pagu === null || pagu === 0 ? null : realisasi / pagu;
}

/** Distance from the cash plan. */
export interface PlanDeviation {
  /** Realisasi − rencana, rupiah; negative = below plan. null when either is not known. */
  rupiah: number | null;
  /** The same ÷ rencana, a signed ratio; 0 when both are 0; null when the plan is 0 or negative and money was booked. */
  rate: number | null;
}

/** `dev_m`: how far realisasi is from the cash plan, signed, for one month or cumulatively (both inputs alike), rupiah in. */
export function planDeviation(realisasi: number | null, rencana: number | null): PlanDeviation {
  if (realisasi === null || rencana === null) return { rupiah: null, rate: null };
  const rupiah = realisasi - rencana;
  if (rencana === 0 && realisasi === 0) return { rupiah, rate: 0 };
  return { rupiah, rate: rencana > 0 ? rupiah / rencana : null };
}

/** One expenditure type, rupiah. */
export interface WeighedType {
  pagu: number;
  realisasi: number | null;
  rencana: number | null;
}

/** Pagu-weighted deviation of several expenditure types. */
export interface WeightedDeviation {
  /** Sum of pagu × |deviation| ÷ sum of pagu, a ratio; null when no type has a deviation or their pagu is 0. */
  rate: number | null;
  /** Share of the pagu whose deviation is known and counted, a ratio; null when the whole pagu is 0. */
  paguShare: number | null;
}

/**
 * `dev_w`: mean of |dev| over expenditure types, weighted by pagu. A type whose deviation has no percentage (plan 0, money
 * booked; or a month missing) is left out, and `paguShare` says so. `cap` limits each |dev| (1 in local IKPA reports).
 */
export function weightedDeviation(types: readonly WeighedType[], cap = Infinity): WeightedDeviation {
  const total = types.reduce((sum, type) => sum + type.pagu, 0);
  let counted = 0;
  let weighted = 0;
  for (const { pagu, realisasi, rencana } of types) {
    const { rate } = planDeviation(realisasi, rencana);
    if (rate === null) continue;
    counted += pagu;
    weighted += pagu * Math.min(cap, Math.abs(rate));
  }
  return { rate: counted > 0 ? weighted / counted : null, paguShare: total > 0 ? counted / total : null };
}

/** How fast money goes, and how fast it would have to go. */
export interface Pace {
  /** Mean of the last three months, rupiah per month (of the months so far in January and February); null when one is not known. */
  burnRate: number | null;
  /** (Pagu − realisasi) ÷ months left, rupiah per month; negative above the pagu; null in December or when either is not known. */
  requiredRate: number | null;
  /** Required ÷ burn rate, a ratio; null when either is null or nothing was spent on balance. */
  ratio: number | null;
}

/** Burn rate and required rate at the end of a month (1–12); `totals` is cumulative realisasi, rupiah. */
export function pace(totals: Series, pagu: number | null, month: number): Pace {
  const realisasi = valueAt(totals, month);
  const start = Math.max(0, month - 3);
  const before = start === 0 ? 0 : valueAt(totals, start);
  const burnRate = realisasi === null || before === null || month < 1 ? null : (realisasi - before) / (month - start);
  const requiredRate = realisasi === null || pagu === null || month >= 12 ? null : (pagu - realisasi) / (12 - month);
  const ratio = burnRate === null || requiredRate === null || burnRate <= 0 ? null : requiredRate / burnRate;
  return { burnRate, requiredRate, ratio };
}

/** One point of the S-curve: shares of one pagu, so that realisasi and plan can be drawn on one axis. */
export interface CurvePoint {
  month: number;
  /** Cumulative realisasi ÷ pagu, a ratio; null as in `realizationRate`. */
  realisasiRate: number | null;
  /** Cumulative cash plan ÷ pagu, a ratio; null as above. */
  rencanaRate: number | null;
  /** Cumulative realisasi ÷ cumulative plan, a ratio (1 = on plan); null when the plan is 0 or either is not known. */
  index: number | null;
}

/** The S-curve of a year: one point for each month of `realisasi`; both series cumulative, rupiah. */
export function sCurve(realisasi: Series, rencana: Series, pagu: number | null): CurvePoint[] {
  return realisasi.map((value, index) => {
    const plan = rencana[index] ?? null;
    return {
      month: index + 1,
      realisasiRate: realizationRate(value, pagu),
      rencanaRate: realizationRate(plan, pagu),
      index: realizationRate(value, plan)
    };
  });
}

/**
 * Rate minus the absorption target of the quarter that ends in `month`, a signed difference of ratios. Targets are four
 * cumulative ratios that the reader sets for a year and an expenditure type: no official ones bind every regency. null
 * between quarter ends, and without a rate or a target.
 */
export function targetGap(rate: number | null, targets: Series, month: number): number | null {
  const target = month % 3 === 0 ? valueAt(targets, month / 3) : null;
  return rate === null || target === null ? null : rate - target;
}

/** Months (1–12) whose realisasi is below zero, a correction of earlier bookings; `totals` is cumulative, rupiah. */
export function negativeMonths(totals: Series): { month: number; rupiah: number }[] {
  return perPeriod(totals).flatMap((rupiah, index) =>
    rupiah !== null && rupiah < 0 ? [{ month: index + 1, rupiah }] : []
  );
}
