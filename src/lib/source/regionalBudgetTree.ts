import type { Origin } from './layout';
import type { Problem } from './problem';
import { mismatch } from './treeProblem';

/** An account with its amounts in sen, one for each amount column. */
export interface AccountAmounts {
  kodeAkun: string;
  amounts: readonly (bigint | null)[];
  origin: Origin;
}

/**
 * Accounts that have others below them and differ from the sum of their leaves; account 6 is receipts less outlays in no chart, so it and
 * sums over both are not compared. Rows that were left out may explain a difference, which is then reported all the same.
 */
export function differingParents(
  rows: readonly AccountAmounts[],
  parents: ReadonlySet<string>,
  { someLeftOut, rounding }: { someLeftOut: boolean; rounding: bigint }
): Problem[] {
  const leaves = rows.filter(({ kodeAkun }) => !parents.has(kodeAkun));
  return rows
    .filter(({ kodeAkun }) => parents.has(kodeAkun) && kodeAkun !== '6')
    .flatMap(({ kodeAkun, amounts, origin }) => {
      const below = leaves.filter((leaf) => leaf.kodeAkun.startsWith(`${kodeAkun}.`));
      return amounts.flatMap((stated, i) => {
        const sum = below.reduce((all, leaf) => all + (leaf.amounts[i] ?? 0n), 0n);
        const difference = (stated ?? sum) - sum;
        const size = difference < 0n ? -difference : difference;
        if (stated === null || size <= rounding * BigInt(below.length + 1)) return [];
        const problem = mismatch({ ...origin, column: i === 0 ? 'anggaran' : 'realisasi' }, 'induk', stated, sum);
        return [someLeftOut ? { ...problem, fix: leftOut } : problem];
      });
    });
}

const leftOut = {
  id: 'Perbaiki dahulu baris yang ditolak; mungkin itu selisihnya.',
  en: 'Correct the rows that were left out first; they may be the difference.'
};
