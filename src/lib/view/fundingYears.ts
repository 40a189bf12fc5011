import { cagr, changeBetween, type RevenueChange } from '$lib/model/funding/change';
import { compositionOver, type CompositionItem } from '$lib/model/funding/fold';
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
import { byItem } from './fundingFigures';
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
  /** Why the change cannot be shown in the unit chosen, where that is the reason; else null. */
  lacking: 'indeks' | 'penduduk' | null;
  /** Concentration over the components of the latest full year; null where it is not defined. */
  concentration: (Concentration & { tahun: number }) | null;
}

interface Known {
  prices: PricesView | null;
  population: PopulationView | null;
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
    lacking: lackingOf(unit, full.slice(-2), known, tahunDasar),
    concentration: latestConcentration(full.at(-1))
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

function lackingOf(
  { harga, per }: AmountUnit,
  years: readonly RevenueYear[],
  { prices, population }: Known,
  tahunDasar: number | null
): YearsView['lacking'] {
  const isIndexed = ({ tahun }: RevenueYear) => tahunDasar !== null && realFactor(prices, tahun, tahunDasar) !== null;
  const isCounted = ({ tahun }: RevenueYear) => population?.points.some((point) => point.tahun === tahun) ?? false;
  if (harga === 'riil' && !years.every(isIndexed)) return 'indeks';
  return per === 'kapita' && !years.every(isCounted) ? 'penduduk' : null;
}

function latestConcentration(year: RevenueYear | undefined): YearsView['concentration'] {
  const found = year === undefined ? null : concentrationOf(year.components.map(({ rupiah }) => rupiah));
  return found === null ? null : { ...found, tahun: year!.tahun };
}
