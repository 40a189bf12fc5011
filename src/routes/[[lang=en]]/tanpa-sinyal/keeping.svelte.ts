import { onMount } from 'svelte';
import { resolve } from '$app/paths';
import { listsOf, type OfflineIndex, type OfflinePackage, packages } from '$lib/offline/list';
import { fetchOfflineIndex, save, SaveError } from '$lib/offline/save';
import { forgetSaved, readSaved, type Saved } from '$lib/offline/saved';
import type { Language, Text } from '$lib/text/language';
import { offlineText as text, saveFaults } from '$lib/text/offline';

/** What the page knows of this device and of the site. */
export type KeepingState = 'looking' | 'unsupported' | 'ready' | 'saving';

/** What is kept on this device, and what the reader does about it. Called while the page starts. */
export function keeping(language: () => Language) {
  const base = () => new URL(resolve('/'), location.href).href;
  let state = $state<KeepingState>('looking');
  let index = $state.raw<OfflineIndex | null>(null);
  let saved = $state.raw<Saved | null>(null);
  let message = $state.raw<Text | null>(null);
  let progress = $state({ done: 0, all: 0 });
  let running: AbortController | null = null;

  onMount(async () => {
    if (!('serviceWorker' in navigator) || !('caches' in window)) {
      state = 'unsupported';
      return;
    }
    saved = await readSaved(base());
    await look();
    state = 'ready';
  });

  async function look(): Promise<void> {
    try {
      index = await fetchOfflineIndex(base());
    } catch (error) {
      message = error instanceof SaveError && error.fault === 'changed' ? saveFaults.changed : text.noNetwork;
    }
  }

  async function keep(wanted: readonly OfflinePackage[]): Promise<void> {
    const own = (running = new AbortController());
    state = 'saving';
    [message, progress] = [null, { done: 0, all: 0 }];
    try {
      const current = (index = await fetchOfflineIndex(base(), own.signal));
      const kept = await save(base(), current, {
        packages: packages.filter((one) => wanted.includes(one)),
        language: language(),
        onProgress: (done, all) => (progress = { done, all }),
        signal: own.signal
      });
      await register();
      saved = kept;
      // so that the browser does not throw it away when room is short; a refusal is no fault
      await navigator.storage?.persist?.().catch(() => false);
    } catch (error) {
      const isEnded = own.signal.aborted || (error as Error).name === 'AbortError';
      message = isEnded ? text.cancelled : saveFaults[error instanceof SaveError ? error.fault : 'network'];
    } finally {
      running = null;
      state = 'ready';
    }
  }

  /** Without the worker nothing would be read: then nothing is kept either. */
  async function register(): Promise<void> {
    try {
      await navigator.serviceWorker.register(new URL('service-worker.js', base()), { scope: base() });
    } catch (error) {
      await forgetSaved(base());
      throw error;
    }
  }

  async function forget(): Promise<void> {
    await forgetSaved(base());
    const registration = await navigator.serviceWorker.getRegistration(base());
    await registration?.unregister();
    saved = null;
    message = text.removed;
  }

  /** Bytes of a package, to fetch and on the device; null until the list is there. */
  function sizeOf(one: OfflinePackage): { sent: number; bytes: number } | null {
    if (index === null) return null;
    const lists = listsOf(index, [one], language());
    return {
      sent: lists.reduce((sum, list) => sum + list.sent, 0),
      bytes: lists.reduce((sum, list) => sum + list.bytes, 0)
    };
  }

  return {
    keep,
    forget,
    sizeOf,
    cancel: () => running?.abort(),
    get state() {
      return state;
    },
    get saved() {
      return saved;
    },
    /** Whether the copy is what is published; null where that is not known. */
    get isCurrent() {
      return saved === null || index === null ? null : saved.version === index.version;
    },
    get message() {
      return message;
    },
    get progress() {
      return progress;
    }
  };
}
