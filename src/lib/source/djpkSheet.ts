import type { AmountColumn } from './amountColumn';
import { type CellRead, type UnitReader, unitReader } from './djpkAmount';
import { checkPercent } from './djpkPercent';
import { fixSwapped, swapped, unknownUnit } from './djpkProblem';
import { measures, type PortalLine, reject } from './djpkTree';
import { type Field, fieldText, findHeader, type FlatHeader } from './flatTable';
import { cellText, emptyRead, type ReadContext, type SheetRead, sheetPeriod } from './layout';
import type { Cell, Sheet } from './sheet';
import type { Text } from '$lib/text/language';

/** What tells one portal table from another. */
export interface PortalForm {
  name: string;
  fields: readonly Field[];
  required: readonly string[];
  /** Field with the label of a row. */
  label: string;
  /** Whether a label stands for the whole, so that its size tells the unit. */
  isTotal(label: string): boolean;
}

/** A portal table with its header found and its unit decided. */
export interface PortalSheet {
  form: PortalForm;
  header: FlatHeader;
  result: SheetRead;
  columns: readonly AmountColumn[];
  units: UnitReader;
}

/** Finds header and amount columns of a portal table and decides its unit; the header must be there, as `recognise` saw. */
export function openSheet(form: PortalForm, sheet: Sheet, context: ReadContext): PortalSheet {
  const header = findHeader(sheet, form.fields, form.required)!;
  const result = emptyRead(form.name, sheet, context, sheetPeriod(sheet, header.row, context.file));
  result.titles = sheet.rows.slice(0, header.row).flatMap((row) => row.map(cellText).filter((text) => text !== null));
  result.measures.push(...measures);
  const columns: AmountColumn[] = measures.map((measure) => {
    const column = header.columns.get(measure)!;
    return { measure, column, label: String(sheet.rows[header.row]![column]) };
  });
  const isTotal = (row: readonly Cell[]): boolean => form.isTotal(fieldText(header, row, form.label) ?? '');
  const units = unitReader(sheet, header.row, columns, { context, isTotal });
  result.problems.push(...units.problems);
  return { form, header, result, columns, units };
}

/** Anggaran and realisasi of a row. */
export function moneyOf({ columns, units }: PortalSheet, cells: readonly Cell[]): CellRead[] {
  return columns.map((column) => units.read(cells[column.column] ?? null, column));
}

/**
 * Compares the printed percentages, and leaves every row out where the unit is not known or the two amount columns change places: true then.
 */
export function isRefused(
  { header, result, units }: PortalSheet,
  rows: readonly Pick<PortalLine, 'money' | 'cells' | 'origin'>[]
): boolean {
  const refuse = (reason: Text): true => {
    for (const row of rows) reject(result, row, reason, Object.fromEntries(measures.map((measure) => [measure, 0n])));
    return true;
  };
  if (units.undecided) return refuse(unknownUnit);
  const column = header.columns.get('persentase') ?? -1;
  const percent = checkPercent(
    rows.map((row) => ({ ...row, percent: row.cells[column] ?? null })),
    units.rounding
  );
  result.problems.push(...percent.problems);
  if (!percent.swapped) return false;
  const place = { file: result.file, sheet: result.sheet };
  result.problems.push({ kind: 'reject', code: 'columns-swapped', place, message: swapped, fix: fixSwapped });
  return refuse(swapped);
}
