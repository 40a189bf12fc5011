import { formatNumber, formatPercent, formatRupiahShort } from '$lib/format/number';
import type { Conflicting } from '$lib/model/cuts/conflict';
import { tkdKey } from '$lib/model/cuts/demand';
import type { RuleName, Scenario } from '$lib/model/cuts/scenario';
import { cutRules } from './cutRules';
import type { Language, Text } from './language';

/** Words of the part on requests that cannot be met. */
export const conflictLabels = {
  find: { id: 'Cari penyebabnya', en: 'Find out why' },
  searching: { id: 'Mencari aturan yang bertentangan …', en: 'Looking for the rules that conflict …' },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  release: { id: 'Lepaskan aturan ini', en: 'Let this rule go' },
  failed: {
    id: 'Penyebabnya tidak dapat dicari. Periksa sambungan, lalu coba lagi; bila tetap gagal, muat ulang halaman ini.',
    en: 'The cause could not be found. Check the connection and try again; if it still fails, reload this page.'
  },
  otherMethod: {
    id: 'Cara ini tidak menutup seluruhnya, tetapi aturan yang menyala memungkinkannya.',
    en: 'This method does not find it all, though the rules that are on would allow it.'
  },
  useBest: { id: 'Pakai cara “Paling sedikit dampak”', en: 'Use “Least harm”' }
} as const satisfies Record<string, Text>;

const own: Readonly<Record<Exclude<Conflicting, RuleName>, Text>> = {
  kunci: { id: 'Baris yang Anda kunci', en: 'Lines that you locked' },
  tangan: { id: 'Potongan yang Anda isi sendiri', en: 'Cuts that you entered' },
  tak_terukur: {
    id: 'Baris yang dampaknya tidak terukur belum diizinkan dipotong',
    en: 'Lines whose harm nobody measured are not allowed to be cut'
  }
};

/** The name of one part of a conflict. */
export function conflictName(one: Conflicting): Text {
  return one in own ? own[one as keyof typeof own] : cutRules[one as RuleName].name;
}

/** What a conflict says; amounts are rupiah. */
export interface ConflictFacts {
  rules: readonly Conflicting[];
  /** What is asked in all, and the most of it that can be found. */
  asked: number;
  foundInAll: number;
}

/** Why a request cannot be met, in plain words. */
export function conflictText({ rules, asked, foundInAll }: ConflictFacts): Text {
  const money = (rupiah: number, language: Language) => formatRupiahShort(rupiah, language);
  const start = {
    id: `Dari ${money(asked, 'id')} yang diminta, paling banyak ${money(foundInAll, 'id')} dapat ditutup.`,
    en: `Of the ${money(asked, 'en')} that is asked, at most ${money(foundInAll, 'en')} can be found.`
  };
  if (rules.length === 0)
    return {
      id: `${start.id} Tidak ada aturan yang menahannya: uangnya memang tidak ada lagi.`,
      en: `${start.en} No rule stands in the way: there is no more money to cut.`
    };
  if (rules.length === 1)
    return { id: `${start.id} Yang menahannya satu aturan:`, en: `${start.en} One rule stands in the way:` };
  return {
    id: `${start.id} Yang menahannya ${formatNumber(rules.length, 'id')} aturan bersama-sama:`,
    en: `${start.en} Together ${formatNumber(rules.length, 'en')} rules stand in the way:`
  };
}

/** What letting go of one part does: enough, or so many rupiah short still. */
export function releaseText(unmet: number): Text {
  if (unmet === 0) return { id: 'melepaskan ini saja sudah cukup', en: 'letting this go is enough' };
  return {
    id: `bila ini dilepaskan masih kurang ${formatRupiahShort(unmet, 'id')}`,
    en: `with this let go ${formatRupiahShort(unmet, 'en')} is still not found`
  };
}

/** The button that lowers the falls to what the rules can bear; `rupiah` is what is then asked in all. */
export function lowerText({ shocks }: Pick<Scenario, 'shocks'>, rupiah: number): Text {
  const tkd = shocks[tkdKey];
  const others = Object.entries(shocks).filter(([kode, { nilai }]) => kode !== tkdKey && nilai !== 0);
  if (tkd?.jenis === 'persen' && others.length === 0)
    return {
      id: `Turunkan menjadi ${formatPercent(tkd.nilai, 'id', { digits: 2 })}`,
      en: `Lower it to ${formatPercent(tkd.nilai, 'en', { digits: 2 })}`
    };
  return {
    id: `Turunkan menjadi ${formatRupiahShort(rupiah, 'id')}`,
    en: `Lower it to ${formatRupiahShort(rupiah, 'en')}`
  };
}

/** What a rule costs: months and rupiah of aid that need not be lost without it or with it relaxed by a step (a ratio); rupiah that could be found more. */
export interface PriceFacts {
  rule: RuleName;
  relaxed: { step: number } | 'off';
  /** Null where one of the plans does not find the money. */
  months: number | null;
  rupiah: number | null;
  found: number;
}

/** Harms below half a month, half a rupiah or this share are the solver's tolerance. */
const least = 0.5;

/** The price of a rule in one sentence. */
export function priceText({ rule, relaxed, months, rupiah, found }: PriceFacts): Text {
  const how = relaxedText(rule, relaxed);
  if (found > 0)
    return {
      id: `${how.id}, ${formatRupiahShort(found, 'id')} lebih banyak dapat ditutup.`,
      en: `${how.en}, ${formatRupiahShort(found, 'en')} more could be found.`
    };
  if (months === null || rupiah === null)
    return { id: `${how.id}, yang belum tertutup tidak berkurang.`, en: `${how.en}, no more could be found.` };
  if (months < least && rupiah < least) return { id: `tidak ada pada skenario ini.`, en: `none in this scenario.` };
  return {
    id: `${how.id}, ${formatNumber(Math.max(0, Math.round(months)), 'id')} bulan bantuan atau ${formatRupiahShort(Math.max(0, rupiah), 'id')} bantuan tidak perlu hilang.`,
    en: `${how.en}, ${formatNumber(Math.max(0, Math.round(months)), 'en')} months of aid or ${formatRupiahShort(Math.max(0, rupiah), 'en')} of aid need not be lost.`
  };
}

function relaxedText(rule: RuleName, relaxed: PriceFacts['relaxed']): Text {
  if (relaxed === 'off') return { id: 'tanpa aturan ini', en: 'without this rule' };
  const size = Math.abs(relaxed.step);
  if (rule === 'kecamatan')
    return {
      id: `bila batasnya naik ${formatNumber(size, 'id', { digits: 2 })} kali`,
      en: `if the limit rises by ${formatNumber(size, 'en', { digits: 2 })} times`
    };
  const percent = (language: Language) => formatPercent(size, language, { digits: 0 });
  return rule === 'batas'
    ? { id: `bila batas naik ${percent('id')} dari pagu`, en: `if limits rise by ${percent('en')} of the pagu` }
    : {
        id: `bila bagian yang disisakan turun ${percent('id')} dari pagu`,
        en: `if the share that is kept falls by ${percent('en')} of the pagu`
      };
}
