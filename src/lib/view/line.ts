import type { BudgetLine } from '$lib/model/assessment';
import { type Series, type Span, yearToDate } from '$lib/model/series';
import type { LinePaguRow, LinePlanRow, LineSpendingRow, StageRow } from '$lib/query/realization';
import type { CommitmentRow, ObligationRow, ProgressRow } from '$lib/query/work';

/** The rows of one year that budget lines are made of, as the queries give them. */
export interface LineRows {
  stages: readonly StageRow[];
  pagu: readonly LinePaguRow[];
  spending: readonly LineSpendingRow[];
  plan: readonly LinePlanRow[];
  /** The plan that was in force a month earlier; empty in January. */
  planBefore: readonly LinePlanRow[];
  progress: readonly ProgressRow[];
  commitments: readonly CommitmentRow[];
  /** Units whose contract list was delivered: for others "no contract" is not known. */
  commitmentUnits: ReadonlySet<string>;
  obligations: readonly ObligationRow[];
  /** Months delivered, by unit. */
  delivered: ReadonlyMap<string, readonly number[]>;
  /** Last month of the view, 1–12: what came later is not known. */
  bulan: number;
}

export const months: readonly number[] = Array.from({ length: 12 }, (_, i) => i + 1);

/** Key of a line: unit, sub kegiatan, jenis belanja. */
export function lineKey({
  kodeSkpd,
  kodeSubkegiatan,
  kodeJenis
}: Pick<BudgetLine, 'kodeSkpd' | 'kodeSubkegiatan' | 'kodeJenis'>): string {
  return `${kodeSkpd} ${kodeSubkegiatan} ${kodeJenis}`;
}

/** Key of a sub kegiatan of one unit: what RFK and outputs are reported for. */
export function workKey({ kodeSkpd, kodeSubkegiatan }: Pick<BudgetLine, 'kodeSkpd' | 'kodeSubkegiatan'>): string {
  return `${kodeSkpd} ${kodeSubkegiatan}`;
}

/** Order number of the stage in force for each unit at the end of each month; null before any is. */
export function stagesInForce(stages: readonly StageRow[]): Map<string, (number | null)[]> {
  const out = new Map<string, (number | null)[]>();
  for (const kodeSkpd of new Set(stages.map((stage) => stage.kodeSkpd))) {
    const own = stages.filter((stage) => stage.kodeSkpd === kodeSkpd);
    out.set(
      kodeSkpd,
      months.map((bulan) =>
        own.reduce<number | null>(
          (best, stage) =>
            stage.berlakuBulan <= bulan && (best === null || stage.urutanTahap > best) ? stage.urutanTahap : best,
          null
        )
      )
    );
  }
  return out;
}

/** Every line that has pagu or spending in the year, with its series to the view's month. */
export function budgetLines(rows: LineRows): BudgetLine[] {
  const inForce = stagesInForce(rows.stages);
  const pagu = index(rows.pagu);
  const spending = index(rows.spending);
  const plan = index(rows.plan);
  const planned = plannedMonths(rows.plan);
  const earlier = index(rows.planBefore);
  const earlierPlanned = plannedMonths(rows.planBefore);
  const commitments = new Map(rows.commitments.map((row) => [lineKey(row), row]));
  const obligations = new Map(rows.obligations.map((row) => [lineKey(row), row]));
  const owing = new Set(rows.obligations.map(({ kodeSkpd }) => kodeSkpd));
  const progress = new Map(rows.progress.map((row) => [workKey(row), row]));
  return [...new Set([...pagu.keys(), ...spending.keys()])].sort().map((kode) => {
    const [kodeSkpd, kodeSubkegiatan, kodeJenis] = kode.split(' ') as [string, string, string];
    const stageOf = inForce.get(kodeSkpd) ?? months.map(() => null);
    const blocked = (bulan: number): number =>
      pagu.get(kode)?.find((row) => row.urutanTahap === stageOf[bulan - 1])?.diblokir ?? 0;
    const delivered = (rows.delivered.get(kodeSkpd) ?? []).filter((bulan) => bulan <= rows.bulan);
    const work = progress.get(workKey({ kodeSkpd, kodeSubkegiatan }));
    const owed = (commitments.get(kode)?.utang ?? 0) + (obligations.get(kode)?.sisa ?? 0);
    const listed = rows.commitmentUnits.has(kodeSkpd);
    return {
      kode,
      kodeSkpd,
      kodeSubkegiatan,
      kodeJenis,
      pagu: paguSeries(pagu.get(kode) ?? [], stageOf),
      totals: spent(spending.get(kode) ?? [], delivered, rows.bulan),
      rencana: planSeries(plan.get(kode) ?? [], planned.get(kodeSkpd) ?? null),
      fisik: work?.fisik ?? null,
      komitmen: listed ? (commitments.get(kode)?.belumTerbayar ?? 0) : null,
      // Bills stand in the contract list, pay in another: with one of them missing, what is still free would look larger.
      kewajiban: listed && owing.has(kodeSkpd) ? owed : null,
      diblokir: blocked(rows.bulan),
      before:
        rows.bulan > 1
          ? {
              rencana: planSeries(earlier.get(kode) ?? [], earlierPlanned.get(kodeSkpd) ?? null),
              diblokir: blocked(rows.bulan - 1)
            }
          : null,
      transferArrived: null,
      masalah: work?.masalah ?? null,
      tindakLanjut: work?.tindakLanjut ?? null
    };
  });
}

function paguSeries(rows: readonly LinePaguRow[], stageOf: readonly (number | null)[]): Series {
  return stageOf.map((stage) => (stage === null ? null : (rows.find((row) => row.urutanTahap === stage)?.pagu ?? 0)));
}

/** Cumulative spending to the view's month, null after it. A span that passes the month stays: the months it covers are not known. */
function spent(rows: readonly LineSpendingRow[], delivered: readonly number[], bulan: number): Series {
  const spans = rows.map((row) => ({ sejakBulan: row.sejakBulan, bulan: row.bulan, rupiah: row.realisasi }));
  return yearToDate(spans, delivered.map(asSpan)).map((total, i) => (i < bulan ? total : null));
}

function planSeries(rows: readonly LinePlanRow[], planned: readonly number[] | null): Series | null {
  if (planned === null) return null;
  return yearToDate(
    rows.map((row) => ({ sejakBulan: row.sejakBulan, bulan: row.bulan, rupiah: row.rencana })),
    planned.map(asSpan)
  );
}

/** Months that a unit's cash plan has a column for. */
function plannedMonths(plan: readonly LinePlanRow[]): Map<string, number[]> {
  const out = new Map<string, Set<number>>();
  for (const row of plan) out.set(row.kodeSkpd, (out.get(row.kodeSkpd) ?? new Set()).add(row.bulan));
  return new Map([...out].map(([kodeSkpd, set]) => [kodeSkpd, [...set].sort((a, b) => a - b)]));
}

function asSpan(bulan: number): Span {
  return { sejakBulan: bulan, bulan };
}

function index<Row extends Pick<BudgetLine, 'kodeSkpd' | 'kodeSubkegiatan' | 'kodeJenis'>>(
  rows: readonly Row[]
): Map<string, Row[]> {
  const out = new Map<string, Row[]>();
  for (const row of rows) {
    const key = lineKey(row);
    const group = out.get(key);
    if (group) group.push(row);
    else out.set(key, [row]);
  }
  return out;
}
