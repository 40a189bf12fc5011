import { groupTotal, type Ukuran } from '$lib/model/funding/revenue';
import { byRule, isFullYear, type RevenueSeries } from '$lib/model/funding/series';
import { stabilityOf, type Stability, type StabilityYear } from '$lib/model/funding/stability';
import type { AgencyYearRow } from '$lib/query/fundingPrograms';
import { orderOfStage } from './fundingFigures';

/** The agency's own budget or spending beside the regency's TKD, in one column of both. */
export interface AgencyView {
  ukuran: Ukuran;
  /** Source of TKD. */
  sumber: string;
  /** Stage of TKD's budgets; the agency's pagu is that of the same stage where it is murni, else the one last in force. */
  tahap: string | null;
  /** Oldest first, from the agency's first year; null where not known. Realisasi of full years only. */
  years: (StabilityYear & { unit: number })[];
  /** Nominal, at the base year asked for, or the first that has both. */
  stability: Stability;
}

/**
 * The agency's pagu against budgeted TKD, or its realisasi against TKD received, over the years of the extract. TKD is that of the series
 * which has it in most of the agency's years, then by the rule of chooseSeries. Null where no series has TKD in a year of the agency.
 */
export function agencyAgainstTkd(
  agency: readonly AgencyYearRow[],
  series: readonly RevenueSeries[],
  ukuran: Ukuran,
  tahunDasar: number | null
): AgencyView | null {
  const candidates = series.filter((one) => one.ukuran === ukuran);
  const shared = (one: RevenueSeries) => agency.filter(({ tahun }) => tkdOf(one, tahun) !== null).length;
  const rule = byRule(orderOfStage);
  const [best] = candidates.toSorted((a, b) => shared(b) - shared(a) || rule(a, b));
  if (best === undefined || shared(best) === 0) return null;
  const years = agency.map((row) => ({
    tahun: row.tahun,
    unit: row.unit,
    agency: agencyAmount(row, ukuran, best.tahap),
    tkd: tkdOf(best, row.tahun)
  }));
  const { sumber, tahap } = best;
  return { ukuran, sumber, tahap, years, stability: stabilityOf(years, tahunDasar) };
}

function tkdOf({ ukuran, years }: RevenueSeries, tahun: number): number | null {
  const year = years.find((one) => one.tahun === tahun);
  return year === undefined || !isFullYear(ukuran, year) ? null : groupTotal(year, 'TKD');
}

function agencyAmount(row: AgencyYearRow, ukuran: Ukuran, tahap: string | null): number | null {
  if (ukuran === 'realisasi') return row.bulan === 12 ? row.realisasi : null;
  return tahap === 'murni' ? row.paguMurni : row.pagu;
}
