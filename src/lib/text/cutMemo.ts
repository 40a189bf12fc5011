import { formatDate, formatMonth } from '$lib/format/date';
import { formatNumber, formatPercent, formatRupiah, formatRupiahShort } from '$lib/format/number';
import type { Effect } from '$lib/model/cuts/effect';
import type { ApprovalRoute } from '$lib/model/cuts/route';
import type { Method, RuleName, Rules } from '$lib/model/cuts/scenario';
import { cutMethods, cutRules } from './cutRules';
import { cutParagraph, losersText, routeTexts, shockText, type CutFacts } from './cutSentences';
import type { Language, Text } from './language';

/** What the memo says beside its tables; money is rupiah. */
export interface MemoFacts extends CutFacts {
  effect: CutFacts['effect'] & Pick<Effect, 'months' | 'rupiah' | 'withoutDesil' | 'byAid'>;
  /** Budget of the agency in force in the starting month. */
  pagu: number;
  /** Most that may be cut under the rules, over all lines. */
  room: number;
  demands: readonly { terikat: boolean; jumlah: number; unmet: number }[];
  methods: readonly { method: Method; lost: number; unmet: number }[];
  routes: readonly ApprovalRoute[];
  /** Stage of the budget; null where the agency has several. */
  stage: Text | null;
  /** `YYYY-MM-DD` of the data; null where the files do not say. */
  asOf: string | null;
}

/** Paragraphs of a memo to superiors, in the order of a telaahan staf; each list is in the order of reading. */
export interface MemoWords {
  subject: Text;
  problem: Text[];
  facts: Text[];
  analysis: Text[];
  conclusion: Text[];
  advice: Text[];
}

/** Headings and fields of the memo. */
export const memoLabels = {
  title: { id: 'Telaahan staf', en: 'Staff memorandum' },
  to: { id: 'Kepada', en: 'Addressed to' },
  toTapd: {
    id: 'Tim Anggaran Pemerintah Daerah (TAPD)',
    en: 'The regency’s budget team (TAPD)'
  },
  from: { id: 'Dari', en: 'From' },
  number: { id: 'Nomor', en: 'Number' },
  date: { id: 'Tanggal', en: 'Date' },
  subject: { id: 'Hal', en: 'Subject' },
  problem: { id: 'Pokok persoalan', en: 'The problem' },
  assumed: { id: 'Praanggapan', en: 'What is assumed' },
  facts: { id: 'Fakta dan data', en: 'Facts and data' },
  analysis: { id: 'Analisis', en: 'Analysis' },
  conclusion: { id: 'Kesimpulan', en: 'Conclusion' },
  advice: { id: 'Saran tindakan', en: 'Recommended action' },
  cuts: { id: 'Rincian penyesuaian (urutan LRA)', en: 'The cuts (in LRA order)' },
  byMethod: { id: 'Cara lain untuk potongan yang sama', en: 'Other ways to make the same cut' },
  byAid: { id: 'Penerima yang kehilangan bantuan', en: 'Recipients who lose aid' },
  kept: { id: 'Aturan yang dijaga', en: 'Rules that are kept' },
  loose: { id: 'Aturan yang tidak dipakai', en: 'Rules that are off' },
  certainty: { id: 'Ketidakpastian', en: 'Uncertainty' },
  used: { id: 'dipakai', en: 'used' },
  total: { id: 'Jumlah', en: 'Total' },
  source: { id: 'Sumber dan versi', en: 'Source and version' },
  reason: { id: 'Alasan penetapan', en: 'Reason for the decision' },
  place: { id: 'Tempat, tanggal', en: 'Place, date' },
  signer: { id: 'Nama', en: 'Name' },
  nip: { id: 'NIP', en: 'NIP' },
  signature: { id: 'Tanda tangan', en: 'Signature' }
} as const satisfies Record<string, Text>;

/** The words of the memo: deterministic, the same for the same scenario and data. */
export function cutMemo(facts: MemoFacts): MemoWords {
  return {
    subject: subject(facts),
    problem: problem(facts),
    facts: known(facts),
    analysis: analysis(facts),
    conclusion: [cutParagraph(facts)],
    advice: advice(facts)
  };
}

function subject({ scenario }: MemoFacts): Text {
  return {
    id: `Penyesuaian belanja Tahun Anggaran ${scenario.tahun} mulai ${formatMonth(scenario.mulai, 'id')}`,
    en: `Adjusting the spending of budget year ${scenario.tahun} from ${formatMonth(scenario.mulai, 'en')} on`
  };
}

function problem(facts: MemoFacts): Text[] {
  const { demand, pagu, stage } = facts;
  if (demand === 0)
    return [
      {
        id: 'Tidak ada dana yang turun; belanja tidak perlu disesuaikan.',
        en: 'No money is lost; spending needs no adjustment.'
      }
    ];
  const shock = shockText(facts);
  const share = (language: Language) => formatPercent(pagu > 0 ? demand / pagu : null, language);
  const money = (rupiah: number, language: Language) => formatRupiahShort(rupiah, language);
  return [
    {
      id: `${shock.id}. Dari pagu ${stage === null ? '' : `${stage.id} `}${money(pagu, 'id')} perlu ditutup ${money(demand, 'id')} (${share('id')}). Belanja mana yang disesuaikan, dan siapa yang kehilangan bantuan karenanya?`,
      en: `${capital(shock.en)}. Of a pagu ${stage === null ? '' : `(${stage.en}) `}of ${money(pagu, 'en')}, ${money(demand, 'en')} has to be found (${share('en')}). Which spending is adjusted, and who loses aid by it?`
    }
  ];
}

function known({ demands, room, effect, scenario, asOf }: MemoFacts): Text[] {
  const money = (rupiah: number, language: Language) => formatRupiahShort(rupiah, language);
  const sum = (tied: boolean) =>
    demands.filter(({ terikat }) => terikat === tied).reduce((total, { jumlah }) => total + jumlah, 0);
  const [free, tied] = [sum(false), sum(true)];
  const before = effect.byAid.reduce((total, aid) => total + aid.before, 0);
  return [
    {
      id: `Yang perlu ditutup: ${money(free, 'id')} dana bebas dan ${money(tied, 'id')} dana terikat. Dana terikat hanya ditutup dari kegiatannya sendiri${scenario.rules.terikat ? '' : ' (aturan ini dimatikan dalam skenario ini)'}.`,
      en: `To be found: ${money(free, 'en')} of free money and ${money(tied, 'en')} of earmarked money. Earmarked money is found in its own lines only${scenario.rules.terikat ? '' : ' (this rule is off in this scenario)'}.`
    },
    {
      id: `Yang boleh dipotong setelah realisasi, kontrak, kewajiban, dan aturan: ${money(room, 'id')}.`,
      en: `What may be cut after spending, contracts, obligations and rules: ${money(room, 'en')}.`
    },
    {
      id: `Bantuan yang penerimanya diketahui: ${formatNumber(effect.byAid.length, 'id')}, dengan ${formatNumber(before, 'id')} penerima (yang menerima dua bantuan terhitung dua kali).`,
      en: `Aid whose recipients are known: ${formatNumber(effect.byAid.length, 'en')}, with ${formatNumber(before, 'en')} recipients (who receives two counts twice).`
    },
    ...(asOf === null
      ? []
      : [{ id: `Data per ${formatDate(asOf, 'id')}.`, en: `Data as of ${formatDate(asOf, 'en')}.` }])
  ];
}

function analysis({ scenario, methods, effect, demand }: MemoFacts): Text[] {
  if (demand === 0) return [];
  const own = methods.find(({ method }) => method === scenario.method);
  const least = methods
    .filter(({ unmet }) => unmet <= (own?.unmet ?? 0))
    .reduce<(typeof methods)[number] | null>((best, one) => (best === null || one.lost < best.lost ? one : best), null);
  const name = cutMethods[scenario.method];
  return [
    {
      id: `Cara yang dipakai: ${name.name.id}. ${name.meaning.id}`,
      en: `The way chosen: ${name.name.en}. ${name.meaning.en}`
    },
    ...(own === undefined || least === null
      ? []
      : [
          least.lost < own.lost
            ? {
                id: `Cara “${cutMethods[least.method].name.id}” menutup sekurangnya sama banyak dengan ${formatNumber(least.lost, 'id')} penerima kehilangan, bukan ${formatNumber(own.lost, 'id')}.`,
                en: `“${cutMethods[least.method].name.en}” finds at least as much with ${formatNumber(least.lost, 'en')} recipients losing instead of ${formatNumber(own.lost, 'en')}.`
              }
            : {
                id: 'Di antara cara yang menutup sekurangnya sama banyak, tidak ada yang lebih sedikit penerimanya kehilangan.',
                en: 'Of the ways that find at least as much, none has fewer recipients losing.'
              }
        ]),
    ...(effect.lost === 0 ? [] : [lossText(effect)])
  ];
}

function lossText(effect: MemoFacts['effect']): Text {
  const { months, rupiah, poorest, withoutDesil } = effect;
  const number = (value: number, language: Language) => formatNumber(Math.round(value), language);
  const unknown: Text =
    withoutDesil > 0
      ? {
          id: `, ${number(withoutDesil, 'id')} tanpa desil yang diketahui`,
          en: `, ${number(withoutDesil, 'en')} without a known desil`
        }
      : { id: '', en: '' };
  return {
    id: `Setara ${losersText(effect).id} kehilangan bantuan: ${number(poorest, 'id')} di desil 1–4${unknown.id}; ${number(months, 'id')} bulan bantuan, ${formatRupiahShort(rupiah, 'id')}.`,
    en: `The equivalent of ${losersText(effect).en} lose aid: ${number(poorest, 'en')} in desil 1–4${unknown.en}; ${number(months, 'en')} months of aid, ${formatRupiahShort(rupiah, 'en')}.`
  };
}

function advice({ demand, unmet, effect, routes }: MemoFacts): Text[] {
  if (demand === 0) return [{ id: 'Tidak ada tindakan.', en: 'No action.' }];
  const route = (language: Language) => routes.map((one) => routeTexts[one][language]).join('; ');
  return [
    {
      id: `Menyesuaikan belanja ${formatRupiah(effect.cut, 'id')} menurut rincian di bawah.`,
      en: `Adjust spending by ${formatRupiah(effect.cut, 'en')} as listed below.`
    },
    ...(routes.length === 0
      ? []
      : [
          {
            id: `Persetujuan yang mungkin diperlukan: ${route('id')}.`,
            en: `Approval that may be needed: ${route('en')}.`
          }
        ]),
    ...(unmet > 0
      ? [
          {
            id: `Mencari sumber lain untuk ${formatRupiahShort(unmet, 'id')} yang belum tertutup, atau memutuskan aturan mana yang dilepas.`,
            en: `Find another source for the ${formatRupiahShort(unmet, 'en')} not yet found, or decide which rule to let go.`
          }
        ]
      : []),
    ...(effect.unmeasured > 0
      ? [
          {
            id: `Mengukur dampak baris senilai ${formatRupiahShort(effect.unmeasured, 'id')} yang dipotong tanpa diketahui penerimanya.`,
            en: `Measure the harm of ${formatRupiahShort(effect.unmeasured, 'en')} cut from lines whose recipients are not known.`
          }
        ]
      : []),
    ...(effect.lost > 0
      ? [
          {
            id: 'Memverifikasi daftar penerima sebelum menetapkan siapa yang tidak lagi menerima.',
            en: 'Verify the lists of recipients before deciding who no longer receives.'
          }
        ]
      : [])
  ];
}

/** The rules of a scenario with what they rest on, those that hold and those that are off. */
export function memoRules(rules: Rules): { kept: Text[]; loose: Text[] } {
  const names = Object.keys(cutRules) as RuleName[];
  const isOn = (name: RuleName) => {
    const value = rules[name];
    return Array.isArray(value) ? value.length > 0 : value !== false && value !== null;
  };
  return {
    kept: names.filter(isOn).map((name) => {
      const setting = settingOf(name, rules);
      const { name: words, basis } = cutRules[name];
      return { id: `${words.id}${setting.id} (${basis.id})`, en: `${words.en}${setting.en} (${basis.en})` };
    }),
    loose: names.filter((name) => !isOn(name)).map((name) => cutRules[name].name)
  };
}

/** The number or accounts that a rule is set to. */
function settingOf(name: RuleName, rules: Rules): Text {
  if (name === 'akun') return { id: `: ${rules.akun.join(', ')}`, en: `: ${rules.akun.join(', ')}` };
  const value = rules[name];
  if (typeof value !== 'number') return { id: '', en: '' };
  if (name === 'kecamatan') {
    const times = (language: Language) => formatNumber(value, language, { digits: 2 });
    return { id: `: paling banyak ${times('id')} kali`, en: `: at most ${times('en')} times` };
  }
  const share = (language: Language) => formatPercent(value, language, { digits: 0 });
  return { id: `: disisakan ${share('id')}`, en: `: ${share('en')} kept` };
}

/** The heading of the uncut rest of the table; `level` as the table counts. */
export function restText(
  banyak: number,
  dipotong: number,
  level: 'subkegiatan' | 'kegiatan' | 'program' | 'skpd'
): Text {
  const words = { subkegiatan: 'sub kegiatan', kegiatan: 'kegiatan', program: 'program', skpd: 'SKPD' }[level];
  const count = (language: Language) => formatNumber(banyak, language);
  if (dipotong > 0)
    return {
      id: `${count('id')} ${words} lain (rinci pada XLSX)`,
      en: `${count('en')} other ${words} (in full in the XLSX)`
    };
  return { id: `${count('id')} ${words} tidak dipotong`, en: `${count('en')} ${words} not cut` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
