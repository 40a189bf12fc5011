import { join } from 'node:path';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { solveCuts } from '$lib/model/cuts/solve';
import type { Scenario } from '$lib/model/cuts/scenario';
import { openNative } from '$lib/server/native';
import { startHighs } from '$lib/solver/highsSolver';
import { cutHeadline } from '$lib/text/cutSentences';
import type { Language } from '$lib/text/language';
import { cutChoices, cutDataOf, type CutData } from '$lib/view/cuts';
import { planView, problemOf, type PlanView } from '$lib/view/cutsPlan';
import { factsOf } from '../../../src/routes/[[lang=en]]/simulasi/facts';
import { startScenario } from '../../../src/routes/[[lang=en]]/simulasi/firstScenario';
import { siteFolder } from './site';

/** What the page should show, worked out from the site's own extract by native DuckDB and HiGHS in this process. */
export interface NativeCuts {
  /** The scenario that a month of the latest year opens with. */
  first(mulai: number): Promise<Scenario>;
  data(mulai: number): Promise<CutData>;
  view(scenario: Scenario): Promise<PlanView>;
  headline(scenario: Scenario, language?: Language): Promise<string>;
  close(): void;
}

/** Opens the extract of the tested site. */
export async function nativeCuts(): Promise<NativeCuts> {
  const database = await openNative(join(siteFolder(), 'extract'));
  const solver = await startHighs();
  const ask = cutDataOf(database);
  const tahun = (await cutChoices(database))[0]!.tahun;
  const data = async (mulai: number) => (await ask({ tahun, mulai, kodeSkpd: null }))!;
  const views = new Map<string, Promise<PlanView>>();
  const solved = async (scenario: Scenario) => {
    const own = await data(scenario.mulai);
    const problem = problemOf(own, scenario);
    const best = await solveCuts(problem, solver);
    return planView(own, scenario, problem, best.status === 'dibatalkan' ? null : best);
  };
  /** Each scenario is worked out once. */
  const view = (scenario: Scenario) => {
    const key = JSON.stringify(scenario);
    const known = views.get(key) ?? solved(scenario);
    views.set(key, known);
    return known;
  };
  return {
    data,
    view,
    first: async (mulai) => startScenario((await data(mulai)).input),
    headline: async (scenario, language = 'id') => cutHeadline(factsOf(await view(scenario)))[language],
    close: () => database.close()
  };
}

/** A scenario with another fall of TKD, a ratio. */
export function falling(scenario: Scenario, share: number): Scenario {
  return { ...scenario, shocks: { ...scenario.shocks, TKD: { jenis: 'persen', nilai: share } } };
}

/** A busy machine may take its time; nothing here is about how long. */
export const patience = { timeout: 60_000 };

/** Resolves when the page has answered what was asked last. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.shown[aria-busy="false"]').waitFor({ timeout: patience.timeout });
}

/** Waits for a headline. */
export async function showsHeadline(page: Page, headline: string): Promise<void> {
  await expect.poll(() => page.locator('h1').innerText(), patience).toBe(headline);
  await settled(page);
}

/** Moves the fall of TKD, percent. */
export async function moveTo(page: Page, percent: number): Promise<void> {
  await page.locator('.slider input').fill(String(percent));
}

/** Search of the address as the browser has it. */
export function searchOf(page: Page): string {
  return new URL(page.url()).search;
}
