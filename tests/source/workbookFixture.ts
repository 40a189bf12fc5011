import * as XLSX from '@e965/xlsx';
import { readWorkbook } from '$lib/source/workbook';
import type { Cell } from '$lib/source/sheet';

/** The library's container writer, which its type declarations leave out. */
const { CFB } = XLSX as unknown as {
  CFB: {
    read(bytes: Uint8Array, options: object): object;
    find(container: object, path: string): { content: Uint8Array; size: number } | null;
    write(container: object, options: object): Uint8Array;
    utils: {
      cfb_new(options?: object): object;
      cfb_add(container: object, name: string, content: Uint8Array): void;
      cfb_del(container: object, name: string): void;
    };
  };
};

/** Bytes of a text, in UTF-8. */
export const utf8 = (text: string) => new TextEncoder().encode(text);
/** Bytes of a text whose letters are all below U+0100. */
export const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const utf16le = (text: string) =>
  Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));
export const utf16be = (text: string) => utf16le(text).map((_, i, all) => all[i ^ 1] ?? 0);

/** A workbook as the library writes it; the second sheet, if any, is hidden. */
export function book(sheets: Record<string, Cell[][]>, bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const made = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet(rows), name);
  made.Workbook = { Sheets: made.SheetNames.map((_, i) => ({ Hidden: i === 0 ? 0 : i === 1 ? 1 : 2 })) };
  return toBytes(XLSX.write(made, { type: 'buffer', bookType, compression: true }));
}

/** A worksheet given cell by cell, as the library's own objects. */
export function bookOf(sheet: XLSX.WorkSheet, bookType: XLSX.BookType = 'xlsx'): Uint8Array {
  const made = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(made, sheet, 'Data');
  return toBytes(XLSX.write(made, { type: 'buffer', bookType }));
}

/** A container of named parts: a zip, or an OLE2 file. */
export function container(parts: Record<string, Uint8Array>, fileType: 'zip' | 'cfb'): Uint8Array {
  const made = CFB.utils.cfb_new();
  if (fileType === 'zip') CFB.utils.cfb_del(made, '/\u0001Sh33tJ5');
  for (const [name, content] of Object.entries(parts)) CFB.utils.cfb_add(made, `/${name}`, content);
  return toBytes(CFB.write(made, { fileType, type: 'buffer' }));
}

/** The xlsx again, with the XML of its first sheet changed. */
export function withSheetXml(bytes: Uint8Array, change: (xml: string) => string): Uint8Array {
  const zip = CFB.read(bytes, { type: 'array' });
  const part = CFB.find(zip, '/xl/worksheets/sheet1.xml');
  if (part === null) throw new Error('the fixture has no first sheet');
  part.content = Buffer.from(change(Buffer.from(part.content).toString()));
  part.size = part.content.length;
  return toBytes(CFB.write(zip, { fileType: 'zip', compression: true, type: 'buffer' }));
}

/** Rows of the first sheet. */
export const firstRows = (bytes: Uint8Array, file: string) => readWorkbook(bytes, file).sheets[0]?.rows;
/** Codes of the problems, in order. */
export const codes = (bytes: Uint8Array, file: string) => readWorkbook(bytes, file).problems.map(({ code }) => code);

function toBytes(buffer: Uint8Array): Uint8Array {
  return new Uint8Array(buffer);
}
