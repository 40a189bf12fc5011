import { linearModel, type LinearSolver, type Term } from '../cuts/linear';
import type { Bounds, DisclosureRule, DisclosureSystem } from './system';

/** More people than any cell holds: a cell that can reach it has no upper bound, and a model without bounds would have no answer. */
const far = 10_000_000;

/** What is left of a rule when everything that shows has been put in: hidden cells only. */
interface Reduced {
  terms: Term[];
  least: number;
  most: number;
}

export interface AttackOptions {
  /** Hidden cells whose bounds are wanted; all of them when absent. */
  asked?: ReadonlySet<number>;
  signal?: AbortSignal | undefined;
  onCell?: ((done: number) => void) | undefined;
}

/**
 * The outsider's attack: for each hidden cell the least and the most that everything published allows, in whole people (methods §5.4).
 * Cells that no rule joins cannot tell of each other, so each group of joined cells is asked by itself. `onCell` hears how many cells are
 * done. Rejects with an Error where a solver fails, and where no table fits what is published: then the system itself is wrong.
 */
export async function attack(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  solver: LinearSolver,
  { asked = hidden, signal, onCell }: AttackOptions = {}
): Promise<Map<number, Bounds>> {
  const reduced = system.rules.map((rule) => reduce(rule, system, hidden)).filter(({ terms }) => terms.length > 0);
  const found = new Map<number, Bounds>();
  for (const group of joinedGroups(hidden, reduced)) {
    for (const cell of group.cells.filter((one) => asked.has(one))) {
      const lower = await extreme(system, group, cell, 1, solver, signal);
      const upper = await extreme(system, group, cell, -1, solver, signal);
      found.set(cell, { lower, upper });
      onCell?.(found.size);
    }
  }
  return found;
}

function reduce(
  { terms, least, most }: DisclosureRule,
  system: DisclosureSystem,
  hidden: ReadonlySet<number>
): Reduced {
  const shown = terms
    .filter(([cell]) => !hidden.has(cell))
    .reduce((sum, [cell, coefficient]) => sum + coefficient * system.cells[cell]!.value, 0);
  return {
    terms: terms.filter(([cell, coefficient]) => coefficient !== 0 && hidden.has(cell)),
    least: least - shown,
    most: most - shown
  };
}

interface Group {
  cells: number[];
  rules: Reduced[];
}

/** Hidden cells that rules join, directly or through others, each group with its rules. */
function joinedGroups(hidden: ReadonlySet<number>, rules: readonly Reduced[]): Group[] {
  const parent = new Map([...hidden].map((cell) => [cell, cell]));
  const top = (cell: number): number => {
    let at = cell;
    while (parent.get(at) !== at) at = parent.get(at)!;
    parent.set(cell, at);
    return at;
  };
  for (const { terms } of rules) for (const [cell] of terms) parent.set(top(cell), top(terms[0]![0]));
  const groups = new Map<number, Group>();
  for (const cell of hidden) {
    const group = groups.get(top(cell)) ?? { cells: [], rules: [] };
    group.cells.push(cell);
    groups.set(top(cell), group);
  }
  for (const rule of rules) groups.get(top(rule.terms[0]![0]))!.rules.push(rule);
  return [...groups.values()];
}

/** The least (sign 1) or the most (sign -1) of one cell. */
async function extreme(
  { cells }: DisclosureSystem,
  group: Group,
  asked: number,
  sign: 1 | -1,
  solver: LinearSolver,
  signal?: AbortSignal
): Promise<number> {
  const model = linearModel();
  const columns = new Map(
    group.cells.map((cell) => [
      cell,
      model.column({
        cost: cell === asked ? sign : 0,
        lower: cells[cell]!.floor,
        upper: far,
        whole: true
      })
    ])
  );
  for (const { terms, least, most } of group.rules)
    model.row(
      terms.map(([cell, coefficient]) => [columns.get(cell)!, coefficient]),
      least,
      most
    );
  const answer = await solver.solve(model.build(), signal === undefined ? {} : { signal });
  if (answer.status === 'infeasible')
    throw new Error(`${cells[asked]!.id}: nothing fits what is published; its equations are wrong.`);
  const value = Math.round(answer.values[columns.get(asked)!]!);
  return sign === -1 && value >= far ? Infinity : value;
}
