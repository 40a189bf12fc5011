import { grouped } from './grouped';
/** A figure as a publication gives it. */
export interface PublishedFigure {
  kodeWilayah: string;
  tahun: number;
  ukuran: string;
  tahap: string;
  /** Rupiah. */
  rupiah: number;
}

/**
 * How the figures of one region, year and measure stand to each other: `single` there is one; `agree` all are equal; `by-stage` they
 * differ, but no two of one stage do; `conflicting` two of one stage differ, or a part is as large as the whole it belongs to.
 */
export type Agreement = 'single' | 'agree' | 'by-stage' | 'conflicting';

export interface PublishedGroup<Figure extends PublishedFigure> {
  kodeWilayah: string;
  tahun: number;
  ukuran: string;
  agreement: Agreement;
  /** A whole of the same year that a figure here reaches or exceeds, though it is only part of it; null without one. */
  exceeds: string | null;
  /** All of them, in the order given; never averaged. */
  figures: Figure[];
}

/** Stages that are changes, not levels. */
const changes: ReadonlySet<string> = new Set(['efisiensi', 'selisih_tahun_lalu']);
/** Stages of a part of the year. */
const parts: ReadonlySet<string> = new Set(['semester_1', 'prognosis_semester_2']);

/** Measures that are part of another. */
const wholes: Readonly<Record<string, readonly string[]>> = {
  dtu: ['tkd'],
  dbh: ['dtu', 'tkd'],
  dau: ['dtu', 'tkd'],
  dak: ['tkd'],
  dana_desa: ['tkd'],
  pad: ['pendapatan'],
  transfer: ['pendapatan'],
  transfer_pusat: ['transfer', 'pendapatan']
};

/** Figures grouped by region, year and measure, each group with how its figures stand to each other. All are kept. */
export function publishedGroups<Figure extends PublishedFigure>(figures: readonly Figure[]): PublishedGroup<Figure>[] {
  const groups = grouped(figures, ({ kodeWilayah, tahun, ukuran }) => `${kodeWilayah} ${tahun} ${ukuran}`);
  return [...groups.values()].map((found) => {
    const { kodeWilayah, tahun, ukuran } = found[0]!;
    const exceeds = (wholes[ukuran] ?? []).find((whole) => {
      const known = groups.get(`${kodeWilayah} ${tahun} ${whole}`) ?? [];
      return known.some((one) => found.some((part) => part.rupiah >= one.rupiah && mayCompare(part, one)));
    });
    const agreement = exceeds === undefined ? agreementOf(found) : 'conflicting';
    return { kodeWilayah, tahun, ukuran, agreement, exceeds: exceeds ?? null, figures: found };
  });
}

/**
 * Whether a part as large as a whole contradicts it: always at one stage. Allocations of the centre are of a whole year at any stage, so
 * they may be compared across stages too, a part of the year aside; a regency's own budget differs from stage to stage.
 */
function mayCompare(part: PublishedFigure, whole: PublishedFigure): boolean {
  if (part.tahap === whole.tahap) return !changes.has(part.tahap);
  const isLevel = ({ tahap }: PublishedFigure) => !changes.has(tahap) && !parts.has(tahap);
  return ['tkd', 'dtu'].includes(whole.ukuran) && isLevel(part) && isLevel(whole);
}

function agreementOf(figures: readonly PublishedFigure[]): Agreement {
  if (figures.length === 1) return 'single';
  const amounts = (rows: readonly PublishedFigure[]) => new Set(rows.map(({ rupiah }) => rupiah)).size;
  if (amounts(figures) === 1) return 'agree';
  const stages = grouped(figures, ({ tahap }) => tahap);
  return [...stages.values()].some((rows) => amounts(rows) > 1) ? 'conflicting' : 'by-stage';
}
