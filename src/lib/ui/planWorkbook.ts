import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { PlanRow } from '$lib/model/cuts/planTree';
import type { Language, Text } from '$lib/text/language';

/** What stands beside the numbers: one row each, a name and its text. */
export type PlanNotes = readonly (readonly [string, string])[];

const text = {
  sheet: { id: 'Rencana', en: 'Plan' },
  notes: { id: 'Keterangan', en: 'Notes' },
  kode: { id: 'Kode', en: 'Code' },
  uraian: { id: 'Uraian', en: 'Description' },
  sebelum: { id: 'Sebelum (Rp)', en: 'Before (Rp)' },
  potongan: { id: 'Potongan (Rp)', en: 'Cut (Rp)' },
  sesudah: { id: 'Sesudah (Rp)', en: 'After (Rp)' },
  persen: { id: 'Potongan (%)', en: 'Cut (%)' },
  alasan: { id: 'Alasan', en: 'Reason' },
  jumlah: { id: 'Jumlah', en: 'Total' }
} as const satisfies Record<string, Text>;

/** Columns of the sheet: before, cut and after are the ones that add up. */
const columns = { kode: 0, uraian: 1, sebelum: 2, potongan: 3, sesudah: 4, persen: 5, alasan: 6 };

/**
 * The plan as an Excel workbook in LRA order. Accounts hold numbers; every sum, `after` and percent is a formula, so that a changed
 * account adds up in the spreadsheet. Codes are text. `reasonOf` gives the words of one row; `notes` stand on a sheet of their own.
 */
export function planWorkbook(
  rows: readonly PlanRow[],
  reasonOf: (row: PlanRow) => string,
  notes: PlanNotes,
  language: Language
): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, planSheet(rows, reasonOf, language), text.sheet[language]);
  const noteSheet = utils.aoa_to_sheet(notes.map(([name, value]) => [textCell(name), textCell(value)]));
  noteSheet['!cols'] = [{ wch: 28 }, { wch: 100 }];
  utils.book_append_sheet(book, noteSheet, text.notes[language]);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function planSheet(rows: readonly PlanRow[], reasonOf: (row: PlanRow) => string, language: Language): WorkSheet {
  const heads = ['kode', 'uraian', 'sebelum', 'potongan', 'sesudah', 'persen', 'alasan'] as const;
  const sheet = utils.aoa_to_sheet([heads.map((key) => textCell(text[key][language]))]);
  for (const [at, row] of rows.entries()) {
    const r = at + 1;
    const put = (c: number, cell: CellObject) => (sheet[utils.encode_cell({ r, c })] = cell);
    put(columns.kode, textCell(row.kode));
    put(columns.uraian, textCell(row.nama ?? (row.level === 'jumlah' ? text.jumlah[language] : row.kode)));
    put(columns.sebelum, sumOr(row, columns.sebelum, row.sebelum));
    put(columns.potongan, sumOr(row, columns.potongan, row.potongan));
    put(columns.sesudah, money(row.sesudah, `${name(r, columns.sebelum)}-${name(r, columns.potongan)}`));
    const share = row.sebelum === 0 ? 0 : row.potongan / row.sebelum;
    const formula = `IF(${name(r, columns.sebelum)}=0,0,${name(r, columns.potongan)}/${name(r, columns.sebelum)})`;
    put(columns.persen, { t: 'n', v: share, f: formula, z: '0.0%' });
    put(columns.alasan, textCell(reasonOf(row)));
  }
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: columns.alasan } });
  sheet['!cols'] = [{ wch: 22 }, { wch: 60 }, { wch: 18 }, { wch: 18 }, { wch: 18 }, { wch: 12 }, { wch: 60 }];
  return sheet;
}

/** A number for an account, the sum of its children above. */
function sumOr(row: PlanRow, column: number, value: number): CellObject {
  if (row.line !== null || row.children.length === 0) return money(value);
  // At most so many cells in one sum: a spreadsheet takes 255 arguments, and children need not stand side by side.
  const groups = chunks(row.children, 200).map((part) => `SUM(${part.map((at) => name(at + 1, column)).join(',')})`);
  return money(value, groups.join('+'));
}

function money(value: number, formula?: string): CellObject {
  return { t: 'n', v: value, z: '#,##0', ...(formula === undefined ? {} : { f: formula }) };
}

/** Text stays text, also where it begins like a formula. */
function textCell(value: string): CellObject {
  return { t: 's', v: value };
}

function name(r: number, c: number): string {
  return utils.encode_cell({ r, c });
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
