import { defineTable, type Column, type Table } from './define';

/**
 * A table whose key is plain column names. `Table<Columns>` is tied to its own columns by `keyof`, so that no table with named columns
 * would pass where any `Table` is asked for, as `RowOf` and the writers do.
 */
export interface ContractTable<Columns extends Record<string, Column>> extends Omit<Table, 'columns'> {
  columns: Columns;
}

/** Declares a table of the contract: `key` and `internalOnly` are checked against its columns, whose literal types give its rows. */
export function contractTable<const Columns extends Record<string, Column>>(
  table: Table<Columns>
): ContractTable<Columns> {
  return defineTable(table);
}
