import { SSF, utils, write, type CellObject, type WorkBook } from '@e965/xlsx';

/** A cell of a sheet to be written: text, a number (with its format), or nothing. */
export type SheetCell = string | number | { number: number; format: string } | null;

/** One sheet of a workbook: its name, its rows, and ranges of merged cells. */
export interface BookSheet {
  name: string;
  rows: readonly (readonly SheetCell[])[];
  merges?: readonly string[];
}

/** One sheet as an xlsx file; see `xlsxBook`. */
export function xlsxBytes(
  name: string,
  rows: readonly (readonly SheetCell[])[],
  merges: readonly string[] = []
): Uint8Array {
  return xlsxBook([{ name, rows, merges }]);
}

/** Sheets as an xlsx file. The same rows give the same bytes: no dates, no author, the zip's own times are zero. */
export function xlsxBook(sheets: readonly BookSheet[]): Uint8Array {
  const workbook: WorkBook & { SSF?: Record<number, string> } = utils.book_new();
  workbook.SSF = builtInFormats();
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.map(cellObject)));
    sheet['!merges'] = merges.map((range) => utils.decode_range(range));
    utils.book_append_sheet(workbook, sheet, name);
  }
  return new Uint8Array(
    write(workbook, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer
  );
}

/** A csv file: comma or semicolon, quotes only where needed, lines ended as Excel ends them. */
export function csvBytes(
  rows: readonly (readonly (string | number | null)[])[],
  delimiter: ',' | ';' = ','
): Uint8Array {
  const text = rows.map((row) => row.map((value) => quoted(value, delimiter)).join(delimiter)).join('\r\n');
  return new TextEncoder().encode(`${text}\r\n`);
}

/** The formats every spreadsheet knows. The writer numbers further ones in order of use, and would go on counting from one file to the next. */
function builtInFormats(): Record<number, string> {
  const known = Object.entries(SSF.get_table() as Record<number, string>).filter(([id]) => Number(id) < 60);
  return Object.fromEntries(known);
}

function cellObject(cell: SheetCell): CellObject | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return { t: 's', v: cell };
  return typeof cell === 'number' ? { t: 'n', v: cell } : { t: 'n', v: cell.number, z: cell.format };
}

function quoted(value: string | number | null, delimiter: string): string {
  const text = value === null ? '' : String(value);
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
