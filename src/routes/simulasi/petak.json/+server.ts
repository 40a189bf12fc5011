import { json } from '@sveltejs/kit';
import { regions } from '$lib/query/targeting';
import { siteDatabase } from '$lib/server/siteData';
import type { MapPlace } from '$lib/view/lossMap';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Where each desa stands on the hexagon map, for the reader who comes to the map of losses; empty where the extract places none. */
export const GET: RequestHandler = async () => {
  const all = await (await siteDatabase()).all(regions, {});
  const places = all.flatMap(({ kode, tingkat, kodeInduk, kolom, baris }): MapPlace[] =>
    (tingkat === 'desa' || tingkat === 'kelurahan') && kodeInduk !== null && kolom !== null && baris !== null
      ? [{ kode, kecamatan: kodeInduk, kolom, baris }]
      : []
  );
  return json(places);
};
