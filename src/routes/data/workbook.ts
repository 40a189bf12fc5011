import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { isText, type PackageField, type PackageTable } from '$lib/view/dataPackage';
import { compressWell } from '$lib/server/workbookZip';
import { columnTypeName, columnUnitName } from '$lib/text/dataPage';
import { workbookText as text, type WorkbookNote } from '$lib/text/workbook';

/**
 * A table as an Excel workbook, for readers of either language: what it is and where it comes from, its dictionary, its rows. Codes, names
 * and lists are text cells, which no spreadsheet runs as a formula; a number that a spreadsheet cannot hold exactly (15 digits) is text as
 * well. What is not known or hidden is an empty cell. The same rows give the same bytes.
 */
export function tableWorkbook(
  table: PackageTable,
  rows: readonly (readonly (string | null)[])[],
  notes: readonly WorkbookNote[]
): Uint8Array {
  const { fields } = table.schema;
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    sheetOf(
      notes.map((note) => note.map(textCell)),
      [26, 26, 100]
    ),
    text.readFirst
  );
  utils.book_append_sheet(book, dictionary(fields), text.dictionary);
  const values = rows.map((row) => row.map((value, at) => (value === null ? undefined : cellOf(value, fields[at]!))));
  const widths = fields.map(({ name, sqlType }) => Math.max(name.length + 2, sqlType.startsWith('VARCHAR') ? 22 : 12));
  utils.book_append_sheet(book, sheetOf([fields.map(({ name }) => textCell(name)), ...values], widths), table.name);
  compressWell();
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }) as ArrayBuffer
  );
}

function dictionary(fields: readonly PackageField[]): WorkSheet {
  const lines = fields.map((field) =>
    [
      field.name,
      columnTypeName(field.sqlType).id,
      field.unit === undefined ? '' : columnUnitName(field.unit).id,
      field.description,
      columnTypeName(field.sqlType).en,
      field.unit === undefined ? '' : columnUnitName(field.unit).en,
      field.descriptionEn
    ].map(textCell)
  );
  return sheetOf([text.dictionaryHeads.map(textCell), ...lines], [22, 18, 14, 70, 18, 14, 70]);
}

/** A sheet kept row by row, which takes a third of the memory of one kept cell by cell. */
function sheetOf(rows: (CellObject | undefined)[][], widths: readonly number[]): WorkSheet {
  const last = { r: Math.max(0, rows.length - 1), c: widths.length - 1 };
  return {
    '!data': rows as CellObject[][],
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: last }),
    '!cols': widths.map((wch) => ({ wch }))
  };
}

function cellOf(value: string, field: PackageField): CellObject {
  if (isText(field)) return textCell(value);
  if (field.sqlType === 'BOOLEAN') return { t: 'b', v: value === 'true' };
  if (field.sqlType === 'DATE') return dateCell(value);
  if (field.sqlType !== 'DOUBLE' && digitsOf(value) > 15) return textCell(value);
  return { t: 'n', v: Number(value), ...(field.sqlType.startsWith('DECIMAL') ? { z: '#,##0.00' } : {}) };
}

/** Digits that matter of a whole or decimal number; a spreadsheet keeps 15. */
function digitsOf(value: string): number {
  return value.replace(/\.00$/, '').replaceAll(/\D/g, '').replace(/^0+/, '').length;
}

/** Days since 30 December 1899, as spreadsheets count them; a date before March 1900, which they count otherwise, stays text. */
function dateCell(value: string): CellObject {
  const days = (Date.parse(`${value}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isInteger(days) && days > 60 ? { t: 'n', v: days, z: 'yyyy-mm-dd' } : textCell(value);
}

/** The format `@` keeps a code text also after somebody edits the cell. */
function textCell(value: string): CellObject {
  return { t: 's', v: value.length > longest ? `${value.slice(0, longest - 1)}…` : value, z: '@' };
}

/** Characters that a cell of Excel holds. */
const longest = 32_767;
