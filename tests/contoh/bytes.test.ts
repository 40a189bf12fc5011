import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderFiles, sample } from '../../data/contoh/files';
import { rakFile } from '../../data/contoh/rak';
import { writeSample } from '../../src/cli/sample';
import { files as budgets } from './support';

const files = new Map([...folderFiles()].map((file) => [file.name, file]));

const root = resolve(import.meta.dirname, '..', '..');
let scratch = '';
beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), 'tepat contoh '))));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const expected = Object.fromEntries([...files].map(([name, { bytes }]) => [name, sha256(bytes)]));

describe('the sample repeats byte for byte', () => {
  test.for([
    { name: 'Jakarta, Indonesian', TZ: 'Asia/Jakarta', LC_ALL: 'id_ID.UTF-8' },
    { name: 'UTC, Turkish', TZ: 'UTC', LC_ALL: 'tr_TR.UTF-8' }
  ])('in a process of its own: $name', ({ TZ, LC_ALL }) => {
    const folder = join(scratch, TZ.replace('/', ' '));
    const loader = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
    const run = spawnSync(process.execPath, ['--import', loader, join('src', 'cli', 'sample.ts'), folder], {
      cwd: root,
      env: { ...process.env, TZ, LC_ALL, LANG: LC_ALL, NODE_OPTIONS: '' },
      encoding: 'utf8'
    });
    expect(run.stderr).not.toMatch(/Error/);
    expect(run.status).toBe(0);
    const written = readdirSync(folder).map((name) => [name, sha256(readFileSync(join(folder, name)))]);
    expect(Object.fromEntries(written)).toEqual(expected);
  });

  test('whatever the clock says', () => {
    const { lines } = sample();
    const at = (date: string) => {
      vi.setSystemTime(new Date(date));
      return sha256(rakFile(lines, 2026, 'murni').bytes);
    };
    vi.useFakeTimers();
    expect(at('2031-12-31T23:59:59Z')).toBe(at('2020-02-29T00:00:00Z'));
    vi.useRealTimers();
  });
});

describe('the folder of the sample', () => {
  test('is replaced when it holds an earlier sample, and a second run in one process writes the same bytes', async () => {
    const folder = mkdtempSync(join(scratch, 'ulang '));
    writeFileSync(join(folder, 'tepat.json'), '{"contoh":true}');
    writeFileSync(join(folder, 'LRA lama.xlsx'), 'x');
    const names = await writeSample(folder);
    expect(names).toEqual([...files.keys()]);
    expect(readdirSync(folder).toSorted()).toEqual(names.toSorted());
    expect(Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(folder, name)))]))).toEqual(expected);
  });

  test.for([
    { name: 'no tepat.json', json: null },
    { name: 'a tepat.json of real data', json: '{"contoh":false}' }
  ])('is refused when it holds somebody’s own files: $name', async ({ json }) => {
    const folder = mkdtempSync(join(scratch, 'milik orang '));
    writeFileSync(join(folder, 'LRA April.xlsx'), 'milik orang');
    if (json) writeFileSync(join(folder, 'tepat.json'), json);
    await expect(writeSample(folder)).rejects.toThrow(/bukan data contoh/);
    expect(readFileSync(join(folder, 'LRA April.xlsx'), 'utf8')).toBe('milik orang');
  });

  test('stays small: budgets 9 MB in all and 150 kB a file, lists of people 30 MB in all and 9 MB a file', () => {
    const sizesOf = (part: readonly { bytes: Uint8Array }[]) => part.map(({ bytes }) => bytes.length);
    const total = (sizes: readonly number[]) => sizes.reduce((sum, size) => sum + size, 0);
    const ofBudgets = sizesOf([...budgets.values()]);
    const ofPeople = sizesOf([...files.values()].filter(({ name }) => !budgets.has(name)));
    expect(ofPeople.length).toBeGreaterThan(30);
    expect(Math.max(...ofBudgets)).toBeLessThan(150_000);
    expect(total(ofBudgets)).toBeLessThan(9_000_000);
    expect(Math.max(...ofPeople)).toBeLessThan(9_000_000);
    expect(total(ofPeople)).toBeLessThan(30_000_000);
  });
});

test('says that it is a sample, where and when', () => {
  const settings = JSON.parse(new TextDecoder().decode(files.get('tepat.json')?.bytes)) as Record<string, unknown> & {
    berkas: object;
  };
  expect(settings).toMatchObject({ contoh: true, wilayah: '64.02', per_tanggal: '2026-10-31' });
  for (const name of Object.keys(settings.berkas)) expect(files.has(name), name).toBe(true);
});
