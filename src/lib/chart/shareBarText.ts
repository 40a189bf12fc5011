import { figureText } from '$lib/text/figure';
import type { Language } from '$lib/text/language';
import type { SharePart } from './shareBar';

/** Why a bar is not divided: one of its parts is hidden, there is nothing to divide, or a part is missing. */
export function undivided(parts: readonly SharePart[], language: Language): string {
  if (parts.some(({ value }) => value === 'disembunyikan')) return language === 'id' ? 'disembunyikan' : 'hidden';
  return parts.length > 0 && parts.every(({ value }) => value === 0) ? 'Rp0' : figureText.noData[language];
}
