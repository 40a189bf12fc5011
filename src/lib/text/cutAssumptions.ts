import { formatMonth } from '$lib/format/date';
import { formatPercent, formatRupiahShort } from '$lib/format/number';
import type { CutInput } from '$lib/model/cuts/line';
import type { Language, Text } from './language';

/** What the data of the cut model leave open, as its view finds it; rupiah. */
export interface GapFacts {
  unspentLines: number;
  contractMonths: readonly { kodeSkpd: string; bulan: number | null }[];
  /** Set aside twice, if a listed contract is what an obligation pays: the smaller of the two on each line. */
  both: number;
  aidObligations: number;
  skPenerima: number;
  arrears: number;
  withoutSource: number;
}

const missing: Readonly<Record<CutInput['missing'][number], Text>> = {
  aturan_potong: {
    id: 'Daftar aturan pemotongan tidak ada: peran tiap baris diusulkan dari kode dan rekeningnya, tanpa batas dan prioritas sendiri.',
    en: 'There is no list of rules: the role of each line is proposed from its code and account, without limits or priorities of its own.'
  },
  kewajiban: {
    id: 'Daftar kewajiban bulanan tidak ada: gaji dijaga menurut rekeningnya, kewajiban lain tidak disisihkan.',
    en: 'There is no list of monthly obligations: pay is kept by its account, others are not set aside.'
  },
  komitmen: {
    id: 'Daftar kontrak tidak ada: hanya yang sudah dibelanjakan yang pasti tidak dapat dipotong.',
    en: 'There is no list of contracts: only what is spent is sure to be beyond a cut.'
  },
  bantuan_belanja: {
    id: 'Daftar belanja tiap bantuan tidak ada: dampak bantuan tidak terukur, sehingga bantuan tidak dipotong sampai Anda mengizinkannya.',
    en: 'There is no list of what pays for which aid: harm is not measured, so aid is not cut until you allow it.'
  },
  realisasi: {
    id: 'Realisasi sebagian baris tidak diketahui: baris itu tidak dipotong.',
    en: 'Spending of some lines is not known: those lines are not cut.'
  },
  sasaran_desil: {
    id: 'Penerima sebagian bantuan menurut desil tidak diketahui: baris bantuan itu tidak dipotong sampai Anda mengizinkannya.',
    en: 'Recipients of some aid by desil are not known: those lines are not cut until you allow it.'
  }
};

/** A gap rounded up, so that what is said holds: tenths of a percent, hundredths where it is smaller. */
function gapText(gap: number, language: Language): string {
  const digits = gap < 0.001 ? 2 : 1;
  const step = 10 ** -(digits + 2);
  return formatPercent(Math.ceil(gap / step - 1e-9) * step, language, { digits });
}

/** What the plan takes for granted, each in a sentence. */
export function assumptions(
  lacks: CutInput['missing'],
  gaps: GapFacts,
  shown: { scenario: { mulai: number; bagian: number | null; dropping: 'rata' | 'tepat' }; gap: number },
  language: Language
): string[] {
  const money = (rupiah: number) => formatRupiahShort(rupiah, language);
  const list = gaps.contractMonths.flatMap(({ bulan }) => bulan ?? []);
  const texts: (Text | null)[] = [
    ...lacks.map((table) => missing[table]),
    list.length === 0
      ? null
      : {
          id: `Kontrak menurut daftar bulan ${formatMonth(Math.max(...list), 'id')}.`,
          en: `Contracts as listed in ${formatMonth(Math.max(...list), 'en')}.`
        },
    gaps.both > 0
      ? {
          id: `${money(gaps.both)} pada baris yang ada di daftar kontrak dan juga di daftar kewajiban bulanan: keduanya disisihkan. Bila itu kontrak yang sama, potongan yang mungkin lebih besar.`,
          en: `${money(gaps.both)} on lines that stand in the list of contracts and in that of monthly obligations: both are set aside. Where they are the same contract, more may be cut.`
        }
      : null,
    gaps.aidObligations + gaps.skPenerima > 0
      ? {
          id: `${money(gaps.aidObligations + gaps.skPenerima)} kewajiban adalah bantuan itu sendiri: tidak disisihkan, tetapi dihitung sebagai dampak.`,
          en: `${money(gaps.aidObligations + gaps.skPenerima)} of obligations are the aid itself: not set aside, but counted as harm.`
        }
      : null,
    gaps.arrears > 0
      ? {
          id: `${money(gaps.arrears)} bantuan bulan-bulan lalu belum dibayar dan disisihkan.`,
          en: `${money(gaps.arrears)} of aid of past months is not paid yet and is set aside.`
        }
      : null,
    gaps.withoutSource > 0
      ? {
          id: `${money(gaps.withoutSource)} pagu tanpa sumber dana dianggap dana bebas.`,
          en: `${money(gaps.withoutSource)} of pagu without a source is taken for free money.`
        }
      : null,
    shown.scenario.dropping === 'rata'
      ? {
          id: 'Dalam satu bantuan semua kelas penerima kehilangan bagian yang sama, karena baris anggaran tidak tahu siapa penerimanya. Pilih “yang tidak layak lebih dulu” untuk melihat nilai data yang lebih baik.',
          en: 'Within an aid every class of recipients loses the same share, since a budget line does not know who they are. Choose “those not eligible first” to see what better data are worth.'
        }
      : {
          id: 'Dalam satu bantuan yang tidak layak kehilangan lebih dulu: itu memerlukan daftar yang sudah diverifikasi.',
          en: 'Within an aid those not eligible lose first: that needs a verified list.'
        },
    shown.gap > 0
      ? {
          id: `Pencarian berhenti sebelum rencana ini terbukti paling ringan: dampaknya paling banyak ${gapText(shown.gap, 'id')} di atas yang mungkin.`,
          en: `The search ended before this plan was proven the mildest: its harm is at most ${gapText(shown.gap, 'en')} above what is possible.`
        }
      : null,
    {
      id: 'Kecocokan penerima diukur dengan DTSEN, bukan dengan kemiskinan.',
      en: 'Recipients are matched with DTSEN, not with poverty.'
    }
  ];
  return texts.flatMap((text) => (text === null ? [] : [text[language]]));
}
