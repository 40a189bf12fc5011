import type { OfflinePackage } from './list';

/** What is kept on this device: one version of the site, whole for the packages named. */
export interface Saved {
  version: string;
  asOf: string | null;
  /** When it was fetched, ISO 8601. */
  at: string;
  language: 'id' | 'en';
  packages: readonly OfflinePackage[];
  /** SHA-256 of every kept file by its path, so that an update fetches only what changed. */
  hashes: Readonly<Record<string, string>>;
}

/** Names of the caches of one site: several may stand on one host, each in a folder of its own. */
export const cachesOf = (base: string): { record: string; files: (version: string) => string; prefix: string } => {
  const prefix = `tepat ${new URL(base).pathname} `;
  return { record: `${prefix}catatan`, files: (version) => `${prefix}berkas ${version}`, prefix: `${prefix}berkas ` };
};

const recordUrl = (base: string): string => new URL('luring-catatan.json', base).href;

/** What is kept for the site at `base` (with its closing slash); null where nothing is, or where the browser keeps nothing. */
export async function readSaved(base: string): Promise<Saved | null> {
  if (!('caches' in globalThis)) return null;
  // asking for a cache makes it
  if (!(await caches.has(cachesOf(base).record))) return null;
  const record = await caches.open(cachesOf(base).record);
  const found = await record.match(recordUrl(base));
  return found === undefined ? null : ((await found.json()) as Saved);
}

/** From here on this version is what is read without a network; every other one is removed. */
export async function writeSaved(base: string, saved: Saved): Promise<void> {
  const names = cachesOf(base);
  const record = await caches.open(names.record);
  await record.put(recordUrl(base), new Response(JSON.stringify(saved)));
  await dropFiles(base, saved.version);
}

/** Removes kept files of every version but one. */
export async function dropFiles(base: string, except: string | null): Promise<void> {
  const names = cachesOf(base);
  const kept = except === null ? null : names.files(except);
  for (const name of await caches.keys()) if (name.startsWith(names.prefix) && name !== kept) await caches.delete(name);
}

/** Removes everything that is kept. */
export async function forgetSaved(base: string): Promise<void> {
  await caches.delete(cachesOf(base).record);
  await dropFiles(base, null);
}
