import { unmetOf } from '$lib/model/cuts/check';
import type { FallDistribution } from '$lib/model/cuts/monteCarlo';
import { regretOf } from '$lib/model/cuts/regret';
import type { Method, Scenario } from '$lib/model/cuts/scenario';
import {
  askPlan,
  withFreeFall,
  type AskedPlan,
  type CertaintyQuestion,
  type CertaintyWork,
  type UncertainMoney
} from './cutsCertainty';
import { problemOf } from './cutsPlan';

/** A fall of the free pool: little (5 % of draws are below), that of the scenario, much (5 % are above). */
export type FallName = 'p5' | 'skenario' | 'p95';

/** One plan, decided before it is known how much falls away. */
export interface RegretRow {
  method: Method;
  /** The fall it was made for. */
  madeFor: FallName;
  /** Recipients losing by it, whatever comes. */
  lost: number;
  /** By fall, in the order of `falls`: harm beyond the best plan for it, weighted, by the objective; null where this plan fails, or every one. */
  regrets: (number | null)[];
  /** By fall: rupiah it does not find; 0 where it finds enough. */
  short: number[];
  /** The largest regret where it does not fail; null where it fails in all. */
  worst: number | null;
  /** Fails least often, and of those regrets least. */
  isLeast: boolean;
}

/** Plans against falls. */
export interface CutsRegret {
  falls: { name: FallName; rupiah: number }[];
  rows: RegretRow[];
  /** Falls for which no plan finds the money. */
  hopeless: FallName[];
}

/** Methods whose plans for the scenario's own fall are compared; the least harmful one also for little and much. */
const others = ['sebanding', 'rata_pagu', 'prioritas', 'templat'] as const satisfies readonly Method[];

/**
 * The regret of plans that are decided now and stay as they are (Savage 1951): what is cut in vain where less falls away, and what is not
 * found where more does. Cuts by hand join where there are any. methods.md §4.5.
 */
export async function cutsRegret(
  question: CertaintyQuestion,
  money: UncertainMoney,
  fall: Pick<FallDistribution, 'p5' | 'p95'>,
  work: CertaintyWork
): Promise<CutsRegret> {
  const problem = problemOf(question, question.scenario);
  const falls = fallsOf(money, fall);
  const made: { method: Method; madeFor: FallName; plan: AskedPlan }[] = [];
  const make = async (method: Method, { name, rupiah }: { name: FallName; rupiah: number }) => {
    const asked = { ...question, scenario: { ...question.scenario, method } };
    made.push({ method, madeFor: name, plan: await askPlan(asked, withFreeFall(problem, rupiah), work) });
  };
  for (const one of falls) await make('terbaik', one);
  for (const method of [...others, ...hands(question.scenario)])
    await make(
      method,
      falls.find(({ name }) => name === 'skenario')!
    );
  const short = made.map(({ plan }) => falls.map(({ rupiah }) => missingOf(withFreeFall(problem, rupiah), plan)));
  const keys = made.map(({ method, madeFor }) => `${method} ${madeFor}`);
  const regret = regretOf({
    plans: keys,
    scenarios: falls.map(({ name }) => name),
    harm: made.map(({ plan }, at) => short[at]!.map((missing) => (missing > 0 ? null : plan.harm)))
  });
  const rows = made.map(({ method, madeFor, plan }, at): RegretRow => {
    const { regrets, worst } = regret.plans[at]!;
    const isLeast = worst !== null && regret.least.includes(keys[at]!);
    return { method, madeFor, lost: plan.lost, regrets, short: short[at]!, worst, isLeast };
  });
  return { falls, rows, hopeless: regret.hopeless as FallName[] };
}

/** Recipients who lose by the plan regretted least beyond those of the best plan for the small fall; null where one of them is missing. */
export function lostInVain({ rows }: Pick<CutsRegret, 'rows'>): number | null {
  const least = rows.find(({ isLeast }) => isLeast);
  const small = rows.find(({ method, madeFor }) => method === 'terbaik' && madeFor === 'p5');
  return least === undefined || small === undefined ? null : least.lost - small.lost;
}

function hands({ decisions }: Scenario): Method[] {
  return Object.values(decisions).some(({ cut }) => cut !== undefined) ? ['tangan'] : [];
}

/** The three falls, whole rupiah, without those that are the scenario's own: a sure fall is one column. */
function fallsOf({ atScenario }: UncertainMoney, { p5, p95 }: Pick<FallDistribution, 'p5' | 'p95'>) {
  const whole = (rupiah: number) => Math.max(0, Math.ceil(rupiah));
  const own = whole(atScenario);
  const all: { name: FallName; rupiah: number }[] = [
    { name: 'p5', rupiah: whole(p5) },
    { name: 'skenario', rupiah: own },
    { name: 'p95', rupiah: whole(p95) }
  ];
  return all.filter(({ name, rupiah }) => name === 'skenario' || rupiah !== own);
}

function missingOf(problem: Parameters<typeof unmetOf>[0], { cuts }: AskedPlan): number {
  return unmetOf(problem, cuts).reduce((sum, left) => sum + left, 0);
}
