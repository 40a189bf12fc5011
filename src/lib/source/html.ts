import type { Cell } from './sheet';

/** What a web page holds for us. */
export interface HtmlPage {
  /** Tables with at least two rows of two filled cells, in the order of the page; tables that only lay out the page are not among them. */
  tables: Cell[][][];
  /** The page asks for a password: it is a login page, whatever tables it has. */
  login: boolean;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  minus: '−',
  ndash: '–'
};
const widest = 16_384;

/**
 * The tables of a page as web applications send them under the name .xls. Values stay text. A merged cell keeps its value in its
 * top-left place; the places it covers stay blank, so that columns do not move.
 */
export function readHtml(source: string): HtmlPage {
  const page = source
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '');
  const tables = readTables(page).filter((rows) => rows.filter(isDataRow).length >= 2);
  return { tables, login: /<input[^>]*type\s*=\s*["']?password/i.test(page) };
}

interface OpenTable {
  rows: Cell[][];
  row: Cell[] | null;
  cell: { at: number; text: string } | null;
  /** Per column, how many further rows a cell from above still covers. */
  covered: number[];
}

function readTables(page: string): Cell[][][] {
  const done: Cell[][][] = [];
  const open: OpenTable[] = [];
  const tag = /<(\/?)(table|tr|td|th|br|p|div)\b([^>]*)>|<[^>]*>|[^<]+|</gi;
  for (const [piece, slash, name, attributes = ''] of page.matchAll(tag)) {
    const table = open.at(-1);
    if (name === undefined) {
      if (table?.cell && (!piece.startsWith('<') || piece === '<')) table.cell.text += piece;
      continue;
    }
    const element = name.toLowerCase();
    if (element === 'table') {
      if (slash === '') open.push({ rows: [], row: null, cell: null, covered: [] });
      else finish(open.pop(), done);
    } else if (table) step(table, element, slash === '/', attributes);
  }
  while (open.length > 0) finish(open.pop(), done);
  return done;
}

/** Opens or closes a row or a cell; closing tags are optional in HTML. */
function step(table: OpenTable, element: string, closing: boolean, attributes: string): void {
  if (element === 'br' || element === 'p' || element === 'div') {
    if (table.cell) table.cell.text += ' ';
    return;
  }
  closeCell(table);
  if (closing) return;
  if (element === 'tr' || table.row === null) {
    table.covered = table.covered.map((rows) => Math.max(0, rows - 1));
    table.rows.push((table.row = []));
  }
  if (element === 'tr') return;
  const row = table.row as Cell[];
  while ((table.covered[row.length] ?? 0) > 0) row.push(null);
  table.cell = { at: row.length, text: '' };
  const [columns, rows] = [span(attributes, 'colspan'), span(attributes, 'rowspan')];
  for (let i = 0; i < columns && row.length < widest; i++) {
    if (rows > 1) table.covered[row.length] = rows;
    row.push(null);
  }
}

function closeCell(table: OpenTable): void {
  if (table.cell && table.row)
    table.row[table.cell.at] = decodeEntities(table.cell.text).replace(/\s+/g, ' ').trim() || null;
  table.cell = null;
}

function finish(table: OpenTable | undefined, done: Cell[][][]): void {
  if (!table) return;
  closeCell(table);
  done.push(table.rows.map(withoutTail));
}

function withoutTail(row: Cell[]): Cell[] {
  let length = row.length;
  while (length > 0 && (row[length - 1] ?? null) === null) length--;
  return Array.from({ length }, (_, i) => row[i] ?? null);
}

function span(attributes: string, name: string): number {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.min(Math.max(value, 1), widest);
}

function isDataRow(row: readonly Cell[]): boolean {
  return row.filter((cell) => cell !== null).length >= 2;
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
  });
}
