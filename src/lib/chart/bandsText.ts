import { formatNumber } from '$lib/format/number';
import type { Language, Text } from '$lib/text/language';

/** Words on ranked bands. */
export const bandsText = {
  bracket: { id: 'tidak dapat dibedakan urutannya', en: 'order cannot be told apart' },
  whole: { id: 'kabupaten', en: 'regency' }
} as const satisfies Record<string, Text>;

/** Says how many rows lie between the highest and the lowest. */
export function between(count: number, language: Language): string {
  const number = formatNumber(count, language);
  return language === 'id' ? `… ${number} lainnya di antaranya` : `… ${number} more in between`;
}
