import { valueAt, type Series } from '$lib/model/series';

/**
 * Share of the year's cash plan that lies before the end of a month, a ratio; null when either amount is not known or the
 * plan of the year is 0 or less. `rencana` is cumulative, rupiah.
 */
export function planShare(rencana: Series, month: number): number | null {
  const now = valueAt(rencana, month);
  const end = rencana.at(-1) ?? null;
  return now === null || end === null || end <= 0 ? null : now / end;
}

/** Cash plan of the months after `month`, rupiah; 0 where a revision took more back than it added; null when not known. */
export function planAhead(rencana: Series, month: number): number | null {
  const now = valueAt(rencana, month);
  const end = rencana.at(-1) ?? null;
  return now === null || end === null ? null : Math.max(0, end - now);
}

/**
 * Year-end without any history, rupiah: realisasi so far plus what the plan has for the months left. It trusts the plan and
 * says nothing about its own error, so it has no band. null when realisasi or the plan is not known.
 */
export function cashPlanForecast(realisasi: number | null, rencana: Series, month: number): number | null {
  const ahead = planAhead(rencana, month);
  return realisasi === null || ahead === null ? null : realisasi + ahead;
}

/**
 * What a line is meant to have spent by year-end, rupiah: the smaller of its pagu and its cash plan; the pagu where there is
 * no plan; null without a pagu.
 */
export function meantToSpend(pagu: number | null, rencana: Series | null): number | null {
  const plan = rencana?.at(-1) ?? null;
  return pagu === null || plan === null ? pagu : Math.min(pagu, plan);
}
