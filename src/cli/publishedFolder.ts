import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** The profile of the extract in a folder; null where there is none, or what is there does not say. */
export function profileOf(folder: string): 'public' | 'internal' | null {
  const said = [
    ['kualitas.json', 'profil'],
    ['datapackage.json', 'extractProfile']
  ].map(([name, key]) => (existsSync(join(folder, name!)) ? jsonValue(join(folder, name!), key!) : undefined));
  // One file that says internal is enough.
  return said.includes('internal') ? 'internal' : said.includes('public') ? 'public' : null;
}

/** Why an extract of this profile may not take the place of what is there: one folder, one profile; null where it may. */
export function profileProblem(out: string, profile: 'public' | 'internal'): string | null {
  const there = profileOf(out);
  if (there === null || there === profile) return null;
  return `${out} berisi ekstrak berprofil ${there}, yang ini ${profile}; folder itu tidak diganti. Beri --out folder lain, atau --ganti-profil bila memang harus diganti.`;
}

function jsonValue(path: string, key: string): unknown {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)[key];
  } catch {
    return undefined;
  }
}

/**
 * What must not be published but lies in a static folder, one sentence each: extracts of the internal profile, rejected rows, and data
 * files outside of the extract and the releases, which nobody checked. Everything below the folder becomes part of the site.
 */
export function unpublishable(staticFolder: string): string[] {
  const files = readdirSync(staticFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isBelowOf(path, staticFolder, ['engine']))
    .sort();
  const internal = new Set(
    files
      .filter((path) => /^(kualitas|datapackage)\.json$/.test(basename(path)))
      .map((path) => dirname(path))
      .filter((folder) => profileOf(folder) === 'internal')
  );
  const strange = files.filter((path) => isData(path) && !isListed(path, staticFolder));
  const shown = (path: string): string => relative(staticFolder, path).split(sep).join('/');
  return [
    ...[...internal].map((folder) => `${shown(folder)}/ adalah ekstrak berprofil internal.`),
    ...strange.map((path) => `${shown(path)} bukan bagian ekstrak atau rilis, tetapi akan ikut terbit.`)
  ];
}

/** Files that hold rows: of the importer, of its rejects, or as agencies export them. */
function isData(path: string): boolean {
  return /\.(parquet|csv|tsv|xlsx?|xlsm|ods|db|duckdb|sqlite)$/i.test(path) || /-ditolak[\\/]/.test(path);
}

function isListed(path: string, staticFolder: string): boolean {
  // Releases are held against their own list.
  if (isBelowOf(path, staticFolder, ['rilis'])) return true;
  return dirname(path) === join(staticFolder, 'extract') && listedFiles(dirname(path)).has(basename(path));
}

function listedFiles(folder: string): Set<string> {
  const resources = jsonValue(join(folder, 'datapackage.json'), 'resources');
  return new Set(Array.isArray(resources) ? resources.map((one: { path?: string }) => String(one.path)) : []);
}

function isBelowOf(path: string, folder: string, names: readonly string[]): boolean {
  return names.includes(relative(folder, path).split(sep)[0]!);
}
