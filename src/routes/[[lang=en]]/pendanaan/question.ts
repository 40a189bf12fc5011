import type { Database } from '$lib/query/define';
import type { FundingSentences } from '$lib/text/fundingSentences';
import type { Language } from '$lib/text/language';
import type { FundingFilter } from '$lib/url/fundingFilter';
import type { FundingPage, fundingPages } from '$lib/view/fundingPage';

/** What the page shows for a filter, and its sentences. */
export interface FundingAnswer {
  page: FundingPage;
  words: (language: Language) => FundingSentences;
}

/** Asks the page's question; what one engine answered stays for the next question, and goes with the engine. */
export function fundingQuestion(): (database: Database, filter: FundingFilter) => Promise<FundingAnswer | null> {
  let asked: { database: Database; pages: ReturnType<typeof fundingPages> } | null = null;
  return async (database, filter) => {
    // Queries, models and sentences come with the engine: the page is read without them.
    const [{ fundingPages }, { fundingSentences }] = await Promise.all([
      import('$lib/view/fundingPage'),
      import('$lib/text/fundingSentences')
    ]);
    if (asked?.database !== database) asked = { database, pages: fundingPages(database) };
    const page = await asked.pages(filter);
    return page && { page, words: (language) => fundingSentences(page, language) };
  };
}
