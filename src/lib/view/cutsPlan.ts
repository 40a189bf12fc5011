import { unmetOf, totalsOf } from '$lib/model/cuts/check';
import { buildProblem } from '$lib/model/cuts/build';
import { cutByHand, handClamps, type HandClamp } from '$lib/model/cuts/byHand';
import { sourceShocks } from '$lib/model/cuts/demand';
import type { Plan } from '$lib/model/cuts/distribute';
import { effect, type Effect } from '$lib/model/cuts/effect';
import type { CutInput, LineRole } from '$lib/model/cuts/line';
import { planTree, type PlanRow } from '$lib/model/cuts/planTree';
import { cutByPriority } from '$lib/model/cuts/priority';
import type { Bound, Cuts, Problem } from '$lib/model/cuts/problem';
import { cutBySamePercent, cutInProportion } from '$lib/model/cuts/proportional';
import type { ApprovalRoute } from '$lib/model/cuts/route';
import type { Method, Scenario } from '$lib/model/cuts/scenario';
import { cutByTemplate } from '$lib/model/cuts/template';
import type { CutData } from './cuts';
import type { CutNames } from './cutsRows';

/** Why a line is cut as it is. */
export interface LineReason {
  role: LineRole;
  roleBasis: 'aturan' | 'usulan';
  /** What limits the cut; null where nothing but the pagu does. */
  bound: Bound;
  /** Largest cut, rupiah. */
  room: number;
  /** Harm that nobody measured. */
  unknown: boolean;
  /** Cut by hand, rupiah; null where free. */
  fixed: number | null;
  route: ApprovalRoute | null;
}

/** One row of the plan in LRA order, with its reason and, for accounts, the id of the line. */
export interface ShownRow extends PlanRow {
  id: string | null;
  reason: LineReason | null;
  /** Of a sub kegiatan: reasons of its accounts that are cut, one of a kind. */
  parts?: { reason: LineReason; potongan: number }[];
}

/** What one method makes of the same demand. */
export interface MethodRow {
  method: Method;
  cut: number;
  lost: number;
  poorest: number;
  months: number;
  rupiah: number;
  unmet: number;
  /** Rules it breaks beside what is not found: only equity between kecamatan can be. */
  breaks: number;
}

/** One source of money, with what it loses. */
export interface SourceRow {
  kode: string;
  nama: string;
  kelompok: string;
  terikat: boolean;
  pagu: number;
  /** Pagu × months left ÷ 12, rupiah. */
  toCome: number;
  /** Negative: it rises. */
  lost: number;
}

/** Everything the page shows of one scenario. Money is whole rupiah. */
export interface PlanView {
  scenario: Scenario;
  /** Rupiah to be found, and of it what the plan does not find. */
  demand: number;
  unmet: number;
  /** The same by demand: earmarked sources each, free money as one. */
  demands: { sumber: readonly (string | null)[]; terikat: boolean; jumlah: number; unmet: number }[];
  effect: Omit<Effect, 'routes'>;
  byRole: Record<LineRole, number>;
  /** Largest cut of all lines together, rupiah. */
  room: number;
  rows: ShownRow[];
  methods: MethodRow[];
  sources: SourceRow[];
  clamps: HandClamp[];
  /** How far the solver’s plan may be from the best, a ratio of its harm; 0 where it is proven. */
  gap: number;
}

/** The plan of a method that needs no solver. */
export function planOf(problem: Problem, method: Exclude<Method, 'terbaik'>): Plan {
  const ways = {
    sebanding: cutInProportion,
    rata_pagu: cutBySamePercent,
    prioritas: cutByPriority,
    templat: cutByTemplate,
    tangan: cutByHand
  };
  return ways[method](problem);
}

const withoutSolver = ['sebanding', 'rata_pagu', 'prioritas', 'templat', 'tangan'] as const;

/** The problem of a scenario on the data. */
export function problemOf({ input }: Pick<CutData, 'input'>, scenario: Scenario): Problem {
  return buildProblem(input, scenario);
}

/** What the page shows. `best` is the solver's plan of the same problem, null where it was not asked; `gap` goes with it. */
export function planView(...asked: Parameters<typeof planSteps>): PlanView {
  const steps = planSteps(...asked);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same as `planView` in steps of which none is long, so that a page can answer its reader between them: one for each method. */
export function* planSteps(
  data: Pick<CutData, 'input' | 'names'>,
  scenario: Scenario,
  problem: Problem,
  best: { cuts: Cuts; gap: number } | null
): Generator<undefined, PlanView> {
  const { input, names } = data;
  const plans = new Map<Method, Cuts>();
  const rows: MethodRow[] = [];
  for (const method of withoutSolver) {
    const { cuts } = planOf(problem, method);
    plans.set(method, cuts);
    yield;
    rows.push(methodRow(input, problem, method, cuts, scenario));
    yield;
  }
  if (best !== null) {
    plans.set('terbaik', best.cuts);
    rows.push(methodRow(input, problem, 'terbaik', best.cuts, scenario));
    yield;
  }
  const cuts = plans.get(scenario.method) ?? plans.get('sebanding')!;
  const { routes, ...shown } = effect(input, problem, cuts, scenario);
  yield;
  const totals = totalsOf(cuts);
  const unmet = unmetOf(problem, cuts);
  return {
    scenario,
    demand: sum(problem.demands.map(({ jumlah }) => jumlah)),
    unmet: sum(unmet),
    demands: problem.demands.map((demand, at) => ({ ...demand, unmet: unmet[at]! })),
    effect: shown,
    byRole: roleSums(problem, totals),
    room: sum(problem.lines.map(({ room }) => room)),
    rows: shownRows(input, problem, totals, names, new Map(routes.map(({ id, route }) => [id, route]))),
    methods: rows,
    sources: sourceRows(input, scenario),
    clamps: handClamps(problem, scenario),
    gap: best?.gap ?? 0
  };
}

function methodRow(input: CutInput, problem: Problem, method: Method, cuts: Cuts, scenario: Scenario): MethodRow {
  const { cut, lost, poorest, months, rupiah, unmet, violations } = effect(input, problem, cuts, scenario);
  const breaks = violations.filter(({ rule }) => rule !== 'belum_tertutup').length;
  return { method, cut, lost, poorest, months, rupiah, unmet: sum(unmet), breaks };
}

function roleSums(problem: Problem, totals: readonly number[]): Record<LineRole, number> {
  const sums: Record<LineRole, number> = { langsung: 0, penunjang: 0, data: 0, umum: 0 };
  problem.lines.forEach(({ line }, at) => (sums[line.role] += totals[at]!));
  return sums;
}

function shownRows(
  input: CutInput,
  problem: Problem,
  totals: readonly number[],
  names: CutNames,
  routes: ReadonlyMap<string, ApprovalRoute>
): ShownRow[] {
  const nameOf = (level: PlanRow['level'], kode: string): string | null => {
    const table = level === 'skpd' ? names.skpd : level === 'akun' ? names.akun : names.nomenklatur;
    return Object.hasOwn(table, kode) ? table[kode]! : null;
  };
  const rows = planTree(input.lines, totals, nameOf).map((row): ShownRow => {
    if (row.line === null) return { ...row, id: null, reason: null };
    const { line, bound, room, unknown, fixed } = problem.lines[row.line]!;
    const { role, roleBasis, id } = line;
    return { ...row, id, reason: { role, roleBasis, bound, room, unknown, fixed, route: routes.get(id) ?? null } };
  });
  return rows.map((row) => (row.level === 'subkegiatan' ? { ...row, parts: partsOf(row, rows) } : row));
}

function partsOf(row: ShownRow, rows: readonly ShownRow[]): { reason: LineReason; potongan: number }[] {
  const kinds = new Map<string, { reason: LineReason; potongan: number }>();
  for (const { reason, potongan } of row.children.map((at) => rows[at]!)) {
    if (reason === null || potongan === 0) continue;
    const { role, bound, room, unknown, fixed } = reason;
    const kind = [role, potongan < room ? '' : bound, unknown, fixed === potongan].join();
    if (!kinds.has(kind)) kinds.set(kind, { reason, potongan });
  }
  return [...kinds.values()];
}

function sourceRows(input: CutInput, scenario: Scenario): SourceRow[] {
  const known = new Map(input.sources.map((source) => [source.kode, source]));
  return sourceShocks(input, scenario).flatMap(({ sumber, terikat, pagu, jumlah }): SourceRow[] => {
    if (sumber === null || (pagu === 0 && jumlah === 0)) return [];
    const source = known.get(sumber);
    const toCome = (pagu * (13 - input.mulai)) / 12;
    return [
      {
        ...{ kode: sumber, nama: source?.nama ?? sumber, kelompok: source?.kelompok ?? 'LAIN' },
        ...{ terikat, pagu, toCome, lost: jumlah }
      }
    ];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
