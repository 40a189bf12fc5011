import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkExtract } from './checkExtract';
import { prepareEngine } from './engine';
import { extract } from './extract';
import { listExports, root } from './files';
import { writeOfflineLists } from './offlineList';
import { unpublishable } from './publishedFolder';
import { releaseProblems } from './releaseStore';
import { releaseSample } from './sampleReleases';
import { fingerprint, importerCode, isDone, noteDone } from './stamp';

const siteCode = ['src', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Makes static/extract from the user's exports or the sample, unless nothing changed since. Returns the importer's exit code. */
export async function prepareExtract(): Promise<0 | 1 | 2> {
  const own = existsSync(join(root, 'data', 'masukan')) && listExports(join(root, 'data', 'masukan')).length > 0;
  const print = `${fingerprint(importerCode)} ${own ? fingerprint(['data/masukan'], 'time') : 'contoh'}`;
  const there = existsSync(join(root, 'static', 'extract', 'datapackage.json'));
  if (there && isDone('ekstrak', print)) {
    console.log('Ekstrak tidak berubah, dilewati.');
    return 0;
  }
  const code = await extract();
  if (code === 0) noteDone('ekstrak', print);
  return code;
}

export interface SiteOptions {
  /** Folder of files published as they are, with extract/ in it. */
  staticFolder: string;
  /** Where the site goes. */
  out: string;
  /** An internal extract may be built, for the agency's own machines. */
  internal?: boolean;
  /** Whether every file also lies there as gzip and Brotli, as hosts send it; default true. */
  precompress?: boolean;
}

/** Checks the extract, prepares the engine and builds the site. Returns false when the extract may not be built. */
export async function buildSite({
  staticFolder,
  out,
  internal = false,
  precompress = true
}: SiteOptions): Promise<boolean> {
  const folder = join(staticFolder, 'extract');
  const { profil, per_tanggal } = JSON.parse(readFileSync(join(folder, 'kualitas.json'), 'utf8')) as {
    profil: string;
    per_tanggal: string | null;
  };
  if (profil === 'internal' && !internal)
    return refuse(
      'Ekstrak berprofil internal tidak dibangun menjadi situs. Jalankan npm run extract tanpa --profile internal, atau npm run build -- --internal untuk mesin dinas sendiri.'
    );
  const problems = await checkExtract(folder);
  if (problems.length > 0) return refuse(`Ekstrak melanggar kontrak:\n${problems.join('\n')}`);
  const foreign = unpublishable(staticFolder).filter((problem) => !internal || !problem.startsWith('extract/ '));
  if (foreign.length > 0)
    return refuse(`Yang ada di ${staticFolder} tidak boleh terbit, situs tidak dibangun:\n${foreign.join('\n')}`);
  const damaged = releaseProblems(join(staticFolder, 'rilis'));
  if (damaged.length > 0) return refuse(`Rilis tidak utuh, situs tidak dibangun:\n${damaged.join('\n')}`);
  await prepareEngine(join(staticFolder, 'engine'));
  const env = {
    ...process.env,
    TEPAT_STATIC: staticFolder,
    TEPAT_BUILD: out,
    TEPAT_KOMPRES: precompress ? 'ya' : 'tidak'
  };
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, stdio: 'inherit', env }
  );
  if (status !== 0) throw new Error(`vite build ended with code ${status}`);
  if (profil === 'public') writeOfflineLists(out, { asOf: per_tanggal, precompress });
  return true;
}

/** Builds build/ from static/, or build-internal/ for the agency's own machines, so that no internal page is ever in the folder that is published; unless nothing changed since. */
export async function buildOwnSite(internal = false): Promise<boolean> {
  const staticFolder = join(root, 'static');
  const print = `${fingerprint(siteCode)} ${fingerprint(['static', '.git/HEAD', '.git/refs/heads'])} ${internal}`;
  const out = join(root, internal ? 'build-internal' : 'build');
  const step = internal ? 'situs-internal' : 'situs';
  if (existsSync(join(out, 'index.html')) && isDone(step, print)) {
    console.log('Situs tidak berubah, dilewati.');
    return true;
  }
  const built = await buildSite({ staticFolder, out, internal });
  if (built)
    noteDone(step, `${fingerprint(siteCode)} ${fingerprint(['static', '.git/HEAD', '.git/refs/heads'])} ${internal}`);
  return built;
}

/** Builds a site of its own from the sample or a given folder, away from static/ and build/, with two releases where asked: for tests and measurements. */
export async function buildSampleSite(
  name: string,
  input?: string,
  { precompress = true, releases = false }: Pick<SiteOptions, 'precompress'> & { releases?: boolean } = {}
): Promise<string> {
  const staticFolder = await extractSample(name, input);
  if (releases) await releaseSample(staticFolder);
  const out = join(root, '.tepat', name, 'situs');
  if (!(await buildSite({ staticFolder, out, precompress }))) throw new Error('the site could not be built');
  return out;
}

/**
 * Extracts the sample or a given folder into a static folder of its own below `.tepat/`, replacing an earlier one; the folder.
 * The sample leaves nothing to ask; of another folder what is clear is enough.
 */
export async function extractSample(name: string, input?: string): Promise<string> {
  const folder = join(root, '.tepat', name);
  const staticFolder = join(folder, 'static');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(staticFolder, { recursive: true });
  cpSync(join(root, 'static'), staticFolder, {
    recursive: true,
    filter: (path) => !/[\\/](extract|engine|rilis)([\\/]|$)/.test(path.slice(root.length))
  });
  const code = await extract({ folder: input ?? (await sampleFolder(name)), out: join(staticFolder, 'extract') });
  if (code === 1) throw new Error('the extract could not be made');
  if (code !== 0 && input === undefined) throw new Error(`the sample was imported with exit code ${code}`);
  return staticFolder;
}

async function sampleFolder(name: string): Promise<string> {
  const { writeSample } = await import('./sample');
  const folder = join(root, '.tepat', name, 'contoh');
  await writeSample(folder);
  return folder;
}

function refuse(reason: string): false {
  console.error(reason);
  return false;
}
