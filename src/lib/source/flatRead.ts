import { amountReader, type AmountColumn, type AmountReader } from './amountColumn';
import { readCode } from './code';
import { addLeaf, differingSubtotals, type FlatPlace, type FlatSubtotals, noSubtotals } from './flatSubtotals';
import { type Field, fieldInteger, fieldText, findHeader, type FlatHeader } from './flatTable';
import {
  cellText,
  columnLetter,
  emptyRead,
  type Layout,
  type Origin,
  type ReadContext,
  type SheetRead,
  sheetPeriod
} from './layout';
import type { Cell, Sheet } from './sheet';
import type { Text } from '$lib/text/language';

/** Why a row was left out, and where in the row the cause stands. */
export interface Why {
  code: string;
  message: Text;
  fix: Text;
  /** Field whose cell is to blame; its value is shown. */
  field?: string;
}

/** One row of a flat table, read through its header. */
export interface FlatRow {
  text(field: string): string | null;
  integer(field: string): number | null;
  /** Money of a declared amount field, in sen; null when blank. */
  amount(field: string): bigint | null;
  /** A normalised code; null when the cell is blank or no code of that kind. */
  code(field: string, kind: 'akun' | 'nomenklatur' | 'skpd'): string | null;
  /** The deepest unit the row names, else the one of tepat.json; empty where nobody says, null where the code cannot be read. */
  unit(): string | null;
  origin: Origin;
}

export interface FlatLayout {
  name: string;
  title: Text;
  score: number;
  fields: readonly Field[];
  required: readonly string[];
  /** Money fields; the first is the one whose rupiah are tallied as read, used and rejected. */
  amounts: readonly string[];
  /** The amounts are prices, which have no sum: none is tallied. */
  untallied?: boolean;
  /** The file may hold words about persons: rejected rows keep only the fields listed above, never the whole row. */
  personal?: boolean;
  /** A second look at a sheet whose header fits; false when it is something else. */
  confirm?(sheet: Sheet, header: FlatHeader): boolean;
  /** Takes one row: null when used, `induk` for a subtotal, `total` for a total, else why it is left out. */
  take(row: FlatRow, result: SheetRead, header: FlatHeader): Why | 'induk' | 'total' | null;
  /** Where a row stands among the subtotals of the table, in layouts that print them: subtotals are then compared with their details. */
  place?(row: FlatRow): FlatPlace | null;
  /** After the last row, e.g. to decide a unit for a whole column. */
  finish?(result: SheetRead, header: FlatHeader): void;
}

/** Makes a layout of a flat table: a header row by aliases, one fact a row. */
export function flatLayout(spec: FlatLayout): Layout {
  return {
    name: spec.name,
    title: spec.title,
    recognise(sheet) {
      const header = findHeader(sheet, spec.fields, spec.required);
      if (header === null || (spec.confirm && !spec.confirm(sheet, header))) return null;
      return { score: spec.score + Math.min(0.09, header.columns.size / 200), header: header.row };
    },
    read: (sheet, context) => readFlat(spec, sheet, context)
  };
}

/** What every row of one table is read with. */
interface Reading {
  spec: FlatLayout;
  sheet: Sheet;
  context: ReadContext;
  header: FlatHeader;
  amounts: readonly AmountColumn[];
  reader: AmountReader;
  subtotals: FlatSubtotals;
}

function readFlat(spec: FlatLayout, sheet: Sheet, context: ReadContext): SheetRead {
  const header = findHeader(sheet, spec.fields, spec.required)!;
  const result = emptyRead(spec.name, sheet, context, sheetPeriod(sheet, header.row, context.file));
  const amounts: AmountColumn[] = spec.amounts.flatMap((name) => {
    const column = header.columns.get(name);
    return column === undefined ? [] : [{ measure: name, column, label: String(sheet.rows[header.row]![column]) }];
  });
  const reader = amountReader(sheet, header.row + 1, amounts, context);
  result.problems.push(...reader.problems, ...unusedColumns(sheet, context, header, spec));
  const tallied = talliedAmount(spec);
  if (tallied !== undefined) result.measures.push(tallied);
  const reading: Reading = { spec, sheet, context, header, amounts, reader, subtotals: noSubtotals(amounts) };
  for (let index = header.row + 1; index < sheet.rows.length; index++) {
    const cells = sheet.rows[index]!;
    if (cells.some((cell) => cell !== null) && !isHeaderAgain(cells, sheet.rows[header.row]!))
      takeRow(reading, cells, index, result);
  }
  result.problems.push(...differingSubtotals(reading.subtotals, amounts));
  spec.finish?.(result, header);
  return result;
}

function talliedAmount({ amounts, untallied }: FlatLayout): string | undefined {
  return untallied ? undefined : amounts[0];
}

/** A printed export repeats its header on every page. */
function isHeaderAgain(cells: readonly Cell[], header: readonly Cell[]): boolean {
  const filled = cells.flatMap((cell, column) => (cell === null ? [] : [column]));
  return filled.length >= 2 && filled.every((column) => cells[column] === header[column]);
}

function takeRow(
  { spec, sheet, context, header, amounts, reader, subtotals }: Reading,
  cells: readonly Cell[],
  index: number,
  result: SheetRead
): void {
  const money = new Map(amounts.map((column) => [column.measure, reader.read(cells[column.column] ?? null, column)]));
  const origin = { file: context.file, sheet: sheet.name, row: index + 1 };
  const row: FlatRow = {
    text: (name) => fieldText(header, cells, name),
    integer: (name) => fieldInteger(header, cells, name),
    amount: (name) => money.get(name) ?? null,
    code: (name, kind) => readCode(fieldText(header, cells, name)?.split(/\s+/)[0] ?? '', kind)?.kode ?? null,
    unit: () => unitOf(row, context),
    origin
  };
  const bad = amounts.find((column) => money.get(column.measure) === undefined);
  const outcome = bad ? { ...notANumber, field: bad.measure } : spec.take(row, result, header);
  const stated = amounts.map(({ measure }) => money.get(measure) ?? null);
  const place = spec.place?.(row) ?? null;
  if (outcome === 'induk' || outcome === 'total') {
    result[outcome]++;
    if (outcome === 'induk' && place !== null) subtotals.stated.push({ place, origin, amounts: stated });
    return;
  }
  const kept = spec.personal
    ? [...header.columns.values()].sort((a, b) => a - b).map((column) => cells[column] ?? null)
    : cells;
  const measure = talliedAmount(spec);
  const rupiah = measure === undefined ? {} : { [measure]: money.get(measure) ?? 0n };
  if (outcome === null) {
    result.used.push({ row: index + 1, cells: kept, rupiah });
    if (place !== null) addLeaf(subtotals, place, stated);
    return;
  }
  stated.forEach((amount, i) => (subtotals.rejected[i]! += amount ?? 0n));
  result.rejects.push({ origin, reason: outcome.message, cells: kept, rupiah });
  // where the number style of a column is undecided, that was asked once and need not be said for every row
  if (bad !== undefined && reader.undecided.has(bad.column)) return;
  const { code, message, fix, field } = outcome;
  const column = field === undefined ? undefined : header.columns.get(field);
  const value = column === undefined ? undefined : shownValue(cellText(cells[column]) ?? '', spec.personal ?? false);
  result.problems.push({
    kind: 'reject',
    code,
    place: { ...origin, column: column === undefined ? undefined : columnLetter(column), value },
    message,
    fix
  });
}

const unitFields = ['kode_sub_unit', 'kode_skpd', 'unit'] as const;

function unitOf(row: FlatRow, { settings }: ReadContext): string | null {
  const given = unitFields.filter((name) => row.text(name) !== null);
  if (given.length === 0) return settings.kode_skpd ?? '';
  return given.map((name) => row.code(name, 'skpd')).find((code) => code !== null) ?? null;
}

/** A value for a message; in files that name persons only what cannot be a name. */
function shownValue(text: string, personal: boolean): string | undefined {
  return !personal || /^[\d\s.,:;/%#()NA-]*$/.test(text) ? text : undefined;
}

function unusedColumns(
  sheet: Sheet,
  context: ReadContext,
  header: FlatHeader,
  spec: FlatLayout
): SheetRead['problems'] {
  if (header.unused.length === 0) return [];
  const names = header.unused.join(', ');
  return [
    {
      kind: 'decision',
      code: 'unused-columns',
      place: { file: context.file, sheet: sheet.name },
      message: spec.personal
        ? { id: `kolom dilewati tanpa dibaca: ${names}.`, en: `columns skipped unread: ${names}.` }
        : { id: `kolom yang tidak dipakai: ${names}.`, en: `columns not used: ${names}.` }
    }
  ];
}

const notANumber: Why = {
  code: 'angka',
  message: { id: 'bukan angka dalam format kolom ini.', en: 'is not a number in the format of this column.' },
  fix: {
    id: 'Perbaiki nilainya di ekspor, atau tetapkan "angka" di tepat.json.',
    en: 'Correct the value in the export, or set "angka" in tepat.json.'
  }
};

/** Reasons that several flat layouts share. */
export const whyBadCode = (field: string): Why => ({
  code: 'kode',
  field,
  message: { id: 'kode kosong atau tidak dikenali.', en: 'the code is blank or not recognised.' },
  fix: {
    id: 'Tulis kode resmi, misalnya 1.06.04.2.01.0001 atau 5.1.02.01.01.0024.',
    en: 'Use an official code such as 1.06.04.2.01.0001 or 5.1.02.01.01.0024.'
  }
});
export const whyBlank = (field: string): Why => ({
  code: 'kosong',
  field,
  message: { id: 'nilai yang wajib ada ternyata kosong.', en: 'a required value is blank.' },
  fix: { id: 'Isi selnya di ekspor; nol harus ditulis 0.', en: 'Fill in the cell; write 0 for zero.' }
});
