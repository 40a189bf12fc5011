import { grouped } from './grouped';
import { isItemised, revenueTotal, totalOf, type ComponentFigure, type RevenueYear, type Ukuran } from './revenue';

/** One component at one (source, basis, stage, month), with both columns of the budget. */
export interface RevenueFigure extends Omit<ComponentFigure, 'rupiah'> {
  tahun: number;
  sumber: string;
  basis: string;
  tahap: string | null;
  sampaiBulan: number;
  /** Rupiah of each column; null where it is not known. */
  amounts: Readonly<Record<Ukuran, number | null>>;
  /** Columns in which the source has nothing to say of the component: it is left out there, and not unknown. */
  silent: Readonly<Record<Ukuran, boolean>>;
}

/** Years that may be drawn as one line: one source, one basis, one column and, for budgets, one stage. */
export interface RevenueSeries {
  /** Names it in an address: sumber, basis and for budgets the stage, joined by `~`. */
  kunci: string;
  sumber: string;
  basis: string;
  ukuran: Ukuran;
  /** Stage of every year of a budget series; null where the source names none, and for realisasi, which has no stage of its own. */
  tahap: string | null;
  /** Oldest first, one entry a year that the source has; a year that is missing has none. */
  years: readonly RevenueYear[];
}

/** Where a stage stands in its year; null (none named) comes before all. */
export type StageOrder = (tahap: string | null) => number;

/**
 * Every series of the figures. In each year the latest month counts, and for realisasi, which is the same beside any stage, the latest
 * stage at that month. Nothing is added over source, basis, stage or month.
 */
export function revenueSeries(figures: readonly RevenueFigure[], order: StageOrder): RevenueSeries[] {
  return (['realisasi', 'anggaran'] as const).flatMap((ukuran) => {
    const spoken = figures.filter((figure) => !figure.silent[ukuran]);
    const groups = grouped(spoken, (figure) => keyOf(figure, ukuran));
    return [...groups].flatMap(([kunci, rows]) => {
      const years = [...grouped(rows, ({ tahun }) => tahun).values()]
        .map((ofYear) => yearOf(ofYear, ukuran, order))
        .filter(({ components }) => components.some(({ rupiah }) => rupiah !== null))
        .sort((a, b) => a.tahun - b.tahun);
      if (years.length === 0) return [];
      const { sumber, basis, tahap } = rows[0]!;
      return [{ kunci, sumber, basis, ukuran, tahap: ukuran === 'anggaran' ? tahap : null, years }];
    });
  });
}

/** Whether a year of a series covers the whole year: budgets always do, realisasi with twelve months. */
export function isFullYear(ukuran: Ukuran, { sampaiBulan }: Pick<RevenueYear, 'sampaiBulan'>): boolean {
  return ukuran === 'anggaran' || sampaiBulan === 12;
}

/** Full years of a series whose every component is known. */
export function fullYears({ ukuran, years }: Pick<RevenueSeries, 'ukuran' | 'years'>): RevenueYear[] {
  return years.filter((year) => isFullYear(ukuran, year) && totalOf(year.components) !== null);
}

/**
 * The series to show. Asked for one by its key, that one, else one of the same source and basis. Otherwise the rule, in this order: has
 * the whole revenue rather than transfers alone; itemises TKD in two full years or more; has the most full years; the latest full year;
 * apbd before alokasi before sp2d; the latest stage; by name. `ukuran` is kept to unless it has no series at all. Null without any series.
 */
export function chooseSeries(
  all: readonly RevenueSeries[],
  wanted: { kunci: string | null; ukuran: Ukuran },
  order: StageOrder
): RevenueSeries | null {
  const ofUkuran = all.filter(({ ukuran }) => ukuran === wanted.ukuran);
  const candidates = (ofUkuran.length > 0 ? ofUkuran : all).toSorted(byRule(order));
  const exact = candidates.find(({ kunci }) => kunci === wanted.kunci);
  if (exact !== undefined) return exact;
  const [sumber, basis] = (wanted.kunci ?? '').split('~');
  const related = candidates.find((series) => series.sumber === sumber && series.basis === basis);
  return related ?? candidates[0] ?? null;
}

/** Orders series by the rule of chooseSeries, the best first. */
export function byRule(order: StageOrder): (a: RevenueSeries, b: RevenueSeries) => number {
  return (a, b) => {
    const [left, right] = [merits(a, order), merits(b, order)];
    const differing = left.findIndex((merit, i) => merit !== right[i]);
    return differing >= 0 ? right[differing]! - left[differing]! : a.kunci < b.kunci ? -1 : 1;
  };
}

const bases: readonly string[] = ['sp2d', 'alokasi', 'apbd'];

function merits(series: RevenueSeries, order: StageOrder): number[] {
  const full = fullYears(series);
  return [
    Number(full.some((year) => revenueTotal(year) !== null)),
    Number(full.filter(isItemised).length >= 2),
    full.length,
    full.at(-1)?.tahun ?? 0,
    bases.indexOf(series.basis),
    series.tahap === null ? -1000 : order(series.tahap)
  ];
}

function keyOf({ sumber, basis, tahap }: RevenueFigure, ukuran: Ukuran): string {
  const parts = ukuran === 'anggaran' && tahap !== null ? [sumber, basis, tahap] : [sumber, basis];
  return parts.join('~');
}

function yearOf(rows: readonly RevenueFigure[], ukuran: Ukuran, order: StageOrder): RevenueYear {
  const known = rows.filter((row) => row.amounts[ukuran] !== null);
  const of = known.length > 0 ? known : rows;
  const sampaiBulan = Math.max(...of.map((row) => row.sampaiBulan));
  const atMonth = of.filter((row) => row.sampaiBulan === sampaiBulan);
  const tahap = atMonth.reduce<string | null>(
    (latest, row) => (order(row.tahap) > order(latest) ? row.tahap : latest),
    atMonth[0]!.tahap
  );
  const components = rows
    .filter((row) => row.sampaiBulan === sampaiBulan && row.tahap === tahap)
    .map(({ komponen, kelompok, amounts }) => ({ komponen, kelompok, rupiah: amounts[ukuran] }));
  return { tahun: rows[0]!.tahun, sampaiBulan, tahap, components };
}
