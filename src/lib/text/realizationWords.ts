import { formatDate, formatMonthYear, endOfMonth } from '$lib/format/date';
import { formatPercent, formatRupiah, formatRupiahShort } from '$lib/format/number';
import { stageName } from '$lib/contract/stage';
import { valueAt } from '$lib/model/series';
import type { Why } from '$lib/ui/why';
import type { RealizationView } from '$lib/view/realization';
import { decisionRule, decisionSentence } from './decision';
import { riskDefinition } from './exception';
import { forecastMethodText, forecastSentence, incomparableText, methodCountsText, untestedText } from './forecast';
import type { Language, Text } from './language';
import { monthChangeSentence } from './month';
import { gapTitle, paceHeadline, planClause } from './pace';
import { rates, usedStage } from './realizationRates';

const spendingFiles = ['sipd-lra', 'realisasi-datar'];
const paguFiles = ['pagu-datar', 'sipd-rincian'];

/** Under a table with percentages: against which stage they are, and up to when. */
export function percentNote(view: RealizationView): Text {
  const stage = usedStage(view);
  const month = {
    id: formatMonthYear(view.tahun, view.bulan, 'id'),
    en: formatMonthYear(view.tahun, view.bulan, 'en')
  };
  return {
    id: `Persentase dari pagu ${stage?.id ?? '–'}, sampai ${month.id}`,
    en: `Percentages of the pagu of the ${stage?.en ?? '–'}, up to ${month.en}`
  };
}

/** What a view is narrowed to, in one name; null for the whole agency. */
export function scopeName({ path }: RealizationView): string | null {
  const place = path.findLast(({ tingkat }) => tingkat !== 'jenis' && tingkat !== 'sumberDana');
  const kinds = path.filter(({ tingkat }) => tingkat === 'jenis' || tingkat === 'sumberDana');
  const names = [...(place === undefined ? [] : [place]), ...kinds].map(({ nama }) => nama);
  return names.length === 0 ? null : names.join(', ');
}

/** Headline of a view. */
export function headline(view: RealizationView): Text {
  const { pagu, realisasi, rencana, tahun, bulan } = view;
  const rate = pagu === null || pagu === 0 || realisasi === null ? null : realisasi / pagu;
  const planRate = pagu === null || pagu === 0 || rencana === null ? null : rencana / pagu;
  return paceHeadline({
    tahun,
    bulan,
    realizationRate: rate,
    planRate,
    scope: scopeName(view),
    ...(rate === null ? { lacking: pagu === null || pagu === 0 ? ('pagu' as const) : ('realisasi' as const) } : {})
  });
}

/** Where the year is going to end, in one sentence. */
export function forecastWords({ tahun, forecast }: RealizationView): Text {
  const { method, reason, forecastRate, lowRate, highRate, years } = forecast;
  return forecastSentence({ tahun, method, reason, forecastRate, lowRate, highRate, years: years.length });
}

/** Title of the S-curve. */
export function curveTitle(view: RealizationView): Text {
  return gapTitle({ realizationRates: rates(view, view.totals, view.bulan), planRates: rates(view, view.plan, 12) });
}

/** What changed since the month before. */
export function changeWords(view: RealizationView): Text {
  const { bulan, monthly, totals, rencana, planBefore, denominator } = view;
  const gap = (month: number, planned: number | null): number | null => {
    const [spent, pagu] = [valueAt(totals, month), valueAt(denominator, month)];
    return spent === null || planned === null || pagu === null || pagu === 0 ? null : (spent - planned) / pagu;
  };
  const [now, before] = [valueAt(denominator, bulan), valueAt(denominator, bulan - 1)];
  const realisasi = valueAt(totals, bulan);
  return monthChangeSentence({
    bulan,
    realisasi: valueAt(monthly, bulan),
    realizationRate: realisasi === null || now === null || now === 0 ? null : realisasi / now,
    paguChange: now === null || before === null ? null : now - before,
    gap: gap(bulan, rencana),
    // By the plan of that month: against a plan revised since, the distance would seem to change where nothing did.
    gapBefore: gap(bulan - 1, planBefore)
  });
}

/** The one decision in words. */
export function decisionWords({ decision, tahun }: RealizationView): Text {
  if (decision === null) return decisionSentence(null);
  const { nama, namaSkpd, rupiahAtRisk, action, untilMonth, open, isCommitmentUnknown } = decision;
  return decisionSentence({ nama, who: namaSkpd, rupiahAtRisk, action, tahun, untilMonth, open, isCommitmentUnknown });
}

/** What a figure rests on: the exports of the view among those of its kind, and as of when. */
export function sourceLine(
  view: RealizationView,
  language: Language,
  kind: 'pace' | 'pagu' | 'months' = 'pace'
): string {
  const wanted = {
    pace: [...spendingFiles, 'sipd-rak', ...paguFiles],
    pagu: [...paguFiles, ...spendingFiles, 'kontrak', 'kewajiban'],
    months: spendingFiles
  }[kind];
  const there = new Set(view.files.map(({ layout }) => layout));
  const names = [...new Set(wanted.filter((layout) => there.has(layout)))].map(
    (layout) => layoutNames[layout] ?? layout
  );
  const asOf = endOfMonth(view.tahun, view.bulan);
  return [names.join(', '), asOf === null ? null : formatDate(asOf, language)].filter(Boolean).join(', ');
}

const layoutNames: Record<string, string> = {
  'sipd-lra': 'LRA SIPD',
  'sipd-rak': 'RAK SIPD',
  'sipd-rincian': 'rincian belanja SIPD',
  'pagu-datar': 'pagu SIPD',
  'realisasi-datar': 'realisasi SIPD',
  rfk: 'RFK',
  kontrak: 'kontrak',
  keluaran: 'keluaran',
  kewajiban: 'kewajiban'
};

/** Names of the files of some layouts, the latest first; all of them are in the quality report. */
export function fileNames(view: RealizationView, layouts: readonly string[]): string[] {
  const named = view.files.filter(({ layout, nama }) => nama !== null && layouts.includes(layout));
  const sorted = named
    .toSorted((a, b) => ((a.perTanggal ?? '') < (b.perTanggal ?? '') ? 1 : -1))
    .map(({ nama }) => nama!);
  return sorted.length > 4 ? [...sorted.slice(0, 3), `+ ${sorted.length - 3}`] : sorted;
}

/** Why the share spent is what it is. */
export function whyRate(view: RealizationView, language: Language): Why {
  const { pagu, realisasi } = view;
  const stage = usedStage(view)?.[language];
  const asOf = endOfMonth(view.tahun, view.bulan);
  const share = pagu === null || pagu === 0 || realisasi === null ? null : realisasi / pagu;
  return {
    method: 'tingkat-realisasi',
    formula:
      language === 'id'
        ? 'realisasi sejak Januari ÷ pagu tahap yang disebut'
        : 'realization since January ÷ pagu of the stage named',
    values: `${formatRupiah(realisasi, language)} ÷ ${formatRupiah(pagu, language)} = ${formatPercent(share, language)}`,
    files: fileNames(view, spendingFiles),
    ...(stage === undefined ? {} : { stage }),
    ...(asOf === null ? {} : { asOf: formatDate(asOf, language) })
  };
}

/** Why the S-curve and its forecast are what they are. */
export function whyCurve(view: RealizationView, language: Language): Why {
  const { forecast } = view;
  const id = language === 'id';
  const errors = forecast.backtest
    .map(({ tahun, error }) => `${tahun} ${formatPercent(error, language, { sign: 'always' })}`)
    .join(', ');
  const band =
    forecast.low === null
      ? ''
      : ` (${formatRupiahShort(forecast.low, language)}–${formatRupiahShort(forecast.high, language)})`;
  const notes = [
    forecastMethodText(forecast.method, forecast.meanAbsoluteError)[language],
    forecast.methods.length > 1 ? methodCountsText(forecast.methods)[language] : '',
    errors === '' ? '' : `${id ? 'uji mundur' : 'backtest'}: ${errors}`,
    errors === '' ? '' : untestedText(forecast.untested)[language],
    forecast.low === null
      ? ''
      : id
        ? 'rentang 80 %: kira-kira delapan dari sepuluh tahun serupa berakhir di dalamnya'
        : 'an 80% range: about eight of ten such years end within it',
    incomparableText(view.past.filter(({ rates }) => rates.every((rate) => rate === null)))[language],
    forecast.divided
      ? id
        ? 'bagian dari kelompok yang lebih besar, dibagi menurut rencana kas'
        : 'part of larger groups, divided by cash plan'
      : ''
  ];
  return {
    ...whyRate(view, language),
    method: 'perkiraan-akhir-tahun',
    formula: id
      ? 'tiap bulan: realisasi kumulatif ÷ pagu yang berlaku pada bulan itu; perkiraan: realisasi × (jumlah setahun ÷ jumlah sampai bulan yang sama) tahun-tahun lalu, per SKPD dan jenis belanja'
      : 'each month: cumulative realization ÷ pagu in force in that month; forecast: realization × (year totals ÷ totals to the same month) of past years, by agency and type of spending',
    values:
      forecast.forecast === null
        ? formatPercent(null, language)
        : `${formatRupiah(forecast.forecast, language)}${band}`,
    note: notes.filter(Boolean).join('; ')
  };
}

/** Why the rows of programs and accounts are what they are. */
export function whyRows(view: RealizationView, language: Language): Why {
  const id = language === 'id';
  return {
    ...whyRate(view, language),
    formula: id
      ? 'tiap baris: jumlah rekening di bawahnya; terpakai = realisasi ÷ pagu; rencana = rencana kas kumulatif ÷ pagu; fisik menurut RFK'
      : 'each row: the sum of the accounts below it; spent = realization ÷ pagu; planned = cumulative cash plan ÷ pagu; work as RFK reports it',
    files: fileNames(view, [...spendingFiles, ...paguFiles, 'sipd-rak', 'rfk', 'kontrak'])
  };
}

/** Why the monthly bars are what they are. */
export function whyMonths(view: RealizationView, language: Language): Why {
  const asOf = endOfMonth(view.tahun, view.bulan);
  return {
    method: 'realisasi-bulanan',
    formula:
      language === 'id'
        ? 'realisasi dalam bulan itu saja; dari berkas kumulatif: kumulatif bulan ini − kumulatif bulan sebelumnya; bulan tanpa berkas kosong, bukan nol'
        : 'realization within the month; from cumulative files: this month’s total − the month before; a month without a file is empty, not zero',
    files: fileNames(view, spendingFiles),
    ...(asOf === null ? {} : { asOf: formatDate(asOf, language) })
  };
}

/** Why the bridge is what it is. */
export function whyBridge(view: RealizationView, language: Language): Why {
  const id = language === 'id';
  const asOf = endOfMonth(view.tahun, view.bulan);
  return {
    method: 'jembatan-pagu',
    formula: id
      ? 'pagu murni ± tiap pergeseran dan perubahan = pagu berlaku; − realisasi = sisa; − kontrak belum dibayar − kewajiban lain = bebas'
      : 'original pagu ± each reallocation and the amendment = pagu in force; − realization = left; − contracts not paid − other obligations = free',
    values: view.stages
      .map(({ tahap, pagu }) => `${stageName(tahap)[language]} ${formatRupiah(pagu, language)}`)
      .join('; '),
    files: fileNames(view, [...paguFiles, 'sipd-lra']),
    ...(asOf === null ? {} : { asOf: formatDate(asOf, language) })
  };
}

/** Why an amount is at risk. */
export function whyRisk(view: RealizationView, language: Language): Why {
  const asOf = endOfMonth(view.tahun, view.bulan);
  const { decision } = view;
  return {
    method: 'rupiah-berisiko',
    formula: riskDefinition[language],
    ...(decision === null
      ? {}
      : { values: `${decision.nama}: ${formatRupiah(Math.round(decision.rupiahAtRisk), language)}` }),
    files: fileNames(view, [...spendingFiles, 'sipd-rak']),
    ...(usedStage(view) === null ? {} : { stage: usedStage(view)![language] }),
    ...(asOf === null ? {} : { asOf: formatDate(asOf, language) }),
    note: decisionRule[language]
  };
}

/** What the amount at risk counts, or why there is none. */
export function atRiskWords({ atRisk }: RealizationView): Text {
  if (atRisk.rupiah === null) return { id: 'tanpa perkiraan tidak dapat dihitung', en: 'not known without a forecast' };
  if (atRisk.count === 0) return { id: 'di semua sub kegiatan', en: 'in all sub-activities' };
  return {
    id: `di ${atRisk.count} sub kegiatan`,
    en: `in ${atRisk.count} sub-${atRisk.count === 1 ? 'activity' : 'activities'}`
  };
}

/** Distance to plan in points, for a key figure. */
export function gapWords(view: RealizationView): Text {
  const { pagu, realisasi, rencana } = view;
  if (pagu === null || pagu === 0) return planClause(null, null, 1);
  return planClause(realisasi === null ? null : realisasi / pagu, rencana === null ? null : rencana / pagu, 1);
}

/** `31 Oktober 2026` or `Oktober 2026` of a view. */
export function viewMonth({ tahun, bulan }: RealizationView, language: Language): string {
  return formatMonthYear(tahun, bulan, language);
}
