import { cagr, changeBetween, type RevenueChange } from '$lib/model/funding/change';
import { compositionOver, itemOf, type CompositionItem } from '$lib/model/funding/fold';
import { realFactor, unitFactor, type AmountUnit } from '$lib/model/funding/price';
import {
  concentrationOf,
  dependencyOf,
  groupTotal,
  isWhole,
  revenueGroups,
  totalOf,
  type Concentration,
  type Dependency,
  type RevenueGroup,
  type RevenueYear
} from '$lib/model/funding/revenue';
import { fullYears, isFullYear, type RevenueSeries } from '$lib/model/funding/series';
import type { FundingFilter } from '$lib/url/fundingFilter';
import { groupOf, orderOfItem } from './fundingFigures';
import { onePercentOf, type ProgramFunding, type SourceView } from './fundingPrograms';
import type { PopulationView, PricesView } from './fundingUnit';

/** One year of the series shown. A year between others that the source lacks is there too, with nothing known. */
export interface YearRow extends Dependency {
  tahun: number;
  /** Month that realisasi goes to; null where the source lacks the year. */
  sampaiBulan: number | null;
  tahap: string | null;
  /** Realisasi of twelve months, or a budget. */
  isFull: boolean;
  /** Sum of what the source lists, nominal rupiah; null where a component is not known. */
  jumlah: number | null;
  /** Whether that is the whole revenue. */
  isWhole: boolean;
  /** Nominal rupiah by group; null where not known, or none is listed. */
  groups: Record<RevenueGroup, number | null>;
}

/** One component in the latest full year, and what one percent less of it takes away. */
export interface ExposureRow {
  komponen: string;
  kelompok: RevenueGroup;
  /** Nominal rupiah of the region; null where not known. */
  rupiah: number | null;
  /** One percent of it, rupiah. */
  onePercent: number | null;
  /** One percent of the agency's pagu from sources of this component: rupiah and program-months; null where the agency names none. */
  agency: { rupiah: number; programMonths: number | null } | null;
}

/** The series shown, year by year. */
export interface YearsView {
  unit: AmountUnit;
  /** Base of real prices: the year asked for, else the latest of the series with an index; null without one. */
  tahunDasar: number | null;
  rows: YearRow[];
  /** What nominal rupiah of each row are multiplied by; null where the index or the population of the year is not known. */
  factors: (number | null)[];
  /** Composition over all rows, nominal rupiah; families itemised in some years only are one item. */
  items: CompositionItem[];
  /** Between the last two full years, in the unit chosen; null where one of them cannot be shown in it. */
  change: (RevenueChange & { from: number; to: number }) | null;
  /** Compound growth of TKD, of PAD and of the sum from the first to the last full year, in the unit chosen. */
  growth: { from: number; to: number; jumlah: number | null; TKD: number | null; PAD: number | null } | null;
  /** Dependency of the latest full year; null without one. */
  exposure: { tahun: number; concentration: Concentration | null; rows: ExposureRow[] } | null;
}

interface Known {
  prices: PricesView | null;
  population: PopulationView | null;
  programs: ProgramFunding | null;
  filter: FundingFilter;
}

/** Years of a series in the unit that a filter asks for. */
export function yearsView(series: RevenueSeries, known: Known): YearsView {
  const { harga, per, tahunDasar: asked } = known.filter;
  const unit = { harga, per };
  const indexed = series.years.findLast(({ tahun }) => known.prices?.points.some((point) => point.tahun === tahun));
  const tahunDasar = asked ?? indexed?.tahun ?? null;
  const factorOf = (tahun: number): number | null =>
    unitFactor(unit, {
      price: tahunDasar === null ? null : realFactor(known.prices, tahun, tahunDasar),
      population: known.population?.points.find((point) => point.tahun === tahun)?.jiwa ?? null
    });
  const years = withGaps(series.years);
  const full = fullYears(series);
  return {
    unit,
    tahunDasar,
    rows: years.map(({ tahun, year }) => yearRow(tahun, year, series)),
    factors: years.map(({ tahun }) => factorOf(tahun)),
    items: compositionOver(years.map(({ year }) => year?.components ?? [])).sort(byItem),
    change: changeOf(full.at(-2), full.at(-1), factorOf),
    growth: growthOf(full, factorOf),
    exposure: exposureOf(full.at(-1), known.programs)
  };
}

function withGaps(years: readonly RevenueYear[]): { tahun: number; year: RevenueYear | null }[] {
  const first = years[0]!.tahun;
  return Array.from({ length: years.at(-1)!.tahun - first + 1 }, (_, i) => ({
    tahun: first + i,
    year: years.find(({ tahun }) => tahun === first + i) ?? null
  }));
}

function yearRow(tahun: number, year: RevenueYear | null, { ukuran }: RevenueSeries): YearRow {
  const groups = Object.fromEntries(
    revenueGroups.map((group) => [group, year === null ? null : groupTotal(year, group)])
  ) as Record<RevenueGroup, number | null>;
  if (year === null) {
    const none = { sampaiBulan: null, tahap: null, isFull: false, jumlah: null, isWhole: false };
    return { tahun, ...none, groups, tkdShare: null, padShare: null };
  }
  const { sampaiBulan, tahap, components } = year;
  const isFull = isFullYear(ukuran, year);
  const jumlah = totalOf(components);
  return { tahun, sampaiBulan, tahap, isFull, jumlah, isWhole: isWhole(year), groups, ...dependencyOf(year) };
}

function byItem(a: { komponen: string }, b: { komponen: string }): number {
  return orderOfItem(a.komponen) - orderOfItem(b.komponen) || (a.komponen < b.komponen ? -1 : 1);
}

type FactorOf = (tahun: number) => number | null;

function changeOf(before: RevenueYear | undefined, after: RevenueYear | undefined, factorOf: FactorOf) {
  if (before === undefined || after === undefined) return null;
  const factors = { before: factorOf(before.tahun), after: factorOf(after.tahun) };
  // A list of transfers beside a whole revenue would show own money as new.
  const change =
    isWhole(before) === isWhole(after) ? changeBetween(before.components, after.components, factors) : null;
  return change === null ? null : { ...change, from: before.tahun, to: after.tahun };
}

function growthOf(full: readonly RevenueYear[], factorOf: FactorOf): YearsView['growth'] {
  const [first, last] = [full[0], full.at(-1)];
  if (first === undefined || last === undefined || first === last) return null;
  const rate = (amount: (year: RevenueYear) => number | null): number | null => {
    const [start, end] = [first, last].map((year) => {
      const [value, factor] = [amount(year), factorOf(year.tahun)];
      return value === null || factor === null ? null : value * factor;
    });
    return cagr(start ?? null, end ?? null, last.tahun - first.tahun);
  };
  return {
    from: first.tahun,
    to: last.tahun,
    jumlah: isWhole(first) === isWhole(last) ? rate(({ components }) => totalOf(components)) : null,
    TKD: rate((year) => groupTotal(year, 'TKD')),
    PAD: rate((year) => groupTotal(year, 'PAD'))
  };
}

/** The region's components with the agency's sources; a family that either of them does not itemise is one row. */
function exposureOf(year: RevenueYear | undefined, programs: ProgramFunding | null): YearsView['exposure'] {
  if (year === undefined) return null;
  const undivided = (programs?.sources ?? []).flatMap((source) => {
    const komponen = componentOfSource(source);
    const isUndivided = komponen !== null && komponen.endsWith('_tak_dirinci');
    return isUndivided ? [{ komponen, kelompok: groupOf(komponen), rupiah: source.pagu }] : [];
  });
  const items = compositionOver([year.components, undivided]).filter(({ unlisted }) => !unlisted.includes(0));
  const keys = new Set(items.map(({ komponen }) => komponen));
  const rows = items.sort(byItem).map(({ komponen, kelompok, rupiah: [rupiah = null] }) => {
    const isMeant = (source: SourceView): boolean => {
      const named = componentOfSource(source);
      return named !== null && itemOf(named, groupOf(named), keys) === komponen;
    };
    const agency = programs && onePercentOf(programs, isMeant);
    return { komponen, kelompok, rupiah, onePercent: rupiah === null ? null : rupiah / 100, agency };
  });
  return { tahun: year.tahun, concentration: concentrationOf(year.components.map(({ rupiah }) => rupiah)), rows };
}

/** The component of the region's revenue that a source of the agency comes from; null for a surplus carried over and the like. */
function componentOfSource({ komponenTkd, kelompok }: SourceView): string | null {
  if (komponenTkd !== null) return komponenTkd;
  return kelompok === 'PAD' ? 'pad_tak_dirinci' : kelompok === 'TRANSFER_DAERAH' ? 'transfer_daerah_tak_dirinci' : null;
}
