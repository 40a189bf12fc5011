import { couplingLimit } from './check';
import type { LineLimits } from './limits';
import type { Problem } from './problem';

/** A plan in whole rupiah while it is settled, with its sums kept up to date. The only thing here that changes. */
export interface Ledger {
  problem: Problem;
  limits: readonly LineLimits[];
  /** Rupiah of each line from each of its pools. */
  cuts: number[][];
  /** Rupiah of each line. */
  totals: number[];
  /** What each demand still lacks, rupiah; negative where more is found. */
  lack: number[];
  /** Largest total of each line: its room, or less where the solver keeps it from being closed. */
  most: readonly number[];
  /** True where the total is settled: whole steps, closed, or set by hand. */
  settled: readonly boolean[];
  /** Value of each equity row. */
  rows: number[];
  /** Rupiah by which rounding may move an equity row for each of its lines; 0 where the solver counted every grain. */
  rowRoom: number;
  /** Couplings that each line is in, and equity rows with the coefficient it has there. */
  couplingsOf: readonly (readonly number[])[];
  rowsOf: readonly (readonly { row: number; coefficient: number }[])[];
}

/** A ledger of the cuts given. */
export function ledgerOf(
  problem: Problem,
  given: Pick<Ledger, 'limits' | 'cuts' | 'most' | 'settled' | 'rowRoom'>
): Ledger {
  const couplingsOf = problem.lines.map((): number[] => []);
  problem.couplings.forEach(({ delivery, aid }, at) =>
    new Set([delivery, ...aid]).forEach((line) => couplingsOf[line]!.push(at))
  );
  const rowsOf = problem.lines.map((): { row: number; coefficient: number }[] => []);
  problem.equity.forEach(({ terms }, row) =>
    terms.forEach(({ line, coefficient }) => rowsOf[line]!.push({ row, coefficient }))
  );
  const lack = problem.demands.map(({ jumlah }) => jumlah);
  problem.lines.forEach(({ pools }, line) => pools.forEach(({ pool }, at) => (lack[pool]! -= given.cuts[line]![at]!)));
  const totals = given.cuts.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  const rows = problem.equity.map(({ terms }) =>
    terms.reduce((sum, { line, coefficient }) => sum + coefficient * totals[line]!, 0)
  );
  return { problem, ...given, totals, lack, rows, couplingsOf, rowsOf };
}

/** Changes one amount without asking a rule. */
export function enter(
  { problem, cuts, totals, lack, rows, rowsOf }: Ledger,
  line: number,
  at: number,
  by: number
): void {
  cuts[line]![at]! += by;
  totals[line]! += by;
  lack[problem.lines[line]!.pools[at]!.pool]! -= by;
  for (const { row, coefficient } of rowsOf[line]!) rows[row]! += coefficient * by;
}

/** Changes one amount if every coupling and equity row of the line holds then, or is no worse than before; says whether it did. */
export function entered(ledger: Ledger, line: number, at: number, by: number): boolean {
  const before = excesses(ledger, line);
  enter(ledger, line, at, by);
  if (excesses(ledger, line).every((excess, index) => excess <= before[index]!)) return true;
  enter(ledger, line, at, -by);
  return false;
}

/**
 * By how much the couplings and equity rows of a line are broken; 0 where they hold. Equity rows have the room for rounding
 * that the ledger says.
 */
function excesses({ problem, totals, rows, rowRoom, couplingsOf, rowsOf }: Ledger, line: number): number[] {
  return [
    ...couplingsOf[line]!.map((at) => {
      const coupling = problem.couplings[at]!;
      return Math.max(0, totals[coupling.delivery]! - couplingLimit(problem, coupling, totals));
    }),
    ...rowsOf[line]!.map(({ row }) => Math.max(0, rows[row]! - rowRoom * problem.equity[row]!.terms.length))
  ];
}
