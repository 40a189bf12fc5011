import { defaultRules, type Scenario, type Shock } from './scenario';

/** The question the page opens with: transfers fall by 30 % of what is still to come. A preset of the data replaces it where there is one. */
export const defaultShocks: Readonly<Record<string, Shock>> = { TKD: { jenis: 'persen', nilai: 0.3 } };

/**
 * A scenario of one year and starting month (1–12) with the rules a new one starts with, nothing decided by hand, and the least harmful
 * plan asked for. `shocks` are those of `Scenario`: falls above 0.
 */
export function defaultScenario(
  tahun: number,
  mulai: number,
  shocks: Readonly<Record<string, Shock>> = defaultShocks
): Scenario {
  return {
    tahun,
    mulai,
    shocks,
    bagian: null,
    method: 'terbaik',
    dropping: 'rata',
    objective: 'bulan',
    equal: false,
    rounding: 1,
    rules: defaultRules,
    decisions: {}
  };
}
