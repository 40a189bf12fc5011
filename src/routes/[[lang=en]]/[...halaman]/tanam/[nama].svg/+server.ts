import { error } from '@sveltejs/kit';
import { embedSvg } from '$lib/ui/embed';
import { askedFigure } from '../asked';
import type { RequestHandler } from './$types';

export const prerender = true;

/** A figure as it was built, as one SVG file. */
export const GET: RequestHandler = async ({ params, fetch }) => {
  const figure = await askedFigure(params, fetch);
  if (figure === null) error(404, 'Gambar ini tidak ada.');
  return new Response(embedSvg(figure), { headers: { 'content-type': 'image/svg+xml' } });
};
