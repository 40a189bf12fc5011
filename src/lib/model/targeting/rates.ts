import { combine, isNumber, ratio, sum, type Count } from './count';
import type { Interval } from './interval';

/** The classes of one list in one region, in the unit of the aid (methods §1.1). */
export interface ClassCounts {
  /** All recipients, R_all. */
  penerima: Count;
  /** Recipients who are eligible (TP), are not (FP), have no desil (U_r), are not in the registry (M). */
  layak: Count;
  tidakLayak: Count;
  desilKosong: Count;
  tidakTercatat: Count;
  /** Not recipients: eligible (FN; missing for a category), not eligible (TN), without a desil (U_n). */
  layakTerlewat: Count;
  tidakLayakDiLuar: Count;
  desilKosongDiLuar: Count;
}

/** TP + FN; TP + FP; U_r + M; FP + TN; everybody in the registry. */
export interface ClassSums {
  eligible: Count;
  classified: Count;
  undecided: Count;
  notEligible: Count;
  registered: Count;
  /** min(R, E) - TP, which is the smaller of FP and FN: missed because aid went elsewhere. */
  missedByChoice: Count;
}

export function classSums(counts: ClassCounts): ClassSums {
  const { layak, tidakLayak, desilKosong, tidakTercatat, layakTerlewat, tidakLayakDiLuar, desilKosongDiLuar } = counts;
  return {
    eligible: sum(layak, layakTerlewat),
    classified: sum(layak, tidakLayak),
    undecided: sum(desilKosong, tidakTercatat),
    notEligible: sum(tidakLayak, tidakLayakDiLuar),
    registered: sum(layak, layakTerlewat, tidakLayak, tidakLayakDiLuar, desilKosong, desilKosongDiLuar),
    missedByChoice: combine([tidakLayak, layakTerlewat], Math.min)
  };
}

/** Ratios of methods §1.3 (1 = all), each null where its denominator is 0 or a part is missing, hidden where a part is. */
export interface TargetingRates {
  /** Exclusion error FN / E, and its parts: what fewer recipients than eligible leave out, what the choice misses. */
  ee: Count;
  eeQuota: Count;
  eeChoice: Count;
  /** TP / E. */
  covElig: Count;
  /** Inclusion error FP / R, of recipients whose desil is known. */
  ie: Count;
  /** FP / (FP + TN): coverage of the not eligible, never called inclusion error. */
  fpr: Count;
  /** R_all / everybody in the registry. */
  covAll: Count;
  /** (U_r + M) / R_all. */
  unk: Count;
}

export function targetingRates(counts: ClassCounts): TargetingRates {
  const { layak, tidakLayak, layakTerlewat, penerima } = counts;
  const { eligible, classified, undecided, notEligible, registered, missedByChoice } = classSums(counts);
  const missedByQuota = combine([layakTerlewat, missedByChoice], (missed, choice) => missed - choice);
  return {
    ee: ratio(layakTerlewat, eligible),
    eeQuota: ratio(missedByQuota, eligible),
    eeChoice: ratio(missedByChoice, eligible),
    covElig: ratio(layak, eligible),
    ie: ratio(tidakLayak, classified),
    fpr: ratio(tidakLayak, notEligible),
    covAll: ratio(penerima, registered),
    unk: ratio(undecided, penerima)
  };
}

/** Measures for analysts, -1 to 1 or 0 to 1; not for public pages. */
export interface AnalystRates {
  /** Targeting differential TP/E - FP/N (Galasso and Ravallion), and the World Bank's 1 - EE - IE of 2022. They disagree. */
  tdRav: Count;
  tdWb: Count;
  f1: Count;
  /** Matthews' correlation; null, not 0, where a margin is empty. */
  mcc: Count;
}

export function analystRates(counts: ClassCounts): AnalystRates {
  const { layak, tidakLayak, layakTerlewat, tidakLayakDiLuar } = counts;
  const { ee, covElig, ie, fpr } = targetingRates(counts);
  return {
    tdRav: combine([covElig, fpr], (reached, leaked) => reached - leaked),
    tdWb: combine([ee, ie], (missed, outside) => 1 - missed - outside),
    f1: combine([layak, tidakLayak, layakTerlewat], (tp, fp, fn) =>
      tp + fp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn)
    ),
    mcc: combine([layak, tidakLayak, layakTerlewat, tidakLayakDiLuar], (tp, fp, fn, tn) => {
      const margins = (tp + fp) * (tp + fn) * (fp + tn) * (fn + tn);
      return margins === 0 ? null : (tp * tn - fp * fn) / Math.sqrt(margins);
    })
  };
}

/** Undecided recipients above this share of all widen the errors to bounds. */
export const mostUndecided = 0.05;

/**
 * What the errors could be once undecided recipients are: an unmatched one may be eligible and counted as missed under another key.
 * Null where the undecided are at most `mostUndecided`, or a part has no number.
 */
export function errorBounds(counts: ClassCounts): { ee: Interval | null; ie: Interval | null } {
  const { unk } = targetingRates(counts);
  return !isNumber(unk) || unk <= mostUndecided ? { ee: null, ie: null } : widestErrors(counts);
}

/** The bounds whatever the share of the undecided. */
export function widestErrors(counts: ClassCounts): { ee: Interval | null; ie: Interval | null } {
  const { penerima, tidakLayak, desilKosong, tidakTercatat, layakTerlewat, desilKosongDiLuar } = counts;
  const { eligible } = classSums(counts);
  const missedAtLeast = combine([layakTerlewat, tidakTercatat], (missed, luar) => Math.max(0, missed - luar));
  const ends = (low: Count, high: Count): Interval | null => (isNumber(low) && isNumber(high) ? [low, high] : null);
  return {
    ee: ends(
      ratio(missedAtLeast, sum(eligible, desilKosong)),
      ratio(sum(layakTerlewat, desilKosongDiLuar), sum(eligible, desilKosongDiLuar))
    ),
    ie: ends(ratio(tidakLayak, penerima), ratio(sum(tidakLayak, desilKosong, tidakTercatat), penerima))
  };
}

/** Rupiah paid by where it went (methods §1.4); duplicates are in `ganda` alone. */
export interface PaidParts {
  layak: Count;
  tidakLayak: Count;
  takDiketahui: Count;
  ganda: Count;
}

/** What follows from rupiah: shares 0 to 1, ratios with 1 = neutral, rupiah spent for each rupiah that reaches the eligible. */
export interface PaidRates {
  share40: Count;
  /** share40 ÷ (number of eligible desil ÷ 10): for the regency beside the literature only. */
  cghNat: Count;
  /** share40 ÷ (E ÷ (E + N)): for ranking desa. */
  cghLoc: Count;
  leakCostRatio: Count;
}

export function paidRates(paid: PaidParts, counts: ClassCounts, eligibleDesil: number): PaidRates {
  const share40 = ratio(paid.layak, sum(paid.layak, paid.tidakLayak));
  const { eligible, notEligible } = classSums(counts);
  return {
    share40,
    cghNat: ratio(share40, eligibleDesil / 10),
    cghLoc: ratio(share40, ratio(eligible, sum(eligible, notEligible))),
    leakCostRatio: ratio(sum(paid.layak, paid.tidakLayak, paid.takDiketahui, paid.ganda), paid.layak)
  };
}
