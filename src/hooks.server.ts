import type { Handle } from '@sveltejs/kit';

/** Writes the page's own language into <html lang>, so that readers and screen readers get it without JavaScript. */
export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', event.params.lang === 'en' ? 'en' : 'id')
  });
