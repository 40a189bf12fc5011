import { planDeviation, realizationRate } from '$lib/model/realization';
import { sumOrNull } from '$lib/model/series';
import { sum, type Count } from '$lib/model/targeting/count';
import { classSums } from '$lib/model/targeting/rates';
import type { Database } from '$lib/query/define';
import { noFilter } from '$lib/url/filter';
import { noFundingFilter } from '$lib/url/fundingFilter';
import { noTargetingFilter } from '$lib/url/targetingFilter';
import { fundingView } from './funding';
import { realizationView, type RealizationView } from './realization';
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
  const { forecast, forecastRate } = view.forecast;
  const free = view.bridge?.steps.find(({ key }) => key === 'bebas')?.rupiah ?? null;
  const alone = (id: string, part: number | null): MethodExample[] =>
    part === null ? [] : [{ id, ...facts, part, whole: null, value: null }];
  return [
    { id: 'tingkat-realisasi', ...facts, part: realisasi, whole: pagu, value: realizationRate(realisasi, pagu) },
    {
      id: 'laju-terhadap-rencana-kas',
      ...facts,
      part: deviation.rupiah,
      whole: rencana,
      value: deviation.rate
    },
    ...(forecast === null
      ? []
      : [{ id: 'perkiraan-akhir-tahun', ...facts, part: forecast, whole: pagu, value: forecastRate }]),
    ...alone('rupiah-berisiko', view.atRisk.rupiah),
    ...alone('jembatan-pagu', free),
    ...spikeExample(view)
  ];
}

/** The last quarter of the latest year that is over. */
function spikeExample({ past }: RealizationView): MethodExample[] {
  const year = past
    .filter(({ spike }) => spike.q4Share !== null)
    .reduce<RealizationView['past'][number] | null>((last, one) => (one.tahun > (last?.tahun ?? 0) ? one : last), null);
  if (year === null) return [];
  const facts = { unit: 'rupiah', tahun: year.tahun, bulan: null, bantuan: null } as const;
  const [part, whole] = [sumOrNull(year.monthly.slice(9)), sumOrNull(year.monthly)];
  return [{ id: 'penumpukan-akhir-tahun', ...facts, part, whole, value: year.spike.q4Share }];
}

async function fundingExamples(database: Database): Promise<MethodExample[]> {
  const view = await fundingView(database, noFundingFilter);
  const row = view?.years?.rows.findLast(({ isFull, tkdShare }) => isFull && tkdShare !== null);
  const facts = { unit: 'rupiah', bulan: null, bantuan: null } as const;
  const pace = view?.arrival?.pace ?? null;
  const budget = view?.arrival?.years.find(({ tahun }) => tahun === pace?.tahun)?.anggaran ?? null;
  return [
    ...(row === undefined
      ? []
      : [
          {
            part: row.groups.TKD,
            whole: row.jumlah,
            value: row.tkdShare,
            tahun: row.tahun,
            id: 'ketergantungan',
            ...facts
          }
        ]),
    ...(pace === null
      ? []
      : [
          {
            ...{ ...facts, id: 'kedatangan-tkd', tahun: pace.tahun, bulan: pace.bulan },
            ...{ part: pace.realisasi, whole: budget, value: pace.rate }
          }
        ])
  ];
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
  const { undecided, registered: everybody } = classSums(classes);
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
    { id: 'cakupan-semua', ...facts, part: classes.penerima, whole: everybody, value: rates.covAll },
    { id: 'belum-dapat-dinilai', ...facts, part: undecided, whole: classes.penerima, value: rates.unk },
    ...(page.desil?.rows ?? [])
      .filter(({ desil }) => desil === 1)
      .map(({ penerima: part, terdaftar: whole, coverage: value }) => ({
        ...{ id: 'cakupan-desil', ...facts, part, whole, value }
      })),
    { id: 'kelas-rupiah', ...rupiah, part: money.total, whole: null, value: null },
    ...registered.map((one) => ({ id: 'kesegaran', ...families, ...one })),
    ...shared.map((one) => ({ id: 'tumpang-tindih', ...families, ...one }))
  ];
}
