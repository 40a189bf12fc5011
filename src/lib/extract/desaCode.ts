import type { RegionCodes } from './referenceData';

/** Whose codes a region's code may be. */
export type CodeSystem = 'kemendagri' | 'bps' | 'djpk';

/** One thing a code may mean. */
export interface CodeReading {
  system: CodeSystem;
  /** Kemendagri code with dots, as deep as the code says; of another issuer's desa only the regency is known. */
  kode: string;
}

/** What reading a code needs to know of the official lists. */
export interface CodeLists {
  /** Codes of every kabupaten and kota; empty where the list is not at hand, so that any code of the right form counts. */
  regencies: ReadonlySet<string>;
  regions: readonly RegionCodes[];
}

/**
 * What a region's code may mean, Kemendagri's reading first; empty when it is nobody's code. BPS writes regency 4, kecamatan 7 and desa
 * 10 digits, and its kecamatan and desa map to Kemendagri's by no rule. A province alone says too little and gives nothing.
 */
export function codeReadings(text: string, { regencies, regions }: CodeLists): CodeReading[] {
  const code = text
    .replace(/[\s\u0001\u00a0'’"`]/g, '')
    .replace(/^(\d+)[.,]0+$/, '$1')
    .replace(/[-_/]/g, '.')
    .replace(/\.+$/, '');
  const out: CodeReading[] = [];
  const add = (system: CodeSystem, kode: string | null): void => {
    if (kode !== null && !out.some((reading) => reading.kode === kode)) out.push({ system, kode });
  };
  const kemendagri = kemendagriCode(code);
  if (kemendagri !== null && (regencies.size === 0 || regencies.has(kemendagri.slice(0, 5))))
    add('kemendagri', kemendagri);
  if (/^(\d{4}|\d{7}|\d{10}|\d{14}|\d{16})$/.test(code))
    add('bps', regions.find(({ kodeBps }) => kodeBps === code.slice(0, 4))?.kode ?? null);
  if (/^\d\d\.?\d\d$/.test(code))
    add('djpk', regions.find(({ kodeDjpk }) => undotted(kodeDjpk) === undotted(code))?.kode ?? null);
  return out;
}

function undotted(code: string | null): string | null {
  return code?.replace('.', '') ?? null;
}

/** `64.02`, `64.02.06`, `64.02.06.1001`, with or without dots; the last part of a desa begins with 1, 2 or 3. */
function kemendagriCode(code: string): string | null {
  const parts = /^(\d\d)\.?(\d\d)(?:\.?(\d\d)(?:\.?([1-3]\d{3}))?)?$/.exec(code);
  return parts === null
    ? null
    : parts
        .slice(1)
        .filter((part) => part !== undefined)
        .join('.');
}

/** Whether one region is the other or lies in it. */
export function isWithin(kode: string, region: string): boolean {
  return kode === region || kode.startsWith(`${region}.`);
}

/** The smallest region that holds both; null where they lie in different regencies. */
export function commonRegion(a: string, b: string): string | null {
  const [left, right] = [a.split('.'), b.split('.')];
  const same = left.findIndex((part, i) => part !== right[i]);
  const parts = left.slice(0, same < 0 ? left.length : same);
  return parts.length < 2 ? null : parts.join('.');
}
