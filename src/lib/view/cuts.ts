import type { CutInput } from '$lib/model/cuts/line';
import type { Database } from '$lib/query/define';
import { cutYears } from '$lib/query/cuts';
import { deliveredMonths } from '$lib/query/realization';
import { cutInput, type CutGaps } from './cutsInput';
import { cutPresets, type CutPresets } from './cutsPreset';
import { cutNames, cutRows, type CutGrain, type CutNames, type CutQuestion } from './cutsRows';
import { remember } from './remember';

/** A year that can be asked about. */
export interface CutYear {
  tahun: number;
  units: { kode: string; nama: string | null }[];
  /** Last month that every unit delivered realisasi without a gap since January; 0 without any. */
  bulan: number;
  /** The first month after it, where a plan starts by default; 12 once the year is delivered whole, 1 without realisasi. */
  mulai: number;
}

/** Everything the cut page reads for one question. */
export interface CutData {
  question: CutQuestion;
  input: CutInput;
  gaps: CutGaps;
  /** Stage in force in `mulai` of each unit. */
  stages: { kodeSkpd: string; tahap: string; berlakuBulan: number; disimpulkan: boolean }[];
  names: CutNames;
  presets: CutPresets;
}

/** Data of cuts by question: what one question asked stays for the next. Null where the year has no pagu in force in the month. */
export function cutDataOf(
  database: Database,
  grain: CutGrain = 'kecamatan'
): (question: CutQuestion) => Promise<CutData | null> {
  const remembered = remember(database);
  return (question) => cutData(remembered, question, grain);
}

/** The data of one question, see cutDataOf. */
export async function cutData(
  database: Database,
  question: CutQuestion,
  grain: CutGrain = 'kecamatan'
): Promise<CutData | null> {
  const rows = await cutRows(database, question, grain);
  const { input, gaps } = cutInput(rows, question);
  if (input.lines.length === 0) return null;
  const [names, presets] = await Promise.all([cutNames(database, question.tahun), cutPresets(database, input)]);
  const stages = rows.stages.filter(({ kodeSkpd }) => kodeSkpd.startsWith(question.kodeSkpd ?? ''));
  return { question, input, gaps, stages, names, presets };
}

/** Years of the extract that have a pagu, the latest first. */
export async function cutChoices(database: Database): Promise<CutYear[]> {
  const [granted, delivered] = await Promise.all([database.all(cutYears, {}), database.all(deliveredMonths, {})]);
  const years = [...new Set(granted.map(({ tahun }) => tahun))];
  return years.map((tahun) => {
    const units = granted.filter((row) => row.tahun === tahun).map(({ kodeSkpd, nama }) => ({ kode: kodeSkpd, nama }));
    const reach = units.map(({ kode }) =>
      wholeMonths(delivered.filter((row) => row.tahun === tahun && row.kodeSkpd === kode).map(({ bulan }) => bulan))
    );
    const bulan = Math.min(...reach);
    return { tahun, units, bulan, mulai: Math.min(12, bulan + 1) };
  });
}

/** Months delivered in a row since January. */
function wholeMonths(months: readonly number[]): number {
  const given = new Set(months);
  let last = 0;
  while (given.has(last + 1)) last += 1;
  return last;
}
