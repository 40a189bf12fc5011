import { endOfMonth, formatDate } from '$lib/format/date';
import { formatRupiahShort } from '$lib/format/number';
import type { Text } from './language';

/** What somebody is asked to do, by the names of the exceptions model. */
export type ActionName = 'start' | 'bill' | 'speed-up' | 'speed-up-or-shift' | 'inspect';

export interface DecisionFacts {
  tahun: number;
  /** The line: sub kegiatan or programme. */
  nama: string;
  /** Rupiah. */
  rupiahAtRisk: number;
  /** Who can act: SKPD, unit or office. */
  who: string;
  action: ActionName;
  /** Last month to act in, 1–12. */
  untilMonth: number;
  /** Pagu the action can still move, rupiah. */
  open: number;
  /** Contracts were not delivered, so `open` may be smaller. */
  isCommitmentUnknown: boolean;
}

/** The one decision asked: who, what, by when, and how much it can move. Null when no exception can still be acted on. */
export function decisionSentence(facts: DecisionFacts | null): Text {
  if (facts === null) {
    return {
      id: 'Tidak ada keputusan yang diminta bulan ini: tidak ada pengecualian yang masih dapat ditindaklanjuti.',
      en: 'No decision is asked this month: no exception can still be acted on.'
    };
  }
  const action = actions[facts.action];
  const last = endOfMonth(facts.tahun, facts.untilMonth);
  const unknown = facts.isCommitmentUnknown
    ? { id: ', sebelum kontrak yang datanya belum ada', en: ', before contracts, of which there are no data' }
    : { id: '', en: '' };
  return {
    id:
      `${facts.nama}: ${formatRupiahShort(facts.rupiahAtRisk, 'id')} berisiko tidak terpakai. ` +
      `${facts.who} perlu ${action.id} paling lambat ${formatDate(last, 'id')}; ` +
      `${formatRupiahShort(facts.open, 'id')} masih dapat digerakkan${unknown.id}.`,
    en:
      `${facts.nama}: ${formatRupiahShort(facts.rupiahAtRisk, 'en')} is at risk of staying unspent. ` +
      `${facts.who} needs to ${action.en} by ${formatDate(last, 'en')}; ` +
      `${formatRupiahShort(facts.open, 'en')} can still be moved${unknown.en}.`
  };
}

/** Heading of the decision. */
export const decisionTitle: Text = { id: 'Satu keputusan bulan ini', en: 'One decision this month' };

/** The rule by which the decision is chosen; it stands beside it. */
export const decisionRule: Text = {
  id: 'Dipilih pengecualian dengan rupiah berisiko terbesar (ujung atas perkiraannya di bawah sasaran dua bulan berturut-turut) yang masih dapat ditindaklanjuti: aturannya punya tindakan, dan masih ada pagu yang belum dibelanjakan, diblokir, atau dikontrakkan. Batas waktu: akhir bulan berikutnya.',
  en: 'Chosen: the exception with most rupiah at risk (the upper end of its forecast below what is meant for two months running) that can still be acted on: its rule has an action, and there is pagu not yet spent, blocked or under contract. Due by the end of the next month.'
};

const actions: Readonly<Record<ActionName, Text>> = {
  start: {
    id: 'memulai pengadaan atau menetapkan SK penerima',
    en: 'begin procurement or sign the decree naming recipients'
  },
  bill: { id: 'menagih dan membayar pekerjaan yang sudah selesai', en: 'bill and pay for the work already done' },
  'speed-up': { id: 'mengembalikan belanja ke rencana kasnya', en: 'bring spending back to its cash plan' },
  'speed-up-or-shift': {
    id: 'mempercepat belanja, atau mengusulkan pergeseran ke kegiatan yang masih dapat memakainya',
    en: 'speed up, or propose moving the money to where it can still be used'
  },
  inspect: { id: 'memeriksa pekerjaan sebelum membayar lagi', en: 'inspect the work before paying on' }
};
