/**
 * A linear model with whole-number columns, and what solves it. The cut model writes such models and reads the answers; which
 * engine solves them, and where it runs, is no concern of the model.
 */

/** Minimise cost × x under bounds on columns and rows; rows are sparse, one after another (compressed rows). Infinity: no bound. */
export interface LinearModel {
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** 1 where the column takes whole numbers only. */
  whole: Uint8Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  /** Where each row begins in `indices` and `values`; one more at the end. */
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
}

/** What a solver found. */
export type LinearAnswer =
  /** `gap`: distance between the best found and what is proven, a ratio of the best; 0 for a linear model. */
  { status: 'optimal'; values: Float64Array; gap: number } | { status: 'infeasible' };

/** How far a long solve has come. */
export interface LinearProgress {
  /** Since this solve began. */
  seconds: number;
  /** Distance between the best found and what is proven, a ratio of the best; null before anything was found. */
  gap: number | null;
}

/** What may be said to a solver beside the model. */
export interface SolveOptions {
  /** Ends the solve; the promise rejects with the signal's reason. */
  signal?: AbortSignal;
  onProgress?: (progress: LinearProgress) => void;
  /** Whole-number models end once the best found is proven within this ratio; 0 where not given. */
  gap?: number;
  /**
   * After so many iterations of simplex, this gap is enough; iterations, not seconds, so that every machine gives the same plan. The first
   * whose number has passed and whose gap is reached ends the solve.
   */
  enough?: readonly { iterations: number; gap: number }[];
}

/** An engine for linear models. Rejects when it was cancelled or cannot work; an infeasible model is an answer. */
export interface LinearSolver {
  solve(model: LinearModel, options?: SolveOptions): Promise<LinearAnswer>;
}

/** One coefficient of a row. */
export type Term = readonly [column: number, coefficient: number];

/** Collects columns and rows in the order in which they come. */
export interface ModelBuilder {
  /** Index of the new column. */
  column(given: { cost?: number; lower?: number; upper?: number; whole?: boolean }): number;
  /** lower ≤ Σ terms ≤ upper; each column at most once. */
  row(terms: readonly Term[], lower: number, upper: number): void;
  build(): LinearModel;
}

/** A builder without columns and rows. */
export function linearModel(): ModelBuilder {
  const [cost, lower, upper, whole]: number[][] = [[], [], [], []];
  const [rowLower, rowUpper, starts, indices, values]: number[][] = [[], [], [0], [], []];
  return {
    column(given) {
      cost!.push(given.cost ?? 0);
      lower!.push(given.lower ?? 0);
      upper!.push(given.upper ?? Infinity);
      return whole!.push(given.whole ? 1 : 0) - 1;
    },
    row(terms, least, most) {
      for (const [column, coefficient] of terms) {
        if (coefficient === 0) continue;
        indices!.push(column);
        values!.push(coefficient);
      }
      rowLower!.push(least);
      rowUpper!.push(most);
      starts!.push(indices!.length);
    },
    build: () => ({
      cost: Float64Array.from(cost!),
      lower: Float64Array.from(lower!),
      upper: Float64Array.from(upper!),
      whole: Uint8Array.from(whole!),
      rowLower: Float64Array.from(rowLower!),
      rowUpper: Float64Array.from(rowUpper!),
      starts: Int32Array.from(starts!),
      indices: Int32Array.from(indices!),
      values: Float64Array.from(values!)
    })
  };
}
