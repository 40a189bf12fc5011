import { formatMonthYear } from '$lib/format/date';
import { formatNumber, formatRupiahShort } from '$lib/format/number';
import type { Text } from './language';

/** What was found wrong with a link or a file of scenarios, as `$lib/url/scenarioProblem` tells it. */
export type ToldProblem = { kode: string } & Readonly<Record<string, unknown>>;

const reasons: Readonly<Record<string, Text>> = {
  json: { id: 'isinya bukan JSON', en: 'it is not JSON' },
  jenis: { id: 'isinya bukan skenario', en: 'it does not hold scenarios' },
  besar: { id: 'terlalu besar', en: 'it is too big' },
  kosong: { id: 'tidak berisi skenario', en: 'it holds no scenario' }
};

/** A link of a month whose data are not at hand: none is in force there (`isEmpty`), or they could not be had. */
export function otherMonth({ tahun, mulai }: { tahun: number; mulai: number }, isEmpty: boolean): Text {
  const [id, en] = [formatMonthYear(tahun, mulai, 'id'), formatMonthYear(tahun, mulai, 'en')];
  return isEmpty
    ? {
        id: `Tautan ini mulai ${id}, tetapi tidak ada pagu yang berlaku pada bulan itu. Yang tampak tetap skenario sebelumnya.`,
        en: `This link starts in ${en}, but no pagu is in force in that month. Shown is still the scenario before.`
      }
    : {
        id: `Tautan ini mulai ${id}; data bulan itu tidak dapat diambil. Yang tampak tetap skenario sebelumnya.`,
        en: `This link starts in ${en}; the data of that month could not be had. Shown is still the scenario before.`
      };
}

/** One problem of a link or file in a sentence that says what holds instead. */
export function scenarioProblemText(problem: ToldProblem): Text {
  const text = (name: string) => String(problem[name] ?? '');
  const count = (name: string) => Number(problem[name] ?? 0);
  switch (problem.kode) {
    case 'tak_terbaca':
      return {
        id: `${text('di')}: “${text('nilai')}” tidak terbaca; contoh yang terbaca: ${text('contoh')}. Bagian itu dibiarkan seperti semula.`,
        en: `${text('di')}: “${text('nilai')}” cannot be read; one that can: ${text('contoh')}. That part stays as it was.`
      };
    case 'kurang':
      return {
        id: `${text('di')} tidak ada; dipakai isian awal.`,
        en: `${text('di')} is not there; the first value is used.`
      };
    case 'tak_dikenal':
      return { id: `${text('di')} tidak dikenal dan diabaikan.`, en: `${text('di')} is not known and was left out.` };
    case 'diubah':
      if (text('dari') === '')
        return {
          id: `${text('di')} ditambahkan pada tautan: ${text('menjadi')}; itu dipakai.`,
          en: `${text('di')} was added to the link: ${text('menjadi')}; it holds.`
        };
      return {
        id: `${text('di')} diubah pada tautan dari ${text('dari')} menjadi ${text('menjadi')}; yang diubah itu dipakai.`,
        en: `${text('di')} was changed in the link from ${text('dari')} to ${text('menjadi')}; the change holds.`
      };
    case 'rusak':
      return {
        id: 'Tautan terpotong atau berubah di jalan: hanya tahun, bulan, penurunan TKD, dan cara yang dipakai. Minta tautan utuh kepada pengirimnya.',
        en: 'The link was cut off or altered on its way: only year, month, fall of transfers and method hold. Ask its sender for the whole link.'
      };
    case 'versi':
      return {
        id: `Dibuat dengan versi lain (${text('versi')}): yang dapat dibaca dipakai.`,
        en: `Made in another version (${text('versi')}): what can be read holds.`
      };
    case 'baris_tak_ada': {
      const [lines, cut] = [count('jumlah'), count('potongan')];
      const isOne = lines === 1;
      return {
        id: `${formatNumber(lines, 'id')} baris dari skenario itu tidak ada di data ini${cut > 0 ? `; potongannya ${formatRupiahShort(cut, 'id')} tidak dipakai` : ''}.`,
        en: `${formatNumber(lines, 'en')} ${isOne ? 'line' : 'lines'} of the scenario ${isOne ? 'is' : 'are'} not in these data${cut > 0 ? `; ${isOne ? 'its cut' : 'their cuts'} of ${formatRupiahShort(cut, 'en')} ${isOne ? 'is' : 'are'} left out` : ''}.`
      };
    }
    case 'baris_ganda': {
      const isOne = count('jumlah') === 1;
      return {
        id: `${formatNumber(count('jumlah'), 'id')} keputusan dapat berarti lebih dari satu baris dan tidak dipakai.`,
        en: `${formatNumber(count('jumlah'), 'en')} ${isOne ? 'decision fits' : 'decisions fit'} more than one line and ${isOne ? 'is' : 'are'} left out.`
      };
    }
    case 'sumber_tak_ada':
      return {
        id: `Sumber dana ${text('sumber')} tidak ada di data ini.`,
        en: `Source ${text('sumber')} is not in these data.`
      };
    case 'tahun_tak_ada':
      return {
        id: `Tahun ${text('tahun')} tidak ada di data ini; dipakai ${text('dipakai')}.`,
        en: `The year ${text('tahun')} is not in these data; ${text('dipakai')} is used.`
      };
    case 'terlalu_banyak':
      return {
        id: `${text('di')} lebih dari ${text('batas')}; selebihnya tidak dibaca.`,
        en: `${text('di')} holds more than ${text('batas')}; the rest is not read.`
      };
    case 'bukan_berkas': {
      const why = reasons[text('sebab')] ?? { id: text('sebab'), en: text('sebab') };
      return {
        id: `Berkas itu tidak dapat dibuka: ${why.id}. Pilih berkas yang diunduh dari halaman ini.`,
        en: `That file cannot be opened: ${why.en}. Choose a file downloaded from this page.`
      };
    }
    default:
      return { id: `Ada yang tidak terbaca (${problem.kode}).`, en: `Something cannot be read (${problem.kode}).` };
  }
}

/** Said beside a link made with other data. */
export const otherData: Text = {
  id: 'Tautan ini dibuat dengan data yang lebih lama atau lain: angkanya dihitung ulang dengan data sekarang.',
  en: 'This link was made with older or other data: its numbers are worked out again with the data of today.'
};
