import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { prepareEngine } from '../../../src/cli/engine';
import config from '../../../svelte.config.js';
import { everyType, fixture, writeDatapackage } from '../../database/support/fixture';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface EngineSite {
  folder: string;
  /** Version folder of the engine. */
  version: string;
  /** Bytes to come before the engine is ready, as sent. */
  engineBytes: number;
  remove(): Promise<void>;
}

/** The site's own policy, as the meta tag of its pages carries it; our test page has no inline script to hash. */
export function contentSecurityPolicy(): string {
  const bare = /^(self|none|unsafe-hashes|wasm-unsafe-eval|sha256-.*)$/;
  return Object.entries(config.kit?.csp?.directives ?? {})
    .map(([name, values]) =>
      [name, ...(values as string[]).map((value) => (bare.test(value) ? `'${value}'` : value))].join(' ')
    )
    .join('; ');
}

/** A page that bundles the site's own engine code, with the engine and two small tables beside it. */
export async function engineSite(): Promise<EngineSite> {
  const folder = await mkdtemp(join(tmpdir(), 'tepat situs '));
  const { version, files } = await prepareEngine();
  await symlink(join(root, 'static', 'engine'), join(folder, 'engine'));
  const tables = await fixture({
    segala: everyType,
    bulan: 'SELECT i::INTEGER AS bulan, (i * 1000000000.01)::DECIMAL(20,2) AS realisasi FROM range(1, 13) r(i)',
    besar: "SELECT i::INTEGER AS i, 'desa ' || (i % 237) AS desa FROM range(200000) r(i)"
  });
  await writeDatapackage(tables.folder);
  await mkdir(join(folder, 'extract'));
  for (const name of ['segala.parquet', 'bulan.parquet', 'besar.parquet', 'datapackage.json']) {
    await rename(join(tables.folder, name), join(folder, 'extract', name));
  }
  await tables.remove();
  await bundlePage(folder);
  await writePage(folder, 'index.html', contentSecurityPolicy());
  await writePage(
    folder,
    'tanpa-pekerja.html',
    contentSecurityPolicy().replace("worker-src 'self'", "worker-src 'none'")
  );
  const wasm = files.filter(({ name }) => name.endsWith('.wasm.bin'));
  return {
    folder,
    version,
    engineBytes: wasm.reduce((sum, { bytes }) => sum + bytes, 0),
    remove: () => rm(folder, { recursive: true })
  };
}

async function writePage(folder: string, name: string, csp: string): Promise<void> {
  const head = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${csp}"><link rel="icon" href="data:,">`;
  await writeFile(
    join(folder, name),
    `<!doctype html>${head}<title>uji</title><script type="module" src="page.js"></script>`
  );
}

async function bundlePage(folder: string): Promise<void> {
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
        input: join(root, 'tests/browser/support/enginePage.ts'),
        output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' }
      }
    }
  });
}
