import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { budgetFiles } from '../support/budgetFiles';

/** Every file of the sample about budgets, by name in the order written. */
export const files = budgetFiles();

/** Names of the files that a pattern fits, in the order written. */
export function named(pattern: RegExp): string[] {
  return [...files.keys()].filter((name) => pattern.test(name));
}

/** The cells of a workbook's first sheet, row by row, as a reader of the file sees them; a blank is null. */
export function sheetOf(name: string): (string | number | null)[][] {
  const book = read(bytesOf(name), { type: 'array' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error(`${name} has no sheet`);
  return utils.sheet_to_json<(string | number | null)[]>(sheet, {
    header: 1,
    raw: true,
    defval: null,
    blankrows: true
  });
}

/** The rows of a csv file by header. */
export function csvOf(name: string): Record<string, string>[] {
  const text = new TextDecoder().decode(bytesOf(name));
  return parse(text, { columns: true, delimiter: name.startsWith('kontrak') ? ';' : ',' }) as Record<string, string>[];
}

/** An amount cell of an LRA: a number, or the text "0,00" that SIPD prints for zero. */
export function rupiah(cell: string | number | null | undefined): number {
  if (cell === '0,00') return 0;
  if (typeof cell !== 'number') throw new Error(`"${cell}" is not an amount`);
  return cell;
}

/** The month (1–12) that a file name ends on. */
export function monthOf(name: string): number {
  const months = [
    'januari',
    'februari',
    'maret',
    'april',
    'mei',
    'juni',
    'juli',
    'agustus',
    'september',
    'oktober',
    'november',
    'desember'
  ];
  return months.findIndex((month) => name.toLowerCase().includes(month)) + 1;
}

/** The year in a file name. */
export function yearOf(name: string): number {
  return Number(/20\d\d/.exec(name)?.[0]);
}

function bytesOf(name: string): Uint8Array {
  const file = files.get(name);
  if (!file) throw new Error(`the sample has no file ${name}`);
  return file.bytes;
}

/** Rows by a key, in the order in which the keys first appear. */
export function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) (groups.get(keyOf(row)) ?? groups.set(keyOf(row), []).get(keyOf(row)))?.push(row);
  return groups;
}
