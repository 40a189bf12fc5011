import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { yearAndRegistry } from '$lib/text/targetingLabels';
import { targetingSentences } from '$lib/text/targetingSentences';
import { noTargetingFilter } from '$lib/url/targetingFilter';
import { compact } from '$lib/view/compact';
import { targetingPages } from '$lib/view/targeting';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** What is due in every desa: registry entries to update, recipients to decide. */
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
  return {
    list: found && compact(found.worklist),
    kecamatan: found?.choices.kecamatan ?? [],
    words: words && { worklist: words.worklist, freshness: words.freshness, why: words.why.freshness },
    label,
    ambang: facts.ambang,
    agency: facts.judul,
    bulat
  };
};
