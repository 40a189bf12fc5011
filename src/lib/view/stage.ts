import type { BudgetLine } from '$lib/model/assessment';
import { bridge, type BridgeStep } from '$lib/model/bridge';
import { sumOrNull, sumSeries, type Series, valueAt } from '$lib/model/series';
import type { LinePaguRow, StageRow } from '$lib/query/realization';
import { lineKey, stagesInForce } from './line';

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

/** Stages and pagu of one scope; `stages` are those known by the view's month. */
export interface StageRows {
  stages: readonly StageRow[];
  pagu: readonly LinePaguRow[];
}

/** The stages that are in force or were by the end of a month, with their pagu: what starts later is not known yet. */
export function knownBy<Rows extends StageRows>(bulan: number, rows: Rows): Rows {
  const stages = rows.stages.filter(({ berlakuBulan }) => berlakuBulan <= bulan);
  const known = new Set(stages.map(({ kodeSkpd, urutanTahap }) => `${kodeSkpd} ${urutanTahap}`));
  return { ...rows, stages, pagu: rows.pagu.filter((row) => known.has(`${row.kodeSkpd} ${row.urutanTahap}`)) };
}

/** Stages over the units of the scope: at each order number a unit stands at its latest stage up to it. Rupiah of the lines shown. */
export function stageViews(
  { stages, pagu }: StageRows,
  shown: readonly BudgetLine[],
  wanted: string | null,
  bulan: number
): StageView[] {
  const latest = Math.max(-1, ...[...stagesInForce(stages).values()].map((series) => series[bulan - 1] ?? -1));
  const first = new Map<number, StageRow>();
  for (const stage of stages) if (!first.has(stage.urutanTahap)) first.set(stage.urutanTahap, stage);
  const views = [...first.values()]
    .sort((a, b) => a.urutanTahap - b.urutanTahap)
    .map(({ tahap, urutanTahap }) => {
      const own = stages.filter((row) => row.urutanTahap === urutanTahap);
      return {
        tahap,
        urutanTahap,
        berlakuBulan: Math.min(...own.map((row) => row.berlakuBulan)),
        disimpulkan: own.some((row) => row.disimpulkan),
        pagu: [...paguAt({ stages, pagu }, shown, urutanTahap).values()].reduce<number>((a, b) => a + (b ?? 0), 0),
        inForce: urutanTahap === latest,
        used: false
      };
    });
  const used = views.find(({ tahap }) => tahap === wanted) ?? views.find((view) => view.inForce);
  return views.map((view) => ({ ...view, used: view === used }));
}

/** Pagu of each line at an order number, by the line's kode: 0 where its unit's stage lacks it, null before the unit's first stage. */
function paguAt(
  { stages, pagu }: StageRows,
  shown: readonly BudgetLine[],
  urutanTahap: number
): Map<string, number | null> {
  const stageOf = new Map<string, number>();
  for (const stage of stages)
    if (stage.urutanTahap <= urutanTahap)
      stageOf.set(stage.kodeSkpd, Math.max(stageOf.get(stage.kodeSkpd) ?? stage.urutanTahap, stage.urutanTahap));
  const granted = new Map(
    pagu.filter((row) => stageOf.get(row.kodeSkpd) === row.urutanTahap).map((row) => [lineKey(row), row.pagu])
  );
  return new Map(shown.map(({ kode, kodeSkpd }) => [kode, stageOf.has(kodeSkpd) ? (granted.get(kode) ?? 0) : null]));
}

/** Pagu of a line that its percentages are measured against, rupiah; null before any stage. */
export type PaguOf = (line: BudgetLine) => number | null;

/** The pagu of each line at the stage used: in force at the end of the month, or the one chosen. */
export function paguUsed(
  rows: StageRows,
  shown: readonly BudgetLine[],
  views: readonly StageView[],
  bulan: number
): PaguOf {
  const used = views.find((view) => view.used);
  if (used === undefined || used.inForce) return (line) => valueAt(line.pagu, bulan);
  const fixed = paguAt(rows, shown, used.urutanTahap);
  return ({ kode }) => fixed.get(kode) ?? null;
}

/** What percentages are measured against: the pagu in force at the end of each month (after the view's month, of that month), or one stage throughout. */
export function denominatorOf(
  shown: readonly BudgetLine[],
  views: readonly StageView[],
  paguOf: PaguOf,
  bulan: number
): Series {
  const used = views.find((view) => view.used);
  const fixed = used === undefined || shown.length === 0 ? null : sumOrNull(shown.map(paguOf));
  if (used === undefined || !used.inForce) return Array.from({ length: 12 }, () => fixed);
  const inForce = sumSeries(shown.map((line) => line.pagu));
  return Array.from({ length: 12 }, (_, i) => inForce[Math.min(i, bulan - 1)] ?? null);
}

/** The bridge of what is shown: steps that add up to the rupiah, and which promises are not known. */
export interface BridgeView {
  steps: { kind: BridgeStep['kind']; key: string; rupiah: number }[];
  unknown: string[];
}

/** From the first stage to what is free; the first step is named by its stage, murni or not. Null without a stage or realisasi. */
export function bridgeOf(
  stages: readonly StageView[],
  shown: readonly BudgetLine[],
  realisasi: number | null
): BridgeView | null {
  const [first, ...later] = stages;
  if (first === undefined || realisasi === null) return null;
  const { steps, unknown } = bridge({
    murni: first.pagu,
    stages: later.map(({ tahap, pagu }) => ({ tahap, pagu })),
    realisasi,
    komitmen: sumOrNull(shown.map((line) => line.komitmen)),
    kewajiban: sumOrNull(shown.map((line) => line.kewajiban))
  });
  const named = (key: string): string => (key === 'murni' ? first.tahap : key);
  return { steps: steps.map(({ kind, key, rupiah }) => ({ kind, key: named(key), rupiah })), unknown };
}
