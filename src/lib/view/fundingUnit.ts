import { grouped } from '$lib/model/funding/grouped';
import { linkIndex, type LinkedIndex } from '$lib/model/funding/price';
import type { PopulationRow, PriceRow } from '$lib/query/funding';

/** The price index that real rupiah are worked out with. */
export interface PricesView extends LinkedIndex {
  /** 00 for the nation; else the region itself, where the extract has its index. */
  kodeWilayah: string;
  /** The month taken of each year: December, since no other is loaded for all years. */
  bulan: number;
  sumber: string[];
}

/** The one population series that divides, and the others that exist. */
export interface PopulationView {
  /** Publisher of the series. */
  penerbit: string;
  points: { tahun: number; jiwa: number; sumber: string }[];
  /** Figures of other publishers, shown and not used. */
  others: { tahun: number; jiwa: number; sumber: string }[];
}

const december = 12;

/** The nation's index, or the region's own where the extract holds one; December values, linked (methods §6). Null without any. */
export function pricesView(rows: readonly PriceRow[]): PricesView | null {
  const own = rows.find(({ kodeWilayah }) => kodeWilayah !== '00')?.kodeWilayah;
  for (const kodeWilayah of [...(own === undefined ? [] : [own]), '00']) {
    const used = rows.filter((row) => row.kodeWilayah === kodeWilayah && row.bulan === december);
    const index = linkIndex(
      used.map(({ tahun, bulan, indikator, nilai }) => ({
        tahun,
        bulan,
        basis: indikator === 'ihk_2018' ? 2018 : 2022,
        nilai
      })),
      december
    );
    if (index !== null)
      return { ...index, kodeWilayah, bulan: december, sumber: [...new Set(used.map(({ sumber }) => sumber))] };
  }
  return null;
}

/**
 * Population by year of one publisher, so that all years count the same people: Kemendagri where it is there, since peers have it too,
 * else the one with most years, then by name. Two figures of that publisher for a year leave the first by name. Null without any.
 */
export function populationView(rows: readonly PopulationRow[]): PopulationView | null {
  const series = [...grouped(rows, ({ sumber }) => publisherOf(sumber))];
  const years = (found: readonly PopulationRow[]) => new Set(found.map(({ tahun }) => tahun)).size;
  const [best] = series.sort(
    ([a, left], [b, right]) =>
      Number(b === 'Kemendagri') - Number(a === 'Kemendagri') || years(right) - years(left) || (a < b ? -1 : 1)
  );
  if (best === undefined) return null;
  const [penerbit, found] = best;
  const points = [...grouped(found, ({ tahun }) => tahun).values()].map((ofYear) => ofYear[0]!);
  return { penerbit, points, others: rows.filter((row) => !points.includes(row)) };
}

/** `Kemendagri` of `Kemendagri, penduduk 2025; dibaca dari …`. */
function publisherOf(sumber: string): string {
  return /^[^\s,;(]+/.exec(sumber)?.[0] ?? sumber;
}
