import type { Series } from '../series';
import { grouped } from './grouped';

/** Transfers of one year as they arrive, cumulative from January. */
export interface ArrivalYear {
  tahun: number;
  /** Rupiah received up to the end of each of twelve months; null where no file gives the month. */
  totals: Series;
  /** Budget or allocation of the year beside the latest month, rupiah; null where not given. */
  anggaran: number | null;
}

/** A cumulative figure of one month. */
export interface ArrivalFigure {
  tahun: number;
  sampaiBulan: number;
  realisasi: number | null;
  anggaran: number | null;
}

/** Years of arrivals, oldest first. A year with one figure in every month is an annual figure repeated: only its December counts. */
export function arrivals(figures: readonly ArrivalFigure[]): ArrivalYear[] {
  return [...grouped(figures, ({ tahun }) => tahun)]
    .map(([tahun, rows]) => {
      const sorted = rows.toSorted((a, b) => a.sampaiBulan - b.sampaiBulan);
      const at = (bulan: number) => sorted.find((row) => row.sampaiBulan === bulan)?.realisasi ?? null;
      const totals = Array.from({ length: 12 }, (_, i) => at(i + 1));
      const shown = isRepeated(totals) ? totals.map((total, i) => (i === 11 ? total : null)) : totals;
      return { tahun, totals: shown, anggaran: sorted.at(-1)?.anggaran ?? null };
    })
    .sort((a, b) => a.tahun - b.tahun);
}

/** The last month with a figure, 1–12; 0 without any. */
export function lastArrival({ totals }: ArrivalYear): number {
  return totals.findLastIndex((total) => total !== null) + 1;
}

/** How far a year is at one month, against past years at the same month. Ratios of the year's own budget. */
export interface ArrivalPace {
  tahun: number;
  bulan: number;
  realisasi: number;
  /** Received ÷ budget of the year; null without a budget. */
  rate: number | null;
  /** The same of past years, oldest first; years without that month are not there. */
  past: { tahun: number; rate: number }[];
}

/** Pace of the latest year at its last month; null without a figure. */
export function arrivalPace(years: readonly ArrivalYear[]): ArrivalPace | null {
  const latest = years.findLast((year) => lastArrival(year) > 0);
  if (latest === undefined) return null;
  const bulan = lastArrival(latest);
  const rateOf = ({ totals, anggaran }: ArrivalYear): number | null => {
    const total = totals[bulan - 1] ?? null;
    return total === null || anggaran === null || anggaran <= 0 ? null : total / anggaran;
  };
  const past = years
    .filter(({ tahun }) => tahun < latest.tahun)
    .flatMap((year) => {
      const rate = rateOf(year);
      return rate === null ? [] : [{ tahun: year.tahun, rate }];
    });
  return { tahun: latest.tahun, bulan, realisasi: latest.totals[bulan - 1]!, rate: rateOf(latest), past };
}

/** What a closed year left unpaid of its budget or allocation, rupiah: above 0 when less came, below 0 when more did. */
export interface Owed {
  tahun: number;
  anggaran: number;
  realisasi: number;
  owed: number;
}

/** Budget − received of every year that has December and a budget, oldest first. */
export function owedAtYearEnd(years: readonly ArrivalYear[]): Owed[] {
  return years.flatMap(({ tahun, totals, anggaran }) => {
    const realisasi = totals[11] ?? null;
    return realisasi === null || anggaran === null ? [] : [{ tahun, anggaran, realisasi, owed: anggaran - realisasi }];
  });
}

function isRepeated(totals: Series): boolean {
  const known = totals.flatMap((total) => total ?? []);
  return known.length >= 3 && known[0] !== 0 && known.every((total) => total === known[0]);
}
