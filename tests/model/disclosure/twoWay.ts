import type { DisclosureCell, DisclosureRule, DisclosureSystem } from '$lib/model/disclosure/system';

/** A table of rows and columns with its margins, all of which may be hidden unless `margins` says that they stay. */
export function twoWay(
  table: readonly (readonly number[])[],
  { k, floor, margins }: { k: number; floor: 0 | 1; margins: 'stay' | 'may be hidden' }
): DisclosureSystem & { at: (row: number, column: number) => number } {
  const [rows, columns] = [table.length, table[0]!.length];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const full = table.map((row) => [...row, sum(row)]);
  full.push(Array.from({ length: columns + 1 }, (_, column) => sum(full.map((row) => row[column]!))));
  const at = (row: number, column: number): number => row * (columns + 1) + column;
  const isMargin = (row: number, column: number): boolean => row === rows || column === columns;
  const cells = full.flatMap((values, row) =>
    values.map((value, column): DisclosureCell => {
      const few = value > 0 && value < k && !(isMargin(row, column) && margins === 'stay');
      const hideable = (margins === 'may be hidden' || !isMargin(row, column)) && !(floor === 1 && value === 0);
      const id = `${row},${column}`;
      return {
        id,
        value,
        floor,
        least: floor,
        mask: id,
        primary: few ? 'few' : null,
        hideable,
        dear: false,
        weight: Math.max(value, 1)
      };
    })
  );
  const zero = (terms: DisclosureRule['terms']): DisclosureRule => ({ terms, least: 0, most: 0 });
  const line = (cellAt: (i: number) => number, length: number): DisclosureRule =>
    zero(Array.from({ length: length + 1 }, (_, i) => [cellAt(i), i === length ? -1 : 1] as const));
  const rules = [
    ...full.map((_, row) => line((column) => at(row, column), columns)),
    ...full[0]!.map((_, column) => line((row) => at(row, column), rows))
  ];
  return { cells, rules, k, at };
}
