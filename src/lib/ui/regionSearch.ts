/** A region that can be looked for: code, name, and the kecamatan it lies in (null for a kecamatan itself). */
export type RegionName = readonly [kode: string, nama: string, kecamatan: string | null];

/** Results shown at once: more is a reason to type on. */
export const mostResults = 8;

/**
 * Regions whose name, or whose name with its kecamatan, holds every word of the search. Case, accents, hyphens and spaces do not matter
 * ("sangasanga" finds Sanga Sanga). Names that begin with the search come first, then by name and kecamatan. Nothing for an empty search.
 */
export function searchRegions(regions: readonly RegionName[], search: string): RegionName[] {
  const wanted = plain(search);
  if (wanted === '') return [];
  const words = wanted.split(' ');
  const closed = wanted.replaceAll(' ', '');
  const found = regions.flatMap((region) => {
    const nama = plain(region[1]);
    const whole = `${nama} ${plain(region[2] ?? '')} ${region[0]}`;
    const fits = words.every((word) => whole.includes(word)) || nama.replaceAll(' ', '').includes(closed);
    if (!fits) return [];
    const rank = nama === wanted ? 0 : nama.startsWith(wanted) ? 1 : nama.includes(wanted) ? 2 : 3;
    return [{ region, rank }];
  });
  return found.sort((a, b) => a.rank - b.rank || compare(a.region, b.region)).map(({ region }) => region);
}

/** The region a search means: the only one found, or the only one with exactly this name; null when the reader must choose (repeated names). */
export function meantRegion(regions: readonly RegionName[], search: string): RegionName | null {
  const found = searchRegions(regions, search);
  if (found.length === 1) return found[0]!;
  const exact = found.filter(([, nama]) => plain(nama) === plain(search));
  return exact.length === 1 ? exact[0]! : null;
}

function compare(a: RegionName, b: RegionName): number {
  return a[1].localeCompare(b[1], 'id') || (a[2] ?? '').localeCompare(b[2] ?? '', 'id');
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, ' ')
    .trim();
}
