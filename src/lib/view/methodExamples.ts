import { planDeviation, realizationRate } from '$lib/model/realization';
import { sum, type Count } from '$lib/model/targeting/count';
import type { Database } from '$lib/query/define';
import { noFilter } from '$lib/url/filter';
import { noFundingFilter } from '$lib/url/fundingFilter';
import { noTargetingFilter } from '$lib/url/targetingFilter';
import { fundingView } from './funding';
import { realizationView } from './realization';
import { targetingPages } from './targeting';
import type { ExtractState } from './targetingSource';

/** Numerator, denominator and value of an indicator in this extract, as its page shows them: rupiah or recipients, and a ratio. */
export interface MethodExample {
  /** Anchor of the indicator. */
  id: string;
  unit: 'rupiah' | 'keluarga' | 'orang';
  /** Year of the figures; of the registry's date for its freshness. */
  tahun: number;
  /** Last month, 1–12, of a year that is not over; null where the whole year or a date is meant. */
  bulan: number | null;
  /** Name of the aid, of lists only. */
  bantuan: string | null;
  part: Count;
  whole: Count;
  value: Count;
}

/** Live examples of the method page, from the views of the pages themselves. An indicator that the extract does not have is not listed. */
export async function methodExamples(database: Database, state: ExtractState): Promise<MethodExample[]> {
  return [
    ...(await realizationExamples(database)),
    ...(await fundingExamples(database)),
    ...(await targetingExamples(database, state))
  ];
}

async function realizationExamples(database: Database): Promise<MethodExample[]> {
  const view = await realizationView(database, noFilter);
  if (view === null) return [];
  const { tahun, bulan, realisasi, pagu, rencana } = view;
  const facts = { unit: 'rupiah', tahun, bulan, bantuan: null } as const;
  const deviation = planDeviation(realisasi, rencana);
  return [
    { id: 'tingkat-realisasi', ...facts, part: realisasi, whole: pagu, value: realizationRate(realisasi, pagu) },
    {
      id: 'laju-terhadap-rencana-kas',
      ...facts,
      part: deviation.rupiah,
      whole: rencana,
      value: deviation.rate
    }
  ];
}

async function fundingExamples(database: Database): Promise<MethodExample[]> {
  const view = await fundingView(database, noFundingFilter);
  const row = view?.years?.rows.findLast(({ isFull, tkdShare }) => isFull && tkdShare !== null);
  if (row === undefined) return [];
  const { tahun, groups, jumlah, tkdShare } = row;
  const facts = { unit: 'rupiah', tahun, bulan: null, bantuan: null } as const;
  return [{ id: 'ketergantungan', ...facts, part: groups.TKD, whole: jumlah, value: tkdShare }];
}

async function targetingExamples(database: Database, state: ExtractState): Promise<MethodExample[]> {
  const page = await targetingPages(database, state)(noTargetingFilter);
  if (page === null) return [];
  const { classes, eligible, classified, rates, money } = page.kabupaten;
  const facts = { tahun: page.used.tahun, bulan: null, bantuan: page.aid.nama, unit: page.aid.unit } as const;
  const rupiah = { ...facts, unit: 'rupiah' } as const;
  const families = { ...facts, unit: 'keluarga', bantuan: null } as const;
  const fresh = page.freshness.semua;
  const registered =
    fresh === null
      ? []
      : [
          {
            tahun: Number(fresh.perTanggal.slice(0, 4)),
            part: fresh.segar,
            whole: fresh.keluarga,
            value: fresh.fresh12
          }
        ];
  const shared = page.overlap === null ? [] : [{ part: page.overlap.several, whole: null, value: null }];
  return [
    { id: 'galat-eksklusi', ...facts, part: classes.layakTerlewat, whole: eligible, value: rates.ee },
    { id: 'galat-inklusi', ...facts, part: classes.tidakLayak, whole: classified, value: rates.ie },
    { id: 'cakupan-layak', ...facts, part: classes.layak, whole: eligible, value: rates.covElig },
    {
      id: 'insidensi-manfaat',
      ...rupiah,
      part: money.layak,
      whole: sum(money.layak, money.tidakLayak),
      value: money.share40
    },
    ...registered.map((one) => ({ id: 'kesegaran', ...families, ...one })),
    ...shared.map((one) => ({ id: 'tumpang-tindih', ...families, ...one }))
  ];
}
