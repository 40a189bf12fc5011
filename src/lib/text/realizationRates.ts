import { stageName } from '$lib/contract/stage';
import type { RealizationPage } from '$lib/view/realization';
import type { Text } from './language';

/** The pagu that percentages of a view are measured against, named with its year; null without any stage. */
export function usedStage(view: RealizationPage): Text | null {
  const used = view.stages.find((stage) => stage.used);
  if (used === undefined) return null;
  const name = stageName(used.tahap);
  return { id: `${name.id} ${view.tahun}`, en: `${name.en} ${view.tahun}` };
}

/** What percentages are measured against, as a phrase: `dari APBD Perubahan`; null without any stage. */
export function againstStage(view: RealizationPage): Text | null {
  const stage = usedStage(view);
  return stage === null ? null : { id: `dari pagu ${stage.id}`, en: `of the pagu of the ${stage.en}` };
}

/** Cumulative values as ratios of what each month is measured against, null after `last`. */
export function rates(view: RealizationPage, series: readonly (number | null)[], last: number): (number | null)[] {
  return Array.from({ length: 12 }, (_, i) => {
    const value = series[i] ?? null;
    const against = view.denominator[i] ?? null;
    return i + 1 > last || value === null || against === null || against === 0 ? null : value / against;
  });
}
