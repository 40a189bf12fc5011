import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { InputFile } from '$lib/extract/assemble';
import type { Problem } from '$lib/source/problem';
import { root } from './files';
import { isPublished, realPath } from './paths';
import { csvCell } from './report';
import { peopleIn, type ScanOptions } from './scan';

const heading = ['berkas', 'lembar', 'baris', 'alasan', 'isi'];
const peopleHeading = ['berkas', 'lembar', 'baris', 'kolom', 'alasan'];
const notWritten = '(tidak ditulis: memuat nama atau nomor orang)';

/**
 * Rejected rows beside the extract; never below static/, which is published. Budget rows stand there whole, but for cells with a name or
 * number of somebody in the lists of people; of those lists only the place and the reason. Null when there are none.
 */
export async function writeRejects(
  out: string,
  inputs: readonly InputFile[],
  people: readonly Problem[],
  scan: ScanOptions
): Promise<string | null> {
  const folder = isPublished(out)
    ? join(root, '.tepat', `${relative(realPath(join(root, 'static')), realPath(out))}-ditolak`)
    : `${out}-ditolak`;
  const files = new Map([...rejectFiles(inputs, await personalCells(inputs, scan)), ...peopleRejects(people)]);
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

/** Texts of rejected cells that hold a name or number of somebody in the lists of people. */
async function personalCells(inputs: readonly InputFile[], scan: ScanOptions): Promise<ReadonlySet<string>> {
  const cells = inputs.flatMap(({ read }) => read.sheets.flatMap(({ rejects }) => rejects.flatMap((row) => row.cells)));
  const texts = [...new Set(cells.filter((cell) => cell !== null).map(String))];
  const places = texts.map((text, i) => ({ place: String(i), text }));
  return new Set((await peopleIn(places, scan)).map((i) => texts[Number(i)]!));
}

/** Csv files by name, one for each export that has rejected rows, each row with its place and reason. */
export function rejectFiles(
  inputs: readonly InputFile[],
  personal: ReadonlySet<string> = new Set()
): Map<string, string> {
  const out = new Map<string, string>();
  for (const { read } of inputs) {
    const rejects = read.sheets.flatMap((sheet) => sheet.rejects);
    if (rejects.length === 0) continue;
    const rows = rejects.map(({ origin, reason, cells }) => [
      origin.file,
      origin.sheet,
      origin.row,
      reason.id,
      ...cells.map((cell) => (cell !== null && personal.has(String(cell)) ? notWritten : cell))
    ]);
    out.set(freeName(read.file.replace(/[^\w.-]+/g, '_').replace(/^\.+/, ''), out), csvText([heading, ...rows]));
  }
  return out;
}

function peopleRejects(problems: readonly Problem[]): [string, string][] {
  const rows = problems
    .filter(({ kind }) => kind === 'reject')
    .map(({ place: { file, sheet, row, column }, message }) =>
      [file, sheet, row, column, message.id].map((cell) => cell ?? null)
    );
  return rows.length === 0 ? [] : [['daftar-orang.csv', csvText([peopleHeading, ...rows])]];
}

function csvText(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

/** A file name that no other export took: names that differ only in odd letters would meet. */
function freeName(name: string, taken: ReadonlyMap<string, string>): string {
  for (let n = 1; ; n++) {
    const free = n === 1 ? `${name}.csv` : `${name}-${n}.csv`;
    if (!taken.has(free)) return free;
  }
}
