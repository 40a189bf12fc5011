/** The kinds of official code a budget export prints. */
export type CodeKind = 'urusan' | 'bidang' | 'program' | 'kegiatan' | 'subkegiatan' | 'akun' | 'skpd';

export interface Code {
  kind: CodeKind;
  /** The one form used in extracts: `1.06.04.2.01.0001`, `5.1.02.01.01.0024`, `1.06.0.00.0.00.01.0000`. */
  kode: string;
  /** Number of parts of the normalised code: an account has 1 (akun) to 6 (sub rincian objek). */
  parts: number;
}

const akunWidths = [1, 1, 2, 2, 2, 4];
const nomenklaturWidths = [1, 2, 2, 1, 2, 4];
const skpdWidths = [1, 2, 1, 2, 1, 2, 2, 4];

/**
 * Reads one code in any variant of the field (`.2.` or `.02.`, two- or four-digit leaf, unpadded or three- and five-digit
 * account parts, compact accounts, a trailing dot) and says what it is; null when the text is no code.
 * `5.1…` is an account and `5.01…` a nomenclature code: the second part of an account has one digit, except where `kind` decides.
 */
export function readCode(text: string, kind?: 'akun' | 'nomenklatur' | 'skpd'): Code | null {
  const clean = text
    .trim()
    .replace(/^['`]/, '')
    .replace(/[\s\u00a0]+/g, '')
    .replace(/\.+$/, '');
  if (/^\d{2,12}$/.test(clean) && kind !== 'nomenklatur' && kind !== 'skpd') return compactAkun(clean);
  if (!/^[\dXx](\.[\dXx]+)*$/.test(clean)) return null;
  const parts = clean.split('.');
  if (parts.length >= 7 && kind !== 'akun' && kind !== 'nomenklatur') return readSkpd(parts);
  if (parts.some((part) => /x/i.test(part))) return kind === 'akun' || kind === 'skpd' ? null : readNomenklatur(parts);
  if (kind === 'akun' || (kind !== 'nomenklatur' && isAkunShape(parts))) return readAkun(parts);
  return kind === 'skpd' ? null : readNomenklatur(parts);
}

/** `1.06.01.2.01.0001` → `1.06.01.2.01`; null at the top. An SKPD unit's parent is its SKPD. */
export function parentCode(kode: string): string | null {
  const parts = kode.split('.');
  if (parts.length === 8) return parts[7] === '0000' ? null : [...parts.slice(0, 7), '0000'].join('.');
  if (parts.length === 5 && parts[1]!.length === 2) return parts.slice(0, 3).join('.');
  return parts.length > 1 ? parts.slice(0, -1).join('.') : null;
}

/** The official name of an account's depth: akun, kelompok, jenis, objek, rincian objek, sub rincian objek. */
export function akunLevel(kode: string): number {
  return kode.split('.').length;
}

function isAkunShape(parts: string[]): boolean {
  return /^[4567]$/.test(parts[0]!) && parts.length > 1 && parts[1]!.length === 1;
}

function readAkun(parts: string[]): Code | null {
  if (parts.length > 6 || !/^[1-9]$/.test(parts[0]!)) return null;
  const kode = pad(parts, akunWidths);
  return kode === null ? null : { kind: 'akun', kode, parts: parts.length };
}

function compactAkun(digits: string): Code | null {
  const ends = [1, 2, 4, 6, 8, 12];
  const depth = ends.indexOf(digits.length) + 1;
  if (depth === 0 || !/^[4-7][1-9]/.test(digits)) return null;
  return readAkun(ends.slice(0, depth).map((end, i) => digits.slice(i === 0 ? 0 : ends[i - 1], end)));
}

function readNomenklatur(parts: string[]): Code | null {
  const kinds: Record<number, CodeKind> = { 1: 'urusan', 2: 'bidang', 3: 'program', 5: 'kegiatan', 6: 'subkegiatan' };
  const kind = kinds[parts.length];
  const masked = parts.map((part) => (/^[Xx]+$/.test(part) ? part.toUpperCase() : part));
  const kode = pad(masked, nomenklaturWidths);
  return kind === undefined || kode === null ? null : { kind, kode, parts: parts.length };
}

function readSkpd(parts: string[]): Code | null {
  if (parts.length !== 8) return null;
  const kode = pad(parts, skpdWidths);
  return kode === null ? null : { kind: 'skpd', kode, parts: 8 };
}

/** Pads or unpads each part to its official width; null when a part's value does not fit. */
function pad(parts: string[], widths: number[]): string | null {
  const out: string[] = [];
  for (const [i, part] of parts.entries()) {
    const width = widths[i]!;
    const text = /^\d+$/.test(part) ? String(Number(part)).padStart(width, '0') : part.padStart(width, part[0]!);
    if (text.length > width) return null;
    out.push(text);
  }
  return out.join('.');
}
