import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './files';

/** Runs the type check of everything and the format check side by side, and prints what they found; true when both pass. */
export async function check(): Promise<boolean> {
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
  const results = await Promise.all([types, format]);
  for (const { output } of results) if (output !== '') console.log(output);
  return results.every(({ ok }) => ok);
}

/** Runs a script of a package; its output is kept, so that two at once do not write into each other's lines. */
function run(script: string, args: string[]): Promise<{ ok: boolean; output: string }> {
  const path = join(root, 'node_modules', ...script.split('/'));
  const child = spawn(process.execPath, [path, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => parts.push(part));
  const output = () => Buffer.concat(parts).toString().trim();
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, output: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, output: output() }));
  });
}

if (process.argv[1]?.endsWith('check.ts')) {
  const passed = await check();
  console.log(passed ? 'Tipe dan format sesuai.' : 'Ada tipe atau format yang tidak sesuai; lihat di atas.');
  process.exit(passed ? 0 : 1);
}
