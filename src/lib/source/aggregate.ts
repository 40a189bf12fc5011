import { parseNumber } from './amount';
import { field, fieldInteger, fieldText, findHeader, type Field, type FlatHeader, plainHeader } from './flatTable';
import {
  cellText,
  columnLetter,
  emptyRead,
  type Layout,
  type Origin,
  type PlaceFact,
  type ReadContext,
  type SheetRead,
  sheetPeriod
} from './layout';
import { decideNumbers, type NumberStyle, resolveNumbers } from './number';
import { isMissing } from './numberText';
import type { Problem } from './problem';
import type { Cell, Sheet } from './sheet';
import type { Text } from '$lib/text/language';

/** Columns that say where a row is; the surest code first. */
export const placeFields: readonly Field[] = [
  field(
    'kode',
    'kode_kemendagri|kode_wilayah|kode_desa|kode_kelurahan|kode_(?:desa_kelurahan|kel_desa|desa_kel|keldes)',
    'kd_(?:desa|kel|wilayah)|id_(?:desa|wilayah)|kode_kec(?:amatan)?|kode_bps|kode_tanpa_titik|kode_wil'
  ),
  field('kabupaten', 'nama_kabupaten|kabupaten_kota|kab_kota|kab|nama_kab(?:_kota)?'),
  field('kecamatan', 'nama_kecamatan|kec|nama_kec'),
  field(
    'desa',
    'nama_desa|kelurahan|nama_kelurahan|(?:nama_)?(?:desa_kelurahan|kelurahan_desa|kel_desa|desa_kel|keldes)',
    'desa_atau_kelurahan|nama_resmi|nama_wilayah|wilayah|nama'
  )
];
/** Columns that say of when a row is. */
export const timeFields: readonly Field[] = [
  field('tahun', 'tahun_anggaran|ta|thn'),
  field('bulan', 'bln'),
  field('periode')
];

/** A column of figures: what it measures, where it stands. */
export interface FigureColumn {
  /** The layout's own name for it, given back by `figure`. */
  key: string;
  column: number;
  /** `count`: whole, not negative, perhaps with thousands marks. `plain`: a number without thousands marks. */
  kind: 'count' | 'plain';
}

/** One row of a table of regions. */
export interface RegionRow {
  text(field: string): string | null;
  integer(field: string): number | null;
  /** The figure of a column; null where the cell is blank. */
  figure(key: string): number | null;
  place: PlaceFact['place'];
  origin: Origin;
}

/** Why a row was left out, and the column to blame. */
export interface RowFault {
  code: string;
  message: Text;
  fix: Text;
  column?: number | undefined;
}

export interface RegionTable {
  name: string;
  title: Text;
  score: number;
  /** Fields besides place and time. */
  fields: readonly Field[];
  required: readonly string[];
  /** Columns of figures of a sheet; empty when the sheet is something else. */
  figures(header: FlatHeader, labels: readonly string[]): readonly FigureColumn[];
  /** The facts of one row, or why it is left out. A row in which nothing is said gives no facts and counts as used. */
  take(row: RegionRow, columns: readonly FigureColumn[]): readonly Omit<PlaceFact, 'place' | 'origin'>[] | RowFault;
}

/** Makes a layout of a table with one row a region (or several, in long form): counts and figures, never persons. */
export function regionTable(spec: RegionTable): Layout {
  const header = (sheet: Sheet): FlatHeader | null => {
    const found = findHeader(sheet, [...spec.fields, ...timeFields, ...placeFields], spec.required);
    return found !== null && namesRegions(found) ? found : null;
  };
  return {
    name: spec.name,
    title: spec.title,
    recognise(sheet) {
      const found = header(sheet);
      if (found === null || spec.figures(found, labelsOf(sheet, found)).length === 0) return null;
      return { score: spec.score + Math.min(0.05, found.columns.size / 200), header: found.row };
    },
    read: (sheet, context) => readTable(spec, sheet, context, header(sheet)!)
  };
}

/** A column of kecamatan or desa, or one of codes that says they are of regions; plain `kode` may be anything. */
function namesRegions({ columns, labels }: FlatHeader): boolean {
  return columns.has('kecamatan') || columns.has('desa') || (columns.has('kode') && labels.get('kode') !== 'kode');
}

function labelsOf(sheet: Sheet, header: FlatHeader): string[] {
  return sheet.rows[header.row]!.map((cell) => (typeof cell === 'string' ? plainHeader(cell) : ''));
}

function readTable(spec: RegionTable, sheet: Sheet, context: ReadContext, header: FlatHeader): SheetRead {
  const result = emptyRead(spec.name, sheet, context, sheetPeriod(sheet, header.row, context.file));
  result.titles.push(
    ...sheet.rows.slice(0, header.row).flatMap((row) => row.map(cellText).filter((text) => text !== null))
  );
  const columns = spec.figures(header, labelsOf(sheet, header));
  const body = sheet.rows.slice(header.row + 1);
  const styles = new Map(columns.map((each) => [each.column, styleOf(each, body)]));
  result.problems.push(...unused(sheet, context, header, columns));
  for (const [i, cells] of body.entries()) {
    if (cells.every((cell) => cell === null) || isHeaderOrNumbers(cells, sheet.rows[header.row]!)) continue;
    takeRow({ spec, sheet, context, header, columns, styles }, cells, header.row + 1 + i, result);
  }
  return result;
}

interface Reading {
  spec: RegionTable;
  sheet: Sheet;
  context: ReadContext;
  header: FlatHeader;
  columns: readonly FigureColumn[];
  styles: ReadonlyMap<number, NumberStyle | null>;
}

function takeRow(reading: Reading, cells: readonly Cell[], index: number, result: SheetRead): void {
  const { spec, sheet, context, header, columns, styles } = reading;
  const origin = { file: context.file, sheet: sheet.name, row: index + 1 };
  if (isTotal(header, cells)) {
    result.total++;
    return;
  }
  const figures = new Map(
    columns.map((each) => [each.key, figureOf(cells[each.column] ?? null, styles.get(each.column)!)])
  );
  const bad = columns.find(({ key }) => figures.get(key) === undefined);
  const row: RegionRow = {
    text: (name) => fieldText(header, cells, name),
    integer: (name) => fieldInteger(header, cells, name),
    figure: (key) => figures.get(key) ?? null,
    place: placeOf(header, cells),
    origin
  };
  const outcome = bad ? { ...noNumber(bad), column: bad.column } : spec.take(row, columns);
  if (!('message' in outcome)) {
    result.places.push(...outcome.map((fact) => ({ ...fact, place: row.place, origin })));
    result.used.push({ row: index + 1, cells, rupiah: {} });
    return;
  }
  const { code, message, fix, column } = outcome;
  result.rejects.push({ origin, reason: message, cells, rupiah: {} });
  const where =
    column === undefined ? {} : { column: columnLetter(column), value: cellText(cells[column]) ?? undefined };
  result.problems.push({ kind: 'reject', code, place: { ...origin, ...where }, message, fix });
}

/** The region as the row writes it, cells that say nothing left out. */
function placeOf(header: FlatHeader, cells: readonly Cell[]): PlaceFact['place'] {
  const place: PlaceFact['place'] = {};
  for (const name of ['kode', 'kabupaten', 'kecamatan', 'desa'] as const) {
    const text = fieldText(header, cells, name);
    if (text !== null) place[name] = text;
  }
  // beside the code of a kecamatan, plain `nama` is the name of that kecamatan, which a desa may share
  if (/^\d\d\.?\d\d(\.?\d\d)?$/.test(place.kode ?? '') && /^nama$|wilayah|resmi/.test(header.labels.get('desa') ?? ''))
    delete place.desa;
  return place;
}

/** `JUMLAH`, `Total`, `Jumlah Kecamatan …` in a cell of names: a row of sums, which are worked out anew. */
function isTotal(header: FlatHeader, cells: readonly Cell[]): boolean {
  if (fieldText(header, cells, 'kode') !== null && /\d/.test(fieldText(header, cells, 'kode')!)) return false;
  const first = cells.find((cell) => cell !== null);
  const names = ['kode', 'kabupaten', 'kecamatan', 'desa'].map((name) => fieldText(header, cells, name));
  return [...names, typeof first === 'string' ? first : null].some(
    (text) => text !== null && /^(?:sub ?)?(?:jumlah|total|grand total)\b/i.test(text)
  );
}

/** The header printed again on each page, or `(1) (2) (3)` under it. */
function isHeaderOrNumbers(cells: readonly Cell[], header: readonly Cell[]): boolean {
  const filled = cells.flatMap((cell, column) => (cell === null ? [] : [column]));
  if (filled.length < 2) return false;
  const numbered = filled.map((column) => Number(/^\(?(\d{1,2})\)?$/.exec(String(cells[column]))?.[1] ?? Number.NaN));
  const inOrder = numbered.every((n, i) => n === (numbered[0] ?? 0) + i) && numbered[0]! <= 1;
  return (
    filled.every((column) => cells[column] === header[column]) ||
    (inOrder && filled.length > 2 && filled.length === header.filter((cell) => cell !== null).length)
  );
}

/**
 * How the numbers of a column are written; null for plain ones. Counts are whole: of two readings (`1.234`) the one in which all are whole
 * holds, thousands first.
 */
function styleOf({ kind, column }: FigureColumn, body: readonly (readonly Cell[])[]): NumberStyle | null {
  if (kind === 'plain') return null;
  const cells = body.map((row) => row[column] ?? null);
  const style = decideNumbers(cells);
  if (style.kind !== 'ambiguous') return style;
  const whole = (candidate: NumberStyle): boolean =>
    cells.every((cell) => Number.isInteger(parseNumber(cell, candidate) ?? 0));
  const marks = ['comma', 'dot'] as const;
  return marks.map((mark) => resolveNumbers(style, mark)).find(whole) ?? resolveNumbers(style, 'comma');
}

/** A figure; null where the cell says nothing, undefined where it is none. */
function figureOf(cell: Cell, style: NumberStyle | null): number | null | undefined {
  if (isMissing(cell)) return null;
  if (style === null) return plainNumber(cell);
  const value = parseNumber(cell, style);
  return value !== undefined && value !== null && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** A number with a decimal dot or comma and no thousands marks. */
function plainNumber(cell: Cell): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  const text = String(cell).replace(/\s/g, '').replace(',', '.');
  return /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function noNumber({ kind }: FigureColumn): RowFault {
  return {
    code: 'angka',
    message:
      kind === 'count'
        ? {
            id: 'bukan jumlah: harus bilangan bulat, tidak negatif.',
            en: 'is no count: it must be whole and not negative.'
          }
        : { id: 'bukan angka.', en: 'is not a number.' },
    fix: {
      id: 'Perbaiki nilainya, atau kosongkan bila tidak ada; nol harus ditulis 0.',
      en: 'Correct the value, or leave it blank if there is none; write 0 for zero.'
    }
  };
}

function unused(sheet: Sheet, { file }: ReadContext, header: FlatHeader, columns: readonly FigureColumn[]): Problem[] {
  const used = new Set([...header.columns.values(), ...columns.map(({ column }) => column)]);
  const names = sheet.rows[header.row]!.flatMap((cell, i) => (cell === null || used.has(i) ? [] : [String(cell)]));
  if (names.length === 0) return [];
  const message = {
    id: `kolom yang tidak dipakai: ${names.join(', ')}.`,
    en: `columns not used: ${names.join(', ')}.`
  };
  return [{ kind: 'decision', code: 'unused-columns', place: { file, sheet: sheet.name }, message }];
}

/** A value that has to be there is not. */
export function blankFault(column: number | undefined): RowFault {
  return {
    code: 'kosong',
    column,
    message: { id: 'nilai yang wajib ada ternyata kosong.', en: 'a required value is blank.' },
    fix: { id: 'Isi selnya di ekspor; nol harus ditulis 0.', en: 'Fill in the cell; write 0 for zero.' }
  };
}
