import { resolve } from '$app/paths';
import { solveCuts } from '$lib/model/cuts/solve';
import type { LinearSolver } from '$lib/model/cuts/linear';
import type { Cuts, Problem } from '$lib/model/cuts/problem';
import type { Scenario } from '$lib/model/cuts/scenario';
import { decodeScenario, encodeScenario, type DecodedScenario, type KnownData } from '$lib/url/scenario';
import { cutDataOf, type CutData } from '$lib/view/cuts';
import { planSteps, problemOf, type PlanView } from '$lib/view/cutsPlan';
import { inShortTasks } from '$lib/view/shortTasks';
import type { Database } from '$lib/query/define';
import { startScenario } from './firstScenario';
import type { CutStart } from './start';

/** What the solver answered of one problem; null where it was cancelled. */
type Solved = { cuts: Cuts; gap: number } | null;

/** Works scenarios out in the browser. Comes with the reader's first question, with its data and, for the least harmful plan, the solver. */
export interface Desk {
  start: CutStart;
  /** Data of the scenario's year and month are at hand. */
  holds(scenario: Scenario): boolean;
  /** Asks the engine for the data of another year or month. */
  fetchData(database: Database, scenario: Scenario): Promise<CutData | null>;
  data(scenario: Scenario): CutData;
  /** The view, worked out in short tasks: with `best` where it was solved, else by the method's own way. */
  view(scenario: Scenario, best: Solved): Promise<PlanView>;
  /** The least harmful plan of a scenario; null where it was cancelled. Rejects where the solver cannot run. */
  solve(scenario: Scenario, signal: AbortSignal): Promise<Solved>;
  encode(scenario: Scenario): string;
  decode(search: string, base: Scenario): DecodedScenario;
  known(base: Scenario): KnownData;
}

/** Fetches the data of the page. Rejects where they cannot be had. */
export async function openDesk(solver: () => Promise<LinearSolver>): Promise<Desk> {
  const answer = await fetch(resolve('/simulasi/data.json'));
  if (!answer.ok) throw new Error(`data.json: ${answer.status}`);
  const start = (await answer.json()) as CutStart;
  const held = new Map([[keyOf(start.data.question), start.data]]);
  let asking: { database: Database; ask: ReturnType<typeof cutDataOf> } | null = null;
  const data = (scenario: Scenario) => held.get(keyOf(scenario)) ?? start.data;
  let built: { scenario: Scenario; data: CutData; problem: Problem } | null = null;
  /** The problem of a scenario, kept until another is asked for: view and solver read the same. */
  const problem = (scenario: Scenario): Problem => {
    const own = data(scenario);
    if (built?.scenario !== scenario || built.data !== own)
      built = { scenario, data: own, problem: problemOf(own, scenario) };
    return built.problem;
  };
  const known = (base: Scenario): KnownData => ({
    base,
    lines: data(base).input.lines.map(({ id }) => id),
    sources: data(base).input.sources.map(({ kode }) => kode),
    years: start.years.map(({ tahun }) => tahun),
    dataVersion: start.version
  });
  return {
    start,
    data,
    known,
    holds: (scenario) => held.has(keyOf(scenario)),
    async fetchData(database, { tahun, mulai }) {
      if (asking?.database !== database) asking = { database, ask: cutDataOf(database, start.grain) };
      const found = await asking.ask({ tahun, mulai, kodeSkpd: null });
      if (found !== null) held.set(keyOf({ tahun, mulai }), found);
      return found;
    },
    view: (scenario, best) => inShortTasks(planSteps(data(scenario), scenario, problem(scenario), best)),
    async solve(scenario, signal) {
      const ready = await solver();
      const solved = await solveCuts(problem(scenario), ready, { signal });
      return solved.status === 'dibatalkan' ? null : solved;
    },
    encode: (scenario) => encodeScenario(scenario, start.version),
    decode: (search, base) => decodeScenario(search, known(base))
  };
}

/** The scenario that another year or month opens with. */
export function firstOf({ input }: CutData): Scenario {
  return startScenario(input);
}

function keyOf({ tahun, mulai }: { tahun: number; mulai: number }): string {
  return `${tahun}-${mulai}`;
}
