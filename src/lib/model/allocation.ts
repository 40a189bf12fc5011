import type { Forecast } from '$lib/model/forecast';

/** One line of a group (SKPD × jenis belanja), rupiah. */
export interface LineToForecast {
  kode: string;
  /** Cumulative realisasi in the month of the forecast. */
  realisasi: number;
  /** Cash plan of the months left, 0 or more; null where the line has no plan. */
  planAhead: number | null;
  /** Pagu in force. */
  pagu: number;
}

/** A line's year-end, rupiah; null where its group has none, or has no band. */
export interface LineForecast {
  kode: string;
  forecast: number | null;
  low: number | null;
  high: number | null;
  /** The line's part of what its group is still to spend, a ratio; null without a forecast. */
  share: number | null;
}

/**
 * Divides a group's forecast over its lines: realisasi of the line + its share of the group's (forecast − realisasi), the
 * share by cash plan still ahead. Where a line has no plan, or no plan is left, by pagu not yet spent; where none is left
 * either, evenly. Lines add up to the group, for the forecast and for each end of the band (which is therefore the group's
 * uncertainty divided, not the line's own). Lines must be all lines of the group.
 */
export function divideForecast(
  group: Pick<Forecast, 'forecast' | 'low' | 'high'>,
  lines: readonly LineToForecast[]
): LineForecast[] {
  const realisasi = lines.reduce((sum, line) => sum + line.realisasi, 0);
  const shares = sharesOf(lines);
  return lines.map((line, i) => {
    const share = shares[i] ?? 0;
    const part = (end: number | null) => (end === null ? null : line.realisasi + share * (end - realisasi));
    return { kode: line.kode, forecast: part(group.forecast), low: part(group.low), high: part(group.high), share };
  });
}

function sharesOf(lines: readonly LineToForecast[]): number[] {
  const plans = lines.map((line) => line.planAhead);
  const byPlan = plans.every((plan) => plan !== null) ? shares(plans) : null;
  const byPagu = () => shares(lines.map((line) => Math.max(0, line.pagu - line.realisasi)));
  return byPlan ?? byPagu() ?? lines.map(() => 1 / lines.length);
}

function shares(weights: readonly number[]): number[] | null {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights.map((weight) => weight / sum) : null;
}
