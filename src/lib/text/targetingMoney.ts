import { distinctNames } from '$lib/format/distinctNames';
import { formatDate } from '$lib/format/date';
import { formatNumber, formatRupiahShort } from '$lib/format/number';
import { hidden, isNumber, type Count } from '$lib/model/targeting/count';
import type { DesilView, Figures, Freshness, Program, Worklist } from '$lib/view/targetingView';
import type { Text } from './language';
import { outsideName } from './targetingCategory';
import { unitName } from './targetingLabels';
import { countPhrase, sharePhrase } from './targetingWords';
import { capital, countWord, percentWords } from './word';

const families = { id: 'keluarga', en: 'families' };

/** Title of the bars by desil: who of the lowest, of the last eligible and of the next desil receives. */
export function desilTitle({ rows }: DesilView): Text {
  const known = rows.filter(({ coverage }) => isNumber(coverage));
  if (known.length === 0) {
    const isHidden = rows.some(({ coverage }) => coverage === hidden);
    return isHidden
      ? {
          id: 'Cakupan menurut desil disembunyikan untuk melindungi orang',
          en: 'Coverage by desil is hidden to protect people'
        }
      : { id: 'Cakupan menurut desil belum dapat dihitung', en: 'Coverage by desil cannot be worked out yet' };
  }
  const eligible = known.filter(({ isEligible }) => isEligible);
  const next = known.find(({ isEligible, desil }) => !isEligible && desil > (eligible.at(-1)?.desil ?? 0));
  const named = [eligible[0] ?? known[0]!, eligible.at(-1), next].filter((row) => row !== undefined);
  const unique = [...new Map(named.map((row) => [row.desil, row])).values()];
  const parts = (language: 'id' | 'en') =>
    unique.map(({ desil, coverage }) => `desil ${desil} ${percentWords(coverage as number)[language]}`).join(', ');
  return { id: `Yang menerima: ${parts('id')}`, en: `Receiving: ${parts('en')}` };
}

/** Share of the rupiah that reaches the eligible, and the concentration coefficient; says what is missing. */
export function incidenceSentence({ money, menurut }: Figures, { concentration, benefit }: DesilView): Text {
  const judged =
    menurut === 'desil'
      ? { id: 'berdesil', en: 'with a desil' }
      : { id: 'yang dapat dinilai', en: 'who can be judged' };
  const share =
    money.share40 === null
      ? {
          id: `Bagian rupiah yang sampai ke ${menurut} layak belum dapat dihitung`,
          en: 'The share of rupiah that reaches the eligible cannot be worked out yet'
        }
      : money.share40 === hidden
        ? {
            id: `Bagian rupiah yang sampai ke ${menurut} layak disembunyikan`,
            en: 'The share of rupiah that reaches the eligible is hidden'
          }
        : {
            id: `${capital(percentWords(money.share40).id)} rupiah kepada penerima ${judged.id} sampai ke ${menurut} layak`,
            en: `${capital(percentWords(money.share40).en)} of the rupiah to recipients ${judged.en} reaches the eligible`
          };
  if (!isNumber(concentration)) return { id: `${share.id}.`, en: `${share.en}.` };
  const of = benefit === 'rupiah' ? { id: 'rupiah', en: 'rupiah' } : { id: 'penerima', en: 'recipients' };
  const [id, en] = [formatNumber(concentration, 'id', { digits: 2 }), formatNumber(concentration, 'en', { digits: 2 })];
  const side =
    Math.abs(concentration) < 0.005
      ? { id: 'terbagi rata antar desil', en: 'even over desil' }
      : concentration < 0
        ? { id: 'desil bawah menerima lebih banyak', en: 'lower desil get more' }
        : { id: 'desil atas menerima lebih banyak', en: 'upper desil get more' };
  return {
    id: `${share.id}; koefisien konsentrasi ${of.id} ${id}: ${side.id}.`,
    en: `${share.en}; the concentration coefficient of ${of.en} is ${en}: ${side.en}.`
  };
}

/** Where the rupiah went; a title, so without a full stop. */
export function moneyTitle({ money, nama, menurut }: Figures, unit: Program['unit']): Text {
  const { total, layak, tidakLayak } = money;
  if (total === hidden)
    return {
      id: `Rupiah di ${nama} disembunyikan untuk melindungi orang.`,
      en: `Rupiah in ${nama} are hidden to protect people.`
    };
  if (total === null)
    return {
      id: 'Daftar penerima tidak memuat rupiah, atau tidak semuanya.',
      en: 'The lists give no rupiah, or not all of them.'
    };
  if (total === 0)
    return { id: 'Menurut daftar, belum ada rupiah yang dibayarkan', en: 'By the lists, no rupiah has been paid yet' };
  const paid = { id: formatRupiahShort(total, 'id'), en: formatRupiahShort(total, 'en') };
  const who = unitName(unit);
  if (!isNumber(layak))
    return {
      id: `${paid.id} dibayarkan; kepada siapa belum dapat dinilai`,
      en: `${paid.en} paid; to whom cannot be told yet`
    };
  const outside = isNumber(tidakLayak) && tidakLayak > 0 ? tidakLayak : null;
  const rest = {
    id: outside === null ? '' : `, ${percentWords(outside / total).id} ${outsideName(menurut).id}`,
    en: outside === null ? '' : `, ${percentWords(outside / total).en} ${outsideName(menurut).en}`
  };
  return {
    id: `Dari ${paid.id} yang dibayarkan, ${percentWords(layak / total).id} sampai ke ${who.id} layak${rest.id}`,
    en: `Of ${paid.en} paid, ${percentWords(layak / total).en} reached eligible ${who.en}${rest.en}`
  };
}

/** How fresh the registry is, with its as-of date. */
export function freshnessSentence(row: Freshness | null): Text {
  if (row === null)
    return {
      id: 'Registri tidak memuat tanggal pembaruan, atau belum ada registri.',
      en: 'The registry has no dates of update, or there is no registry.'
    };
  const asOf = { id: formatDate(row.perTanggal, 'id'), en: formatDate(row.perTanggal, 'en') };
  if (row.keluarga === 0)
    return { id: 'Registri tidak memuat keluarga di sini.', en: 'The registry holds no family here.' };
  if (!isNumber(row.fresh12))
    return row.fresh12 === hidden
      ? { id: 'Kesegaran data disembunyikan untuk melindungi orang.', en: 'Freshness is hidden to protect people.' }
      : { id: 'Kesegaran data tidak diketahui.', en: 'Freshness is not known.' };
  const share =
    row.fresh12 === 0
      ? { id: 'Tidak satu keluarga pun diverifikasi', en: 'No family was verified' }
      : row.fresh12 === 1
        ? { id: 'Semua keluarga diverifikasi', en: 'Every family was verified' }
        : {
            id: `${capital(percentWords(row.fresh12).id)} keluarga diverifikasi`,
            en: `${capital(percentWords(row.fresh12).en)} of families were verified`
          };
  const extra = [medianPhrase(row.median), undatedPhrase(row.tanpaTanggal), futurePhrase(row.tanggalDepan)].filter(
    (part) => part !== null
  );
  return {
    id: `${share.id} dalam 12 bulan sebelum ${asOf.id}${extra.map(({ id }) => `; ${id}`).join('')}.`,
    en: `${share.en} in the 12 months before ${asOf.en}${extra.map(({ en }) => `; ${en}`).join('')}.`
  };
}

function medianPhrase(median: Count): Text | null {
  if (!isNumber(median)) return null;
  const days = Math.round(median);
  const months = Math.floor(median / 30.4375);
  return months < 2
    ? {
        id: `separuhnya paling lama ${formatNumber(days, 'id')} hari lalu`,
        en: `half of them at most ${formatNumber(days, 'en')} days ago`
      }
    : {
        id: `separuhnya lebih dari ${formatNumber(months, 'id')} bulan lalu`,
        en: `half of them more than ${formatNumber(months, 'en')} months ago`
      };
}

function undatedPhrase(count: Count): Text | null {
  if (!isNumber(count) || count === 0) return null;
  return {
    id: `${countPhrase(count, families).id} tanpa tanggal`,
    en: `${countPhrase(count, families).en} without a date`
  };
}

function futurePhrase(count: Count): Text | null {
  if (!isNumber(count) || count === 0) return null;
  return {
    id: `${countPhrase(count, families).id} bertanggal sesudahnya, yang berarti salah data`,
    en: `${countPhrase(count, families).en} dated later, which is an error`
  };
}

/** What operators are asked to do first. */
export function worklistSentence({ rows }: Worklist, kecamatan: readonly { kode: string; nama: string }[]): Text {
  const due = rows.filter(({ listed, stale }) => listed && isNumber(stale) && stale > 0);
  const [first] = due;
  if (first === undefined)
    return rows.some(({ listed, stale }) => listed && stale === hidden)
      ? { id: 'Tidak ada desa dengan angka yang boleh ditampilkan.', en: 'No desa has figures that may be shown.' }
      : {
          id: 'Tidak ada keluarga yang lewat 12 bulan sejak diverifikasi.',
          en: 'No family is past 12 months since it was verified.'
        };
  const n = countWord(due.length);
  const name = distinctNames(rows, kecamatan).get(first.kode)!;
  return {
    id: `Di ${n.id} desa ada keluarga yang lewat 12 bulan sejak diverifikasi; terbanyak di ${name}, ${countPhrase(first.stale, families).id}. Data yang lama membuat keluarga layak tidak terlihat.`,
    en: `In ${n.en} desa families are past 12 months since they were verified; most in ${name}, ${countPhrase(first.stale, families).en}. Old data keep eligible families out of sight.`
  };
}

/** Share of recipients outside the eligible desil; empty where it has no number. */
export function outsideSentence({ rates, classes, menurut }: Figures): Text {
  if (!isNumber(rates.ie)) return { id: '', en: '' };
  return {
    id: `${capital(sharePhrase(rates.ie).id)} penerima yang ${menurut}nya diketahui (${countPhrase(classes.tidakLayak, { id: 'penerima', en: 'recipients' }).id}) berada ${outsideName(menurut).id}.`,
    en: `${capital(sharePhrase(rates.ie).en)} of recipients whose ${menurut === 'desil' ? 'desil' : 'category'} is known (${countPhrase(classes.tidakLayak, { id: 'penerima', en: 'recipients' }).en}) are ${outsideName(menurut).en}.`
  };
}
