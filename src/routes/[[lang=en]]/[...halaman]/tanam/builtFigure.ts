import type { HTMLElement } from 'node-html-parser';
import { lightColours } from '$lib/chart/lightColours';
import type { EmbedFigure } from '$lib/ui/embed';
import { keySigns, lookFrom, type DrawnPicture, type KeyItem, type TextTable } from '$lib/ui/pictureSvg';
import { labelOf, textOf, type BuiltPage } from '../../../builtPage';
import { stylesFor } from './styles';

/** A figure of a built page, by the name in its link to its own file; null when the page has none of that name. */
export function builtFigure(
  { html, language, path }: BuiltPage,
  name: string,
  { agency, alamat }: { agency: string; alamat: string | null }
): EmbedFigure | null {
  const figure = html
    .querySelectorAll('figure')
    .find((one) => one.querySelector(`a[href="tanam/${encodeURIComponent(name)}.html"]`));
  const drawings = figure?.querySelectorAll('.drawing') ?? [];
  const drawn = (...kinds: string[]) =>
    drawings.find(({ classList }) => kinds.some((kind) => classList.contains(kind)));
  const wide = drawn('tablet', 'wide') ?? drawings[0];
  if (figure === undefined || wide === undefined) return null;
  const css = html
    .querySelectorAll('style')
    .map((style) => style.text)
    .join('\n');
  const phone = drawn('phone');
  return {
    ...{ language, agency },
    title: textOf(figure.querySelector('h2, h3')) ?? '',
    unit: textOf(figure.querySelector('.unit')) ?? '',
    source: (textOf(figure.querySelector('.source')) ?? '').replace(/^[^:]*: /, ''),
    label: labelOf(html),
    table: tableOf(figure, html),
    picture: pictureOf(wide, figure, css),
    narrow: phone === undefined || phone === wide ? null : pictureOf(phone, figure, css),
    view: alamat === null ? null : alamat + path,
    look: lookFrom((token) => lightColours[token] ?? '')
  };
}

function pictureOf(place: HTMLElement, figure: HTMLElement, css: string): DrawnPicture {
  const svg = place.querySelector('svg')!;
  const [, , width, height] = (svg.getAttribute('viewBox') ?? '0 0 640 320').split(' ').map(Number);
  const classes = place.classNames;
  // Hatches are for print, the cursor for the moment; a link of the page leads nowhere from another site.
  const inner = svg.innerHTML
    .replaceAll(/<a\b[^>]*>/g, '<g>')
    .replaceAll('</a>', '</g>')
    .replaceAll(/ (?:role|tabindex|aria-[a-z]+|data-[a-z]+|href)="[^"]*"/g, '');
  const styles = stylesFor(css, `${classes} ${inner}`);
  const style = styles === '' ? '' : `<style>${styles}</style>`;
  return {
    ...{ width: width!, height: height! },
    fontSize: Number(svg.getAttribute('font-size') ?? 14),
    inner: `${style}<g class="${classes}"><g class="gambar">${inner}</g></g>`,
    keys: figure.querySelectorAll('.picture p.note').map(keyOf)
  };
}

function keyOf(note: HTMLElement): KeyItem[] {
  const items: KeyItem[] = [];
  for (const node of note.childNodes) {
    const text = node.text.replaceAll(/\s+/g, ' ').trim();
    const names = 'classNames' in node ? String(node.classNames).split(' ') : null;
    const last = items.at(-1);
    if (names !== null && text === '')
      items.push({ sign: keySigns[names.find((name) => name in keySigns) ?? ''] ?? null, text: '' });
    else if (text !== '' && last !== undefined) last.text = [last.text, text].filter(Boolean).join(' ');
    else if (text !== '') items.push({ sign: null, text });
  }
  return items;
}

/** The figure's own table, or the one of the page that it links to. */
function tableOf(figure: HTMLElement, html: HTMLElement): TextTable | null {
  const link = figure.querySelector('a.table-link[href^="#"]')?.getAttribute('href');
  const place = link === undefined ? figure : html.querySelector(link);
  const table = place?.querySelector('table');
  if (!table) return null;
  const heads = table.querySelectorAll('thead th');
  return {
    columns: heads.map((head) => ({ text: textOf(head) ?? '', isNumber: head.classList.contains('number') })),
    rows: table
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('th, td').map((cell) => textOf(cell) ?? ''))
  };
}
