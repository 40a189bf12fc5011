import type { NumberStyle } from './number';
import { dissect, isMissing, readBody, type Digits, type NumberParts } from './numberText';
import type { Cell } from './sheet';

/** Doubles hold this many significant decimal digits for certain; what a spreadsheet shows beyond them is noise of the machine. */
const doubleDigits = 15;

/**
 * Money of one cell in sen (1/100 rupiah), exact. null: the cell says nothing (blank, "-", NULL). undefined: it is not an amount in
 * this style, which is a reject. More than two decimals are rounded half away from zero: see `hasHiddenDecimals`.
 */
export function parseAmount(cell: Cell, style: NumberStyle): bigint | null | undefined {
  const read = readAmount(cell, style);
  return read && read.sen;
}

/** Whether `parseAmount` had to round: the cell has decimals below one sen. False for missing and for what is not an amount. */
export function hasHiddenDecimals(cell: Cell, style: NumberStyle): boolean {
  return readAmount(cell, style)?.rounded ?? false;
}

/**
 * A plain (non-money) value of one cell; `98,70 %` is the ratio 0.987, `1,5 jt` is 1500000. null: the cell says nothing.
 * undefined: it is not a number in this style.
 */
export function parseNumber(cell: Cell, style: NumberStyle): number | null | undefined {
  if (isMissing(cell)) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell !== 'string') return undefined;
  const read = readText(cell, style);
  if (!read) return undefined;
  const { parts, digits } = read;
  const power = parts.scale - (parts.percent ? 2 : 0);
  // one conversion from decimal text, so that 98.7 % is 0.987 and not 0.9870000000000001
  return Number(`${parts.negative ? '-' : ''}${digits.integer}.${digits.fraction || '0'}e${power}`);
}

interface Amount {
  sen: bigint;
  rounded: boolean;
}

function readAmount(cell: Cell, style: NumberStyle): Amount | null | undefined {
  if (isMissing(cell)) return null;
  if (typeof cell === 'number') return nativeAmount(cell);
  if (typeof cell !== 'string') return undefined;
  const read = readText(cell, style);
  if (!read || read.parts.percent) return undefined;
  const { parts, digits } = read;
  return toSen(digits.integer, digits.fraction, parts.scale, parts.negative);
}

/** A text cell in the column's style; null when the style cannot read it. */
function readText(cell: string, { kind, grouped }: NumberStyle): { parts: NumberParts; digits: Digits } | null {
  const parts = dissect(cell);
  if (!parts) return null;
  if (kind === 'comma' || kind === 'dot') {
    const digits = readBody(parts.body, kind, parts.wholeRupiah);
    return digits && (grouped || digits.groups === 0) ? { parts, digits } : null;
  }
  // no decimal mark is known: only what reads the same either way is safe
  const comma = readBody(parts.body, 'comma', parts.wholeRupiah);
  const dot = readBody(parts.body, 'dot', parts.wholeRupiah);
  if (!comma || !dot || comma.integer !== dot.integer || comma.fraction !== dot.fraction) return null;
  return { parts, digits: comma };
}

/** A double through its shortest decimal text; noise beyond 15 significant digits is not a hidden decimal. */
function nativeAmount(value: number): Amount | undefined {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return undefined;
  const shortest = decimals(String(Math.abs(value)));
  const { integer, fraction } =
    shortest.fraction.length <= 2 ? shortest : decimals(Math.abs(value).toPrecision(doubleDigits));
  return toSen(integer, fraction, 0, value < 0);
}

/** Splits `1234.5` or `1.5e-7` into digits before and after the mark. */
function decimals(text: string): { integer: string; fraction: string } {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const [integer = '0', fraction = ''] = mantissa.split('.');
  const power = Number(exponent);
  if (power < 0) return { integer: '0', fraction: '0'.repeat(-power - 1) + integer + fraction };
  return { integer: integer + fraction.slice(0, power).padEnd(power, '0'), fraction: fraction.slice(power) };
}

function toSen(integer: string, fraction: string, scale: number, negative: boolean): Amount {
  const places = scale + 2;
  const kept = fraction.slice(0, places).padEnd(places, '0');
  const cut = fraction.slice(places);
  const half = cut.charCodeAt(0) >= 53; // "5" or more, away from zero
  const magnitude = BigInt(integer + kept) + (half ? 1n : 0n);
  return { sen: negative ? -magnitude : magnitude, rounded: /[1-9]/.test(cut) };
}
