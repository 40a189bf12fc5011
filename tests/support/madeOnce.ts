import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fingerprint } from '../../src/cli/stamp';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What is costly is made once for every test file and process and again only when the code it comes from changes: in a folder
 * below `.tepat/` whose name says which code, so that none is taken from a test that still reads it. Gives the folder's name.
 */
export function madeOnce(name: string, code: readonly string[], make: (folder: string) => void): string {
  const folder = `${name}-${fingerprint(code).slice(0, 12)}`;
  const stamp = join(root, '.tepat', folder, 'selesai');
  if (existsSync(stamp)) return folder;
  takeLock(lockOf(folder));
  try {
    if (existsSync(stamp)) return folder;
    removeOlder(name);
    make(folder);
    writeFileSync(stamp, '');
    return folder;
  } finally {
    rmdirSync(lockOf(folder));
  }
}

/** What other code made and nobody has used for an hour. */
function removeOlder(name: string): void {
  const made = readdirSync(join(root, '.tepat')).filter((entry) => new RegExp(`^${name}-[0-9a-f]{12}$`).test(entry));
  const old = made.filter((entry) => Date.now() - statSync(join(root, '.tepat', entry)).mtimeMs > 3_600_000);
  for (const entry of old) rmSync(join(root, '.tepat', entry), { recursive: true, force: true });
}

/** Runs while no other process runs anything under this name; what a killed run left locked is taken over. */
export async function alone<T>(name: string, run: () => T | Promise<T>): Promise<T> {
  const lock = lockOf(name);
  takeLock(lock);
  try {
    return await run();
  } finally {
    rmdirSync(lock);
  }
}

function lockOf(name: string): string {
  return join(root, '.tepat', `${name}.kunci`);
}

function takeLock(lock: string): void {
  mkdirSync(join(root, '.tepat'), { recursive: true });
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return mkdirSync(lock);
    } catch {
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > 600_000) return;
      Atomics.wait(pause, 0, 0, 500);
    }
  }
}

/** Evaluates a script of the commands' code in a process of its own, without the test runner's settings; gives what went wrong. */
export function inOwnProcess(module: string, script: (imported: string) => string): string | null {
  const loader = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
  const imported = `import(${JSON.stringify(pathToFileURL(join(root, module)).href)})`;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|MODE|DEV|PROD|SSR|TEST|BASE_URL)/.test(name))
  );
  const node = ['--max-old-space-size=6144', '--import', loader, '--eval', script(imported)];
  const { status, stderr } = spawnSync(process.execPath, node, {
    cwd: root,
    env,
    encoding: 'utf8'
  });
  return status === 0 ? null : stderr.slice(-2000);
}
