import { error } from '@sveltejs/kit';
import { extractFacts, siteDatabase } from '$lib/server/siteData';
import { yearAndRegistry } from '$lib/text/targetingLabels';
import { regionSentences } from '$lib/text/targetingRegionSentences';
import { compact } from '$lib/view/compact';
import { regionIndex, regionPages } from '$lib/view/targetingRegion';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every desa, kelurahan and kecamatan, in both languages. */
export const entries: EntryGenerator = async () => {
  const regions = await regionIndex(await siteDatabase());
  return regions.flatMap(({ kode }) => [{ kode }, { kode, lang: 'en' }]);
};

// One view answers for all regions: what the queries gave stays for the next page of the build.
let views: ReturnType<typeof regionPages> | undefined;

/** One region in plain words. */
export const load: PageServerLoad = async ({ params }) => {
  const facts = extractFacts();
  views ??= regionPages(await siteDatabase(), { bulat: facts.profil === 'public' });
  const found = await views(params.kode);
  if (found === null) error(404, 'Ekstrak ini tidak memuat wilayah dengan kode itu.');
  const label = {
    contoh: facts.contoh,
    perTanggal: facts.perTanggal,
    tahap: found.tahun === null ? null : yearAndRegistry(found.tahun, found.basis)
  };
  return {
    page: compact(found),
    words: regionSentences(found, params.lang === 'en' ? 'en' : 'id'),
    label,
    ambang: facts.ambang,
    agency: facts.judul
  };
};
