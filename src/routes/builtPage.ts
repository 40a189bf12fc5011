import { parse, type HTMLElement } from 'node-html-parser';
import type { Language } from '$lib/text/language';

/** A page as the build wrote it, read again for what is made of it: pictures and embedded figures. */
export interface BuiltPage {
  language: Language;
  /** Path below the site's own address, without leading slash, with a closing one: `en/sasaran/`. */
  path: string;
  html: HTMLElement;
}

const parsed = new Map<string, Promise<BuiltPage>>();

/** Reads a page once a build; throws where there is none. */
export function builtPage(path: string, fetch: typeof globalThis.fetch): Promise<BuiltPage> {
  const known = parsed.get(path) ?? readPage(path, fetch);
  parsed.set(path, known);
  return known;
}

async function readPage(path: string, fetch: typeof globalThis.fetch): Promise<BuiltPage> {
  const response = await fetch(`/${path}`);
  if (!response.ok) throw new Error(`/${path} answered ${response.status}`);
  const language = path.startsWith('en/') ? 'en' : 'id';
  return { language, path, html: parse(await response.text(), { comment: false, blockTextElements: { style: true } }) };
}

/** Text as a reader sees it: one space for any run of blanks, no-break spaces kept; null where there is none. */
export function textOf(element: HTMLElement | null): string | null {
  const text = (element?.text ?? '').replaceAll(/[ \n\t\r]+/g, ' ').trim();
  return text === '' ? null : text;
}

/** The page's own line on its data; invented data are said in capitals, as on the page. */
export function labelOf(html: HTMLElement): string | null {
  const label = html.querySelector('.data-label');
  const sample = textOf(label?.querySelector('strong') ?? null) ?? '';
  return textOf(label)?.replace(sample, sample.toUpperCase()) ?? null;
}
