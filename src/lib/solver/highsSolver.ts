import loadHighs, { type CallbackData, type Highs } from 'highs';
import type { LinearAnswer, LinearModel, LinearProgress, LinearSolver, SolveOptions } from '$lib/model/cuts/linear';

/**
 * Largest distance to a whole number and largest violation of a row, in units of the model. The model's units are chosen so
 * that this is far below one rupiah for the amounts of a regency.
 */
const feasibilityTolerance = 1e-9;

/**
 * How HiGHS searches whole numbers here: without beginning again once columns are fixed, and without the searches within the search that
 * look for better plans. Branching finds plans of cuts sooner, most money being found in any amount (README, `npm run bench cuts`).
 */
const search = {
  mip_allow_restart: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_root_reduced_cost: false
};

/** Seconds between two reports of progress. */
const tellEvery = 0.1;

/** HiGHS in this thread: each solve blocks it. For Node, where the package finds its own wasm. */
export async function startHighs(): Promise<LinearSolver> {
  const highs = await loadHighs();
  return {
    async solve(model, given = {}) {
      given.signal?.throwIfAborted();
      return solveNow(highs, model, given);
    }
  };
}

/** Solves a model and hands back the value of each column. Throws where HiGHS ends in neither an optimum nor infeasibility. */
export function solveNow(
  highs: Highs,
  model: LinearModel,
  { gap = 0, enough = [], onProgress }: SolveOptions = {}
): LinearAnswer {
  const { modelStatus, callbackType } = highs.constants;
  return highs.withModel(modelData(model), (solved): LinearAnswer => {
    solved.options.set({
      ...search,
      output_flag: false,
      mip_rel_gap: gap,
      mip_abs_gap: 0,
      mip_feasibility_tolerance: feasibilityTolerance,
      primal_feasibility_tolerance: feasibilityTolerance
    });
    let told = 0;
    solved.run({
      [callbackType.mipInterrupt]: (event): undefined => {
        const { iterations, ...progress } = stateOf(event.data);
        if (progress.seconds - told >= tellEvery) {
          told = progress.seconds;
          onProgress?.(progress);
        }
        const { gap: reached } = progress;
        if (reached !== null && enough.some((one) => iterations >= one.iterations && reached <= one.gap))
          event.interrupt();
      }
    });
    const status = solved.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
      return { status: 'infeasible' };
    const isEnough = status === modelStatus.interrupted;
    if (status !== modelStatus.optimal && status !== modelStatus.empty && !isEnough)
      throw new Error(`HiGHS ended with model status ${status}, neither optimal nor infeasible`);
    return {
      status: 'optimal',
      values: Float64Array.from(solved.getSolution().colValue),
      gap: isEnough ? Number(solved.info.get('mip_gap')) : 0
    };
  });
}

/** Seconds, gap and iterations of simplex of a solve that goes on. */
function stateOf(data: CallbackData): LinearProgress & { iterations: number } {
  const gap = Number.isFinite(data.mip_primal_bound) ? data.mip_gap : undefined;
  return {
    seconds: data.running_time ?? 0,
    gap: gap !== undefined && Number.isFinite(gap) ? gap : null,
    iterations: Number(data.mip_total_lp_iterations ?? 0)
  };
}

function modelData(model: LinearModel) {
  const [numCols, numRows] = [model.cost.length, model.rowLower.length];
  const { starts, indices, values } = model;
  return {
    numCols,
    numRows,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: { format: 'csr' as const, numRows, numCols, starts, indices, values },
    ...(model.whole.includes(1) && { integrality: Int32Array.from(model.whole) })
  };
}
