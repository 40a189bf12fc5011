import { parseAmount } from './amount';
import { type AmountColumn, amountReader } from './amountColumn';
import { decideUnit, isScaled, largest } from './djpkUnit';
import type { ReadContext } from './layout';
import type { NumberStyle } from './number';
import { dissect, isMissing } from './numberText';
import type { Problem } from './problem';
import type { Cell, Sheet } from './sheet';

/** What one amount cell gave. */
export interface CellRead {
  /** Null where the cell is blank, lost its unit, or is no number. */
  sen: bigint | null;
  /** `lost`: a number without the unit that the rest of its table has; `bad`: no number. */
  fault: 'lost' | 'bad' | null;
}

export interface UnitReader {
  read(cell: Cell, column: AmountColumn): CellRead;
  /** Half of the last digit printed, in sen. */
  rounding: bigint;
  /** The unit, or how a column writes its numbers, is not known: the question is asked, and nothing is read. */
  undecided: boolean;
  problems: Problem[];
}

export interface UnitOptions {
  context: ReadContext;
  /** Marks rows of whole budgets, whose size tells the unit; null where numbers without any unit are rupiah. */
  isTotal: ((row: readonly Cell[]) => boolean) | null;
}

/** Decides the unit of the amounts of a sheet, once for the whole table, and reads cells with it. */
export function unitReader(
  sheet: Sheet,
  header: number,
  columns: readonly AmountColumn[],
  { context, isTotal }: UnitOptions
): UnitReader {
  const reader = amountReader(sheet, header + 1, columns, context);
  const rows = sheet.rows.slice(header + 1);
  const amountsOf = (column: AmountColumn, wanted: readonly (readonly Cell[])[]): bigint[] =>
    wanted.map((row) => reader.read(row[column.column] ?? null, column) ?? 0n);
  const sizes =
    isTotal === null
      ? null
      : columns.map((column) => ({
          total: largest(amountsOf(column, rows.filter(isTotal))),
          part: largest(amountsOf(column, rows))
        }));
  const suffixed = columns.some(({ column }) => rows.some((row) => isScaled(row[column] ?? null)));
  const { unit, problems } = decideUnit(sheet, header, columns, { context, sizes, suffixed });
  const power = unit?.power ?? 0;
  const cells = columns.flatMap(({ column }) => rows.map((row) => row[column] ?? null));
  return {
    read(cell, column) {
      if (isMissing(cell) || (unit === null && !suffixed)) return { sen: null, fault: null };
      if (isScaled(cell)) return found(reader.read(cell, column));
      const sen = scaled(cell, unit?.word ?? '', (text) => reader.read(text, column));
      return unit === null && sen !== undefined && sen !== 0n ? { sen: null, fault: 'lost' } : found(sen);
    },
    rounding: roundingOf(cells, power),
    undecided: reader.undecided.size > 0 || (unit === null && !suffixed),
    problems: [...reader.problems, ...problems]
  };
}

function found(sen: bigint | null | undefined): CellRead {
  return sen === undefined ? { sen: null, fault: 'bad' } : { sen, fault: null };
}

/** Reads a cell with a unit word behind it, so that no digit is rounded away before it is scaled. */
function scaled(cell: Cell, word: string, read: (cell: Cell) => bigint | null | undefined): bigint | null | undefined {
  if (word === '') return read(cell);
  if (typeof cell === 'number') return parseAmount(`${cell} ${word}`, dotStyle);
  return typeof cell === 'string' ? read(`${cell} ${word}`) : undefined;
}

const dotStyle: NumberStyle = {
  kind: 'dot',
  grouped: false,
  scaled: true,
  percent: false,
  counts: { text: 0, native: 0, missing: 0, other: 0, against: 0 },
  example: null,
  readings: []
};

/**
 * Half of the last digit printed, in sen: for each unit the most decimals that a number in it has, for a spreadsheet drops zeros at the
 * end; then the coarsest unit.
 */
function roundingOf(cells: readonly Cell[], power: number): bigint {
  const decimals = new Map<number, number>();
  for (const cell of cells) {
    const parts = dissect(typeof cell === 'number' || typeof cell === 'string' ? String(cell) : '');
    if (parts === null || !/[1-9]/.test(parts.body)) continue;
    const own = /[.,](\d{1,2}|\d{4,})$/.exec(parts.body)?.[1]?.length ?? 0;
    const unit = parts.scale > 0 ? parts.scale : power;
    decimals.set(unit, Math.max(own, decimals.get(unit) ?? 0));
  }
  return largest([...decimals].map(([unit, most]) => halfDigit(unit + 2 - most, most)));
}

/** Whole rupiah are exact; a portal that prints parts of a rupiah added doubles, and half a rupiah is their noise. */
function halfDigit(places: number, decimals: number): bigint {
  return places > 2 ? 10n ** BigInt(places) / 2n : decimals > 0 ? 50n : 0n;
}
