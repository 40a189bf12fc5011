import type { LinearSolver } from '../cuts/linear';
import { knownAnyway, otherTable } from './otherTable';
import { searchAlone } from './searchAlone';
import { checkSystem, type DisclosureSystem, withMasks } from './system';
import { type Move, searchTogether, wantedMoves, type Witnessed, witnessed } from './witness';

/** What is hidden, and what could not be protected by hiding. */
export interface Suppression {
  /** Hidden cells, primary ones and those that protect them. */
  hidden: ReadonlySet<number>;
  /** Hidden cells that stay open whatever is hidden: their categories must be merged. Empty when all are protected. */
  open: readonly number[];
}

export interface SuppressOptions {
  signal?: AbortSignal;
  /** Hears how many hidden cells are protected, of how many. */
  onCell?: (done: number, all: number) => void;
  /** Cells that one shown-again mask may leave open before it stays hidden; each is asked anew. */
  patience?: number;
}

const reaches = [2, 3, 4, 8, Infinity] as const;

/**
 * Hides what protects the primary cells. For each cell that lacks protection another table is looked for that fits what is published
 * and holds enough more (or fewer) people in that cell; the cells in which it differs are hidden, at the least loss (a step of Kelly,
 * Golden and Assad 1992, in whole people so that the other table is a real one). Then whatever was hidden and is not needed shows again.
 * That is a good answer, not always the best one: the problem is NP-hard. Nothing here is trusted: audit what was written.
 */
export async function suppress(
  system: DisclosureSystem,
  solver: LinearSolver,
  options: SuppressOptions = {}
): Promise<Suppression> {
  checkSystem(system);
  const { signal, onCell, patience = 8 } = options;
  const primary = system.cells.flatMap(({ primary: why }, cell) => (why === null ? [] : [cell]));
  const state: State = {
    system,
    solver,
    signal,
    hidden: withMasks(system, primary),
    found: witnessed(system)
  };
  const open: number[] = [];
  let asked: ReadonlySet<number> = state.hidden;
  // hiding more only widens what was found, so a protected cell is not asked again
  while (asked.size > 0) {
    const before = state.hidden;
    await together(state, asked);
    for (let left = stillOpen(state, asked); left.length > 0;) {
      for (const cell of left.slice(0, beforeTogether)) if (!(await protectCell(state, cell))) open.push(cell);
      // what was hidden for these cells often protects others
      await together(state, new Set(left.slice(beforeTogether)));
      left = stillOpen(state, left.slice(beforeTogether));
      onCell?.(asked.size - left.length, asked.size);
    }
    asked = new Set([...state.hidden].filter((cell) => !before.has(cell)));
  }
  return { hidden: await withoutNeedless(state, open, patience), open };
}

/** Cells asked one by one before the rest are looked at together again. */
const beforeTogether = 50;

/** Cells that are not protected yet, the smallest first. */
function stillOpen({ system, found }: State, cells: Iterable<number>): number[] {
  const open = [...cells].filter((cell) => !found.isSafe(cell));
  return open.sort((a, b) => system.cells[a]!.value - system.cells[b]!.value);
}

interface State {
  system: DisclosureSystem;
  solver: LinearSolver;
  signal: AbortSignal | undefined;
  hidden: ReadonlySet<number>;
  found: Witnessed;
}

async function together({ system, solver, signal, hidden, found }: State, asked: ReadonlySet<number>): Promise<void> {
  await searchTogether(system, hidden, asked, found, solver, { signal });
}

/** Hides what protects one cell; false where nothing that may be hidden does. */
async function protectCell(state: State, cell: number): Promise<boolean> {
  for (const wanted of wantedMoves(state.system, state.found, cell)) {
    const found = (await firstOf(state, cell, wanted)) ?? (await downToKnown(state, cell, wanted));
    if (found === null) return false;
    state.found.accept(found);
    const shown = [...found.keys()].filter((changed) => !state.hidden.has(changed));
    if (shown.length > 0) state.hidden = new Set([...state.hidden, ...withMasks(state.system, shown)]);
  }
  return true;
}

/**
 * Few that cannot be shown to be fewer, whatever is hidden, need to be possible only down to what is known anyway; a zero that other zeros
 * say needs nothing.
 */
async function downToKnown(state: State, cell: number, wanted: readonly number[]): Promise<Move | null> {
  const { system, hidden, solver, signal, found } = state;
  const { value, primary } = system.cells[cell]!;
  if (primary !== 'few') {
    if (value > 0 || (await knownAnyway(system, cell, 1, hidden, solver, signal)) >= system.k - 1) return null;
    found.saidByZeros(cell);
    return new Map();
  }
  if (wanted.some((move) => move > 0)) return null;
  const known = await knownAnyway(system, cell, -1, hidden, solver, signal);
  found.knownAtLeast(cell, known);
  return known === value ? new Map() : firstOf(state, cell, [known - value]);
}

async function firstOf(state: State, cell: number, wanted: readonly number[]): Promise<Move | null> {
  const { system, hidden, solver, signal } = state;
  for (const mayHide of ['plain', 'dear'] as const)
    for (const move of wanted) {
      const found = await otherTable(system, { cell, move }, { hidden, mayHide, reaches, signal }, solver);
      if (found !== null) return found;
    }
  return null;
}

/** Shows again, the costliest first, every mask without which all stay protected. */
async function withoutNeedless(state: State, open: readonly number[], patience: number): Promise<ReadonlySet<number>> {
  const { found } = state;
  const given = new Set(open);
  for (const mask of secondaryMasks(state)) {
    const hidden = without(state.hidden, mask);
    const { moves, touched } = found.forget(mask);
    const lost = [...touched].filter((cell) => hidden.has(cell) && !given.has(cell) && !found.isSafe(cell));
    if (lost.length <= patience && (await protectedWithin({ ...state, hidden }, lost))) state.hidden = hidden;
    else for (const move of moves) found.accept(move);
  }
  return state.hidden;
}

/** Whether cells are protected by other tables in what is hidden already. */
async function protectedWithin(
  { system, hidden, solver, signal, found }: State,
  cells: readonly number[]
): Promise<boolean> {
  const reaches = hidden.size > nearOnly ? [4] : [Infinity];
  for (const cell of cells)
    if (!(await searchAlone(system, hidden, cell, found, solver, { reaches, signal }))) return false;
  return true;
}

/** Among more hidden cells than this only near ones are looked at when one is to show again. */
const nearOnly = 400;

function secondaryMasks({ system, hidden }: State): number[][] {
  const masks = new Map<string, { cells: number[]; weight: number; primary: boolean }>();
  for (const cell of hidden) {
    const { mask, weight, primary } = system.cells[cell]!;
    const one = masks.get(mask) ?? { cells: [], weight: 0, primary: false };
    one.cells.push(cell);
    masks.set(mask, { ...one, weight: one.weight + weight, primary: one.primary || primary !== null });
  }
  const secondary = [...masks.values()].filter(({ primary }) => !primary);
  return secondary.sort((a, b) => b.weight - a.weight).map(({ cells }) => cells);
}

function without(hidden: ReadonlySet<number>, cells: readonly number[]): Set<number> {
  const left = new Set(hidden);
  for (const cell of cells) left.delete(cell);
  return left;
}
