/**
 * How a NIK or KK stands in a cell. `baik`: 16 digits; `apostrof`, `spasi_atau_strip`, `akhiran_nol`: written otherwise, nothing lost;
 * `ilmiah`: scientific notation; `lima_belas_angka`: a spreadsheet kept only 15 digits; `kurang_atau_lebih`: not 16 digits; `kosong`:
 * blank, a word for "none", or one digit over and over.
 */
export const keyClasses = [
  'baik',
  'apostrof',
  'spasi_atau_strip',
  'akhiran_nol',
  'ilmiah',
  'lima_belas_angka',
  'kurang_atau_lebih',
  'kosong'
] as const;
export type KeyClass = (typeof keyClasses)[number];

/** What the column as a whole says of its keys. */
export interface KeyColumn {
  /** Most keys of the column end in 0, so those that do have lost their last digit. See `isDamaged`. */
  damaged?: boolean | undefined;
}

/** Keys of a column that have 16 digits, and how many of them end in 0. */
export interface KeyCount {
  kunci: number;
  nol: number;
}

/** The largest whole number below which every whole number has a double of its own, as text of 16 digits. */
export const largestExact = '9007199254740991';

/** Letters that mean nothing in a key, as a character class that both RE2 and JavaScript understand once its escapes are written their way. */
export const keyLetters = {
  space: [
    '\\u{9}-\\u{d}',
    '\\u{20}',
    '\\u{a0}',
    '\\u{ad}',
    '\\u{2000}-\\u{200f}',
    '\\u{202f}',
    '\\u{2060}',
    '\\u{feff}'
  ],
  dash: ['\\u{2d}', '\\u{2010}-\\u{2015}', '\\u{2212}'],
  quote: ['\\u{22}', '\\u{27}', '\\u{3d}', '\\u{60}', '\\u{b4}', '\\u{2bc}', '\\u{2018}-\\u{201f}']
} as const;

/** What people and programs write where there is no key, without spaces, dashes and quotes, in lower case. */
export const noKeyWords =
  /^(?:0+(?:[.,]0+)?|null|nil|nihil|none|nan|n\/a|#n\/a|tidakada|tdkada|belumada|kosong|tidakpunya|\.+)$/;

const { space, dash, quote } = keyLetters;
const outer = new RegExp(`^[${space.join('')}]+|[${space.join('')}]+$`, 'gu');
const noise = new RegExp(`[${[...space, ...dash, ...quote].join('')}]`, 'gu');
const quotes = new RegExp(`[${quote.join('')}]`, 'gu');

/** Reads one key; the plain twin of `keySql` and `keyClassSql`. A cell that lost a digit has no key: it is never completed by guess. */
export function readKey(cell: string | null, column: KeyColumn = {}): { key: string | null; class: KeyClass } {
  const text = (cell ?? '').replace(outer, '');
  if (text.startsWith('\u0001')) return ofNumber(text.slice(1));
  const bare = text.replace(noise, '');
  if (bare === '' || noKeyWords.test(bare.toLowerCase())) return none('kosong');
  const found = ofText(text, bare);
  if (found.key === null) return column.damaged && /^\d{15}$/.test(bare) ? none('lima_belas_angka') : found;
  if (new Set(found.key).size === 1) return none('kosong');
  return column.damaged && found.key.endsWith('0') ? none('lima_belas_angka') : found;
}

/**
 * Whether a spreadsheet cut the column's keys to 15 digits: more than 60 % of at least 50 end in 0, where one in ten would by chance.
 * Fewer keys are not judged.
 */
export function isDamaged({ kunci, nol }: KeyCount): boolean {
  return kunci >= 50 && nol > 0.6 * kunci;
}

/** A numeric cell of a workbook: its last digit is known only when a program wrote it, and then it need not be 0. */
function ofNumber(digits: string): { key: string | null; class: KeyClass } {
  if (/^0+$/.test(digits)) return none('kosong');
  if (/e/i.test(digits)) return none('ilmiah');
  if (!/^\d{16}$/.test(digits)) return none('kurang_atau_lebih');
  return digits.endsWith('0') || digits > largestExact ? none('lima_belas_angka') : { key: digits, class: 'baik' };
}

function ofText(text: string, bare: string): { key: string | null; class: KeyClass } {
  const written = quotes.test(text) ? 'apostrof' : 'spasi_atau_strip';
  quotes.lastIndex = 0;
  if (/^\d{16}$/.test(bare)) return { key: bare, class: text === bare ? 'baik' : written };
  const decimal = /^(\d{16})[.,]0+$/.exec(bare)?.[1];
  if (decimal !== undefined)
    return decimal <= largestExact ? { key: decimal, class: 'akhiran_nol' } : none('lima_belas_angka');
  // the sign of an exponent is a dash, so it is looked for before dashes are taken out
  const scientific = text.replace(quotes, '');
  if (/^\d(?:[.,]\d+)?[eE]\+?\d+$/.test(scientific)) return { key: exactScientific(scientific), class: 'ilmiah' };
  if (/^\d(?:[.,]\d{3}){5}$/.test(bare)) return none('lima_belas_angka');
  const joined = /^\d+(?:\.\d+){2,}$/.test(bare) ? bare.replaceAll('.', '') : '';
  return /^\d{16}$/.test(joined) ? { key: joined, class: written } : none('kurang_atau_lebih');
}

/** A program that prints all 16 digits of a double lost none; a spreadsheet prints at most 15, or a 0 after them. */
function exactScientific(text: string): string | null {
  const digits = /^(\d)[.,](\d{14}[1-9])[eE]\+?15$/.exec(text);
  const key = digits === null ? '' : `${digits[1]}${digits[2]}`;
  return key !== '' && key <= largestExact ? key : null;
}

function none(keyClass: KeyClass): { key: null; class: KeyClass } {
  return { key: null, class: keyClass };
}
