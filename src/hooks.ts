import type { Reroute } from '@sveltejs/kit';

/** A plain file server may show /realisasi/index.html in the address bar; it is the same page. */
export const reroute: Reroute = ({ url }) => url.pathname.replace(/index\.html$/, '');
