import type { CellValue } from '$lib/contract/order';

type Row = Readonly<Record<string, CellValue>>;

/** A region of the home regency, with the regions it lies in. */
export interface IndexedRegion {
  kode: string;
  tingkat: 'desa' | 'kecamatan' | 'kabupaten';
}

/**
 * The regions of the home regency numbered for SQL: desa and kelurahan first, then kecamatan, then the regency, so that the smallest number
 * is the finest place. A number past the end means another regency.
 */
export interface RegionIndex {
  regions: readonly IndexedRegion[];
  /** The home regency: where a unit counts of which no more is known. */
  home: number;
  /** Another regency. */
  outside: number;
  /** Number of a code; a desa that is not listed counts in its kecamatan, else in the regency; a code of elsewhere is `outside`. */
  numberOf(kode: string): number;
  /** Numbers of the regions a unit counted at `number` belongs to: itself, its kecamatan, the regency. Empty for `outside`. */
  chain(number: number): readonly number[];
}

/** Numbers the regions of a regency from rows of `wilayah`; the regency itself needs no row. */
export function regionIndex(wilayah: readonly Row[], home: string): RegionIndex {
  const own = wilayah.map(({ kode }) => String(kode)).filter((kode) => kode.startsWith(`${home}.`));
  const ofLength = (parts: number): string[] => own.filter((kode) => kode.split('.').length === parts).sort();
  const regions: IndexedRegion[] = [
    ...ofLength(4).map((kode): IndexedRegion => ({ kode, tingkat: 'desa' })),
    ...ofLength(3).map((kode): IndexedRegion => ({ kode, tingkat: 'kecamatan' })),
    { kode: home, tingkat: 'kabupaten' }
  ];
  const numbers = new Map(regions.map(({ kode }, number) => [kode, number]));
  const outside = regions.length;
  const chains = regions.map(({ kode }) => parents(kode).flatMap((one) => numbers.get(one) ?? []));
  return {
    regions,
    home: outside - 1,
    outside,
    numberOf: (kode) =>
      kode === home || kode.startsWith(`${home}.`)
        ? parents(kode).flatMap((one) => numbers.get(one) ?? [])[0]!
        : outside,
    chain: (number) => chains[number] ?? []
  };
}

/** A code and those above it, down to the regency: `64.02.06.1001`, `64.02.06`, `64.02`. */
function parents(kode: string): string[] {
  const parts = kode.split('.');
  return parts.slice(1).map((_, up) => parts.slice(0, parts.length - up).join('.'));
}
