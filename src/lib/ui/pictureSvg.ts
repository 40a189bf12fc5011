import { linesWithin, textWidth } from '$lib/chart/size';
import { escapeMarkup } from './markup';

/** One mark of a key that stands below a drawing, with its word. */
export interface KeyItem {
  sign: 'filled' | 'faint' | 'dashed' | null;
  text: string;
}

/** A drawing without its page: contents of an svg element whose styles are all inside. */
export interface DrawnPicture {
  /** SVG units. */
  width: number;
  height: number;
  fontSize: number;
  /** SVG markup. */
  inner: string;
  /** Lines of its key that the page prints below it. */
  keys: readonly (readonly KeyItem[])[];
}

/** A table as text, ready to print. The first column names the row. */
export interface TextTable {
  columns: readonly { text: string; isNumber: boolean }[];
  rows: readonly (readonly string[])[];
}

/** What a picture says around its drawing, since it travels alone. */
export interface PictureText {
  title: string;
  unit: string;
  source: string;
  /** Invented or not, date and stage, on one line; null where the page says none. */
  label?: string | null;
  /** Its numbers: drawn below where they fit, else told to screen readers. */
  table?: TextTable | null;
  /** Where it comes from: words, and an http(s) address or null. */
  back?: { text: string; href: string | null } | null;
}

/** Colours and fonts of a picture. */
export interface PictureLook {
  paper: string;
  ink: string;
  faint: string;
  line: string;
  first: string;
  other: string;
  serif: string;
  sans: string;
}

/** Colours and fonts of a picture by their names in app.css. */
export function lookFrom(token: (name: string) => string): PictureLook {
  return {
    paper: token('--kertas'),
    ink: token('--tinta'),
    faint: token('--redup'),
    line: token('--garis'),
    first: token('--apbd'),
    other: token('--lain'),
    serif: token('--serif'),
    sans: token('--sans')
  };
}

/** What the signs of a key below a drawing look like, by their class on the page. */
export const keySigns: Readonly<Record<string, KeyItem['sign']>> = {
  eligible: 'filled',
  other: 'faint',
  stroke: 'dashed'
};

const margin = 24;
const mostRows = 16;

/** Pieces from top to bottom: markup that ends at a height. */
interface Column {
  y: number;
  parts: string[];
}

/** Puts a drawing between its title and its source, on paper; pure, in SVG units. */
export function composeSvg(drawing: DrawnPicture, text: PictureText, look: PictureLook): string {
  const column: Column = { y: margin, parts: [] };
  const write = writer(column, drawing.width, look);
  const titleSize = drawing.width < 400 ? 17 : 20;
  const serif = `font-family="${escapeMarkup(look.serif)}" font-weight="700" fill="${escapeMarkup(look.ink)}"`;
  write(text.title, titleSize, { step: 1.3, style: serif, bold: true });
  write(text.unit, 14);
  if (text.label) write(text.label, 13);
  column.y += 14;
  place(column, drawing, look);
  if (text.table && fits(text.table, drawing.width)) drawTable(column, text.table, drawing.width, look);
  column.y += 8;
  write(text.source, 12);
  if (text.back) {
    const before = column.parts.length;
    write(text.back.text, 12);
    if (text.back.href !== null) {
      column.parts.splice(before, 0, `<a href="${escapeMarkup(text.back.href)}">`);
      column.parts.push('</a>');
    }
  }
  const told = text.table ? `<desc>${escapeMarkup(tableText(text.table))}</desc>` : '';
  return file(drawing.width, column, look, `<title>${escapeMarkup(text.title)}</title>${told}`);
}

/** The drawing alone with its key, on paper: what stands inside a snippet whose page says the rest. */
export function bareSvg(drawing: DrawnPicture, look: PictureLook): string {
  const column: Column = { y: 0, parts: [] };
  // An image has no pointer to read names by.
  const inner = drawing.inner.replaceAll(/<title\b[^>]*>[^<]*<\/title>/g, '');
  place(column, { ...drawing, inner }, look);
  return file(drawing.width, { ...column, y: column.y + 4 }, look, '', 0);
}

/** The table as lines of text: heading and value of every cell. */
export function tableText({ columns, rows }: TextTable): string {
  const [, ...rest] = columns;
  return rows
    .map(([name, ...cells]) => `${name}: ${cells.map((cell, at) => `${rest[at]?.text ?? ''} ${cell}`).join('; ')}`)
    .join('\n');
}

function file(width: number, column: Column, look: PictureLook, head: string, edge = margin): string {
  const [wide, high] = [width + edge * 2, Math.ceil(column.y + edge)];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${high}" width="${wide}" height="${high}">` +
    `${head}<rect width="100%" height="100%" fill="${escapeMarkup(look.paper)}"/>` +
    `<g transform="translate(${edge} 0)">${column.parts.join('')}</g></svg>\n`
  );
}

type Writer = (text: string, size: number, how?: { step?: number; style?: string; bold?: boolean }) => void;

function writer(column: Column, width: number, look: PictureLook): Writer {
  const plain = `font-family="${escapeMarkup(look.sans)}" fill="${escapeMarkup(look.faint)}"`;
  return (text, size, { step = 1.4, style = plain, bold = false } = {}) => {
    for (const line of linesWithin(text.trim(), bold ? width / 1.07 : width, size)) {
      column.y += size * step;
      column.parts.push(
        `<text y="${round(column.y - size * 0.3)}" font-size="${size}" ${style}>${escapeMarkup(line)}</text>`
      );
    }
  };
}

function place(column: Column, drawing: DrawnPicture, look: PictureLook): void {
  column.parts.push(
    `<g transform="translate(0 ${round(column.y)})" font-size="${drawing.fontSize}">${drawing.inner}</g>`
  );
  column.y += drawing.height;
  for (const items of drawing.keys) drawKey(column, items, drawing.width, look);
}

/** A line of signs and words; what does not fit goes on below. */
function drawKey(column: Column, items: readonly KeyItem[], width: number, look: PictureLook): void {
  column.y += 20;
  let x = 0;
  for (const { sign, text } of items) {
    const room = (sign === null ? 0 : 28) + textWidth(text, 13) + 14;
    if (x > 0 && x + room > width) {
      x = 0;
      column.y += 20;
    }
    if (sign !== null) column.parts.push(signOf(sign, x, column.y, look));
    const at = sign === null ? x : x + 28;
    for (const [index, line] of linesWithin(text, width - at, 13).entries()) {
      if (index > 0) column.y += 18;
      column.parts.push(
        `<text x="${round(at)}" y="${round(column.y)}" font-size="13" font-family="${escapeMarkup(look.sans)}" fill="${escapeMarkup(look.faint)}">${escapeMarkup(line)}</text>`
      );
    }
    x += room;
  }
}

function signOf(sign: NonNullable<KeyItem['sign']>, x: number, y: number, look: PictureLook): string {
  const [at, top] = [round(x), round(y - 10)];
  if (sign === 'dashed')
    return `<path d="M${at} ${round(y - 4)}h22" fill="none" stroke="${escapeMarkup(look.ink)}" stroke-width="1.5" stroke-dasharray="6 4"/>`;
  const fill = sign === 'filled' ? `"${look.first}"` : `"${look.other}" fill-opacity="0.6"`;
  return `<rect x="${at}" y="${top}" width="20" height="11" fill=${fill}/>`;
}

const cellSize = 12;

/** Widths of the columns: their widest value, headings broken into lines within them. */
function widths({ columns, rows }: TextTable): number[] {
  return columns.map(({ text }, at) => {
    const words = text.split(' ').map((word) => textWidth(word, cellSize, true));
    const cells = rows.map((row) => textWidth(row[at] ?? '', cellSize));
    return Math.max(36, ...words, ...cells) + 16;
  });
}

/** Whether a table is small enough to be drawn below a picture. */
function fits(table: TextTable, width: number): boolean {
  return table.rows.length <= mostRows && widths(table).reduce((sum, one) => sum + one, 0) <= width;
}

function drawTable(column: Column, table: TextTable, width: number, look: PictureLook): void {
  const room = widths(table);
  const spare = (width - room.reduce((sum, one) => sum + one, 0)) / room.length;
  const ends = room.map((_, at) => room.slice(0, at + 1).reduce((sum, one) => sum + one + spare, 0));
  const heads = table.columns.map(({ text }, at) => linesWithin(text, (room[at]! + spare - 16) / 1.07, cellSize));
  const cell = (text: string, at: number, y: number, bold: boolean) => {
    const isNumber = table.columns[at]?.isNumber ?? false;
    const x = isNumber ? ends[at]! - 4 : at === 0 ? 0 : ends[at - 1]! + 4;
    const ink = escapeMarkup(bold ? look.faint : look.ink);
    return `<text x="${round(x)}" y="${round(y)}"${isNumber ? ' text-anchor="end"' : ''} font-size="${cellSize}" font-family="${escapeMarkup(look.sans)}"${bold ? ' font-weight="700"' : ''} fill="${ink}">${escapeMarkup(text)}</text>`;
  };
  const rule = (y: number, ink: string) =>
    `<path d="M0 ${round(y)}h${width}" fill="none" stroke="${escapeMarkup(ink)}"/>`;
  const deepest = Math.max(...heads.map((lines) => lines.length));
  column.y += 16;
  for (const [at, lines] of heads.entries())
    for (const [index, line] of lines.entries())
      column.parts.push(cell(line, at, column.y + (deepest - lines.length + index + 1) * 16 - 4, true));
  column.y += deepest * 16 + 2;
  column.parts.push(rule(column.y, look.ink));
  for (const row of table.rows) {
    for (const at of table.columns.keys()) column.parts.push(cell(row[at] ?? '', at, column.y + 16, false));
    column.y += 22;
    column.parts.push(rule(column.y, look.line));
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
