import type { CutFacts } from '$lib/text/cutSentences';
import type { PlanView } from '$lib/view/cutsPlan';

/** The numbers that the sentences on a plan are made of. */
export function factsOf({ scenario, demand, unmet, effect, byRole, methods }: PlanView): CutFacts {
  const inProportion = methods.find(({ method }) => method === 'sebanding')?.lost ?? null;
  return {
    ...{ scenario, demand, unmet, effect, byRole },
    inProportion: scenario.method === 'sebanding' ? null : inProportion
  };
}
