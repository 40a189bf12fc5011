import type { Handle } from '@sveltejs/kit';
import { extractFacts } from '$lib/server/siteData';
import { routeOf } from '$lib/ui/link';
import { previewHead } from './routes/previewHead';

/**
 * Writes the page's own language into <html lang>, so that readers and screen readers get it without JavaScript, and what other sites
 * show beside a link to the page. Both are of the file alone: the page's script knows nothing of them.
 */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => {
      const language = event.params.lang === 'en' ? 'en' : 'id';
      const route = routeOf(event.route.id);
      const said = html.replace('%lang%', language);
      if (route === null) return said;
      const head = previewHead(said, {
        route,
        name: event.params.kode ?? event.params.id ?? null,
        language,
        alamat: extractFacts().alamat
      });
      return said.replace('</head>', () => `${head}</head>`);
    }
  });
