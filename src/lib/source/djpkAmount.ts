import { parseAmount } from './amount';
import { type AmountColumn, amountReader } from './amountColumn';
import { cellText, columnLetter, type FileSettings, type ReadContext } from './layout';
import type { NumberStyle } from './number';
import { dissect, isMissing } from './numberText';
import type { Problem } from './problem';
import type { Cell, Sheet } from './sheet';
import type { Text } from '$lib/text/language';

/** What one amount cell gave. */
export interface CellRead {
  /** Null where the cell is blank, lost its unit, or is no number. */
  sen: bigint | null;
  /** `lost`: a number without the unit that the rest of its column has; `bad`: no number. */
  fault: 'lost' | 'bad' | null;
}

export interface UnitReader {
  read(cell: Cell, column: AmountColumn): CellRead;
  /** Half of the last digit printed, in sen. */
  rounding: bigint;
  /** A column's unit is not known: the question is asked, and nothing is read. */
  undecided: boolean;
  problems: Problem[];
}

type Unit = NonNullable<FileSettings['satuan']>;
/** A unit and what decided it. */
interface Decided {
  unit: (typeof units)[number];
  by: 'settings' | 'header' | 'size';
}

const units: readonly { unit: Unit; power: number; word: string; header: RegExp; name: Text }[] = [
  {
    unit: 'triliun',
    power: 12,
    word: 'T',
    header: /tril+[iy]*un/i,
    name: { id: 'triliun rupiah', en: 'trillions of rupiah' }
  },
  {
    unit: 'miliar',
    power: 9,
    word: 'M',
    header: /mil[iy]ar/i,
    name: { id: 'miliar rupiah', en: 'billions of rupiah' }
  },
  { unit: 'juta', power: 6, word: 'jt', header: /juta/i, name: { id: 'juta rupiah', en: 'millions of rupiah' } },
  { unit: 'ribu', power: 3, word: 'rb', header: /ribu/i, name: { id: 'ribu rupiah', en: 'thousands of rupiah' } },
  { unit: 'rupiah', power: 0, word: '', header: /\brp\b|rupiah/i, name: { id: 'rupiah', en: 'rupiah' } }
];

/**
 * No regency of the country has a budget below 0.2 or above 100 triliun rupiah, so that one unit at most makes a stated total possible.
 * In sen.
 */
const smallestBudget = 2n * 10n ** 13n;
const largestBudget = 10n ** 16n;

/** Decides the unit of the amount columns of a sheet, once for each column, and reads cells with it. `isTotal` marks rows of whole budgets. */
export function unitReader(
  sheet: Sheet,
  header: number,
  columns: readonly AmountColumn[],
  { context, isTotal }: { context: ReadContext; isTotal: (row: readonly Cell[]) => boolean }
): UnitReader {
  const reader = amountReader(sheet, header + 1, columns, context);
  const rows = sheet.rows.slice(header + 1);
  const problems = [...reader.problems];
  const plain = (cell: Cell, column: AmountColumn): bigint | null | undefined => reader.read(cell, column);
  const decided = new Map<number, { unit: Decided['unit'] | null; suffixed: boolean }>();
  for (const column of columns) {
    if (reader.undecided.has(column.column)) continue;
    const cells = rows.map((row) => row[column.column] ?? null);
    const suffixed = cells.some(isScaled);
    const totals = rows.filter(isTotal).map((row) => plain(row[column.column] ?? null, column) ?? 0n);
    const all = cells.map((cell) => plain(cell, column) ?? 0n);
    const found = suffixed ? null : unitOf(sheet, header, column, context, { totals, all });
    decided.set(column.column, { unit: found?.unit ?? null, suffixed });
    if (!suffixed) problems.push(...unitProblem(sheet, context, column, found));
  }
  const reads = (cell: Cell, column: AmountColumn): CellRead => {
    const own = decided.get(column.column);
    if (isMissing(cell)) return { sen: null, fault: null };
    if (own === undefined || (own.unit === null && !own.suffixed)) return { sen: null, fault: null };
    const sen = own.unit === null ? plain(cell, column) : scaled(cell, own.unit.word, (text) => plain(text, column));
    if (sen === undefined) return { sen: null, fault: 'bad' };
    if (own.suffixed && !isScaled(cell) && sen !== 0n && sen !== null) return { sen: null, fault: 'lost' };
    return { sen, fault: null };
  };
  const rounding = columns.reduce((most, { column }) => {
    const power = decided.get(column)?.unit?.power ?? 0;
    return rows.reduce((coarse, row) => max(coarse, halfDigit(row[column] ?? null, power)), most);
  }, 0n);
  const undecided = columns.some(({ column }) => {
    const own = decided.get(column);
    return (
      own === undefined || (own.unit === null && !own.suffixed && rows.some((row) => !isMissing(row[column] ?? null)))
    );
  });
  return { read: reads, rounding, undecided, problems };
}

function isScaled(cell: Cell): boolean {
  return typeof cell === 'string' && (dissect(cell)?.scale ?? 0) > 0;
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

/** tepat.json, the header, the titles, else the size of the totals (of the largest amount where no total is printed); null when nothing decides. */
function unitOf(
  sheet: Sheet,
  header: number,
  { label }: AmountColumn,
  { settings }: ReadContext,
  { totals, all }: { totals: readonly bigint[]; all: readonly bigint[] }
): Decided | null {
  const given = units.find(({ unit }) => unit === settings.satuan);
  if (given !== undefined) return { unit: given, by: 'settings' };
  const titles = sheet.rows.slice(0, header).flatMap((row) => row.map(cellText).filter((text) => text !== null));
  for (const text of [label, ...titles.filter((title) => /dalam|satuan|\(.*\)/i.test(title))]) {
    const said = units.find((one) => one.header.test(text.replace(/_/g, ' ')));
    if (said !== undefined) return { unit: said, by: 'header' };
  }
  const largest = (amounts: readonly bigint[]): bigint => amounts.reduce((most, sen) => max(most, sen), 0n);
  const total = largest(totals);
  // without a total only the largest part is known, which is at least a tenth of the whole
  const [low, high] = total > 0n ? [total, total] : [largest(all), 10n * largest(all)];
  if (high === 0n) return { unit: units.at(-1)!, by: 'size' };
  const possible = units.filter(({ power }) => {
    const scale = 10n ** BigInt(power);
    return high * scale >= smallestBudget && low * scale <= largestBudget;
  });
  return possible.length === 1 ? { unit: possible[0]!, by: 'size' } : null;
}

function unitProblem(
  sheet: Sheet,
  { file }: ReadContext,
  { column, label }: AmountColumn,
  found: Decided | null
): Problem[] {
  const place = { file, sheet: sheet.name, column: columnLetter(column) };
  if (found !== null) {
    const { unit, by } = found;
    if (unit.unit === 'rupiah') return [];
    const why = reasons[by];
    const message = {
      id: `angka "${label}" dibaca dalam ${unit.name.id}: ${why.id}.`,
      en: `numbers of "${label}" are read as ${unit.name.en}: ${why.en}.`
    };
    return [{ kind: 'decision', code: 'unit', place, message }];
  }
  return [
    {
      kind: 'question',
      code: 'unit',
      place,
      message: {
        id: `satuan angka "${label}" tidak diketahui, dan besarnya tidak memutuskan; belum diimpor.`,
        en: `the unit of "${label}" is not known, and its size does not decide; not imported yet.`
      },
      fix: { id: 'Tetapkan "satuan" di tepat.json.', en: 'Set "satuan" in tepat.json.' },
      tepatJson: `${JSON.stringify(file)}: { "satuan": "miliar" }`
    }
  ];
}

const reasons: Readonly<Record<Decided['by'], Text>> = {
  settings: { id: 'ditetapkan di tepat.json', en: 'as tepat.json says' },
  header: { id: 'disebut di judulnya', en: 'as its header says' },
  size: {
    id: 'sel-selnya tanpa satuan, dan hanya dengan satuan itu jumlahnya seukuran APBD',
    en: 'its cells have no unit, and only so is the total the size of a regional budget'
  }
};

/** Half of the last digit of a cell, in sen; a zero shows no digits, and half a rupiah stands for the noise of a double. */
function halfDigit(cell: Cell, power: number): bigint {
  const text = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell : '';
  const parts = dissect(text);
  if (parts === null || !/[1-9]/.test(parts.body)) return 0n;
  const decimals = /[.,](\d{1,2}|\d{4,})$/.exec(parts.body)?.[1]?.length ?? 0;
  const places = (parts.scale > 0 ? parts.scale : power) + 2 - decimals;
  return places <= 2 ? 50n : 10n ** BigInt(places) / 2n;
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
