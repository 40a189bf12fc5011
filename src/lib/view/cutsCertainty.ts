import { unmetOf } from '$lib/model/cuts/check';
import { calibrate } from '$lib/model/cuts/calibration';
import { sourceShocks, type SourceShock } from '$lib/model/cuts/demand';
import { effect } from '$lib/model/cuts/effect';
import type { LinearSolver } from '$lib/model/cuts/linear';
import type { CutInput } from '$lib/model/cuts/line';
import {
  drawFalls,
  harmOver,
  harmQuantiles,
  probabilityAbove,
  simulateFall,
  type FallDistribution,
  type HarmDistribution
} from '$lib/model/cuts/monteCarlo';
import type { Cuts, Problem } from '$lib/model/cuts/problem';
import { roundDown, roundUp } from '$lib/model/cuts/round';
import type { Scenario } from '$lib/model/cuts/scenario';
import { solveCuts } from '$lib/model/cuts/solve';
import { quantileOf, type Triangle } from '$lib/model/cuts/triangular';
import { itemOf } from '$lib/model/funding/fold';
import { planOf, problemOf } from './cutsPlan';
import type { CutErrors } from './cutsPreset';

/** What a range rests on: past budget errors, an assumption of this model, or the reader's own numbers. */
export type RangeBasis = 'sejarah' | 'asumsi' | 'sendiri';

/** How far the fall of one source of TKD may lie from that of the scenario. */
export interface FallRange {
  kode: string;
  nama: string;
  /** Still to come in the year, rupiah: what `fall` is a share of. */
  base: number;
  /** Fall, a ratio; the mode is that of the scenario. */
  fall: Triangle;
  basis: RangeBasis;
  /** Years of past budgets the width rests on; 0 for the other bases. */
  years: number;
}

/** Money of a scenario, as far as it is uncertain. */
export interface UncertainMoney {
  /** Sources of the free pool. */
  ranges: FallRange[];
  /** Earmarked sources that the scenario lets fall or rise: pools of their own, drawn only where plans are solved per draw. */
  earmarked: FallRange[];
  /** Rupiah that the same pool loses (or, negative, gains) from other sources: taken as sure. */
  certain: number;
  /** Rupiah that the pool loses in the scenario itself; negative where it gains. */
  atScenario: number;
}

/** Ends of ranges that the reader typed, ratios, by source. */
export type OwnEnds = Readonly<Record<string, { low: number; high: number }>>;

/** Without better knowledge a fall may come out half as large again, or half as small, … */
const halfShare = 0.5;
/** … and at least this far from the scenario, a ratio: also a source that is said to stay may move. */
const leastHalf = 0.05;

/**
 * Sources of TKD in the free pool with the range of their falls. The mode is the scenario's own fall. Its width is that of past budget
 * errors about their median where five years or more of the component are known (`calibrate`), else an assumption; the reader's own ends
 * come before both, where they hold the mode between them.
 */
export function uncertainMoney(
  input: CutInput,
  scenario: Scenario,
  errors: CutErrors | null,
  own: OwnEnds = {}
): UncertainMoney {
  const pool = freePool(input, scenario);
  const known = new Map(input.sources.map((source) => [source.kode, source]));
  const isUncertain = ({ sumber, pagu }: SourceShock) =>
    sumber !== null && pagu > 0 && known.get(sumber)?.kelompok === 'TKD';
  const rangeOf = ({ sumber, pagu, jumlah }: SourceShock): FallRange => {
    const { kode, nama, komponen } = known.get(sumber!)!;
    const base = (pagu * (13 - input.mulai)) / 12;
    return { kode, nama, base, ...rangeAbout(jumlah / base, errorsOf(komponen, errors), own[kode]) };
  };
  const sure = pool.filter((shock) => !isUncertain(shock));
  const apart = sourceShocks(input, scenario).filter((shock) => shock.jumlah !== 0 && !isFree(shock, scenario));
  return {
    ranges: pool.filter(isUncertain).map(rangeOf),
    earmarked: apart.filter(isUncertain).map(rangeOf),
    certain: sumOf(sure),
    atScenario: sumOf(pool)
  };
}

/** What the free pool loses in a scenario, rupiah; negative where it gains. */
export function freeFall(input: CutInput, scenario: Scenario): number {
  return sumOf(freePool(input, scenario));
}

function freePool(input: CutInput, scenario: Scenario): SourceShock[] {
  return sourceShocks(input, scenario).filter((shock) => isFree(shock, scenario));
}

function isFree({ terikat }: SourceShock, { rules }: Scenario): boolean {
  return !rules.terikat || !terikat;
}

function sumOf(shocks: readonly SourceShock[]): number {
  return shocks.reduce((sum, { jumlah }) => sum + jumlah, 0);
}

function rangeAbout(
  mode: number,
  errors: readonly (number | null)[],
  own: { low: number; high: number } | undefined
): Pick<FallRange, 'fall' | 'basis' | 'years'> {
  if (own !== undefined && own.low <= mode && mode <= own.high)
    return { fall: { low: own.low, mode, high: own.high }, basis: 'sendiri', years: 0 };
  const past = calibrate(errors);
  const half = Math.max(Math.abs(mode) * halfShare, leastHalf);
  const [down, up] = past === null ? [half, half] : [past.fall.mode - past.fall.low, past.fall.high - past.fall.mode];
  // More than all of it cannot stay away.
  const fall = { low: mode - down, mode, high: Math.max(mode, Math.min(1, mode + up)) };
  return { fall, basis: past === null ? 'asumsi' : 'sejarah', years: past?.n ?? 0 };
}

function errorsOf(komponen: string | null, errors: CutErrors | null): readonly (number | null)[] {
  if (komponen === null || errors === null) return [];
  const items = new Set(errors.components.map((one) => one.komponen));
  // A source that does not say which part of its family it is has the errors of the family.
  const family = /^(\w+)_tak_dirinci$/.exec(komponen)?.[1];
  const item = itemOf(komponen, 'TKD', items);
  const key = items.has(item) ? item : family;
  return errors.components.find((one) => one.komponen === key)?.errors ?? [];
}

/** The fall of the free pool over all draws: same scenario, same ranges, same answer. */
export function fallOver({ ranges, certain }: UncertainMoney, rho: number): FallDistribution {
  const sure = { kode: '', base: 1, fall: { low: certain, mode: certain, high: certain } };
  return simulateFall([...ranges, sure], { rho });
}

/** What 5, 50 and 95 % of the falls of one source stay at or below, rupiah, exactly. */
export function rangeQuantiles({ base, fall }: FallRange): { p5: number; p50: number; p95: number } {
  const at = (p: number) => base * quantileOf(fall, p);
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

/** A scenario on its data, to be asked about falls other than its own. */
export interface CertaintyQuestion {
  input: CutInput;
  scenario: Scenario;
}

/** How questions are worked out. A cancelled one rejects with the signal's reason. */
export interface CertaintyWork {
  solver: LinearSolver;
  signal?: AbortSignal;
  /** Called after each plan that was found. */
  onSolved?: () => void;
}

/** A plan and what it does. */
export interface AskedPlan {
  cuts: Cuts;
  /** Every demand is met. */
  isMet: boolean;
  /** Recipients losing, rupiah of aid lost, and weighted harm by the objective. */
  lost: number;
  rupiah: number;
  harm: number;
}

/** The problem of a scenario in which the free pool loses so many rupiah; earmarked money stays as the scenario has it. */
export function withFreeFall(problem: Problem, rupiah: number): Problem {
  const [free, ...earmarked] = problem.demands;
  const jumlah = roundUp(Math.max(0, Math.ceil(rupiah)), problem.rounding);
  return { ...problem, demands: [{ ...free!, jumlah }, ...earmarked] };
}

/** The problem of a scenario in which earmarked sources lose so many rupiah, by source; others stay as they are. */
export function withEarmarkedFalls(problem: Problem, falls: ReadonlyMap<string, number>): Problem {
  const demands = problem.demands.map((demand) => {
    const fall = demand.terikat ? falls.get(demand.sumber[0] ?? '') : undefined;
    if (fall === undefined) return demand;
    return { ...demand, jumlah: roundUp(Math.max(0, Math.ceil(fall)), problem.rounding) };
  });
  return { ...problem, demands };
}

/** The plan of a problem by the scenario's method. */
export async function askPlan(
  { input, scenario }: CertaintyQuestion,
  problem: Problem,
  { solver, signal, onSolved }: CertaintyWork
): Promise<AskedPlan> {
  signal?.throwIfAborted();
  const { method } = scenario;
  const cuts = method === 'terbaik' ? await solvedCuts(problem, solver, signal) : planOf(problem, method).cuts;
  onSolved?.();
  const { lost, rupiah, harm } = effect(input, problem, cuts, scenario);
  return { cuts, isMet: unmetOf(problem, cuts).every((left) => left === 0), lost, rupiah, harm };
}

async function solvedCuts(problem: Problem, solver: LinearSolver, signal: AbortSignal | undefined): Promise<Cuts> {
  const solved = await solveCuts(problem, solver, { evenly: false, ...(signal && { signal }) });
  if (solved.status === 'dibatalkan') throw signal!.reason;
  return solved.cuts;
}

/** Plans asked over the falls: 0 needs none, and one tells how much can be found at all. */
export const gridPoints = 11;

/** What the falls do, over all draws. */
export interface CutsOverFalls {
  /** Most that the method finds in the free pool under the rules, rupiah. */
  most: number;
  /** Share of draws in which more falls away, 0–1. */
  notEnough: number;
  /** Recipients losing and rupiah of aid lost that 5, 50 and 95 % of draws stay at or below; null where it is a draw that cannot be met. */
  lost: HarmDistribution;
  rupiah: HarmDistribution;
  /** Falls, rising, for which a plan was worked out, with what it does; read off straight between them. */
  grid: { fall: number; lost: number; rupiah: number }[];
}

/** Works out plans on a grid of falls up to the largest draw, or to the most that can be found, and reads every draw off it. methods.md §4.5. */
export async function cutsOverFalls(
  question: CertaintyQuestion,
  { falls }: Pick<FallDistribution, 'falls'>,
  work: CertaintyWork,
  points = gridPoints
): Promise<CutsOverFalls> {
  const problem = problemOf(question, question.scenario);
  const most = await mostFound(question, problem, work);
  const largest = Math.max(0, falls.at(-1) ?? 0);
  const top = Math.min(roundUp(Math.ceil(largest), problem.rounding), most);
  const grid = [{ fall: 0, lost: 0, rupiah: 0 }];
  for (let at = 1; at < points && top > 0; at++) {
    const fall = at === points - 1 ? top : roundDown(Math.floor((top * at) / (points - 1)), problem.rounding);
    const { lost, rupiah } = await askPlan(question, withFreeFall(problem, fall), work);
    grid.push({ fall, lost, rupiah });
  }
  const shocks = grid.map(({ fall }) => fall);
  const over = (key: 'lost' | 'rupiah') =>
    harmOver(
      falls,
      shocks,
      grid.map((one) => one[key])
    )!;
  return { most, notEnough: probabilityAbove(falls, most)!, lost: over('lost'), rupiah: over('rupiah'), grid };
}

/** Draws for which a plan is worked out where earmarked money is drawn too. */
export const sampledDraws = 40;

/** What falls of free and earmarked money do together, over a sample of draws. */
export interface CutsPerDraw {
  /** Draws that were solved, one plan each. */
  draws: number;
  /** Share of them in which the money cannot be found, 0–1. */
  notMet: number;
  /** Recipients losing and rupiah of aid lost that 5, 50 and 95 % of these draws stay at or below; null where it is a draw that cannot be met. */
  lost: HarmDistribution;
  rupiah: HarmDistribution;
}

/**
 * Solves each of a sample of draws in which every earmarked source of the scenario falls by its own draw, correlated with free money:
 * with several pools no grid of falls can be read off (methods.md §4.5). Null where nothing earmarked is uncertain.
 */
export async function cutsPerDraw(
  question: CertaintyQuestion,
  money: UncertainMoney,
  rho: number,
  work: CertaintyWork,
  draws = sampledDraws
): Promise<CutsPerDraw | null> {
  const { ranges, earmarked, certain } = money;
  if (earmarked.length === 0) return null;
  const problem = problemOf(question, question.scenario);
  const falls = drawFalls([...ranges, ...earmarked], { draws, rho });
  const [lost, rupiah]: (number | null)[][] = [[], []];
  for (let draw = 0; draw < draws; draw++) {
    const free = ranges.reduce((sum, _, at) => sum + falls[at]![draw]!, certain);
    const own = new Map(earmarked.map(({ kode }, at) => [kode, falls[ranges.length + at]![draw]!]));
    const plan = await askPlan(question, withEarmarkedFalls(withFreeFall(problem, free), own), work);
    lost!.push(plan.isMet ? plan.lost : null);
    rupiah!.push(plan.isMet ? plan.rupiah : null);
  }
  const over = (values: (number | null)[]) => harmQuantiles(values)!;
  return { draws, notMet: over(lost!).infeasible, lost: over(lost!), rupiah: over(rupiah!) };
}

/** Most that the method finds of the free pool: what it finds when asked for everything. */
async function mostFound(question: CertaintyQuestion, problem: Problem, work: CertaintyWork): Promise<number> {
  const all = problem.lines.reduce((sum, { line }) => sum + line.pagu, 0);
  const everything = withFreeFall(problem, all);
  const { cuts } = await askPlan(question, everything, work);
  return everything.demands[0]!.jumlah - unmetOf(everything, cuts)[0]!;
}
