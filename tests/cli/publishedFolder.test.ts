import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { singleDesa } from '$lib/extract/singleDesa';
import { release } from '../../src/cli/release';
import { buildSite } from '../../src/cli/site';
import { unpublishable } from '../../src/cli/publishedFolder';
import { sasaranRow, writeSmall } from './releaseSupport';

let staticFolder: string;
let said: string[];
beforeEach(() => {
  staticFolder = mkdtempSync(join(tmpdir(), 'tepat-terbit-'));
  said = [];
  for (const method of ['log', 'error'] as const)
    vi.spyOn(console, method).mockImplementation((line: unknown) => void said.push(String(line)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(staticFolder, { recursive: true, force: true });
});

function put(path: string, text = ''): void {
  mkdirSync(dirname(join(staticFolder, path)), { recursive: true });
  writeFileSync(join(staticFolder, path), text);
}

describe('the folder that is published', () => {
  test('may hold the extract, releases, icons and the engine', async () => {
    await writeSmall(join(staticFolder, 'extract'));
    expect(await release({ staticFolder })).toBe(0);
    put('ikon.svg');
    put('robots.txt');
    put('engine/1.32.0/duckdb.wasm.bin');
    expect(unpublishable(staticFolder)).toEqual([]);
  });

  test.each([
    ['a table of another extract beside its own', 'extract/kinerja_internal.parquet'],
    ['a table elsewhere', 'internal/sasaran.parquet'],
    ['a list as an agency exports it', 'BNBA PKH 2026.xlsx'],
    ['rejected rows', 'extract-ditolak/lra.txt']
  ])('refuses to be built with %s', async (_, path) => {
    await writeSmall(join(staticFolder, 'extract'));
    put(path, 'x');
    expect(await buildSite({ staticFolder, out: join(staticFolder, '..', 'tidak-ada') })).toBe(false);
    expect(said.join('\n')).toContain(`${path} bukan bagian ekstrak atau rilis`);
  });

  test('refuses to be built with an internal extract, in its place or beside the public one', async () => {
    await writeSmall(join(staticFolder, 'extract'), { profil: 'internal' });
    expect(await buildSite({ staticFolder, out: join(staticFolder, '..', 'tidak-ada') })).toBe(false);
    expect(said.join('\n')).toContain('Ekstrak berprofil internal tidak dibangun');
    rmSync(join(staticFolder, 'extract'), { recursive: true });
    await writeSmall(join(staticFolder, 'extract'));
    await writeSmall(join(staticFolder, 'cadangan'), { profil: 'internal' });
    expect(await buildSite({ staticFolder, out: join(staticFolder, '..', 'tidak-ada') })).toBe(false);
    expect(said.join('\n')).toContain('cadangan/ adalah ekstrak berprofil internal');
  });

  test('refuses to be built with a release that changed', async () => {
    await writeSmall(join(staticFolder, 'extract'));
    await release({ staticFolder });
    put('rilis/lama/pagu.parquet');
    expect(await buildSite({ staticFolder, out: join(staticFolder, '..', 'tidak-ada') })).toBe(false);
    expect(said.join('\n')).toContain('Rilis tidak utuh');
  });
});

test('the writer itself keeps the profiles apart', async () => {
  const folder = join(staticFolder, 'hasil');
  await writeSmall(folder, { profil: 'internal' });
  await expect(writeSmall(folder)).rejects.toThrow(/berprofil internal, yang ini public/);
});

describe('a region with a single desa', () => {
  const [loa, teluk, other] = ['64.02.06.1001', '64.02.06.1002', '64.02.07.2001'];
  test('is found: its kecamatan says what the desa would', () =>
    expect(singleDesa({ sasaran: [sasaranRow(loa!, []), sasaranRow(teluk!, []), sasaranRow(other!, [])] })).toEqual([
      { table: 'sasaran', of: '2025 SEMUA', kodeInduk: '64.02.07', kodeDesa: other }
    ]));
  test('is found for the whole regency, where a table holds one desa', () =>
    expect(singleDesa({ sasaran: [sasaranRow(loa!, [])] }).map(({ kodeInduk }) => kodeInduk)).toEqual([
      '64.02.06',
      '64.02'
    ]));
  test('a desa without anybody does not count', () =>
    expect(singleDesa({ sasaran: [sasaranRow(loa!, []), { ...sasaranRow(teluk!, []), penerima: 0 }] })).toHaveLength(
      2
    ));
  test('rows above the desa alone say nothing', () =>
    expect(singleDesa({ sasaran: [sasaranRow('64.02.06', []), sasaranRow('64.02', [])] })).toEqual([]));
});
