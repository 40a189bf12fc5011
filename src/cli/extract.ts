import { smallestPublished } from '$lib/contract/values';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { assemble, type Assembled, type ExtractTables, type InputFile, lastDay } from '$lib/extract/assemble';
import { peopleFileRow, type PeopleInput, withPeopleQuality } from '$lib/extract/peopleQuality';
import { neverReleased } from '$lib/extract/released';
import { withComparable } from '$lib/extract/people/comparable';
import { fileProblems, type QualityReport, qualityReport } from '$lib/extract/quality';
import { withReference } from '$lib/extract/referenceFigures';
import { type FolderSettings, readSettings, unmatchedSettings } from '$lib/extract/settings';
import { withPeople } from '$lib/extract/withPeople';
import type { Problem } from '$lib/source/problem';
import { listExports, root, sha256 } from './files';
import { isBelow, isPublished, shownPath } from './paths';
import { type LinkedFolder, linkFolder } from './people';
import { auditFolder, publicTables, releasedBefore } from './publicTables';
import { type PeopleFile, readFolder } from './readFolder';
import { profileProblem } from './publishedFolder';
import { loadReference } from './reference';
import { writeRejects } from './rejects';
import { printReport, sheetLine } from './report';
import { writeSample } from './sample';
import { type ScanOptions, textsOfJson } from './scan';
import { warnSingleDesa } from './warnSingleDesa';
import { writeExtract } from './writeExtract';

const usage = `npm run extract -- [folder] [--out folder] [--profile public|internal] [--check] [--strict] [--rinci] [--ganti-profil]

  folder      ekspor yang dibaca; bawaan: data/masukan bila berisi berkas, selain itu data contoh
  --out       tempat hasil; bawaan: static/extract
  --profile   public (bawaan) atau internal (tidak boleh di bawah static/)
  --check     baca dan laporkan, tanpa menulis apa pun
  --strict    keluar dengan kode 1 bila ada baris atau berkas yang ditolak
  --rinci     laporkan setiap masalah, bukan hanya beberapa yang pertama
  --ganti-profil  boleh mengganti ekstrak berprofil lain di tempat hasil

Kode keluar: 0 berhasil, 2 ada pertanyaan (jawab di tepat.json), 1 tidak ada yang dapat dipakai.`;

export interface ExtractOptions {
  folder?: string | undefined;
  out?: string | undefined;
  profile?: 'public' | 'internal' | undefined;
  check?: boolean | undefined;
  strict?: boolean | undefined;
  all?: boolean | undefined;
  replaceProfile?: boolean | undefined;
}

/** Reads a folder of exports, reports, and writes the extract. Returns the exit code. */
export async function extract(options: ExtractOptions = {}): Promise<0 | 1 | 2> {
  const out = resolve(options.out ?? join(root, 'static', 'extract'));
  const profile = options.profile ?? 'public';
  if (profile === 'internal' && isPublished(out)) {
    return refuse(
      'Profil internal tidak boleh ditulis di bawah static/, karena folder itu diterbitkan. Beri --out lain.'
    );
  }
  const other = options.replaceProfile || options.check ? null : profileProblem(out, profile);
  if (other !== null) return refuse(other);
  const folder = await inputFolder(options.folder);
  if (!isFolder(folder)) return refuse(`${shownPath(folder)}: folder ini tidak ada. Beri folder yang berisi ekspor.`);
  if (isBelow(out, folder) || isBelow(folder, out))
    return refuse('Hasil tidak boleh ditulis di dalam folder ekspor atau di atasnya. Beri --out lain.');
  const settingsFile = join(folder, 'tepat.json');
  const text = existsSync(settingsFile) ? readFileSync(settingsFile, 'utf8') : null;
  const { settings, problems } = readSettings(text);
  const read = readFolder(folder, shownPath(folder), settings);
  const reference = await loadReference(settings.wilayah ?? null);
  const assembled = assemble(read.inputs, settings, reference, {
    listYears: listYears(read.people),
    settingsSha256: sha256Of(text ?? '')
  });
  printChanged(read.inputs, assembled.inputs);
  const perTanggal = asOf(settings, assembled);
  const lists = await linkFolder(read.people, { folder, settings, reference, tables: assembled.tables, perTanggal });
  try {
    const people: PeopleInput = {
      files: read.people,
      tallies: lists?.linked.tallies ?? [],
      problems: lists?.problems ?? []
    };
    const merged =
      lists === null ? { tables: assembled.tables, problems: [] } : withPeople(assembled.tables, lists.linked);
    const files = [...assembled.inputs.map((input) => input.read.file), ...read.people.map(({ file }) => file)];
    const shared = [...problems, ...unmatchedSettings(settings, files), ...assembled.problems, ...merged.problems];
    const all = [...fileProblems(assembled.inputs), ...people.problems, ...shared];
    const usable = isUsable(merged.tables);
    let rejects: string | null = null;
    if (!options.check && usable) {
      const report = qualityReport(assembled.inputs, shared, settings, profile, perTanggal, soleAgency(merged.tables));
      const before = withReference(assembled.tables, reference.figures);
      const tables = withReference(withComparable(withFileRow(merged.tables, people, profile)), reference.figures);
      const isPublic = profile === 'public';
      const dominated = lists?.linked.dominated ?? new Map();
      const k = settings.ambang ?? smallestPublished;
      const released = isPublic ? await releasedBefore(join(dirname(out), 'rilis')) : neverReleased;
      const shown = isPublic ? await publicTables(tables, { perTanggal, dominated, released, k }) : tables;
      if (isPublic) warnSingleDesa(tables);
      const scan = await scanOptions(lists, settings, before, report);
      const written = await writeExtract(out, shown, withPeopleQuality(report, people), {
        scan,
        replaceProfile: options.replaceProfile,
        audit: isPublic ? (written) => auditFolder(written, tables, { released, k }) : undefined
      });
      rejects = await writeRejects(out, assembled.inputs, people.problems, scan);
      printWritten(out, written, profile);
    }
    printReport(all, rejects === null ? null : shownPath(rejects), options.all ?? false);
    return exitCode(all, usable, options.strict ?? false, options.check ?? false);
  } finally {
    lists?.close();
  }
}

/** Years that titles and names of lists say; years in their columns are seen only when they are linked. */
function listYears(people: readonly PeopleFile[]): number[] {
  const sheets = people.flatMap((one) => one.read.sheets).filter(({ kind }) => kind === 'penerima');
  const said = sheets.flatMap(({ period, tanggalDaftar }) => [
    period.tahun,
    tanggalDaftar === null ? null : Number(tanggalDaftar.slice(0, 4))
  ]);
  return [...new Set(said.filter((year) => year !== null))];
}

/** The as-of date of the folder: its own setting, else the end of the last month of realisasi; null where neither is there. */
function asOf(settings: FolderSettings, { latest }: Assembled): string | null {
  return settings.per_tanggal ?? (latest === null ? null : lastDay(latest.tahun, latest.bulan));
}

/** Regions and files alone are no extract. */
function isUsable(tables: ExtractTables): boolean {
  return Object.entries(tables).some(([name, rows]) => name !== 'wilayah' && name !== 'berkas' && rows.length > 0);
}

function withFileRow(tables: ExtractTables, people: PeopleInput, profile: QualityReport['profil']): ExtractTables {
  if (people.tallies.length === 0) return tables;
  return { ...tables, berkas: [...(tables.berkas ?? []), peopleFileRow(people, profile, sha256Of)] };
}

function sha256Of(text: string): string {
  return sha256(Buffer.from(text));
}

/** What the scan of the written files compares with: the lists, and the texts that are there without any list. */
async function scanOptions(
  lists: LinkedFolder | null,
  settings: FolderSettings,
  tables: ExtractTables,
  report: QualityReport
): Promise<ScanOptions> {
  const index = lists === null ? null : await lists.index();
  if (index === null) return { index, known: new Set(), allowed: [] };
  const texts = [...textsOfJson('', tables), ...textsOfJson('', report)].map(({ text }) => text);
  const named = [...(tables.wilayah ?? []), ...(tables.bantuan ?? [])].flatMap(({ nama, kode_bantuan }) => [
    nama,
    kode_bantuan
  ]);
  const described = Object.entries(settings.bantuan ?? {}).flatMap(([kode, { nama }]) => [kode, nama]);
  return {
    index,
    known: new Set(texts),
    allowed: [...named, ...described].filter((text) => typeof text === 'string')
  };
}

function printWritten(out: string, files: Awaited<ReturnType<typeof writeExtract>>, profile: string): void {
  const rows = files.map((file) => `${file.table} ${file.rows}`).join(', ');
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`\n${shownPath(out)}: ${rows} baris; ${bytes} bita, profil ${profile}`);
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

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
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
      'ganti-profil': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' }
    }
  });
  if (values.help) return console.log(usage);
  const { out, profile, check, strict, rinci: all, 'ganti-profil': replaceProfile } = values;
  if (profile !== undefined && profile !== 'public' && profile !== 'internal') {
    throw new Error(`Profil "${profile}" tidak dikenal; pakai public atau internal.`);
  }
  process.exitCode = await extract({ folder: positionals[0], out, profile, check, strict, all, replaceProfile });
}

/** Ctrl-C ends through `exit`, so that what was half written and the private folder of people go too. */
function endOnSignals(): void {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  endOnSignals();
  main().catch((error: unknown) => {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  });
}
