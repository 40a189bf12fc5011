import type { Cuts } from '$lib/model/cuts/problem';
import { solveCuts } from '$lib/model/cuts/solve';
import { startHighs } from '$lib/solver/highsSolver';
import { regions } from '$lib/query/targeting';
import { dataVersion, extractFacts, siteDatabase } from '$lib/server/siteData';
import { cutChoices, cutDataOf, type CutData, type CutYear } from '$lib/view/cuts';
import { planView, problemOf, type PlanView } from '$lib/view/cutsPlan';
import type { CutGrain } from '$lib/view/cutsRows';
import { startScenario } from './firstScenario';

/** What the browser needs to answer every other question about the first year and month: published as a file beside the page. */
export interface CutStart {
  data: CutData;
  years: CutYear[];
  /** Names the data a link was made with. */
  version: string;
  /** The least harmful plan of the first scenario; null where it was not found. */
  best: { cuts: Cuts; gap: number } | null;
  /** Names of kecamatan by code. */
  kecamatan: Record<string, string>;
  /** How far down losses are told. */
  grain: CutGrain;
  /** Names of desa by code, of an internal extract alone. */
  desa: Record<string, string>;
}

/** The first scenario as solved at build time, with what it rests on. */
export interface SolvedStart extends CutStart {
  view: PlanView;
}

let made: Promise<SolvedStart | null> | undefined;

/** Made once a build; null where the extract has no pagu. */
export function solvedStart(): Promise<SolvedStart | null> {
  made ??= make();
  return made;
}

async function make(): Promise<SolvedStart | null> {
  const database = await siteDatabase();
  const years = await cutChoices(database);
  const [latest] = years;
  if (latest === undefined) return null;
  const grain: CutGrain = extractFacts().profil === 'internal' ? 'desa' : 'kecamatan';
  const data = await cutDataOf(database, grain)({ tahun: latest.tahun, mulai: 1, kodeSkpd: null });
  if (data === null) return null;
  const scenario = startScenario(data.input);
  const problem = problemOf(data, scenario);
  const solved = await solveCuts(problem, await startHighs());
  const best = solved.status === 'dibatalkan' ? null : { cuts: solved.cuts, gap: solved.gap };
  const named = await database.all(regions, {});
  const namesOf = (levels: readonly string[]) =>
    Object.fromEntries(named.filter(({ tingkat }) => levels.includes(tingkat)).map(({ kode, nama }) => [kode, nama]));
  return {
    ...{ data, years, best, grain, version: dataVersion() },
    kecamatan: namesOf(['kecamatan']),
    desa: grain === 'desa' ? namesOf(['desa', 'kelurahan']) : {},
    view: planView(data, scenario, problem, best)
  };
}
