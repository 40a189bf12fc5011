import {
  boundaryRings,
  boundarySources,
  type BoundaryRingRow,
  type BoundarySourceRow
} from '$lib/query/targetingBoundary';
import { siteDatabase } from './siteData';

/** Boundaries of the extract and the files that gave them; null where there are none, or the extract is older than its table of them. */
export async function siteBoundaries(): Promise<{ rings: BoundaryRingRow[]; sources: BoundarySourceRow[] } | null> {
  const database = await siteDatabase();
  if (!database.tables.includes('batas_wilayah')) return null;
  const rings = await database.all(boundaryRings, {});
  return rings.length === 0 ? null : { rings, sources: await database.all(boundarySources, {}) };
}
