import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './files';
import { release } from './release';

/** A table that the older release of the sample does not have yet. */
export const addedLater = 'indikator';

/**
 * Gives the sample two releases, for tests of their pages: its extract, released with a note and an erratum, and before it one that is
 * dated a month earlier and lacks a table.
 */
export async function releaseSample(staticFolder: string): Promise<void> {
  const older = join(staticFolder, '..', 'rilis-lama');
  rmSync(older, { recursive: true, force: true });
  makeFolder(older);
  cpSync(join(staticFolder, 'extract'), join(older, 'extract'), { recursive: true });
  rmSync(join(older, 'extract', `${addedLater}.parquet`));
  change(join(older, 'extract', 'datapackage.json'), ({ resources, ...rest }) => ({
    ...rest,
    per_tanggal: '2026-09-30',
    resources: (resources as { name: string }[]).filter(({ name }) => name !== addedLater)
  }));
  change(join(older, 'extract', 'kualitas.json'), (report) => ({ ...report, per_tanggal: '2026-09-30' }));
  const first = await release({ staticFolder: older, tanggal: '2026-10-05', catatan: ['Rilis contoh pertama.'] });
  renameSync(join(older, 'rilis'), join(staticFolder, 'rilis'));
  rmSync(older, { recursive: true });
  const second = await release({
    staticFolder,
    tanggal: '2026-11-03',
    catatan: ['Realisasi Oktober 2026.'],
    ralat: ['Indikator wilayah tertinggal pada rilis 5 Oktober 2026.']
  });
  if (first + second > 0) throw new Error('the sample could not be released');
}

function change(path: string, by: (json: Record<string, unknown>) => Record<string, unknown>): void {
  const json = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify(by(json), null, 1) + '\n');
}
