import type { Language, Text } from '$lib/text/language';

/** Printed where a value is not known; never a zero. */
export const missing = '–';
const minus = '\u2212';
const noBreak = '\u00a0';

/** `auto`: a minus where it is due. `always`: also a plus, for changes. `never`: the size only, where words say the direction. */
export type Sign = 'auto' | 'always' | 'never';
export interface NumberOptions {
  /** Digits after the decimal mark, always all of them. */
  digits?: number;
  sign?: Sign;
}

/** A value that can be printed: not null, not NaN, not infinite. */
export function isKnown(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A plain number with the grouping and decimal mark of the language; null is "–", and what rounds to zero has no sign. */
export function formatNumber(
  value: number | null | undefined,
  language: Language,
  options: NumberOptions = {}
): string {
  if (!isKnown(value)) return missing;
  const digits = options.digits ?? 0;
  const size = (formatters[language][digits] ?? formatter(language, digits)).format(Math.abs(value));
  return signOf(value, digits, options.sign) + size;
}

/** A ratio (1 = 100 %) as a percentage: `61,3 %` with a no-break space, in English `61.3%`; null is "–". */
export function formatPercent(
  ratio: number | null | undefined,
  language: Language,
  options: NumberOptions = {}
): string {
  if (!isKnown(ratio)) return missing;
  return (
    formatNumber(hundredfold(ratio), language, { digits: 1, ...options }) + (language === 'id' ? `${noBreak}%` : '%')
  );
}

/** Two ratios (1 = 100 %) as one range, `84–95 %`; one figure where both print alike; "–" when either is null. */
export function formatPercentRange(
  low: number | null | undefined,
  high: number | null | undefined,
  language: Language,
  digits = 0
): string {
  if (!isKnown(low) || !isKnown(high)) return missing;
  const [from, to] = [low, high].map((ratio) => formatNumber(hundredfold(ratio), language, { digits }));
  const percent = formatPercent(high, language, { digits });
  // A dash after a minus would read as arithmetic.
  const dash = low < 0 ? ` ${language === 'id' ? 'sampai' : 'to'} ` : '–';
  return from === to ? percent : `${from}${dash}${percent}`;
}

/** A difference of two ratios in percentage points: 0.067 is `6,7 poin` / `6.7 points`; null is "–". */
export function formatPoints(
  difference: number | null | undefined,
  language: Language,
  options: NumberOptions = {}
): string {
  if (!isKnown(difference)) return missing;
  const text = formatNumber(hundredfold(difference), language, { digits: 1, ...options });
  const unit = language === 'id' ? 'poin' : /^[+−]?1(\.0+)?$/.test(text) ? 'point' : 'points';
  return `${text}${noBreak}${unit}`;
}

/** Rupiah in full, `Rp55.234.567.890`; sen only where there are any; null is "–". */
export function formatRupiah(rupiah: number | null | undefined, language: Language, sign: Sign = 'auto'): string {
  if (!isKnown(rupiah)) return missing;
  const digits = Number.isInteger(Number(rupiah.toFixed(2))) ? 0 : 2;
  return `${signOf(rupiah, digits, sign)}Rp${formatNumber(rupiah, language, { digits, sign: 'never' })}`;
}

/**
 * Rupiah for reading: `Rp10,6 M`, `Rp462 jt`, `Rp7,1 T` (English `bn`, `m`, `tn`), no-break space inside. One decimal below a
 * hundred, none from there on; below a million every digit. Rounding may lift a value into the next unit. Null is "–".
 */
export function formatRupiahShort(rupiah: number | null | undefined, language: Language, sign: Sign = 'auto'): string {
  if (!isKnown(rupiah)) return missing;
  const size = Math.abs(rupiah);
  const unit = units.find((one) => size >= one.from);
  if (!unit) return `${signOf(rupiah, 0, sign)}Rp${formatNumber(size, language)}`;
  const scaled = size / unit.divisor;
  const digits = Number(scaled.toFixed(1)) < 100 ? 1 : 0;
  return `${signOf(rupiah, 0, sign)}Rp${formatNumber(scaled, language, { digits })}${noBreak}${unit.short[language]}`;
}

/** A unit of rupiah: what to divide by, its abbreviation, and its name for a unit line. */
export interface RupiahUnit {
  divisor: number;
  short: Text;
  name: Text;
}

/** The one unit in which a whole figure is labelled, from its largest value in rupiah. */
export function rupiahUnit(largest: number): RupiahUnit {
  return units.find((unit) => Math.abs(largest) >= unit.from) ?? plainRupiah;
}

/** Rupiah in a given unit, without the unit's name: `62,4`; null is "–". A step too small for the unit names its own. */
export function formatInUnit(
  rupiah: number | null | undefined,
  unit: RupiahUnit,
  language: Language,
  sign: Sign = 'auto'
): string {
  if (!isKnown(rupiah)) return missing;
  const digits = unit.divisor === 1 ? 0 : 1;
  const vanishes = rupiah !== 0 && roundsToZero(rupiah / unit.divisor, digits);
  return vanishes
    ? formatRupiahShort(rupiah, language, sign)
    : formatNumber(rupiah / unit.divisor, language, { digits, sign });
}

/** Marks of an axis in rupiah: decimals only where a mark needs one. */
export function formatAxis(rupiah: number, marks: readonly number[], unit: RupiahUnit, language: Language): string {
  const whole = marks.every((mark) => Number.isInteger(mark / unit.divisor));
  return formatNumber(rupiah / unit.divisor, language, { digits: whole ? 0 : 1 });
}

function formatter(language: Language, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** By digits, 0 to 3, made once: making one takes as long as a thousand uses. */
const formatters: Record<Language, readonly Intl.NumberFormat[]> = {
  id: [0, 1, 2, 3].map((digits) => formatter('id', digits)),
  en: [0, 1, 2, 3].map((digits) => formatter('en', digits))
};

const plainRupiah: RupiahUnit = { divisor: 1, short: { id: '', en: '' }, name: { id: 'Rupiah', en: 'Rupiah' } };

/** Largest first; `from` is the least value that prints as 1,0 of the unit rather than 1.000 of the one below. */
const units: readonly (RupiahUnit & { from: number })[] = [
  { divisor: 1e12, from: 999.5e9, short: { id: 'T', en: 'tn' }, name: { id: 'Rp triliun', en: 'Rp trillion' } },
  { divisor: 1e9, from: 999.5e6, short: { id: 'M', en: 'bn' }, name: { id: 'Rp miliar', en: 'Rp billion' } },
  { divisor: 1e6, from: 999_999.5, short: { id: 'jt', en: 'm' }, name: { id: 'Rp juta', en: 'Rp million' } }
];

/** Times a hundred without the tail that binary fractions leave: 0.545 becomes 54.5, so that halves round as on paper. */
function hundredfold(ratio: number): number {
  return Number((ratio * 100).toPrecision(13));
}

function signOf(value: number, digits: number, sign: Sign = 'auto'): string {
  if (sign === 'never' || roundsToZero(value, digits)) return '';
  return value < 0 ? minus : sign === 'always' ? '+' : '';
}

function roundsToZero(value: number, digits: number): boolean {
  return Number(Math.abs(value).toFixed(digits)) === 0;
}
