import type { Language } from '$lib/text/language';
import { siteName } from '$lib/text/site';
import type { Route } from '$lib/ui/link';
import { pageSlug, pathOf } from './builtPath';

/** Which page, and where the site is published; null when nobody said. */
export interface PreviewPlace {
  route: Route;
  /** The region of `/sasaran/[kode]`, the release of `/rilis/[id]`; null on other pages. */
  name: string | null;
  language: Language;
  alamat: string | null;
}

/**
 * Open Graph lines of a page, from its own title and description (as they stand in its head, already escaped). Crawlers want whole
 * addresses: without `alamat` the picture's is relative to the page and `og:url` is left out.
 */
export function previewHead(html: string, { route, name, language, alamat }: PreviewPlace): string {
  const title = /<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? siteName;
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1];
  const path = pathOf(name === null ? route : route.replace(/\[\w+\]/, name), language);
  const root = alamat ?? (path === '' ? './' : '../'.repeat(path.split('/').length - 1));
  const picture = `${root}${language === 'en' ? 'en/' : ''}pratinjau/${pictureName(route, name)}.png`;
  return [
    ['og:type', 'website'],
    ['og:title', withoutSite(title)],
    ...(description === undefined ? [] : [['og:description', description]]),
    ...(alamat === null ? [] : [['og:url', alamat + path]]),
    ['og:image', picture]
  ]
    .map(([property, content]) => `<meta property="${property}" content="${content}">`)
    .concat('<meta name="twitter:card" content="summary_large_image">')
    .join('');
}

/**
 * A desa is shown with the picture of its kecamatan, which names itself: a picture for each would make the site many times larger. A
 * release is shown with that of the data.
 */
function pictureName(route: Route, name: string | null): string {
  if (route === '/rilis/[id]') return pageSlug('/data');
  return name === null ? pageSlug(route) : name.split('.').slice(0, 3).join('.');
}

/** A title inside an attribute. */
function withoutSite(title: string): string {
  return title.replace(` · ${siteName}`, '').replaceAll('"', '&quot;');
}
