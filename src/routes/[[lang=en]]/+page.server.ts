import { error } from '@sveltejs/kit';
import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { fundingSummarySentences } from '$lib/text/fundingSentences';
import { summarySentences } from '$lib/text/realizationSentences';
import { usedStage } from '$lib/text/realizationRates';
import { targetingSummarySentences } from '$lib/text/targetingSentences';
import { noFilter } from '$lib/url/filter';
import { noFundingFilter } from '$lib/url/fundingFilter';
import { compact } from '$lib/view/compact';
import { fundingView } from '$lib/view/funding';
import { fundingSummary } from '$lib/view/fundingSummary';
import { exceptionRow } from '$lib/view/exception';
import { realizationView, type RealizationPage } from '$lib/view/realization';
import { summaryView } from '$lib/view/summary';
import { targetingSummary } from '$lib/view/targetingSummary';
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
  const language = params.lang === 'en' ? 'en' : 'id';
  const funding = await fundingView(await siteDatabase(), noFundingFilter);
  const targeting = await targetingSummary(await siteDatabase(), { bulat: facts.profil === 'public' });
  const words = {
    ...summarySentences(summary, language),
    targeting: targeting && targetingSummarySentences(targeting, language),
    funding: funding && fundingSummarySentences(funding, fundingSummary(funding), language)
  };
  return { view: compact(carried), words, label, agency: facts.judul, outside: targeting?.exception?.kode ?? null };
};
