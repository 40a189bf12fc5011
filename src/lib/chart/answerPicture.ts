import { isQuantity, type FreeValueColumn } from '$lib/format/freeValue';

type Row = readonly (string | null)[];

/** Bars of one number by one text, in the order of the answer. */
export interface AnswerBars {
  kind: 'bars';
  /** The column that is drawn. */
  column: FreeValueColumn;
  bars: {
    label: string;
    value: number | null;
    /** Said in place of a value that is not there; null where nothing is said. */ why: string | null;
  }[];
}

/** Lines of numbers over years or months. */
export interface AnswerLines {
  kind: 'lines';
  /** Name of the column of years or months. */
  time: string;
  columns: FreeValueColumn[];
  lines: { name: string; points: { x: number; value: number | null }[] }[];
  ticks: { x: number; text: string }[];
}

/** The most bars and points that can still be read. */
const [mostBars, mostPoints, mostLines] = [40, 60, 3];

/**
 * How an answer can be drawn: lines where each row is another year or month, bars where a text goes with a number; null where neither is
 * so, or where there is too much or too little of it. Other columns stay in the table.
 */
export function answerPicture(
  columns: readonly FreeValueColumn[],
  rows: readonly Row[]
): AnswerBars | AnswerLines | null {
  if (rows.length < 2) return null;
  const quantities = columns.flatMap((column, index) => (isQuantity(column) ? [index] : []));
  if (quantities.length === 0) return null;
  return linesOf(columns, rows, quantities) ?? barsOf(columns, rows, quantities[0]!);
}

function linesOf(columns: readonly FreeValueColumn[], rows: readonly Row[], quantities: number[]): AnswerLines | null {
  const time = columns.findIndex(({ name, kind }) => kind === 'integer' && /^(tahun|bulan)$/.test(name));
  const places = rows.map((row) => row[time] ?? null);
  if (time < 0 || rows.length > mostPoints || places.includes(null) || new Set(places).size < rows.length) return null;
  const drawn = alike(columns, quantities).slice(0, mostLines);
  const sorted = rows.toSorted((a, b) => Number(a[time]) - Number(b[time]));
  return {
    kind: 'lines',
    time: columns[time]!.name,
    columns: drawn.map((index) => columns[index]!),
    lines: drawn.map((index) => ({
      name: columns[index]!.name,
      points: sorted.map((row) => ({ x: Number(row[time]), value: numberOf(row[index]) }))
    })),
    ticks: sorted.map((row) => ({ x: Number(row[time]), text: row[time]! }))
  };
}

/** Only what is measured alike shares an axis: the first number, and those of its kind and scale. */
function alike(columns: readonly FreeValueColumn[], quantities: number[]): number[] {
  const first = columns[quantities[0]!]!;
  return quantities.filter((index) => columns[index]!.kind === first.kind && columns[index]!.scale === first.scale);
}

function barsOf(columns: readonly FreeValueColumn[], rows: readonly Row[], quantity: number): AnswerBars | null {
  const label = columns.findIndex(({ name, kind }) => kind === 'text' && name !== 'keterangan');
  const note = columns.findIndex(({ name }) => name === 'keterangan');
  if (label < 0 || rows.length > mostBars || rows.every((row) => numberOf(row[quantity]) === null)) return null;
  const bars = rows.map((row) => ({
    label: row[label] ?? '–',
    value: numberOf(row[quantity]),
    why: note < 0 ? null : (row[note] ?? null)
  }));
  // Bars of the same name cannot be told apart.
  if (new Set(bars.map(({ label }) => label)).size < bars.length) return null;
  return { kind: 'bars', column: columns[quantity]!, bars };
}

function numberOf(value: string | null | undefined): number | null {
  const number = value === null || value === undefined ? NaN : Number(value);
  return Number.isFinite(number) ? number : null;
}
