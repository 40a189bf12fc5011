/** Money of a row of a budget tree and of what stands below it, one entry per amount column, in sen. */
export interface TreeSums {
  /** What the row itself says; null where its cell is blank or no number. */
  stated: readonly (bigint | null)[];
  leafSums: bigint[];
  /** What the direct children say of themselves. */
  childSums: bigint[];
  /** Rows below that were left out. */
  rejected: bigint[];
  /** A row below has an amount that nobody can read: then this column cannot be compared. */
  unknown: boolean[];
  children: number;
}

/** Sums of a row that nothing stands below yet. */
export function emptySums(stated: readonly (bigint | null)[]): TreeSums {
  const zeros = (): bigint[] => stated.map(() => 0n);
  return {
    stated,
    leafSums: zeros(),
    childSums: zeros(),
    rejected: zeros(),
    unknown: stated.map(() => false),
    children: 0
  };
}

/** Adds a finished row to the row above it. */
export function addChild(parent: TreeSums, child: TreeSums): void {
  parent.children++;
  child.leafSums.forEach((sum, i) => {
    parent.leafSums[i]! += sum;
    parent.childSums[i]! += child.stated[i] ?? sum;
    parent.rejected[i]! += child.rejected[i]!;
    parent.unknown[i] ||= child.unknown[i]!;
  });
}

/** Adds a row that was left out; undefined is an amount that is no number. */
export function addReject(parent: TreeSums, amounts: readonly (bigint | null | undefined)[]): void {
  parent.children++;
  amounts.forEach((amount, i) => {
    parent.rejected[i]! += amount ?? 0n;
    parent.unknown[i] ||= amount === undefined;
  });
}

/** Amount columns in which a row differs from its leaves and from its children, rows left out among them or not. */
export function differing({ stated, leafSums, childSums, rejected, unknown }: TreeSums): number[] {
  return stated.flatMap((amount, i) => {
    const [leaves, children, out] = [leafSums[i]!, childSums[i]!, rejected[i]!];
    return amount === null || unknown[i] || [leaves, children, leaves + out, children + out].includes(amount)
      ? []
      : [i];
  });
}
