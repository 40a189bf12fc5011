import type { Text } from './language';

const categories: Readonly<Record<string, Text>> = {
  disabilitas: { id: 'penyandang disabilitas', en: 'people with disabilities' },
  disabilitas_telantar: { id: 'penyandang disabilitas telantar', en: 'neglected people with disabilities' },
  lansia: { id: 'lanjut usia', en: 'elderly people' },
  lansia_telantar: { id: 'lanjut usia telantar', en: 'neglected elderly people' },
  anak_telantar: { id: 'anak telantar', en: 'neglected children' },
  gelandangan_pengemis: { id: 'gelandangan dan pengemis', en: 'homeless people and beggars' }
};

/** Categories in words: `lanjut usia telantar, penyandang disabilitas telantar`. A category that is not known here stands as it is. */
export function categoryNames(kategori: readonly string[]): Text {
  const all = kategori.map((one) => categories[one] ?? { id: one, en: one });
  return { id: all.map(({ id }) => id).join(', '), en: all.map(({ en }) => en).join(', ') };
}

/** Who is not eligible: outside the eligible desil, or not of the category. */
export function outsideName(menurut: 'desil' | 'kategori'): Text {
  return menurut === 'desil'
    ? { id: 'di luar desil layak', en: 'outside the eligible desil' }
    : { id: 'di luar kategori layak', en: 'outside the eligible category' };
}
