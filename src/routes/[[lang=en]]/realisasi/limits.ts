import type { Thresholds } from '$lib/model/exceptionRules';
import type { ThresholdFilter } from '$lib/url/filter';

/** Limits as the model takes them (ratios, rupiah) from the whole numbers of an address. */
export function limitsOf({ bawahRencana, jarakFisik, lonjakan, minimalJuta }: ThresholdFilter): Partial<Thresholds> {
  return {
    ...(bawahRencana === null ? {} : { behindPlan: bawahRencana / 100 }),
    ...(jarakFisik === null ? {} : { workGap: jarakFisik / 100 }),
    ...(lonjakan === null ? {} : { lateSurge: lonjakan }),
    ...(minimalJuta === null ? {} : { minimumRupiah: minimalJuta * 1e6 })
  };
}
