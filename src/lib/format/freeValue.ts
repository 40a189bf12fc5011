import type { Language } from '$lib/text/language';
import { withoutFormula } from './csvSafe';
import { missing } from './number';

/** A column whose values come as exact text: its name, what they are, and the digits after the point of a decimal. */
export interface FreeValueColumn {
  name: string;
  kind: 'text' | 'integer' | 'decimal' | 'double' | 'boolean' | 'date' | 'timestamp';
  scale: number;
}

/** The most letters of a text that a cell shows; a file has all of them. */
const shownLetters = 300;

/** Whether the values are quantities, which stand at the right and can be drawn. Years, months and the like are whole numbers, but none. */
export function isQuantity(column: FreeValueColumn): boolean {
  return isNumber(column.kind) && !isLabel(column);
}

/** Whether the values sort as numbers. */
export function isNumber(kind: FreeValueColumn['kind']): boolean {
  return kind === 'integer' || kind === 'decimal' || kind === 'double';
}

/** Whole numbers that name a thing rather than count, by the name of their column: no thousands mark, no bars. */
function isLabel({ name, kind }: FreeValueColumn): boolean {
  return kind === 'integer' && /^(desil|(\w+_)?(tahun|bulan)|(tahun|bulan|urutan)(_\w+)?)$/.test(name);
}

/**
 * A value as it is read: whole numbers and decimals with every digit, and with the marks of the language; floating ones to six digits at
 * least; null as "–". `decimals` is what `decimalsOf` found for the column.
 */
export function formatFree(value: string | null, column: FreeValueColumn, language: Language, decimals = 0): string {
  if (value === null) return missing;
  if (column.kind === 'double') return formatDouble(value, language);
  if (column.kind === 'integer' || column.kind === 'decimal')
    return isLabel(column) ? value : formatExact(value, language, decimals);
  return value.length > shownLetters ? `${value.slice(0, shownLetters)}…` : value;
}

/** Digits after the point that a decimal column needs: none where every value is whole, else all that it has. */
export function decimalsOf(values: readonly (string | null)[], column: FreeValueColumn): number {
  if (column.kind !== 'decimal') return 0;
  return values.every((value) => value === null || /^-?\d+(\.0*)?$/.test(value)) ? 0 : column.scale;
}

function formatExact(value: string, language: Language, decimals: number): string {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === undefined) return value;
  const rest =
    decimals === 0 ? '' : (language === 'id' ? ',' : '.') + fraction.padEnd(decimals, '0').slice(0, decimals);
  const zero = !/[1-9]/.test(whole + fraction);
  return `${sign === '-' && !zero ? '−' : ''}${new Intl.NumberFormat(language).format(BigInt(whole))}${rest}`;
}

function formatDouble(value: string, language: Language): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const size = Math.abs(number);
  if (size !== 0 && (size < 1e-6 || size >= 1e15)) return value.replace('-', '−');
  const digits = Math.min(21, Math.max(6, Math.ceil(Math.log10(size + 1)) + 2));
  return number.toLocaleString(language, { maximumSignificantDigits: digits }).replace(/^-/, '−');
}

/** Rows for pasting into a spreadsheet: tabs between cells, exact digits with the decimal mark of the language, null empty, no text a formula. */
export function freeTsv(
  columns: readonly FreeValueColumn[],
  rows: readonly (readonly (string | null)[])[],
  language: Language
): string {
  const oneLine = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ');
  const cell = (value: string | null, { kind }: FreeValueColumn) => {
    if (value === null) return '';
    if (isNumber(kind)) return language === 'id' ? value.replace('.', ',') : value;
    return oneLine(withoutFormula(value));
  };
  const header = columns.map(({ name }) => oneLine(withoutFormula(name)));
  return [header, ...rows.map((row) => row.map((value, index) => cell(value, columns[index]!)))]
    .map((cells) => cells.join('\t'))
    .join('\n');
}
