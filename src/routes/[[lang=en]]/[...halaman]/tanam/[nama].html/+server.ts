import { error } from '@sveltejs/kit';
import { embedText } from '$lib/text/embed';
import { embedPage, embedSnippet } from '$lib/ui/embed';
import { escapeMarkup } from '$lib/ui/markup';
import { askedFigure } from '../asked';
import type { RequestHandler } from './$types';

export const prerender = true;

/** A figure as it was built, as a page without script: the figure, the code to paste, its file and the way back. */
export const GET: RequestHandler = async ({ params, fetch }) => {
  const figure = await askedFigure(params, fetch);
  if (figure === null) error(404, 'Gambar ini tidak ada.');
  const text = (words: { id: string; en: string }) => escapeMarkup(words[figure.language]);
  const after =
    `<p>${text(embedText.hint)}</p>\n` +
    `<p><label for="kode">${text(embedText.code)}</label><br>\n` +
    `<textarea id="kode" readonly rows="6" cols="40" spellcheck="false">${escapeMarkup(embedSnippet(figure))}</textarea></p>\n` +
    `<p><a href="${encodeURIComponent(params.nama)}.svg" download>${text(embedText.svgFile)}</a> · <a href="../">${text(embedText.here)}</a></p>\n`;
  return new Response(embedPage(figure, after), { headers: { 'content-type': 'text/html' } });
};
