import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, wherever it was cloned to. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Files that lie in a folder of exports but are none: settings, notes, lock files of an open spreadsheet, hidden files. */
const notExports = /^(\.|~\$|thumbs\.db$|desktop\.ini$|readme(\.\w+)?$|license(\.\w+)?$|tepat\.json$)/i;

/** Paths of all exports below a folder, relative with `/`, in the order of their names' code points. */
export function listExports(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || (entry.isSymbolicLink() && isFile(join(entry.parentPath, entry.name))))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).filter(Boolean).join('/'))
    .filter((path) => !path.split('/').some((part) => notExports.test(part)))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Makes a folder and what is missing above it. Not `recursive: true`, which never comes back where the system has no such place (`/proc`). */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

/** SHA-256 of bytes in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
