/** What a reader may keep: the pages of one language, those of every desa and kecamatan, and what answers filters and scenarios. */
export const packages = ['utama', 'desa', 'mesin'] as const;
export type OfflinePackage = (typeof packages)[number];

/** One file of the site. */
export interface OfflineFile {
  /** Below the site's own folder, as it is asked for: `sasaran/`, not `sasaran/index.html`. */
  path: string;
  /** SHA-256 in base64. */
  sha256: string;
  /** Bytes kept, and bytes to fetch: as compressed where the host may send it so. */
  bytes: number;
  sent: number;
}

/** The files of one package, or of its pages in one language, as they are listed in a file of their own. */
export interface OfflineList {
  /** The file with the list, below the site's own folder, and its SHA-256 in base64. */
  path: string;
  sha256: string;
  package: OfflinePackage;
  /** Null: for every language. */
  language: 'id' | 'en' | null;
  /** Bytes of all its files, kept and to fetch. */
  bytes: number;
  sent: number;
}

/** One version of the site, and what of it can be kept. */
export interface OfflineIndex {
  /** Changes whenever one of the files does. */
  version: string;
  /** As-of date of the data, YYYY-MM-DD; null when not known. */
  asOf: string | null;
  lists: readonly OfflineList[];
}

/** Name of the index in the root of the site: small, since every page of a reader who keeps some asks for it. */
export const offlineIndexFile = 'luring.json';

/** The index as it is written. */
export function formatOfflineIndex({ version, asOf, lists }: OfflineIndex): string {
  return JSON.stringify({
    versi: version,
    per_tanggal: asOf,
    daftar: lists.map((list) => ({
      ...{ jalur: list.path, sha256: list.sha256, paket: list.package, bahasa: list.language },
      ...{ bytes: list.bytes, kirim: list.sent }
    }))
  });
}

/** Reads an index; null where the text is none, as a host's own page for a missing file. */
export function parseOfflineIndex(text: string): OfflineIndex | null {
  const value = jsonOf(text) as { versi?: unknown; per_tanggal?: unknown; daftar?: unknown } | null;
  if (typeof value?.versi !== 'string' || !Array.isArray(value.daftar)) return null;
  const lists = value.daftar.map((list) => listOf(list as Record<string, unknown> | null));
  if (lists.includes(null)) return null;
  const asOf = typeof value.per_tanggal === 'string' ? value.per_tanggal : null;
  return { version: value.versi, asOf, lists: lists as OfflineList[] };
}

function listOf(value: Record<string, unknown> | null): OfflineList | null {
  const { jalur, sha256, paket, bahasa, bytes, kirim } = value ?? {};
  if (!isPath(jalur) || typeof sha256 !== 'string' || typeof bytes !== 'number' || typeof kirim !== 'number')
    return null;
  if (!packages.includes(paket as OfflinePackage)) return null;
  const language = bahasa === 'id' || bahasa === 'en' ? bahasa : null;
  return { path: jalur, sha256, package: paket as OfflinePackage, language, bytes, sent: kirim };
}

/** A list as it is written: rows instead of objects, since a site has hundreds of pages. */
export function formatOfflineFiles(files: readonly OfflineFile[]): string {
  return JSON.stringify(files.map(({ path, sha256, bytes, sent }) => [path, sha256, bytes, sent]));
}

/** Reads a list; null where the text is none. */
export function parseOfflineFiles(text: string): OfflineFile[] | null {
  const rows = jsonOf(text);
  if (!Array.isArray(rows)) return null;
  const files = rows.map((row) => fileOf(row));
  return files.includes(null) ? null : (files as OfflineFile[]);
}

function fileOf(row: unknown): OfflineFile | null {
  if (!Array.isArray(row)) return null;
  const [path, sha256, bytes, sent] = row as unknown[];
  if (!isPath(path) || typeof sha256 !== 'string' || typeof bytes !== 'number' || typeof sent !== 'number') return null;
  return { path, sha256, bytes, sent };
}

/** Inside the site's own folder; the empty path is its first page. */
function isPath(path: unknown): path is string {
  return typeof path === 'string' && !path.startsWith('/') && !/\/\/|\.\.|:/.test(path);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The lists of some packages for one language. */
export function listsOf(
  { lists }: OfflineIndex,
  wanted: readonly OfflinePackage[],
  language: 'id' | 'en'
): OfflineList[] {
  return lists.filter(
    (list) => wanted.includes(list.package) && (list.language === null || list.language === language)
  );
}
