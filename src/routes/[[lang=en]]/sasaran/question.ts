import type { Database } from '$lib/query/define';
import type { Language } from '$lib/text/language';
import type { TargetingSentences } from '$lib/text/targetingSentences';
import type { TargetingFilter } from '$lib/url/targetingFilter';
import type { targetingPages } from '$lib/view/targeting';
import type { TargetingPage } from '$lib/view/targetingView';

/** What the page shows for a filter, and its sentences. */
export interface TargetingAnswer {
  page: TargetingPage;
  words: (language: Language) => TargetingSentences;
}

/** Asks the page's question; what one engine answered stays for the next question, and goes with the engine. */
export function targetingQuestion(
  bulat: boolean
): (database: Database, filter: TargetingFilter) => Promise<TargetingAnswer | null> {
  let asked: { database: Database; pages: ReturnType<typeof targetingPages> } | null = null;
  return async (database, filter) => {
    // Queries, models and sentences come with the engine: the page is read without them.
    const [{ targetingPages }, { targetingSentences }] = await Promise.all([
      import('$lib/view/targeting'),
      import('$lib/text/targetingSentences')
    ]);
    if (asked?.database !== database) asked = { database, pages: targetingPages(database, { bulat }) };
    const page = await asked.pages(filter);
    return page && { page, words: (language) => targetingSentences(page, language) };
  };
}
