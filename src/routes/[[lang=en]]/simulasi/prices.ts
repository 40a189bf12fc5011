import type { LinearSolver } from '$lib/model/cuts/linear';
import { pricesOf } from '$lib/model/cuts/price';
import type { Objective, RuleName, Scenario } from '$lib/model/cuts/scenario';
import { priceText } from '$lib/text/cutConflict';
import type { Language } from '$lib/text/language';
import { problemOf } from '$lib/view/cutsPlan';
import type { Desk } from './desk';

/** A sentence for each rule that is on, and the scenario it is about. */
export interface RulePrices {
  scenario: Scenario;
  texts: Record<Language, Partial<Record<RuleName, string>>>;
}

/**
 * What each rule of a scenario costs, in months and in rupiah of aid, each from plans that are best by that measure without weights. Null
 * where it was cancelled; rejects where the solver cannot run.
 */
export async function rulePrices(
  desk: Desk,
  scenario: Scenario,
  solver: LinearSolver,
  signal: AbortSignal
): Promise<RulePrices | null> {
  const build = (changed: Scenario) => problemOf(desk.data(scenario), changed);
  const by = (objective: Objective) => pricesOf({ ...scenario, objective, equal: true }, build, solver, { signal });
  const months = await by('bulan');
  const rupiah = months === null ? null : await by('rupiah');
  if (months === null || rupiah === null) return null;
  const texts: RulePrices['texts'] = { id: {}, en: {} };
  months.forEach(({ rule, relaxed, harm, found }, at) => {
    const text = priceText({ rule, relaxed, found, months: harm, rupiah: rupiah[at]!.harm });
    texts.id[rule] = text.id;
    texts.en[rule] = text.en;
  });
  return { scenario, texts };
}
