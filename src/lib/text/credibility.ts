import { formatPercent, isKnown } from '$lib/format/number';
import type { Text } from './language';

export interface CredibilityFacts {
  /** Complete years, oldest first, each with outturn ÷ original budget, a ratio; null where it is not defined. */
  years: readonly { tahun: number; value: number | null }[];
  /** PEFA grade over three complete years; null with fewer. */
  grade: 'A' | 'B' | 'C' | 'D' | null;
}

/** Budget credibility (PEFA PI-1): what was spent of the original budget in each complete year, and the grade that gives. */
export function credibilitySentence({ years, grade }: CredibilityFacts): Text {
  if (years.length === 0)
    return {
      id: 'Kredibilitas anggaran belum dapat dinilai: belum ada tahun lengkap.',
      en: 'Budget credibility cannot be rated: there is no complete year.'
    };
  const list = (language: 'id' | 'en') =>
    years.map(({ tahun, value }) => `${isKnown(value) ? formatPercent(value, language) : '–'} (${tahun})`).join(', ');
  const rated =
    grade === null
      ? { id: 'tanpa nilai, karena perlu tiga tahun lengkap', en: 'not rated, since that takes three complete years' }
      : { id: `nilai ${grade} menurut PEFA PI-1`, en: `rated ${grade} by PEFA PI-1` };
  return {
    id: `Realisasi terhadap APBD murni: ${list('id')}; ${rated.id}.`,
    en: `Realization against the original budget: ${list('en')}; ${rated.en}.`
  };
}
