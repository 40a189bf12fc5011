import { formatDate } from '$lib/format/date';
import type { Language, Text } from './language';
import { siteName } from './site';

/** Words of releases: the page of one, the history on the page of the data, the feed. */
export const releaseText = {
  lead: {
    id: 'Alamat ini tetap. Berkas di bawah disimpan persis seperti waktu diterbitkan.',
    en: 'This address does not change. The files below are kept exactly as they were published.'
  },
  pages: {
    id: 'Halaman lain situs ini menampilkan data terbaru, bukan rilis ini.',
    en: 'The other pages of this site show the latest data, not this release.'
  },
  shownHere: {
    id: 'Rilis terbaru. Semua halaman situs ini menampilkannya.',
    en: 'The latest release. All pages of this site show it.'
  },
  newestOnly: {
    id: 'Rilis terbaru; halaman situs ini menampilkan data yang belum dirilis.',
    en: 'The latest release; the pages of this site show data that are not released yet.'
  },
  oldRelease: { id: 'Ini rilis lama.', en: 'This is an old release.' },
  toNewest: { id: 'Buka yang terbaru', en: 'Open the latest' },
  notes: { id: 'Yang baru', en: 'What is new' },
  errata: { id: 'Ralat', en: 'Errata' },
  noErrata: { id: 'Belum ada ralat.', en: 'No errata so far.' },
  laterErrata: { id: 'Ralat sesudah rilis ini', en: 'Errata after this release' },
  unreleased: {
    id: 'Data yang tampil belum dirilis: angkanya masih dapat berubah tanpa pemberitahuan, dan belum punya alamat tetap.',
    en: 'The data shown are not released: figures may still change without notice, and have no permanent address yet.'
  },
  shown: { id: 'Data yang tampil adalah', en: 'The data shown are' },
  history: { id: 'Riwayat rilis', en: 'History of releases' },
  none: { id: 'Belum ada rilis.', en: 'Nothing has been released yet.' },
  feed: { id: 'Rilis data (Atom)', en: 'Releases of the data (Atom)' },
  published: { id: 'Terbit', en: 'Published' },
  asOf: { id: 'Keadaan data', en: 'Data as of' },
  agency: { id: 'Instansi', en: 'Agency' },
  name: { id: 'Nama rilis', en: 'Name of the release' },
  files: { id: 'Berkas', en: 'Files' },
  sizes: { id: 'Ukuran (byte)', en: 'Size (bytes)' },
  change: { id: 'Dibanding sebelumnya', en: 'Against the one before' },
  fresh: { id: 'tabel baru', en: 'new table' },
  same: { id: 'tetap', en: 'unchanged' },
  changed: { id: 'berubah', en: 'changed' },
  gone: { id: 'Tabel yang tidak ada lagi', en: 'Tables no longer there' }
} as const satisfies Record<string, Text>;

/** The name of a release in a sentence, by its day: "Rilis 3 November 2026". */
export function releaseName(terbit: string, language: Language): string {
  return `${language === 'id' ? 'Rilis' : 'Release of'} ${formatDate(terbit, language)}`;
}

/** The headline of a release; its as-of date where it is known. */
export function releaseHeadline(
  { terbit, per_tanggal }: { terbit: string; per_tanggal: string | null },
  language: Language
): string {
  const name = releaseName(terbit, language);
  if (per_tanggal === null) return name;
  return `${name}: ${language === 'id' ? 'keadaan' : 'as of'} ${formatDate(per_tanggal, language)}`;
}

/** How to cite a release: who, which, when, with the hash that proves it and its address where the site has one. */
export function releaseCitation(
  release: { id: string; terbit: string; judul: string; sha256: string },
  alamat: string | null,
  language: Language
): string {
  const { id, terbit, judul, sha256 } = release;
  const parts = [
    siteName,
    judul,
    `${language === 'id' ? 'rilis' : 'release'} ${id}`,
    formatDate(terbit, language),
    `SHA-256 ${sha256}`
  ];
  return [...parts, ...(alamat === null ? [] : [`${alamat}${releasePath(id, language)}`])].join(', ');
}

/** The address of a release below the site's own. */
export function releasePath(id: string, language: Language): string {
  return `${language === 'id' ? '' : 'en/'}rilis/${id}/`;
}

/** The notice on an old release: which one is newer. */
export function newerRelease(terbit: string, language: Language): string {
  return language === 'id'
    ? `Yang terbaru terbit ${formatDate(terbit, language)}.`
    : `The latest was published on ${formatDate(terbit, language)}.`;
}
