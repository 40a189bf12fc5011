import { formatNumber } from '$lib/format/number';
import type { Language } from '$lib/text/language';

/** Most names that a sentence about desa without boundaries lists. */
const mostNames = 20;

/** Which desa the map cannot show, so that none is dropped in silence; null where it shows all. */
export function withoutBoundary(names: readonly string[], language: Language): string | null {
  if (names.length === 0) return null;
  const count = formatNumber(names.length, language);
  const listed = names.slice(0, mostNames).join(', ');
  const rest = names.length - mostNames;
  const more = rest > 0 ? formatNumber(rest, language) : null;
  if (language === 'id')
    return `${count} wilayah tidak punya batas dalam berkasnya dan tidak tergambar: ${listed}${more === null ? '' : `, dan ${more} lainnya`}. Angkanya ada di tabel.`;
  return `${count} ${names.length === 1 ? 'region has' : 'regions have'} no boundary in the file and ${names.length === 1 ? 'is' : 'are'} not drawn: ${listed}${more === null ? '' : `, and ${more} more`}. The table has ${names.length === 1 ? 'its' : 'their'} figures.`;
}

/** Where the boundaries come from and what they are not. */
export function boundaryNote(sources: readonly string[], language: Language): string {
  const from =
    sources.length === 0 ? '' : { id: ` dari ${sources.join('; ')}`, en: ` from ${sources.join('; ')}` }[language];
  return {
    id: `Batas${from}, disederhanakan: bukan batas resmi. Satu bidang satu desa atau kelurahan, garis tebal batas kecamatan. Wilayah yang luas tampak lebih penting daripada jumlah keluarganya; peta segi enam memberi tiap desa ruang yang sama.`,
    en: `Boundaries${from}, simplified: not official ones. One area for each desa or kelurahan; heavy lines bound kecamatan. A large region looks more important than its number of families; the map of hexagons gives every desa the same room.`
  }[language];
}
