import { extractFacts } from '$lib/server/siteData';
import { budgetStageName } from '$lib/text/fundingNames';
import { compact } from '$lib/view/compact';
import { foldedView } from '$lib/view/cutsFold';
import type { EntryGenerator, PageServerLoad } from './$types';
import { solvedStart } from './start';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** The first scenario, solved at build time; the rest is worked out in the browser. */
export const load: PageServerLoad = async () => {
  const facts = extractFacts();
  const start = await solvedStart();
  const stages = [...new Set((start?.data.stages ?? []).map(({ tahap }) => tahap))];
  const label = {
    contoh: facts.contoh,
    perTanggal: facts.perTanggal,
    tahap: stages.length === 1 ? budgetStageName(stages[0]!) : null
  };
  const common = { label, agency: facts.judul };
  if (start === null) return { ...common, start: null };
  const { view, data, years, kecamatan, desa } = start;
  const { presets, gaps } = data;
  return {
    ...common,
    start: compact({
      view: foldedView(view),
      years,
      presets,
      gaps,
      missing: data.input.missing,
      kecamatan,
      desa
    })
  };
};
