import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staticFolder } from './siteData';

/** What a JSON file of the extract holds; throws when there is no extract. */
export function extractJson(name: 'datapackage.json' | 'kualitas.json'): unknown {
  return JSON.parse(readFileSync(join(staticFolder, 'extract', name), 'utf8'));
}
