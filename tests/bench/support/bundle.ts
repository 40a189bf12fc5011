import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../src/cli/files';

/** Bundles one script of these files into a folder, with a page around it. */
export async function bundlePage(folder: string, entry: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    base: './',
    resolve: { alias: { $lib: join(root, 'src', 'lib') } },
    build: {
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      rollupOptions: {
        input: join(root, 'tests', 'bench', 'support', entry),
        output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' }
      }
    }
  });
  const head = '<meta charset="utf-8"><link rel="icon" href="data:,"><title>bench</title>';
  await writeFile(join(folder, 'index.html'), `<!doctype html>${head}<script type="module" src="page.js"></script>`);
}
