import { formatMonth } from '$lib/format/date';
import { formatRupiahShort } from '$lib/format/number';
import type { Payment } from '$lib/view/targetingView';
import type { Text } from './language';

/** Why a list and its payments agree or differ. */
export function paymentReasonText({ reason, bulan, bulanDaftar, difference, isWithoutExtra }: Payment): Text {
  const until = { id: formatMonth(bulan, 'id'), en: formatMonth(bulan, 'en') };
  const months = bulanDaftar?.length ?? 0;
  const texts: Record<Payment['reason'], Text> = {
    sama: { id: `cocok sampai ${until.id}`, en: `agree up to ${until.en}` },
    'bulan-daftar': {
      id: `dijelaskan: sampai ${until.id} daftar hanya memuat ${months} pembayaran`,
      en: `explained: up to ${until.en} the list holds only ${months} ${months === 1 ? 'payment' : 'payments'}`
    },
    'bulan-realisasi': {
      id: `dijelaskan: realisasi baru ada sampai ${until.id}, daftar lebih lanjut`,
      en: `explained: realisasi ends in ${until.en}, the list goes on`
    },
    penyelenggara: {
      id: 'dibayar pemerintah lain, tidak lewat belanja dinas',
      en: 'paid by another government, not by the agency’s lines'
    },
    'tanpa-belanja': {
      id: 'belum dihubungkan dengan rekening belanja mana pun',
      en: 'not yet linked to any budget line'
    },
    'tanpa-rupiah': { id: 'daftar tidak memuat rupiah', en: 'the list gives no rupiah' },
    'tanpa-realisasi': {
      id: `realisasi sampai ${until.id} tidak lengkap`,
      en: `realisasi up to ${until.en} is not complete`
    },
    disembunyikan: { id: 'disembunyikan untuk melindungi orang', en: 'hidden to protect people' },
    terbuka: openText(difference)
  };
  const text = texts[reason];
  return isWithoutExtra
    ? {
        id: `${text.id}; tanpa baris ganda, yang disembunyikan`,
        en: `${text.en}; without extra rows, which are hidden`
      }
    : text;
}

function openText(difference: Payment['difference']): Text {
  if (typeof difference !== 'number') return { id: 'belum ada penjelasan', en: 'not explained yet' };
  const [id, en] = [formatRupiahShort(difference, 'id', 'never'), formatRupiahShort(difference, 'en', 'never')];
  return difference < 0
    ? {
        id: `terbuka: realisasi ${id} lebih besar dari daftar`,
        en: `open: realisasi is ${en} more than the list`
      }
    : {
        id: `terbuka: daftar ${id} lebih besar dari realisasi`,
        en: `open: the list is ${en} more than realisasi`
      };
}
