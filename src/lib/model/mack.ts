import { developmentFactors, pairsAt } from '$lib/model/chainLadder';
import { valueAt, type Series } from '$lib/model/series';

/** What Mack's method says of a triangle of cumulative rupiah. */
export interface MackResult {
  /** Age-to-age factors, ratios. */
  factors: number[];
  /** One per row, in the order given: year-end forecast and its standard error, rupiah. A complete row has error 0. */
  rows: { ultimate: number; standardError: number }[];
  /** Sum of the year-ends, rupiah, and its standard error with the rows' common factors taken into account. */
  total: { ultimate: number; standardError: number };
}

interface Development {
  factor: number;
  /** sigma² ÷ factor², the squared error per rupiah of one step. */
  relative: number;
  /** Sum of the amounts the factor was estimated on, rupiah. */
  base: number;
}

/**
 * Chain ladder with Mack's standard errors (Mack 1993), weights 1, no tail; sigma of a step seen in one row only follows
 * Mack's own rule. Each row is known up to its last non-null period. null where a row has an earlier gap or no value,
 * where a factor or a sigma cannot be estimated, or where an amount is not positive.
 */
export function mack(triangle: readonly Series[]): MackResult | null {
  const known = triangle.map((row) => row.findLastIndex((value) => value !== null) + 1);
  const isBroken = triangle.some(
    (row, i) => known[i] === 0 || row.slice(0, known[i]).some((v) => v === null || v <= 0)
  );
  const steps = isBroken ? null : development(triangle);
  if (steps === null) return null;
  const rows = triangle.map((row, i) => projectRow(valueAt(row, known[i] ?? 1) ?? 0, steps.slice((known[i] ?? 1) - 1)));
  const ultimate = rows.reduce((sum, row) => sum + row.ultimate, 0);
  const variance = totalVariance(rows, known, steps);
  return { factors: steps.map((step) => step.factor), rows, total: { ultimate, standardError: Math.sqrt(variance) } };
}

/** Standard error of the year-end of one running year above complete `past` years, rupiah; null as in `mack`. */
export function mackStandardError(past: readonly Series[], realisasi: number, period: number): number | null {
  // Only the steps still ahead matter, so the rows start at `period`: an earlier gap or a quiet January does not.
  const result = mack([...past.map((row) => row.slice(period - 1)), [realisasi]]);
  return result?.rows.at(-1)?.standardError ?? null;
}

function projectRow(latest: number, ahead: readonly Development[]): { ultimate: number; standardError: number } {
  const ultimate = ahead.reduce((amount, step) => amount * step.factor, latest);
  let reached = latest;
  let sum = 0;
  for (const { factor, relative, base } of ahead) {
    sum += relative * (1 / reached + 1 / base);
    reached *= factor;
  }
  return { ultimate, standardError: ultimate * Math.sqrt(sum) };
}

function totalVariance(
  rows: readonly { ultimate: number; standardError: number }[],
  known: readonly number[],
  steps: readonly Development[]
): number {
  const younger = (i: number, j: number) => (known[j] ?? 0) < (known[i] ?? 0) || (known[j] === known[i] && j > i);
  return rows.reduce((sum, row, i) => {
    const others = rows.reduce((rest, other, j) => (j !== i && younger(i, j) ? rest + other.ultimate : rest), 0);
    const common = steps
      .slice((known[i] ?? 1) - 1)
      .reduce((part, { relative, base }) => part + (2 * relative) / base, 0);
    return sum + row.standardError ** 2 + row.ultimate * others * common;
  }, 0);
}

function development(triangle: readonly Series[]): Development[] | null {
  const factors = developmentFactors(triangle);
  const variances: (number | null)[] = factors.map((factor, k) => {
    const pairs = pairsAt(triangle, k);
    if (factor === null || pairs.length < 2) return null;
    return pairs.reduce((sum, { from, to }) => sum + from * (to / from - factor) ** 2, 0) / (pairs.length - 1);
  });
  const steps: Development[] = [];
  for (const [k, factor] of factors.entries()) {
    const variance = variances[k] ?? mackRule(variances, k);
    if (factor === null || factor === 0 || variance === null) return null;
    variances[k] = variance;
    const base = pairsAt(triangle, k).reduce((sum, { from }) => sum + from, 0);
    steps.push({ factor, relative: variance / factor ** 2, base });
  }
  return steps;
}

/** sigma² of a step seen once: min(s_{k-1}⁴ ÷ s_{k-2}², s_{k-2}², s_{k-1}²). */
function mackRule(variances: readonly (number | null)[], k: number): number | null {
  const one = variances[k - 1] ?? null;
  const two = variances[k - 2] ?? null;
  if (one === null || two === null) return null;
  return two === 0 ? 0 : Math.min(one ** 2 / two, two, one);
}
