import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Table } from '$lib/contract/define';
import { isTableName, tables } from '$lib/contract/tables';
import { sha256 } from './files';

/**
 * Holds a written extract against the contract before it is built into a site: hashes and bytes as listed, every column
 * with its name, type and order, no null where none may be, no key twice. Returns what is wrong, one sentence each.
 */
export async function checkExtract(folder: string): Promise<string[]> {
  const listed = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
    resources: { name: string; path: string; bytes: number; hash: string }[];
  };
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const problems: string[] = [];
  try {
    for (const { name, path, bytes, hash } of listed.resources) {
      if (!path.endsWith('.parquet')) continue;
      const content = readFileSync(join(folder, path));
      if (content.length !== bytes || `sha256:${sha256(content)}` !== hash)
        problems.push(`${path}: not the file that datapackage.json lists. Run "npm run extract" again.`);
      else if (!isTableName(name)) problems.push(`${path}: "${name}" is no table of the contract.`);
      else problems.push(...(await checkTable(connection, tables[name], join(folder, path))));
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
  return problems;
}

async function checkTable(connection: DuckDBConnection, table: Table, path: string): Promise<string[]> {
  const source = `read_parquet('${path.replaceAll("'", "''")}')`;
  const found = await rows(connection, `DESCRIBE SELECT * FROM ${source}`);
  const actual = found.map(([name, type]) => `${name} ${type}`);
  const wanted = Object.entries(table.columns).map(([name, { type }]) => `${name} ${type.replace('?', '')}`);
  if (actual.join() !== wanted.join())
    return [`${table.name}: columns are ${actual.join(', ')}; the contract has ${wanted.join(', ')}.`];
  const required = Object.entries(table.columns).flatMap(([name, { type }]) => (type.endsWith('?') ? [] : [name]));
  const nulls =
    (
      await rows(
        connection,
        `SELECT ${required.map((name) => `count(*) - count("${name}")`).join(', ')} FROM ${source}`
      )
    )[0] ?? [];
  const key = table.key.map((name) => `"${name}"`).join(', ');
  const twice = (
    await rows(connection, `SELECT count(*) FROM (SELECT ${key} FROM ${source} GROUP BY ALL HAVING count(*) > 1)`)
  )[0]?.[0];
  return [
    ...required.flatMap((name, i) =>
      Number(nulls[i]) > 0
        ? [`${table.name}.${name}: ${String(nulls[i])} rows are null, where the contract allows none.`]
        : []
    ),
    ...(Number(twice) > 0 ? [`${table.name}: ${String(twice)} keys stand in more than one row.`] : [])
  ];
}

async function rows(connection: DuckDBConnection, sql: string): Promise<unknown[][]> {
  return (await connection.runAndReadAll(sql)).getRows();
}
