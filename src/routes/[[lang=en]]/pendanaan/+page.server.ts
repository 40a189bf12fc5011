import { error } from '@sveltejs/kit';
import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { budgetStageName } from '$lib/text/fundingNames';
import { fundingSentences } from '$lib/text/fundingSentences';
import { noFundingFilter } from '$lib/url/fundingFilter';
import { compact } from '$lib/view/compact';
import { fundingPages, type FundingPage } from '$lib/view/fundingPage';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** The page by its own rule; another source, measure or base year is answered in the browser. */
export const load: PageServerLoad = async ({ params }) => {
  const facts = extractFacts();
  const found = await fundingPages(await siteDatabase())(noFundingFilter);
  if (found === null) error(404, 'Ekstrak ini tidak memuat wilayah.');
  const { used, ahead } = found.view;
  const stage = used?.ukuran === 'anggaran' ? used.tahap : (ahead?.tahap ?? null);
  const label = {
    contoh: facts.contoh,
    perTanggal: facts.perTanggal,
    tahap: stage === null ? null : budgetStageName(stage)
  };
  const words = fundingSentences(found, params.lang === 'en' ? 'en' : 'id');
  // Names of files are in the sentences, published figures on a page of their own; of budget errors the table shows the last year.
  const { budgetErrors } = found.view;
  const errors = budgetErrors?.errors.map((one) => ({
    ...one,
    anggaran: one.anggaran.slice(-1),
    realisasi: one.realisasi.slice(-1)
  }));
  const view = {
    ...found.view,
    files: [],
    published: { sources: [], groups: [] },
    budgetErrors: budgetErrors && { ...budgetErrors, errors: errors ?? [], variance: [] }
  };
  const carried: Omit<FundingPage, 'facts'> = { view, balance: found.balance, units: found.units };
  return { page: compact(carried), words, label, agency: facts.judul };
};
