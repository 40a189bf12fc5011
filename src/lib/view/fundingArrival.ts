import { grouped } from '$lib/model/funding/grouped';
import {
  arrivalPace,
  arrivals,
  owedAtYearEnd,
  type ArrivalFigure,
  type ArrivalPace,
  type ArrivalYear,
  type Owed
} from '$lib/model/funding/arrival';
import { totalOf, type Ukuran } from '$lib/model/funding/revenue';
import type { RevenueFigure } from '$lib/model/funding/series';
import { orderOfStage } from './fundingFigures';

/** When the centre's transfers arrive. */
export interface ArrivalView {
  sumber: string;
  basis: string;
  /** The last four years that have a month, oldest first. */
  years: ArrivalYear[];
  pace: ArrivalPace | null;
  /** Budget − received of closed years, oldest first; what is officially owed (kurang bayar) is settled later by the ministry. */
  owed: Owed[];
  /** The same of the latest closed year by component, largest first; empty where a component is not known. */
  owedByComponent: { komponen: string; owed: number }[];
}

const mostYears = 4;

/**
 * TKD received month by month, from the source and basis with most months; null where none has a month of it. A month where a component
 * is not known has no total.
 */
export function arrivalView(figures: readonly RevenueFigure[]): ArrivalView | null {
  const tkd = figures.filter(({ kelompok }) => kelompok === 'TKD');
  const sources = [...grouped(tkd, ({ sumber, basis }) => `${sumber}~${basis}`).values()].map((rows) => ({
    rows: latestStages(rows),
    months: new Set(rows.filter(({ amounts }) => amounts.realisasi !== null).map(monthKey)).size
  }));
  const best = sources.reduce<(typeof sources)[number] | null>(
    (most, one) => (one.months > (most?.months ?? 0) ? one : most),
    null
  );
  if (best === null) return null;
  const { sumber, basis } = best.rows[0]!;
  const months = [...grouped(best.rows, monthKey).values()];
  const years = arrivals(months.map(arrivalFigure));
  const owed = owedAtYearEnd(years);
  return {
    sumber,
    basis,
    years: years.slice(-mostYears),
    pace: arrivalPace(years),
    owed,
    owedByComponent: owedParts(best.rows, owed.at(-1)?.tahun ?? null)
  };
}

function monthKey({ tahun, sampaiBulan }: RevenueFigure): string {
  return `${tahun} ${sampaiBulan}`;
}

/** Realisasi is the same beside any stage: only the latest stage of each month counts. */
function latestStages(rows: readonly RevenueFigure[]): RevenueFigure[] {
  return [...grouped(rows, monthKey).values()].flatMap((ofMonth) => {
    const known = ofMonth.filter(({ amounts }) => amounts.realisasi !== null);
    const latest = Math.max(...(known.length > 0 ? known : ofMonth).map(({ tahap }) => orderOfStage(tahap)));
    return ofMonth.filter(({ tahap }) => orderOfStage(tahap) === latest);
  });
}

function sumOf(rows: readonly RevenueFigure[], ukuran: Ukuran): number | null {
  const spoken = rows.filter(({ silent }) => !silent[ukuran]);
  return totalOf(spoken.map(({ komponen, kelompok, amounts }) => ({ komponen, kelompok, rupiah: amounts[ukuran] })));
}

function arrivalFigure(rows: readonly RevenueFigure[]): ArrivalFigure {
  const { tahun, sampaiBulan } = rows[0]!;
  return { tahun, sampaiBulan, realisasi: sumOf(rows, 'realisasi'), anggaran: sumOf(rows, 'anggaran') };
}

function owedParts(rows: readonly RevenueFigure[], tahun: number | null): ArrivalView['owedByComponent'] {
  const parts = rows
    .filter((row) => row.tahun === tahun && row.sampaiBulan === 12)
    .map(({ komponen, amounts: { anggaran, realisasi }, silent }) => ({
      komponen,
      owed:
        (anggaran === null && !silent.anggaran) || (realisasi === null && !silent.realisasi)
          ? null
          : (anggaran ?? 0) - (realisasi ?? 0)
    }));
  const known = parts.flatMap(({ komponen, owed }) => (owed === null ? [] : [{ komponen, owed }]));
  if (known.length < parts.length) return [];
  return known.filter(({ owed }) => owed !== 0).sort((a, b) => b.owed - a.owed || (a.komponen < b.komponen ? -1 : 1));
}
