/**
 * Loads a part of the script. A browser remembers that a module could not be fetched, and that of every module it needs, until the page is
 * opened anew: without a network nothing is asked for, so that the next try can succeed. Rejects as `import` does.
 */
export async function fetchPart<Module>(load: () => Promise<Module>): Promise<Module> {
  const isCached = navigator.serviceWorker?.controller != null;
  if (!navigator.onLine && !isCached) throw new TypeError('importing a module script failed: there is no network');
  return load();
}
