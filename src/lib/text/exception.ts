import { formatMonth } from '$lib/format/date';
import { formatNumber, formatPercent, formatPoints, formatRupiahShort } from '$lib/format/number';
import type { Language, Text } from './language';
import { carefulPercent } from './word';

/** What a rule of the exceptions model found, with the values its phrase needs. `…Rate`, `rate`, `ratio`, `fisik` are ratios, the rest rupiah. */
export type ExceptionFacts =
  | { rule: 'nothingSpent'; pagu: number; rencana: number | null }
  | { rule: 'moneyBehindWork'; realisasiRate: number; fisik: number }
  | { rule: 'behindPlan'; realisasi: number; rencana: number; rate: number }
  | { rule: 'forecastBelow'; forecast: number; high: number; meant: number }
  | { rule: 'lateSurge'; perMonth: number; usual: number; ratio: number }
  | { rule: 'moneyAheadOfWork'; realisasiRate: number; fisik: number }
  | { rule: 'abovePagu'; realisasi: number; pagu: number }
  | { rule: 'negativeMonth'; month: number; amount: number }
  | { rule: 'blocked'; diblokir: number; pagu: number };
export type ExceptionRule = ExceptionFacts['rule'];

/** The short name of a rule, for a filter or a column. */
export const ruleNames: Readonly<Record<ExceptionRule, Text>> = {
  nothingSpent: { id: 'belum ada realisasi', en: 'nothing spent yet' },
  moneyBehindWork: { id: 'keuangan jauh di belakang fisik', en: 'money far behind physical progress' },
  behindPlan: { id: 'di bawah rencana kas', en: 'below the cash plan' },
  forecastBelow: { id: 'perkiraan di bawah pagu atau rencana', en: 'forecast below pagu or plan' },
  lateSurge: { id: 'menumpuk di akhir tahun', en: 'piling up at year-end' },
  moneyAheadOfWork: { id: 'keuangan jauh di depan fisik', en: 'money far ahead of physical progress' },
  abovePagu: { id: 'di atas pagu', en: 'above pagu' },
  negativeMonth: { id: 'bulan bernilai negatif', en: 'negative month' },
  blocked: { id: 'anggaran diblokir', en: 'blocked budget' }
};

/** Why one line is listed, as a phrase with its own values; never a verdict. */
export function exceptionReason(facts: ExceptionFacts): Text {
  return { id: reasonIn(facts, 'id'), en: reasonIn(facts, 'en') };
}

/** How many reasons of a row are not shown. */
export function moreReasons(count: number): Text {
  return { id: `dan ${count} sebab lain`, en: `and ${count} more` };
}

/** The limits of the exceptions model that a reader may move; see there. */
export interface RuleLimits {
  behindPlan: number;
  workGap: number;
  nothingSpentFrom: number;
  lateSurge: number;
  lateSurgeFrom: number;
  negativeWithin: number;
}

/** A rule in words, with the limit in force: what it lists, so that the reader can move it. */
export function ruleSentence(rule: ExceptionRule, limits: RuleLimits): Text {
  return { id: ruleIn(rule, limits, 'id'), en: ruleIn(rule, limits, 'en') };
}

/** Why an amount that looks at risk is not counted as such, by the names of the model. */
export const exclusionNames = {
  btt: {
    id: 'belanja tidak terduga: tidak terpakai berarti tidak ada bencana',
    en: 'contingency: unspent means no emergency'
  },
  disaster: {
    id: 'penanganan bencana: dipakai hanya bila terjadi',
    en: 'disaster relief: spent only when one happens'
  },
  'transfer-not-arrived': { id: 'menunggu transfer pusat', en: 'waiting for a central transfer' },
  blocked: { id: 'diblokir', en: 'blocked' }
} as const satisfies Record<string, Text>;

/** What rupiah at risk is and what it leaves out; stands where exceptions are ranked by it. */
export const riskDefinition: Text = {
  id: 'Rupiah berisiko: pagu atau rencana kas setahun, mana yang lebih kecil, dikurangi perkiraan realisasi Desember. Tidak dihitung: belanja tidak terduga, bencana, anggaran yang diblokir, dan belanja yang menunggu transfer.',
  en: 'Rupiah at risk: the pagu or the year’s cash plan, whichever is smaller, less the realization forecast for December. Left out: contingency, disaster relief, blocked budget, and lines waiting for a transfer.'
};

function ruleIn(rule: ExceptionRule, limits: RuleLimits, language: Language): string {
  const percent = formatPercent(limits.behindPlan, language, { digits: 0 });
  const points = formatPoints(limits.workGap, language, { digits: 0 });
  const times = formatNumber(limits.lateSurge, language, { digits: Number.isInteger(limits.lateSurge) ? 0 : 1 });
  const [spentFrom, surgeFrom] = [limits.nothingSpentFrom, limits.lateSurgeFrom].map((bulan) =>
    formatMonth(bulan, language)
  );
  const within = limits.negativeWithin;
  const sentences: Record<ExceptionRule, Text> = {
    nothingSpent: {
      id: `Belum ada realisasi padahal rencana kas sudah berjalan; tanpa rencana kas, mulai ${spentFrom}.`,
      en: `Nothing is spent although the cash plan has begun; without a plan, from ${spentFrom} on.`
    },
    moneyBehindWork: {
      id: `Keuangan sedikitnya ${points} di belakang fisik: pekerjaan berjalan, belum dibayar.`,
      en: `Money is at least ${points} behind physical progress: work goes on, not paid yet.`
    },
    behindPlan: {
      id: `Realisasi sedikitnya ${percent} di bawah rencana kas sampai bulan ini.`,
      en: `Realization is at least ${percent} below the cash plan up to this month.`
    },
    forecastBelow: {
      id: 'Ujung atas perkiraan di bawah pagu atau rencana kas, dua bulan berturut-turut.',
      en: 'The upper end of the forecast is below pagu or cash plan, two months running.'
    },
    lateSurge: {
      id: `Agar pagu habis, belanja per bulan harus sedikitnya ${times} kali sampai sekarang; dilihat mulai ${surgeFrom}.`,
      en: `To use the pagu, monthly spending must be at least ${times} times what it was so far; looked at from ${surgeFrom} on.`
    },
    moneyAheadOfWork: {
      id: `Keuangan sedikitnya ${points} di depan fisik: dibayar sebelum pekerjaan ada.`,
      en: `Money is at least ${points} ahead of physical progress: paid before the work is there.`
    },
    abovePagu: { id: 'Realisasi melebihi pagu yang berlaku.', en: 'Realization is above the pagu in force.' },
    negativeMonth: {
      id:
        within >= 12
          ? 'Realisasi satu bulan bernilai negatif (koreksi).'
          : `Realisasi satu bulan bernilai negatif (koreksi) dalam ${within} bulan terakhir.`,
      en:
        within >= 12
          ? 'Realization of one month is negative (a correction).'
          : `Realization of one month is negative (a correction) within the last ${within} months.`
    },
    blocked: {
      id: 'Sebagian pagu diblokir dan tidak dapat dibelanjakan.',
      en: 'Part of the pagu is blocked and cannot be spent.'
    }
  };
  return sentences[rule][language];
}

function reasonIn(facts: ExceptionFacts, language: Language): string {
  const id = language === 'id';
  const name = ruleNames[facts.rule][language];
  const rupiah = (value: number) => formatRupiahShort(value, language, 'never');
  switch (facts.rule) {
    case 'nothingSpent': {
      const planned = id ? `, rencana ${rupiah(facts.rencana ?? 0)}` : `, ${rupiah(facts.rencana ?? 0)} planned`;
      return name + (facts.rencana === null ? '' : planned);
    }
    case 'moneyBehindWork':
    case 'moneyAheadOfWork':
      return `${name}: ${carefulPercent(facts.realisasiRate, language)} ${id ? 'berbanding' : 'against'} ${carefulPercent(facts.fisik, language)}`;
    case 'behindPlan':
      return `${formatPercent(facts.rate, language, { digits: 0, sign: 'never' })} ${name}: ${rupiah(facts.realisasi)} ${id ? 'dari' : 'of'} ${rupiah(facts.rencana)}`;
    case 'forecastBelow':
      return id
        ? `diperkirakan ${rupiah(facts.forecast)} dari ${rupiah(facts.meant)} sampai Desember, paling banyak ${rupiah(facts.high)}`
        : `forecast ${rupiah(facts.forecast)} of ${rupiah(facts.meant)} by December, ${rupiah(facts.high)} at most`;
    case 'lateSurge':
      return id
        ? `${name}: ${rupiah(facts.perMonth)} sebulan, ${formatNumber(facts.ratio, 'id', { digits: 1 })} kali biasanya (${rupiah(facts.usual)})`
        : `${name}: ${rupiah(facts.perMonth)} a month, ${formatNumber(facts.ratio, 'en', { digits: 1 })} times the usual (${rupiah(facts.usual)})`;
    case 'abovePagu':
      return `${rupiah(facts.realisasi - facts.pagu)} ${name}`;
    case 'negativeMonth':
      return `${formatMonth(facts.month, language)} ${id ? 'minus' : 'is minus'} ${rupiah(facts.amount)} (${id ? 'koreksi' : 'correction'})`;
    case 'blocked':
      return `${rupiah(facts.diblokir)} ${id ? 'dari' : 'of'} ${rupiah(facts.pagu)} ${id ? 'diblokir' : 'is blocked'}`;
  }
}
