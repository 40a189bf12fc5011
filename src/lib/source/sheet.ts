import type { Problem } from './problem';

/** What a cell of an export holds, before anybody decided what it means. Text is trimmed of outer white space; empty text is null. */
export type Cell = string | number | boolean | null;

/** A sheet of a workbook, or the single table of a csv file. `rows[0]` is row 1 as the spreadsheet shows it; blank rows are empty arrays. */
export interface Sheet {
  name: string;
  /** Hidden or "very hidden" in the workbook: read, but not imported unless tepat.json says so. */
  hidden: boolean;
  rows: readonly (readonly Cell[])[];
}

export interface Workbook {
  /** Container recognised from the bytes, never from the extension. */
  container: 'xlsx' | 'xls' | 'spreadsheetml' | 'csv' | 'html';
  sheets: readonly Sheet[];
  problems: readonly Problem[];
}
