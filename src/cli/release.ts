import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { releaseId } from '$lib/contract/release';
import { formatDate } from '$lib/format/date';
import { type FrozenRelease, readReleases } from '$lib/server/releases';
import { checkExtract } from './checkExtract';
import { compareReleases } from './compareRelease';
import { root } from './files';
import { shownPath } from './paths';
import { comparisonLines } from './releaseReport';
import { type Candidate, freeze, readCandidate, releaseProblems } from './releaseStore';

const usage = `npm run release -- [--catatan "…"] [--ralat "…"] [--tanggal YYYY-MM-DD] [--check]

  Membekukan static/extract sebagai rilis di static/rilis, sesudah membandingkannya dengan rilis terakhir.

  --catatan   apa yang baru, dalam kata-kata Anda; boleh berulang
  --ralat     apa yang keliru pada rilis lama; boleh berulang. Perlu bila menerbitkan ulang bulan yang lebih lama
  --tanggal   tanggal terbit; bawaan: hari ini
  --check     bandingkan saja, tanpa menerbitkan

Kode keluar: 0 berhasil atau sudah terbit, 1 ditolak.`;

export interface ReleaseOptions {
  /** Folder with extract/ and rilis/; default `static`. */
  staticFolder?: string | undefined;
  /** Day of the release, YYYY-MM-DD; default today. */
  tanggal?: string | undefined;
  catatan?: readonly string[] | undefined;
  ralat?: readonly string[] | undefined;
  check?: boolean | undefined;
}

/** Compares the extract with the last release and freezes it as the next. Returns the exit code. */
export async function release(options: ReleaseOptions = {}): Promise<0 | 1> {
  const staticFolder = options.staticFolder ?? join(root, 'static');
  const [extract, folder] = [join(staticFolder, 'extract'), join(staticFolder, 'rilis')];
  const said = {
    terbit: options.tanggal ?? today(),
    catatan: options.catatan ?? [],
    ralat: options.ralat ?? []
  };
  const unusable = await extractProblems(extract);
  if (unusable.length > 0) return refuse(unusable);
  clearUnfinished(folder);
  const candidate = readCandidate(extract);
  const id = releaseId({ ...candidate, terbit: said.terbit });
  const damaged = releaseProblems(folder).filter((problem) => !problem.startsWith(`rilis/${id} `));
  if (damaged.length > 0)
    return refuse([
      ...damaged,
      'Rilis yang sudah terbit tidak boleh berubah. Kembalikan folder itu dari cadangan atau dari situs yang terbit.'
    ]);
  const releases = readReleases(folder);
  const same = releases.find(({ sha256 }) => sha256 === candidate.sha256);
  const last = releases.at(-1);
  if (same !== undefined && same !== last)
    return refuse([
      `Ekstrak ini sama dengan rilis lama ${same.id}; yang terbaru ${last!.id}. Jalankan npm run extract dengan data terbaru.`
    ]);
  if (same !== undefined) {
    console.log(`Sudah terbit: ${same.id}, ${formatDate(same.terbit, 'id')}. Tidak ada yang ditulis.`);
    return 0;
  }
  await printComparison(extract, last);
  const against = refusals(candidate, said, last);
  if (against.length > 0) return refuse(against);
  if (last !== undefined) for (const line of warnings(candidate, said.ralat, last)) console.log(`Perhatian: ${line}`);
  if (options.check) {
    console.log(`\nHanya diperiksa; tidak ada yang ditulis. Rilis ini akan bernama ${id}.`);
    return 0;
  }
  freeze(folder, candidate, said);
  console.log(
    `\nTerbit: ${id} di ${shownPath(folder)}. Bangun situsnya dengan npm run build, lalu cadangkan folder itu.`
  );
  return 0;
}

/** What the extract changes against the last release, before anything is decided. */
async function printComparison(extract: string, last: FrozenRelease | undefined): Promise<void> {
  if (last === undefined) return console.log('Rilis pertama: belum ada yang dibandingkan.');
  console.log(`Dibandingkan dengan rilis terakhir, ${last.id} (terbit ${formatDate(last.terbit, 'id')}):`);
  for (const line of comparisonLines(await compareReleases(last.folder, extract))) console.log(`  - ${line}`);
  console.log('');
}

/** Why an extract may not be released at all. */
async function extractProblems(extract: string): Promise<string[]> {
  if (!existsSync(join(extract, 'datapackage.json')) || !existsSync(join(extract, 'kualitas.json')))
    return [`${shownPath(extract)} tidak berisi ekstrak. Jalankan npm run extract dahulu.`];
  const json = (name: string): Record<string, unknown> =>
    JSON.parse(readFileSync(join(extract, name), 'utf8')) as Record<string, unknown>;
  if (json('kualitas.json').profil !== 'public' || json('datapackage.json').extractProfile !== 'public')
    return [
      'Ekstrak ini bukan profil publik dan tidak diterbitkan. Jalankan npm run extract tanpa --profile internal.'
    ];
  const broken = await checkExtract(extract);
  if (broken.length > 0) return ['Ekstrak melanggar kontrak:', ...broken];
  const listed = new Set(
    (json('datapackage.json').resources as { path: string }[]).map(({ path }) => path).concat(jsonFiles)
  );
  const strange = readdirSync(extract).filter((name) => !listed.has(name));
  return strange.map((name) => `${shownPath(join(extract, name))} bukan bagian ekstrak ini; pindahkan dahulu.`);
}

const jsonFiles = ['datapackage.json', 'kualitas.json'];

/** Copies that a killed run left behind; nothing of them was ever a release. */
function clearUnfinished(folder: string): void {
  rmSync(join(folder, '.baru'), { recursive: true, force: true });
  rmSync(join(folder, 'rilis.json.baru'), { force: true });
}

interface Saying {
  terbit: string;
  ralat: readonly string[];
}

/** Why this extract may not follow the last release. */
function refusals(candidate: Candidate, { terbit, ralat }: Saying, last: FrozenRelease | undefined): string[] {
  if (last === undefined) return [];
  const [now, before] = [candidate.per_tanggal, last.per_tanggal];
  return [
    ...(terbit < last.terbit
      ? [`Tanggal terbit ${terbit} mendahului rilis terakhir (${last.id}, terbit ${last.terbit}). Periksa --tanggal.`]
      : []),
    ...(candidate.contoh === last.contoh
      ? []
      : [
          candidate.contoh
            ? 'Ekstrak ini data contoh, sedangkan rilis terakhir bukan. Isi data/masukan, lalu jalankan npm run extract.'
            : 'Rilis yang ada adalah data contoh. Hapus static/rilis sebelum menerbitkan data dinas yang pertama.'
        ]),
    ...(isOlder(now, before) && ralat.length === 0
      ? [
          `Ekstrak ini keadaan ${formatDate(now, 'id')}, lebih lama daripada rilis terakhir (${formatDate(before, 'id')}): ia akan menjadi rilis terbaru. Periksa data/masukan; bila memang begitu, sebutkan alasannya dengan --ralat "…".`
        ]
      : [])
  ];
}

/** What a publisher should look at before this becomes the newest release. */
function warnings(candidate: Candidate, ralat: readonly string[], last: FrozenRelease): string[] {
  const [now, before] = [candidate.per_tanggal, last.per_tanggal];
  return [
    ...(isOlder(now, before)
      ? [`menerbitkan ulang keadaan ${formatDate(now, 'id')}, lebih lama daripada ${formatDate(before, 'id')}.`]
      : []),
    ...(now === before && ralat.length === 0
      ? ['tanggal datanya sama dengan rilis terakhir. Bila ini perbaikan, sebutkan yang keliru dengan --ralat "…".']
      : []),
    ...(now === null && before !== null ? ['ekstrak ini tidak menyebut tanggal datanya, rilis terakhir ya.'] : []),
    ...(candidate.judul === last.judul ? [] : [`nama instansi berubah: ${last.judul} → ${candidate.judul}.`])
  ];
}

function isOlder(now: string | null, before: string | null): boolean {
  return now !== null && before !== null && now < before;
}

/** Today where the publisher is, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

function refuse(reasons: readonly string[]): 1 {
  for (const reason of reasons) console.error(reason);
  return 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      catatan: { type: 'string', multiple: true },
      ralat: { type: 'string', multiple: true },
      tanggal: { type: 'string' },
      check: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' }
    }
  });
  if (values.help) return console.log(usage);
  if (values.tanggal !== undefined && formatDate(values.tanggal, 'id') === '–')
    throw new Error(`Tanggal "${values.tanggal}" tidak dikenal; tulis seperti 2026-11-03.`);
  const { catatan, ralat, tanggal, check } = values;
  process.exitCode = await release({ catatan, ralat, tanggal, check });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
