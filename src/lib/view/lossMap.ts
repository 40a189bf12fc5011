import type { RegionLoss } from '$lib/model/cuts/regionLoss';

/** Where a desa stands on the hexagon map. */
export interface MapPlace {
  kode: string;
  kecamatan: string;
  kolom: number;
  baris: number;
}

/** Share of the recipients who lose, a ratio; null where nobody says. */
export type LossRate = number | null | 'disembunyikan';

/** A hexagon of the map of losses. */
export interface LossCell extends MapPlace {
  /** Code of the region whose loss it shows: its own, or that of its kecamatan. */
  region: string;
  loss: RegionLoss | null;
  value: LossRate;
  /** No region is flagged: shares of a plan have no limits. */
  flag: null;
}

/**
 * One cell for each desa. Where losses are known by desa, with its own; else with those of its kecamatan: a public extract says nothing
 * below it. Hidden where a cell of the region is hidden, null where nobody says, 0 where nobody loses.
 */
export function lossCells(
  places: readonly MapPlace[],
  { byRegion, byDesa }: { byRegion: readonly RegionLoss[]; byDesa: readonly RegionLoss[] }
): LossCell[] {
  const isByDesa = byDesa.length > 0;
  const losses = new Map((isByDesa ? byDesa : byRegion).map((loss) => [loss.kodeWilayah, loss]));
  return places.map(({ kode, kecamatan, kolom, baris }): LossCell => {
    const region = isByDesa ? kode : kecamatan;
    const loss = losses.get(region) ?? null;
    return { kode, region, kecamatan, kolom, baris, flag: null, loss, value: lossRate(loss) };
  });
}

/** Share of the recipients of a region who lose, before rounding to whole people; hidden where a cell is, null where nobody says. */
export function lossRate(loss: RegionLoss | null): LossRate {
  if (loss === null) return null;
  const { before, exact, isHidden } = loss;
  if (isHidden) return 'disembunyikan';
  return before === null || exact === null || before === 0 ? null : exact / before;
}
