import type { Text } from '$lib/text/language';

/** Types a column may have; a trailing `?` means that null is allowed and says "not known", never zero. */
export type ColumnType = BaseType | `${BaseType}?`;
type BaseType = 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'DECIMAL(20,2)' | 'INTEGER[]' | 'VARCHAR[]';

export interface Column {
  type: ColumnType;
  /** What one value means, in both languages. */
  description: Text;
  /** `rupiah`, `rasio` (1 = 100 %), `bulan` (1–12), `keluarga`, … ; absent for codes and names. */
  unit?: string;
  /** Where the values come from, when it differs from the table's own source. */
  source?: string;
  /** The only values allowed. */
  values?: readonly string[];
}

export interface Table<Columns extends Record<string, Column> = Record<string, Column>> {
  name: string;
  title: Text;
  /** What one row is, and what may not be added up. */
  description: Text;
  source: string;
  /** Columns that identify a row; rows are written in this order, so that the bytes repeat. */
  key: readonly (keyof Columns & string)[];
  columns: Columns;
  /** Columns whose text may name a person or a problem: kept in the internal profile only. */
  internalOnly?: readonly (keyof Columns & string)[];
}

/** A contract row in memory. DECIMAL is a bigint of sen (1/100 rupiah); DATE is `YYYY-MM-DD`. */
export type RowOf<T extends Table> = { [K in keyof T['columns']]: ValueOf<T['columns'][K]['type']> };

type ValueOf<T extends ColumnType> = T extends `${infer Base extends BaseType}?`
  ? BaseValue<Base> | null
  : BaseValue<T>;
type BaseValue<T> = T extends 'VARCHAR' | 'DATE'
  ? string
  : T extends 'INTEGER' | 'DOUBLE'
    ? number
    : T extends 'BOOLEAN'
      ? boolean
      : T extends 'DECIMAL(20,2)'
        ? bigint
        : T extends 'INTEGER[]'
          ? number[]
          : T extends 'VARCHAR[]'
            ? string[]
            : never;

/** Declares a table of the extract contract; the columns keep their literal types for `RowOf`. */
export function defineTable<const Columns extends Record<string, Column>>(table: Table<Columns>): Table<Columns> {
  return table;
}
