import { formatDate } from '$lib/format/date';
import type { Text } from './language';

/** The name of the site; the same in every language. */
export const siteName = 'Tepat';

/** Words of the frame around every page. */
export const siteText = {
  motto: { id: 'Tepat anggaran, tepat sasaran', en: 'The right budget for the right people' },
  navigation: { id: 'Halaman', en: 'Pages' },
  skip: { id: 'Langsung ke isi', en: 'Skip to content' },
  otherLanguage: { id: 'English', en: 'Bahasa Indonesia' },
  otherLanguageHint: { id: 'Read this page in English', en: 'Baca halaman ini dalam bahasa Indonesia' },
  sample: { id: 'Data contoh', en: 'Sample data' },
  sampleFooter: { id: 'Data contoh, bukan angka resmi.', en: 'Sample data, not official figures.' },
  privacy: {
    id: 'Situs ini tidak mengirim apa pun: semua dihitung di perangkat Anda.',
    en: 'This site sends nothing anywhere: everything is computed on your device.'
  },
  basis: {
    id: 'Angka dibaca dari ekspor SIPD; tanda – berarti belum diketahui, bukan nol.',
    en: 'Figures are read from SIPD exports; – means not known, not zero.'
  }
} as const satisfies Record<string, Text>;

/** Names of the pages in the navigation, by route. */
export const pageNames = {
  '/': { id: 'Ringkasan', en: 'Summary' },
  '/realisasi': { id: 'Realisasi', en: 'Realization' },
  '/pendanaan': { id: 'Pendanaan', en: 'Funding' },
  '/pendanaan/terbitan': { id: 'Angka yang diterbitkan', en: 'Published figures' },
  '/sasaran': { id: 'Sasaran', en: 'Targeting' },
  '/sasaran/bantuan': { id: 'Bantuan satu per satu', en: 'Aid by aid' },
  '/sasaran/daftar-kerja': { id: 'Daftar kerja operator desa', en: 'Worklist for desa operators' },
  '/simulasi': { id: 'Simulasi', en: 'Cuts' },
  '/sasaran/[kode]': { id: 'Desa dan kelurahan', en: 'Villages' },
  '/data': { id: 'Data terbuka', en: 'Open data' },
  '/data/sql': { id: 'Konsol SQL', en: 'SQL console' },
  '/rilis/[id]': { id: 'Rilis', en: 'Release' },
  '/metode': { id: 'Metode', en: 'Methods' },
  '/tanpa-sinyal': { id: 'Baca tanpa sinyal', en: 'Read without a signal' }
} as const satisfies Record<string, Text>;

/** What the numbers on a page are: stands above every headline. */
export interface DataLabelFacts {
  /** Made-up data; the label says so first. */
  contoh: boolean;
  /** `YYYY-MM-DD`; null when the files do not say. */
  perTanggal: string | null;
  /** The stage in force, with its year: `APBD Perubahan 2026`. */
  tahap: Text | null;
  /** SP2D or SPJ; null when not stated. */
  basis?: string | null;
}

/** The parts of the data label after the mark, joined by a middle dot: date · stage · basis. */
export function dataLabelText({ perTanggal, tahap, basis }: DataLabelFacts): Text {
  const parts = (language: 'id' | 'en') => [
    perTanggal === null ? null : formatDate(perTanggal, language),
    tahap?.[language] ?? null,
    basis ?? null
  ];
  const join = (language: 'id' | 'en') =>
    parts(language)
      .filter((part) => part !== null)
      .join(' · ');
  return { id: join('id'), en: join('en') };
}
