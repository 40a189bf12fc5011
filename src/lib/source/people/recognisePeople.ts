import { cellText, type FileSettings } from '$lib/source/layout';
import { plainHeader } from '$lib/source/flatTable';
import type { Problem } from '$lib/source/problem';
import type { Cell, Workbook } from '$lib/source/sheet';
import { readWorkbook } from '$lib/source/workbook';
import { describeSheet, type Described } from './describe';
import { findPeopleHeader, looksLikeKey, type PeopleHeader } from './header';
import { decision, noHeader, noRows } from './peopleProblem';
import type { KnownProgram } from './program';
import type { PeopleSheet } from './sheet';
import { sheetLabel } from './sheetLabel';
import { peopleTables, type PeopleTable } from './table';

/** What a file about people gave: the sheets that can be used, and what a person should know; never a value of a person. */
export interface PeopleRead {
  sheets: PeopleSheet[];
  problems: Problem[];
}

export interface PeopleContext {
  /** Programmes that the folder describes. */
  programs?: readonly KnownProgram[] | undefined;
  /** The file as a workbook, when it was opened already. */
  workbook?: (() => Workbook) | undefined;
}

/**
 * Recognises a recipient list or a registry list from its headers; null when the file is about something else. To be asked before
 * `readExport`, whose rejects show cells: a file with a NIK or KK column, or with such numbers and no header, is never null.
 */
export function recognisePeople(
  bytes: Uint8Array,
  file: string,
  settings: FileSettings = {},
  { programs = [], workbook = () => readWorkbook(bytes, file) }: PeopleContext = {}
): PeopleRead | null {
  if (settings.abaikan) return null;
  const tables = peopleTables(bytes, file, workbook);
  const shown = tables.filter(({ hidden }) => !hidden || settings.lembar_tersembunyi);
  const found = shown.map((table) => ({ table, header: findPeopleHeader(table.rows, settings.kolom) }));
  if (found.every(({ header, table }) => header === null && !holdsKeys(table.rows))) return null;
  const read = found.map(({ table, header }) => readTable(table, header, { file, settings, programs }));
  const hidden = tables.filter((table) => !shown.includes(table) && table.rows.some((row) => row.length > 0));
  return {
    sheets: read.flatMap(({ sheet }) => (sheet === null ? [] : [sheet])),
    problems: [
      ...tables.flatMap(({ problems }) => problems),
      ...read.flatMap(({ problems }) => problems),
      ...hidden.map((table) => hiddenSheet({ file, sheet: sheetLabel(table, null, programs) }))
    ]
  };
}

function readTable(
  table: PeopleTable,
  header: PeopleHeader | null,
  context: { file: string; settings: FileSettings; programs: readonly KnownProgram[] }
): Described {
  const place = { file: context.file, sheet: sheetLabel(table, header, context.programs) };
  if (header === null) {
    const filled = table.rows.some((row) => row.length > 0);
    return { sheet: null, problems: holdsKeys(table.rows) ? [noHeader(place)] : filled ? [leftOut(place)] : [] };
  }
  const first = firstDataRow(table.rows, header);
  if (table.whole && table.rows.slice(first).every((row) => row.length === 0))
    return { sheet: null, problems: [noRows(place)] };
  return describeSheet({ table, header, first, label: place.sheet, ...context });
}

/** Examples that a template may have below its header. */
const mostExamples = 3;

/** Rows under the header that are none of a person: blank ones, the header again, column numbers such as `(1)`, a template's example. */
function firstDataRow(rows: readonly (readonly Cell[])[], { last }: PeopleHeader): number {
  const header = JSON.stringify(rows[last]);
  const below = rows.slice(last + 1);
  // keys masked throughout are what the list holds, not its example
  const masked =
    below.length > mostExamples && below.slice(0, mostExamples + 1).every((row) => row.length === 0 || isExample(row));
  const isData = (row: readonly Cell[]) =>
    row.length > 0 && !isNumberRow(row) && (masked || !isExample(row)) && JSON.stringify(row) !== header;
  const found = below.findIndex(isData);
  return found < 0 ? rows.length : last + 1 + found;
}

function isNumberRow(row: readonly Cell[]): boolean {
  const texts = row.map(cellText).filter((text) => text !== null);
  const numbers = texts.map((text) => Number(/^[([]?\s*(\d{1,2})\s*[)\].]?$/.exec(text)?.[1] ?? Number.NaN));
  return texts.length >= 2 && numbers.every((n, i) => n > (numbers[i - 1] ?? -1));
}

/** `Contoh: …` in a cell, or keys masked by crosses; a person's name may hold the word but does not consist of it. */
function isExample(row: readonly Cell[]): boolean {
  return row.some((cell) => {
    if (typeof cell !== 'string') return false;
    return (
      /^(?:contoh|cth|misal(?:nya)?)\.?\s*(?:[:)(-].*|pengisian.*|isian.*)?$/i.test(cell) ||
      /^\d*[xX*]{4,}\d*$/.test(cell)
    );
  });
}

/** Whether a table without a known header holds keys of persons: in one column, at least half of the rows. */
function holdsKeys(rows: readonly (readonly Cell[])[]): boolean {
  const filled = rows.filter((row) => row.length > 1 || (row.length === 1 && row[0] !== null)).slice(0, 500);
  const width = Math.max(0, ...filled.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const cells = filled.map((row) => row[column] ?? null);
    const label = cells.find((cell) => typeof cell === 'string' && !/\d/.test(cell));
    if (typeof label === 'string' && /npwp|rekening|nip|kontrak|kode/.test(plainHeader(label))) continue;
    const keys = cells.filter((cell) => looksLikeKey(cell) && /^\D?\d{16}\D*0?$|[eE]\+?15$/.test(String(cell)));
    if (keys.length > 0 && keys.length >= (filled.length - 1) / 2) return true;
  }
  return false;
}

function leftOut(place: { file: string; sheet: string }): Problem {
  return decision('people-sheet-unknown', place, {
    id: 'tidak ada judul kolom orang di lembar ini; dilewati, karena berkasnya memuat data orang.',
    en: 'this sheet has no headers about persons; left out, since the file holds data of persons.'
  });
}

function hiddenSheet(place: { file: string; sheet: string }): Problem {
  return decision(
    'sheet-hidden',
    place,
    { id: 'lembar tersembunyi, tidak diimpor.', en: 'hidden sheet, not imported.' },
    {
      id: 'Bila memang harus dipakai, tetapkan "lembar_tersembunyi": true di tepat.json.',
      en: 'If it should be used, set "lembar_tersembunyi": true in tepat.json.'
    }
  );
}
