import type { Text } from '$lib/text/language';

/** Words on bars by desil. */
export const desilBarsText = {
  coverage: { id: 'Terjangkau dari yang terdaftar, tiap desil', en: 'Reached of those registered, each desil' },
  rupiah: { id: 'Bagian rupiah tiap desil', en: 'Share of the rupiah, each desil' },
  eligible: { id: 'desil layak', en: 'eligible desil' },
  other: { id: 'di luar desil layak', en: 'outside the eligible desil' }
} as const satisfies Record<string, Text>;
