import { formatMonth } from '$lib/format/date';
import { formatNumber, formatPercent, formatRupiahShort } from '$lib/format/number';
import type { BindingBound } from '$lib/model/cuts/binding';
import type { HandClamp } from '$lib/model/cuts/byHand';
import { tkdKey } from '$lib/model/cuts/demand';
import type { Effect } from '$lib/model/cuts/effect';
import type { LineRole } from '$lib/model/cuts/line';
import type { Bound } from '$lib/model/cuts/problem';
import type { ApprovalRoute } from '$lib/model/cuts/route';
import type { Method, Scenario } from '$lib/model/cuts/scenario';
import { cutLabels } from './cutLabels';
import { cutMethods } from './cutRules';
import type { Language, Text } from './language';

/** What a plan comes to, for its sentences. */
export interface CutFacts {
  scenario: Scenario;
  /** Rupiah to be found, over all demands. */
  demand: number;
  /** Rupiah of it that the plan does not find. */
  unmet: number;
  effect: Pick<Effect, 'cut' | 'lost' | 'lostByUnit' | 'poorest' | 'unmeasured'>;
  /** Rupiah cut by role. */
  byRole: Readonly<Record<LineRole, number>>;
  /** Recipients who lose when the same is cut in proportion; null where that is the plan itself or was not worked out. */
  inProportion: number | null;
}

/** Who loses: `1.902 keluarga`, `12 orang`, or both; `tidak ada` where nobody does. */
export function losersText({ lost, lostByUnit }: Pick<Effect, 'lost' | 'lostByUnit'>): Text {
  if (lost === 0) return { id: 'tidak ada', en: 'nobody' };
  const { keluarga, orang } = lostByUnit;
  const part = (count: number, words: Text, language: Language) =>
    count === 0 ? [] : [`${formatNumber(count, language)} ${words[language]}`];
  const join = (language: Language) =>
    [
      ...part(keluarga, { id: 'keluarga', en: keluarga === 1 ? 'family' : 'families' }, language),
      ...part(orang, { id: 'orang', en: orang === 1 ? 'person' : 'people' }, language)
    ].join(language === 'id' ? ' dan ' : ' and ');
  return { id: join('id'), en: join('en') };
}

/** What happens, in a few words: `TKD bebas turun 30 %`, or the rupiah to be found where sources differ. */
export function shockText({ scenario, demand }: Pick<CutFacts, 'scenario' | 'demand'>): Text {
  const own = Object.entries(scenario.shocks).filter(([kode, { nilai }]) => kode !== tkdKey && nilai !== 0);
  const tkd = scenario.shocks[tkdKey];
  if (own.length === 0 && tkd?.jenis === 'persen' && tkd.nilai > 0) {
    const percent = (language: Language) =>
      formatPercent(tkd.nilai, language, { digits: Number.isInteger(Number((tkd.nilai * 100).toFixed(6))) ? 0 : 1 });
    const free = Object.keys(scenario.shocks).length > 1;
    return {
      id: `${free ? 'TKD bebas' : 'TKD'} turun ${percent('id')}`,
      en: `${free ? 'free transfers' : 'transfers'} fall by ${percent('en')}`
    };
  }
  if (demand === 0) return { id: 'Dana tidak turun', en: 'no money is lost' };
  return {
    id: `Dana turun ${formatRupiahShort(demand, 'id')}`,
    en: `money falls by ${formatRupiahShort(demand, 'en')}`
  };
}

/** The headline: what happens and who loses by it; what remains to be found comes before who loses. */
export function cutHeadline(facts: CutFacts): Text {
  const shock = shockText(facts);
  const start: Text = { id: shock.id, en: shock.en.charAt(0).toUpperCase() + shock.en.slice(1) };
  if (facts.demand === 0)
    return { id: `${start.id}: tidak ada yang perlu dipotong`, en: `${start.en}: nothing has to be cut` };
  if (facts.unmet > 0)
    return {
      id: `${start.id}: ${formatRupiahShort(facts.unmet, 'id')} belum tertutup`,
      en: `${start.en}: ${formatRupiahShort(facts.unmet, 'en')} not yet found`
    };
  const losers = losersText(facts.effect);
  return facts.effect.lost === 0
    ? { id: `${start.id}: tidak ada yang kehilangan bantuan`, en: `${start.en}: nobody loses aid` }
    : {
        id: `${start.id}: ${losers.id} kehilangan bantuan`,
        en: `${start.en}: ${losers.en} ${facts.effect.lost === 1 ? 'loses' : 'lose'} aid`
      };
}

/** The plan in one paragraph of plain words, the same for the same scenario: what is found, from what, who loses, against cutting alike. */
export function cutParagraph(facts: CutFacts): Text {
  return { id: paragraphId(facts), en: paragraphEn(facts) };
}

function paragraphId({ scenario, demand, unmet, effect, byRole, inProportion }: CutFacts): string {
  const money = (rupiah: number) => formatRupiahShort(rupiah, 'id');
  if (demand === 0) return 'Tidak ada dana yang turun, sehingga rencana ini tidak memotong apa pun.';
  const office = effect.cut - byRole.langsung;
  const sentences = [
    `Mulai ${formatMonth(scenario.mulai, 'id')} ${scenario.tahun} perlu ditutup ${money(demand)}.`,
    `${cutMethods[scenario.method].name.id}: ${money(byRole.langsung)} dipotong dari bantuan langsung dan ${money(office)} dari perkantoran dan penyaluran.`,
    effect.lost === 0
      ? 'Tidak ada penerima yang kehilangan bantuan.'
      : `Yang kehilangan bantuan sampai akhir tahun setara ${losersText(effect).id}; ${formatNumber(effect.poorest, 'id')} di antaranya desil 1–4.`,
    ...(inProportion !== null && inProportion > effect.lost
      ? [`Bila dipotong sebanding, ${formatNumber(inProportion, 'id')} penerima kehilangan.`]
      : []),
    ...(unmet > 0 ? [`Dengan aturan yang menyala ${money(unmet)} belum tertutup.`] : []),
    ...(effect.unmeasured > 0
      ? [`Sebanyak ${money(effect.unmeasured)} dipotong dari baris yang dampaknya tidak terukur.`]
      : [])
  ];
  return sentences.join(' ');
}

function paragraphEn({ scenario, demand, unmet, effect, byRole, inProportion }: CutFacts): string {
  const money = (rupiah: number) => formatRupiahShort(rupiah, 'en');
  if (demand === 0) return 'No money is lost, so this plan cuts nothing.';
  const office = effect.cut - byRole.langsung;
  const sentences = [
    `From ${formatMonth(scenario.mulai, 'en')} ${scenario.tahun} on, ${money(demand)} has to be found.`,
    `${cutMethods[scenario.method].name.en}: ${money(byRole.langsung)} is cut from the aid itself and ${money(office)} from the office and delivery.`,
    effect.lost === 0
      ? 'No recipient loses aid.'
      : `As many as ${losersText(effect).en} would go without aid to the end of the year; ${formatNumber(effect.poorest, 'en')} of them in desil 1–4.`,
    ...(inProportion !== null && inProportion > effect.lost
      ? [
          `Cut in proportion, ${formatNumber(inProportion, 'en')} ${inProportion === 1 ? 'recipient' : 'recipients'} would lose.`
        ]
      : []),
    ...(unmet > 0 ? [`Under the rules that are on, ${money(unmet)} is not found.`] : []),
    ...(effect.unmeasured > 0 ? [`${money(effect.unmeasured)} is cut from lines whose harm nobody measured.`] : [])
  ];
  return sentences.join(' ');
}

const bounds: Readonly<Record<Exclude<Bound, null> | BindingBound['bound'] | HandClamp['reason'], Text>> = {
  terpakai: { id: 'sudah terpakai atau realisasinya tidak diketahui', en: 'spent, or spending not known' },
  komitmen: { id: 'terikat kontrak atau kewajiban', en: 'bound by contracts or obligations' },
  spm: { id: 'pelayanan minimal (SPM)', en: 'minimum service (SPM)' },
  akun: { id: 'rekening yang dijaga', en: 'a protected account' },
  data: { id: 'pemutakhiran data', en: 'work on data' },
  batas: { id: 'batas rekening', en: 'limit of the account' },
  kunci: { id: 'dikunci', en: 'locked' },
  tak_terukur: { id: 'dampaknya tidak terukur', en: 'harm nobody measured' },
  penunjang: { id: 'menyalurkan bantuan yang tidak dipotong lebih dalam', en: 'delivers aid that is not cut deeper' },
  minimum: { id: 'sisa paling sedikit bagi bantuan', en: 'least that aid needs to run' },
  tangan: { id: 'ditentukan sendiri', en: 'set by hand' },
  habis: { id: 'tidak ada lagi yang tersisa', en: 'nothing more is left' },
  satuan: { id: 'hanya dalam satuan utuh', en: 'only in whole pieces' },
  pembulatan: { id: 'pembulatan', en: 'rounding' },
  negatif: { id: 'potongan tidak boleh negatif', en: 'a cut cannot be negative' }
};

/** Why a line may not be cut (further), in a few words. */
export function boundText(bound: keyof typeof bounds): Text {
  return bounds[bound];
}

/** Why a line is cut as it is: `room` is the largest cut, rupiah; `fixed` a cut by hand, null where free. */
export interface ReasonFacts {
  role: LineRole;
  bound: Bound;
  room: number;
  unknown: boolean;
  fixed: number | null;
}

/** The reason beside one line of a plan: what holds it, or what cutting it means. `cut` is rupiah. */
export function reasonText({ role, bound, room, unknown, fixed }: ReasonFacts, cut: number): Text {
  if (fixed !== null && cut === fixed) return bounds.tangan;
  if (cut === 0 && bound !== null && room === 0) return bounds[bound];
  if (cut === 0) return { id: 'tidak perlu dipotong', en: 'need not be cut' };
  if (unknown) return { id: 'diizinkan; dampak tidak terukur', en: 'allowed; harm not measured' };
  const words = cutLabels[role];
  if (cut < room || bound === null) return words;
  return { id: `${words.id}; selebihnya ${bounds[bound].id}`, en: `${words.en}; the rest: ${bounds[bound].en}` };
}

/** A cut by hand that the rules made smaller, `nama` its line. */
export function clampText({ asked, given, reason }: HandClamp, nama: string): Text {
  const part = (language: Language) =>
    `${nama}: ${formatRupiahShort(asked, language)} → ${formatRupiahShort(given, language)} (${bounds[reason][language]})`;
  return {
    id: `Potongan sendiri tidak dapat berlaku seperti diketik. ${part('id')}.`,
    en: `A cut by hand cannot stand as typed. ${part('en')}.`
  };
}

/** Who would likely approve a cut; always to be checked. */
export const routeTexts: Readonly<Record<ApprovalRoute, Text>> = {
  rincian_objek: { id: 'PPKD; perlu dicek TAPD', en: 'PPKD; to be checked by TAPD' },
  objek: { id: 'Sekda; perlu dicek TAPD', en: 'Sekda; to be checked by TAPD' },
  jenis: { id: 'perubahan APBD; perlu dicek TAPD', en: 'change of the APBD; to be checked by TAPD' }
};

/** The name of a method in a sentence. */
export function methodName(method: Method): Text {
  return cutMethods[method].name;
}
