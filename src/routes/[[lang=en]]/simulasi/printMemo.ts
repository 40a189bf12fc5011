import { mount, tick, unmount } from 'svelte';
import type { Language } from '$lib/text/language';
import type { PlanView } from '$lib/view/cutsPlan';
import type { Desk } from './desk';
import Memo from './Memo.svelte';

/** Set on the root while the memo, and nothing else, prints. */
const printing = 'cetak-telaahan';

let ended = () => {};

/** Prints a plan as a memo: it stands beside the page, unseen on the screen, until the printing is over. */
export async function printMemo(props: {
  language: Language;
  view: PlanView;
  desk: Desk;
  certainty: readonly string[];
}): Promise<void> {
  // Where a browser tells nothing of the end, the next memo clears the one before.
  ended();
  const root = document.documentElement;
  const memo = mount(Memo, { target: document.body, props });
  await tick();
  root.classList.add(printing);
  ended = () => {
    ended = () => {};
    root.classList.remove(printing);
    void unmount(memo);
  };
  addEventListener('afterprint', () => ended(), { once: true });
  window.print();
}
