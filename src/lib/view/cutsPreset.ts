import type { CutInput, CutSource } from '$lib/model/cuts/line';
import type { Shock } from '$lib/model/cuts/scenario';
import { errorOf } from '$lib/model/funding/budgetError';
import type { RevenueChange } from '$lib/model/funding/change';
import { itemOf } from '$lib/model/funding/fold';
import { isWhole, totalOf, type ComponentFigure, type RevenueGroup } from '$lib/model/funding/revenue';
import { byRule, fullYears, revenueSeries, type RevenueSeries } from '$lib/model/funding/series';
import type { Database } from '$lib/query/define';
import { homeRegion, publishedFigures, regionalRevenue, type PublishedRow } from '$lib/query/funding';
import { aheadView } from './fundingAhead';
import { budgetErrorsView } from './fundingErrors';
import { orderOfStage, revenueFigures } from './fundingFigures';

/** Last year's fall as a shock: the regency's budgeted TKD against that of the year before, one series. */
export interface LastYearPreset {
  /** Publisher and dataset, basis and stage of both budgets; a null stage is one the source does not name. */
  sumber: string;
  basis: string;
  tahap: string | null;
  from: number;
  to: number;
  /** TKD as a whole, rupiah of the regency, and its change ÷ before, a ratio; null where before is 0 or less. */
  before: number;
  after: number;
  rate: number | null;
  /** By component. */
  parts: { komponen: string; before: number; after: number; rate: number | null }[];
  /** Shock by source of the agency, falls above 0 and rises below; a source whose component has no rate is left out. */
  shocks: Record<string, Shock>;
}

/** A change that a publication names, as a shock. */
export interface NewsPreset {
  /** What is measured, in the words of `angka_terbit`: tkd, dtu (DBH and DAU), dbh, dau, dak, … */
  ukuran: string;
  from: number;
  to: number;
  /** Rupiah of the regency; null where the source names the change alone. */
  before: number | null;
  after: number | null;
  change: number;
  /** Change ÷ before, a ratio; null where before is not named. */
  rate: number | null;
  sumber: string;
  /** As-of date of the later figure, YYYY-MM-DD; null where the source gives none. */
  perTanggal: string | null;
  /** Stage of the later figure. */
  tahap: string;
  catatan: string | null;
  catatanEn: string | null;
  /** Shock by source of the agency: percent where a rate is known; else empty, and the change is the regency's rupiah. */
  shocks: Record<string, Shock>;
}

/** The agency's share of the regency's free budget: the default of `bagian` where a shock is the regency's. SiLPA is in neither. */
export interface FreeShare {
  /** Agency ÷ regency, a ratio. */
  bagian: number;
  /** Pagu of the agency from sources that are not earmarked or not named, rupiah. */
  agency: number;
  /** Budgeted revenue of the regency without components whose use is prescribed, rupiah. */
  regency: number;
  tahun: number;
  sumber: string;
  tahap: string | null;
}

/** How far one component's realisasi fell from its budget, by year: what uncertainty is calibrated on. */
export interface ComponentErrors {
  /** A component, a folded family, a group, or `jumlah` for the whole. */
  komponen: string;
  kelompok: RevenueGroup | null;
  /** Realisasi ÷ budget − 1, a ratio, oldest first, for the years of `CutErrors.tahun`; null where not known. */
  errors: (number | null)[];
}

/** Budget errors of the regency's revenue. */
export interface CutErrors {
  sumber: string;
  sumberAnggaran: string;
  tahun: number[];
  /** Stage of each year's budget. */
  tahap: (string | null)[];
  components: ComponentErrors[];
}

/** What a scenario may start from. Each is null or empty where the extract does not say. */
export interface CutPresets {
  lastYear: LastYearPreset | null;
  /** The latest dated first. */
  news: NewsPreset[];
  share: FreeShare | null;
  errors: CutErrors | null;
}

/**
 * TKD falls by one share of what is still to come (a ratio, below 0 for a rise), and earmarked sources stay: money of theirs pays its own
 * lines only, which are pay and minimum services here as a rule, so that their fall is another question.
 */
export function freeTkdFall(sources: readonly CutSource[], share: number): Record<string, Shock> {
  const kept = sources.filter(({ kelompok, terikat }) => kelompok === 'TKD' && terikat);
  const still = kept.map(({ kode }): [string, Shock] => [kode, { jenis: 'persen', nilai: 0 }]);
  return { TKD: { jenis: 'persen', nilai: share }, ...Object.fromEntries(still) };
}

/** Presets for the year and sources of an input, from the budgets of the home region and the figures published about it. */
export async function cutPresets(database: Database, input: CutInput): Promise<CutPresets> {
  const [home] = await database.all(homeRegion, {});
  if (home === undefined) return { lastYear: null, news: [], share: null, errors: null };
  const here = { kodeWilayah: home.kodeWilayah };
  const [revenue, published] = await Promise.all([
    database.all(regionalRevenue, here),
    database.all(publishedFigures, here)
  ]);
  const until = revenueFigures(revenue.filter(({ tahun }) => tahun <= input.tahun));
  const series = revenueSeries(until, orderOfStage).sort(byRule(orderOfStage));
  const own = published.filter(({ kodeWilayah }) => kodeWilayah === home.kodeWilayah);
  return {
    lastYear: lastYearPreset(series, input.sources),
    news: newsPresets(own, input),
    share: freeShare(series, input),
    errors: errorsOf(series)
  };
}

function lastYearPreset(series: readonly RevenueSeries[], sources: readonly CutSource[]): LastYearPreset | null {
  const ahead = aheadView(series);
  if (ahead === null) return null;
  const { sumber, basis, tahap, from, to, tkd } = ahead;
  const shocks = sources.flatMap(({ kode, komponen }): [string, Shock][] => {
    const rate = komponen === null ? null : rateOf(komponen, tkd.parts);
    return rate === null ? [] : [[kode, { jenis: 'persen', nilai: -rate }]];
  });
  const parts = tkd.parts.map(({ komponen, before, after, rate }) => ({ komponen, before, after, rate }));
  const { before, after, rate } = tkd;
  return { sumber, basis, tahap, from, to, before, after, rate, parts, shocks: Object.fromEntries(shocks) };
}

/**
 * The change of the component that an agency's source comes from: that component's own, that of the family the region gives undivided, or
 * of the whole family where the agency's source does not say which part (`dbh_tak_dirinci` against DBH by kind). Null without any.
 */
function rateOf(komponen: string, parts: RevenueChange['parts']): number | null {
  const item = itemOf(komponen, 'TKD', new Set(parts.map((part) => part.komponen)));
  const own = parts.find((part) => part.komponen === item);
  if (own !== undefined) return own.rate;
  const family = /^(\w+)_tak_dirinci$/.exec(komponen)?.[1];
  const within = parts.filter((part) => family !== undefined && part.komponen.startsWith(`${family}_`));
  const [before, after] = (['before', 'after'] as const).map((key) => within.reduce((sum, part) => sum + part[key], 0));
  return before! > 0 ? after! / before! - 1 : null;
}

/** Components that a published measure is about, by the head of their names; `tkd` is about all. */
const measured: Readonly<Record<string, readonly string[]>> = {
  tkd: [''],
  dtu: ['dbh_', 'dau_'],
  dbh: ['dbh_'],
  dau: ['dau_'],
  dak: ['dak_'],
  dak_fisik: ['dak_fisik'],
  dak_nonfisik: ['dak_nonfisik'],
  dana_desa: ['dana_desa'],
  insentif_fiskal: ['insentif_fiskal']
};
/** Stages that are no level of a whole year. */
const noLevel = new Set(['efisiensi', 'selisih_tahun_lalu', 'semester_1', 'prognosis_semester_2']);

/**
 * What publications say of TKD against the year before. Two figures make one only where the same source names both, since figures of
 * several sources conflict; a source that names the change alone gives it in rupiah.
 */
function newsPresets(rows: readonly PublishedRow[], { tahun, sources }: CutInput): NewsPreset[] {
  const about = rows.filter(({ ukuran }) => ukuran in measured);
  const now = about.filter((row) => row.tahun === tahun);
  const pairs = now
    .filter(({ tahap }) => !noLevel.has(tahap))
    .flatMap((after) => {
      const before = about.find(
        (row) =>
          row.tahun === tahun - 1 &&
          row.ukuran === after.ukuran &&
          row.sumber === after.sumber &&
          !noLevel.has(row.tahap)
      );
      return before === undefined ? [] : [newsOf(after, before.rupiah, after.rupiah, sources)];
    });
  const changes = now
    .filter(({ tahap }) => tahap === 'selisih_tahun_lalu')
    .map((row) => newsOf(row, null, null, sources));
  return [...pairs, ...changes].sort(
    (a, b) => compare(b.perTanggal ?? '', a.perTanggal ?? '') || compare(a.ukuran, b.ukuran)
  );
}

function newsOf(
  row: PublishedRow,
  before: number | null,
  after: number | null,
  sources: readonly CutSource[]
): NewsPreset {
  const { ukuran, tahun, tahap, sumber, perTanggal, catatan, catatanEn } = row;
  const change = before === null || after === null ? row.rupiah : after - before;
  const rate = before !== null && before > 0 ? change / before : null;
  const isMeant = (komponen: string) => measured[ukuran]!.some((head) => komponen.startsWith(head));
  const meant = rate === null ? [] : sources.filter(({ komponen }) => komponen !== null && isMeant(komponen));
  const shocks = meant.map(({ kode }): [string, Shock] => [kode, { jenis: 'persen', nilai: -rate! }]);
  const span = { from: tahun - 1, to: tahun };
  const named = { sumber, perTanggal, tahap, catatan, catatanEn };
  return { ukuran, ...span, before, after, change, rate, ...named, shocks: Object.fromEntries(shocks) };
}

/** Components whose use is prescribed (domain.md E3), and grants, which their givers prescribe. DAU that is not itemised counts as free. */
const earmarked = /^(dak_|dau_ditentukan|dana_desa|transfer_pusat_lain|pendapatan_hibah|dana_darurat|bankeu_)/;

/** The share in the input's own year, of the best budget that has the whole revenue of it; null without one. */
function freeShare(series: readonly RevenueSeries[], { tahun, lines, sources }: CutInput): FreeShare | null {
  const budgets = series.filter(({ ukuran }) => ukuran === 'anggaran');
  for (const one of budgets) {
    const year = fullYears(one).find((found) => found.tahun === tahun);
    if (year === undefined || !isWhole(year)) continue;
    const regency = totalOf(year.components.filter(isFree));
    if (regency === null || regency <= 0) continue;
    const byCode = new Map(sources.map((source) => [source.kode, source]));
    const agency = lines
      .flatMap((line) => line.sources)
      .filter(({ sumber }) => {
        const source = sumber === null ? undefined : byCode.get(sumber);
        return source === undefined || (!source.terikat && source.kelompok !== 'SILPA');
      })
      .reduce((sum, { pagu }) => sum + pagu, 0);
    return { bagian: agency / regency, agency, regency, tahun, sumber: one.sumber, tahap: year.tahap };
  }
  return null;
}

function isFree({ komponen }: ComponentFigure): boolean {
  return !earmarked.test(komponen);
}

function errorsOf(series: readonly RevenueSeries[]): CutErrors | null {
  const [used] = series;
  const found = used === undefined ? null : budgetErrorsView(series, used);
  if (found === null) return null;
  const { sumber, sumberAnggaran, stages, errors } = found;
  return {
    ...{ sumber, sumberAnggaran },
    tahun: stages.map(({ tahun }) => tahun),
    tahap: stages.map(({ tahap }) => tahap),
    components: errors.map(({ komponen, kelompok, anggaran, realisasi }) => ({
      komponen,
      kelompok,
      errors: anggaran.map((budget, i) => errorOf(budget, realisasi[i] ?? null))
    }))
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
