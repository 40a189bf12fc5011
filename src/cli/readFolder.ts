import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '$lib/extract/assemble';
import { type FolderSettings, settingsFor } from '$lib/extract/settings';
import type { KnownProgram } from '$lib/source/people/program';
import { type PeopleRead, recognisePeople } from '$lib/source/people/recognisePeople';
import type { Problem } from '$lib/source/problem';
import { readExport } from '$lib/source/recognise';
import type { Workbook } from '$lib/source/sheet';
import { readWorkbook } from '$lib/source/workbook';
import { listExports, sha256 } from './files';
import { peopleLine, sheetLine } from './report';

/** A file about people after its columns were recognised; its rows are read by the engine alone. */
export interface PeopleFile {
  file: string;
  sha256: string;
  read: PeopleRead;
}

/** Every export of a folder, files about people apart from the rest. */
export interface FolderRead {
  inputs: InputFile[];
  people: PeopleFile[];
}

/** Files larger than this are refused before they are read: no export of this kind is near it. */
const largestFile = 1_500_000_000;

interface OneFile {
  input: InputFile | null;
  people: PeopleFile | null;
  /** Recognises a file about people again, with programmes that other files describe. */
  again?: (programs: readonly KnownProgram[]) => PeopleFile;
}

/** Reads every export, one line of progress each. `shown` is the folder as a person writes it. */
export function readFolder(folder: string, shown: string, settings: FolderSettings): FolderRead {
  const paths = listExports(folder);
  console.log(paths.length === 0 ? `${shown}: tidak ada berkas.` : `${shown}: ${paths.length} berkas`);
  const known = settingsPrograms(settings);
  const files = paths.map((path, i) => {
    const one = readOne(folder, path, settings, known);
    printFile(`[${i + 1}/${paths.length}] ${path}`, one);
    return one;
  });
  const inputs = files.flatMap(({ input }) => (input === null ? [] : [input]));
  const described = [...known, ...tablePrograms(inputs)];
  return {
    inputs,
    people: files.flatMap(({ people, again }) =>
      people === null ? [] : described.length > known.length && again !== undefined ? [again(described)] : [people]
    )
  };
}

function printFile(head: string, { input, people }: OneFile): void {
  const lines = [...(input?.read.sheets.map(sheetLine) ?? []), ...(people?.read.sheets.map(peopleLine) ?? [])];
  // A list whose aid only a later file describes is recognised once all files were seen.
  const none = people === null ? 'tidak dipakai' : 'data orang; nama bantuannya dicari setelah semua berkas dibaca';
  console.log(lines.length === 0 ? `${head}: ${none}` : lines.map((line) => `${head}: ${line}`).join('\n'));
}

function readOne(folder: string, path: string, settings: FolderSettings, known: readonly KnownProgram[]): OneFile {
  const full = join(folder, path);
  try {
    if (statSync(full).size > largestFile) return unread(path, tooLarge(path));
    const bytes = readFileSync(full);
    const hash = sha256(bytes);
    const own = settingsFor(settings, path);
    const workbook = once(() => readWorkbook(bytes, path));
    const recognised = (programs: readonly KnownProgram[]): PeopleRead | null =>
      recognisePeople(bytes, path, own, { programs, workbook });
    const read = recognised(known);
    if (read === null)
      return { input: { read: readExport(bytes, path, own, { workbook }), sha256: hash }, people: null };
    const fileOf = (found: PeopleRead): PeopleFile => ({ file: path, sha256: hash, read: found });
    return { input: null, people: fileOf(read), again: (programs) => fileOf(recognised(programs) ?? read) };
  } catch (error) {
    return unread(path, unreadable(path, error));
  }
}

function once(open: () => Workbook): () => Workbook {
  let opened: Workbook | undefined;
  return () => (opened ??= open());
}

function settingsPrograms({ bantuan = {} }: FolderSettings): KnownProgram[] {
  return Object.entries(bantuan).map(([kode, { nama }]) => ({ kode, nama: nama ?? kode }));
}

/** Aid that tables of the folder describe. */
function tablePrograms(inputs: readonly InputFile[]): KnownProgram[] {
  const facts = inputs.flatMap(({ read }) => read.sheets.flatMap(({ aids }) => aids));
  const named = facts.flatMap(({ table, values }) =>
    table === 'bantuan' && typeof values.kode_bantuan === 'string' && typeof values.nama === 'string'
      ? [{ kode: values.kode_bantuan, nama: values.nama }]
      : []
  );
  return [...new Map(named.map((one) => [`${one.kode}|${one.nama}`, one])).values()];
}

function unread(path: string, problem: Problem): OneFile {
  const read = { file: path, container: null, sheets: [], problems: [problem] };
  return { input: { read, sha256: sha256(Buffer.from(path)) }, people: null };
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
