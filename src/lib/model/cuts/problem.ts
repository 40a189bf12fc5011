import type { CutLine } from './line';

/** Why a line may not be cut further than it may. The first that holds is named. */
export type Bound =
  | 'terpakai' // spent, or not known what was spent
  | 'komitmen'
  | 'spm'
  | 'akun'
  | 'data'
  | 'batas'
  | 'kunci'
  | 'tak_terukur' // harm nobody measured and no decision
  | null;

/** A stretch of a line's cut with one harm a rupiah. Stretches of a line follow one another with rising harm (convex). */
export interface Stretch {
  /** Rupiah. */
  width: number;
  /** Harm per rupiah, weighted (recipient-months or rupiah of aid, by the objective). */
  harm: number;
}

/** One line as the methods and the solver see it. */
export interface ProblemLine {
  line: CutLine;
  /** Largest cut, rupiah, ≥ 0: max_i of methods.md §4.2 under the rules that are on. */
  room: number;
  /** What limits the room; null where the whole rest of the pagu may go. */
  bound: Bound;
  /** Step of the cut, rupiah; null where any whole rupiah will do. */
  step: number | null;
  /** Largest cut short of closing the line (minimum viable program): a cut is ≤ this, or equals `room`. Null: no such rule. */
  keepAbove: number | null;
  /** Cut by hand that binds, rupiah; null where free. */
  fixed: number | null;
  /** Pools of money, index into `Problem.demands`, with the pagu it gives this line. */
  pools: readonly { pool: number; pagu: number }[];
  /** Harm of a cut; empty where a cut harms nobody. Widths add up to at least `room`. */
  stretches: readonly Stretch[];
  /** True where the harm is not known: kept out of harm and counted apart. */
  unknown: boolean;
}

/** Money that must be found. */
export interface Demand {
  /** Sources of this pool: one earmarked source, or all free ones. */
  sumber: readonly (string | null)[];
  terikat: boolean;
  /** Rupiah to find, ≥ 0; a rise of free money has been counted against falls. */
  jumlah: number;
}

/** Delivery may not be cut deeper than the aid: x_p ÷ B_p ≤ Σ x_l ÷ Σ B_l. Indices into `lines`. */
export interface Coupling {
  delivery: number;
  aid: readonly number[];
}

/** Σ rate_i × x_i ≤ 0: the loss rate of one kecamatan against the regency's, written as one linear row. */
export interface LinearRow {
  name: string;
  terms: readonly { line: number; coefficient: number }[];
}

/** What the methods and the solver are asked. */
export interface Problem {
  lines: readonly ProblemLine[];
  demands: readonly Demand[];
  couplings: readonly Coupling[];
  equity: readonly LinearRow[];
  rounding: 1 | 1000;
}

/** A plan: the cut of each line by pool, whole rupiah, in the order of `Problem.lines`; inner order as `pools` of the line. */
export interface Cuts {
  byPool: readonly (readonly number[])[];
}

/** Rupiah that a plan leaves to be found, by demand; 0 where it is met. */
export type Unmet = readonly number[];
