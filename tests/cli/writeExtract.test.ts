import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { qualityReport } from '$lib/extract/quality';
import { type FolderSettings, readSettings } from '$lib/extract/settings';
import { writeExtract } from '../../src/cli/writeExtract';
import { importFiles } from '../extract/support';
import { budgetFiles } from '../support/budgetFiles';

const profiles = ['public', 'internal'] as const;
const folders = profiles.flatMap((profile) => ([1, 2] as const).map((threads) => ({ profile, threads })));
let base: string;
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'tepat-tulis-'));
  files = Object.fromEntries(Array.from(budgetFiles().values(), ({ name, bytes }) => [name, bytes]));
  const settings: FolderSettings = readSettings(new TextDecoder().decode(files['tepat.json'])).settings;
  delete files['tepat.json'];
  const { tables, inputs, problems } = await importFiles(files, settings);
  for (const { profile, threads } of folders) {
    const report = qualityReport(inputs, problems, settings, profile, null, null);
    await writeExtract(join(base, `${profile} ${threads}`), tables, report, { threads });
  }
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Every file of a written extract as bytes in base 64, by name. */
function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(join(base, folder)).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(base, folder, name)).toString('base64')]));
}

/** Everything a written extract says, decoded: rows of every table as JSON, the JSON files, and the bytes as they are, by name. */
async function decoded(folder: string): Promise<Record<string, string>> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const out: Record<string, string> = {};
  for (const name of readdirSync(join(base, folder))) {
    const path = join(base, folder, name);
    out[name] = readFileSync(path, name.endsWith('.json') ? 'utf8' : 'latin1');
    if (!name.endsWith('.parquet')) continue;
    const rows = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
    out[name] += JSON.stringify(rows.getRowObjectsJson());
  }
  connection.closeSync();
  instance.closeSync();
  return out;
}

/** Values of the columns of the contract lists that must not survive: numbers of contracts and suppliers. */
function secretsOf(column: string): string[] {
  const lists = Object.entries(files).filter(([name]) => name.startsWith('kontrak_'));
  const values = lists.flatMap(([, bytes]) => {
    const rows = new TextDecoder().decode(bytes).trim().split('\r\n');
    const [header, ...rest] = rows.map((row) => row.replace(/^\uFEFF/, '').split(';'));
    return rest.map((row) => row[header!.indexOf(column)] ?? '');
  });
  return [...new Set(values)].filter((value) => value.length > 3);
}

describe('the writer', () => {
  test.for(profiles)('%s: one thread and two give the same bytes', (profile) => {
    const [one, two] = [bytesOf(`${profile} 1`), bytesOf(`${profile} 2`)];
    expect(Object.keys(one)).toContain('realisasi.parquet');
    expect(Object.keys(one)).toContain('kualitas.json');
    expect(Object.keys(two)).toEqual(Object.keys(one));
    for (const [name, bytes] of Object.entries(one)) expect(bytes === two[name], name).toBe(true);
  });

  test('the two profiles are two extracts, so that scanning both is worth it', () => {
    expect(bytesOf('public 1')['kinerja.parquet']).not.toBe(bytesOf('internal 1')['kinerja.parquet']);
  });
});

describe('what is written names nobody', () => {
  test.for(profiles)('%s: no recipient, no number of a contract, no supplier, in any file', async (profile) => {
    const everything = await decoded(`${profile} 1`);
    const [numbers, suppliers] = [secretsOf('nomor'), secretsOf('penyedia')];
    expect(numbers.length).toBeGreaterThan(100);
    expect(suppliers.length).toBeGreaterThan(5);
    for (const [name, text] of Object.entries(everything)) {
      expect(text.length, name).toBeGreaterThan(0);
      expect(/PENERIMA CONTOH/i.test(text), `${name} names a recipient`).toBe(false);
      expect(
        [...numbers, ...suppliers].filter((secret) => text.includes(secret)),
        name
      ).toEqual([]);
    }
  });

  test('the scan reads what is written: words that may stand there are found', async () => {
    const everything = await decoded('internal 1');
    expect(everything['skpd.parquet']).toContain('Dinas Sosial');
    expect(everything['kinerja.parquet']).toContain('UKPBJ');
    expect((await decoded('public 1'))['kinerja.parquet']).not.toContain('UKPBJ');
    expect(everything['kualitas.json']).toContain('kontrak_2026');
  });
});
