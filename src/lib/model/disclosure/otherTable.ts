import { type LinearModel, linearModel, type LinearSolver, type Term } from '../cuts/linear';
import { type DisclosureCell, type DisclosureSystem, indexOf } from './system';
import type { Move } from './witness';

/** What another table must do: hold `move` more (or fewer) people in one cell. */
export interface Wanted {
  cell: number;
  move: number;
}

/** Where it may differ. */
export interface Freedom {
  hidden: ReadonlySet<number>;
  /** Whether cells that show may be hidden for it, at their weight; `dear` ones among them or not. */
  mayHide: 'none' | 'plain' | 'dear';
  /** Rules from cell to cell, smallest first: near cells are tried first, since such a table is found sooner and hides as little. */
  reaches: readonly number[];
  signal?: AbortSignal | undefined;
}

/** The least costly other table, or null where there is none within reach. What is hidden already costs nothing to change. */
export async function otherTable(
  system: DisclosureSystem,
  wanted: Wanted,
  { hidden, mayHide, reaches, signal }: Freedom,
  solver: LinearSolver
): Promise<Move | null> {
  let before = 0;
  for (const reach of reaches) {
    const may = (cell: number): boolean => hidden.has(cell) || mayBeHidden(system.cells[cell]!, mayHide);
    const free = near(system, wanted.cell, reach, may);
    if (free.length === before) continue;
    before = free.length;
    const move = await leastMove(system, wanted, hidden, free, solver, signal);
    if (move !== null) return move;
  }
  return null;
}

function mayBeHidden({ hideable, dear }: DisclosureCell, mayHide: Freedom['mayHide']): boolean {
  return hideable && (mayHide === 'dear' || (mayHide === 'plain' && !dear));
}

/** Cells that may differ, joined with one by a chain of so many rules over such cells. */
function near(system: DisclosureSystem, cell: number, reach: number, may: (cell: number) => boolean): number[] {
  const { rulesAt } = indexOf(system);
  const found = new Set([cell]);
  const seen = new Set<number>();
  let edge = [cell];
  for (let step = 0; step < reach && edge.length > 0; step++) {
    const next: number[] = [];
    for (const one of edge)
      for (const rule of rulesAt[one]!) {
        if (seen.has(rule)) continue;
        seen.add(rule);
        for (const [at] of system.rules[rule]!.terms) {
          if (found.has(at) || !may(at)) continue;
          found.add(at);
          next.push(at);
        }
      }
    edge = next;
  }
  return [...found];
}

/** No cell has to move farther than so many times k: without a limit a search for whole numbers may not end. */
const farthest = 10;

/** Cheap enough not to decide between cells, dear enough that none moves without need. */
const needless = 1e-4;

/** Tables that differ from the true one in some cells only: columns 2i and 2i + 1 are people more and fewer in the i-th of them. */
function differences(
  system: DisclosureSystem,
  free: readonly number[],
  of: (cell: number) => { cost: number; up: readonly [number, number]; down: readonly [number, number] }
): LinearModel {
  const model = linearModel();
  const place = new Map<number, number>();
  for (const cell of free) {
    const { cost, up, down } = of(cell);
    place.set(cell, model.column({ cost, lower: up[0], upper: up[1], whole: true }));
    model.column({ cost, lower: down[0], upper: down[1], whole: true });
  }
  const { rulesAt, sums } = indexOf(system);
  const touched = new Set<number>();
  for (const cell of free) for (const rule of rulesAt[cell]!) touched.add(rule);
  for (const rule of touched) {
    const { terms, least, most } = system.rules[rule]!;
    const moved: Term[] = [];
    for (const [cell, coefficient] of terms) {
      const up = place.get(cell);
      if (up !== undefined) moved.push([up, coefficient], [up + 1, -coefficient]);
    }
    model.row(moved, least - sums[rule]!, most - sums[rule]!);
  }
  return model.build();
}

async function leastMove(
  system: DisclosureSystem,
  { cell: asked, move }: Wanted,
  hidden: ReadonlySet<number>,
  free: readonly number[],
  solver: LinearSolver,
  signal: AbortSignal | undefined
): Promise<Move | null> {
  const built = differences(system, free, (cell) => {
    const { value, floor, weight } = system.cells[cell]!;
    const [more, fewer] = [Math.max(move, 0), Math.max(-move, 0)];
    if (cell === asked) return { cost: 0, up: [more, more], down: [fewer, fewer] };
    const cost = hidden.has(cell) ? needless : weight;
    return { cost, up: [0, farthest * system.k], down: [0, Math.max(Math.min(value - floor, farthest * system.k), 0)] };
  });
  // whole numbers mostly come by themselves; they are asked for only where they do not
  for (const whole of [new Uint8Array(built.whole.length), built.whole]) {
    const answer = await solver.solve({ ...built, whole }, signal === undefined ? {} : { signal });
    if (answer.status === 'infeasible') return null;
    const changes = free.map((cell, i) => [cell, answer.values[2 * i]! - answer.values[2 * i + 1]!] as const);
    if (changes.every(([, change]) => Math.abs(change - Math.round(change)) < 1e-6))
      return new Map(changes.map(([cell, change]) => [cell, Math.round(change)] as const).filter(([, by]) => by !== 0));
  }
  throw new Error(`${system.cells[asked]!.id}: the solver gave parts of people`);
}

/**
 * What stays known of a cell even if every number but the zeros were hidden: the least (sign -1) or the most (sign 1) that zeros and sums
 * leave, in whole people or one beside it; the most is not looked for beyond what protects.
 */
export async function knownAnyway(
  system: DisclosureSystem,
  asked: number,
  sign: 1 | -1,
  hidden: ReadonlySet<number>,
  solver: LinearSolver,
  signal?: AbortSignal
): Promise<number> {
  const free = near(system, asked, Infinity, (cell) => hidden.has(cell) || system.cells[cell]!.value > 0);
  const built = differences(system, free, (cell) => {
    const { value, floor } = system.cells[cell]!;
    const [up, down] = cell === asked && sign === -1 ? [0, value - floor] : [farthest * system.k, value - floor];
    return { cost: 0, up: [0, up], down: [0, cell === asked && sign === 1 ? 0 : down] };
  });
  const moving = 2 * free.indexOf(asked) + (sign === 1 ? 0 : 1);
  const cost = built.cost.map((_, column) => (column === moving ? -1 : 0));
  const answer = await solver.solve(
    { ...built, cost, whole: new Uint8Array(built.whole.length) },
    signal === undefined ? {} : { signal }
  );
  if (answer.status === 'infeasible') throw new Error(`${system.cells[asked]!.id}: its equations are wrong`);
  const extreme = system.cells[asked]!.value + sign * answer.values[moving]!;
  return sign === 1 ? Math.floor(extreme + 1e-6) : Math.ceil(extreme - 1e-6);
}
