import { combine, hidden, isNumber, ratio, sum, type Count } from './count';
import type { Interval } from './interval';

/** The classes of one region, period and aid, in the unit of the aid; extra rows of a unit are in none of them. Methods §1.1. */
export interface Classes {
  /** R_all: every recipient, whatever its class. */
  penerima: Count;
  /** TP: recipients in an eligible desil. */
  layak: Count;
  /** FP: recipients in a desil that is not eligible. */
  tidakLayak: Count;
  /** U_r: recipients in the registry without a desil. */
  desilKosong: Count;
  /** M: recipients that are not in the registry. */
  tidakTercatat: Count;
  /** FN: in an eligible desil, no recipient. */
  layakTerlewat: Count;
  /** TN: in a desil that is not eligible, no recipient. */
  tidakLayakDiLuar: Count;
  /** U_n: in the registry without a desil, no recipient. */
  desilKosongDiLuar: Count;
}

/** Ratios of one region, 1 = all. Each is null where its denominator is 0 or a part is missing, hidden where a part is hidden. */
export interface Rates {
  /** Exclusion error, "layak belum terjangkau": FN ÷ E. */
  ee: Count;
  /** The part of `ee` that fewer recipients than eligible leave out: 1 − min(R, E) ÷ E. */
  eeQuota: Count;
  /** The part of `ee` that the choice misses: (min(R, E) − TP) ÷ E. */
  eeChoice: Count;
  /** Coverage of the eligible: TP ÷ E. */
  covElig: Count;
  /** Inclusion error, "penerima di luar desil layak": FP ÷ R, of recipients whose desil is known. */
  ie: Count;
  /** Coverage of those not eligible: FP ÷ N. Never called inclusion error. */
  fpr: Count;
  /** Size of the aid: R_all ÷ everybody in the registry. */
  covAll: Count;
  /** Targeting differential of Galasso and Ravallion: TP ÷ E − FP ÷ N, −1 to 1. */
  tdRav: Count;
  /** Targeting differential of the World Bank (2022): 1 − EE − IE, −1 to 1. */
  tdWb: Count;
  /** 2 TP ÷ (2 TP + FP + FN). */
  f1: Count;
  /** Matthews correlation, −1 to 1; null where a margin is 0 (some programs say 0). */
  mcc: Count;
  /** Undecided recipients: (U_r + M) ÷ R_all. */
  unk: Count;
}

/** Whether need is known by desil, or the aid is for a category (`khusus`) that the registry does not know. */
export interface Population {
  populasi: 'desil' | 'khusus';
}

/** E = TP + FN. */
export function eligible({ layak, layakTerlewat }: Classes): Count {
  return sum(layak, layakTerlewat);
}

/** R = TP + FP: recipients whose desil is known. */
export function classified({ layak, tidakLayak }: Classes): Count {
  return sum(layak, tidakLayak);
}

/** min(R, E) − TP, the smaller of FP and FN: eligible units that the choice misses, not the quota. */
export function missedByChoice({ tidakLayak, layakTerlewat }: Classes): Count {
  return combine([tidakLayak, layakTerlewat], Math.min);
}

/** U_r + M: recipients that cannot be judged yet. */
export function undecided({ desilKosong, tidakTercatat }: Classes): Count {
  return sum(desilKosong, tidakTercatat);
}

/** Everybody in the registry: E + N + U_r + U_n. */
export function registered(classes: Classes): Count {
  const { tidakLayak, tidakLayakDiLuar, desilKosong, desilKosongDiLuar } = classes;
  return sum(eligible(classes), tidakLayak, tidakLayakDiLuar, desilKosong, desilKosongDiLuar);
}

/** Every ratio of methods §1.3 that comes from counts. What needs the number of eligible is null for a category: need is not known. */
export function rates(classes: Classes, { populasi }: Population): Rates {
  const { penerima, layak, tidakLayak, layakTerlewat, tidakLayakDiLuar } = classes;
  const [E, R, N] = [eligible(classes), classified(classes), sum(tidakLayak, tidakLayakDiLuar)];
  const choice = missedByChoice(classes);
  const ofNeed = (rate: Count): Count => (populasi === 'khusus' && rate !== hidden ? null : rate);
  const ee = ofNeed(ratio(layakTerlewat, E));
  const covElig = ofNeed(ratio(layak, E));
  const [ie, fpr] = [ratio(tidakLayak, R), ofNeed(ratio(tidakLayak, N))];
  return {
    ee,
    eeQuota: ofNeed(ratio(difference(layakTerlewat, choice), E)),
    eeChoice: ofNeed(ratio(choice, E)),
    covElig,
    ie,
    fpr,
    covAll: ofNeed(ratio(penerima, registered(classes))),
    tdRav: difference(covElig, fpr),
    tdWb: difference(difference(1, ee), ie),
    f1: ofNeed(ratio(sum(layak, layak), sum(layak, layak, tidakLayak, layakTerlewat))),
    mcc: ofNeed(matthews(classes)),
    unk: ratio(undecided(classes), penerima)
  };
}

/** Undecided recipients above this share of all widen the errors to bounds. */
export const mostUndecided = 0.05;

/**
 * What the errors could be, whatever the undecided are: IE in [FP ÷ R_all, (FP + U_r + M) ÷ R_all], EE in [max(0, FN − M) ÷ (E + U_r),
 * (FN + U_n) ÷ (E + U_n)], as an unmatched recipient may be an eligible one with a damaged key that is counted as missed. Null where
 * an end has no number.
 */
export function bounds(classes: Classes, { populasi }: Population): { ee: Interval | null; ie: Interval | null } {
  const { penerima, tidakLayak, desilKosong, tidakTercatat, layakTerlewat, desilKosongDiLuar } = classes;
  const E = eligible(classes);
  const leastMissed = combine([layakTerlewat, tidakTercatat], (missed, unmatched) => Math.max(0, missed - unmatched));
  const ee = ends(
    ratio(leastMissed, sum(E, desilKosong)),
    ratio(sum(layakTerlewat, desilKosongDiLuar), sum(E, desilKosongDiLuar))
  );
  return {
    ee: populasi === 'khusus' ? null : ee,
    ie: ends(ratio(tidakLayak, penerima), ratio(sum(tidakLayak, undecided(classes)), penerima))
  };
}

function ends(low: Count, high: Count): Interval | null {
  return isNumber(low) && isNumber(high) ? [low, high] : null;
}

function difference(from: Count, less: Count): Count {
  return combine([from, less], (a, b) => a - b);
}

function matthews({ layak, tidakLayak, layakTerlewat, tidakLayakDiLuar }: Classes): Count {
  return combine([layak, tidakLayak, layakTerlewat, tidakLayakDiLuar], (tp, fp, fn, tn) => {
    const margins = (tp + fp) * (tp + fn) * (fp + tn) * (tn + fn);
    return margins === 0 ? null : (tp * tn - fp * fn) / Math.sqrt(margins);
  });
}
