import { mount, unmount } from 'svelte';
import Embed from './Embed.svelte';
import type { EmbedProps } from './embedProps';

/** Opens the panel below a figure; where it is open already, goes back to it. It leaves the page with its figure. */
export function openEmbed(given: Omit<EmbedProps, 'close'>): void {
  const open = given.figure.querySelector<HTMLElement>('[data-tanam]');
  if (open !== null) return open.focus();
  const panel = mount(Embed, { target: given.figure, props: { ...given, close } });
  const watcher = new MutationObserver(() => {
    if (!given.figure.isConnected) close();
  });
  watcher.observe(document.body, { childList: true, subtree: true });

  function close() {
    watcher.disconnect();
    void unmount(panel);
  }
}
