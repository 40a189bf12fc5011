import { json } from '@sveltejs/kit';
import { boundaryPaths, type Boundaries } from '$lib/chart/polygonPaths';
import { siteBoundaries } from '$lib/server/boundaries';
import type { RequestHandler } from './$types';

export const prerender = true;

/** Boundaries of every desa and kecamatan as paths, for the reader who asks for that map; `null` where the extract has none. */
export const GET: RequestHandler = async () => {
  const found = await siteBoundaries();
  if (found === null) return json(null);
  const rings = found.rings.map((row) => ({ ...row, titik: row.titik.split(' ').map(Number) }));
  const sources = found.sources.flatMap(({ nama, sumber }) => {
    const parts = [nama, sumber].filter((part) => part !== null);
    return parts.length === 0 ? [] : [parts.join(', ')];
  });
  return json(boundaryPaths(rings, sources) satisfies Boundaries | null);
};
