import { linearModel, type LinearSolver } from '../cuts/linear';
import { type Group, joinedGroups } from './reduce';
import type { Bounds, DisclosureSystem } from './system';

/** More people than any cell holds: a cell that can reach it has no upper bound, and a model without bounds would have no answer. */
const far = 10_000_000;

export interface AttackOptions {
  /** Hidden cells whose bounds are wanted; all of them when absent. */
  asked?: ReadonlySet<number>;
  signal?: AbortSignal | undefined;
  onCell?: ((done: number) => void) | undefined;
}

/**
 * The outsider's attack: for each hidden cell the least and the most that everything published allows, in whole people (methods §5.4).
 * `onCell` hears how many cells are done. Rejects with an Error where a solver fails, and where no table fits what is published: then the
 * system itself is wrong.
 */
export async function attack(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  solver: LinearSolver,
  { asked = hidden, signal, onCell }: AttackOptions = {}
): Promise<Map<number, Bounds>> {
  const found = new Map<number, Bounds>();
  if (asked.size === 0) return found;
  for (const group of joinedGroups(system, hidden)) {
    for (const cell of group.cells.filter((one) => asked.has(one))) {
      const lower = await extreme(system, group, cell, 1, solver, signal);
      const upper = await extreme(system, group, cell, -1, solver, signal);
      found.set(cell, { lower, upper });
      onCell?.(found.size);
    }
  }
  return found;
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
