import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './files';

/** Runs the type check of everything and the format check; true when both pass. */
export function check(): boolean {
  const run = (script: string, args: string[]): boolean =>
    spawnSync(process.execPath, [join(root, 'node_modules', ...script.split('/')), ...args], {
      cwd: root,
      stdio: 'inherit'
    }).status === 0;
  const types = run('svelte-check/bin/svelte-check', [
    '--tsconfig',
    './tsconfig.json',
    '--threshold',
    'warning',
    '--output',
    'human'
  ]);
  const format = run('prettier/bin/prettier.cjs', [
    '--check',
    '--log-level',
    'warn',
    '{src,tests,data}/**/*.{ts,mjs,svelte,css,json}',
    '*.{js,ts}'
  ]);
  return types && format;
}

if (process.argv[1]?.endsWith('check.ts')) {
  const passed = check();
  console.log(passed ? 'Tipe dan format sesuai.' : 'Ada tipe atau format yang tidak sesuai; lihat di atas.');
  process.exit(passed ? 0 : 1);
}
