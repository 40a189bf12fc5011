import { error } from '@sveltejs/kit';
import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { summarySentences } from '$lib/text/realizationSentences';
import { usedStage } from '$lib/text/realizationRates';
import { noFilter } from '$lib/url/filter';
import { compact } from '$lib/view/compact';
import { exceptionRow } from '$lib/view/exception';
import { realizationView, type RealizationPage } from '$lib/view/realization';
import { summaryView } from '$lib/view/summary';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** The year in four numbers, from the same view as the realization page. */
export const load: PageServerLoad = async ({ params }) => {
  const facts = extractFacts();
  const view = await realizationView(await siteDatabase(), noFilter);
  if (view === null) error(404, 'Ekstrak ini belum memuat realisasi.');
  const label = { contoh: facts.contoh, perTanggal: facts.perTanggal, tahap: usedStage(view) };
  const summary = summaryView(view);
  const carried: RealizationPage = { ...summary, files: [], exceptions: summary.exceptions.map(exceptionRow) };
  const words = summarySentences(summary, params.lang === 'en' ? 'en' : 'id');
  return { view: compact(carried), words, label, agency: facts.judul };
};
