import { getContext, setContext } from 'svelte';

const key = Symbol('asBuilt');

/**
 * Tells everything below whether the page still shows what it was built with. From the engine's first answer on, parts that are
 * folded and drawings for other widths are made only when they are seen, so that a change of filter redraws little.
 */
export function setAsBuilt(asBuilt: () => boolean): void {
  setContext(key, asBuilt);
}

/** See `setAsBuilt`; true on a page that never says. */
export function isAsBuilt(): () => boolean {
  return getContext<(() => boolean) | undefined>(key) ?? (() => true);
}
