import { formatNumber, formatPercent, missing } from '$lib/format/number';
import type { DataCell } from '$lib/format/table';
import { hidden, type Count } from '$lib/model/targeting/count';
import type { Language } from '$lib/text/language';
import { hexMapText as text } from '$lib/chart/hexMapText';

// Three different things: a number (0 is one), "–" for what is not there, and the word for what is hidden to protect people.

/** A count or rate as a table holds it: a number, null for missing, the word for hidden. */
export function cell(value: Count, language: Language): DataCell {
  return value === hidden ? text.hidden[language] : value;
}

/** A count as it is read. */
export function countText(value: Count, language: Language): string {
  return value === hidden ? text.hidden[language] : value === null ? missing : formatNumber(value, language);
}

/** A ratio as a percentage; whole percent where `bulat` (the public profile). */
export function rateText(value: Count, language: Language, bulat: boolean): string {
  return value === hidden ? text.hidden[language] : formatPercent(value, language, { digits: bulat ? 0 : 1 });
}
