import type { AmountColumn } from './amountColumn';
import { columnLetter, type Origin } from './layout';
import type { Problem } from './problem';
import { mismatch } from './treeProblem';

/** Where a row of a flat table stands among the subtotals of the table. */
export interface FlatPlace {
  /** Groups that the row belongs to, its own first: unit, sub kegiatan and month, then wider ones. */
  groups: readonly string[];
  /** Account of the row. */
  kode: string;
}

/** Sums of a flat table by group and account, to compare its subtotal rows with. */
export interface FlatSubtotals {
  sums: Map<string, bigint[]>;
  stated: { place: FlatPlace; origin: Origin; amounts: (bigint | null)[] }[];
  rejected: bigint[];
}

/** Nothing read yet. */
export function noSubtotals(columns: readonly AmountColumn[]): FlatSubtotals {
  return { sums: new Map(), stated: [], rejected: columns.map(() => 0n) };
}

/** Adds a row that is used to every account above it, in each of its groups. */
export function addLeaf(
  { sums }: FlatSubtotals,
  { groups, kode }: FlatPlace,
  amounts: readonly (bigint | null)[]
): void {
  const parts = kode.split('.');
  for (const group of groups) {
    for (let n = 1; n < parts.length; n++) {
      const key = `${group} ${parts.slice(0, n).join('.')}`;
      const sum = sums.get(key) ?? amounts.map(() => 0n);
      amounts.forEach((amount, i) => (sum[i]! += amount ?? 0n));
      sums.set(key, sum);
    }
  }
}

/** Subtotal rows that differ from the rows below them; rows that were left out may explain a difference. */
export function differingSubtotals(
  { sums, stated, rejected }: FlatSubtotals,
  columns: readonly AmountColumn[]
): Problem[] {
  return stated.flatMap(({ place, origin, amounts }) => {
    const sum = sums.get(`${place.groups[0]} ${place.kode}`);
    return amounts.flatMap((amount, i) => {
      const below = sum?.[i] ?? 0n;
      if (amount === null || amount === below || amount === below + rejected[i]!) return [];
      return [mismatch({ ...origin, column: columnLetter(columns[i]!.column) }, 'induk', amount, below)];
    });
  });
}
