import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lraFile } from '../../data/contoh/lra';
import { sample } from '../../data/contoh/files';
import { root } from '../../src/cli/files';
import { writeSample } from '../../src/cli/sample';
import type { BenchRow } from './support/row';

/** What one run of the importer said of itself. */
interface ImportRun {
  code: number;
  seconds: number;
  /** Rows of the exports, subtotals too; those that became facts. */
  read: number;
  used: number;
  /** Largest resident memory, bytes. */
  peak: number;
}

const unitsOfTheWholeRegency = 33;

/** The importer over the sample, and over twelve LRA workbooks of 33 units each. No budget is set for exports of this kind. */
export async function importerRows(): Promise<BenchRow[]> {
  const base = await mkdtemp(join(tmpdir(), 'tepat-bench-'));
  try {
    await writeSample(join(base, 'contoh'));
    await writeRegency(join(base, 'kabupaten'));
    return [await importerRow(base, 'contoh', 'sample'), await importerRow(base, 'kabupaten', '33 units, 12 months')];
  } finally {
    await rm(base, { recursive: true });
  }
}

async function importerRow(base: string, name: string, title: string): Promise<BenchRow> {
  const [folder, out] = [join(base, name), join(base, `${name}-ekstrak`)];
  const script = join(root, 'tests', 'bench', 'support', 'importRun.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, folder, out], {
    cwd: root,
    maxBuffer: 1e8
  });
  const run = JSON.parse(stdout.trim().split('\n').at(-1)!) as ImportRun;
  const sizes = await Promise.all(
    (await readdir(out)).filter((file) => file.endsWith('.parquet')).map((file) => stat(join(out, file)))
  );
  const files = (await readdir(folder)).length;
  return {
    what: `importer, ${title}`,
    measured: `${Math.round(run.read / run.seconds)} rows/s, ${Math.round(run.peak / 1e6)} MB`,
    budget: null,
    isWithin: null,
    how:
      `${files} files, ${run.read} rows read, ${run.used} of them leaves, ${run.seconds.toFixed(1)} s, exit ${run.code}; peak resident memory; ` +
      `extract ${sizes.reduce((sum, { size }) => sum + size, 0)} bytes of Parquet`
  };
}

/** The sample agency's budget of 2025 thirty-three times under as many units: one workbook a month with about 5,000 leaves. */
async function writeRegency(folder: string): Promise<void> {
  await mkdir(folder);
  const own = sample().lines.filter(({ tahun, line }) => tahun === 2025 && line.unit.kode.endsWith('.0000'));
  const lines = Array.from({ length: unitsOfTheWholeRegency }, (_, i) => {
    const unit = {
      kode: `1.06.0.00.0.00.${String(i + 1).padStart(2, '0')}.0000`,
      nama: `Dinas ${i + 1} (data contoh)`
    };
    return own.map((one) => ({ ...one, line: { ...one.line, unit } }));
  }).flat();
  for (let bulan = 1; bulan <= 12; bulan++) {
    const { name, bytes } = lraFile(lines, 2025, bulan);
    await writeFile(join(folder, name), bytes);
  }
}
