import { formatNumber, formatPercent } from '$lib/format/number';
import type { Language, Text } from './language';

const counts = {
  id: [
    'nol',
    'satu',
    'dua',
    'tiga',
    'empat',
    'lima',
    'enam',
    'tujuh',
    'delapan',
    'sembilan',
    'sepuluh',
    'sebelas',
    'dua belas'
  ],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
} as const satisfies Record<Language, readonly string[]>;

/** A whole number in words up to twelve, in digits beyond; for running text, not for tables. */
export function countWord(count: number): Text {
  return {
    id: counts.id[count] ?? formatNumber(count, 'id'),
    en: counts.en[count] ?? formatNumber(count, 'en')
  };
}

/** The text with a capital first letter, for the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('id') + text.slice(1);
}

/**
 * A ratio (1 = 100 %) in running text, in whole percent: `61 persen`. Never says 0 or 100 of what is only near it:
 * `kurang dari 1 persen`, `lebih dari 99 persen`, `sedikit di atas 100 persen`.
 */
export function percentWords(ratio: number): Text {
  const whole = Math.round(Number((Math.abs(ratio) * 100).toPrecision(13)));
  if (ratio > 0 && whole === 0) return { id: 'kurang dari 1 persen', en: 'less than 1 percent' };
  if (ratio < 0 && whole === 0) return { id: 'minus kurang dari 1 persen', en: 'minus less than 1 percent' };
  if (ratio < 1 && whole === 100 && ratio > 0) return { id: 'lebih dari 99 persen', en: 'more than 99 percent' };
  if (ratio > 1 && whole === 100) return { id: 'sedikit di atas 100 persen', en: 'slightly over 100 percent' };
  const minus = ratio < 0;
  return {
    id: `${minus ? 'minus ' : ''}${formatNumber(whole, 'id')} persen`,
    en: `${minus ? 'minus ' : ''}${formatNumber(whole, 'en')} percent`
  };
}

/** A ratio as a short percentage that does not claim 100 of what is only near it: `61,3 %`, `99,9 %`. */
export function carefulPercent(ratio: number | null, language: Language): string {
  const rounded = ratio !== null && ratio < 1 && ratio >= 0.9995 ? 0.999 : ratio;
  return formatPercent(rounded, language);
}
