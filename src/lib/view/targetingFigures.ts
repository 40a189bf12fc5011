import { sum, type Count } from '$lib/model/targeting/count';
import { errorBounds, paidRates, targetingRates } from '$lib/model/targeting/rates';
import type { ClassRow, RegionRow } from '$lib/query/targeting';
import { cellOf, classFigures, judgedBy, type AidRule } from './targetingClasses';
import { intervalOf } from './targetingStanding';
import type { Figures, Money } from './targetingView';

/** Everything that the row of one region says; a region without a row has nothing but reasons. */
export function figuresOf(region: RegionRow, row: ClassRow | undefined, rule: AidRule): Figures {
  const { classes, eligible, classified, missedByChoice, lacks } = classFigures(row, rule);
  const { kode, nama, tingkat } = region;
  const parts = paidParts(row, rule);
  return {
    ...{ kode, nama, tingkat, classes, eligible, classified, missedByChoice, lacks, menurut: judgedBy(rule) },
    rates: targetingRates(classes),
    intervals: {
      ee: intervalOf(classes.layakTerlewat, eligible),
      eeChoice: intervalOf(missedByChoice, eligible),
      covElig: intervalOf(classes.layak, eligible),
      ie: intervalOf(classes.tidakLayak, classified)
    },
    bounds: errorBounds(classes),
    money: { ...parts, ...paidRates(parts, classes, rule.desilLayak.length) }
  };
}

/** All rupiah of a row. */
export function paidOf(row: ClassRow, rule: AidRule): Count {
  return paidParts(row, rule).total;
}

/** All rupiah of a row but those on extra rows of the same recipient. */
export function paidButExtra(row: ClassRow, rule: AidRule): Count {
  const parts = paidParts(row, rule);
  return isUnruled(parts, rule) ? parts.takDiketahui : sum(parts.layak, parts.tidakLayak, parts.takDiketahui);
}

type Paid = Pick<Money, 'layak' | 'tidakLayak' | 'takDiketahui' | 'ganda' | 'total'>;

function paidParts(row: ClassRow | undefined, rule: AidRule): Paid {
  if (row === undefined) return { layak: null, tidakLayak: null, takDiketahui: null, ganda: null, total: null };
  const layak = cellOf(row, row.rupiahLayak, 'rupiah_layak');
  const tidakLayak = cellOf(row, row.rupiahTidakLayak, 'rupiah_tidak_layak');
  const takDiketahui = cellOf(row, row.rupiahTakDiketahui, 'rupiah_tak_diketahui');
  const ganda = cellOf(row, row.rupiahGanda, 'rupiah_ganda');
  const once = isUnruled({ layak, tidakLayak }, rule) ? takDiketahui : sum(layak, tidakLayak, takDiketahui);
  return { layak, tidakLayak, takDiketahui, ganda, total: sum(once, ganda) };
}

/** A category without a rule by desil tells nobody apart: all that is paid on it is undecided. */
function isUnruled({ layak, tidakLayak }: Pick<Paid, 'layak' | 'tidakLayak'>, { populasi, desilLayak }: AidRule) {
  return populasi === 'khusus' && desilLayak.length === 0 && layak === null && tidakLayak === null;
}
