import {
  listsOf,
  type OfflineFile,
  type OfflineIndex,
  offlineIndexFile,
  type OfflinePackage,
  parseOfflineFiles,
  parseOfflineIndex
} from './list';
import { cachesOf, readSaved, type Saved, writeSaved } from './saved';

/** Why files could not be kept: no network, no room on the device, or files that are not what the list says (a deploy under way). */
export type SaveFault = 'network' | 'full' | 'changed';

/** Thrown by `save`; what was kept before still is. */
export class SaveError extends Error {
  constructor(
    readonly fault: SaveFault,
    message: string,
    options?: ErrorOptions
  ) {
    super(message, options);
    this.name = 'SaveError';
  }
}

/** What of the site as it is published now can be kept. Rejects with SaveError. */
export async function fetchOfflineIndex(base: string, signal?: AbortSignal): Promise<OfflineIndex> {
  const url = new URL(offlineIndexFile, base).href;
  const response = await fetch(url, { cache: 'no-cache', signal: signal ?? null }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new SaveError('network', `${url} could not be fetched`, { cause });
  });
  const index = response.ok ? parseOfflineIndex(await response.text()) : null;
  if (index === null) throw new SaveError('changed', `${url} is no index of files`);
  return index;
}

export interface SaveOptions {
  packages: readonly OfflinePackage[];
  language: 'id' | 'en';
  /** Hears how many bytes have come, of how many. */
  onProgress?: (done: number, all: number) => void;
  signal?: AbortSignal;
}

/** Files fetched at a time: more would take the line from the page. */
const atATime = 4;

/**
 * Keeps packages of a site whole: files that are kept already are taken over, the others fetched and held against their hash. Until all
 * are there, what was kept before stays what is read; a save that was broken off goes on where it stopped. Rejects with SaveError, with the
 * signal's reason, or with an AbortError where the copy was removed meanwhile.
 */
export async function save(base: string, index: OfflineIndex, options: SaveOptions): Promise<Saved> {
  const { packages, language, onProgress, signal } = options;
  const files = await fetchFiles(base, index, options);
  const before = await readSaved(base);
  const names = cachesOf(base);
  const store = await caches.open(names.files(index.version));
  const old =
    before === null || before.version === index.version ? null : await caches.open(names.files(before.version));
  const all = files.reduce((sum, { sent }) => sum + sent, 0);
  let done = 0;
  const waiting = files.values();
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  const worker = async (): Promise<void> => {
    for (const file of waiting) {
      either.throwIfAborted();
      await keep(file);
      done += file.sent;
      onProgress?.(done, all);
    }
  };
  const keep = async (file: OfflineFile): Promise<void> => {
    const url = new URL(file.path, base).href;
    if ((await store.match(url)) !== undefined) return;
    const kept = before?.hashes[file.path] === file.sha256 ? await old?.match(url) : undefined;
    await put(store, url, kept ?? (await fetchWhole(url, file.sha256, either)));
  };
  try {
    await Promise.all(Array.from({ length: atATime }, worker));
  } catch (error) {
    stop.abort(error);
    signal?.throwIfAborted();
    // what is left of a version that has no room only takes room
    const isFull = error instanceof SaveError && error.fault === 'full';
    if (isFull && before?.version !== index.version) await caches.delete(names.files(index.version));
    throw error;
  }
  // a reader who removed everything meanwhile does not get it back
  if (before !== null && (await readSaved(base)) === null) {
    await caches.delete(names.files(index.version));
    throw new DOMException('removed meanwhile', 'AbortError');
  }
  const wanted = new Set(files.map(({ path }) => new URL(path, base).href));
  for (const { url } of await store.keys()) if (!wanted.has(url)) await store.delete(url);
  const saved: Saved = {
    ...{ version: index.version, asOf: index.asOf, at: new Date().toISOString(), language, packages },
    hashes: Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]))
  };
  await writeSaved(base, saved);
  return saved;
}

/** Every file of the packages wanted. */
async function fetchFiles(base: string, index: OfflineIndex, options: SaveOptions): Promise<OfflineFile[]> {
  const { packages, language, signal } = options;
  const files: OfflineFile[] = [];
  for (const list of listsOf(index, packages, language)) {
    const url = new URL(list.path, base).href;
    const listed = parseOfflineFiles(await (await fetchWhole(url, list.sha256, signal)).text());
    if (listed === null) throw new SaveError('changed', `${url} is no list of files`);
    files.push(...listed);
  }
  return files;
}

/** A file as the list says it is; an older one from the browser's own cache is asked for anew. */
async function fetchWhole(url: string, sha256: string, signal: AbortSignal | undefined): Promise<Response> {
  const integrity = `sha256-${sha256}`;
  let last: unknown;
  for (const cache of ['default', 'reload'] as const) {
    try {
      const response = await fetch(url, { cache, integrity, signal: signal ?? null });
      if (response.ok) return response;
      last = new SaveError('changed', `${url} answered ${response.status}`);
    } catch (cause) {
      signal?.throwIfAborted();
      last = cause;
    }
  }
  if (last instanceof SaveError) throw last;
  // a wrong hash and no network look alike from here
  const reached = await fetch(url, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  const fault = reached === null ? 'network' : 'changed';
  throw new SaveError(fault, `${url} could not be fetched as it is listed`, { cause: last });
}

async function put(store: Cache, url: string, response: Response): Promise<void> {
  try {
    await store.put(url, response);
  } catch (cause) {
    const isFull = cause instanceof DOMException && cause.name === 'QuotaExceededError';
    throw new SaveError(isFull ? 'full' : 'network', `${url} could not be kept`, { cause });
  }
}
