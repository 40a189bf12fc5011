import {
  economicVariance,
  functionVariance,
  rateComposition,
  rateContingency,
  rateOutturn,
  type Rating
} from '$lib/model/credibility';
import type { PastYear } from '$lib/model/forecast';
import { budgetYears, type HistoryRows } from './history';

/** Budget credibility (PEFA 2016) over the last three complete years; ratings are null where a year is missing. */
export interface CredibilityView {
  /** PI-1: outturn ÷ original budget. */
  outturn: Rating;
  /** PI-2.1: composition by program. */
  byProgram: Rating;
  /** PI-2.2: composition by jenis belanja. */
  byType: Rating;
  /** PI-2.3: spending charged to contingency. */
  contingency: Rating;
}

type Kept = Parameters<typeof budgetYears>[1];

/**
 * Heads are programs under this year's codes; spending without a counterpart stands as one head of its own. `past` are the `pastYears` of
 * what is kept.
 */
export function credibilityOf(rows: HistoryRows, kept: Kept, past: readonly PastYear[]): CredibilityView {
  const programs = budgetYears(
    rows,
    kept,
    ({ kodeSubkegiatan }) => kodeSubkegiatan?.split('.').slice(0, 3).join('.') ?? 'tanpa padanan',
    past
  );
  const types = budgetYears(rows, kept, ({ kodeJenis }) => kodeJenis ?? 'tanpa padanan', past);
  return {
    outturn: rateOutturn(programs),
    byProgram: rateComposition(programs, functionVariance),
    byType: rateComposition(types, economicVariance),
    contingency: rateContingency(types)
  };
}
