import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { assemble, type ExtractTables, type InputFile, lastDay } from '$lib/extract/assemble';
import { fileProblems, qualityReport } from '$lib/extract/quality';
import { withReference } from '$lib/extract/referenceFigures';
import { type FolderSettings, readSettings, settingsFor, unmatchedSettings } from '$lib/extract/settings';
import type { Problem } from '$lib/source/problem';
import { readExport } from '$lib/source/recognise';
import { listExports, root, sha256 } from './files';
import { loadReference } from './reference';
import { printReport, rejectFiles, sheetLine } from './report';
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
  const out = resolve(options.out ?? join(root, 'static', 'extract'));
  const profile = options.profile ?? 'public';
  if (profile === 'internal' && isPublished(out)) {
    return refuse(
      'Profil internal tidak boleh ditulis di bawah static/, karena folder itu diterbitkan. Beri --out lain.'
    );
  }
  const folder = await inputFolder(options.folder);
  if (!isFolder(folder)) return refuse(`${shownPath(folder)}: folder ini tidak ada. Beri folder yang berisi ekspor.`);
  if (isBelow(out, folder) || isBelow(folder, out))
    return refuse('Hasil tidak boleh ditulis di dalam folder ekspor atau di atasnya. Beri --out lain.');
  const settingsFile = join(folder, 'tepat.json');
  const { settings, problems } = readSettings(existsSync(settingsFile) ? readFileSync(settingsFile, 'utf8') : null);
  const read = readFolder(folder, settings);
  const reference = await loadReference(settings.wilayah ?? null);
  const { tables, inputs, latest, problems: found } = assemble(read, settings, reference);
  printChanged(read, inputs);
  const perTanggal = settings.per_tanggal ?? (latest === null ? null : lastDay(latest.tahun, latest.bulan));
  const shared = [
    ...problems,
    ...unmatchedSettings(
      settings,
      inputs.map((input) => input.read.file)
    ),
    ...found
  ];
  const all = [...fileProblems(inputs), ...shared];
  const usable = Object.entries(tables).some(
    ([name, rows]) => name !== 'wilayah' && name !== 'berkas' && rows.length > 0
  );
  let rejects: string | null = null;
  if (!options.check && usable) {
    const files = await writeExtract(
      out,
      withReference(tables, reference.figures),
      qualityReport(inputs, shared, settings, profile, perTanggal, soleAgency(tables))
    );
    rejects = writeRejects(out, inputs);
    const rows = files.map((file) => `${file.table} ${file.rows}`).join(', ');
    console.log(
      `\n${shownPath(out)}: ${rows} baris; ${files.reduce((sum, { bytes }) => sum + bytes, 0)} bita, profil ${profile}`
    );
  }
  printReport(all, rejects === null ? null : shownPath(rejects), options.all ?? false);
  return exitCode(all, usable, options.strict ?? false, options.check ?? false);
}

/** The name of the one SKPD of an extract, in its latest year; null where there are several or none. */
function soleAgency({ skpd = [] }: ExtractTables): string | null {
  const agencies = skpd.filter(({ tingkat }) => tingkat === 'skpd');
  const latest = agencies.reduce<(typeof agencies)[number] | null>(
    (best, row) => (best === null || Number(row.tahun) > Number(best.tahun) ? row : best),
    null
  );
  return new Set(agencies.map(({ kode }) => kode)).size === 1 ? String(latest?.nama) : null;
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
  const paths = listExports(folder);
  console.log(
    paths.length === 0 ? `${shownPath(folder)}: tidak ada berkas.` : `${shownPath(folder)}: ${paths.length} berkas`
  );
  return paths.map((path, i) => {
    const input = readInput(folder, path, settings);
    const head = `[${i + 1}/${paths.length}] ${path}`;
    const lines = input.read.sheets.map(sheetLine);
    console.log(lines.length === 0 ? `${head}: tidak dipakai` : lines.map((line) => `${head}: ${line}`).join('\n'));
    return input;
  });
}

/** Sheets whose rows turned out otherwise once all files were seen together. */
function printChanged(read: readonly InputFile[], settled: readonly InputFile[]): void {
  const before = new Map(
    read.flatMap((input) => input.read.sheets.map((sheet) => [`${sheet.file}\n${sheet.sheet}`, sheetLine(sheet)]))
  );
  const changed = settled.flatMap((input) =>
    input.read.sheets.filter((sheet) => before.get(`${sheet.file}\n${sheet.sheet}`) !== sheetLine(sheet))
  );
  if (changed.length > 0) console.log('\nSetelah semua berkas dilihat bersama:');
  for (const sheet of changed) console.log(`  ${sheet.file}, lembar "${sheet.sheet}": ${sheetLine(sheet)}`);
}

function readInput(folder: string, path: string, settings: FolderSettings): InputFile {
  const unread = (problem: Problem): InputFile => ({
    read: { file: path, container: null, sheets: [], problems: [problem] },
    sha256: sha256(Buffer.from(path))
  });
  const full = join(folder, path);
  if (statSync(full).size > largestFile) return unread(tooLarge(path));
  try {
    const bytes = readFileSync(full);
    return { read: readExport(bytes, path, settingsFor(settings, path)), sha256: sha256(bytes) };
  } catch (error) {
    return unread(unreadable(path, error));
  }
}

function unreadable(file: string, error: unknown): Problem {
  const detail = (error as NodeJS.ErrnoException).code ?? 'galat';
  return {
    kind: 'reject',
    code: 'file-unreadable',
    place: { file },
    message: {
      id: `tidak dapat dibaca dari penyimpanan (${detail}).`,
      en: `cannot be read from the disk (${detail}).`
    },
    fix: { id: 'Periksa izin berkasnya, atau salin ulang.', en: 'Check its permissions, or copy it again.' }
  };
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
  const folder = isPublished(out)
    ? join(root, '.tepat', `${relative(realPath(join(root, 'static')), realPath(out))}-ditolak`)
    : `${out}-ditolak`;
  const files = rejectFiles(inputs);
  if (existsSync(folder)) {
    const foreign = readdirSync(folder).find((name) => !name.endsWith('.csv'));
    if (foreign !== undefined)
      throw new Error(
        `${folder} berisi "${foreign}", yang bukan daftar tolakan; folder itu tidak diganti. Pindahkan, lalu jalankan lagi.`
      );
    rmSync(folder, { recursive: true, force: true });
  }
  if (files.size === 0) return null;
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), `\ufeff${text}`);
  return folder;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Whether a path is in the folder that is published, also through a symbolic link. */
function isPublished(path: string): boolean {
  return isBelow(realPath(path), realPath(join(root, 'static')));
}

/** A path without symbolic links, as far as it exists. */
function realPath(path: string): string {
  return existsSync(path) || dirname(path) === path
    ? realpathSync(path)
    : join(realPath(dirname(path)), basename(path));
}

function isBelow(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside));
}

/** A path as a person in the project's folder would write it. */
function shownPath(path: string): string {
  const inside = relative(process.cwd(), path);
  return inside === '' ? '.' : inside.startsWith('..') ? path : inside;
}

/** What the system's refusals mean for a person. */
const systemErrors: Readonly<Record<string, string>> = {
  EACCES: 'tidak boleh ditulis atau dibaca oleh pengguna ini',
  EPERM: 'tidak boleh ditulis atau dibaca oleh pengguna ini',
  EROFS: 'berada di media yang hanya dapat dibaca',
  ENOSPC: 'tidak muat: ruang penyimpanan habis',
  ENOTDIR: 'bukan folder',
  EEXIST: 'bukan folder',
  ENOENT: 'tidak dapat dibuat di tempat itu',
  ENAMETOOLONG: 'bernama terlalu panjang'
};

/** One sentence for whatever went wrong; never a stack trace. */
function sentenceOf(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const meaning = systemErrors[code ?? ''];
  if (meaning !== undefined) return `${path ?? 'Tempat hasil'}: ${meaning}. Beri --out lain, atau perbaiki izinnya.`;
  return message ?? String(error);
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
  const { out, profile, check, strict, rinci: all } = values;
  if (profile !== undefined && profile !== 'public' && profile !== 'internal') {
    throw new Error(`Profil "${profile}" tidak dikenal; pakai public atau internal.`);
  }
  process.exitCode = await extract({ folder: positionals[0], out, profile, check, strict, all });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  });
}
