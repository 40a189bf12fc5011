import { combine, ratio, sum, type Count } from './count';
import { eligible, type Classes } from './rates';

/** Rupiah paid in one region, period and aid, by where it went; the parts hold no row twice. Methods §1.4. */
export interface Paid {
  /** rp_ok: to recipients in an eligible desil. */
  layak: Count;
  /** rp_leak: to recipients in a desil that is not eligible. */
  tidakLayak: Count;
  /** rp_unk: to recipients without a desil or not in the registry. */
  takDiketahui: Count;
  /** rp_dup: on extra rows of a unit. */
  ganda: Count;
}

/** What follows from the rupiah paid. */
export interface Incidence {
  /** All rupiah paid. */
  total: Count;
  /** Rupiah to the eligible ÷ rupiah to recipients whose desil is known; null where the latter is 0. */
  share40: Count;
  /** share40 ÷ (eligible desil ÷ 10), after Coady, Grosh and Hoddinott: 1 = neutral in the nation. Not for ranking regions. */
  cghNat: Count;
  /** share40 ÷ (E ÷ (E + N)): 1 = neutral in this region; null where E = 0. */
  cghLoc: Count;
  /** Rupiah paid for each rupiah that reaches an eligible recipient; null where none does. */
  leakCostRatio: Count;
}

/** All rupiah paid: the four parts add to it. */
export function totalPaid({ layak, tidakLayak, takDiketahui, ganda }: Paid): Count {
  return sum(layak, tidakLayak, takDiketahui, ganda);
}

/** Throws a RangeError where the parts do not add to what was paid, which another source says; half a rupiah is rounding. */
export function assertPaid(paid: Paid, total: number): void {
  const found = totalPaid(paid);
  if (typeof found === 'number' && Math.abs(found - total) > 0.5)
    throw new RangeError(`the parts of rupiah paid add to ${found}, not to ${total}`);
}

/** Benefit incidence of one region: `desilLayak` is how many desil are eligible. */
export function incidence(paid: Paid, classes: Classes, desilLayak: number): Incidence {
  const total = totalPaid(paid);
  const E = eligible(classes);
  const share40 = ratio(paid.layak, sum(paid.layak, paid.tidakLayak));
  const eligibleShare = ratio(E, sum(E, classes.tidakLayak, classes.tidakLayakDiLuar));
  return {
    total,
    share40,
    cghNat: ratio(share40, desilLayak / 10),
    cghLoc: ratio(share40, eligibleShare),
    leakCostRatio: ratio(total, paid.layak)
  };
}

/** rp_gap: what the eligible who are not reached would receive at the standard benefit. Needed money, not lost money; never added to it. */
export function rupiahNeeded({ layakTerlewat }: Classes, benefit: number | null): Count {
  return combine([layakTerlewat, benefit], (missed, each) => missed * each);
}
