import { publishedGroups, type Agreement } from '$lib/model/funding/published';
import type { PublishedRow } from '$lib/query/funding';

/** One published figure; its source is named by place in `PublishedView.sources`. */
export interface PublishedFigureView {
  tahap: string;
  rupiah: number;
  perTanggal: string | null;
  sumber: number;
  /** What to know of it, in Indonesian and in English; null where there is nothing. */
  catatan: string | null;
  catatanEn: string | null;
}

/** Figures of one region, year and measure. */
export interface PublishedGroupView {
  kodeWilayah: string;
  tahun: number;
  ukuran: string;
  agreement: Agreement;
  /** A whole that a figure here reaches or exceeds, though it is only part of it; null without one. */
  exceeds: string | null;
  figures: PublishedFigureView[];
}

/** Published figures of the nation (00) and the home region, all kept and none averaged. */
export interface PublishedView {
  sources: string[];
  groups: PublishedGroupView[];
}

/** Every published figure, grouped by region, measure and year. */
export function publishedView(rows: readonly PublishedRow[]): PublishedView {
  const sources = [...new Set(rows.map(({ sumber }) => sumber))].sort();
  const groups = publishedGroups(rows).map(({ figures, ...group }) => ({
    ...group,
    figures: figures.map(({ tahap, rupiah, perTanggal, sumber, catatan, catatanEn }) => ({
      ...{ tahap, rupiah, perTanggal, catatan, catatanEn },
      sumber: sources.indexOf(sumber)
    }))
  }));
  return { sources, groups };
}
