import type { Term } from '../cuts/linear';
import type { DisclosureRule, DisclosureSystem } from './system';

/** What is left of a rule when everything that shows has been put in: hidden cells only. */
export interface Reduced {
  terms: Term[];
  least: number;
  most: number;
}

/** Hidden cells that rules join, directly or through others, with those rules. */
export interface Group {
  cells: number[];
  rules: Reduced[];
}

/** Hidden cells by group: cells that no rule joins cannot tell of each other, so each group stands by itself. */
export function joinedGroups(system: DisclosureSystem, hidden: ReadonlySet<number>): Group[] {
  const rules = system.rules.map((rule) => reduce(rule, system, hidden)).filter(({ terms }) => terms.length > 0);
  const top = joined(
    hidden,
    rules.map(({ terms }) => terms.map(([cell]) => cell))
  );
  const groups = new Map<number, Group>();
  for (const cell of hidden) {
    const group = groups.get(top(cell)) ?? { cells: [], rules: [] };
    group.cells.push(cell);
    groups.set(top(cell), group);
  }
  for (const rule of rules) groups.get(top(rule.terms[0]![0]))!.rules.push(rule);
  return [...groups.values()];
}

/** Joins the cells of each set; gives a function from a cell to the one that stands for all that are joined with it. */
export function joined(cells: Iterable<number>, sets: Iterable<readonly number[]>): (cell: number) => number {
  const parent = new Map([...cells].map((cell) => [cell, cell]));
  const top = (cell: number): number => {
    let at = cell;
    while (parent.get(at) !== at) {
      parent.set(at, parent.get(parent.get(at)!)!);
      at = parent.get(at)!;
    }
    return at;
  };
  for (const set of sets) for (const cell of set) parent.set(top(cell), top(set[0]!));
  return top;
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
