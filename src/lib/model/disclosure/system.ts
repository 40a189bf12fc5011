/**
 * What is published of counts, as an outsider sees it: cells that show or are hidden, and the equations that join them over all
 * tables, levels and releases. Pure; which tables and columns become cells is no concern of it.
 */

/** One count of one table. */
export interface DisclosureCell {
  /** Names the cell in reports; the cell's place in its system is what equations use. */
  id: string;
  /** The true count, 0 or more, a whole number. */
  value: number;
  /** The least that an outsider knows of the cell when it is hidden: 1 where zeros show as zeros, else 0. */
  floor: 0 | 1;
  /**
   * What is known of it anyway, at least `floor`: zeros show, so a sum of hidden cells is at least their number. A few that are hidden must
   * be possible down to this.
   */
  least: number;
  /** Cells of one mask are hidden together: families, persons, rupiah and extra rows of the same people. */
  mask: string;
  /** `few`: the count itself gives people away; `group`: what it says of everybody does; null: it may show. */
  primary: 'few' | 'group' | null;
  /** Whether the cell may be hidden to protect others. A zero that shows as zero may not: its being hidden would say that it is none. */
  hideable: boolean;
  /** Whether it is hidden only where nothing else protects: a headline, whatever its weight. */
  dear: boolean;
  /** What is lost when it is hidden, above 0; people of the cell where nothing speaks for another measure. */
  weight: number;
}

/** Least ≤ Σ coefficient × cell ≤ most, known to everybody. Equations have least = most. */
export interface DisclosureRule {
  terms: readonly (readonly [cell: number, coefficient: number])[];
  least: number;
  most: number;
}

export interface DisclosureSystem {
  cells: readonly DisclosureCell[];
  rules: readonly DisclosureRule[];
  /** Smallest count that shows, other than 0. */
  k: number;
}

/** What an outsider can compute of a hidden cell. `upper` is Infinity where nothing bounds it. */
export interface Bounds {
  lower: number;
  upper: number;
}

/**
 * Whether bounds protect a hidden cell. A count of 1 to k - 1 must be possible down to what is known of every hidden cell and up to k or
 * more (methods §5.4); of any other hidden cell the interval must be at least k - 1 wide, as that of a protected few is.
 */
export function isProtected({ primary, least }: DisclosureCell, { lower, upper }: Bounds, k: number): boolean {
  return primary === 'few' ? lower <= least && upper >= k : upper - lower >= k - 1;
}

/** What is looked up again and again of one system, worked out once. */
export interface SystemIndex {
  /** Rules of each cell. */
  rulesAt: readonly (readonly number[])[];
  /** Σ coefficient × true count of each rule. */
  sums: readonly number[];
  /** Cells of each mask. */
  cellsOf: ReadonlyMap<string, readonly number[]>;
}

const indexes = new WeakMap<DisclosureSystem, SystemIndex>();

/** The index of a system, which must not change afterwards. */
export function indexOf(system: DisclosureSystem): SystemIndex {
  const kept = indexes.get(system);
  if (kept !== undefined) return kept;
  const rulesAt = system.cells.map((): number[] => []);
  system.rules.forEach(({ terms }, rule) => terms.forEach(([cell]) => rulesAt[cell]!.push(rule)));
  const sums = system.rules.map(({ terms }) =>
    terms.reduce((total, [cell, coefficient]) => total + coefficient * system.cells[cell]!.value, 0)
  );
  const cellsOf = new Map<string, number[]>();
  system.cells.forEach(({ mask }, cell) => cellsOf.set(mask, [...(cellsOf.get(mask) ?? []), cell]));
  const index = { rulesAt, sums, cellsOf };
  indexes.set(system, index);
  return index;
}

/** The cells of the masks that hold one of the given cells. */
export function withMasks(system: DisclosureSystem, some: Iterable<number>): Set<number> {
  const { cellsOf } = indexOf(system);
  const all = new Set<number>();
  for (const cell of some) for (const one of cellsOf.get(system.cells[cell]!.mask)!) all.add(one);
  return all;
}

/** Throws a RangeError for a system that its own true counts contradict: an audit of it would prove nothing. */
export function checkSystem({ cells, rules, k }: DisclosureSystem): void {
  if (!Number.isInteger(k) || k < 2) throw new RangeError(`k must be a whole number of 2 or more, not ${k}`);
  for (const { id, value } of cells)
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`${id}: ${value} is no count`);
  for (const { terms, least, most } of rules) {
    const sum = terms.reduce((total, [cell, coefficient]) => total + coefficient * cells[cell]!.value, 0);
    if (sum >= least && sum <= most) continue;
    const names = terms.map(([cell]) => cells[cell]!.id).join(', ');
    throw new RangeError(`${names}: together ${sum}, outside ${least} to ${most}`);
  }
}
