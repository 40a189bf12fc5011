import { formatMonth } from '$lib/format/date';
import { formatNumber, formatPoints, formatRupiahShort } from '$lib/format/number';
import type { Text } from './language';
import { capital, countWord, percentWords } from './word';

/** Differences below half a point print as none, and are said so. */
const noticeable = 0.005;

export interface PaceFacts {
  tahun: number;
  /** Last month of the report, 1–12. */
  bulan: number;
  /** Cumulative realisasi ÷ pagu in force, a ratio; null when either is not known or pagu is 0. */
  realizationRate: number | null;
  /** Cumulative cash plan ÷ the same pagu; null without a plan. */
  planRate: number | null;
  /** Why realizationRate is null. */
  lacking?: 'pagu' | 'realisasi';
  /** A program, kegiatan or unit, when the sentence is not about the whole agency. */
  scope?: string | null;
}

/** The headline of the year so far: how much is spent, and how far from the cash plan. One sentence, for every value. */
export function paceHeadline(facts: PaceFacts): Text {
  const when = timePassed(facts);
  if (facts.realizationRate === null) return unknownPace(facts, when);
  const gap = planClause(facts.realizationRate, facts.planRate);
  const spent = spentClause(facts.realizationRate, facts.scope ?? null);
  return {
    id: `${when.id}, ${spent.id}: ${gap.id}.`,
    en: `${when.en}, ${spent.en}: ${gap.en}.`
  };
}

/** `7 poin di bawah rencana kas`, `sesuai rencana kas`, or that there is no plan; for a key figure and the headline. */
export function planClause(realizationRate: number | null, planRate: number | null, digits = 0): Text {
  if (planRate === null) return { id: 'rencana kas belum ada', en: 'there is no cash plan on file' };
  if (realizationRate === null)
    return { id: 'jarak ke rencana kas belum diketahui', en: 'distance to the cash plan not known' };
  const gap = realizationRate - planRate;
  if (Math.abs(gap) < noticeable / 10 ** digits) return { id: 'sesuai rencana kas', en: 'in line with the cash plan' };
  const size = { sign: 'never', digits } as const;
  return {
    id: `${formatPoints(gap, 'id', size)} di ${gap < 0 ? 'bawah' : 'atas'} rencana kas`,
    en: `${formatPoints(gap, 'en', size)} ${gap < 0 ? 'below' : 'above'} the cash plan`
  };
}

export interface GapSeries {
  /** Cumulative realisasi ÷ pagu, January first; null where a month has no file. */
  realizationRates: readonly (number | null)[];
  /** Cumulative cash plan ÷ pagu, January first; null where unknown. */
  planRates: readonly (number | null)[];
}

/** The title of the S-curve: since when realisasi is off its plan, and where the distance is going. */
export function gapTitle({ realizationRates, planRates }: GapSeries): Text {
  const gaps = realizationRates.flatMap((rate, index) => {
    const plan = planRates[index] ?? null;
    return rate === null || plan === null ? [] : [{ bulan: index + 1, gap: rate - plan }];
  });
  const last = gaps.at(-1);
  if (!last) return noGap(realizationRates.some((rate) => rate !== null));
  const month = monthName(last.bulan);
  if (Math.abs(last.gap) < noticeable) {
    return {
      id: `Realisasi sesuai rencana kas sampai ${month.id}`,
      en: `Realization is in line with the cash plan up to ${month.en}`
    };
  }
  const side = Math.sign(last.gap);
  const turn = gaps.findLastIndex(({ gap }) => gap * side < noticeable);
  const run = gaps.slice(turn + 1);
  return sinceTitle(run, side, turn >= 0);
}

export interface RunRateFacts {
  /** Rupiah a month still to be spent to use the whole pagu; null after December or without pagu. */
  neededPerMonth: number | null;
  /** Mean rupiah of the last three months; null with a gap among them. */
  burnPerMonth: number | null;
}

/** What finishing the pagu would take each month, against the pace of late. */
export function runRateSentence({ neededPerMonth, burnPerMonth }: RunRateFacts): Text {
  if (neededPerMonth === null)
    return { id: 'Tidak ada bulan tersisa untuk dihitung.', en: 'There is no month left to reckon with.' };
  if (neededPerMonth <= 0)
    return {
      id: 'Pagu sudah habis terpakai; tidak ada yang perlu dikejar.',
      en: 'The pagu is used up; there is nothing to catch up with.'
    };
  const needed = { id: formatRupiahShort(neededPerMonth, 'id'), en: formatRupiahShort(neededPerMonth, 'en') };
  const start = {
    id: `Agar pagu habis pada Desember, perlu ${needed.id} setiap bulan`,
    en: `To use the whole pagu by December takes ${needed.en} every month`
  };
  if (burnPerMonth === null || burnPerMonth <= 0) {
    return {
      id: `${start.id}; tiga bulan terakhir tidak dapat dijadikan pembanding.`,
      en: `${start.en}; the last three months give no measure to compare with.`
    };
  }
  const times = neededPerMonth / burnPerMonth;
  return {
    id: `${start.id}: ${formatNumber(times, 'id', { digits: 1 })} kali rata-rata tiga bulan terakhir (${formatRupiahShort(burnPerMonth, 'id')}).`,
    en: `${start.en}: ${formatNumber(times, 'en', { digits: 1 })} times the mean of the last three months (${formatRupiahShort(burnPerMonth, 'en')}).`
  };
}

/** How much of the distance to plan the largest few lines explain. `share` is a ratio of all shortfalls; null when there is none. */
export function shortfallSentence(count: number, share: number | null): Text {
  if (count < 1 || share === null)
    return { id: 'Tidak ada sub kegiatan di bawah rencana kasnya.', en: 'No sub-activity is below its cash plan.' };
  const lines = countWord(count);
  const part = percentWords(Math.min(share, 1));
  const all = share >= 1;
  return {
    id: `${capital(lines.id)} sub kegiatan menyebabkan ${all ? 'seluruh' : part.id} kekurangan itu.`,
    en: `${capital(lines.en)} ${count === 1 ? 'sub-activity accounts' : 'sub-activities account'} for ${all ? 'all' : part.en} of the shortfall.`
  };
}

function timePassed({ tahun, bulan }: PaceFacts): Text {
  if (bulan >= 12) return { id: `Tahun ${tahun} ditutup`, en: `${tahun} is closed` };
  const months = countWord(bulan);
  return {
    id: `${capital(months.id)} bulan berlalu`,
    en: `${capital(months.en)} ${bulan === 1 ? 'month' : 'months'} in`
  };
}

function spentClause(rate: number, scope: string | null): Text {
  const of =
    scope === null ? { id: 'anggaran', en: 'the budget' } : { id: `anggaran ${scope}`, en: `the budget of ${scope}` };
  const share = percentWords(rate);
  if (rate < 0) {
    return {
      id: `realisasi ${of.id} minus karena koreksi (${share.id})`,
      en: `spending from ${of.en} is negative after corrections (${share.en})`
    };
  }
  if (rate === 0) return { id: `belum ada ${of.id} yang terpakai`, en: `nothing of ${of.en} is spent` };
  if (rate === 1) return { id: `seluruh ${of.id} terpakai`, en: `all of ${of.en} is spent` };
  if (rate > 1)
    return { id: `realisasi melampaui ${of.id} (${share.id})`, en: `spending exceeds ${of.en} (${share.en})` };
  return { id: `${share.id} ${of.id} terpakai`, en: `${share.en} of ${of.en} is spent` };
}

function unknownPace(facts: PaceFacts, when: Text): Text {
  const of = facts.scope ? { id: ` ${facts.scope}`, en: ` for ${facts.scope}` } : { id: '', en: '' };
  if (facts.lacking === 'pagu') {
    return {
      id: `${when.id}; persentase realisasi${of.id} tidak dihitung karena pagunya nol atau belum ada.`,
      en: `${when.en}; no realization rate${of.en}, since its pagu is zero or not on file.`
    };
  }
  const month = monthName(facts.bulan);
  return {
    id: `${when.id}; data realisasi${of.id} sampai ${month.id} belum lengkap.`,
    en: `${when.en}; realization data${of.en} up to ${month.en} are incomplete.`
  };
}

function noGap(hasRealisasi: boolean): Text {
  return hasRealisasi
    ? { id: 'Realisasi kumulatif; rencana kas belum ada', en: 'Cumulative realization; there is no cash plan on file' }
    : { id: 'Data realisasi belum ada', en: 'There are no realization data yet' };
}

function sinceTitle(run: readonly { bulan: number; gap: number }[], side: number, turned: boolean): Text {
  const month = monthName(run[0]!.bulan);
  const below = side < 0;
  const start = turned
    ? {
        id: `Realisasi mulai ${below ? 'tertinggal dari' : 'mendahului'} rencana kas pada ${month.id}`,
        en: `Realization ${below ? 'fell behind' : 'moved ahead of'} the cash plan in ${month.en}`
      }
    : {
        id: `Realisasi di ${below ? 'bawah' : 'atas'} rencana kas sejak ${month.id}`,
        en: `Realization has been ${below ? 'below' : 'above'} the cash plan since ${month.en}`
      };
  const trend = gapTrend(run.map(({ gap }) => Math.abs(gap)));
  return { id: start.id + trend.id, en: start.en + trend.en };
}

function gapTrend(sizes: readonly number[]): Text {
  const [now, before] = [sizes.at(-1)!, sizes.at(-2)];
  if (before === undefined) return { id: '', en: '' };
  if (now >= before + noticeable) return { id: ', dan jaraknya melebar', en: ', and the distance is growing' };
  if (now <= before - noticeable) return { id: ', dan jaraknya mulai mengecil', en: ', and the distance is narrowing' };
  return { id: ', dan jaraknya belum mengecil', en: ', and the distance is not narrowing' };
}

function monthName(bulan: number): Text {
  return { id: formatMonth(bulan, 'id'), en: formatMonth(bulan, 'en') };
}
