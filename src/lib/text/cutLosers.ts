import { formatNumber, formatPercent } from '$lib/format/number';
import type { Effect } from '$lib/model/cuts/effect';
import type { RecipientClass } from '$lib/model/cuts/line';
import type { Text } from './language';

/** Printed in place of a count that the published files hide. */
export const hiddenText: Text = { id: 'disembunyikan', en: 'hidden' };

/** The name of a class of recipients. */
export function className(kelas: RecipientClass): Text {
  if (typeof kelas === 'number') return { id: `Desil ${kelas}`, en: `Desil ${kelas}` };
  return {
    desil_kosong: { id: 'Desil belum ada', en: 'No desil yet' },
    tidak_tercatat: { id: 'Tidak tercatat di registri', en: 'Not in the registry' },
    disembunyikan: { id: 'Kelas yang disembunyikan', en: 'Hidden classes' }
  }[kelas];
}

/** The sentence above the bars by desil: the share of the poorest in what is lost, against their share of the recipients. */
export function desilTitle({ byClass, lost }: Pick<Effect, 'byClass' | 'lost'>): Text {
  const poor = byClass.filter(({ kelas }) => typeof kelas === 'number' && kelas <= 4);
  const sum = (of: readonly { before: number; lost: number }[], key: 'before' | 'lost') =>
    of.reduce((total, one) => total + one[key], 0);
  const before = sum(byClass, 'before');
  if (lost === 0 || before === 0) return { id: 'Tidak ada yang kehilangan', en: 'Nobody loses' };
  const [ofLost, ofAll] = [sum(poor, 'lost') / lost, sum(poor, 'before') / before];
  const percent = (ratio: number, language: 'id' | 'en') => formatPercent(ratio, language, { digits: 0 });
  return {
    id: `${percent(ofLost, 'id')} dari yang kehilangan berada di desil 1–4; dari semua penerima ${percent(ofAll, 'id')}`,
    en: `${percent(ofLost, 'en')} of those who lose are in desil 1–4; of all recipients ${percent(ofAll, 'en')}`
  };
}

/** The sentence above the bars by kecamatan: where most lose. `nameOf` names a code. */
export function kecamatanTitle({ byRegion }: Pick<Effect, 'byRegion'>, nameOf: (kode: string) => string): Text {
  const known = byRegion.flatMap(({ kodeWilayah, lost }) => (lost === null ? [] : [{ kodeWilayah, lost }]));
  const [first] = known.toSorted((a, b) => b.lost - a.lost);
  if (first === undefined || first.lost === 0) return { id: 'Kehilangan menurut kecamatan', en: 'Losses by kecamatan' };
  const name = nameOf(first.kodeWilayah);
  return {
    id: `Paling banyak kehilangan di ${name}: ${formatNumber(first.lost, 'id')} penerima`,
    en: `Most lose in ${name}: ${formatNumber(first.lost, 'en')} recipients`
  };
}
