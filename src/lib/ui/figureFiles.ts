import { toCsv, formatCell, isNumeric, type DataTable } from '$lib/format/table';
import { embedText } from '$lib/text/embed';
import { figureText } from '$lib/text/figure';
import type { Language } from '$lib/text/language';
import { lightColours } from '$lib/chart/lightColours';
import type { EmbedFigure } from './embed';
import { columnDrawing, drawnPicture, inLightColours, pngOf, shownDrawing, standaloneSvg } from './exportSvg';
import { lookFrom, type TextTable } from './pictureSvg';
import { saveFile } from './saveFile';
import { fetchPart } from '$lib/url/fetchPart';

/** What a figure says, apart from its drawing. */
export interface FigureFacts {
  language: Language;
  title: string;
  unit: string;
  source: string;
  table: DataTable;
  /** Name of its files, without extension. */
  name: string;
}

/**
 * Does what the button or link of a figure says: a file (`SVG`, `PNG`, `CSV`), or the panel with code to paste. Returns what to say:
 * nothing when all went well. `facts` is asked again whenever the figure changes.
 */
export async function makeFile(asked: HTMLElement, facts: () => FigureFacts): Promise<string> {
  const figure = asked.closest('figure')!;
  if (asked.tagName === 'A') {
    const { openEmbed } = await fetchPart(() => import('./openEmbed'));
    openEmbed({ figure, facts, opener: asked });
    return '';
  }
  return saveFigure(asked.textContent as 'SVG' | 'PNG' | 'CSV', figure, facts());
}

async function saveFigure(kind: 'SVG' | 'PNG' | 'CSV', figure: HTMLElement, facts: FigureFacts): Promise<string> {
  const { language, title, unit, source, table, name } = facts;
  if (kind === 'CSV') {
    saveFile(`${name}.csv`, toCsv(table, language), 'text/csv;charset=utf-8');
    return '';
  }
  try {
    const drawing = shownDrawing(figure);
    if (drawing === null) return '';
    const label = labelOf(document);
    const svg = standaloneSvg(drawing, { title, unit, label, source: `${figureText.source[language]}: ${source}` });
    if (kind === 'SVG') saveFile(`${name}.svg`, svg, 'image/svg+xml');
    else saveFile(`${name}.png`, await pngOf(svg), 'image/png');
    return '';
  } catch {
    return embedText[kind === 'SVG' ? 'svgFailed' : 'pngFailed'][language];
  }
}

/** A figure as it is shown now, in light colours, for another site; null when it has no drawing. */
export function embedOf(figure: HTMLElement, facts: FigureFacts, agency: string | null): EmbedFigure | null {
  const { language, title, unit, source } = facts;
  return inLightColours(figure, () => {
    const wide = columnDrawing(figure);
    if (wide === null) return null;
    const phone = figure.querySelector<SVGSVGElement>('.drawing.phone svg');
    return {
      ...{ language, title, unit, source, agency },
      label: labelOf(document),
      table: textTable(facts.table, language),
      picture: drawnPicture(wide),
      narrow: phone === null || phone === wide ? null : drawnPicture(phone),
      view: location.href.replace(/#.*/, ''),
      look: lookFrom((name) => lightColours[name] ?? '')
    };
  });
}

/** A table as it is read, with every digit of rupiah. */
export function textTable(table: DataTable, language: Language): TextTable {
  return {
    columns: table.columns.map((column) => ({ text: column.label, isNumber: isNumeric(column) })),
    rows: table.rows.map((row) => table.columns.map((column) => formatCell(row[column.key], column, language, true)))
  };
}

/** The page's own line on its data; invented data are said in capitals, as on the page. */
function labelOf(page: Document): string | null {
  const label = page.querySelector('.data-label');
  const sample = label?.querySelector('strong')?.textContent ?? '';
  const text = (label?.textContent ?? '').replace(sample, sample.toUpperCase()).replaceAll(/\s+/g, ' ').trim();
  return text === '' ? null : text;
}
