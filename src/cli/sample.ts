import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { folderFiles } from '../../data/contoh/files';

/**
 * Writes the raw exports of the sample agency years into a folder, replacing an earlier sample there. Refuses a folder that holds anything
 * else, so that nobody's own exports are removed. Returns the file names in the order written.
 */
export async function writeSample(folder: string): Promise<string[]> {
  if (!(await mayReplace(folder))) {
    throw new Error(
      `${folder} berisi berkas yang bukan data contoh. Pilih folder kosong. / It holds files that are not the sample; choose an empty folder.`
    );
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const names: string[] = [];
  for (const { name, bytes } of folderFiles()) {
    await writeFile(join(folder, name), bytes);
    names.push(name);
  }
  return names;
}

/** An absent or empty folder, or one whose tepat.json says that it is the sample. */
async function mayReplace(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : Promise.reject(error)
  );
  if (names.length === 0) return true;
  const settings = await readFile(join(folder, 'tepat.json'), 'utf8').catch(() => 'null');
  return (JSON.parse(settings) as { contoh?: boolean } | null)?.contoh === true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = resolve(process.argv[2] ?? join('.tepat', 'contoh'));
  const names = await writeSample(folder);
  console.log(`${names.length} berkas contoh ditulis ke ${folder}`);
}
