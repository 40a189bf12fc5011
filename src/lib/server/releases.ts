import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseReleases, releaseListFile, type Release } from '$lib/contract/release';

/** A release with the folder that holds its datapackage.json, kualitas.json and Parquet files as they were published. */
export interface FrozenRelease extends Release {
  folder: string;
}

/** Releases of a folder (`static/rilis`), oldest first; none where there is no list. Throws an Error that says what cannot be used. */
export function readReleases(folder: string): FrozenRelease[] {
  const list = join(folder, releaseListFile);
  if (!existsSync(list)) return [];
  return parseReleases(readFileSync(list, 'utf8')).map((release) => ({ ...release, folder: join(folder, release.id) }));
}
