/** A column of a CSV file. */
export interface CsvColumn {
  name: string;
  /** Text is quoted, so that codes stay text where the reader heeds it, and guarded against formulas; the rest is written as it is. */
  isText: boolean;
}

/** Marks a file as UTF-8 for spreadsheets that would take it for their own code page. */
const byteOrderMark = '\ufeff';

/**
 * A table as CSV (RFC 4180): UTF-8 with a byte order mark, comma, CRLF, a header of column names. A null is an empty field without quotes, an
 * empty text is `""`. Values come as exact text, so that rupiah keep their sen. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it; numbers, also negative ones, are untouched. Throws an Error when a row is not as long as the header.
 */
export function csvSafe(columns: readonly CsvColumn[], rows: Iterable<readonly (string | null)[]>): string {
  const lines = [columns.map(({ name }) => text(name)).join(',')];
  for (const row of rows) {
    if (row.length !== columns.length)
      throw new Error(`A row holds ${row.length} values where the header names ${columns.length}.`);
    lines.push(row.map((value, index) => field(value, columns[index]!.isText)).join(','));
  }
  return byteOrderMark + lines.map((line) => `${line}\r\n`).join('');
}

/** The text with an apostrophe before it where a spreadsheet would take it for a formula, also behind blanks. */
export function withoutFormula(value: string): string {
  return /^\s*[=+\-@]|^[\t\r]/.test(value) ? `'${value}` : value;
}

function field(value: string | null, isText: boolean): string {
  if (value === null) return '';
  return isText ? text(withoutFormula(value)) : value;
}

function text(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
