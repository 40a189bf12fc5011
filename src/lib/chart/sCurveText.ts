import { formatMonth, formatMonthYear } from '$lib/format/date';
import { formatPercent, formatPercentRange, formatPoints } from '$lib/format/number';
import type { DataTable } from '$lib/format/table';
import { curveText } from '$lib/text/curve';
import { figureText } from '$lib/text/figure';
import type { Language } from '$lib/text/language';
import { planClause } from '$lib/text/pace';
import { lastPoint, type SCurveData, type SCurveLabels } from './sCurve';
import { textWidth, type Size } from './size';

/** The labels at the ends of the lines and the note at the last point, in words, with the room they need. */
export function sCurveLabels(data: SCurveData, language: Language, size: Size): SCurveLabels & { noteLines: string[] } {
  const short = size.drawing === 'phone';
  const percent = (rate: number | null | undefined) => formatPercent(rate, language, { digits: 0 });
  const plan = data.rencana.findLast((rate) => rate !== null) ?? null;
  const ahead = data.forecast?.at(-1);
  const ends: Record<string, string[]> = {};
  if (plan !== null) {
    const name = curveText[short ? 'planShort' : 'plan'][language];
    // A plan that stops before December says where.
    const last = data.rencana.findLastIndex((rate) => rate !== null) + 1;
    const until = last < 12 ? ` ${formatMonth(last, language, 'short')}` : '';
    ends['rencana'] = short ? [name + until, percent(plan)] : [`${name}${until} ${percent(plan)}`];
  }
  if (ahead) ends['forecast'] = forecastLabel(ahead, language, short);
  for (const { tahun, rates } of data.past) {
    const last = rates.findLast((rate) => rate !== null);
    if (last !== undefined) ends[`past-${tahun}`] = [short ? String(tahun) : `${tahun}: ${percent(last)}`];
  }
  const noteLines = noteOf(data, language, short);
  const widest = (lines: readonly string[], bold: boolean) =>
    Math.max(0, ...lines.map((line) => textWidth(line, size.fontSize, bold)));
  return {
    ends,
    endWidth: widest(Object.values(ends).flat(), true),
    noteLines,
    note: { width: widest(noteLines, true), height: noteLines.length * size.fontSize * 1.25 }
  };
}

/** The S-curve as a table: a row for each month. */
export function sCurveTable(data: SCurveData, language: Language): DataTable {
  const at = (rates: readonly (number | null)[], index: number) => rates[index] ?? null;
  const hasForecast = (data.forecast?.length ?? 0) > 0;
  const percent = (key: string, label: string, wideOnly = false) => ({
    key,
    label,
    kind: 'percent' as const,
    wideOnly
  });
  return {
    columns: [
      { key: 'bulan', label: figureText.month[language], kind: 'text' },
      percent('realisasi', `${curveText.realisasi[language]} ${data.tahun}`),
      percent('rencana', curveText.plan[language]),
      ...(hasForecast
        ? [
            percent('perkiraan', curveText.forecast[language]),
            percent('rendah', `${curveText.forecast[language]}, ${language === 'id' ? 'bawah' : 'low'}`, true),
            percent('tinggi', `${curveText.forecast[language]}, ${language === 'id' ? 'atas' : 'high'}`, true)
          ]
        : []),
      ...data.past.map(({ tahun }) => percent(`past-${tahun}`, String(tahun), true))
    ],
    rows: Array.from({ length: 12 }, (_, index) => {
      const ahead = data.forecast?.find(({ bulan }) => bulan === index + 1);
      return {
        bulan: formatMonth(index + 1, language),
        realisasi: at(data.realisasi, index),
        rencana: at(data.rencana, index),
        perkiraan: ahead?.rate ?? null,
        rendah: ahead?.low ?? null,
        tinggi: ahead?.high ?? null,
        ...Object.fromEntries(data.past.map(({ tahun, rates }) => [`past-${tahun}`, at(rates, index)]))
      };
    })
  };
}

function forecastLabel(
  { rate, low, high }: { rate: number; low: number | null; high: number | null },
  language: Language,
  short: boolean
): string[] {
  const name = curveText.forecast[language];
  const point = formatPercent(rate, language, { digits: 0 });
  const range = low === null || high === null ? null : formatPercentRange(low, high, language);
  if (short) return [name, range ?? point];
  return range === null ? [`${name} ${point}`] : [`${name} ${point}`, `${curveText.range[language]} ${range}`];
}

function noteOf(data: SCurveData, language: Language, short: boolean): string[] {
  const end = lastPoint(data.realisasi);
  if (!end) return [];
  const plan = data.rencana[end.bulan - 1] ?? null;
  const when = short
    ? formatMonth(end.bulan, language, 'short')
    : formatMonthYear(data.tahun, end.bulan, language, 'short');
  const first = `${when}: ${formatPercent(end.rate, language)}`;
  if (plan === null) return [first];
  const gap = short
    ? formatPoints(end.rate - plan, language, { sign: 'always' })
    : planClause(end.rate, plan, 1)[language];
  return [first, gap];
}
