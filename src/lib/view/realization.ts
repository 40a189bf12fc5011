import { groupOf, type Assessment, type BudgetLine } from '$lib/model/assessment';
import { bridge, type BridgeStep } from '$lib/model/bridge';
import type { PastYear } from '$lib/model/forecast';
import { pace, realizationRate, type Pace } from '$lib/model/realization';
import { perPeriod, sumOrNull, sumSeries, type Series, valueAt } from '$lib/model/series';
import { spikeIndices, type SpikeIndices } from '$lib/model/spike';
import type { Database } from '$lib/query/define';
import * as ask from '$lib/query/realization';
import type { RealizationFilter } from '$lib/url/filter';
import { credibilityOf, type CredibilityView } from './credibility';
import { decisionRow, exceptionRows, type DecisionView, type ExceptionView } from './exception';
import { forecastOf, type ForecastView } from './forecast';
import { pastYears } from './history';
import { lineKey, stagesInForce } from './line';
import { outputRows, type OutputView } from './output';
import { remember } from './remember';
import { programTree, type TreeNode } from './tree';
import { commonMonth, realizationYears, type RealizationYear } from './year';

/** A choice a reader can make in a filter. */
export interface Choice {
  kode: string;
  nama: string;
}

/** A stage of the scope: whole pagu of the lines shown, rupiah, and whether percentages are measured against it. */
export interface StageView {
  tahap: string;
  urutanTahap: number;
  berlakuBulan: number;
  disimpulkan: boolean;
  pagu: number;
  inForce: boolean;
  used: boolean;
}

/** Everything the realization page shows, in numbers: the same from either engine. Rupiah; `…Rate` are ratios; null is not known. */
export interface RealizationView {
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
  /** What each month's percentage is measured against. */
  denominator: Series;
  past: { tahun: number; rates: Series; monthly: Series; spike: SpikeIndices }[];
  monthly: Series;
  pace: Pace;
  forecast: ForecastView;
  bridge: { steps: { kind: BridgeStep['kind']; key: string; rupiah: number }[]; unknown: string[] } | null;
  /** Contracts signed and not yet paid, bills not paid, pay still due; null where no list was delivered. */
  kontrakSisa: number | null;
  utang: number | null;
  kewajibanSisa: number | null;
  exceptions: ExceptionView[];
  /** Rupiah at risk over all exceptions, and how many sub kegiatan have any; null where no line has a forecast. */
  atRisk: { rupiah: number | null; count: number };
  decision: DecisionView | null;
  tree: TreeNode[];
  outputs: OutputView[];
  credibility: CredibilityView;
  files: { idBerkas: string; nama: string | null; layout: string; perTanggal: string | null }[];
  /** Sources pay lines, not spending: said when the view is narrowed to one. */
  narrowedBySource: boolean;
}

/** Answers the realization page for a filter; `thresholds` move the rules of the exceptions. Null when the extract has no realisasi at all. */
export async function realizationView(
  database: Database,
  filter: RealizationFilter,
  thresholds: Parameters<typeof exceptionRows>[3] = {}
): Promise<RealizationView | null> {
  return realizationViews(database)(filter, thresholds);
}

/** As `realizationView`, for many filters of one extract: rows and assessments stay, so that a second look asks only what is new. */
export function realizationViews(
  database: Database
): (filter: RealizationFilter, thresholds?: Parameters<typeof exceptionRows>[3]) => Promise<RealizationView | null> {
  const remembered = remember(database);
  const yearOf = realizationYears(remembered);
  return async (filter, thresholds = {}) => {
    const year = await yearOf(filter);
    if (year === null) return null;
    const { tahun } = year;
    const { sumberDana: kodeSumberDana } = filter;
    const paid = kodeSumberDana === null ? null : await remembered.all(ask.linesOfSource, { tahun, kodeSumberDana });
    return narrow(year, filter, paid && new Set(paid.map(lineKey)), thresholds);
  };
}

/** The view of a year that a filter narrows; `ofSource` are the lines that the chosen source pays for, null without one. */
function narrow(
  year: RealizationYear,
  filter: RealizationFilter,
  ofSource: ReadonlySet<string> | null,
  thresholds: Parameters<typeof exceptionRows>[3]
): RealizationView {
  const { tahun, bulan, unit, delivered, units, stages, pagu, plan, lines, assessment, history } = year;
  const { commitments, commitmentUnits, obligations, outputs, names, jenis, sources, files } = year;
  const kept = (line: { kodeSkpd: string; kodeSubkegiatan: string | null; kodeJenis: string }): boolean =>
    (filter.kode === null || (line.kodeSubkegiatan !== null && below(line.kodeSubkegiatan, filter.kode))) &&
    (filter.jenis === null || below(line.kodeJenis, filter.jenis)) &&
    (ofSource === null ||
      (line.kodeSubkegiatan !== null && ofSource.has(lineKey({ ...line, kodeSubkegiatan: line.kodeSubkegiatan }))));
  const shown = lines.filter(kept);
  const chosen = new Set(shown.map(({ kode }) => kode));
  const assessed = assessment.lines.filter(({ line }) => chosen.has(line.kode));
  const unitName = new Map(units.map(({ kode, nama }) => [kode, nama]));
  const jenisName = new Map(jenis.map(({ kode, nama }) => [kode, nama]));
  const labels = {
    subkegiatan: (kode: string) => names.get(kode)?.nama ?? kode,
    unit: (kode: string) => unitName.get(kode) ?? kode,
    jenis: (kode: string) => jenisName.get(kode) ?? kode
  };
  const stageViews = stagesOf(stages, pagu, shown, filter.tahap, bulan);
  const denominator = denominatorOf(shown, pagu, stages, stageViews, bulan);
  const totals = sumSeries(shown.map((line) => line.totals));
  const planLines = shown.flatMap((line) => (line.rencana === null ? [] : [line.rencana]));
  const planSeries = planLines.length === shown.length ? sumSeries(planLines) : [];
  const past = pastYears(history, kept);
  const exceptions = exceptionRows(assessed, bulan, labels, thresholds);
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
    stages: stageViews,
    planStage: plan[0]?.tahap ?? null,
    path: pathOf(filter, names, unit),
    pagu: paguNow,
    realisasi: valueAt(totals, bulan),
    rencana: valueAt(planSeries, bulan),
    totals,
    plan: planSeries,
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
    bridge: bridgeOf(stageViews, shown, bulan, totals),
    kontrakSisa: sumOrNull(shown.map((line) => line.komitmen)),
    utang: commitmentUnits.length === 0 ? null : sumKept(commitments, kept, (row) => row.utang),
    kewajibanSisa: obligations.length === 0 ? null : sumKept(obligations, kept, (row) => row.sisa),
    exceptions,
    atRisk: {
      rupiah: assessed.some(({ risk }) => risk.rupiah !== null)
        ? exceptions.reduce((sum, { rupiahAtRisk }) => sum + rupiahAtRisk, 0)
        : null,
      count: exceptions.filter(({ rupiahAtRisk }) => rupiahAtRisk > 0).length
    },
    decision: decisionRow(assessed, bulan, labels, thresholds),
    tree: programTree(
      shown,
      names,
      bulan,
      pagu,
      stageViews.find(({ used, inForce }) => used && !inForce)?.urutanTahap ?? null
    ),
    outputs: outputRows(
      outputs.filter((row) => filter.kode === null || below(row.kodeSubkegiatan, filter.kode)),
      shown,
      bulan,
      labels
    ),
    credibility: credibilityOf(history, kept),
    files: files.map(({ idBerkas, nama, layout, perTanggal }) => ({ idBerkas, nama, layout, perTanggal })),
    narrowedBySource: filter.sumberDana !== null
  };
}

/** Whether a dotted code is another one or lies below it. */
export function below(kode: string, above: string): boolean {
  return kode === above || kode.startsWith(`${above}.`);
}

function sumKept<Row extends { kodeSkpd: string; kodeSubkegiatan: string; kodeJenis: string }>(
  rows: readonly Row[],
  kept: (row: Row) => boolean,
  value: (row: Row) => number
): number {
  return rows.filter(kept).reduce((sum, row) => sum + value(row), 0);
}

/** Stages over the units of the scope: at each order number a unit stands at its latest stage up to it. Rupiah of the lines shown. */
function stagesOf(
  stages: readonly ask.StageRow[],
  pagu: readonly ask.LinePaguRow[],
  shown: readonly BudgetLine[],
  wanted: string | null,
  bulan: number
): StageView[] {
  const chosen = new Set(shown.map(({ kode }) => kode));
  const inForce = stagesInForce(stages);
  const latest = Math.max(-1, ...[...inForce.values()].map((series) => series[bulan - 1] ?? -1));
  const first = new Map<number, ask.StageRow>();
  for (const stage of stages) if (!first.has(stage.urutanTahap)) first.set(stage.urutanTahap, stage);
  const views = [...first.values()]
    .sort((a, b) => a.urutanTahap - b.urutanTahap)
    .map((stage) => ({
      tahap: stage.tahap,
      urutanTahap: stage.urutanTahap,
      berlakuBulan: Math.min(
        ...stages.filter((row) => row.urutanTahap === stage.urutanTahap).map((row) => row.berlakuBulan)
      ),
      disimpulkan: stage.disimpulkan,
      pagu: paguAt(pagu, stages, stage.urutanTahap, chosen),
      inForce: stage.urutanTahap === latest,
      used: false
    }));
  const used = views.find(({ tahap }) => tahap === wanted) ?? views.find((view) => view.inForce);
  return views.map((view) => ({ ...view, used: view === used }));
}

function paguAt(
  pagu: readonly ask.LinePaguRow[],
  stages: readonly ask.StageRow[],
  urutanTahap: number,
  chosen: ReadonlySet<string>
): number {
  const stageOf = new Map<string, number>();
  for (const stage of stages)
    if (stage.urutanTahap <= urutanTahap)
      stageOf.set(stage.kodeSkpd, Math.max(stageOf.get(stage.kodeSkpd) ?? -1, stage.urutanTahap));
  return pagu.reduce(
    (sum, row) =>
      stageOf.get(row.kodeSkpd) === row.urutanTahap &&
      chosen.has(`${row.kodeSkpd} ${row.kodeSubkegiatan} ${row.kodeJenis}`)
        ? sum + row.pagu
        : sum,
    0
  );
}

/** What percentages are measured against: the pagu in force at the end of each month (after the view's month, of that month), or one stage throughout. */
function denominatorOf(
  shown: readonly BudgetLine[],
  pagu: readonly ask.LinePaguRow[],
  stages: readonly ask.StageRow[],
  views: readonly StageView[],
  bulan: number
): Series {
  const used = views.find((view) => view.used);
  if (used === undefined) return Array.from({ length: 12 }, () => null);
  if (!used.inForce) {
    const fixed = paguAt(pagu, stages, used.urutanTahap, new Set(shown.map(({ kode }) => kode)));
    return Array.from({ length: 12 }, () => fixed);
  }
  const inForce = sumSeries(shown.map((line) => line.pagu));
  return Array.from({ length: 12 }, (_, i) => inForce[Math.min(i, bulan - 1)] ?? null);
}

function ratesOf({ totals, pagu }: PastYear): Series {
  return totals.map((total, i) => realizationRate(total, pagu[i] ?? null));
}

/** Groups (SKPD × jenis) whose every line is shown: their own forecast can be used whole. */
function groupsKept(assessment: Assessment, lines: readonly BudgetLine[], chosen: ReadonlySet<string>): Set<string> {
  const partly = new Set(lines.filter(({ kode }) => !chosen.has(kode)).map(groupOf));
  return new Set(assessment.groups.map(({ kode }) => kode).filter((kode) => !partly.has(kode)));
}

function bridgeOf(
  stages: readonly StageView[],
  shown: readonly BudgetLine[],
  bulan: number,
  totals: Series
): RealizationView['bridge'] {
  const passed = stages.filter((stage) => stage.berlakuBulan <= bulan);
  const realisasi = valueAt(totals, bulan);
  if (passed[0] === undefined || realisasi === null) return null;
  const made = bridge({
    murni: passed[0].pagu,
    stages: passed.slice(1).map(({ tahap, pagu }) => ({ tahap, pagu })),
    realisasi,
    komitmen: sumOrNull(shown.map((line) => line.komitmen)),
    kewajiban: sumOrNull(shown.map((line) => line.kewajiban))
  });
  return { steps: made.steps.map(({ kind, key, rupiah }) => ({ kind, key, rupiah })), unknown: made.unknown };
}

function pathOf(
  filter: RealizationFilter,
  names: ReadonlyMap<string, { nama: string; tingkat: string }>,
  unit: RealizationView['units'][number] | undefined
): RealizationView['path'] {
  const path = unit === undefined ? [] : [unit];
  if (filter.kode === null) return path;
  const above = [...names]
    .filter(([kode, { tingkat }]) => below(filter.kode!, kode) && tingkat !== 'urusan' && tingkat !== 'bidang')
    .sort(([a], [b]) => a.length - b.length);
  return [...path, ...above.map(([kode, { nama, tingkat }]) => ({ kode, nama, tingkat }))];
}
