import { linearModel, type LinearSolver } from '../cuts/linear';
import { attack } from './attack';
import { checkSystem, type DisclosureSystem, isProtected, withMasks } from './system';

/** What is hidden, and what could not be protected by hiding. */
export interface Suppression {
  /** Hidden cells, primary ones and those that protect them. */
  hidden: ReadonlySet<number>;
  /** Hidden cells that stay open whatever is hidden: their categories must be merged. Empty when all are protected. */
  open: readonly number[];
}

export interface SuppressOptions {
  signal?: AbortSignal;
  onCell?: (done: number) => void;
  /** False leaves what turned out needless hidden: asking costs an attack for each mask that was added. */
  tidy?: boolean;
}

/**
 * Hides what protects the primary cells. For each cell that lacks protection another table is looked for that fits what is published
 * and holds enough more (or fewer) people in that cell; the cells in which it differs are hidden, at the least loss (a step of Kelly,
 * Golden and Assad 1992, in whole people so that the other table is a real one). Then whatever was hidden and is not needed shows again.
 * That is a good answer, not always the best one: the problem is NP-hard. Nothing here is trusted: run `attack` on what was written.
 */
export async function suppress(
  system: DisclosureSystem,
  solver: LinearSolver,
  options: SuppressOptions = {}
): Promise<Suppression> {
  checkSystem(system);
  const { signal, onCell } = options;
  const primary = system.cells.flatMap(({ primary: why }, cell) => (why === null ? [] : [cell]));
  let hidden: ReadonlySet<number> = withMasks(system, primary);
  const open: number[] = [];
  let asked = hidden;
  let done = 0;
  // hiding more only widens what was found, so a protected cell is not asked again
  while (asked.size > 0) {
    const before = hidden;
    for (const [cell, bounds] of await attack(system, hidden, solver, { asked, signal })) {
      onCell?.(++done);
      if (isProtected(system.cells[cell]!, bounds, system.k)) continue;
      const wider = await protectCell(system, hidden, cell, solver, signal);
      if (wider === null) open.push(cell);
      else hidden = wider;
    }
    asked = new Set([...hidden].filter((cell) => !before.has(cell)));
  }
  if (options.tidy === false) return { hidden, open };
  return { hidden: await withoutNeedless(system, hidden, open, solver, signal), open };
}

/** What must be hidden so that one cell is protected; null where nothing that may be hidden protects it. */
async function protectCell(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  cell: number,
  solver: LinearSolver,
  signal: AbortSignal | undefined
): Promise<ReadonlySet<number> | null> {
  const given = system.cells[cell]!;
  const found = (await attack(system, hidden, solver, { asked: new Set([cell]), signal })).get(cell)!;
  if (isProtected(given, found, system.k)) return hidden;
  let wider = hidden;
  if (given.primary === 'few') {
    for (const move of [given.floor - given.value, system.k - given.value]) {
      const changed = move === 0 ? [] : await otherTable(system, wider, cell, move, solver, signal);
      if (changed === null) return null;
      wider = withMasks(system, [...wider, ...changed]);
    }
    return wider;
  }
  const up = found.lower + system.k - 1 - given.value;
  const down = found.upper - (system.k - 1) - given.value;
  const changed =
    (await otherTable(system, hidden, cell, up, solver, signal)) ??
    (given.value + down < given.floor ? null : await otherTable(system, hidden, cell, down, solver, signal));
  return changed === null ? null : withMasks(system, [...hidden, ...changed]);
}

/** Rule by rule from the asked cell: near cells are tried first, since a table that differs nearby is found sooner and hides as little. */
const reaches = [2, 4, 8, Infinity] as const;

/** The cells in which the least costly other table differs, given a change of one of them; null where there is none. */
async function otherTable(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  asked: number,
  move: number,
  solver: LinearSolver,
  signal: AbortSignal | undefined
): Promise<number[] | null> {
  let before = 0;
  for (const reach of reaches) {
    const free = new Set(
      [...near(system, asked, reach)].filter((cell) => hidden.has(cell) || system.cells[cell]!.hideable)
    );
    if (free.size === before) continue;
    before = free.size;
    const changed = await changedCells(system, hidden, free, { asked, move }, solver, signal);
    if (changed !== null) return changed;
  }
  return null;
}

/** Cells joined with one by a chain of so many rules. */
function near(system: DisclosureSystem, cell: number, reach: number): Set<number> {
  const rulesAt = rulesOfCells(system);
  const found = new Set([cell]);
  let edge = [cell];
  for (let step = 0; step < reach && edge.length > 0; step++) {
    const next = edge.flatMap((one) => rulesAt[one]!.flatMap((rule) => system.rules[rule]!.terms.map(([at]) => at)));
    edge = [...new Set(next)].filter((one) => !found.has(one));
    for (const one of edge) found.add(one);
  }
  return found;
}

const rulesKept = new WeakMap<DisclosureSystem, number[][]>();

/** Rules of each cell, worked out once for a system. */
function rulesOfCells(system: DisclosureSystem): readonly (readonly number[])[] {
  const kept = rulesKept.get(system);
  if (kept !== undefined) return kept;
  const rules = system.cells.map((): number[] => []);
  system.rules.forEach(({ terms }, rule) => terms.forEach(([cell]) => rules[cell]!.push(rule)));
  rulesKept.set(system, rules);
  return rules;
}

async function changedCells(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  free: ReadonlySet<number>,
  { asked, move }: { asked: number; move: number },
  solver: LinearSolver,
  signal: AbortSignal | undefined
): Promise<number[] | null> {
  const model = linearModel();
  const columns = new Map<number, { up: number; down: number }>();
  for (const cell of free) {
    const { value, floor, weight } = system.cells[cell]!;
    const cost = hidden.has(cell) ? 0 : weight;
    const fixed = cell === asked;
    const up = fixed ? Math.max(move, 0) : Infinity;
    const down = fixed ? Math.max(-move, 0) : Math.max(value - floor, 0);
    columns.set(cell, {
      up: model.column({ cost, lower: fixed ? up : 0, upper: up, whole: true }),
      down: model.column({ cost, lower: fixed ? down : 0, upper: down, whole: true })
    });
  }
  const rulesAt = rulesOfCells(system);
  for (const rule of new Set([...free].flatMap((cell) => rulesAt[cell]!))) {
    const { terms, least, most } = system.rules[rule]!;
    const now = terms.reduce((sum, [cell, coefficient]) => sum + coefficient * system.cells[cell]!.value, 0);
    const moved = terms.flatMap(([cell, coefficient]) => {
      const column = columns.get(cell);
      return column
        ? ([
            [column.up, coefficient],
            [column.down, -coefficient]
          ] as const)
        : [];
    });
    model.row(moved, least - now, most - now);
  }
  const answer = await solver.solve(model.build(), signal === undefined ? {} : { signal });
  if (answer.status === 'infeasible') return null;
  return [...columns].flatMap(([cell, { up, down }]) =>
    Math.abs(answer.values[up]! - answer.values[down]!) > 0.5 ? [cell] : []
  );
}

/** Shows again, the costliest first, every mask without which all stay protected. */
async function withoutNeedless(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  open: readonly number[],
  solver: LinearSolver,
  signal: AbortSignal | undefined
): Promise<ReadonlySet<number>> {
  const masks = new Map<string, { cells: number[]; weight: number; primary: boolean }>();
  for (const cell of hidden) {
    const { mask, weight, primary } = system.cells[cell]!;
    const one = masks.get(mask) ?? { cells: [], weight: 0, primary: false };
    one.cells.push(cell);
    masks.set(mask, { ...one, weight: one.weight + weight, primary: one.primary || primary !== null });
  }
  let kept = hidden;
  const secondary = [...masks.values()].filter(({ primary }) => !primary).sort((a, b) => b.weight - a.weight);
  for (const { cells } of secondary) {
    const fewer = new Set([...kept].filter((cell) => !cells.includes(cell)));
    const bounds = await attack(system, fewer, solver, { signal });
    const safe = [...bounds].every(
      ([cell, found]) => open.includes(cell) || isProtected(system.cells[cell]!, found, system.k)
    );
    if (safe) kept = fewer;
  }
  return kept;
}
