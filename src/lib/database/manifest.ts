import { EngineError } from './error';

/** A published file: bytes as sent, and its sha256 in hex. */
export interface PublishedFile {
  name: string;
  bytes: number;
  sha256: string;
}

/** What `prepareEngine` wrote: the folder's name and its files, so that the page knows the bytes to come. */
export interface EngineManifest {
  version: string;
  files: PublishedFile[];
}

/** One table of an extract: where its parquet is, and what it must hash to. */
export interface ExtractFile extends PublishedFile {
  url: string;
}

/** The engine's manifest, `engine.json` in the folder given. */
export async function fetchEngineManifest(folder: string, signal?: AbortSignal): Promise<EngineManifest> {
  const url = `${folder}/engine.json`;
  const value = (await fetchJson(url, signal)) as Partial<EngineManifest> | null;
  if (!value || typeof value.version !== 'string' || !Array.isArray(value.files)) {
    throw new EngineError('damaged', `${url} is not the engine's manifest`);
  }
  return value as EngineManifest;
}

/** The tables that a datapackage.json lists; a resource's path is relative to it, its hash reads "sha256:…". */
export async function fetchExtracts(url: string, signal?: AbortSignal): Promise<ExtractFile[]> {
  return extractsOf(await fetchJson(url, signal), new URL(url, document.baseURI).href);
}

/** The parquet resources of a parsed datapackage.json that stands at `url`. */
export function extractsOf(datapackage: unknown, url: string): ExtractFile[] {
  const resources = (datapackage as { resources?: unknown } | null)?.resources;
  if (!Array.isArray(resources)) throw new EngineError('damaged', `${url} lists no resources`);
  return resources
    .filter((resource) => typeof resource?.path === 'string' && resource.path.endsWith('.parquet'))
    .map(({ name, path, bytes, hash }: Record<string, unknown>) => {
      const sha256 = /^sha256:([0-9a-f]{64})$/.exec(String(hash))?.[1];
      if (typeof name !== 'string' || typeof bytes !== 'number' || !sha256) {
        throw new EngineError('damaged', `${url}: resource ${String(name)} needs name, bytes and hash "sha256:…"`);
      }
      return { name, bytes, sha256, url: new URL(String(path), url).href };
    });
}

async function fetchJson(url: string, signal: AbortSignal | undefined): Promise<unknown> {
  // The lists are small and name everything else, so they are the only files asked for anew each time.
  const response = await fetch(url, { cache: 'no-cache', signal: signal ?? null }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new EngineError('network', `${url} could not be fetched`, { cause });
  });
  if (!response.ok) throw new EngineError('missing', `${url} answered ${response.status}`);
  return response.json().catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new EngineError('damaged', `${url} is not JSON`, { cause });
  });
}
