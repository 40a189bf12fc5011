// The door to every command: installs what is missing, then hands over to the command written in TypeScript.
// Only Node's own modules here, since nothing else is there yet on a bare clone.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [command = '', ...args] = process.argv.slice(2);

/** Runs a program and ends with its exit code when it fails. @param {string} program @param {string[]} given */
function run(program, given) {
  const shell = process.platform === 'win32' && program === 'npm';
  const { status, error } = spawnSync(program, given, { cwd: root, stdio: 'inherit', shell });
  if (error) console.error(`${program} could not be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const stamp = join(root, 'node_modules', '.tepat-lock');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing packages (once; again only when package-lock.json changes) …');
  run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error']);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}
if (!existsSync(join(root, '.svelte-kit', 'tsconfig.json'))) {
  run(process.execPath, [join(root, 'node_modules', '@sveltejs', 'kit', 'svelte-kit.js'), 'sync']);
}
run(process.execPath, [
  '--max-old-space-size=6144',
  '--import',
  new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href,
  join(root, 'src', 'cli', `${command}.ts`),
  ...args
]);
