import type { Problem } from '$lib/source/problem';
import type { Cell } from '$lib/source/sheet';
import { keyShare, type PeopleHeader, sampleOf } from './header';
import { keysExchanged, type PeoplePlace, swappedColumns } from './peopleProblem';
import type { PeopleRole } from './sheet';

/** Columns whose headers seem exchanged: a column headed NIK or KK without keys beside another that is full of them, or NIK under KK. */
export function exchanged(
  place: PeoplePlace,
  { columns }: PeopleHeader,
  body: readonly (readonly Cell[])[]
): Problem | null {
  const others = Object.entries(columns).filter(([role]) => !['nik', 'kk', 'id_keluarga'].includes(role));
  for (const role of ['nik', 'kk'] as const) {
    const column = columns[role];
    if (column === undefined || !holdsOtherThings(sampleOf(body, column))) continue;
    const other = others.find(([, at]) => keyShare(sampleOf(body, at)) > 0.8);
    if (other !== undefined) return swappedColumns(place, role, column, other[1]);
  }
  return keysAreExchanged(columns, body) ? keysExchanged(place, columns.nik!, columns.kk!) : null;
}

/** Whether a list without a NIK column has keys in its column of names. */
export function hasKeysAsNames(
  columns: Partial<Record<PeopleRole, number>>,
  body: readonly (readonly Cell[])[]
): boolean {
  return columns.nik === undefined && columns.nama !== undefined && keyShare(sampleOf(body, columns.nama)) > 0.8;
}

/** Words without a long number, and next to no keys. */
function holdsOtherThings(cells: readonly Cell[]): boolean {
  const words = cells.filter((cell) => !/\d{4}/.test(String(cell)));
  return cells.length > 0 && keyShare(cells) < 0.2 && words.length >= cells.length / 2;
}

/**
 * NIK and KK look alike but for the day in their digits 7 and 8: a woman's NIK has her day of birth plus 40, which no KK has. So women
 * under KK, and none under NIK, tell that the headers are exchanged.
 */
function keysAreExchanged(
  { nik, kk }: Partial<Record<PeopleRole, number>>,
  body: readonly (readonly Cell[])[]
): boolean {
  if (nik === undefined || kk === undefined) return false;
  const [underNik, underKk] = [nik, kk].map((column) => womenShare(sampleOf(body, column)));
  return underKk !== null && underNik !== null && underKk! > 0.2 && underNik! < 0.02;
}

/** Share of women among the whole keys of cells; null of too few. */
function womenShare(cells: readonly Cell[]): number | null {
  const keys = cells.map((cell) => String(cell).replace(/\D/g, '')).filter((key) => key.length === 16);
  const women = keys.filter((key) => Number(key.slice(6, 8)) > 40 && Number(key.slice(6, 8)) <= 71);
  return keys.length < 10 ? null : women.length / keys.length;
}
