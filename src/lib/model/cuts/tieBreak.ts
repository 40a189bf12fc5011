import type { Formulation } from './formulation';
import type { LinearModel } from './linear';
import type { Problem } from './problem';

/** Share by which the second pass may exceed the least harm of the first: room for the solver's own tolerance. */
const secondPassTolerance = 1e-9;

/**
 * The second pass of methods.md §4.2: harm stays at its optimum and the largest cut rate of any line becomes as small as it can. Numbers
 * of whole things and closures stay as the first pass chose them, so that this pass is linear (unless amounts are so small that each
 * rupiah is counted). Lines set by hand and lines without pagu have no say. Columns are those of the first pass and then the largest rate.
 */
export function evened(problem: Problem, formulation: Formulation, values: Float64Array): LinearModel {
  const { model, unit, limits, amounts } = formulation;
  const columns = model.cost.length;
  const rates = problem.lines.flatMap(({ line }, at) =>
    limits[at]!.fixed === null && line.pagu > 0 && limits[at]!.most > 0
      ? [amounts[at]!.map((column) => [column, unit / line.pagu] as const)]
      : []
  );
  const harm = model.cost.reduce((sum, cost, column) => sum + cost * values[column]!, 0);
  const costs = [...model.cost].flatMap((cost, column) => (cost === 0 ? [] : [[column, cost] as const]));
  const rows = [...rates.map((terms) => [...terms, [columns, -1] as const]), costs];
  const [lower, upper] = [fixedWhere(formulation, values, model.lower), fixedWhere(formulation, values, model.upper)];
  return {
    cost: appended(new Float64Array(columns), [1]),
    lower: appended(lower, [0]),
    upper: appended(upper, [Infinity]),
    whole: Uint8Array.from([...wholeLeft(formulation), 0]),
    rowLower: appended(
      model.rowLower,
      rows.map(() => -Infinity)
    ),
    rowUpper: appended(model.rowUpper, [...rates.map(() => 0), harm * (1 + secondPassTolerance)]),
    ...withRows(model, rows)
  };
}

/** Bounds with the numbers of whole things and closures held at the first pass's values. */
function fixedWhere({ steps, closed }: Formulation, values: Float64Array, bounds: Float64Array): Float64Array {
  const held = bounds.slice();
  for (const column of [...steps, ...closed]) if (column !== null) held[column] = Math.round(values[column]!);
  return held;
}

function wholeLeft({ model, steps, closed }: Formulation): Uint8Array {
  const whole = model.whole.slice();
  for (const column of [...steps, ...closed]) if (column !== null) whole[column] = 0;
  return whole;
}

function withRows(model: LinearModel, rows: readonly (readonly (readonly [number, number])[])[]) {
  const starts = [...model.starts];
  for (const terms of rows) starts.push(starts.at(-1)! + terms.length);
  const added = rows.flat();
  return {
    starts: Int32Array.from(starts),
    indices: Int32Array.from([...model.indices, ...added.map(([column]) => column)]),
    values: appended(
      model.values,
      added.map(([, value]) => value)
    )
  };
}

function appended(values: Float64Array, more: readonly number[]): Float64Array {
  return Float64Array.from([...values, ...more]);
}
