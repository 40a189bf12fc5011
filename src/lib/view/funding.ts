import type { ArrivalView } from './fundingArrival';
import { arrivalView } from './fundingArrival';
import { agencyAgainstTkd, type AgencyView } from './fundingAgency';
import { aheadView, type AheadView } from './fundingAhead';
import { exposureView, type ExposureView } from './fundingExposure';
import { budgetErrorsView, type BudgetErrorsView } from './fundingErrors';
import { orderOfStage, revenueFigures } from './fundingFigures';
import { peersOf, type PeersView } from './fundingPeers';
import { programFunding, type ProgramFunding } from './fundingPrograms';
import { publishedView, type PublishedView } from './fundingPublished';
import { populationView, pricesView, type PopulationView, type PricesView } from './fundingUnit';
import { yearsView, type YearsView } from './fundingYears';
import { isItemised, revenueTotal, type Ukuran } from '$lib/model/funding/revenue';
import { byRule, chooseSeries, fullYears, revenueSeries, type RevenueSeries } from '$lib/model/funding/series';
import type { Database, RowOf } from '$lib/query/define';
import * as ask from '$lib/query/funding';
import { agencyYears, type AgencyYearRow } from '$lib/query/fundingPrograms';
import type { FundingFilter } from '$lib/url/fundingFilter';

/** A series a reader may choose. */
export interface SeriesChoice {
  /** For `sumber` in the address. */
  kunci: string;
  sumber: string;
  basis: string;
  ukuran: Ukuran;
  /** Stage of a budget series; null where the source names none, and for realisasi. */
  tahap: string | null;
  firstYear: number;
  lastYear: number;
  /** Full years with every component known. */
  fullYears: number;
  /** Gives the whole revenue, not transfers alone. */
  isWhole: boolean;
  /** Itemises the centre's transfers in two full years or more. */
  isItemised: boolean;
}

/** Everything the funding page says, for one filter. Rupiah are nominal; `YearsView.factors` turns them into the unit chosen. */
export interface FundingView {
  /** `isCertain` is false where the extract holds several regions and none with kecamatan, so that one had to be picked. */
  wilayah: { kode: string; nama: string | null; kelasSebanding: string | null; isCertain: boolean };
  /** The best first, by the rule of chooseSeries. */
  series: SeriesChoice[];
  /** The one shown; null where the extract has no revenue of the region. */
  used: SeriesChoice | null;
  /** True where the filter names a series that the data do not have, or a column without any. */
  isOther: boolean;
  years: YearsView | null;
  /** What the latest budget does to TKD, whatever series is shown; null without budgets of two years running. */
  ahead: AheadView | null;
  /** What one percent less of each component takes away; null without a full year. */
  exposure: ExposureView | null;
  prices: PricesView | null;
  population: PopulationView | null;
  peers: PeersView | null;
  budgetErrors: BudgetErrorsView | null;
  arrival: ArrivalView | null;
  /** The agency against TKD in budgets and in what was realised; null where no year has both columns. */
  agency: Record<Ukuran, AgencyView | null>;
  programs: ProgramFunding | null;
  published: PublishedView;
  /** Files behind the series shown, the latest first. */
  files: { tahun: number; nama: string | null; perTanggal: string | null }[];
}

/** What hangs on no filter. */
interface FundingSource {
  home: RowOf<typeof ask.homeRegion>;
  /** The best first. */
  series: RevenueSeries[];
  agency: AgencyYearRow[];
  files: ask.RegionalFileRow[];
  /** Parts of the view that every filter shares. */
  shared: Pick<FundingView, 'prices' | 'population' | 'ahead' | 'arrival' | 'programs' | 'published'>;
}

/**
 * Views of the extract's home region by filter; what hangs on no filter is asked and worked out once, so that a filter change costs a few
 * milliseconds. Null where the extract names no region.
 */
export function fundingViews(database: Database): (filter: FundingFilter) => Promise<FundingView | null> {
  let kept: Promise<FundingSource | null> | undefined;
  return async (filter) => {
    kept ??= sourceOf(database);
    kept.catch(() => (kept = undefined));
    const source = await kept;
    return source === null ? null : viewOf(database, source, filter);
  };
}

/** The view of one filter, see fundingViews. */
export function fundingView(database: Database, filter: FundingFilter): Promise<FundingView | null> {
  return fundingViews(database)(filter);
}

async function sourceOf(database: Database): Promise<FundingSource | null> {
  const [home] = await database.all(ask.homeRegion, {});
  if (home === undefined) return null;
  const here = { kodeWilayah: home.kodeWilayah };
  const [revenue, indices, people, published, files, agency] = await Promise.all([
    database.all(ask.regionalRevenue, here),
    database.all(ask.priceIndices, here),
    database.all(ask.populations, here),
    database.all(ask.publishedFigures, here),
    database.all(ask.regionalFiles, here),
    database.all(agencyYears, {})
  ]);
  const figures = revenueFigures(revenue);
  const series = revenueSeries(figures, orderOfStage).sort(byRule(orderOfStage));
  const shared = {
    prices: pricesView(indices),
    population: populationView(people),
    ahead: aheadView(series),
    arrival: arrivalView(figures),
    programs: await programsOf(database, agency),
    published: publishedView(published)
  };
  return { home, series, agency, files, shared };
}

async function viewOf(database: Database, source: FundingSource, filter: FundingFilter): Promise<FundingView> {
  const { home, series, agency, files, shared } = source;
  const { kodeWilayah: kode, nama, kelasSebanding } = home;
  const used = chooseSeries(series, { kunci: filter.sumber, ukuran: filter.ukuran }, orderOfStage);
  const against = (ukuran: Ukuran) => agencyAgainstTkd(agency, series, ukuran, filter.tahunDasar);
  return {
    ...shared,
    wilayah: { kode, nama, kelasSebanding, isCertain: home.pasti },
    series: series.map(choiceOf),
    used: used === null ? null : choiceOf(used),
    isOther: used !== null && !isAsked(used, filter),
    years: used === null ? null : yearsView(used, { ...shared, filter }),
    exposure: used === null ? null : exposureView(series, used, shared.programs),
    peers: used === null ? null : await peersOf(database, home, series, used),
    budgetErrors: used === null ? null : budgetErrorsView(series, used),
    agency: { anggaran: against('anggaran'), realisasi: against('realisasi') },
    files: filesOf(files, used)
  };
}

function choiceOf(series: RevenueSeries): SeriesChoice {
  const { kunci, sumber, basis, ukuran, tahap, years } = series;
  const full = fullYears(series);
  return {
    ...{ kunci, sumber, basis, ukuran, tahap },
    firstYear: years[0]!.tahun,
    lastYear: years.at(-1)!.tahun,
    fullYears: full.length,
    isWhole: full.some((year) => revenueTotal(year) !== null),
    isItemised: full.filter(isItemised).length >= 2
  };
}

/** A key that names sumber and basis is met by any stage of them. */
function isAsked({ ukuran, sumber, basis, kunci }: RevenueSeries, filter: FundingFilter): boolean {
  const isSource = filter.sumber === null || filter.sumber === kunci || filter.sumber.startsWith(`${sumber}~${basis}`);
  return isSource && ukuran === filter.ukuran;
}

/** Sources and programs of the latest year with a pagu in force, at its last month with realisasi, else at year-end. */
async function programsOf(database: Database, agency: readonly AgencyYearRow[]): Promise<ProgramFunding | null> {
  const latest = agency.findLast(({ pagu }) => pagu !== null);
  return latest === undefined ? null : programFunding(database, { tahun: latest.tahun, bulan: latest.bulan ?? 12 });
}

function filesOf(rows: readonly ask.RegionalFileRow[], used: RevenueSeries | null): FundingView['files'] {
  return rows
    .filter(({ sumber, basis }) => sumber === used?.sumber && basis === used.basis)
    .map(({ tahun, nama, perTanggal }) => ({ tahun, nama, perTanggal }));
}
