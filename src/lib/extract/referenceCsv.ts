import { parse } from 'csv-parse/browser/esm/sync';

/** One line of a reference table, read column by column with errors that say where. */
export interface Line {
  /** Null where the cell is empty. */
  optional(column: string): string | null;
  text(column: string): string;
  number(column: string): number;
  /** `ya` or `tidak`. */
  yes(column: string): boolean;
  oneOf<Value extends string>(column: string, allowed: readonly Value[]): Value;
  fault(column: string, wrong: string): Error;
}

/**
 * The lines of a reference table below its header. Every line must name its source. Throws an Error that names file, line and column where a
 * column is missing, and each reader of a line where its value is.
 */
export function readCsv(text: string, file: string, columns: readonly string[]): Line[] {
  const records = parse(text, { bom: true, skip_empty_lines: true, info: true, relax_column_count: true });
  const [header, ...rest] = records as unknown as { record: string[]; info: { lines: number } }[];
  const missing = columns.filter((column) => !header?.record.includes(column));
  if (missing.length > 0) throw new Error(`${file}, line 1: column ${missing.join(', ')} is missing.`);
  return rest.map(({ record, info }) => {
    const values = Object.fromEntries(header!.record.map((column, i) => [column, record[i] ?? '']));
    const line = lineOf(file, info.lines, values);
    line.text('sumber');
    return line;
  });
}

function lineOf(file: string, number: number, values: Readonly<Record<string, string>>): Line {
  const line: Line = {
    optional: (column) => values[column]!.trim() || null,
    text(column) {
      const value = line.optional(column);
      if (value === null) throw line.fault(column, 'is empty');
      return value;
    },
    number(column) {
      const value = Number(line.text(column));
      if (!Number.isFinite(value)) throw line.fault(column, 'is no number; use a dot for decimals');
      return value;
    },
    yes: (column) => line.oneOf(column, ['ya', 'tidak']) === 'ya',
    oneOf(column, allowed) {
      const value = allowed.find((one) => one === line.text(column));
      if (value === undefined) throw line.fault(column, `is not one of ${allowed.join(', ')}`);
      return value;
    },
    fault: (column, wrong) => new Error(`${file}, line ${number}, column ${column}: "${values[column]}" ${wrong}.`)
  };
  return line;
}
