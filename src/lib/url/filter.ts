import type { Text } from '$lib/text/language';

/** What a reader has narrowed the realization page to; null = not narrowed, the page's own default. */
export interface RealizationFilter {
  tahun: number | null;
  /** Last month shown, 1–12. */
  bulan: number | null;
  /** Code of an SKPD (with all its units) or of one unit. */
  skpd: string | null;
  /** Code of a program, kegiatan or sub kegiatan. */
  kode: string | null;
  /** Account group, e.g. 5.1.02. */
  jenis: string | null;
  sumberDana: string | null;
  /** Stage that percentages are measured against. */
  tahap: string | null;
}

export const noFilter: RealizationFilter = {
  tahun: null,
  bulan: null,
  skpd: null,
  kode: null,
  jenis: null,
  sumberDana: null,
  tahap: null
};

const shapes: Record<keyof RealizationFilter, { pattern: RegExp; example: string }> = {
  tahun: { pattern: /^20\d\d$/, example: '2026' },
  bulan: { pattern: /^([1-9]|1[0-2])$/, example: '10' },
  skpd: { pattern: /^[\d.]{1,40}$/, example: '1.06.0.00.0.00.01.0000' },
  kode: { pattern: /^[\dX]\.[\dX]{2}(\.[\d]{1,4}){0,4}$/, example: '1.06.04' },
  jenis: { pattern: /^5(\.\d{1,2}){0,2}$/, example: '5.1.02' },
  sumberDana: { pattern: /^[\w.:-]{1,80}$/, example: '1.1' },
  tahap: { pattern: /^[a-z]+(-[a-z0-9]+)*$/, example: 'perubahan' }
};

/** Reads a filter from an address. Never throws: what cannot be read is left out and named in `problems`. */
export function parseFilter(search: URLSearchParams): { filter: RealizationFilter; problems: Text[] } {
  const problems: Text[] = [];
  const read = (name: keyof RealizationFilter): string | null => {
    const value = search.get(name);
    if (value === null || value === '') return null;
    if (shapes[name].pattern.test(value)) return value;
    problems.push({
      id: `${name} "${value.slice(0, 40)}" tidak dapat dibaca dan diabaikan. Contoh: ${name}=${shapes[name].example}.`,
      en: `${name} "${value.slice(0, 40)}" cannot be read and was ignored. Example: ${name}=${shapes[name].example}.`
    });
    return null;
  };
  const number = (name: 'tahun' | 'bulan'): number | null => {
    const text = read(name);
    return text === null ? null : Number(text);
  };
  const filter = {
    tahun: number('tahun'),
    bulan: number('bulan'),
    skpd: read('skpd'),
    kode: read('kode'),
    jenis: read('jenis'),
    sumberDana: read('sumberDana'),
    tahap: read('tahap')
  };
  return { filter, problems };
}

/** Limits of the exceptions that a reader may move, as whole numbers in the address; null = the rule's own default. */
export interface ThresholdFilter {
  /** Percent below the cash plan. */
  bawahRencana: number | null;
  /** Points between money and physical progress. */
  jarakFisik: number | null;
  /** Times the usual pace. */
  lonjakan: number | null;
  /** Smallest finding, million rupiah. */
  minimalJuta: number | null;
}

export const noThresholds: ThresholdFilter = {
  bawahRencana: null,
  jarakFisik: null,
  lonjakan: null,
  minimalJuta: null
};

/** Reads moved limits from an address: whole numbers of 0 to 100,000; anything else is left out and named. */
export function parseThresholds(search: URLSearchParams): { thresholds: ThresholdFilter; problems: Text[] } {
  const problems: Text[] = [];
  const read = (name: keyof ThresholdFilter): number | null => {
    const value = search.get(name);
    if (value === null || value === '') return null;
    if (/^\d{1,5}$/.test(value)) return Number(value);
    problems.push({
      id: `${name} "${value.slice(0, 40)}" bukan bilangan bulat dan diabaikan. Contoh: ${name}=10.`,
      en: `${name} "${value.slice(0, 40)}" is not a whole number and was ignored. Example: ${name}=10.`
    });
    return null;
  };
  const thresholds = {
    bawahRencana: read('bawahRencana'),
    jarakFisik: read('jarakFisik'),
    lonjakan: read('lonjakan'),
    minimalJuta: read('minimalJuta')
  };
  return { thresholds, problems };
}

/** The search of an address, defaults left out: `` or `?tahun=2025&kode=1.06.04`. */
export function formatFilter(
  filter: RealizationFilter,
  thresholds: ThresholdFilter = noThresholds,
  more: Record<string, string | null> = {}
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...thresholds, ...more }))
    if (value !== null && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** True when nothing is narrowed. */
export function isDefault(filter: RealizationFilter, thresholds: ThresholdFilter = noThresholds): boolean {
  return [...Object.values(filter), ...Object.values(thresholds)].every((value) => value === null);
}
