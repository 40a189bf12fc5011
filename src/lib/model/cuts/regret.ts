/** Harm of plans (rows) in scenarios (columns), in one unit; null where the plan does not find the money there. */
export interface RegretQuestion {
  plans: readonly string[];
  scenarios: readonly string[];
  harm: readonly (readonly (number | null)[])[];
}

/** What a plan costs beyond the best one, if a scenario comes true. */
export interface PlanRegret {
  plan: string;
  /** By scenario: harm − least harm of all plans there; null where this plan fails, or where every plan does. */
  regrets: (number | null)[];
  /** Largest regret, of the scenarios in which it does not fail; null where it fails in all. */
  worst: number | null;
  /** Scenarios with the largest regret, or, where it fails in some, those. */
  worstIn: string[];
  /** Scenarios in which this plan fails and another one does not. */
  failures: number;
}

/** Which plan does least badly, whatever comes (minimax regret, Savage 1951). */
export interface Regret {
  /** In the order of the question. */
  plans: PlanRegret[];
  /** The plans that fail least often, and of these the ones with the smallest worst regret: more than one is a tie. Empty without a plan. */
  least: string[];
  /** Scenarios in which no plan finds the money: they tell plans apart in nothing and are left out. */
  hopeless: string[];
}

/** Differences below this share of the largest harm are rounding: those plans tie. */
const tolerance = 1e-9;

/**
 * Regret of each plan in each scenario. A plan that fails where another one holds is worse than any regret, so failing least often comes
 * first; then the smallest of the worst regrets. Ties are named together.
 */
export function regretOf({ plans, scenarios, harm }: RegretQuestion): Regret {
  const best = scenarios.map((_, at) => {
    const known = harm.flatMap((row) => row[at] ?? []);
    return known.length === 0 ? null : Math.min(...known);
  });
  const largest = Math.max(0, ...harm.flat().map((value) => Math.abs(value ?? 0)));
  const isTie = (a: number, b: number) => a === b || Math.abs(a - b) <= tolerance * largest;
  const rows = plans.map((plan, row) => {
    const regrets = best.map((least, at) => {
      const own = harm[row]?.[at] ?? null;
      return own === null || least === null ? null : own - least;
    });
    return { plan, regrets, ...worstOf(regrets, best, scenarios, isTie) };
  });
  const fewest = Math.min(...rows.map(({ failures }) => failures));
  const holding = rows.filter(({ failures }) => failures === fewest);
  const smallest = Math.min(...holding.map(({ worst }) => worst ?? Infinity));
  return {
    plans: rows,
    least: holding.filter(({ worst }) => isTie(worst ?? Infinity, smallest)).map(({ plan }) => plan),
    hopeless: scenarios.filter((_, at) => best[at] === null)
  };
}

function worstOf(
  regrets: readonly (number | null)[],
  best: readonly (number | null)[],
  scenarios: readonly string[],
  isTie: (a: number, b: number) => boolean
): Pick<PlanRegret, 'worst' | 'worstIn' | 'failures'> {
  const known = regrets.flatMap((regret) => regret ?? []);
  const worst = known.length === 0 ? null : Math.max(...known);
  const fails = scenarios.filter((_, at) => best[at] !== null && regrets[at] === null);
  const widest = scenarios.filter((_, at) => {
    const regret = regrets[at] ?? null;
    return regret !== null && worst !== null && isTie(regret, worst);
  });
  return { worst, worstIn: fails.length > 0 ? fails : widest, failures: fails.length };
}
