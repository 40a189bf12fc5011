import { couplingLimit, totalsOf, unmetOf } from './check';
import type { Cuts, Problem, Unmet } from './problem';
import { compareKeys, roundDown } from './round';
import { fill, stagesOf, type Stages } from './fill';

/** How a heuristic spreads what must be found. */
export interface Way {
  /** Most that a line gives, rupiah; the room of the line binds as well. */
  cap: (line: number) => number;
  /** Share of a line, relative to the others. A line of several sources takes part with each by its pagu there. */
  weight: (line: number) => number;
  /** Lines of a lower stage give all they can before the next is asked. */
  stage: (line: number) => number;
}

/** A plan, and what it leaves to be found by demand. Unmet does not mean that no plan could: see the solver. */
export interface Plan {
  cuts: Cuts;
  unmet: Unmet;
}

/** Where the search stands. Forced lines have their cut; all others take at most their cap. */
interface State {
  caps: number[];
  forced: Map<number, number>;
}

/** Rounds after which delivery that still is cut too deep is left whole, so that the search ends. */
const mostRounds = 60;
/** Rounds in which the limit of delivery may rise again with its aid. */
const followingRounds = 12;

/**
 * Spreads each demand by a way and keeps the rules, in this order: cuts by hand stand; lines of an earmarked source pay theirs, then
 * free money is found; delivery (`penunjang`) follows the aid it delivers and is held at its rate; what comes whole is cut in whole
 * steps, rounded down, then up one by one by largest remainder where something is still to be found; aid stays above its minimum, and is
 * closed only where nothing else is left, the one that fits best first. What a rule takes from one line goes to the others. Equity between
 * kecamatan is not solved here: `check` reports it.
 */
export function distribute(problem: Problem, way: Way): Plan {
  const stages = stagesOf(problem, way);
  const state: State = { caps: problem.lines.map((_, line) => capOf(problem, way, line)), forced: new Map() };
  problem.lines.forEach(({ fixed }, line) => {
    if (fixed !== null) state.forced.set(line, fixed);
  });
  let cuts = settle(problem, way, stages, state);
  const remainders = forceSteps(problem, state, cuts);
  cuts = settle(problem, way, stages, state);
  for (let round = 0; round < mostRounds; round++) {
    if (!raiseSteps(problem, way, state, cuts, remainders)) break;
    cuts = settle(problem, way, stages, state);
  }
  for (let round = 0; round < problem.lines.length; round++) {
    if (!closeAid(problem, way, state, cuts)) break;
    cuts = settle(problem, way, stages, state);
  }
  return { cuts, unmet: unmetOf(problem, cuts) };
}

/** Most that a line gives without being closed. */
function capOf(problem: Problem, way: Way, line: number): number {
  const { room, keepAbove } = problem.lines[line]!;
  return Math.max(0, Math.min(room, way.cap(line), keepAbove ?? room));
}

/**
 * Fills, lets delivery follow the rate of its aid, and fills again, until nothing moves. At first the limit of delivery rises and falls
 * with its aid, which comes to rest within a few rounds; after those it only falls, so that the search ends.
 */
function settle(problem: Problem, way: Way, stages: Stages, state: State): Cuts {
  const open = problem.couplings.filter(({ delivery }) => !state.forced.has(delivery));
  for (const { delivery } of open) state.caps[delivery] = capOf(problem, way, delivery);
  for (let round = 0; ; round++) {
    const cuts = fill(problem, stages, state.caps, state.forced);
    if (round < followingRounds && followAid(problem, way, state, { open, totals: totalsOf(cuts) })) continue;
    if (!holdDelivery(problem, state, cuts, round)) return cuts;
  }
}

/** Sets the most of each delivery line to what its aid now allows; false where nothing changes. */
function followAid(
  problem: Problem,
  way: Way,
  state: State,
  { open, totals }: { open: Problem['couplings']; totals: readonly number[] }
): boolean {
  const caps = [...state.caps];
  for (const { delivery } of open) caps[delivery] = capOf(problem, way, delivery);
  for (const one of open) caps[one.delivery] = Math.min(caps[one.delivery]!, couplingLimit(problem, one, totals));
  const moved = caps.some((cap, line) => cap !== state.caps[line]!);
  state.caps = caps;
  return moved;
}

function holdDelivery(problem: Problem, state: State, cuts: Cuts, round: number): boolean {
  const totals = totalsOf(cuts);
  let moved = false;
  for (const coupling of problem.couplings) {
    const { delivery } = coupling;
    const { step, fixed } = problem.lines[delivery]!;
    const limit = round < mostRounds ? couplingLimit(problem, coupling, totals) : 0;
    if (fixed !== null || totals[delivery]! <= limit) continue;
    if (state.forced.has(delivery)) state.forced.set(delivery, roundDown(limit, step ?? problem.rounding));
    else state.caps[delivery] = limit;
    moved = true;
  }
  return moved;
}

/** Rounds what comes whole down to whole steps, and says what part of a step each lost. */
function forceSteps(problem: Problem, state: State, cuts: Cuts): Map<number, number> {
  const totals = totalsOf(cuts);
  const remainders = new Map<number, number>();
  problem.lines.forEach(({ step }, line) => {
    if (step === null || state.forced.has(line)) return;
    const rest = totals[line]! % step;
    remainders.set(line, rest / step);
    state.forced.set(line, totals[line]! - rest);
  });
  return remainders;
}

/**
 * Cuts one more step, or as many as the lack calls for, of lines that come whole: those whose step is within the lack by largest
 * remainder, else the smallest step alone, which finds a little more than is asked. False where nothing lacks or none can.
 */
function raiseSteps(problem: Problem, way: Way, state: State, cuts: Cuts, remainders: Map<number, number>): boolean {
  const lack = unmetOf(problem, cuts);
  const totals = totalsOf(cuts);
  const stepOf = (line: number) => problem.lines[line]!.step!;
  const headroom = (line: number) => stepHeadroom(problem, way, line, state.forced.get(line)!, totals);
  const open = inRaisingOrder(problem, way, remainders).filter(
    (line) => problem.lines[line]!.pools.some(({ pool }) => lack[pool]! > 0) && headroom(line) > 0
  );
  const steps = open.reduce((sum, line) => sum + stepOf(line), 0);
  const raise = (line: number, least: number): boolean => {
    const pool = problem.lines[line]!.pools.find((one) => lack[one.pool]! >= least)?.pool;
    if (pool === undefined) return false;
    const added = Math.min(headroom(line), stepOf(line) * Math.max(1, Math.floor(lack[pool]! / steps)));
    state.forced.set(line, state.forced.get(line)! + added);
    remainders.set(line, 0);
    lack[pool]! -= added;
    return true;
  };
  if (open.filter((line) => raise(line, stepOf(line))).length > 0) return true;
  const smallest = open.toSorted((a, b) => stepOf(a) - stepOf(b))[0];
  return smallest !== undefined && raise(smallest, 1);
}

/** Lines that come whole: by stage, then the largest remainder, the smallest step, and code. */
function inRaisingOrder(problem: Problem, way: Way, remainders: ReadonlyMap<number, number>): number[] {
  return [...remainders.keys()].sort(
    (a, b) =>
      way.stage(a) - way.stage(b) ||
      remainders.get(b)! - remainders.get(a)! ||
      problem.lines[a]!.step! - problem.lines[b]!.step! ||
      compareKeys(problem.lines[a]!.line.id, problem.lines[b]!.line.id)
  );
}

/** Rupiah by which a line that comes whole may still be cut, a multiple of its step. */
function stepHeadroom(problem: Problem, way: Way, line: number, cut: number, totals: readonly number[]): number {
  const limits = problem.couplings.filter(({ delivery }) => delivery === line);
  const most = limits.reduce(
    (least, coupling) => Math.min(least, couplingLimit(problem, coupling, totals)),
    capOf(problem, way, line)
  );
  return Math.max(0, roundDown(most, problem.lines[line]!.step!) - cut);
}

/**
 * Closes aid where something is still to be found: the smallest that suffices, else the largest, as many of them as half the lack calls
 * for before all is filled anew. False where none can be.
 */
function closeAid(problem: Problem, way: Way, state: State, cuts: Cuts): boolean {
  const lack = unmetOf(problem, cuts);
  const target = lack.map((missing) => missing / 2);
  const open = closable(problem, way, totalsOf(cuts), lack);
  const first = open[0];
  if (first?.suffices) open.splice(1);
  for (const { line, pool, gain } of open) {
    if (lack[pool]! <= target[pool]!) continue;
    state.forced.set(line, problem.lines[line]!.room);
    lack[pool]! -= gain;
  }
  return first !== undefined;
}

/** Aid that may be closed for what lacks, the one to close first in front. */
function closable(problem: Problem, way: Way, totals: readonly number[], lack: readonly number[]) {
  const open = problem.lines.flatMap(({ pools, room, step, keepAbove, fixed }, line) => {
    const pool = pools.find((one) => lack[one.pool]! > 0)?.pool;
    const closes = keepAbove !== null && fixed === null && way.cap(line) >= room && room % (step ?? 1) === 0;
    const gain = room - totals[line]!;
    return pool !== undefined && closes && gain > 0 ? [{ line, pool, gain, suffices: gain >= lack[pool]! }] : [];
  });
  return open.sort(
    (a, b) =>
      way.stage(a.line) - way.stage(b.line) ||
      Number(b.suffices) - Number(a.suffices) ||
      (a.suffices ? a.gain - b.gain : b.gain - a.gain) ||
      compareKeys(problem.lines[a.line]!.line.id, problem.lines[b.line]!.line.id)
  );
}
