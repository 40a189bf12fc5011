import { resolve } from '$app/paths';
import type { Language } from '$lib/text/language';
import { pageNames } from '$lib/text/site';

/** A page of the site, without its language. */
export type Route = keyof typeof pageNames;

/** Pages in the navigation, in order; a page that does not exist yet is not in it. */
export const navigation: readonly Route[] = ['/', '/realisasi', '/pendanaan', '/sasaran', '/simulasi'];

/** Pages that the footer links to. */
export const footerPages: readonly Route[] = ['/data', '/metode', '/tanpa-sinyal'];

// Kit types `resolve` by the routes that exist; here the route is a value, so its type is widened once.
const resolveRoute = resolve as unknown as (
  route: string,
  params: { lang?: Language; kode?: string; id?: string }
) => string;

/**
 * The address of a page in a language, with the closing slash, relative to wherever the site was copied. Every link of the site comes
 * from here. `search` is kept as it is (`?tahun=2025`); `hash` has no `#`; `kode` is the region of `/sasaran/[kode]`,
 * `id` the release of `/rilis/[id]`.
 */
export function href(
  route: Route,
  language: Language,
  {
    search = '',
    hash = '',
    kode,
    id
  }: { search?: string; hash?: string; kode?: string | undefined; id?: string | undefined } = {}
): string {
  const params = {
    ...(language === 'id' ? {} : { lang: language }),
    ...(kode === undefined ? {} : { kode }),
    ...(id === undefined ? {} : { id })
  };
  const path = resolveRoute(route === '/' ? '/[[lang=en]]' : `/[[lang=en]]${route}`, params);
  return (path.endsWith('/') ? path : `${path}/`) + search + (hash === '' ? '' : `#${hash}`);
}

/** The page a route id of Kit stands for, `/[[lang=en]]/realisasi` → `/realisasi`; null for an unknown page. */
export function routeOf(id: string | null | undefined): Route | null {
  const route = (id ?? '').replace('/[[lang=en]]', '') || '/';
  return id && route in pageNames ? (route as Route) : null;
}

/** The address of the page of one desa, kelurahan or kecamatan. */
export function regionHref(kode: string, language: Language): string {
  return href('/sasaran/[kode]', language, { kode });
}
