import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallestPublished } from '$lib/contract/values';
import { openNative, type NativeDatabase } from './native';

/** Where the files that the site publishes as they are lie; the build may set another folder. */
export const staticFolder = process.env.TEPAT_STATIC ?? 'static';

/** What the extract says of itself: of whom, as of when, invented or not. */
export interface ExtractFacts {
  judul: string;
  contoh: boolean;
  /** Https address where the site is published, with its closing slash; null when nobody gave one. */
  alamat: string | null;
  /** `YYYY-MM-DD`; null when the files do not say. */
  perTanggal: string | null;
  profil: 'public' | 'internal';
  /** Smallest count of people or families that shows, other than 0. */
  ambang: number;
}

let opened: Promise<NativeDatabase> | undefined;

/** Native DuckDB over the extract, opened once a build. Throws an Error that says how to make the extract when there is none. */
export function siteDatabase(): Promise<NativeDatabase> {
  const folder = join(staticFolder, 'extract');
  if (!existsSync(join(folder, 'datapackage.json')))
    throw new Error(`${folder} holds no extract. Run "npm run extract" first.`);
  opened ??= openNative(folder);
  return opened;
}

/** Reads the facts of the extract from its quality report. */
export function extractFacts(): ExtractFacts {
  const report = JSON.parse(readFileSync(join(staticFolder, 'extract', 'kualitas.json'), 'utf8')) as {
    judul: string;
    contoh: boolean;
    alamat?: string | null;
    per_tanggal: string | null;
    profil: 'public' | 'internal';
    ambang?: number;
  };
  const { judul, contoh, alamat = null, per_tanggal: perTanggal, profil, ambang = smallestPublished } = report;
  return { judul, contoh, alamat, perTanggal, profil, ambang };
}

/** Names the extract's data: changes whenever one of its files does. */
export function dataVersion(): string {
  const manifest = readFileSync(join(staticFolder, 'extract', 'datapackage.json'));
  return createHash('sha256').update(manifest).digest('hex').slice(0, 16);
}
