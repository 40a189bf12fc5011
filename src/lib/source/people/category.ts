import type { AidCategory } from '$lib/contract/values';
import type { PeopleRole } from './sheet';

/** Columns of a registry that say of which category a person is, or somebody in a family. */
export const categoryRoles = [
  'disabilitas',
  'disabilitas_telantar',
  'lansia',
  'lansia_telantar',
  'anak_telantar',
  'ppks'
] as const satisfies readonly PeopleRole[];
export type CategoryRole = (typeof categoryRoles)[number];

/** Categories that a column of social needs (PPKS, formerly PMKS) tells of in words; age alone is none of them. */
export const ppksCategories = [
  'disabilitas',
  'lansia_telantar',
  'anak_telantar',
  'gelandangan_pengemis'
] as const satisfies readonly AidCategory[];

/** Whether a role is a column of categories. */
export function isCategoryRole(role: string): role is CategoryRole {
  return (categoryRoles as readonly string[]).includes(role);
}
