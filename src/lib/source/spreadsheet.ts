import * as XLSX from '@e965/xlsx';
import { problem, type ContainerCode } from './containerProblem';
import type { Problem } from './problem';
import type { Cell, Sheet, Workbook } from './sheet';
import { withoutBlankCells } from './sheetXml';
import { unzip, type ZipEntry } from './zip';
import type { Text } from '$lib/text/language';

/** A workbook that cannot be read, with its code for a Problem. */
export class Unreadable extends Error {
  constructor(
    readonly container: Workbook['container'],
    readonly code: ContainerCode,
    readonly detail: Text | string = '',
    cause?: unknown
  ) {
    super(code, { cause });
    this.name = 'Unreadable';
  }
}

interface Read {
  sheets: Sheet[];
  problems: Problem[];
}

interface OpenContainer {
  FullPaths: string[];
}

/** What the library exports but its type declarations leave out: the container underneath, and the reader of an opened zip. */
const { CFB, parse_zip: parseZip } = XLSX as unknown as {
  CFB: {
    read(bytes: Uint8Array, options: { type: 'array' }): OpenContainer;
    utils: {
      cfb_new(): OpenContainer;
      cfb_add(container: OpenContainer, path: string, content: Uint8Array, options: { unsafe: boolean }): void;
    };
  };
  parse_zip(zip: OpenContainer, options: XLSX.ParsingOptions): XLSX.WorkBook;
};

/** Values only: no formulas, no formatted text, no styles, and nothing is guessed from text. */
const options: XLSX.ParsingOptions = {
  dense: true,
  raw: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: false,
  cellStyles: false,
  cellText: false,
  cellDates: false,
  sheetStubs: false
};

/** Unpacked XML beyond this is a trap or a mistake, and would not fit in one string. */
const largestPart = 1_500_000_000;
const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA'
};

/** Sheets of an xlsx (or xlsb). Throws Unreadable when a part is damaged: the checksums of the zip are compared. */
export function readXlsx(bytes: Uint8Array, entries: readonly ZipEntry[], file: string): Read {
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > largestPart) throw new Unreadable('xlsx', 'too-large', `${Math.round(size / 1e6)} MB`);
  const zip = CFB.utils.cfb_new();
  for (const entry of entries) {
    if (!isRead(entry.name)) continue;
    const content = unzip(bytes, entry);
    if (content === null) throw new Unreadable('xlsx', 'damaged', entry.name);
    const slim = /worksheets\/[^/]*\.xml$/i.test(entry.name) ? withoutBlankCells(content) : content;
    CFB.utils.cfb_add(zip, `/${entry.name.replace(/^\//, '')}`, slim, { unsafe: true });
  }
  return toSheets(
    'xlsx',
    attempt('xlsx', () => parseZip(zip, { ...options, type: 'array' })),
    file
  );
}

/** Sheets of an old .xls: a BIFF stream, bare or inside OLE2. Throws Unreadable for an encrypted one and for other OLE2 documents. */
export function readOle2(bytes: Uint8Array, file: string): Read {
  if (bytes[0] === 0xd0) {
    const container = attempt('xls', () => CFB.read(bytes, { type: 'array' }));
    const has = (name: string) => container.FullPaths.some((path) => path.toLowerCase().endsWith(`/${name}`));
    if (has('encryptedpackage') || has('encryptioninfo')) throw new Unreadable('xlsx', 'password');
    if (!has('workbook') && !has('book')) throw new Unreadable('xls', 'not-a-workbook', oleDocument(has));
  }
  return toSheets(
    'xls',
    attempt('xls', () => XLSX.read(bytes, { ...options, type: 'array' })),
    file
  );
}

/** Sheets of a SpreadsheetML 2003 text, as web applications send it under any name. */
export function readSpreadsheetMl(text: string, file: string): Read {
  return toSheets(
    'spreadsheetml',
    attempt('spreadsheetml', () => XLSX.read(text, { ...options, type: 'string' })),
    file
  );
}

/** Parts of an xlsx that hold or describe data; pictures and printer settings are not unpacked, and may rot. */
function isRead(name: string): boolean {
  return /\.(?:xml|bin|rels)$/i.test(name) && !/printerSettings|vbaProject|\/media\//i.test(name);
}

function oleDocument(has: (name: string) => boolean): Text {
  if (has('worddocument')) return { id: 'dokumen Word lama', en: 'an old Word document' };
  if (has('powerpoint document')) return { id: 'presentasi PowerPoint lama', en: 'an old PowerPoint presentation' };
  return { id: 'dokumen OLE2 lain', en: 'some other OLE2 document' };
}

/** Runs the library, whose errors are about its own inside, and says what they mean for the file. */
function attempt<T>(container: Workbook['container'], read: () => T): T {
  try {
    return read();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (/password|encrypt/i.test(message)) throw new Unreadable(container, 'password', '', cause);
    if (cause instanceof RangeError && /string length/i.test(message))
      throw new Unreadable(container, 'too-large', '> 500 MB', cause);
    throw new Unreadable(container, 'unreadable', message.slice(0, 120), cause);
  }
}

function toSheets(container: Workbook['container'], book: XLSX.WorkBook, file: string): Read {
  const sheets: Sheet[] = [];
  const problems: Problem[] = [];
  if (book.Workbook?.WBProps?.date1904) problems.push(problem('epoch-1904', { file }));
  book.SheetNames.forEach((name, i) => {
    const sheet = book.Sheets[name] as (XLSX.DenseSheet & { '!type'?: string }) | undefined;
    if (sheet?.['!type'] !== undefined && sheet['!type'] !== 'sheet') return;
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    if (sheet?.['!data'] === undefined) problems.push(problem('sheet-unreadable', { file, sheet: name }));
    else sheets.push({ name, hidden, rows: toRows(sheet['!data']) });
  });
  if (sheets.length === 0)
    throw new Unreadable(container, 'unreadable', { id: 'tidak ada lembar', en: 'it has no sheets' });
  return { sheets, problems };
}

/** Plain cells, clamped to what is used: blank rows below and blank cells to the right are not there. */
function toRows(data: XLSX.DenseSheet['!data']): Cell[][] {
  const rows: Cell[][] = [];
  const blank: Cell[] = [];
  for (let r = 0; r < data.length; r++) {
    const source = data[r];
    if (!source) continue;
    const row = toRow(source);
    if (row.length === 0) continue;
    while (rows.length < r) rows.push(blank);
    rows.push(row);
  }
  return rows;
}

function toRow(source: readonly (XLSX.CellObject | undefined)[]): Cell[] {
  const row: Cell[] = [];
  for (let c = 0; c < source.length; c++) {
    const cell = toCell(source[c]);
    if (cell === null) continue;
    while (row.length < c) row.push(null);
    row.push(cell);
  }
  return row;
}

function toCell(cell: XLSX.CellObject | undefined): Cell {
  if (cell === undefined || cell.v === undefined) return null;
  const { t, v } = cell;
  if (t === 'e') return errors[Number(v)] ?? '#N/A';
  if (typeof v === 'number') return Number.isFinite(v) ? v : null;
  if (typeof v === 'boolean') return v;
  return String(v).replaceAll('\0', '').trim() || null;
}
