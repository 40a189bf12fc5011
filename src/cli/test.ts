import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check';
import { root } from './files';
import { buildSampleSite } from './site';

// npm test: type and format check, a site built from the sample, then every test. The closing line counts them all.
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
}

const only = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;

function count(name: string, ok: boolean): void {
  console.log(`${ok ? '✓' : '×'} ${name}`);
  if (ok) passed++;
  else failed++;
}

// The check runs beside the build, which leaves a core idle most of the time.
const checking = check();
try {
  // Compressing every page takes a third of the build; the test of bytes compresses the pages it looks at.
  process.env.TEPAT_SITUS = await buildSampleSite('uji', undefined, { precompress: false, releases: true });
  count('the site builds from the sample', true);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  count('the site builds from the sample', false);
}
count('types and format', await checking);
const report = join(root, '.tepat', 'uji.json');
rmSync(report, { force: true });
mkdirSync(join(root, '.tepat'), { recursive: true });
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...only],
  { cwd: root, stdio: 'inherit', env: process.env }
);
try {
  const result = JSON.parse(readFileSync(report, 'utf8')) as Report;
  passed += result.numPassedTests;
  failed +=
    result.numFailedTests +
    result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  skipped += result.numPendingTests + result.numTodoTests;
  if (status !== 0 && result.numFailedTests === 0) failed = Math.max(failed, 1);
} catch {
  count('vitest wrote its report', false);
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
