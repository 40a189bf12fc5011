import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBValue
} from '@duckdb/node-api';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import { peopleTables } from '$lib/extract/peopleCounts';

/** The tables of people of a written extract, as anybody who opens its files finds them. */
export async function readPeopleTables(folder: string): Promise<ExtractTables> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const tables: Record<string, Row[]> = {};
    for (const table of [...peopleTables, 'bantuan']) {
      const path = join(folder, `${table}.parquet`);
      if (!existsSync(path)) continue;
      const read = await connection.runAndReadAll(`FROM read_parquet('${path.replaceAll("'", "''")}')`);
      tables[table] = read
        .getRowObjects()
        .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, valueOf(value)])));
    }
    return tables;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function valueOf(value: DuckDBValue): Row[string] {
  if (value instanceof DuckDBDecimalValue) return value.value;
  if (value instanceof DuckDBDateValue) return value.toString();
  if (value instanceof DuckDBListValue) return value.items as string[] | number[];
  return value as Row[string];
}
