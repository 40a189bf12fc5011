import { error } from '@sveltejs/kit';
import { drawnWidth, pngOfSvg } from '$lib/server/raster';
import { extractFacts } from '$lib/server/siteData';
import { builtPage, labelOf, textOf, type BuiltPage } from '../../../builtPage';
import { pathOf, routeOfSlug } from '../../../builtPath';
import { previewSvg, type Preview } from '../../../previewSvg';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The picture that other sites show beside a link to a page, PNG. A region's is named by its code. */
export const GET: RequestHandler = async ({ params, fetch }) => {
  const language = params.lang === 'en' ? 'en' : 'id';
  const route = /^\d/.test(params.nama) ? `/sasaran/${params.nama}` : routeOfSlug(params.nama);
  if (route === null) error(404, 'Gambar ini tidak ada.');
  const preview = previewOf(await builtPage(pathOf(route, language), fetch));
  const png = await pngOfSvg(await previewSvg(preview, drawnWidth));
  return new Response(png as Uint8Array<ArrayBuffer>, { headers: { 'content-type': 'image/png' } });
};

/** What the page says first, in its own words. */
function previewOf({ html }: BuiltPage): Preview {
  const [first] = html.querySelectorAll('.key-figures > div');
  const value = textOf(first?.querySelector('.value') ?? null);
  const sample = textOf(html.querySelector('.data-label strong'))?.toUpperCase() ?? null;
  const label = labelOf(html);
  return {
    title: textOf(html.querySelector('h1')) ?? '',
    number:
      first === undefined || value === null
        ? null
        : { value, label: textOf(first.querySelector('dt')) ?? '', detail: textOf(first.querySelector('.detail')) },
    lead: textOf(html.querySelector('.lead')),
    agency: extractFacts().judul,
    label: label === null || sample === null ? label : label.replace(sample, '').replace(/^ · /, ''),
    sample
  };
}
