import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, sha256 } from './files';

/** Files and folders that an extract of the same exports depends on. */
export const importerCode = [
  'src/cli',
  'src/lib/source',
  'src/lib/extract',
  'src/lib/contract',
  'data/rujukan',
  'data/contoh',
  'package-lock.json'
];

/** A hash of everything below the given files and folders: by content, or by size and time of change where content is large. */
export function fingerprint(paths: readonly string[], by: 'content' | 'time' = 'content'): string {
  const lines = paths
    .flatMap((path) => filesBelow(path))
    .map((file) => {
      if (by === 'content') return `${file} ${sha256(readFileSync(file))}`;
      const { size, mtimeMs } = statSync(file);
      return `${file} ${size} ${mtimeMs}`;
    });
  return sha256(Buffer.from(lines.join('\n')));
}

/** Whether a step was last done for the same fingerprint. */
export function isDone(step: string, print: string): boolean {
  const file = join(root, '.tepat', `${step}.selesai`);
  return existsSync(file) && readFileSync(file, 'utf8') === print;
}

/** Notes that a step is done for a fingerprint. */
export function noteDone(step: string, print: string): void {
  mkdirSync(join(root, '.tepat'), { recursive: true });
  writeFileSync(join(root, '.tepat', `${step}.selesai`), print);
}

function filesBelow(path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [full];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
