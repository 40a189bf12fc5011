import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { assemble, type InputFile, lastDay } from '$lib/extract/assemble';
import { fileProblems, qualityReport } from '$lib/extract/quality';
import { type FolderSettings, readSettings, settingsFor } from '$lib/extract/settings';
import type { Problem } from '$lib/source/problem';
import { readExport } from '$lib/source/recognise';
import { listExports, root, sha256 } from './files';
import { loadReference } from './reference';
import { printReport, rejectCsv, sheetLine } from './report';
import { writeSample } from './sample';
import { writeExtract } from './writeExtract';

const usage = `npm run extract -- [folder] [--out folder] [--profile public|internal] [--check] [--strict] [--rinci]

  folder      ekspor yang dibaca; bawaan: data/masukan bila berisi berkas, selain itu data contoh
  --out       tempat hasil; bawaan: static/extract
  --profile   public (bawaan) atau internal (tidak boleh di bawah static/)
  --check     baca dan laporkan, tanpa menulis apa pun
  --strict    keluar dengan kode 1 bila ada baris atau berkas yang ditolak
  --rinci     laporkan setiap masalah, bukan hanya beberapa yang pertama

Kode keluar: 0 berhasil, 2 ada pertanyaan (jawab di tepat.json), 1 tidak ada yang dapat dipakai.`;

export interface ExtractOptions {
  folder?: string | undefined;
  out?: string | undefined;
  profile?: 'public' | 'internal' | undefined;
  check?: boolean | undefined;
  strict?: boolean | undefined;
  all?: boolean | undefined;
}

/** Files larger than this are refused before they are read: no export of this kind is near it. */
const largestFile = 1_500_000_000;

/** Reads a folder of exports, reports, and writes the extract. Returns the exit code. */
export async function extract(options: ExtractOptions = {}): Promise<0 | 1 | 2> {
  const folder = await inputFolder(options.folder);
  const out = resolve(options.out ?? join(root, 'static', 'extract'));
  const profile = options.profile ?? 'public';
  if (profile === 'internal' && isBelow(out, join(root, 'static'))) return refuse('Profil internal tidak boleh ditulis di bawah static/, karena folder itu diterbitkan. Beri --out lain.');
  const { settings, problems } = readSettings(existsSync(join(folder, 'tepat.json')) ? readFileSync(join(folder, 'tepat.json'), 'utf8') : null);
  const inputs = readFolder(folder, settings);
  const assembled = assemble(inputs, settings, await loadReference(settings.wilayah ?? null));
  const perTanggal = settings.per_tanggal ?? (assembled.latest === null ? null : lastDay(assembled.latest.tahun, assembled.latest.bulan));
  const shared = [...problems, ...assembled.problems];
  const all = [...fileProblems(inputs), ...shared];
  const usable = Object.entries(assembled.tables).some(([name, rows]) => name !== 'wilayah' && name !== 'berkas' && rows.length > 0);
  if (!options.check && usable) {
    const files = await writeExtract(out, assembled.tables, qualityReport(inputs, shared, settings, profile, perTanggal));
    const rejects = writeRejects(out, inputs);
    console.log(`\n${shownPath(out)}: ${files.map(({ table, rows }) => `${table} ${rows}`).join(', ')} baris; ${files.reduce((sum, { bytes }) => sum + bytes, 0)} bita, profil ${profile}`);
    printReport(all, rejects === null ? null : shownPath(rejects), options.all ?? false);
  } else printReport(all, null, options.all ?? false);
  return exitCode(all, usable, options.strict ?? false, options.check ?? false);
}

function exitCode(problems: readonly Problem[], usable: boolean, strict: boolean, check: boolean): 0 | 1 | 2 {
  const has = (kind: Problem['kind']): boolean => problems.some((problem) => problem.kind === kind);
  if (!usable) console.log('\nTidak ada yang dapat dipakai; hasil lama, bila ada, tidak diubah.');
  if (!usable || (strict && has('reject'))) return 1;
  if (check) console.log('\nHanya diperiksa; tidak ada yang ditulis.');
  return has('question') ? 2 : 0;
}

function refuse(reason: string): 1 {
  console.error(reason);
  return 1;
}

/** The folder that was asked for, else the user's exports, else the generated sample. */
async function inputFolder(asked: string | undefined): Promise<string> {
  if (asked !== undefined) return resolve(asked);
  const own = join(root, 'data', 'masukan');
  if (existsSync(own) && listExports(own).length > 0) return own;
  const sample = join(root, '.tepat', 'contoh');
  console.log('data/masukan kosong: memakai data contoh.');
  rmSync(sample, { recursive: true, force: true });
  mkdirSync(sample, { recursive: true });
  await writeSample(sample);
  return sample;
}

/** Reads every export, one line of progress each. */
function readFolder(folder: string, settings: FolderSettings): InputFile[] {
  const paths = existsSync(folder) && statSync(folder).isDirectory() ? listExports(folder) : [];
  console.log(paths.length === 0 ? `${shownPath(folder)}: tidak ada berkas.` : `${shownPath(folder)}: ${paths.length} berkas`);
  return paths.map((path, i) => {
    const full = join(folder, path);
    const head = `[${i + 1}/${paths.length}] ${path}`;
    if (statSync(full).size > largestFile) {
      console.log(`${head}: terlalu besar, dilewati`);
      return { read: { file: path, container: null, sheets: [], problems: [tooLarge(path)] }, sha256: sha256(Buffer.from(path)) };
    }
    const bytes = readFileSync(full);
    const read = readExport(bytes, path, settingsFor(settings, path));
    const lines = read.sheets.map(sheetLine);
    console.log(lines.length === 0 ? `${head}: tidak dipakai` : lines.map((line) => `${head}: ${line}`).join('\n'));
    return { read, sha256: sha256(bytes) };
  });
}

function tooLarge(file: string): Problem {
  return {
    kind: 'reject',
    code: 'file-too-large',
    place: { file },
    message: { id: 'lebih dari 1,5 GB, tidak dibaca.', en: 'larger than 1.5 GB, not read.' },
    fix: { id: 'Ekspor per unit atau per tahun.', en: 'Export by unit or by year.' }
  };
}

/** Rejected rows beside the extract; never below static/, which is published. Null when there are none. */
function writeRejects(out: string, inputs: readonly InputFile[]): string | null {
  const folder = isBelow(out, join(root, 'static')) ? join(root, '.tepat', `${relative(join(root, 'static'), out)}-ditolak`) : `${out}-ditolak`;
  rmSync(folder, { recursive: true, force: true });
  let written = 0;
  for (const input of inputs) {
    const csv = rejectCsv(input);
    if (csv === null) continue;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${input.read.file.replace(/[^\w.-]+/g, '_')}.csv`), `\ufeff${csv}`);
    written++;
  }
  return written === 0 ? null : folder;
}

function isBelow(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (!inside.startsWith('..') && !inside.startsWith(sep));
}

/** A path as a person in the project's folder would write it. */
function shownPath(path: string): string {
  const inside = relative(process.cwd(), path);
  return inside === '' ? '.' : inside.startsWith('..') ? path : inside;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      profile: { type: 'string' },
      check: { type: 'boolean' },
      strict: { type: 'boolean' },
      rinci: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' }
    }
  });
  if (values.help) return console.log(usage);
  if (values.profile !== undefined && values.profile !== 'public' && values.profile !== 'internal') throw new Error(`profil "${values.profile}" tidak dikenal; pakai public atau internal.`);
  process.exitCode = await extract({ folder: positionals[0], out: values.out, profile: values.profile, check: values.check, strict: values.strict, all: values.rinci });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(usage.split('\n')[0]);
    process.exitCode = 1;
  });
}

