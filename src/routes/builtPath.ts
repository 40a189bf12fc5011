import type { Language } from '$lib/text/language';
import { pageNames } from '$lib/text/site';
import type { Route } from '$lib/ui/link';

/** A page's name inside the name of its picture: `sasaran-bantuan`; the summary is `ringkasan`. */
export function pageSlug(route: Route): string {
  return route === '/' ? 'ringkasan' : route.slice(1).replaceAll('/', '-');
}

/** The page that a name in a file's address means; null for none. */
export function routeOfSlug(slug: string): Route | null {
  return (Object.keys(pageNames) as Route[]).find((route) => pageSlug(route) === slug) ?? null;
}

/** Path of a page in a language, as `BuiltPage` has it. */
export function pathOf(route: string, language: Language): string {
  return `${language === 'en' ? 'en/' : ''}${route === '/' ? '' : `${route.slice(1)}/`}`;
}
