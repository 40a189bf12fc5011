import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './files';
import { buildOwnSite, prepareExtract } from './site';

// npm run build [-- --internal]: builds build/ (build-internal/) from static/extract, which it makes first when there is none.
const internal = process.argv.includes('--internal');
if (!existsSync(join(root, 'static', 'extract', 'datapackage.json'))) {
  const code = await prepareExtract();
  if (code === 1) process.exit(1);
}
if (!(await buildOwnSite(internal))) process.exit(1);
console.log(`Situs siap di ${internal ? 'build-internal' : 'build'}/.`);
