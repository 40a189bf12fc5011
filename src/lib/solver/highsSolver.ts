import loadHighs, { type Highs, type InitOptions } from 'highs';
import type { LinearAnswer, LinearModel, LinearProgress, LinearSolver, SolveOptions } from '$lib/model/cuts/linear';

/**
 * Largest distance to a whole number and largest violation of a row, in units of the model. The model's units are chosen so
 * that this is far below one rupiah for the amounts of a regency.
 */
const feasibilityTolerance = 1e-9;

/** HiGHS in this thread: each solve blocks it. For Node and for the worker. `wasmBinary` where the file is fetched elsewhere. */
export async function startHighs(options: InitOptions = {}): Promise<LinearSolver> {
  const highs = await loadHighs(options);
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
      output_flag: false,
      mip_rel_gap: gap,
      mip_abs_gap: 0,
      mip_feasibility_tolerance: feasibilityTolerance,
      primal_feasibility_tolerance: feasibilityTolerance
    });
    solved.run({
      [callbackType.mipLogging]: ({ data }): undefined => {
        onProgress?.(progressOf(data));
      },
      [callbackType.mipInterrupt]: (event): undefined => {
        const [iterations, reached] = [Number(event.data.mip_total_lp_iterations ?? 0), event.data.mip_gap ?? Infinity];
        const found = Number.isFinite(event.data.mip_primal_bound);
        if (found && enough.some((one) => iterations >= one.iterations && reached <= one.gap)) event.interrupt();
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

function progressOf(data: { running_time?: number; mip_gap?: number }): LinearProgress {
  const gap = data.mip_gap;
  return { seconds: data.running_time ?? 0, gap: gap !== undefined && Number.isFinite(gap) ? gap : null };
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
