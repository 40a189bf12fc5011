import { error } from '@sveltejs/kit';
import { siteBoundaries } from '$lib/server/boundaries';
import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { targetingSentences } from '$lib/text/targetingSentences';
import { yearAndRegistry } from '$lib/text/targetingLabels';
import { noTargetingFilter } from '$lib/url/targetingFilter';
import { compact } from '$lib/view/compact';
import { targetingPages } from '$lib/view/targeting';
import { carried, ownWords } from './carried';
import { regionIndex } from '$lib/view/targetingRegion';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

/** The page by its own choice of year, aid and measure; another filter is answered in the browser. */
export const load: PageServerLoad = async ({ params }) => {
  const facts = extractFacts();
  const database = await siteDatabase();
  const bulat = facts.profil === 'public';
  const found = await targetingPages(database, { bulat })(noTargetingFilter);
  const regions = await regionIndex(database);
  if (regions.length === 0) error(404, 'Ekstrak ini tidak memuat wilayah.');
  const label = {
    contoh: facts.contoh,
    perTanggal: facts.perTanggal,
    tahap: found === null ? null : yearAndRegistry(found.used.tahun, found.aid.basis)
  };
  const words = found && ownWords(targetingSentences(found, params.lang === 'en' ? 'en' : 'id'));
  // Where the page's own table lists every desa, no other list is needed.
  const listed = found?.measured.tingkat === 'desa';
  return {
    page: found && compact(carried(found)),
    words,
    label,
    agency: facts.judul,
    bulat,
    ambang: facts.ambang,
    hasBoundaries: (await siteBoundaries()) !== null,
    regions: listed ? [] : regions
  };
};
