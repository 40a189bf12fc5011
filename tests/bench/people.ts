import { execFile } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../src/cli/files';
import { loadReference } from '../../src/cli/reference';
import type { BenchRow } from './support/row';

/** Issue of targeting: registry of 1,000,000 and lists of 500,000 rows, at most 2 x the bare script, below 2 GB. */
const size = { families: 1_000_000, recipients: 500_000 };
const budget = { ratio: 2, bytes: 2e9 };
const runs = 3;
const linesAtOnce = 50_000;

interface PeopleRun {
  seconds: number;
  counted: number;
  peak: number;
}

/** Linking and counting people against a bare DuckDB script of the same join: the fastest of three runs each, in turn. */
export async function peopleRows(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tepat-bench-'));
  try {
    await writePeople(folder);
    const ours: PeopleRun[] = [];
    const bare: PeopleRun[] = [];
    for (let i = 0; i < runs; i++) {
      bare.push(await run('bare', folder));
      ours.push(await run('importer', folder));
    }
    const [a, b] = [fastest(ours), fastest(bare)];
    if (a.counted !== b.counted)
      throw new Error(`${a.counted} eligible recipients, but ${b.counted} by the bare script`);
    const ratio = a.seconds / b.seconds;
    const peak = Math.max(...ours.map((one) => one.peak));
    return [
      {
        what: 'people: 1M registry, 500k list',
        measured: `${ratio.toFixed(2)} x bare, ${Math.round(peak / 1e6)} MB`,
        budget: `${budget.ratio} x, ${budget.bytes / 1e6} MB`,
        isWithin: ratio <= budget.ratio && peak <= budget.bytes,
        how: `fastest of ${runs}: ${a.seconds.toFixed(2)} s, bare script ${b.seconds.toFixed(2)} s (${Math.round(b.peak / 1e6)} MB); same ${a.counted} eligible recipients; recognition, keys, desa by name, freshness, overlap and every level included`
      }
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function fastest(all: readonly PeopleRun[]): PeopleRun {
  return all.reduce((best, one) => (one.seconds < best.seconds ? one : best));
}

async function run(which: 'importer' | 'bare', folder: string): Promise<PeopleRun> {
  const script = join(root, 'tests', 'bench', 'support', 'peopleRun.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, which, folder], {
    cwd: root
  });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as PeopleRun;
}

/** Invented people: numbers of a province that does not exist, every eleventh family without a desil, every fiftieth row twice. */
async function writePeople(folder: string): Promise<void> {
  const { wilayah } = await loadReference('64.02');
  const names = new Map(wilayah.map(({ kode, nama }) => [String(kode), String(nama)]));
  const places = [...names]
    .filter(([kode]) => kode.split('.').length === 4)
    .map(([kode, nama]) => [names.get(kode.slice(0, 8)), nama]);
  const kk = (i: number): string => `0011${String(i * 7 + 1).padStart(12, '0')}`;
  const nik = (i: number): string => `0012${String(i * 7 + 3).padStart(12, '0')}`;
  const place = (i: number): string[] => places[(i * 31) % places.length]! as string[];
  writeLines(
    join(folder, 'registry.csv'),
    'no;no_kk;nik;nama;kecamatan;desa;alamat;desil_nasional;tgl_verifikasi',
    size.families,
    (i) => {
      const day = `${2021 + (i % 5)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
      return [i + 1, kk(i), nik(i), `CONTOH ${i}`, ...place(i), 'Jl. Contoh', i % 11 === 0 ? '' : i % 11, day].join(
        ';'
      );
    }
  );
  writeLines(join(folder, 'list.csv'), 'nik,no_kk,nama,kecamatan,desa,nominal', size.recipients, (i) => {
    const family = ((i % 50 === 49 ? i - 1 : i) * 7919) % (size.families + 20_000);
    return [nik(family), kk(family), `CONTOH ${family}`, ...place(family), 600_000].join(',');
  });
}

function writeLines(path: string, header: string, count: number, line: (i: number) => string): void {
  const file = openSync(path, 'w');
  writeSync(file, `${header}\n`);
  for (let from = 0; from < count; from += linesAtOnce) {
    const some = Array.from({ length: Math.min(linesAtOnce, count - from) }, (_, i) => line(from + i));
    writeSync(file, `${some.join('\n')}\n`);
  }
  closeSync(file);
}
