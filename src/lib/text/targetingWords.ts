import { formatNumber } from '$lib/format/number';
import { hidden, isNumber, type Count } from '$lib/model/targeting/count';
import type { Language, Text } from './language';
import { percentWords } from './word';

/** A count in running text: `212 keluarga`; says when it is hidden or not known. */
export function countPhrase(count: Count, unit: Text): Text {
  return {
    id: `${numberPhrase(count).id} ${unit.id}`,
    en: `${numberPhrase(count).en} ${count === 1 ? (singular[unit.en] ?? unit.en) : unit.en}`
  };
}

/** The number of a count alone. */
export function numberPhrase(count: Count): Text {
  if (count === hidden) return { id: '(disembunyikan)', en: '(hidden)' };
  if (count === null) return { id: '(tidak diketahui)', en: '(not known)' };
  return { id: formatNumber(count, 'id'), en: formatNumber(count, 'en') };
}

const singular: Readonly<Record<string, string>> = {
  families: 'family',
  people: 'person',
  recipients: 'recipient',
  desa: 'desa',
  'eligible families': 'eligible family',
  'eligible people': 'eligible person'
};

/** A share in running text; says when it is hidden or not known. */
export function sharePhrase(share: Count): Text {
  return isNumber(share) ? percentWords(share) : numberPhrase(share);
}

/** Sentences of one language with a space between; empty ones are left out. */
export function joined(sentences: readonly (Text | null)[], language: Language): string {
  return sentences.flatMap((one) => (one === null || one[language] === '' ? [] : [one[language]])).join(' ');
}

/** A range of shares as `antara 3 dan 6 dari 10`: rounded outwards, so that it never says more than is known. */
export function ofTen([low, high]: readonly [number, number], unit: Text): Text {
  const [from, to] = [Math.floor(low * 10 + 1e-9), Math.ceil(high * 10 - 1e-9)];
  if (from >= to) return { id: `${to} dari 10 ${unit.id}`.trim(), en: `${to} of 10 ${unit.en}`.trim() };
  return {
    id: `antara ${from} dan ${to} dari 10 ${unit.id}`.trim(),
    en: `between ${from} and ${to} of 10 ${unit.en}`.trim()
  };
}

/** A share as `6 dari 10`; never 0 or 10 of what is only near it. */
export function aboutTen(share: number, unit: Text): Text {
  if (share === 0) return { id: `tidak satu pun ${unit.id}`, en: `none of the ${unit.en}` };
  if (share === 1) return { id: `semua ${unit.id}`, en: `all ${unit.en}` };
  const tenth = Math.round(share * 10);
  if (tenth === 0) return { id: `kurang dari 1 dari 10 ${unit.id}`, en: `fewer than 1 of 10 ${unit.en}` };
  if (tenth === 10) return { id: `lebih dari 9 dari 10 ${unit.id}`, en: `more than 9 of 10 ${unit.en}` };
  return { id: `${tenth} dari 10 ${unit.id}`, en: `${tenth} of 10 ${unit.en}` };
}
