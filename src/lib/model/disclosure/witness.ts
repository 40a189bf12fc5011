import { linearModel, type LinearModel, type LinearSolver } from '../cuts/linear';
import { seededRandom } from '../random';
import { type Group, joined, joinedGroups } from './reduce';
import { type Bounds, type DisclosureSystem, isProtected } from './system';

/**
 * Another whole table that fits all that is published, as its differences from the true one. It proves what an outsider cannot know: that
 * a hidden cell is not this other value.
 */
export type Move = ReadonlyMap<number, number>;

/** Least and most of each hidden cell over all tables found so far. What is protected by them is protected, whatever else was not found. */
export interface Witnessed {
  boundsOf(cell: number): Bounds;
  isSafe(cell: number): boolean;
  accept(move: Move): void;
  /** Forgets every table that differs in one of these cells, as if they showed: those tables, and the cells they spoke for. */
  forget(cells: readonly number[]): { moves: readonly Move[]; touched: ReadonlySet<number> };
  /** Few that are known to be at least so many, whatever is hidden. */
  knownAtLeast(cell: number, people: number): void;
  leastOf(cell: number): number;
  /** A zero that other zeros say, whatever is hidden: nothing is left to protect. */
  saidByZeros(cell: number): void;
}

/** Starts from the true table alone: every cell is exact. */
export function witnessed(system: DisclosureSystem): Witnessed {
  const lower = system.cells.map(({ value }) => value);
  const upper = [...lower];
  const movesAt = new Map<number, Set<Move>>();
  const known = new Map<number, number>();
  const said = new Set<number>();
  const boundsOf = (cell: number): Bounds => ({ lower: lower[cell]!, upper: upper[cell]! });
  const leastOf = (cell: number): number => known.get(cell) ?? system.cells[cell]!.least;
  const widen = (cell: number, by: number): void => {
    const value = system.cells[cell]!.value + by;
    if (value < lower[cell]!) lower[cell] = value;
    if (value > upper[cell]!) upper[cell] = value;
  };
  return {
    boundsOf,
    leastOf,
    knownAtLeast: (cell, people) => void known.set(cell, people),
    saidByZeros: (cell) => void said.add(cell),
    isSafe: (cell) =>
      said.has(cell) || isProtected({ ...system.cells[cell]!, least: leastOf(cell) }, boundsOf(cell), system.k),
    accept: (move) => {
      for (const [cell, by] of move) {
        widen(cell, by);
        const at = movesAt.get(cell);
        if (at) at.add(move);
        else movesAt.set(cell, new Set([move]));
      }
    },
    forget: (cells) => {
      const moves = [...new Set(cells.flatMap((cell) => [...(movesAt.get(cell) ?? [])]))];
      const touched = new Set(moves.flatMap((move) => [...move.keys()]));
      for (const move of moves) for (const cell of move.keys()) movesAt.get(cell)!.delete(move);
      for (const cell of touched) {
        lower[cell] = upper[cell] = system.cells[cell]!.value;
        for (const move of movesAt.get(cell)!) widen(cell, move.get(cell)!);
      }
      return { moves, touched };
    }
  };
}

/** What other tables must hold for a cell to be protected: for each entry more or fewer people, any of its numbers. Empty when it is. */
export function wantedMoves({ cells, k }: DisclosureSystem, found: Witnessed, cell: number): number[][] {
  if (found.isSafe(cell)) return [];
  const { value, floor, primary } = cells[cell]!;
  const { lower, upper } = found.boundsOf(cell);
  const least = found.leastOf(cell);
  if (primary === 'few') return [...(lower > least ? [[least - value]] : []), ...(upper < k ? [[k - value]] : [])];
  const up = lower + k - 1 - value;
  const down = upper - (k - 1) - value;
  return [value + down < floor ? [up] : [up, down]];
}

/** Rounds that bring few cells more are the last ones of a group; what is left is asked cell by cell. */
const worthARound = 0.002;
const mostRounds = 200;

/**
 * Looks for other tables in which as many asked cells as possible differ at once: a linear model a round, its answer taken apart into
 * moves that stand by themselves, the whole-number ones kept.
 */
export async function searchTogether(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  asked: ReadonlySet<number>,
  found: Witnessed,
  solver: LinearSolver,
  { signal, onSafe }: { signal?: AbortSignal | undefined; onSafe?: ((count: number) => void) | undefined } = {}
): Promise<void> {
  const random = seededRandom(hidden.size);
  let safe = 0;
  for (const group of joinedGroups(system, hidden)) {
    const model = groupModel(system, group);
    let open = group.cells.filter((cell) => asked.has(cell) && !found.isSafe(cell));
    for (let round = 0, poor = 0; round < mostRounds && open.length > 0 && poor < 2; round++) {
      const upward = round % 2 === 0;
      aim(model, system, group, { open: new Set(open), found, upward, random });
      const answer = await solver.solve(model, signal === undefined ? {} : { signal });
      if (answer.status === 'infeasible') throw new Error(unfit(system, group));
      for (const move of movesOf(system, group, answer.values)) found.accept(move);
      const before = open.length;
      open = open.filter((cell) => !found.isSafe(cell));
      safe += before - open.length;
      onSafe?.(safe);
      poor = before - open.length < Math.max(1, before * worthARound) ? poor + 1 : 0;
    }
  }
}

function unfit({ cells }: DisclosureSystem, group: Group): string {
  return `${cells[group.cells[0]!]!.id}: nothing fits what is published; its equations are wrong.`;
}

function groupModel({ cells }: DisclosureSystem, group: Group): LinearModel {
  const model = linearModel();
  const columns = new Map(group.cells.map((cell) => [cell, model.column({ lower: cells[cell]!.floor })]));
  for (const { terms, least, most } of group.rules)
    model.row(
      terms.map(([cell, coefficient]) => [columns.get(cell)!, coefficient]),
      least,
      most
    );
  return model.build();
}

interface Aim {
  open: ReadonlySet<number>;
  found: Witnessed;
  upward: boolean;
  random: () => number;
}

/**
 * Asks for cells that are still open to move one way, each just far enough, so that what one cell takes is left for others. Cells that are
 * safe may move as they like within the same reach.
 */
function aim(model: LinearModel, system: DisclosureSystem, group: Group, { open, found, upward, random }: Aim): void {
  const { k } = system;
  group.cells.forEach((cell, column) => {
    const { value, floor, primary } = system.cells[cell]!;
    const few = primary === 'few';
    const { lower, upper } = found.boundsOf(cell);
    const wants = few ? (upward ? upper < k : lower > found.leastOf(cell)) : upper - lower < k - 1;
    model.cost[column] = open.has(cell) && wants ? (upward ? -1 : 1) * (0.5 + random()) : 0;
    model.lower[column] = Math.max(floor, few ? floor : value - k + 1);
    model.upper[column] = few ? k : value + k - 1;
  });
}

const whole = 1e-6;

/** Takes another solution apart: cells that moved and are joined by rules belong together; parts that are not in whole people are left out. */
export function movesOf(system: DisclosureSystem, group: Group, values: ArrayLike<number>): Move[] {
  const by = new Map<number, number>();
  group.cells.forEach((cell, column) => {
    const change = values[column]! - system.cells[cell]!.value;
    if (Math.abs(change) > whole) by.set(cell, change);
  });
  const moving = group.rules
    .map(({ terms }) => terms.map(([cell]) => cell).filter((cell) => by.has(cell)))
    .filter((cells) => cells.length > 0);
  const top = joined(by.keys(), moving);
  const parts = new Map<number, Map<number, number>>();
  for (const [cell, change] of by) {
    const part = parts.get(top(cell)) ?? new Map<number, number>();
    part.set(cell, change);
    parts.set(top(cell), part);
  }
  const broken = new Set(
    [...parts].filter(([, part]) => [...part.values()].some((change) => !isWhole(change))).map(([key]) => key)
  );
  const rounded = new Map([...by].map(([cell, change]) => [cell, Math.round(change)]));
  for (const { terms, least, most } of group.rules) {
    const first = terms.find(([cell]) => by.has(cell));
    if (first === undefined || broken.has(top(first[0]))) continue;
    const sum = terms.reduce(
      (total, [cell, coefficient]) => total + coefficient * (system.cells[cell]!.value + (rounded.get(cell) ?? 0)),
      0
    );
    if (sum < least || sum > most) broken.add(top(first[0]));
  }
  return [...parts]
    .filter(([key]) => !broken.has(key))
    .map(([, part]) => new Map([...part.keys()].map((cell) => [cell, rounded.get(cell)!])));
}

function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < whole;
}
