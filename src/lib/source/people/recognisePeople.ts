import { cellText, type FileSettings } from '$lib/source/layout';
import { plainHeader } from '$lib/source/flatTable';
import type { Problem } from '$lib/source/problem';
import type { Cell, Workbook } from '$lib/source/sheet';
import { readWorkbook } from '$lib/source/workbook';
import { describeSheet } from './describe';
import { findPeopleHeader, looksLikeKey } from './header';
import { decision, noHeader, noRows } from './peopleProblem';
import type { KnownProgram } from './program';
import type { PeopleSheet } from './sheet';
import { peopleTables } from './table';

/** What a person may fix in tepat.json for a file about people. */
export type PeopleSettings = FileSettings & {
  /** Code of the aid that the list is of. */
  bantuan?: string | undefined;
  /** `2025-T3` or `2025-03`, and the first day on which it holds. */
  vintase?: string | undefined;
  berlaku_sejak?: string | undefined;
  /** Day the list was decided, `YYYY-MM-DD`. */
  tanggal_daftar?: string | undefined;
  /** `2025` or `2025-03`. */
  periode?: string | undefined;
  /** Columns by hand: header to role. */
  kolom?: Readonly<Record<string, string>> | undefined;
};

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
  settings: PeopleSettings = {},
  { programs = [], workbook = () => readWorkbook(bytes, file) }: PeopleContext = {}
): PeopleRead | null {
  if (settings.abaikan) return null;
  const tables = peopleTables(bytes, file, workbook).filter(({ hidden }) => !hidden || settings.lembar_tersembunyi);
  const found = tables.map((table) => ({ table, header: findPeopleHeader(table.rows, settings.kolom) }));
  if (found.every(({ header, table }) => header === null && !holdsKeys(table.rows))) return null;
  const read: PeopleRead = { sheets: [], problems: [] };
  for (const { table, header } of found) {
    const place = { file, sheet: table.name };
    if (header === null) {
      if (holdsKeys(table.rows)) read.problems.push(noHeader(place));
      else if (table.rows.some((row) => row.length > 0)) read.problems.push(leftOut(place));
      continue;
    }
    const first = firstDataRow(table.rows, header.last + 1);
    const body = table.rows.slice(first);
    if (table.whole && body.every((row) => row.length === 0)) {
      read.problems.push(noRows(place));
      continue;
    }
    const { sheet, problems } = describeSheet({ table, header, first, file, settings, programs });
    read.problems.push(...table.problems, ...problems);
    if (sheet !== null) read.sheets.push(sheet);
  }
  return read;
}

/** Rows under the header that are none of a person: blank ones, column numbers such as `(1)`, `(2)`, and a template's example. */
function firstDataRow(rows: readonly (readonly Cell[])[], from: number): number {
  let first = from;
  while (first < rows.length && (rows[first]!.length === 0 || isNumberRow(rows[first]!) || isExample(rows[first]!)))
    first++;
  return first;
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
    const keys = cells.filter((cell) => looksLikeKey(cell) && /^\D?\d{16}\D*0?$/.test(String(cell)));
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
