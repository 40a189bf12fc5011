import type { Scenario } from '$lib/model/cuts/scenario';
import type { KnownData } from '$lib/url/scenario';
import { readScenarioFile, type ScenarioFile } from '$lib/url/scenarioFile';
import type { PlanView } from '$lib/view/cutsPlan';
import type { CutAsked } from './asked.svelte';

/** What a scenario comes to, worked out beside the one on the page. Rejects where it cannot be, or was cancelled. */
export async function workedOut(asked: CutAsked, scenario: Scenario, signal: AbortSignal): Promise<PlanView> {
  const desk = await asked.desk();
  if (!desk.holds(scenario)) await asked.engine.ask((database) => desk.fetchData(database, scenario));
  if (!desk.holds(scenario)) throw new Error('no data of the month');
  signal.throwIfAborted();
  if (scenario.method !== 'terbaik') return desk.view(scenario, null);
  const best = await desk.solve(scenario, signal);
  if (best === null) throw new DOMException('cancelled', 'AbortError');
  return desk.view(scenario, best);
}

/** Reads a file of scenarios against the data of their own years and months, which are fetched first. */
export async function readKept(asked: CutAsked, text: string): Promise<ScenarioFile> {
  const desk = await asked.desk();
  const base = asked.scenario;
  const found = readScenarioFile(text, desk.known(base)).scenarios.map(({ isi }) => isi as Scenario);
  for (const scenario of found) {
    if (!desk.holds(scenario)) await asked.engine.ask((database) => desk.fetchData(database, scenario));
  }
  // A decision on a line that only another month of the file has does nothing in this one.
  const known = [base, ...found.filter(desk.holds)].map((scenario) => desk.known(scenario));
  const all = <T>(of: (one: KnownData) => readonly T[]) => [...new Set(known.flatMap(of))];
  return readScenarioFile(text, {
    ...known[0]!,
    base,
    lines: all(({ lines }) => lines),
    sources: all(({ sources }) => sources ?? [])
  });
}

/** The name of a source by its code, or of a line by its id, as a plan has them. */
export function codeName({ sources, rows }: Pick<PlanView, 'sources' | 'rows'>, kode: string): string {
  const [, sub, account] = kode.split('|');
  if (sub === undefined) return sources.find((source) => source.kode === kode)?.nama ?? kode;
  const name = rows.find((row) => row.level === 'subkegiatan' && row.kode === sub)?.nama ?? sub;
  return `${name} ${account ?? ''}`.trim();
}
