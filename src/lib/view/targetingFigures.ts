import { combine, isNumber, ratio, sum, type Count } from '$lib/model/targeting/count';
import type { ClassRow, RegionRow } from '$lib/query/targeting';
import { cellOf, classFigures, type AidRule, type ClassFigures } from './targetingClasses';
import { wilsonOf } from './targetingStopgap';
import type { Figures, Money, Range, Rates } from './targetingView';

/** Undecided recipients above this share widen the errors to bounds. */
export const mostUndecided = 0.05;

/** Everything that the row of one region says; a region without a row has nothing but reasons. */
export function figuresOf(region: RegionRow, row: ClassRow | undefined, rule: AidRule): Figures {
  const own = classFigures(row, rule);
  const { kode, nama, tingkat } = region;
  const { classes, eligible, classified, missedByChoice, lacks } = own;
  const rates = ratesOf(own);
  return {
    ...{ kode, nama, tingkat, classes, eligible, classified, missedByChoice, rates, lacks },
    intervals: {
      ee: wilsonOf(classes.layakTerlewat, eligible),
      eeChoice: wilsonOf(missedByChoice, eligible),
      covElig: wilsonOf(classes.layak, eligible),
      ie: wilsonOf(classes.tidakLayak, classified)
    },
    bounds: boundsOf(own, rates),
    money: moneyOf(row, rule, own)
  };
}

/** Rupiah of a row by where it went, all of it. */
export function paidOf(row: ClassRow, rule: AidRule): Count {
  return partsOf(row, rule).total;
}

function ratesOf({ classes, eligible, classified, missedByChoice, undecided, registered }: ClassFigures): Rates {
  const { layak, tidakLayak, tidakLayakDiLuar, layakTerlewat, penerima } = classes;
  return {
    ee: ratio(layakTerlewat, eligible),
    eeQuota: ratio(
      combine([layakTerlewat, missedByChoice], (missed, choice) => missed - choice),
      eligible
    ),
    eeChoice: ratio(missedByChoice, eligible),
    covElig: ratio(layak, eligible),
    ie: ratio(tidakLayak, classified),
    fpr: ratio(tidakLayak, sum(tidakLayak, tidakLayakDiLuar)),
    covAll: ratio(penerima, registered),
    unk: ratio(undecided, penerima)
  };
}

function boundsOf({ classes, eligible }: ClassFigures, { unk }: Rates): Figures['bounds'] {
  if (!isNumber(unk) || unk <= mostUndecided) return { ee: null, ie: null };
  const { penerima, tidakLayak, desilKosong, tidakTercatat, layakTerlewat, desilKosongDiLuar } = classes;
  const ends = (low: Count, high: Count): Range | null => (isNumber(low) && isNumber(high) ? [low, high] : null);
  return {
    ie: ends(ratio(tidakLayak, penerima), ratio(sum(tidakLayak, desilKosong, tidakTercatat), penerima)),
    ee: ends(
      ratio(
        combine([layakTerlewat, tidakTercatat], (missed, luar) => Math.max(0, missed - luar)),
        sum(eligible, desilKosong)
      ),
      ratio(sum(layakTerlewat, desilKosongDiLuar), sum(eligible, desilKosongDiLuar))
    )
  };
}

function partsOf(row: ClassRow | undefined, { populasi, desilLayak }: AidRule) {
  const cell = (value: number | null, column: string) => (row === undefined ? null : cellOf(row, value, column));
  const layak = cell(row?.rupiahLayak ?? null, 'rupiah_layak');
  const tidakLayak = cell(row?.rupiahTidakLayak ?? null, 'rupiah_tidak_layak');
  const takDiketahui = cell(row?.rupiahTakDiketahui ?? null, 'rupiah_tak_diketahui');
  const ganda = cell(row?.rupiahGanda ?? null, 'rupiah_ganda');
  // A category without a rule by desil has nobody who is eligible or not: what is paid is undecided.
  const isUnruled = populasi === 'khusus' && desilLayak.length === 0 && layak === null && tidakLayak === null;
  const total = isUnruled ? sum(takDiketahui, ganda) : sum(layak, tidakLayak, takDiketahui, ganda);
  return { layak, tidakLayak, takDiketahui, ganda, total };
}

function moneyOf(row: ClassRow | undefined, rule: AidRule, { eligible, classes }: ClassFigures): Money {
  const parts = partsOf(row, rule);
  const share40 = ratio(parts.layak, sum(parts.layak, parts.tidakLayak));
  const eligibleShare = ratio(eligible, sum(eligible, classes.tidakLayak, classes.tidakLayakDiLuar));
  return {
    ...parts,
    share40,
    cghNat: ratio(share40, rule.desilLayak.length / 10),
    cghLoc: ratio(share40, eligibleShare),
    leakCostRatio: ratio(parts.total, parts.layak)
  };
}
