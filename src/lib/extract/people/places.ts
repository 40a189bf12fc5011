import { plainHeader } from '$lib/source/flatTable';
import { aliases } from '$lib/source/people/aliases';
import type { PeopleRole, PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import type { DesaResolver, GivenPlace } from '../desa';
import type { PeopleEngine } from './engine';
import type { RegionIndex } from './regionIndex';
import { manyPlaces, unresolvedPlaces, type UnresolvedReason } from './placeProblem';
import { distinctTuples, numberTuples } from './tuples';

/** Columns that say where a row's person lives. */
export const placeRoles: readonly PeopleRole[] = ['kode_wilayah', 'kabupaten', 'kecamatan', 'desa'];

/** Name of the table of a sheet's places; column `w` is the number of the region, null never. */
export function placeTable(number: number): string {
  return `tempat_${number}`;
}

/** What a sheet says of where its rows are, once for each distinct combination of its region columns. */
export async function readPlaces(
  engine: PeopleEngine,
  sheet: PeopleSheet,
  number: number,
  { resolve, index }: { resolve: DesaResolver; index: RegionIndex }
): Promise<Problem[]> {
  const tuples = await distinctTuples(engine, { sheet, number, wanted: placeRoles, table: placeTable(number) });
  if (tuples === null) {
    await engine.run(`ALTER TABLE ${placeTable(number)} ADD COLUMN w INTEGER DEFAULT ${index.home}`);
    return [manyPlaces(sheet)];
  }
  const reasons = new Map<string, UnresolvedReason>();
  const numbers = new Map<number, number>();
  for (const { id, cells, rows } of tuples) {
    const found = Object.keys(cells).length === 0 || isHeader(cells) ? null : resolve(givenOf(cells));
    if (found?.reason !== undefined) {
      const key = found.reason.en;
      const was = reasons.get(key);
      const question = found.question ?? false;
      reasons.set(key, {
        reason: found.reason,
        question,
        rows: (was?.rows ?? 0) + rows,
        places: (was?.places ?? 0) + 1
      });
    }
    numbers.set(id, found !== null && 'kode' in found ? index.numberOf(found.kode) : index.home);
  }
  await numberTuples(engine, placeTable(number), 'w', numbers);
  return unresolvedPlaces(sheet, [...reasons.values()]);
}

/** The words of a header that is printed again on every page: no place, and no fault. */
function isHeader(cells: Partial<Record<PeopleRole, string>>): boolean {
  return Object.entries(cells).every(([role, text]) =>
    aliases[role as PeopleRole].some(({ pattern }) => pattern.test(plainHeader(text.replace(/\(.*?\)/g, ' '))))
  );
}

function givenOf(cells: Partial<Record<PeopleRole, string>>): GivenPlace {
  const { kode_wilayah: kode, kabupaten, kecamatan, desa } = cells;
  return { kode, kabupaten, kecamatan, desa };
}
