import type { Thresholds } from '$lib/model/exceptionRules';
import type { Database } from '$lib/query/define';
import type { AccountRow } from '$lib/query/work';
import type { Language } from '$lib/text/language';
import type { RealizationSentences } from '$lib/text/realizationSentences';
import type { RealizationFilter } from '$lib/url/filter';
import type { RealizationView, realizationViews } from '$lib/view/realization';

/** What the page shows for a filter: its view and sentences, and the accounts when it is narrowed to one sub kegiatan. */
export interface RealizationAnswer {
  view: RealizationView;
  words: (language: Language) => RealizationSentences;
  accounts: AccountRow[] | null;
}

type Question = (
  database: Database,
  filter: RealizationFilter,
  limits: Partial<Thresholds>
) => Promise<RealizationAnswer | null>;

/** Asks the page's question; what one engine answered stays for the next question, and goes with the engine. */
export function realizationQuestion(): Question {
  let asked: { database: Database; views: ReturnType<typeof realizationViews> } | null = null;
  return async (database, filter, limits) => {
    // Queries, models and sentences come with the engine: the page is read without them.
    const [{ realizationViews }, { realizationSentences }] = await Promise.all([
      import('$lib/view/realization'),
      import('$lib/text/realizationSentences')
    ]);
    if (asked?.database !== database) asked = { database, views: realizationViews(database) };
    const view = await asked.views(filter, limits);
    if (view === null) return null;
    const words = (language: Language) => realizationSentences(view, language);
    return { view, words, accounts: await accountsOf(database, view, filter) };
  };
}

async function accountsOf(
  database: Database,
  view: RealizationView,
  { kode, skpd, jenis }: RealizationFilter
): Promise<AccountRow[] | null> {
  if (kode?.split('.').length !== 6) return null;
  const { accounts } = await import('$lib/query/work');
  const unit = view.units.find((one) => one.kode === skpd);
  return database.all(accounts, {
    tahun: view.tahun,
    // An agency stands for all its units, by the part of the code they share.
    kodeSkpd: unit?.tingkat === 'skpd' ? unit.kode.split('.').slice(0, 7).join('.') : (unit?.kode ?? null),
    kode,
    bulan: view.bulan,
    kodeJenis: jenis,
    urutanTahap: view.stages.find(({ used }) => used)?.urutanTahap ?? null
  });
}
