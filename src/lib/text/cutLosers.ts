import { formatNumber, formatPercent } from '$lib/format/number';
import type { Effect } from '$lib/model/cuts/effect';
import type { RecipientClass } from '$lib/model/cuts/line';
import type { Language, Text } from './language';

/** Printed in place of a count that the published files hide. */
export const hiddenText: Text = { id: 'disembunyikan', en: 'hidden' };

/** Words of the map of losses. */
export const lossMapText = {
  of: { id: 'dari', en: 'of' },
  byKecamatan: {
    id: 'Tiap segi enam satu desa; warnanya bagian penerima yang kehilangan di kecamatannya.',
    en: 'Each hexagon is one desa; its colour is the share of recipients who lose in its kecamatan.'
  },
  byDesa: {
    id: 'Tiap segi enam satu desa; warnanya bagian penerima yang kehilangan di desa itu.',
    en: 'Each hexagon is one desa; its colour is the share of its recipients who lose.'
  },
  pick: { id: 'Tunjuk satu wilayah untuk membaca angkanya.', en: 'Point at a region to read its numbers.' },
  failed: { id: 'Peta gagal dimuat; tabelnya lengkap.', en: 'The map failed to load; the table is complete.' },
  perDesa: { id: 'Menurut desa (profil internal)', en: 'By desa (internal profile)' },
  desa: { id: 'Desa', en: 'Desa' }
} as const satisfies Record<string, Text>;

/** The name of a class of recipients. */
export function className(kelas: RecipientClass): Text {
  if (typeof kelas === 'number') return { id: `Desil ${kelas}`, en: `Desil ${kelas}` };
  return {
    desil_kosong: { id: 'Desil belum ada', en: 'No desil yet' },
    tidak_tercatat: { id: 'Tidak tercatat di registri', en: 'Not in the registry' },
    disembunyikan: { id: 'Kelas yang disembunyikan', en: 'Hidden classes' }
  }[kelas];
}

/**
 * The sentence above the bars by desil: the share of the poorest in what is lost, against their share of the recipients. Hidden classes may
 * hold anybody: they are left out of both shares, and the sentence says so.
 */
export function desilTitle({ byClass, lost }: Pick<Effect, 'byClass' | 'lost'>): Text {
  if (lost === 0) return { id: 'Tidak ada yang kehilangan', en: 'Nobody loses' };
  const shown = byClass.filter(({ kelas }) => kelas !== 'disembunyikan');
  const poor = shown.filter(({ kelas }) => typeof kelas === 'number' && kelas <= 4);
  const all = { before: sum(shown, 'before'), lost: sum(shown, 'lost') };
  if (all.lost === 0)
    return { id: 'Desil dari yang kehilangan disembunyikan', en: 'The desil of those who lose are hidden' };
  const percent = (key: 'before' | 'lost', language: Language) =>
    formatPercent(sum(poor, key) / all[key], language, { digits: 0 });
  if (shown.length < byClass.length)
    return {
      id: `Tanpa kelas yang disembunyikan, ${percent('lost', 'id')} dari yang kehilangan berada di desil 1–4; dari penerima ${percent('before', 'id')}`,
      en: `Without the hidden classes, ${percent('lost', 'en')} of those who lose are in desil 1–4; of recipients ${percent('before', 'en')}`
    };
  return {
    id: `${percent('lost', 'id')} dari yang kehilangan berada di desil 1–4; dari semua penerima ${percent('before', 'id')}`,
    en: `${percent('lost', 'en')} of those who lose are in desil 1–4; of all recipients ${percent('before', 'en')}`
  };
}

function sum(rows: readonly { before: number; lost: number }[], key: 'before' | 'lost'): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

/** The sentence above the bars by kecamatan: where most lose, of those that are shown. `nameOf` names a code. */
export function kecamatanTitle({ byRegion }: Pick<Effect, 'byRegion'>, nameOf: (kode: string) => string): Text {
  const known = byRegion.flatMap(({ kodeWilayah, lost }) => (lost === null ? [] : [{ kodeWilayah, lost }]));
  const [first] = known.toSorted((a, b) => b.lost - a.lost);
  if (first === undefined || first.lost === 0) return { id: 'Kehilangan menurut kecamatan', en: 'Losses by kecamatan' };
  const isWhole = known.length === byRegion.length;
  const name = nameOf(first.kodeWilayah);
  return {
    id: `${isWhole ? 'Paling' : 'Di antara kecamatan yang ditampilkan, paling'} banyak kehilangan di ${name}: ${formatNumber(first.lost, 'id')} penerima`,
    en: `${isWhole ? 'Most' : 'Of the kecamatan shown, most'} lose in ${name}: ${formatNumber(first.lost, 'en')} ${first.lost === 1 ? 'recipient' : 'recipients'}`
  };
}
