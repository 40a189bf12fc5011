import { afterAll, expect } from 'vitest';
import type { Database, ParamsOf, Query, RowOf } from '$lib/query/define';
import { openNative } from '$lib/server/native';
import { openWasmNode } from './wasmNode';

interface Engines {
  native: Database & { close(): void };
  wasm: Database & { close(): void };
}
const opened = new Map<string, Promise<Engines>>();

/** Both engines over one folder of parquet files, opened once a test file and closed after its last test. */
export function openEngines(folder: string): Promise<Engines> {
  const existing = opened.get(folder);
  if (existing) return existing;
  const engines = (async () => ({ native: await openNative(folder), wasm: await openWasmNode(folder) }))();
  opened.set(folder, engines);
  return engines;
}

/** Asks native DuckDB and DuckDB-WASM the same; fails unless the rows are identical. Gives the rows. */
export async function compareEngines<Q extends Query>(
  query: Q,
  params: ParamsOf<Q>,
  folder: string
): Promise<RowOf<Q>[]> {
  const { native, wasm } = await openEngines(folder);
  const [expected, actual] = [await native.all(query, params), await wasm.all(query, params)];
  expect(actual, 'DuckDB-WASM answers otherwise than native DuckDB').toStrictEqual(expected);
  return expected;
}

afterAll(async () => {
  for (const engines of opened.values()) {
    const { native, wasm } = await engines;
    native.close();
    wasm.close();
  }
  opened.clear();
});
