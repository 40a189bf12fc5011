import { formatMonth } from '$lib/format/date';
import { formatNumber, formatPercent, formatPoints, formatRupiahShort } from '$lib/format/number';
import type { Language, Text } from './language';
import { carefulPercent } from './word';

/** One exception of one line, with the values its sentence needs. Rates are ratios (1 = 100 %), money is rupiah. */
export type ExceptionFacts =
  | { rule: 'behind-plan'; realizationRate: number; planRate: number; months?: number }
  | { rule: 'behind-physical'; realizationRate: number; fisik: number }
  | { rule: 'ahead-of-physical'; realizationRate: number; fisik: number }
  | { rule: 'nothing-spent'; bulan: number; planned: number | null }
  | { rule: 'above-pagu'; excess: number }
  | { rule: 'late-surge'; share: number }
  | { rule: 'negative-month'; bulan: number; rupiah: number }
  | { rule: 'blocked'; rupiah: number };
export type ExceptionRule = ExceptionFacts['rule'];

/** The short name of a rule, for a filter or a column. */
export const ruleNames: Readonly<Record<ExceptionRule, Text>> = {
  'behind-plan': { id: 'di bawah rencana kas', en: 'below the cash plan' },
  'behind-physical': { id: 'keuangan jauh di belakang fisik', en: 'money far behind physical progress' },
  'ahead-of-physical': { id: 'keuangan jauh di depan fisik', en: 'money far ahead of physical progress' },
  'nothing-spent': { id: 'belum ada realisasi', en: 'nothing spent yet' },
  'above-pagu': { id: 'di atas pagu', en: 'above pagu' },
  'late-surge': { id: 'menumpuk di akhir tahun', en: 'piling up at year-end' },
  'negative-month': { id: 'bulan bernilai negatif', en: 'negative month' },
  blocked: { id: 'anggaran diblokir', en: 'blocked budget' }
};

/** Why one line is listed, as a phrase with its own values; null-safe, never a verdict. */
export function exceptionReason(facts: ExceptionFacts): Text {
  return { id: reasonIn(facts, 'id'), en: reasonIn(facts, 'en') };
}

/** A rule in words with its threshold: what it lists, so that the reader can move it. Thresholds are ratios, months, or 0 where a rule has none. */
export function ruleSentence(rule: ExceptionRule, threshold: number): Text {
  const points = { id: formatPoints(threshold, 'id', { digits: 0 }), en: formatPoints(threshold, 'en', { digits: 0 }) };
  const percent = {
    id: formatPercent(threshold, 'id', { digits: 0 }),
    en: formatPercent(threshold, 'en', { digits: 0 })
  };
  const month = { id: formatMonth(threshold, 'id'), en: formatMonth(threshold, 'en') };
  const sentences: Record<ExceptionRule, Text> = {
    'behind-plan': {
      id: `Realisasi kumulatif lebih dari ${points.id} di bawah rencana kas.`,
      en: `Cumulative realization is more than ${points.en} below the cash plan.`
    },
    'behind-physical': {
      id: `Realisasi keuangan lebih dari ${points.id} di belakang realisasi fisik: pekerjaan berjalan, tagihan belum dibayar.`,
      en: `Money is more than ${points.en} behind physical progress: work goes on, bills are not paid yet.`
    },
    'ahead-of-physical': {
      id: `Realisasi keuangan lebih dari ${points.id} di depan realisasi fisik: uang keluar sebelum pekerjaan ada.`,
      en: `Money is more than ${points.en} ahead of physical progress: paid before the work is there.`
    },
    'nothing-spent': {
      id: `Belum ada realisasi sampai ${month.id} padahal rencana kas sudah berjalan.`,
      en: `Nothing is spent by ${month.en} although the cash plan has begun.`
    },
    'above-pagu': { id: 'Realisasi melebihi pagu yang berlaku.', en: 'Realization is above the pagu in force.' },
    'late-surge': {
      id: `Lebih dari ${percent.id} pagu harus dibelanjakan pada sisa tahun, di luar pola tahun lalu.`,
      en: `More than ${percent.en} of pagu is left for the rest of the year, beyond the pattern of past years.`
    },
    'negative-month': {
      id: 'Realisasi satu bulan bernilai negatif (koreksi).',
      en: 'Realization of one month is negative (a correction).'
    },
    blocked: {
      id: 'Sebagian pagu diblokir dan tidak dapat dibelanjakan.',
      en: 'Part of the pagu is blocked and cannot be spent.'
    }
  };
  return sentences[rule];
}

export interface DecisionFacts {
  /** The line: sub kegiatan or programme. */
  nama: string;
  rupiahAtRisk: number;
  /** Who can act: SKPD, unit or office. */
  who: string;
  action: ActionKind;
  /** By when, already in words for each language. */
  deadline: Text;
}

/** What can still be done about a line this month. */
export type ActionKind = 'contract' | 'pay' | 'deliver' | 'shift' | 'unblock';

/** The one decision asked: who, what, by when. Null when no listed line can still be acted on. */
export function decisionSentence(facts: DecisionFacts | null): Text {
  if (facts === null) {
    return {
      id: 'Tidak ada keputusan yang diminta bulan ini: tidak ada pengecualian yang masih dapat ditindaklanjuti.',
      en: 'No decision is asked this month: no exception can still be acted on.'
    };
  }
  const action = actions[facts.action];
  return {
    id: `${facts.nama}: ${formatRupiahShort(facts.rupiahAtRisk, 'id')} berisiko tidak terpakai. ${facts.who} perlu ${action.id} paling lambat ${facts.deadline.id}.`,
    en: `${facts.nama}: ${formatRupiahShort(facts.rupiahAtRisk, 'en')} is at risk of staying unspent. ${facts.who} needs to ${action.en} by ${facts.deadline.en}.`
  };
}

/** The rule by which the decision is chosen; it stands beside it. */
export const decisionRule: Text = {
  id: 'Dipilih pengecualian dengan rupiah berisiko terbesar yang masih dapat ditindaklanjuti bulan ini.',
  en: 'Chosen: the exception with most rupiah at risk that someone can still act on this month.'
};

const actions: Readonly<Record<ActionKind, Text>> = {
  contract: { id: 'menandatangani kontrak yang tersisa', en: 'sign the contracts still open' },
  pay: { id: 'mengajukan pembayaran atas pekerjaan yang sudah selesai', en: 'file payment for the work already done' },
  deliver: { id: 'menyelesaikan pekerjaan yang sudah dibayar', en: 'finish the work already paid for' },
  shift: { id: 'mengusulkan pergeseran anggaran', en: 'propose a budget shift' },
  unblock: { id: 'mengurus pembukaan blokir', en: 'have the block lifted' }
};

function reasonIn(facts: ExceptionFacts, language: Language): string {
  const id = language === 'id';
  const name = ruleNames[facts.rule][language];
  const rupiah = (value: number) => formatRupiahShort(value, language, 'never');
  switch (facts.rule) {
    case 'behind-plan': {
      const gap = formatPoints(facts.planRate - facts.realizationRate, language, { sign: 'never' });
      const running =
        (facts.months ?? 0) > 1
          ? id
            ? `, ${months(facts.months!, 'id')} berturut-turut`
            : `, ${months(facts.months!, 'en')} running`
          : '';
      return `${gap} ${name}${running}`;
    }
    case 'behind-physical':
    case 'ahead-of-physical':
      return `${name}: ${carefulPercent(facts.realizationRate, language)} ${id ? 'berbanding' : 'against'} ${carefulPercent(facts.fisik, language)}`;
    case 'nothing-spent': {
      const planned =
        facts.planned === null ? '' : id ? `, rencana ${rupiah(facts.planned)}` : `, ${rupiah(facts.planned)} planned`;
      return `${name} ${id ? 'sampai' : 'by'} ${formatMonth(facts.bulan, language)}${planned}`;
    }
    case 'above-pagu':
      return `${rupiah(facts.excess)} ${name}`;
    case 'late-surge':
      return `${name}: ${formatPercent(facts.share, language, { digits: 0 })} ${id ? 'pagu tersisa' : 'of pagu is left'}`;
    case 'negative-month':
      return `${formatMonth(facts.bulan, language)} ${id ? 'minus' : 'is minus'} ${rupiah(facts.rupiah)} (${id ? 'koreksi' : 'correction'})`;
    case 'blocked':
      return `${rupiah(facts.rupiah)} ${id ? 'diblokir' : 'is blocked'}`;
  }
}

function months(count: number, language: Language): string {
  return language === 'id' ? `${formatNumber(count, 'id')} bulan` : `${formatNumber(count, 'en')} months`;
}
