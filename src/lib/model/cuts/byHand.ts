import { distribute, type Plan } from './distribute';
import type { Bound, Problem } from './problem';
import type { Scenario } from './scenario';

/** A cut by hand that could not stand as typed. */
export interface HandClamp {
  id: string;
  /** As typed, rupiah. */
  asked: number;
  /** As the plan has it, rupiah. */
  given: number;
  /** What held it: the bound of the line, all that is left of it, its step, its minimum, the rounding, or that a cut is not negative. */
  reason: Exclude<Bound, null> | 'habis' | 'satuan' | 'minimum' | 'pembulatan' | 'negatif';
}

/** Only what the reader typed is cut, as far as each line may be; the rest is unmet. */
export function cutByHand(problem: Problem): Plan {
  return distribute(problem, { cap: () => 0, weight: () => 0, stage: () => 0 });
}

/** Cuts by hand that the rules changed, in the order of the lines; they bind under every method. */
export function handClamps(problem: Problem, scenario: Scenario): HandClamp[] {
  return problem.lines.flatMap((line): HandClamp[] => {
    const asked = scenario.decisions[line.line.id]?.cut;
    if (asked === undefined || line.fixed === null || asked === line.fixed) return [];
    return [{ id: line.line.id, asked, given: line.fixed, reason: reasonOf(line, asked) }];
  });
}

function reasonOf({ room, bound, step, keepAbove }: Problem['lines'][number], asked: number): HandClamp['reason'] {
  if (!(asked >= 0)) return 'negatif';
  if (asked > room) return bound ?? 'habis';
  if (keepAbove !== null && asked > keepAbove && asked < room) return 'minimum';
  return step === null ? 'pembulatan' : 'satuan';
}
