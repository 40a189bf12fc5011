import type { Text } from '$lib/text/language';

/** Measures a reader may map and compare: missed by choice, missed, not eligible, undecided, freshness, size of the aid. */
export const targetingMeasures = ['ee_choice', 'ee', 'ie', 'unk', 'fresh', 'cov_all'] as const;
export type TargetingMeasure = (typeof targetingMeasures)[number];

/** What a reader has chosen on the targeting page. */
export interface TargetingFilter {
  /** Year of the lists; null = the page's own. */
  tahun: number | null;
  /** A year (2025) or a month (2025-03); null = the whole year. */
  periode: string | null;
  /** Code of an aid, or SEMUA; null = all aid merged where the extract has it. */
  bantuan: string | null;
  /** One national desil, 1 to 10: shows who of it is reached, instead of `ukuran`. */
  desil: number | null;
  /** Code of a kecamatan: its desa are listed and its own figures shown. */
  kecamatan: string | null;
  /** Electoral district: its desa are listed. */
  dapil: string | null;
  ukuran: TargetingMeasure;
}

export const noTargetingFilter: TargetingFilter = {
  tahun: null,
  periode: null,
  bantuan: null,
  desil: null,
  kecamatan: null,
  dapil: null,
  ukuran: 'ee_choice'
};

/** How a reader looks at the answer: it stands in the address, and asks the engine nothing. */
export interface TargetingLook {
  /** Code of the desa or kecamatan that is marked in every figure; null marks none. */
  wilayah: string | null;
  /** The map: null = hexagons of one size; `batas` = the boundaries that the user supplied. */
  peta: 'batas' | null;
}

export const noTargetingLook: TargetingLook = { wilayah: null, peta: null };

const shapes = {
  tahun: { pattern: /^20\d\d$/, example: '2025' },
  periode: { pattern: /^20\d\d(-(0[1-9]|1[0-2]))?$/, example: '2025-03' },
  bantuan: { pattern: /^[\p{L}\p{N}][\p{L}\p{N} ._()/-]{0,59}$/u, example: 'SEMBAKO' },
  desil: { pattern: /^([1-9]|10)$/, example: '2' },
  kecamatan: { pattern: /^\d\d\.\d\d\.\d\d$/, example: '64.02.06' },
  dapil: { pattern: /^[\p{L}\p{N}][\p{L}\p{N} .,()/-]{0,59}$/u, example: 'Dapil 1' },
  wilayah: { pattern: /^\d\d\.\d\d\.\d\d(\.\d{4})?$/, example: '64.02.06.2003' }
} as const;

/** What an address says. */
export interface TargetingAddress {
  filter: TargetingFilter;
  look: TargetingLook;
  /** A sentence for each part that could not be read. */
  problems: Text[];
}

/** Reads an address. Never throws: what cannot be read is left out and named in `problems`. */
export function parseTargetingFilter(search: URLSearchParams): TargetingAddress {
  const problems: Text[] = [];
  const refuse = (name: string, value: string, example: string): null => {
    problems.push({
      id: `${name} "${value.slice(0, 40)}" tidak dapat dibaca dan diabaikan. Contoh: ${name}=${example}.`,
      en: `${name} "${value.slice(0, 40)}" cannot be read and was ignored. Example: ${name}=${example}.`
    });
    return null;
  };
  const shaped = (name: keyof typeof shapes): string | null => {
    const value = search.get(name) || null;
    return value === null || shapes[name].pattern.test(value) ? value : refuse(name, value, shapes[name].example);
  };
  const whole = (name: 'tahun' | 'desil'): number | null => {
    const value = shaped(name);
    return value === null ? null : Number(value);
  };
  const periode = shaped('periode');
  const tahun = whole('tahun') ?? (periode === null ? null : Number(periode.slice(0, 4)));
  const isOfYear = periode === null || Number(periode.slice(0, 4)) === tahun;
  const ukuran = search.get('ukuran') || null;
  const known = targetingMeasures.find((measure) => measure === ukuran);
  if (ukuran !== null && known === undefined) refuse('ukuran', ukuran, targetingMeasures[2]);
  const filter = {
    tahun,
    periode: isOfYear ? periode : refuse('periode', periode, `${tahun}-03`),
    bantuan: shaped('bantuan'),
    desil: whole('desil'),
    kecamatan: shaped('kecamatan'),
    dapil: shaped('dapil'),
    ukuran: known ?? noTargetingFilter.ukuran
  };
  const peta = search.get('peta') || null;
  if (peta !== null && peta !== 'batas') refuse('peta', peta, 'batas');
  return { filter, look: { wilayah: shaped('wilayah'), peta: peta === 'batas' ? peta : null }, problems };
}

/** The search of an address, defaults left out: `` or `?bantuan=SEMBAKO&ukuran=ie`. */
export function formatTargetingFilter(filter: TargetingFilter, look: TargetingLook = noTargetingLook): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...look })) {
    const isDefaultValue = name in noTargetingFilter && noTargetingFilter[name as keyof TargetingFilter] === value;
    if (value !== null && value !== '' && !isDefaultValue) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** True when nothing differs from the page's own view. */
export function isDefaultTargeting(filter: TargetingFilter): boolean {
  return formatTargetingFilter(filter) === '';
}
