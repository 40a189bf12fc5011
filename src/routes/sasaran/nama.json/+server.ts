import { json } from '@sveltejs/kit';
import { siteDatabase } from '$lib/server/siteData';
import { regionIndex } from '$lib/view/targetingRegion';
import type { RegionName } from '$lib/ui/regionSearch';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Names of every desa, kelurahan and kecamatan that has a page, for the search. */
export const GET: RequestHandler = async () => {
  const names: RegionName[] = (await regionIndex(await siteDatabase())).map(({ kode, nama, kecamatan }) => [
    kode,
    nama,
    kecamatan
  ]);
  return json(names);
};
