import { extractFacts } from '$lib/server/siteData';
import { pageNames } from '$lib/text/site';
import type { EmbedFigure } from '$lib/ui/embed';
import { builtPage } from '../../../builtPage';
import { pathOf } from '../../../builtPath';
import { builtFigure } from './builtFigure';

/** The figure that an address `…/tanam/…` below its page names; null when there is none. */
export async function askedFigure(
  { halaman, nama, lang }: { halaman: string; nama: string; lang?: string },
  fetch: typeof globalThis.fetch
): Promise<EmbedFigure | null> {
  const route = `/${halaman}`;
  if (!(route in pageNames)) return null;
  const path = pathOf(route, lang === 'en' ? 'en' : 'id');
  const { judul, alamat } = extractFacts();
  return builtFigure(await builtPage(path, fetch), nama, { agency: judul, alamat });
}
