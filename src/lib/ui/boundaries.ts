import { resolve } from '$app/paths';
import type { Boundaries } from '$lib/chart/polygonPaths';

let arrived: Promise<Boundaries> | undefined;

/** The boundaries of the site, fetched once when first asked for. Rejects where they cannot be had; the next call tries again. */
export function loadBoundaries(): Promise<Boundaries> {
  arrived ??= fetch(resolve('/sasaran/batas.json'))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .then((found: Boundaries | null) => found ?? Promise.reject(new Error('no boundaries')))
    .catch((cause: unknown) => {
      arrived = undefined;
      throw cause;
    });
  return arrived;
}
