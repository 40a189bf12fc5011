import { extractFacts } from '$lib/server/siteData';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => [{}, { lang: 'en' }];

export const load: PageServerLoad = () => {
  const { contoh, perTanggal, judul, profil } = extractFacts();
  return { label: { contoh, perTanggal, tahap: null }, agency: judul, isInternal: profil === 'internal' };
};
