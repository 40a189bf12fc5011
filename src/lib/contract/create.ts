import type { Table } from './define';

/** `CREATE TABLE` for a table of the contract, for native DuckDB and DuckDB-WASM alike; columns that may not be null say so. */
export function createTableSql(table: Table): string {
  const columns = Object.entries(table.columns).map(([name, { type }]) =>
    type.endsWith('?') ? `  ${identifier(name)} ${type.slice(0, -1)}` : `  ${identifier(name)} ${type} NOT NULL`
  );
  return `CREATE TABLE ${identifier(table.name)} (\n${columns.join(',\n')}\n)`;
}

/**
 * `COPY` of a table to a Parquet file: the contract's columns in their order and type, rows sorted by the whole key with null last, so
 * that the same rows give the same bytes at any number of threads. `path` is quoted here.
 */
export function copySql(table: Table, path: string): string {
  const columns = Object.entries(table.columns).map(
    ([name, { type }]) => `${identifier(name)}::${type.replace('?', '')} AS ${identifier(name)}`
  );
  const order = table.key.map((name) => `${identifier(name)} ASC NULLS LAST`);
  return [
    `COPY (`,
    `  SELECT ${columns.join(', ')}`,
    `  FROM ${identifier(table.name)}`,
    `  ORDER BY ${order.join(', ')}`,
    `) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroupSize})`
  ].join('\n');
}

/** Small extracts are one row group; larger ones are cut at the same rows whatever the number of threads. */
const rowGroupSize = 122_880;

function identifier(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`"${name}" is no name of a table or column.`);
  return `"${name}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
