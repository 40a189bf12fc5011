import { assess, type Assessment, type BudgetLine } from '$lib/model/assessment';
import type { Database, RowOf } from '$lib/query/define';
import * as past from '$lib/query/past';
import * as ask from '$lib/query/realization';
import * as work from '$lib/query/work';
import type { RealizationFilter } from '$lib/url/filter';
import { groupHistory, type HistoryRows } from './history';
import { budgetLines } from './line';
import { knownBy } from './stage';

type UnitRow = RowOf<typeof ask.units>;
type NameRow = RowOf<typeof ask.nomenklaturNames>;

/** What a year is asked for: a tahun, a unit (null for all) and the last month shown (0 when nothing was delivered). */
interface Scope {
  tahun: number;
  kodeSkpd: string | null;
  bulan: number;
  unit: UnitRow | undefined;
  units: UnitRow[];
  /** Of every year and unit. */
  delivered: ask.DeliveredRow[];
}

/** A year to a month in one scope, assessed: everything that does not hang on program, jenis, source, stage or thresholds. */
export interface RealizationYear extends Scope {
  stages: ask.StageRow[];
  pagu: ask.LinePaguRow[];
  plan: ask.LinePlanRow[];
  commitments: work.CommitmentRow[];
  commitmentUnits: RowOf<typeof work.commitmentMonths>[];
  obligations: work.ObligationRow[];
  outputs: work.OutputRow[];
  history: HistoryRows;
  /** Programme codes of the year. */
  names: ReadonlyMap<string, NameRow>;
  jenis: RowOf<typeof ask.jenisNames>[];
  sources: RowOf<typeof ask.sumberDanaNames>[];
  files: work.SourceFileRow[];
  lines: BudgetLine[];
  assessment: Assessment;
}

/** Years of a database by filter, the last few kept. Give a database that remembers its answers. Null without any realisasi. */
export function realizationYears(
  database: Database,
  most = 24
): (filter: Pick<RealizationFilter, 'tahun' | 'skpd' | 'bulan'>) => Promise<RealizationYear | null> {
  const kept = new Map<string, Promise<RealizationYear>>();
  return async (filter) => {
    const scope = await scopeOf(database, filter);
    if (scope === null) return null;
    const key = `${scope.tahun} ${scope.kodeSkpd ?? ''} ${scope.bulan}`;
    const year = kept.get(key) ?? askYear(database, scope);
    kept.delete(key);
    kept.set(key, year);
    year.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    // Two units of one code (an SKPD and its first unit) share a year, not its name.
    return { ...(await year), unit: scope.unit };
  };
}

async function scopeOf(
  database: Database,
  filter: Pick<RealizationFilter, 'tahun' | 'skpd' | 'bulan'>
): Promise<Scope | null> {
  const delivered = await database.all(ask.deliveredMonths, {});
  const tahun =
    filter.tahun !== null && delivered.some((row) => row.tahun === filter.tahun) ? filter.tahun : delivered[0]?.tahun;
  if (tahun === undefined) return null;
  const units = await database.all(ask.units, { tahun });
  const unit = units.find(({ kode }) => kode === filter.skpd);
  const kodeSkpd =
    unit === undefined ? null : unit.tingkat === 'skpd' ? unit.kode.split('.').slice(0, 7).join('.') : unit.kode;
  const bulan = Math.min(filter.bulan ?? 12, commonMonth(inScope(delivered, tahun, kodeSkpd)));
  return { tahun, kodeSkpd, bulan, unit, units, delivered };
}

function inScope(delivered: readonly ask.DeliveredRow[], tahun: number, kodeSkpd: string | null): ask.DeliveredRow[] {
  return delivered.filter((row) => row.tahun === tahun && (kodeSkpd === null || row.kodeSkpd.startsWith(kodeSkpd)));
}

async function askYear(database: Database, scope: Scope): Promise<RealizationYear> {
  const { tahun, kodeSkpd, bulan } = scope;
  const [lineRows, history, nameRows] = await Promise.all([
    askLines(database, { tahun, kodeSkpd, bulan }),
    askHistory(database, { tahun, kodeSkpd }),
    askNames(database, { tahun })
  ]);
  const commitmentUnits = new Set(lineRows.commitmentUnits.map((row) => row.kodeSkpd));
  const delivered = monthsByUnit(inScope(scope.delivered, tahun, kodeSkpd));
  const lines = budgetLines({ ...lineRows, commitmentUnits, delivered, bulan });
  const assessment = assess({ month: bulan, lines, history: groupHistory(history) });
  return { ...scope, ...lineRows, ...nameRows, history, lines, assessment };
}

async function askLines(database: Database, at: { tahun: number; kodeSkpd: string | null; bulan: number }) {
  const { tahun, kodeSkpd, bulan } = at;
  const scope = { tahun, kodeSkpd };
  const [stages, pagu, spending, plan, planBefore, progress, commitments, commitmentUnits, obligations, outputs] =
    await Promise.all([
      database.all(ask.stages, scope),
      database.all(ask.linePagu, scope),
      database.all(ask.lineSpending, scope),
      database.all(ask.linePlan, { ...scope, bulanBerlaku: bulan }),
      bulan > 1 ? database.all(ask.linePlan, { ...scope, bulanBerlaku: bulan - 1 }) : [],
      database.all(work.progress, at),
      database.all(work.commitments, at),
      database.all(work.commitmentMonths, { tahun, bulan }),
      database.all(work.obligations, at),
      database.all(work.outputs, at)
    ]);
  const known = { stages, pagu, plan, planBefore, progress, commitments, commitmentUnits, obligations, outputs };
  return { ...knownBy(bulan, known), spending: spending.filter(({ sejakBulan }) => sejakBulan <= bulan) };
}

async function askHistory(database: Database, scope: { tahun: number; kodeSkpd: string | null }): Promise<HistoryRows> {
  const [spending, pagu, delivered] = await Promise.all([
    database.all(past.pastSpending, scope),
    database.all(past.pastPagu, scope),
    database.all(past.pastDelivered, scope)
  ]);
  return { spending, pagu, delivered };
}

async function askNames(database: Database, year: { tahun: number }) {
  const [names, jenis, sources, files] = await Promise.all([
    database.all(ask.nomenklaturNames, year),
    database.all(ask.jenisNames, year),
    database.all(ask.sumberDanaNames, year),
    database.all(work.sourceFiles, year)
  ]);
  return { names: new Map(names.map((row) => [row.kode, row])), jenis, sources, files };
}

/** The last month that every unit of the scope delivered; 0 without any. */
export function commonMonth(rows: readonly ask.DeliveredRow[]): number {
  const last = monthsByUnit(rows);
  return last.size === 0 ? 0 : Math.min(...[...last.values()].map((months) => Math.max(...months)));
}

function monthsByUnit(rows: readonly ask.DeliveredRow[]): Map<string, number[]> {
  const out = new Map<string, number[]>();
  for (const { kodeSkpd, bulan } of rows) out.set(kodeSkpd, [...(out.get(kodeSkpd) ?? []), bulan]);
  return out;
}
