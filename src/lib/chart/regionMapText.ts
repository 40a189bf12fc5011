import type { Text } from '$lib/text/language';

/** Words of the choice between the two maps, which stand on the page from the start. */
export const mapChoiceText = {
  choice: { id: 'Bentuk peta', en: 'Kind of map' },
  hexagons: { id: 'Segi enam sama besar', en: 'Equal hexagons' },
  boundaries: { id: 'Batas wilayah', en: 'Boundaries' },
  failed: {
    id: 'Peta batas tidak dapat dimuat; inilah peta segi enam. Muat ulang halaman untuk mencoba lagi.',
    en: 'The map of boundaries could not be loaded; this is the map of hexagons. Reload the page to try again.'
  },
  none: {
    id: 'Data ini tidak memuat batas wilayah; inilah peta segi enam.',
    en: 'These data hold no boundaries; this is the map of hexagons.'
  }
} as const satisfies Record<string, Text>;
