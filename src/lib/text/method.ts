import type { Text } from './language';
import type { pageNames } from './site';

/** One indicator of the site, as the method page explains it. */
export interface Method {
  /** Anchor of `/metode/`, the same in both languages; once published it does not change. */
  id: string;
  name: Text;
  /** One sentence in plain words. */
  definition: Text;
  formula: Text;
  /** What is divided by, and what – means. */
  nothing: Text;
  /** Cases that surprise. */
  edge: Text;
  source: Text;
  /** Pages that show it, the one that explains it most first. */
  pages: readonly (keyof typeof pageNames)[];
  /** What computes it: file below `src/lib/model`, without ending, and its export. */
  code: readonly [file: string, name: string];
}

/** Indicators of one page or subject. */
export interface MethodGroup {
  id: string;
  name: Text;
  methods: readonly Method[];
}

/** Words of the method page around its indicators. */
export const methodText = {
  description: {
    id: 'Definisi, rumus, penyebut, contoh hitungan, dan sumber setiap indikator.',
    en: 'Definition, formula, denominator, worked example and source of every indicator.'
  },
  lead: {
    id: 'Definisi, rumus, dan batas setiap indikator, dengan contoh dari data yang sedang diterbitkan. Tanda – berarti tidak diketahui atau tidak terdefinisi, bukan nol.',
    en: 'Definition, formula and limits of each indicator, with examples from the data now published. – means not known or not defined, not zero.'
  },
  contents: { id: 'Isi', en: 'Contents' },
  formula: { id: 'Rumus', en: 'Formula' },
  nothing: { id: 'Penyebut dan arti –', en: 'Denominator and what – means' },
  edge: { id: 'Kasus khusus', en: 'Special cases' },
  source: { id: 'Sumber', en: 'Source' },
  usedOn: { id: 'Dipakai di', en: 'Used on' },
  code: { id: 'Dihitung oleh', en: 'Computed by' },
  example: { id: 'Contoh dari data ini', en: 'Example from this data' },
  asOf: { id: 'per tanggal', en: 'as of' },
  terms: { id: 'Istilah', en: 'Terms' }
} as const satisfies Record<string, Text>;

/** A source that is the site's own choice, said so. */
export const ownRule: Text = { id: 'Aturan situs ini.', en: 'A rule of this site.' };

/** The headline, with the number of indicators. */
export function methodHeadline(indicators: number): Text {
  return {
    id: `${indicators} indikator di situs ini dapat dihitung ulang`,
    en: `${indicators} indicators on this site can be worked out again`
  };
}
