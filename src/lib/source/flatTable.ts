import { cellText } from './layout';
import type { Cell, Sheet } from './sheet';

/** A field of a flat table: its own name in Tepat and the headers the field's systems print, in plain form. */
export interface Field {
  name: string;
  aliases: readonly RegExp[];
}

/** Where each field stands; columns index from 0. */
export interface FlatHeader {
  /** Index of the header row. */
  row: number;
  columns: ReadonlyMap<string, number>;
  /** The header of each field as it is compared, see `plainHeader`. */
  labels: ReadonlyMap<string, string>;
  /** Headers that belong to no field, as printed. */
  unused: readonly string[];
}

/** A header as it is compared: lower case, words joined by `_`. */
export function plainHeader(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9%]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** Short form for fields whose headers are a few fixed words. */
export function field(name: string, ...headers: string[]): Field {
  return { name, aliases: [name, ...headers].map((header) => new RegExp(`^(?:${header})$`)) };
}

/**
 * Finds the header row among the first 30: the row with the most known fields that has every required one.
 * A field goes to the first header that matches the earliest of its aliases; null when no row qualifies.
 */
export function findHeader(sheet: Sheet, fields: readonly Field[], required: readonly string[]): FlatHeader | null {
  let best: FlatHeader | null = null;
  for (const [row, cells] of sheet.rows.slice(0, 30).entries()) {
    const headers = cells.map((cell) => (typeof cell === 'string' ? plainHeader(cell) : ''));
    if (headers.filter(Boolean).length < required.length) continue;
    const columns = new Map<string, number>();
    for (const { name, aliases } of fields) {
      for (const alias of aliases) {
        const column = headers.findIndex(
          (header, i) => header !== '' && alias.test(header) && ![...columns.values()].includes(i)
        );
        if (column >= 0) {
          columns.set(name, column);
          break;
        }
      }
    }
    if (!required.every((name) => columns.has(name))) continue;
    if (best === null || columns.size > best.columns.size) {
      const used = new Set(columns.values());
      const labels = new Map([...columns].map(([name, column]) => [name, headers[column]!]));
      const unused = cells.flatMap((cell, i) => (used.has(i) || cell === null ? [] : [String(cell)]));
      best = { row, columns, labels, unused };
    }
  }
  return best;
}

/** Text of a field in a row; null when blank, `NULL`, or the table has no such column. */
export function fieldText(header: FlatHeader, cells: readonly Cell[], name: string): string | null {
  const column = header.columns.get(name);
  const text = column === undefined ? null : cellText(cells[column]);
  return text === null || /^null$/i.test(text) ? null : text;
}

/** An integer of a field, e.g. a year or a month number; null when blank or not an integer. */
export function fieldInteger(header: FlatHeader, cells: readonly Cell[], name: string): number | null {
  const text = fieldText(header, cells, name);
  return text !== null && /^\d{1,6}(\.0+)?$/.test(text) ? Number(text) : null;
}
