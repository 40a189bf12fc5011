import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import {
  formatOfflineFiles,
  formatOfflineIndex,
  type OfflineFile,
  offlineIndexFile,
  type OfflineList,
  type OfflinePackage
} from '$lib/offline/list';

/** Pages that are kept with the site itself; those of single regions are a package of their own, downloads and releases are not kept. */
const mainPages = [
  '',
  'realisasi/',
  'pendanaan/',
  'pendanaan/terbitan/',
  'sasaran/',
  'sasaran/bantuan/',
  'sasaran/daftar-kerja/',
  'simulasi/',
  'data/',
  'metode/',
  'tanpa-sinyal/'
];

/**
 * Writes into a built site what readers may keep of it: an index, and for each package a list of every file with its hash and its bytes,
 * kept and sent. Nothing of an internal site is kept, so it has none. `precompress`: also as hosts send it.
 */
export function writeOfflineLists(
  out: string,
  { asOf, precompress }: { asOf: string | null; precompress: boolean }
): void {
  const byList = new Map<string, { place: Place; files: OfflineFile[] }>();
  for (const file of filesBelow(out)) {
    const place = placeOf(file);
    if (place === null) continue;
    const name = place.package + (place.language === null ? '' : `-${place.language}`);
    const list = byList.get(name) ?? { place, files: [] };
    list.files.push({ path: place.path, ...sizesOf(join(out, file)) });
    byList.set(name, list);
  }
  const write = (path: string, text: string): void => {
    writeFileSync(join(out, path), text);
    if (!precompress) return;
    writeFileSync(join(out, `${path}.br`), brotliCompressSync(text));
    writeFileSync(join(out, `${path}.gz`), gzipSync(text, { level: 9 }));
  };
  mkdirSync(join(out, 'luring'), { recursive: true });
  const lists = [...byList].map(([name, { place, files }]): OfflineList => {
    const path = `luring/${name}.json`;
    const text = formatOfflineFiles(files);
    write(path, text);
    return {
      ...{ path, sha256: base64(Buffer.from(text)), package: place.package, language: place.language },
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      sent: files.reduce((sum, { sent }) => sum + sent, 0)
    };
  });
  const version = base64(Buffer.from(lists.map(({ path, sha256 }) => `${path} ${sha256}`).join('\n')));
  write(offlineIndexFile, formatOfflineIndex({ version, asOf, lists }));
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Where a file belongs; `path` as it is asked for. */
type Place = Pick<OfflineList, 'path' | 'package' | 'language'>;

/** Null for a file that is not kept. */
function placeOf(file: string): Place | null {
  if (/^(engine|extract)\//.test(file)) return { path: file, package: 'mesin', language: null };
  if (file.startsWith('_app/')) return { path: file, package: partOf(file), language: null };
  // names for the search, boundaries, the lines that are cut
  if (/^(ikon\.svg|tepat\.webmanifest|(sasaran|simulasi)\/(?!__)[^/]+\.json)$/.test(file))
    return { path: file, package: 'utama', language: null };
  const page = /^(en\/)?(.*?)(index\.html|__data\.json)$/.exec(file);
  if (page === null) return null;
  const [, english, folder = '', name] = page;
  const path = (english ?? '') + folder + (name === 'index.html' ? '' : name);
  const language = english === undefined ? 'id' : 'en';
  if (mainPages.includes(folder)) return { path, package: 'utama', language };
  return /^sasaran\/[\d.]+\/$/.test(folder) ? { path, package: 'desa', language } : null;
}

/** Engines are heavy and only answer filters and scenarios. */
function partOf(file: string): OfflinePackage {
  return /\.wasm$/.test(file) ? 'mesin' : 'utama';
}

function sizesOf(file: string): Pick<OfflineFile, 'sha256' | 'bytes' | 'sent'> {
  const content = readFileSync(file);
  const compressed = ['.br', '.gz'].map((ending) => file + ending).find((other) => existsSync(other));
  return {
    sha256: base64(content),
    bytes: content.length,
    sent: compressed === undefined ? content.length : statSync(compressed).size
  };
}

function base64(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
