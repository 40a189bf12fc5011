import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './files';

// npm run bench: hands over to the measurements, which share browser and server with the tests and so live beside them.
// `npm run bench -- bytes paint` measures only those parts.
const table = join(root, 'tests', 'bench', 'table.ts');
const { status } = spawnSync(process.execPath, [...process.execArgv, table, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit'
});
process.exit(status ?? 1);
