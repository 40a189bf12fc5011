import { error } from '@sveltejs/kit';
import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { publishedSentence } from '$lib/text/fundingNotes';
import { noFundingFilter } from '$lib/url/fundingFilter';
import { fundingView } from '$lib/view/funding';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** Every published figure of the nation and the region, with stage, date and source. */
export const load: PageServerLoad = async ({ params }) => {
  const facts = extractFacts();
  const view = await fundingView(await siteDatabase(), noFundingFilter);
  if (view === null) error(404, 'Ekstrak ini tidak memuat wilayah.');
  const sentence = publishedSentence(view.published.groups)[params.lang === 'en' ? 'en' : 'id'];
  const label = { contoh: facts.contoh, perTanggal: facts.perTanggal, tahap: null };
  return { published: view.published, sentence, label, agency: facts.judul };
};
