import type { Cell } from './sheet';

/** A decimal mark; the other one is then the thousands mark. */
export type Mark = 'comma' | 'dot';

/** A numeric text taken apart, before anybody decided which mark is the decimal one. */
export interface NumberParts {
  negative: boolean;
  /** Digits and marks only: `1.234.567,89`; spaces and apostrophes between digits are still there. */
  body: string;
  /** Power of ten of a text scale: 0, 3 (ribu), 6 (juta), 9 (miliar), 12 (triliun). */
  scale: number;
  percent: boolean;
  /** Written with `,-` at the end, as on receipts: rupiah without cents, so a mark inside can only be a dot for thousands. */
  wholeRupiah: boolean;
}

/** Digits of a number in one reading. */
export interface Digits {
  integer: string;
  fraction: string;
  /** How many dots or commas stand as thousands marks. */
  groups: number;
}

const scales: Readonly<Record<string, number>> = {
  ribu: 3,
  rb: 3,
  juta: 6,
  jt: 6,
  miliar: 9,
  milyar: 9,
  m: 9,
  triliun: 12,
  trilyun: 12,
  t: 12
};

/** Whether a cell says "no value": blank, null, a dash of any kind (also after Rp), NULL, '' or "". Missing is never zero. */
export function isMissing(cell: Cell): boolean {
  if (cell === null) return true;
  if (typeof cell !== 'string') return false;
  const text = cell.trim();
  return (
    text === '' || text === "''" || text === '""' || /^(?:null|(?:rp\.?\s*)?[-\u2010-\u2015\u2212]{1,3})$/i.test(text)
  );
}

/** Sign, currency, scale and per cent taken off; null when what is left cannot be a number in any style. */
export function dissect(text: string): NumberParts | null {
  // a cell longer than this is prose, and the patterns below need not see it
  if (text.length > 64) return null;
  let rest = text
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, '-')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .trim()
    .replace(/^'/, '');
  const sign = signs(rest);
  if (sign === null) return null;
  rest = sign.rest.replace(/^(?:rp|idr)\.? ?/i, '');
  let { negative } = sign;
  if (rest.startsWith('-') && !negative) {
    negative = true;
    rest = rest.slice(1).trim();
  }
  const percent = rest.endsWith('%');
  if (percent) rest = rest.slice(0, -1).trim();
  const suffix = /^(.*\d),-+$/.exec(rest);
  const scaled = percent || suffix ? null : /^(.*\d) ?([a-z]+)\.?$/i.exec(rest);
  const scale = scaled ? scales[(scaled[2] ?? '').toLowerCase()] : 0;
  const body = suffix?.[1] ?? scaled?.[1] ?? rest;
  if (scale === undefined || !/^[\d.,][\d., ']*$/.test(body) || !/\d$/.test(body)) return null;
  return { negative, body, scale, percent, wholeRupiah: suffix !== null };
}

/** The digits of a body when `decimal` is the decimal mark; null when that reading is impossible (`1.23` as thousands). */
export function readBody(body: string, decimal: Mark, wholeRupiah = false): Digits | null {
  const [point, group] = decimal === 'comma' ? [',', '.'] : ['.', ','];
  // "1.000,-" shows the comma as decimal mark by itself
  if (wholeRupiah && decimal === 'dot') return null;
  const [whole = '', fraction, ...more] = body.split(point);
  if (more.length > 0 || (wholeRupiah && fraction !== undefined)) return null;
  if (fraction !== undefined && !/^\d+$/.test(fraction)) return null;
  if (/^\d+$/.test(whole)) return { integer: whole, fraction: fraction ?? '', groups: 0 };
  if (whole === '' && fraction !== undefined) return { integer: '0', fraction, groups: 0 };
  const separator = whole.match(/\D/)?.[0];
  if (separator === undefined || ![group, ' ', "'"].includes(separator)) return null;
  const [head = '', ...tail] = whole.split(separator);
  if (!/^[1-9]\d{0,2}$/.test(head) || !tail.every((part) => /^\d{3}$/.test(part))) return null;
  return { integer: head + tail.join(''), fraction: fraction ?? '', groups: separator === group ? tail.length : 0 };
}

/** Parentheses, a leading or a trailing sign; null when signs contradict each other, as in `(-5)`. */
function signs(text: string): { rest: string; negative: boolean } | null {
  const inside = /^(?:(rp|idr)\.? ?)?\( ?(.*?) ?\)$/i.exec(text);
  if (inside) {
    const rest = inside[2] ?? '';
    return /^[-+]|-$/.test(rest) ? null : { rest, negative: true };
  }
  if (text.startsWith('-'))
    return /-$/.test(text.replace(/,-+$/, '')) ? null : { rest: text.slice(1).trim(), negative: true };
  if (text.startsWith('+'))
    return /-$/.test(text.replace(/,-+$/, '')) ? null : { rest: text.slice(1).trim(), negative: false };
  if (text.endsWith('-') && !/,-+$/.test(text)) return { rest: text.slice(0, -1).trim(), negative: true };
  return { rest: text, negative: false };
}
