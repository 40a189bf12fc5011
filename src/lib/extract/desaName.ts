import type { Text } from '$lib/text/language';

/** How a name was found: as it is, in another spelling, abbreviated, or with one letter wrong. */
export type NameMatch = 'exact' | 'spelling' | 'abbreviated' | 'letter';

/** A name as it is compared. */
export interface NameForm {
  /** Words without case, marks and `Desa`, `Kel.`, `Kec.`; a numeral at the end in digits. */
  words: readonly string[];
  /** The words in one. */
  closed: string;
  /** `closed` without what clerks write in two ways: q and k, doubled letters, `bh`, old spelling. */
  loose: string;
  looseWords: readonly string[];
}

/** A region that a name may mean. */
export interface NamedArea {
  kode: string;
  form: NameForm;
}

const kinds = new Set(['desa', 'ds', 'kelurahan', 'kel', 'kecamatan', 'kec', 'kabupaten', 'kab']);
const numerals = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const counted = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'];
/** Words that are no shortened form of what they stand for, so that the rule for abbreviations does not see it. */
const synonyms: Readonly<Record<string, string>> = {
  sei: 'sungai',
  sui: 'sungai',
  hulu: 'ulu',
  hilir: 'ilir',
  tanjong: 'tanjung',
  kampong: 'kampung'
};
const shortestForLetter = 5;

/** The forms of a name; null when nothing is left of it. A code or number before the name is dropped. */
export function nameForm(text: string): NameForm | null {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean);
  const named = words.slice(words.findIndex((word) => /[a-z]/.test(word)));
  while (named.length > 1 && kinds.has(named[0]!)) named.shift();
  if (named.length === 0 || !/[a-z]/.test(named.join(''))) return null;
  const last = named.at(-1)!;
  const number = Math.max(numerals.indexOf(last), counted.indexOf(last)) + 1;
  if (named.length > 1 && number > 0) named[named.length - 1] = String(number);
  const looseWords = named.map(looseWord);
  return { words: named, closed: named.join(''), looseWords, loose: collapsed(looseWords.join('')) };
}

function looseWord(word: string): string {
  return (synonyms[word] ?? word)
    .replace(/oe/g, 'u')
    .replace(/dj/g, 'j')
    .replace(/tj/g, 'c')
    .replace(/([bdtg])h/g, '$1')
    .replace(/q/g, 'k')
    .replace(/moderen/, 'modern');
}

function collapsed(text: string): string {
  return text.replace(/([a-z])\1+/g, '$1');
}

/**
 * The one area among some that a name means: the first of four ways, each looser than the one before, in which any is found. Several found
 * in one way give `many`. One wrong letter is allowed in names of five letters and more, never in a digit.
 */
export function findName(
  wanted: NameForm,
  areas: readonly NamedArea[],
  ways: readonly NameMatch[]
): { kode: string; match: NameMatch } | 'many' | null {
  for (const match of ways) {
    const kodes = new Set(areas.filter(({ form }) => fits[match](wanted, form)).map(({ kode }) => kode));
    if (kodes.size === 1) return { kode: [...kodes][0]!, match };
    if (kodes.size > 1) return 'many';
  }
  return null;
}

const fits: Readonly<Record<NameMatch, (wanted: NameForm, name: NameForm) => boolean>> = {
  exact: (wanted, name) => wanted.closed === name.closed,
  spelling: (wanted, name) => wanted.loose === name.loose,
  abbreviated: isAbbreviation,
  letter: (wanted, name) =>
    Math.min(wanted.loose.length, name.loose.length) >= shortestForLetter &&
    digits(wanted.loose) === digits(name.loose) &&
    oneLetterApart(wanted.loose, name.loose)
};

/** `Tgr. Seberang` for Tenggarong Seberang: as many words, one of them whole, the others up to four letters of theirs in order. */
function isAbbreviation(wanted: NameForm, name: NameForm): boolean {
  if (wanted.words.length !== name.words.length || wanted.words.length < 2) return false;
  const whole = wanted.looseWords.map((word, i) => collapsed(word) === collapsed(name.looseWords[i]!));
  return whole.includes(true) && whole.every((same, i) => same || shortens(wanted.words[i]!, name.words[i]!));
}

function shortens(short: string, word: string): boolean {
  if (short.length > 4 || short.length >= word.length || short[0] !== word[0] || /\d/.test(short)) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at++;
  return at === short.length;
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

/** Whether one letter more, one fewer, one other, or two neighbours changed over make the difference. */
function oneLetterApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return left.length <= 1 && right.length <= 1 ? true : left.length === 2 && left === [...right].reverse().join('');
}

/** Why a place could not be told, in words that repeat nothing of the file. */
export const placeReasons = {
  blank: { id: 'tidak ada nama atau kode wilayah.', en: 'there is no name or code of a region.' },
  system: {
    id: 'kode tanpa titik yang berarti wilayah lain di Kemendagri dan di BPS; tetapkan "sistem_kode" di tepat.json.',
    en: 'a code without dots that means one region to Kemendagri and another to BPS; set "sistem_kode" in tepat.json.'
  },
  code: { id: 'kode wilayah tidak ada di daftar resmi.', en: 'the code is in no official list.' },
  repeated: {
    id: 'nama desa ini berulang di kabupaten; sertakan kecamatan atau kodenya.',
    en: 'the name of the desa repeats in the regency; give its kecamatan or code.'
  },
  similar: {
    id: 'nama desa mirip dengan lebih dari satu desa di kecamatan itu.',
    en: 'the name of the desa is close to more than one desa of the kecamatan.'
  },
  desa: { id: 'nama desa tidak ada di kecamatan itu.', en: 'there is no desa of this name in the kecamatan.' },
  kecamatan: { id: 'nama kecamatan tidak dikenal.', en: 'the name of the kecamatan is not known.' },
  unknown: { id: 'nama wilayah tidak dikenal.', en: 'the name of the region is not known.' },
  conflict: {
    id: 'kode dan nama wilayah saling bertentangan.',
    en: 'code and names of the region contradict each other.'
  },
  noHome: {
    id: 'kabupaten belum diketahui; tetapkan "wilayah" di tepat.json.',
    en: 'the regency is not known; set "wilayah" in tepat.json.'
  }
} as const satisfies Record<string, Text>;
