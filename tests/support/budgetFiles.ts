import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFiles, type SampleFile } from '../../data/contoh/files';
import { madeOnce, root } from './madeOnce';

/** What the files of the sample are written from. */
const generator = ['data/contoh', 'data/rujukan', 'package-lock.json'];

/** The sample's exports about budgets with their tepat.json, by name in the order of the generator; written once for all test files. */
export function budgetFiles(): ReadonlyMap<string, SampleFile> {
  const folder = join(root, '.tepat', madeOnce('uji-anggaran', generator, write));
  const names = JSON.parse(readFileSync(join(folder, 'urutan.json'), 'utf8')) as string[];
  return new Map(
    names.map((name) => [name, { name, bytes: new Uint8Array(readFileSync(join(folder, 'ekspor', name))) }])
  );
}

function write(name: string): void {
  const folder = join(root, '.tepat', name);
  mkdirSync(join(folder, 'ekspor'), { recursive: true });
  const files = [...sampleFiles()];
  for (const { name, bytes } of files) writeFileSync(join(folder, 'ekspor', name), bytes);
  writeFileSync(join(folder, 'urutan.json'), JSON.stringify(files.map(({ name }) => name)));
}
