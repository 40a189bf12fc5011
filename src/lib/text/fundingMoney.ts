import { formatMonth, formatMonthSpan } from '$lib/format/date';
import { formatNumber, formatPercent, formatPercentRange, formatRupiahShort } from '$lib/format/number';
import type { ArrivalPace, Owed } from '$lib/model/funding/arrival';
import type { BudgetError } from '$lib/model/funding/budgetError';
import type { MonthsFunded } from '$lib/model/funding/monthsFunded';
import type { Stability } from '$lib/model/funding/stability';
import { componentPhrase } from './fundingNames';
import type { Language, Text } from './language';

export interface StabilityFacts extends Stability {
  /** Whether budgets or what was realised are compared. */
  ukuran: 'anggaran' | 'realisasi';
}

/** The answer to "the agency's budget stays stable though TKD falls", with the numbers it rests on. */
export function stabilitySentence(facts: StabilityFacts): Text {
  const { answer, reason, tahunDasar, tahunAkhir, agencyChange, tkdChange } = facts;
  if (answer === 'unanswerable' || agencyChange === null || tkdChange === null) return unanswerable(facts);
  const agency = {
    id: facts.ukuran === 'anggaran' ? 'pagu dinas' : 'realisasi dinas',
    en: facts.ukuran === 'anggaran' ? "the agency's budget" : "the agency's spending"
  };
  const span = { id: `dari ${tahunDasar} ke ${tahunAkhir}`, en: `from ${tahunDasar} to ${tahunAkhir}` };
  const move = (change: number, language: Language): string => moved(change)[language];
  const numbers = {
    id: `${span.id} TKD ${move(tkdChange, 'id')} dan ${agency.id} ${move(agencyChange, 'id')}`,
    en: `${span.en} TKD ${move(tkdChange, 'en')} and ${agency.en} ${move(agencyChange, 'en')}`
  };
  const verdict: Record<Exclude<Stability['reason'], 'too-few-years' | 'base-unknown'>, Text> = {
    stable: { id: 'Benar, tetap stabil', en: 'True, it stayed stable' },
    'agency-rose': { id: 'Tidak tepat, anggaran dinas justru naik', en: "Not quite, the agency's budget rose" },
    'agency-fell': { id: 'Tidak, anggaran dinas ikut turun', en: "No, the agency's budget fell too" },
    'tkd-did-not-fall': { id: 'Tidak berlaku, TKD tidak turun', en: 'It does not apply, TKD did not fall' }
  };
  const said = verdict[reason as keyof typeof verdict];
  return { id: `${said.id}: ${numbers.id}.`, en: `${said.en}: ${numbers.en}.` };
}

function moved(change: number): Text {
  // Half a tenth of a percent prints as 0,0.
  if (Math.abs(change) < 0.0005) return { id: 'tidak berubah', en: 'did not change' };
  const down = change < 0;
  return {
    id: `${down ? 'turun' : 'naik'} ${formatPercent(change, 'id', { sign: 'never' })}`,
    en: `${down ? 'fell' : 'rose'} ${formatPercent(change, 'en', { sign: 'never' })}`
  };
}

function unanswerable({ reason, tahunDasar }: StabilityFacts): Text {
  if (reason === 'base-unknown')
    return {
      id: `Belum dapat dijawab dari tahun dasar ${tahunDasar ?? 'itu'}: anggaran dinas atau TKD tahun itu tidak diketahui. Pilih tahun dasar lain.`,
      en: `It cannot be answered from base year ${tahunDasar ?? 'asked for'}: the agency's budget or TKD of that year is not known. Choose another base year.`
    };
  return {
    id: 'Belum dapat dijawab: perlu dua tahun yang memuat anggaran dinas dan TKD.',
    en: "It cannot be answered: it takes two years with both the agency's budget and TKD."
  };
}

/** What "stable" and "fell" mean, beside the answer. */
export const stabilityRule: Text = {
  id: 'Stabil berarti berubah paling banyak 5 % dari tahun dasar; TKD disebut turun bila berkurang lebih dari 1 %. Keduanya nominal.',
  en: 'Stable means a change of at most 5% from the base year; TKD is said to fall when it drops by more than 1%. Both are nominal.'
};

export interface MonthsFundedFacts {
  /** What is paid for: the name of a sub kegiatan. */
  nama: string;
  funded: MonthsFunded | null;
  /** Fall of a source that was assumed, a ratio; 0 or null for the pagu as it is. */
  fall?: number | null;
}

/** How many months a line is paid for, and what is missing. */
export function monthsFundedSentence({ nama, funded, fall = null }: MonthsFundedFacts): Text {
  const given =
    fall === null || fall === 0
      ? { id: '', en: '' }
      : {
          id: `Bila sumbernya turun ${formatPercent(fall, 'id')}, `,
          en: `If its source falls by ${formatPercent(fall, 'en')}, `
        };
  if (funded === null)
    return {
      id: `${nama} tidak berulang tiap bulan, sehingga bulan terdanai tidak dihitung.`,
      en: `${nama} does not recur each month, so no funded months are worked out.`
    };
  const { months, ofMonths, unfunded, shortfall } = funded;
  const count = (value: number, language: Language) =>
    formatNumber(value, language, { digits: Number.isInteger(Math.round(value * 10) / 10) ? 0 : 1 });
  if (unfunded < 0.05)
    return {
      id: `${given.id}${nama} terdanai penuh untuk ${count(ofMonths, 'id')} bulan.`,
      en: `${given.en}${nama} is funded in full for ${count(ofMonths, 'en')} months.`
    };
  return {
    id: `${given.id}${nama} terdanai ${count(months, 'id')} dari ${count(ofMonths, 'id')} bulan; ${count(unfunded, 'id')} bulan belum ada dananya, ${formatRupiahShort(shortfall, 'id')}.`,
    en: `${given.en}${nama} is funded for ${count(months, 'en')} of ${count(ofMonths, 'en')} months; ${count(unfunded, 'en')} have no money yet, ${formatRupiahShort(shortfall, 'en')}.`
  };
}

/** What was received by a month against past years at the same month. */
export function arrivalSentence(pace: ArrivalPace | null): Text {
  if (pace === null)
    return {
      id: 'Kedatangan TKD per bulan belum diketahui: ekstrak tidak memuat angka bulanan.',
      en: 'When TKD arrives is not known: the extract holds no monthly figures.'
    };
  const { tahun, bulan, realisasi, rate, past } = pace;
  const rates = past.map((year) => year.rate);
  const before = (language: Language) =>
    rates.length === 0 ? '' : formatPercentRange(Math.min(...rates), Math.max(...rates), language);
  const share = {
    id: rate === null ? 'pagu setahun tidak diketahui' : `${formatPercent(rate, 'id')} dari pagu setahun`,
    en: rate === null ? 'the budget of the year is not known' : `${formatPercent(rate, 'en')} of the year's budget`
  };
  const compared = {
    id:
      rates.length === 0
        ? 'tahun lalu tidak ada pembandingnya'
        : `tahun-tahun lalu pada bulan yang sama ${before('id')}`,
    en: rates.length === 0 ? 'past years give nothing to compare' : `past years at the same month ${before('en')}`
  };
  return {
    id: `Sampai ${formatMonth(bulan, 'id')} ${tahun} TKD yang diterima ${formatRupiahShort(realisasi, 'id')}, ${share.id}; ${compared.id}.`,
    en: `Up to ${formatMonth(bulan, 'en')} ${tahun}, ${formatRupiahShort(realisasi, 'en')} of TKD was received, ${share.en}; ${compared.en}.`
  };
}

/** What a closed year left unpaid of its budget; official arrears are settled later. */
export function owedSentence(owed: Owed | null): Text {
  if (owed === null)
    return {
      id: 'Sisa TKD yang belum diterima pada akhir tahun tidak diketahui.',
      en: 'What was not received of TKD by year-end is not known.'
    };
  const { tahun, owed: rest, anggaran } = owed;
  const share = (language: Language) =>
    anggaran > 0 ? ` (${formatPercent(rest / anggaran, language, { sign: 'never' })})` : '';
  if (rest === 0)
    return { id: `TKD ${tahun} diterima tepat sebesar pagunya.`, en: `TKD of ${tahun} came to exactly its budget.` };
  if (rest < 0)
    return {
      id: `Sampai akhir ${tahun} TKD diterima ${formatRupiahShort(-rest, 'id')}${share('id')} lebih besar daripada pagunya.`,
      en: `By the end of ${tahun}, TKD exceeded its budget by ${formatRupiahShort(-rest, 'en')}${share('en')}.`
    };
  return {
    id: `Sampai akhir ${tahun} TKD yang belum diterima ${formatRupiahShort(rest, 'id')}${share('id')} dari pagunya; kurang bayar resmi ditetapkan kemudian oleh Kementerian Keuangan.`,
    en: `By the end of ${tahun}, ${formatRupiahShort(rest, 'en')}${share('en')} of the TKD budget had not come; official arrears are settled later by the Ministry of Finance.`
  };
}

/** How far a component came from its budget in past years. */
export function budgetErrorSentence({
  komponen,
  n,
  mean,
  rmse
}: Pick<BudgetError, 'komponen' | 'n' | 'mean' | 'rmse'>): Text {
  const name = komponen === 'jumlah' ? { id: 'pendapatan', en: 'revenue' } : componentPhrase(komponen);
  if (mean === null || rmse === null)
    return {
      id: `Kesalahan anggaran ${name.id} belum dapat dihitung: belum ada tahun penuh dengan anggaran dan realisasi.`,
      en: `The budget error of ${name.en} cannot be worked out: no full year has both budget and realisation.`
    };
  const side = Math.abs(mean) < 0.0005 ? null : mean > 0;
  const size = (language: Language) => formatPercent(mean, language, { sign: 'never' });
  return {
    id: `Dalam ${n} tahun, realisasi ${name.id} rata-rata ${side === null ? 'sama dengan' : `${size('id')} di ${side ? 'atas' : 'bawah'}`} anggaran; simpangan lazimnya ${formatPercent(rmse, 'id')}.`,
    en: `Over ${n} ${n === 1 ? 'year' : 'years'}, ${name.en} came ${side === null ? 'to its' : `${size('en')} ${side ? 'above' : 'below'} its`} budget on average; the typical error is ${formatPercent(rmse, 'en')}.`
  };
}

/** Marks a year whose realisasi is not of twelve months: `Januari–Oktober 2026`. */
export function partialYear(tahun: number, sampaiBulan: number): Text {
  return { id: formatMonthSpan(tahun, 1, sampaiBulan, 'id'), en: formatMonthSpan(tahun, 1, sampaiBulan, 'en') };
}
