import type { Text } from '$lib/text/language';

/** Words of the choice between the two maps; they are on the page from the start, so they are few. */
export const mapChoiceText = {
  choice: { id: 'Bentuk peta', en: 'Kind of map' },
  hexagons: { id: 'Segi enam sama besar', en: 'Equal hexagons' },
  batas: { id: 'Batas wilayah', en: 'Boundaries' },
  /** They are not in the data, or could not be fetched. */
  failed: { id: 'Batas wilayah tidak ada atau gagal dimuat.', en: 'Boundaries are absent or failed to load.' }
} as const satisfies Record<string, Text>;
