import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { yearAndRegistry } from '$lib/text/targetingLabels';
import { targetingSentences } from '$lib/text/targetingSentences';
import { noTargetingFilter } from '$lib/url/targetingFilter';
import { compact } from '$lib/view/compact';
import { targetingPages } from '$lib/view/targeting';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** Each aid of the year: whom it reaches by desil, where its rupiah went, what goes together, what was paid. */
export const load: PageServerLoad = async ({ params }) => {
  const facts = extractFacts();
  const bulat = facts.profil === 'public';
  const found = await targetingPages(await siteDatabase(), { bulat })(noTargetingFilter);
  const words = found && targetingSentences(found, params.lang === 'en' ? 'en' : 'id');
  const label = {
    contoh: facts.contoh,
    perTanggal: facts.perTanggal,
    tahap: found === null ? null : yearAndRegistry(found.used.tahun, found.aid.basis)
  };
  // The desa are on the page before this one.
  const page = found && {
    ...found,
    measured: { ...found.measured, units: [], limits: [] },
    districts: [],
    worklist: null
  };
  return { page: page && compact(page), words, label, agency: facts.judul, bulat };
};
