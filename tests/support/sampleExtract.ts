import { join, resolve } from 'node:path';
import { importerCode } from '../../src/cli/stamp';
import { inOwnProcess, madeOnce, root } from './madeOnce';

/**
 * Folder of the sample's public extract, to be read only: the one that `npm test` imported for its site, else one imported here, once
 * for all test files and again only when the importer or the sample changed. Either was imported with exit code 0, or this fails.
 */
export function sampleExtract(): string {
  const site = process.env.TEPAT_SITUS;
  if (site) return join(resolve(site), 'extract');
  const made = madeOnce('uji-ekstrak', importerCode, (folder) => {
    const wrong = inOwnProcess(
      'src/cli/site.ts',
      (imported) => `${imported}.then(({ extractSample }) => extractSample(${JSON.stringify(folder)}))`
    );
    if (wrong !== null) throw new Error(`The sample could not be imported:\n${wrong}`);
  });
  return join(root, '.tepat', made, 'static', 'extract');
}
