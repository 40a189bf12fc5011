import { error } from '@sveltejs/kit';
import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { realizationSentences } from '$lib/text/realizationSentences';
import { usedStage } from '$lib/text/realizationRates';
import { noFilter } from '$lib/url/filter';
import { compact } from '$lib/view/compact';
import { exceptionRow } from '$lib/view/exception';
import { realizationView, type RealizationPage } from '$lib/view/realization';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** The page for the whole agency, its latest year and month; anything narrower is answered in the browser. */
export const load: PageServerLoad = async ({ params }) => {
  const facts = extractFacts();
  const view = await realizationView(await siteDatabase(), noFilter);
  if (view === null) error(404, 'Ekstrak ini belum memuat realisasi.');
  const label = { contoh: facts.contoh, perTanggal: facts.perTanggal, tahap: usedStage(view) };
  // Kegiatan are shown only below a program, by the engine: the first view does not carry them.
  const tree = view.tree.filter(({ tingkat }) => tingkat !== 'kegiatan');
  // Of past years only the last is drawn month by month.
  const past = view.past.map((year, i) => (i === view.past.length - 1 ? year : { ...year, monthly: [] }));
  const carried: RealizationPage = { ...view, tree, past, files: [], exceptions: view.exceptions.map(exceptionRow) };
  const words = realizationSentences(view, params.lang === 'en' ? 'en' : 'id');
  return { view: compact(carried), words, label, agency: facts.judul };
};
