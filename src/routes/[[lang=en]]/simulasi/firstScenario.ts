import { defaultScenario } from '$lib/model/cuts/defaultScenario';
import type { CutInput } from '$lib/model/cuts/line';
import type { Scenario } from '$lib/model/cuts/scenario';
import { freeTkdFall } from '$lib/view/cutsPreset';

/** The question that a year and month opens with: free TKD falls by 30 % of what is still to come. */
export function startScenario({ tahun, mulai, sources }: Pick<CutInput, 'tahun' | 'mulai' | 'sources'>): Scenario {
  return defaultScenario(tahun, mulai, freeTkdFall(sources, 0.3));
}
