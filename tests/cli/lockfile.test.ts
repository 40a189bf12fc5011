import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; resolved?: string; optionalDependencies?: Record<string, string> }>;
};

test('the lockfile holds every platform of native DuckDB, since npm drops those that a registry does not offer', () => {
  const wanted = lock.packages['node_modules/@duckdb/node-bindings']!.optionalDependencies!;
  for (const [name, version] of Object.entries(wanted))
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
});

test('the lockfile names no address to download from', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
