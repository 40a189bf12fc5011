import { asset } from '$app/paths';
import type { BrowserDatabase } from './browserDatabase';
import { fetchPart } from '$lib/url/fetchPart';

/** One engine for the tab: it starts at the first question and answers every later one. */
let opened: Promise<BrowserDatabase> | undefined;
let cancel = new AbortController();
let isOpen = false;

/** Whether the tab's engine has started: a question is answered without waiting for it. */
export function isEngineOpen(): boolean {
  return isOpen;
}

/** The tab's engine, started if need be. Rejects with EngineError, or with an AbortError after `cancelEngine`; the next call tries again. */
export function sharedEngine(onProgress: (bytes: number, total: number) => void): Promise<BrowserDatabase> {
  opened ??= start(onProgress).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Stops a start that is under way, or ends the engine and frees its memory. */
export function cancelEngine(): void {
  cancel.abort();
  cancel = new AbortController();
  opened = undefined;
  isOpen = false;
}

async function start(onProgress: (bytes: number, total: number) => void): Promise<BrowserDatabase> {
  const { signal } = cancel;
  const [{ openEngine }, { fetchExtracts }] = await Promise.all([
    fetchPart(() => import('./engine')),
    fetchPart(() => import('./manifest'))
  ]);
  const extracts = await fetchExtracts(asset('/extract/datapackage.json'), signal);
  const database = await openEngine({ engine: asset('/engine'), extracts, onProgress, signal });
  isOpen = !signal.aborted;
  return database;
}
