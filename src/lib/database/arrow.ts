import type { Table } from 'apache-arrow';
import type { Query, RowOf } from '$lib/query/define';
import { answerRows, type AnswerColumn } from './answer';

/** Arrow types of the four types a query may end in; named by text, since two copies of Arrow share no classes. */
const duckdbTypes: Record<string, string> = { Utf8: 'VARCHAR', Int32: 'INTEGER', Float64: 'DOUBLE', Bool: 'BOOLEAN' };

/** What DuckDB-WASM answered, as the rows the query declares. */
export function rowsOfArrow<Q extends Query>(query: Q, table: Table): RowOf<Q>[] {
  const columns = table.schema.fields.map((field, index): AnswerColumn => {
    const vector = table.getChildAt(index);
    const type = String(field.type);
    return { name: field.name, type: duckdbTypes[type] ?? type, get: (row) => vector?.get(row) };
  });
  return answerRows(query, columns, table.numRows);
}
