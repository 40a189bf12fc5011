import type { Text } from '$lib/text/language';

/** What a reader has chosen on the funding page. */
export interface FundingFilter {
  /** Key of a series (sumber~basis, for budgets also ~tahap); null = the page's own rule. */
  sumber: string | null;
  ukuran: 'realisasi' | 'anggaran';
  harga: 'nominal' | 'riil';
  per: 'total' | 'kapita';
  /** Base year of real prices and of the index; null = the page's own. */
  tahunDasar: number | null;
}

export const noFundingFilter: FundingFilter = {
  sumber: null,
  ukuran: 'realisasi',
  harga: 'nominal',
  per: 'total',
  tahunDasar: null
};

const choices = {
  ukuran: ['realisasi', 'anggaran'],
  harga: ['nominal', 'riil'],
  per: ['total', 'kapita']
} as const;

const shapes = {
  sumber: { pattern: /^[\p{L}\p{N}][\p{L}\p{N} ,.()/~-]{0,99}$/u, example: 'DJPK APBD~apbd' },
  tahunDasar: { pattern: /^20\d\d$/, example: '2024' }
} as const;

/** Reads a filter from an address. Never throws: what cannot be read is left out and named in `problems`. */
export function parseFundingFilter(search: URLSearchParams): { filter: FundingFilter; problems: Text[] } {
  const problems: Text[] = [];
  const given = (name: keyof FundingFilter): string | null => search.get(name) || null;
  const refuse = (name: string, value: string, example: string): null => {
    problems.push({
      id: `${name} "${value.slice(0, 40)}" tidak dapat dibaca dan diabaikan. Contoh: ${name}=${example}.`,
      en: `${name} "${value.slice(0, 40)}" cannot be read and was ignored. Example: ${name}=${example}.`
    });
    return null;
  };
  const shaped = (name: keyof typeof shapes): string | null => {
    const value = given(name);
    return value === null || shapes[name].pattern.test(value) ? value : refuse(name, value, shapes[name].example);
  };
  const chosen = <Name extends keyof typeof choices>(name: Name): (typeof choices)[Name][number] => {
    const value = given(name);
    const found = choices[name].find((choice) => choice === value);
    if (value !== null && found === undefined) refuse(name, value, choices[name][1]);
    return found ?? choices[name][0];
  };
  const tahunDasar = shaped('tahunDasar');
  const filter = {
    sumber: shaped('sumber'),
    ukuran: chosen('ukuran'),
    harga: chosen('harga'),
    per: chosen('per'),
    tahunDasar: tahunDasar === null ? null : Number(tahunDasar)
  };
  return { filter, problems };
}

/** The search of an address, defaults left out: `` or `?ukuran=anggaran&harga=riil`. */
export function formatFundingFilter(filter: FundingFilter, more: Record<string, string | null> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...more })) {
    const isDefaultValue = name in noFundingFilter && noFundingFilter[name as keyof FundingFilter] === value;
    if (value !== null && value !== '' && !isDefaultValue) search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** True when nothing differs from the page's own view. */
export function isDefaultFunding(filter: FundingFilter): boolean {
  return formatFundingFilter(filter) === '';
}
