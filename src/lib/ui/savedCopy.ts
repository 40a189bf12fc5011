import { mount } from 'svelte';
import type { Language } from '$lib/text/language';
import SavedCopy from './SavedCopy.svelte';

/** Shows at the head of the page that it was read from a copy on this device, and brings the copy up to date. */
export function showSavedCopy(props: { language: Language }): void {
  const main = document.querySelector('main')!;
  mount(SavedCopy, { target: main, ...(main.firstChild === null ? {} : { anchor: main.firstChild }), props });
}
