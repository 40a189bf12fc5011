import { figureText } from '$lib/text/figure';
import type { Language } from '$lib/text/language';
import type { Tens } from './tenSquares';

/** The range under the squares: "antara 5 dan 7"; "sekitar 6" where both ends are the same; empty without an interval. */
export function rangeText({ range }: Tens, language: Language): string {
  if (range === null) return '';
  const [low, high] = range;
  if (low === high) return language === 'id' ? `sekitar ${low}` : `about ${low}`;
  return language === 'id' ? `antara ${low} dan ${high}` : `between ${low} and ${high}`;
}

/** The squares in words: "6 dari 10, antara 5 dan 7"; or that they are hidden or missing. */
export function tensText(tens: Tens | null | 'disembunyikan', language: Language): string {
  if (tens === null) return figureText.noData[language];
  if (tens === 'disembunyikan') return language === 'id' ? 'disembunyikan' : 'hidden';
  const range = rangeText(tens, language);
  return `${tens.full} ${language === 'id' ? 'dari' : 'of'} 10${range === '' ? '' : `, ${range}`}`;
}
