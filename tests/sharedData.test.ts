import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// Real exports lie beside the checkout, not in it: a clone has none. What needs them is skipped there, and says so.
const folder = 'shared/data';
const self = 'tests/sharedData.test.ts';
const files = filesOf('tests').filter((path) => path !== self && readFileSync(path, 'utf8').includes(folder));

/** TypeScript files below a folder. */
function filesOf(path: string): string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name);
    return entry.isDirectory() ? filesOf(below) : below.endsWith('.ts') ? [below] : [];
  });
}

describe(`tests that need ../${folder}`, () => {
  test('are found', () => expect(files.length).toBeGreaterThan(4));

  test.for(files)('%s skips them where the folder is absent, and says so', (path) => {
    const code = readFileSync(path, 'utf8');
    expect(code, 'asks whether the folder is there').toMatch(/\bexistsSync\(/);
    expect(code, 'skips').toMatch(/\bskipIf\(/);
    expect(code, 'says so').toMatch(/absent/);
    // Read when a file is loaded, a missing folder would fail the file instead of skipping its tests.
    const atLoad = code.split('\n').filter((line) => /^(export )?const .*\b(readFileSync|readdirSync)\(/.test(line));
    const guarded = (line: string) => /existsSync|present/.test(line);
    expect(
      atLoad.filter((line) => line.includes(folder) && !guarded(line)),
      'reads nothing before it is skipped'
    ).toEqual([]);
  });
});

test('nothing but tests knows the folder', () => {
  const known = [...filesOf('src'), ...filesOf('data')].filter((path) => readFileSync(path, 'utf8').includes(folder));
  expect(known).toEqual([]);
});
