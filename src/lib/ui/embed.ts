import { embedText, fromText } from '$lib/text/embed';
import { figureText } from '$lib/text/figure';
import type { Language } from '$lib/text/language';
import { siteName } from '$lib/text/site';
import { escapeMarkup, webAddress } from './markup';
import { bareSvg, composeSvg, type DrawnPicture, type PictureLook, type TextTable } from './pictureSvg';

/** A figure as another site shows it; every text in the language of the page. */
export interface EmbedFigure {
  language: Language;
  title: string;
  unit: string;
  /** Publisher, dataset, date of the extract. */
  source: string;
  /** Invented or not, date and stage, on one line; null where the page says none. */
  label: string | null;
  agency: string | null;
  table: TextTable | null;
  picture: DrawnPicture;
  /** The same drawn for phones; null where only one drawing is at hand. */
  narrow: DrawnPicture | null;
  /** Address of the very view; null when none is known, and then nothing links. */
  view: string | null;
  look: PictureLook;
}

/** One file with everything in it: title, unit, label, drawing, table where it fits, source, link back. No script, no reference. */
export function embedSvg(figure: EmbedFigure): string {
  const { language, title, unit, label, table, picture, look } = figure;
  const href = webAddress(figure.view);
  const from = fromText(siteName, figure.agency, language);
  const text = href === null ? from : `${from} · ${embedText.back[language]}: ${shortAddress(href)}`;
  const source = `${figureText.source[language]}: ${figure.source}`;
  return composeSvg(picture, { title, unit, label, source, table, back: { text, href } }, look);
}

/** The file as an image alone, with its link; for sites that take a picture and no more. */
export function embedImage(figure: EmbedFigure): string {
  const href = webAddress(figure.view);
  const alt = [figure.title, figure.unit, figure.label].filter(Boolean).join('. ');
  const image = `<img alt="${escapeMarkup(alt)}" src="${dataUri(embedSvg(figure))}" style="max-width:100%;height:auto">`;
  return href === null ? image : `<a href="${escapeMarkup(href)}">${image}</a>`;
}

/**
 * Static HTML to paste. Every style stands on its element and outranks the host's, also `!important`; the drawing is an image inside the
 * code, so that neither its styles nor its names meet those of the host or of a second figure.
 */
export function embedSnippet(figure: EmbedFigure): string {
  const { language, title, unit, label, table, agency } = figure;
  const href = webAddress(figure.view);
  const from = fromText(siteName, agency, language);
  const link = href === null ? '' : ` · ${linkTo(href, embedText.back[language])}`;
  return [
    `<figure lang="${language}" style="${css(frame)}">`,
    `<figcaption style="${css({ ...own, display: 'block' })}">`,
    `<strong style="${css({ ...own, display: 'block', font: `bold 20px/1.5 ${serif}` })}">${escapeMarkup(title)}</strong>`,
    `<span style="${css({ ...own, ...small, display: 'block' })}">${escapeMarkup(unit)}</span>`,
    label ? `<span style="${css({ ...own, ...small, display: 'block' })}">${escapeMarkup(label)}</span>` : '',
    '</figcaption>',
    pictureOf(figure),
    table === null ? '' : foldedTable(table, title, language),
    `<p style="${css({ ...own, ...small, display: 'block', margin: '8px 0 0' })}">`,
    `${escapeMarkup(`${figureText.source[language]}: ${figure.source}`)}<br>${escapeMarkup(from)}${link}</p>`,
    '</figure>\n'
  ].join('');
}

/** The snippet as a page of its own, for those who would rather upload a file. `after` is trusted markup below it. */
export function embedPage(figure: EmbedFigure, after = ''): string {
  return (
    `<!doctype html>\n<html lang="${figure.language}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n` +
    `<title>${escapeMarkup(figure.title)} · ${siteName}</title>\n` +
    `<style>body{margin:1rem;font:16px/1.5 ${sans}}main{max-width:45rem}textarea{max-width:100%}</style>\n</head>\n<body>\n<main>\n${embedSnippet(figure)}${after}</main>\n</body>\n</html>\n`
  );
}

type Styles = Readonly<Record<string, string>>;
const serif = "ui-serif,Georgia,'Noto Serif',serif";
const sans = "system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif";
const ink = '#1b1f24';
const faint = '#5c636d';

/** Nothing of the host comes in: all of it is inherited from here. */
const frame: Styles = {
  all: 'initial',
  display: 'block',
  'box-sizing': 'border-box',
  'max-width': '720px',
  margin: '16px 0',
  padding: '16px',
  border: '1px solid #878d96',
  background: '#fcfbf8',
  'color-scheme': 'light',
  color: ink,
  font: `16px/1.5 ${sans}`,
  'overflow-wrap': 'break-word'
};
/** Below it: as the browser itself would show the element. */
const own: Styles = { all: 'revert', color: 'inherit', font: 'inherit' };
const small: Styles = { color: faint, font: `14px/1.5 ${sans}` };

function css(styles: Styles): string {
  return Object.entries(styles)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';')
    .replaceAll('"', '&quot;');
}

function linkTo(href: string, text: string): string {
  const style = css({ all: 'revert', color: '#17508f', font: 'inherit', 'text-decoration': 'underline' });
  return `<a href="${escapeMarkup(href)}" style="${style}">${escapeMarkup(text)}</a>`;
}

function pictureOf({ picture, narrow, look, language, title, table }: EmbedFigure): string {
  const image = { all: 'revert', display: 'block', width: '100%', height: 'auto' };
  const alt = `${embedText.picture[language]}: ${title}${table === null ? '' : ` ${embedText.numbersBelow[language]}`}`;
  const { width, height } = picture;
  const phone =
    narrow === null
      ? ''
      : `<source media="(max-width:480px)" srcset="${dataUri(bareSvg(narrow, look))}" type="image/svg+xml" style="${css({ display: 'none' })}">`;
  const shown = css({ ...image, 'max-width': `${width}px`, margin: '12px 0 0' });
  return (
    `<picture style="${css({ all: 'revert' })}">${phone}` +
    `<img alt="${escapeMarkup(alt)}" src="${dataUri(bareSvg(picture, look))}" width="${width}" height="${Math.round(height)}" style="${shown}"></picture>`
  );
}

function foldedTable(table: TextTable, caption: string, language: Language): string {
  const label = escapeMarkup(`${embedText.table[language]}: ${caption}`);
  const cell = (tag: string, text: string, isNumber: boolean, scope: string) => {
    const align = isNumber ? 'right' : 'left';
    const weight: Styles = scope === 'row' ? { 'font-weight': 'normal' } : {};
    const style = css({ all: 'revert', padding: '4px 12px 4px 0', 'text-align': align, ...weight });
    return `<${tag}${scope && ` scope="${scope}"`} style="${style}">${escapeMarkup(text)}</${tag}>`;
  };
  const row = (cells: string) =>
    `<tr style="${css({ all: 'revert', 'border-bottom': '1px solid #ddd8cc' })}">${cells}</tr>`;
  const group = (tag: string, rows: string) => `<${tag} style="${css({ all: 'revert' })}">${rows}</${tag}>`;
  const head = table.columns.map(({ text, isNumber }) => cell('th', text, isNumber, 'col')).join('');
  const rows = table.rows.map((cells) =>
    row(
      table.columns
        .map(({ isNumber }, at) => cell(at === 0 ? 'th' : 'td', cells[at] ?? '', isNumber, at === 0 ? 'row' : ''))
        .join('')
    )
  );
  return (
    `<details style="${css({ ...own, ...small, display: 'block', margin: '8px 0 0' })}">` +
    `<summary style="${css({ ...own, padding: '10px 0', cursor: 'pointer' })}">${escapeMarkup(embedText.table[language])}</summary>` +
    `<div role="region" tabindex="0" aria-label="${label}" style="${css({ all: 'revert', 'max-width': '100%', 'overflow-x': 'auto' })}">` +
    `<table style="${css({ all: 'revert', color: ink, font: `13px/1.5 ${sans}`, 'border-collapse': 'collapse' })}">` +
    `${group('thead', row(head))}${group('tbody', rows.join(''))}</table></div></details>`
  );
}

/** An SVG inside an address; nothing in it can end an attribute, a list of sources or the address. */
function dataUri(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg.trim()).replaceAll("'", '%27').replaceAll('(', '%28').replaceAll(')', '%29')}`;
}

/** An address to read: without protocol and search. */
function shortAddress(href: string): string {
  const { host, pathname } = new URL(href);
  return host + pathname;
}
