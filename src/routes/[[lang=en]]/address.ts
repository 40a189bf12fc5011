import { onMount } from 'svelte';
import { afterNavigate, pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';

/** Puts a search (`?tahun=2025`, or nothing) into the address; with `replace` it takes the place of the last step of the back button. */
export type WriteAddress = (search: string, replace?: boolean) => void;

/**
 * Gives `read` what the address asks: when the page opens, after a navigation, a step back or forth, and whatever is written by the
 * function that comes back. Only that part of the page which hangs on the address changes with it, so writing is no navigation: one
 * takes longer than the answer, since Kit looks at every link of the page again. Called while a page starts.
 */
export function followAddress(read: (search: URLSearchParams) => void): WriteAddress {
  // Kit remembers the page that was navigated to, not what was written over it: the address itself is asked.
  const follow = () => read(new URLSearchParams(location.search));
  afterNavigate(follow);
  onMount(() => {
    const step = () => {
      if (location.pathname === page.url.pathname) follow();
    };
    addEventListener('popstate', step);
    return () => removeEventListener('popstate', step);
  });
  return (search, replace = false) => {
    const write = replace ? replaceState : pushState;
    write(location.pathname + search, { search });
    follow();
  };
}
