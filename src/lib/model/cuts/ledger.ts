import { couplingLimit } from './check';
import type { LineLimits } from './limits';
import type { LinearRow, Problem } from './problem';

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
  /** Couplings and equity rows that each line is in. */
  couplingsOf: readonly (readonly number[])[];
  rowsOf: readonly (readonly number[])[];
}

/** A ledger of the cuts given. */
export function ledgerOf(problem: Problem, given: Pick<Ledger, 'limits' | 'cuts' | 'most' | 'settled'>): Ledger {
  const [couplingsOf, rowsOf] = [problem.lines.map((): number[] => []), problem.lines.map((): number[] => [])];
  problem.couplings.forEach(({ delivery, aid }, at) =>
    new Set([delivery, ...aid]).forEach((line) => couplingsOf[line]!.push(at))
  );
  problem.equity.forEach(({ terms }, at) =>
    new Set(terms.map(({ line }) => line)).forEach((line) => rowsOf[line]!.push(at))
  );
  const lack = problem.demands.map(({ jumlah }) => jumlah);
  problem.lines.forEach(({ pools }, line) => pools.forEach(({ pool }, at) => (lack[pool]! -= given.cuts[line]![at]!)));
  const totals = given.cuts.map((parts) => parts.reduce((sum, part) => sum + part, 0));
  return { problem, ...given, totals, lack, couplingsOf, rowsOf };
}

/** Changes one amount without asking a rule. */
export function enter({ problem, cuts, totals, lack }: Ledger, line: number, at: number, amount: number): void {
  cuts[line]![at]! += amount;
  totals[line]! += amount;
  lack[problem.lines[line]!.pools[at]!.pool]! -= amount;
}

/** Changes one amount if every coupling and equity row of the line holds then, or is no worse than before; says whether it did. */
export function entered(ledger: Ledger, line: number, at: number, amount: number): boolean {
  const before = excesses(ledger, line);
  enter(ledger, line, at, amount);
  if (excesses(ledger, line).every((excess, row) => excess <= before[row]!)) return true;
  enter(ledger, line, at, -amount);
  return false;
}

/** By how much the couplings and equity rows of a line are broken; 0 where they hold. */
function excesses({ problem, totals, couplingsOf, rowsOf }: Ledger, line: number): number[] {
  return [
    ...couplingsOf[line]!.map((at) => {
      const coupling = problem.couplings[at]!;
      return Math.max(0, totals[coupling.delivery]! - couplingLimit(problem, coupling, totals));
    }),
    ...rowsOf[line]!.map((at) => rowExcess(problem.equity[at]!, totals, problem.rounding))
  ];
}

/** How far an equity row is above 0 beyond what rounding each of its lines may add, which `check` grants too. */
function rowExcess({ terms }: LinearRow, totals: readonly number[], rounding: number): number {
  const value = terms.reduce((sum, { line, coefficient }) => sum + coefficient * totals[line]!, 0);
  return Math.max(0, value - rounding * terms.length);
}
