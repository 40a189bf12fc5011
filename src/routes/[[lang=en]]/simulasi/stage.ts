import { budgetStageName } from '$lib/text/fundingNames';
import type { Text } from '$lib/text/language';
import type { CutData } from '$lib/view/cuts';

/** The stage of the budget in force in the starting month; null where units have several. */
export function stageOf({ stages }: Pick<CutData, 'stages'>): Text | null {
  const [stage, other] = new Set(stages.map(({ tahap }) => tahap));
  return stage === undefined || other !== undefined ? null : budgetStageName(stage);
}
