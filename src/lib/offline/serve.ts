import { offlineIndexFile, parseOfflineIndex } from './list';
import { cachesOf, readSaved, type Saved } from './saved';

/** A request of a page of the site, as its service worker hears it. */
export interface Asked {
  request: Request;
  /** The page or worker that asks; of a navigation the page that comes of it. */
  client: string;
  /** The worker that comes of it: what it asks for later is of its page's version too. */
  worker?: string;
}

/** Where a page came from, the kept copy or the network, and of which version it is (null: not known). */
export interface Origin {
  from: 'copy' | 'network';
  version: string | null;
}

/** How long a page may take to come before the kept copy is read instead, in milliseconds. */
const patience = 8_000;

/** Files that carry the hash of their content in their name: the same whatever the version. */
const isImmutable = (url: string): boolean => url.includes('/_app/immutable/');

/**
 * Answers for one site. A page that was read from the copy gets everything else from the copy too, and a page of the network from the
 * network: two versions are never mixed, also where a newer copy has come while a page is open. Nothing is kept here; what is kept is the reader's choice on a page of its own.
 */
export function offlineServer(base: string) {
  const origins = new Map<string, Origin>();

  // A worker is ended when it rests, and what it knew of its pages with it: that is kept beside the record.
  const pagePrefix = new URL('luring-halaman/', base).href;
  const record = () => caches.open(cachesOf(base).record);

  async function note(client: string, origin: Origin): Promise<void> {
    origins.set(client, origin);
    // what was removed meanwhile stays so
    if ((await readSaved(base)) === null) return;
    await (await record()).put(pagePrefix + client, new Response(JSON.stringify(origin)));
  }

  async function originOf(client: string): Promise<Origin | null> {
    const known = origins.get(client);
    if (known !== undefined) return known;
    if ((await readSaved(base)) === null) return null;
    const noted = await (await record()).match(pagePrefix + client);
    if (noted === undefined) return null;
    const origin = (await noted.json()) as Origin;
    origins.set(client, origin);
    return origin;
  }

  async function matched(saved: Saved, url: string): Promise<Response | undefined> {
    const store = await caches.open(cachesOf(base).files(saved.version));
    const { origin, pathname } = new URL(url);
    return store.match(origin + pathname);
  }

  /** The page that says what is kept, with what was asked for: `null` where it is not kept itself. */
  async function notKept(saved: Saved, url: string): Promise<Response | null> {
    const page = new URL(saved.language === 'en' ? 'en/tanpa-sinyal/' : 'tanpa-sinyal/', base);
    if ((await matched(saved, page.href)) === undefined || new URL(url).pathname === page.pathname) return null;
    page.searchParams.set('halaman', new URL(url).pathname.slice(new URL(base).pathname.length));
    return Response.redirect(page.href);
  }

  async function publishedVersion(): Promise<string | null> {
    try {
      const response = await fetch(new URL(offlineIndexFile, base), { cache: 'no-cache' });
      return response.ok ? (parseOfflineIndex(await response.text())?.version ?? null) : null;
    } catch {
      return null;
    }
  }

  async function page({ request, client }: Asked): Promise<Response> {
    const saved = await readSaved(base);
    if (saved === null) return fetch(request);
    const copy = await matched(saved, request.url);
    const give = async (response: Response): Promise<Response> => {
      await note(client, { from: 'copy', version: saved.version });
      return response;
    };
    if (copy !== undefined && !navigator.onLine) return give(copy);
    const coming = fetch(request);
    const late = new Promise<'late'>((resolve) => copy && setTimeout(() => resolve('late'), patience));
    try {
      const first = await Promise.race([coming, late]);
      if (first === 'late') {
        coming.catch(() => undefined);
        return give(copy!);
      }
      // a deploy under way, or one that went wrong
      if (!first.ok && first.type !== 'opaqueredirect' && copy !== undefined) return give(copy);
      origins.set(client, { from: 'network', version: null });
      void publishedVersion().then((version) => note(client, { from: 'network', version }));
      return first;
    } catch (error) {
      if (copy !== undefined) return give(copy);
      const other = await notKept(saved, request.url);
      if (other !== null) return other;
      throw error;
    }
  }

  async function part({ request, client, worker }: Asked): Promise<Response> {
    const saved = await readSaved(base);
    if (saved === null) return fetch(request);
    const origin: Origin = (await originOf(client)) ?? { from: 'network', version: null };
    if (worker) await note(worker, origin);
    const isAny = isImmutable(request.url);
    const copy = isAny || origin.version === saved.version ? await matched(saved, request.url) : undefined;
    if (copy !== undefined && (origin.from === 'copy' || isAny)) return copy;
    // what is not kept may still come from the network, as long as it is of the same version
    if (origin.from === 'copy' && !isAny && (await publishedVersion()) !== origin.version) return Response.error();
    try {
      return await fetch(request);
    } catch (error) {
      if (copy !== undefined) return copy;
      throw error;
    }
  }

  return {
    page,
    part,
    /** Where a page came from; null for one that was there before the worker. */
    originOf,
    /** Forgets pages that are gone. */
    async keepOnly(clients: ReadonlySet<string>): Promise<void> {
      if ((await readSaved(base)) === null) return;
      const notes = await record();
      for (const { url } of await notes.keys())
        if (url.startsWith(pagePrefix) && !clients.has(url.slice(pagePrefix.length))) await notes.delete(url);
      for (const client of origins.keys()) if (!clients.has(client)) origins.delete(client);
    }
  };
}
