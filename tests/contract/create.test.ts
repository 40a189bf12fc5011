import { DuckDBInstance } from '@duckdb/node-api';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySql, createTableSql } from '$lib/contract/create';
import type { Table } from '$lib/contract/define';
import { sortedByKey } from '$lib/contract/order';
import { tables } from '$lib/contract/tables';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'tepat-contract-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withDatabase<T>(
  threads: number,
  work: (run: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<T>
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  try {
    return await work(async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

test('every table can be created, and DuckDB then has its columns, types and nullability', async () => {
  await withDatabase(1, async (run) => {
    for (const table of Object.values(tables) as Table[]) {
      await run(createTableSql(table));
      const described = await run(`DESCRIBE "${table.name}"`);
      const expected = Object.entries(table.columns).map(([name, { type }]) => ({
        column_name: name,
        column_type: type.replace('?', ''),
        null: type.endsWith('?') ? 'YES' : 'NO'
      }));
      expect(
        described.map(({ column_name, column_type, null: nullable }) => ({ column_name, column_type, null: nullable }))
      ).toEqual(expected);
    }
  });
});

test('null is refused where the contract does not allow it', async () => {
  await withDatabase(1, async (run) => {
    await run(createTableSql(tables.cakupan));
    await expect(run(`INSERT INTO cakupan VALUES ('pagu', 2026, NULL, 'a', 'b')`)).rejects.toThrow(/NOT NULL/);
  });
});

/** 150,000 lines with null in the key: two row groups. */
const fill = `INSERT INTO pagu
  SELECT 2024 + i % 3, '1.06.0.00.0.00.01.' || lpad((i % 7)::VARCHAR, 4, '0'), 'murni', 0, 1, true, false,
    '1.06.04.2.01.' || lpad((i % 5000)::VARCHAR, 4, '0'), '5.1.02.01.01.' || lpad((i // 5000)::VARCHAR, 4, '0'),
    CASE WHEN i % 2 = 0 THEN NULL ELSE '1.1' END, (hash(i) % 1000000000)::DECIMAL(20,2), NULL, 'a' || (i % 11)
  FROM range(150000) r(i)`;

test('the same rows give the same bytes at one and at two threads, whatever order they came in', async () => {
  const hashes: string[] = [];
  for (const [threads, order] of [
    [1, ''],
    [2, ''],
    [2, ' ORDER BY hash(i)'],
    [1, ' ORDER BY i DESC']
  ] as const) {
    const path = join(folder, `pagu-${hashes.length}.parquet`);
    await withDatabase(threads, async (run) => {
      await run(createTableSql(tables.pagu));
      await run(fill + order);
      await run(copySql(tables.pagu, path));
    });
    hashes.push(createHash('sha256').update(readFileSync(path)).digest('hex'));
  }
  expect(new Set(hashes).size).toBe(1);
});

test('a written file holds contract types, sorted by the key with null last, in a path that needs quoting', async () => {
  const path = join(folder, `it's pagu.parquet`);
  await withDatabase(2, async (run) => {
    await run(createTableSql(tables.pagu));
    await run(`${fill} WHERE i < 5000 OR i % 1000 = 1`);
    await run(copySql(tables.pagu, path));
    const quoted = path.replaceAll("'", "''");
    const rows = await run(`SELECT * FROM read_parquet('${quoted}')`);
    expect(rows.length).toBe(5145);
    expect(sortedByKey(rows as Record<string, string>[], tables.pagu.key)).toEqual(rows);
    const types = await run(`DESCRIBE SELECT pagu, tahun, sah FROM read_parquet('${quoted}')`);
    expect(types.map(({ column_type: type }) => type)).toEqual(['DECIMAL(20,2)', 'INTEGER', 'BOOLEAN']);
  });
});

test('the text order of the checks is DuckDB’s, code point by code point', async () => {
  await withDatabase(1, async (run) => {
    const texts = ['\u{1F600}', '\uFB01', 'a', 'Z', 'é', 'ab', '\uD7FF', '\uE000'];
    const rows = await run(`SELECT t FROM (VALUES ${texts.map((text) => `('${text}')`).join(', ')}) v(t) ORDER BY t`);
    expect(rows.map(({ t }) => t)).toEqual(
      sortedByKey(
        texts.map((t) => ({ t })),
        ['t']
      ).map(({ t }) => t)
    );
  });
});

test('a name that is no identifier is refused, so that nothing else enters the SQL', () => {
  const table = { ...tables.cakupan, name: 'x"; DROP TABLE y; --' };
  expect(() => createTableSql(table)).toThrow('is no name of a table or column');
  expect(() => copySql(table, 'a.parquet')).toThrow('is no name of a table or column');
});
