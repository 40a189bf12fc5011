import type { Language } from '$lib/text/language';
import { formatNumber, formatPercent, formatPoints, formatRupiah, formatRupiahShort, missing } from './number';

/** What the values of a column are; `percent` and `points` hold ratios (1 = 100 %). */
export type ColumnKind = 'text' | 'rupiah' | 'percent' | 'points' | 'number';

export interface DataColumn {
  key: string;
  /** Heading, in the language of the page. */
  label: string;
  kind: ColumnKind;
  /** Decimals of a `number` (0 when absent) or `percent` (1 when absent). */
  digits?: number;
  /** Left out on phones, where the row has no room for it; always in exports. */
  wideOnly?: boolean;
}

/** One cell: text, a number in the column's own unit, or null for what is not known. */
export type DataCell = string | number | null;

/** A table as data: the page prints it, a search and a sort work on it, an export writes it. The first column names the row. */
export interface DataTable {
  columns: readonly DataColumn[];
  rows: readonly Readonly<Record<string, DataCell>>[];
}

/** A cell as it is read; `full` prints every digit of rupiah. Null is "–". */
export function formatCell(value: DataCell | undefined, column: DataColumn, language: Language, full = false): string {
  if (value === null || value === undefined || value === '') return missing;
  if (typeof value === 'string') return value;
  switch (column.kind) {
    case 'rupiah':
      return full ? formatRupiah(value, language) : formatRupiahShort(value, language);
    case 'percent':
      return formatPercent(value, language, { digits: column.digits ?? 1 });
    case 'points':
      return formatPoints(value, language, { sign: 'always' });
    default:
      return formatNumber(value, language, { digits: column.digits ?? 0 });
  }
}

/** Whether the column holds numbers, which stand at the right. */
export function isNumeric(column: DataColumn): boolean {
  return column.kind !== 'text';
}

const units: Readonly<Record<ColumnKind, Readonly<Record<Language, string>>>> = {
  text: { id: '', en: '' },
  number: { id: '', en: '' },
  rupiah: { id: ' (rupiah)', en: ' (rupiah)' },
  percent: { id: ' (rasio)', en: ' (ratio)' },
  points: { id: ' (rasio)', en: ' (ratio)' }
};

/**
 * The table as CSV: UTF-8 without a byte order mark, comma, CRLF, full digits with a decimal point, ratios as ratios, null empty. Text
 * that a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function toCsv(table: DataTable, language: Language): string {
  const header = table.columns.map((column) => quoted(safeText(column.label + units[column.kind][language])));
  const rows = table.rows.map((row) => table.columns.map((column) => quoted(exportCell(row[column.key]))));
  return [header, ...rows].map((cells) => cells.join(',') + '\r\n').join('');
}

/** The table for pasting into a spreadsheet: tabs between cells, numbers with the decimal mark of the language. */
export function toTsv(table: DataTable, language: Language): string {
  const header = table.columns.map((column) => oneLine(safeText(column.label + units[column.kind][language])));
  const rows = table.rows.map((row) =>
    table.columns.map((column) => {
      const text = oneLine(exportCell(row[column.key]));
      return typeof row[column.key] === 'number' && language === 'id' ? text.replace('.', ',') : text;
    })
  );
  return [header, ...rows].map((cells) => cells.join('\t')).join('\n');
}

function exportCell(value: DataCell | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return safeText(value);
  return Number.isFinite(value) ? plainDigits(value) : '';
}

/** All digits, never `1e+21`; money to the sen, ratios to twelve decimals. */
function plainDigits(value: number): string {
  const size = Math.abs(value);
  const decimals = size >= 1e6 ? 2 : 12;
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: decimals }).replace(/^-0$/, '0');
}

function safeText(text: string): string {
  return /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ');
}
