import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** A temporary folder of parquet files, one for each table; the values are the SELECT that fills it. */
export interface Fixture {
  folder: string;
  /** Runs SQL natively with the folder's name in place of `{folder}`, such as a COPY of more rows. */
  write(table: string, select: string): Promise<void>;
  remove(): Promise<void>;
}

/** Writes each table as `<name>.parquet` into a new temporary folder. */
export async function fixture(tables: Record<string, string>): Promise<Fixture> {
  const folder = await mkdtemp(join(tmpdir(), 'tepat extract '));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const write = async (table: string, select: string) => {
    await connection.run(`COPY (${select}) TO '${join(folder, `${table}.parquet`)}' (FORMAT parquet)`);
  };
  for (const [table, select] of Object.entries(tables)) await write(table, select);
  return {
    folder,
    write,
    remove: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true });
    }
  };
}

/** Writes the datapackage.json that lists a folder's parquet files, with bytes and hash. */
export async function writeDatapackage(folder: string): Promise<void> {
  const resources = [];
  for (const path of (await readdir(folder)).filter((file) => file.endsWith('.parquet')).sort()) {
    const data = await readFile(join(folder, path));
    const hash = `sha256:${createHash('sha256').update(data).digest('hex')}`;
    resources.push({ name: basename(path, '.parquet'), path, bytes: data.length, hash });
  }
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify({ name: 'contoh', resources }));
}

/** One row of every type of the contract and one of nulls, for tests of both engines. */
export const everyType = `
  SELECT * FROM (VALUES
    (1, 'Muara Kaman Ulu 😀 "é"', 12345678901234567.89::DECIMAL(20,2), 1.5::DOUBLE, true, DATE '2025-03-31', [1, NULL, 3], ['a', NULL, '']),
    (2, '', -0.01::DECIMAL(20,2), -0.1::DOUBLE, false, DATE '1899-12-31', []::INTEGER[], []::VARCHAR[]),
    (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
  ) AS t(urutan, nama, rupiah, nilai, terikat, tanggal, desil, kode)`;
