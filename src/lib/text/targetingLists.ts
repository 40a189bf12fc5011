import { hidden, isNumber, type Count } from '$lib/model/targeting/count';
import type { OverlapView, Payment, Program } from '$lib/view/targetingView';
import type { Text } from './language';
import { decidedText, registryName } from './targetingLabels';
import { countPhrase } from './targetingWords';
import { capital, countWord } from './word';

const families = { id: 'keluarga', en: 'families' };

/** How many aids the year has, and which are near or above their quota. */
export function programsSentence(programs: readonly Program[], tahun: number): Text {
  const listed = programs.filter(({ figures }) => figures !== null).length;
  const [all, with_] = [countWord(programs.length), countWord(listed)];
  const has =
    listed === programs.length
      ? {
          id: `${capital(all.id)} bantuan punya daftar penerima untuk ${tahun}.`,
          en: `${capital(all.en)} ${programs.length === 1 ? 'aid has' : 'aids have'} a list of recipients for ${tahun}.`
        }
      : {
          id: `Dari ${all.id} bantuan tahun ${tahun}, ${with_.id} punya daftar penerima.`,
          en: `Of ${all.en} aids in ${tahun}, ${with_.en} ${listed === 1 ? 'has' : 'have'} a list of recipients.`
        };
  const sizes = {
    id: 'Penerima satu bantuan tidak dijumlahkan dengan penerima bantuan lain: satu keluarga dapat menerima beberapa.',
    en: 'Recipients of one aid are not added to those of another: a family may receive several.'
  };
  return { id: `${has.id} ${sizes.id}`, en: `${has.en} ${sizes.en}` };
}

/** Lists that are older than the registry they were read against, or were read against none. */
export function mismatchSentences(programs: readonly Program[]): Text[] {
  return programs.flatMap(({ nama, basis, figures }) => {
    if (basis === null || figures === null) return [];
    if (basis.registri === null)
      return [
        {
          id: `Daftar ${nama} belum dibandingkan dengan registri; hanya jumlah penerimanya ditampilkan.`,
          en: `The list of ${nama} has not been compared with a registry; only its recipients are counted.`
        }
      ];
    if (!basis.isMismatch) return [];
    const [decided, registry] = [decidedText(basis), registryName(basis)];
    return [
      {
        id: `Daftar ${nama} ${decided.id}, sebelum ${registry.id} berlaku: sebagian perbedaan dapat berasal dari beda waktu.`,
        en: `The list of ${nama} was ${decided.en}, before ${registry.en} held: part of the difference may come from the dates.`
      }
    ];
  });
}

/** Families with several aids, with none, and with two that may not go together. */
export function overlapSentence({ families: groups, several, none, pairs }: OverlapView): Text {
  const forbidden = pairs.filter(({ isForbidden }) => isForbidden);
  const known = forbidden.filter(({ keluarga }) => isNumber(keluarga) && keluarga > 0);
  const least = known.map(({ keluarga, nama, namaLain }) => ({
    id: `${countPhrase(keluarga, families).id} menerima ${nama} bersama ${namaLain}, yang tidak boleh bersama`,
    en: `${countPhrase(keluarga, families).en} ${keluarga === 1 ? 'receives' : 'receive'} ${nama} with ${namaLain}, which may not go together`
  }));
  const first = isNumber(several)
    ? {
        id: `${capital(countPhrase(several, families).id)} menerima dua bantuan atau lebih`,
        en: `${capital(countPhrase(several, families).en)} ${several === 1 ? 'receives' : 'receive'} two aids or more`
      }
    : severalUnknown(several, groups);
  const nobody = {
    id: `${countPhrase(none, families).id} tidak menerima bantuan apa pun`,
    en: `${countPhrase(none, families).en} ${none === 1 ? 'receives' : 'receive'} none`
  };
  const isHidden = forbidden.some(({ keluarga }) => keluarga === hidden);
  const rest =
    least.length === 0
      ? {
          id: 'yang menerima dua bantuan yang tidak boleh bersama disembunyikan',
          en: 'those with two aids that may not go together are hidden'
        }
      : {
          id: 'pasangan lain yang tidak boleh bersama disembunyikan',
          en: 'other pairs that may not go together are hidden'
        };
  const more = isHidden ? [rest] : [];
  const all = [first, ...(isNumber(none) ? [nobody] : []), ...least, ...(forbidden.length === 0 ? [] : more)];
  return { id: `${all.map(({ id }) => id).join('; ')}.`, en: `${all.map(({ en }) => en).join('; ')}.` };
}

/** Where a part of those with two aids or more is hidden or missing: those with exactly two, if they are known. */
function severalUnknown(several: Count, groups: OverlapView['families']): Text {
  const two = groups.find(({ jumlah }) => jumlah === 2)?.keluarga ?? null;
  if (isNumber(two))
    return {
      id: `${capital(countPhrase(two, families).id)} menerima dua bantuan; yang menerima lebih banyak sebagian disembunyikan`,
      en: `${capital(countPhrase(two, families).en)} ${two === 1 ? 'receives' : 'receive'} two aids; of those with more, some are hidden`
    };
  return several === hidden
    ? {
        id: 'Banyaknya keluarga dengan dua bantuan atau lebih disembunyikan',
        en: 'How many families receive two aids or more is hidden'
      }
    : {
        id: 'Banyaknya keluarga dengan dua bantuan atau lebih tidak diketahui',
        en: 'How many families receive two aids or more is not known'
      };
}

/** How lists and payments compare, in one line. */
export function paymentsSentence(payments: readonly Payment[]): Text {
  if (payments.length === 0)
    return { id: 'Belum ada daftar untuk dibandingkan.', en: 'There is no list to compare yet.' };
  const count = (...reasons: Payment['reason'][]) => payments.filter(({ reason }) => reasons.includes(reason)).length;
  const [agree, open] = [count('sama'), count('terbuka')];
  const explained = count('bulan-daftar', 'bulan-realisasi', 'penyelenggara');
  const few = count('disembunyikan');
  const rest = payments.length - agree - open - explained - few;
  const parts: { n: number; id: string; one: string; many: string }[] = [
    {
      n: agree,
      id: 'cocok dengan realisasi belanjanya',
      one: 'agrees with its budget lines',
      many: 'agree with their budget lines'
    },
    {
      n: explained,
      id: 'berbeda dengan sebab yang diketahui',
      one: 'differs for a known reason',
      many: 'differ for a known reason'
    },
    { n: open, id: 'berbeda tanpa penjelasan', one: 'differs without explanation', many: 'differ without explanation' },
    { n: few, id: 'disembunyikan', one: 'is hidden', many: 'are hidden' },
    { n: rest, id: 'belum dapat dibandingkan', one: 'cannot be compared yet', many: 'cannot be compared yet' }
  ].filter(({ n }) => n > 0);
  const all = countWord(payments.length);
  const [id, en] = [
    parts.map((part) => `${countWord(part.n).id} ${part.id}`).join('; '),
    parts.map((part) => `${countWord(part.n).en} ${part.n === 1 ? part.one : part.many}`).join('; ')
  ];
  return {
    id: `Dari ${all.id} daftar, ${id}.`,
    en: `Of ${all.en} ${payments.length === 1 ? 'list' : 'lists'}, ${en}.`
  };
}
