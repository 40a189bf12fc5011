import { groupOf, type Assessment, type BudgetLine } from '$lib/model/assessment';
import type { Thresholds } from '$lib/model/exceptionRules';
import type { PastYear } from '$lib/model/forecast';
import { pace, realizationRate, type Pace } from '$lib/model/realization';
import { perPeriod, sumOrNull, sumSeries, type Series, valueAt } from '$lib/model/series';
import { spikeIndices, type SpikeIndices } from '$lib/model/spike';
import type { Database } from '$lib/query/define';
import * as ask from '$lib/query/realization';
import type { RealizationFilter } from '$lib/url/filter';
import { credibilityOf, type CredibilityView } from './credibility';
import { decisionRow, exceptionRows, type DecisionView, type ExceptionRow, type ExceptionView } from './exception';
import { forecastOf, type ForecastView } from './forecast';
import { pastYears, type PastCodes } from './history';
import { lineKey, workKey } from './line';
import { outputRows, type OutputView } from './output';
import { promisesOf, type Promises } from './promise';
import { remember } from './remember';
import { bridgeOf, type BridgeView, denominatorOf, paguUsed, stageViews, type StageView } from './stage';
import { programTree, type TreeNode } from './tree';
import { commonMonth, realizationYears, type RealizationYear } from './year';

/** A choice a reader can make in a filter. */
export interface Choice {
  kode: string;
  nama: string;
}

/** Everything the realization page shows, in numbers: the same from either engine. Rupiah; `…Rate` are ratios; null is not known. */
export interface RealizationView extends Promises {
  tahun: number;
  /** Last month shown, 1–12; 0 when nothing was delivered. */
  bulan: number;
  years: { tahun: number; lastMonth: number }[];
  units: { kode: string; nama: string; tingkat: string }[];
  jenis: Choice[];
  sumberDana: Choice[];
  stages: StageView[];
  /** Stage of the cash plan used; null without one. */
  planStage: string | null;
  /** Name of what the view is narrowed to, with the codes above it, topmost first; empty for the whole agency. */
  path: { kode: string; nama: string; tingkat: string }[];
  pagu: number | null;
  realisasi: number | null;
  rencana: number | null;
  /** Cumulative, January first. */
  totals: Series;
  plan: Series;
  /** Cumulative cash plan to the end of the month before, by the plan in force then, rupiah; null in January or without one. */
  planBefore: number | null;
  /** What each month's percentage is measured against. */
  denominator: Series;
  past: { tahun: number; rates: Series; monthly: Series; spike: SpikeIndices }[];
  monthly: Series;
  pace: Pace;
  forecast: ForecastView;
  bridge: BridgeView | null;
  exceptions: ExceptionView[];
  /** Rupiah at risk over all exceptions, and how many sub kegiatan have any; null where no line has a forecast. */
  atRisk: { rupiah: number | null; count: number };
  decision: DecisionView | null;
  tree: TreeNode[];
  outputs: OutputView[];
  credibility: CredibilityView;
  files: { nama: string | null; layout: string; perTanggal: string | null }[];
  /** Sources pay lines, not spending: said when the view is narrowed to one. */
  narrowedBySource: boolean;
}

/** A view as a page carries it: its exceptions as rows, for their reasons are sentences of the page. */
export type RealizationPage = Omit<RealizationView, 'exceptions'> & { exceptions: ExceptionRow[] };

/** Answers the realization page for a filter; `thresholds` move the rules of the exceptions. Null when the extract has no realisasi at all. */
export async function realizationView(
  database: Database,
  filter: RealizationFilter,
  thresholds: Partial<Thresholds> = {}
): Promise<RealizationView | null> {
  return realizationViews(database)(filter, thresholds);
}

/** As `realizationView`, for many filters of one extract: rows and assessments stay, so that a second look asks only what is new. */
export function realizationViews(
  database: Database
): (filter: RealizationFilter, thresholds?: Partial<Thresholds>) => Promise<RealizationView | null> {
  const remembered = remember(database);
  const yearOf = realizationYears(remembered);
  return async (filter, thresholds = {}) => {
    const year = await yearOf(filter);
    if (year === null) return null;
    const { tahun, bulan } = year;
    const { sumberDana: kodeSumberDana } = filter;
    const paid =
      kodeSumberDana === null ? null : await remembered.all(ask.linesOfSource, { tahun, kodeSumberDana, bulan });
    return narrow(year, filter, paid && new Set(paid.map(lineKey)), thresholds);
  };
}

/** The view of a year that a filter narrows; `ofSource` are the lines that the chosen source pays for, null without one. */
function narrow(
  year: RealizationYear,
  filter: RealizationFilter,
  ofSource: ReadonlySet<string> | null,
  thresholds: Partial<Thresholds>
): RealizationView {
  const { tahun, bulan, unit, delivered, units, plan, lines, assessment, history } = year;
  const { commitments, obligations, outputs, names, jenis, sources, files } = year;
  const kept = (line: PastCodes): boolean =>
    (filter.kode === null || (line.kodeSubkegiatan !== null && below(line.kodeSubkegiatan, filter.kode))) &&
    (filter.jenis === null || (line.kodeJenis !== null && below(line.kodeJenis, filter.jenis))) &&
    (ofSource === null || (isWhole(line) && ofSource.has(lineKey(line))));
  const shown = lines.filter(kept);
  const chosen = new Set(shown.map(({ kode }) => kode));
  const assessed = assessment.lines.filter(({ line }) => chosen.has(line.kode));
  const works = new Set(shown.map(workKey));
  const wholeWorks = assessment.lines.filter(({ line }) => works.has(workKey(line)));
  const unitName = new Map(units.map(({ kode, nama }) => [kode, nama]));
  const jenisName = new Map(jenis.map(({ kode, nama }) => [kode, nama]));
  const labels = {
    subkegiatan: (kode: string) => names.get(kode)?.nama ?? kode,
    unit: (kode: string) => unitName.get(kode) ?? kode,
    jenis: (kode: string) => jenisName.get(kode) ?? kode
  };
  const stages = stageViews(year, shown, filter.tahap, bulan);
  const paguOf = paguUsed(year, shown, stages, bulan);
  const denominator = denominatorOf(shown, stages, paguOf, bulan);
  const totals = sumSeries(shown.map((line) => line.totals));
  const planLines = shown.flatMap((line) => (line.rencana === null ? [] : [line.rencana]));
  const planSeries = planLines.length === shown.length ? sumSeries(planLines) : [];
  const past = pastYears(history, kept);
  const found = { assessed, wholeWorks, bulan, labels, thresholds, paguOf };
  const exceptions = exceptionRows(found);
  const paguNow = valueAt(denominator, bulan);
  return {
    tahun,
    bulan,
    years: [...new Set(delivered.map((row) => row.tahun))].map((year) => ({
      tahun: year,
      lastMonth: commonMonth(delivered.filter((row) => row.tahun === year))
    })),
    units,
    jenis: jenis.filter(({ kode }) => kode.split('.').length === 3 && lines.some((line) => line.kodeJenis === kode)),
    sumberDana: sources.map(({ kode, nama }) => ({ kode, nama })),
    stages,
    planStage: plan[0]?.tahap ?? null,
    path: pathOf(filter, names, unit, jenis, sources),
    pagu: paguNow,
    realisasi: valueAt(totals, bulan),
    rencana: valueAt(planSeries, bulan),
    totals,
    plan: planSeries,
    planBefore: shown.length === 0 ? null : sumOrNull(shown.map((line) => plannedBefore(line, bulan))),
    denominator,
    past: past.map((year) => ({
      tahun: year.tahun,
      rates: ratesOf(year),
      monthly: perPeriod(year.totals),
      spike: spikeIndices(perPeriod(year.totals))
    })),
    monthly: perPeriod(totals),
    pace: pace(totals, paguNow, bulan),
    forecast: forecastOf(
      assessment,
      assessed,
      shown.length === lines.length,
      groupsKept(assessment, lines, chosen),
      denominator,
      bulan
    ),
    bridge: bridgeOf(stages, shown, valueAt(totals, bulan)),
    ...promisesOf(shown, commitments, obligations),
    exceptions,
    atRisk: {
      rupiah: assessed.some(({ risk }) => risk.rupiah !== null)
        ? exceptions.reduce((sum, { rupiahAtRisk }) => sum + rupiahAtRisk, 0)
        : null,
      count: exceptions.filter(({ rupiahAtRisk }) => rupiahAtRisk > 0).length
    },
    decision: decisionRow(found, exceptions),
    tree: programTree(shown, names, bulan, paguOf),
    outputs: outputRows(
      outputs.filter((row) => works.has(workKey(row))),
      wholeWorks.map(({ line }) => line),
      bulan,
      labels,
      paguUsed(
        year,
        wholeWorks.map(({ line }) => line),
        stages,
        bulan
      )
    ),
    credibility: credibilityOf(history, kept, past),
    files: files.map(({ nama, layout, perTanggal }) => ({ nama, layout, perTanggal })),
    narrowedBySource: filter.sumberDana !== null
  };
}

function plannedBefore({ before }: BudgetLine, bulan: number): number | null {
  return before === null || before.rencana === null ? null : valueAt(before.rencana, bulan - 1);
}

/** Whether every code of a line is known in this year. */
function isWhole(line: PastCodes): line is Record<keyof PastCodes, string> {
  return line.kodeSkpd !== null && line.kodeSubkegiatan !== null && line.kodeJenis !== null;
}

/** Whether a dotted code is another one or lies below it. */
export function below(kode: string, above: string): boolean {
  return kode === above || kode.startsWith(`${above}.`);
}

function ratesOf({ totals, pagu }: PastYear): Series {
  return totals.map((total, i) => realizationRate(total, pagu[i] ?? null));
}

/** Groups (SKPD × jenis) whose every line is shown: their own forecast can be used whole. */
function groupsKept(assessment: Assessment, lines: readonly BudgetLine[], chosen: ReadonlySet<string>): Set<string> {
  const partly = new Set(lines.filter(({ kode }) => !chosen.has(kode)).map(groupOf));
  return new Set(assessment.groups.map(({ kode }) => kode).filter((kode) => !partly.has(kode)));
}

/** What a view is narrowed to: unit, codes from the top down, jenis belanja, source of funds. */
function pathOf(
  filter: RealizationFilter,
  names: ReadonlyMap<string, { nama: string; tingkat: string }>,
  unit: RealizationView['units'][number] | undefined,
  jenis: readonly Choice[],
  sources: readonly Choice[]
): RealizationView['path'] {
  const above = [...names]
    .filter(
      ([kode, { tingkat }]) => filter.kode !== null && below(filter.kode, kode) && !/^(urusan|bidang)$/.test(tingkat)
    )
    .sort(([a], [b]) => a.length - b.length)
    .map(([kode, { nama, tingkat }]) => ({ kode, nama, tingkat }));
  const chosen = (list: readonly Choice[], kode: string | null, tingkat: string): RealizationView['path'] =>
    kode === null ? [] : [{ kode, nama: list.find((one) => one.kode === kode)?.nama ?? kode, tingkat }];
  return [
    ...(unit === undefined ? [] : [unit]),
    ...above,
    ...chosen(jenis, filter.jenis, 'jenis'),
    ...chosen(sources, filter.sumberDana, 'sumberDana')
  ];
}
