import type { AmountColumn } from './amountColumn';
import { type UnitReader, unitReader } from './djpkAmount';
import { type ApbdLine, balanceLines, readLabel } from './djpkLabels';
import { checkPercent } from './djpkPercent';
import {
  balanceDiffers,
  contradicts,
  fixLabel,
  fixRepeated,
  fixSwapped,
  incomplete,
  mendedLabels,
  swapped,
  unknownLabel,
  unknownUnit
} from './djpkProblem';
import { detailSum, measures, type PortalLine, readLines, reject } from './djpkTree';
import { field, fieldText, findHeader, type FlatHeader } from './flatTable';
import { cellText, emptyRead, type Layout, type ReadContext, type SheetRead, sheetPeriod, tallyOf } from './layout';
import type { Cell, Sheet } from './sheet';
import type { Text } from '$lib/text/language';

const fields = [
  field('akun', 'uraian', 'nama_akun', 'postur', 'jenis', 'keterangan'),
  field('anggaran', 'anggaran_.*', 'pagu', 'apbd'),
  field('realisasi', 'realisasi_.*'),
  field('persentase', '%', 'persen', 'persentase_.*', 'realisasi_%', '.*%.*')
];
const required = ['akun', 'anggaran', 'realisasi'];
/** So many labels of the portal make a table one of the portal's. */
const enoughLabels = 4;

/** Portal DJPK, budget of one region by component: SpreadsheetML, csv or a page; in rupiah, or as text such as `5.509,68 M`. */
export const djpkApbd: Layout = {
  name: 'djpk-apbd',
  title: { id: 'portal DJPK: APBD', en: 'DJPK portal: APBD' },
  recognise(sheet) {
    const header = findHeader(sheet, fields, required);
    if (header === null || codesBeside(sheet, header)) return null;
    const known = rowsOf(sheet, header).flatMap(({ label }) => readLabel(label) ?? []);
    const tops = new Set(known.map(({ line }) => line.key));
    const whole = ['pendapatan', 'pad', 'tkdd', 'belanja', 'belanja_pegawai'].filter((key) => tops.has(key)).length;
    return tops.size < enoughLabels || whole < 2 ? null : { score: 0.92, header: header.row };
  },
  read: readApbd
};

interface LabelledRow {
  label: string;
  cells: readonly Cell[];
  /** Row as a spreadsheet shows it. */
  row: number;
}

interface Placing {
  result: SheetRead;
  units: UnitReader;
  columns: readonly AmountColumn[];
  context: ReadContext;
  sheet: Sheet;
  /** Latest line of each key. */
  seen: Map<string, PortalLine>;
  /** When each key was printed last. */
  order: Map<string, number>;
  tops: PortalLine[];
  balances: { key: string; line: PortalLine }[];
  /** Lines printed a second time with other amounts, to be judged when all is read. */
  repeated: { line: PortalLine; first: PortalLine }[];
  mended: Map<string, string>;
}

function readApbd(sheet: Sheet, context: ReadContext): SheetRead {
  const header = findHeader(sheet, fields, required)!;
  const result = emptyRead('djpk-apbd', sheet, context, sheetPeriod(sheet, header.row, context.file));
  result.titles = titlesAbove(sheet, header.row);
  result.measures.push(...measures);
  const columns: AmountColumn[] = measures.map((measure) => {
    const column = header.columns.get(measure)!;
    return { measure, column, label: String(sheet.rows[header.row]![column]) };
  });
  const units = unitReader(sheet, header.row, columns, {
    context,
    isTotal: (row) =>
      ['pendapatan', 'belanja'].includes(readLabel(fieldText(header, row, 'akun') ?? '')?.line.key ?? '')
  });
  result.problems.push(...units.problems);
  const placing: Placing = {
    result,
    units,
    columns,
    context,
    sheet,
    seen: new Map(),
    order: new Map(),
    tops: [],
    balances: [],
    repeated: [],
    mended: new Map()
  };
  const rows = rowsOf(sheet, header);
  if (units.undecided) return allRejected(result, rows, context, unknownUnit);
  for (const row of rows) placeRow(row, placing);
  if (placing.mended.size > 0)
    result.problems.push(mendedLabels(placing.mended, { file: context.file, sheet: sheet.name }));
  return finished(placing, rows, header);
}

function finished(placing: Placing, rows: readonly LabelledRow[], header: FlatHeader): SheetRead {
  const { result, units, columns, context, sheet } = placing;
  const percent = checkPercent(
    rows.map(({ cells, row }) => ({
      money: columns.map((column) => units.read(cells[column.column] ?? null, column)),
      percent: cells[header.columns.get('persentase') ?? -1] ?? null,
      origin: { file: context.file, sheet: sheet.name, row }
    })),
    units.rounding
  );
  if (percent.swapped) return swappedColumns(result, rows, context);
  result.problems.push(...percent.problems);
  judgeRepeated(placing);
  const leaves = readLines(placing.tops, result, { rounding: units.rounding, partial: tallyOf(result).ditolak > 0 });
  checkBalances(placing);
  const missing = (['pendapatan', 'belanja'] as const).filter((block) => !leaves.some(({ jenis }) => jenis === block));
  if (missing.length > 0) result.problems.push(incomplete(missing, { file: context.file, sheet: sheet.name }));
  result.regional = leaves.map((leaf) => ({
    ...leaf,
    tahun: null,
    sampaiBulan: null,
    tahap: null,
    wilayah: null,
    kodeAkun: null,
    basis: 'apbd' as const,
    sumber: 'DJPK APBD' as const,
    pembulatan: units.rounding
  }));
  return result;
}

/** Rows below the header with a label or an amount; repeated headers are none. */
function rowsOf(sheet: Sheet, header: FlatHeader): LabelledRow[] {
  const columns = [...header.columns.values()];
  return sheet.rows.slice(header.row + 1).flatMap((cells, i) => {
    if (columns.every((column) => (cells[column] ?? null) === null)) return [];
    const label = fieldText(header, cells, 'akun') ?? '';
    return label === sheet.rows[header.row]![header.columns.get('akun')!]
      ? []
      : [{ label, cells, row: header.row + i + 2 }];
  });
}

/** An account code beside the label makes it another layout's table. */
function codesBeside(sheet: Sheet, header: FlatHeader): boolean {
  return sheet.rows
    .slice(header.row + 1)
    .some((cells) =>
      cells.some(
        (cell) =>
          typeof cell === 'string' && /^[4-6](\.\d{1,4}){1,5}$/.test(cell.trim()) && !isAmount(cells, cell, header)
      )
    );
}

function isAmount(cells: readonly Cell[], cell: Cell, header: FlatHeader): boolean {
  return [...header.columns.values()].some((column) => cells[column] === cell);
}

function placeRow(row: LabelledRow, placing: Placing): void {
  const { result, units, columns, context, sheet, seen } = placing;
  const origin = { file: context.file, sheet: sheet.name, row: row.row };
  const read = readLabel(row.label);
  const money = columns.map((column) => units.read(row.cells[column.column] ?? null, column));
  if (read === null) {
    const amounts = Object.fromEntries(measures.map((measure, i) => [measure, money[i]!.sen ?? 0n]));
    reject(result, { origin, cells: row.cells }, unknownLabel, amounts);
    result.problems.push({
      kind: 'reject',
      code: 'label',
      place: { ...origin, value: row.label },
      message: unknownLabel,
      fix: fixLabel
    });
    return;
  }
  const { key, jenis, komponen, subkomponen, negative } = read.line;
  if (read.mended !== null) placing.mended.set(row.label, read.mended);
  const line: PortalLine = {
    label: row.label,
    jenis,
    komponen,
    subkomponen,
    negative: negative ?? false,
    children: [],
    money,
    origin,
    cells: row.cells
  };
  placing.order.set(key, row.row);
  if (balanceLines.includes(key)) {
    result.total++;
    placing.balances.push({ key, line });
    return;
  }
  const first = seen.get(key);
  if (first !== undefined) {
    if (sameMoney(first, line)) takeRepeated(first, line, placing);
    else placing.repeated.push({ line, first });
    return;
  }
  seen.set(key, line);
  (parentOf(read.line, placing)?.children ?? placing.tops).push(line);
}

/** The same label with the same amounts: a detail of itself where the line has no others, else the same row twice. */
function takeRepeated(first: PortalLine, line: PortalLine, { result }: Placing): void {
  if (first.children.length === 0) first.children.push(line);
  else result.induk++;
}

/** Of the lines a row may stand below, the one printed last above it. */
function parentOf({ parents }: ApbdLine, { seen, order }: Placing): PortalLine | null {
  const above = parents.filter((key) => seen.has(key)).sort((a, b) => order.get(b)! - order.get(a)!);
  return above[0] === undefined ? null : seen.get(above[0])!;
}

function sameMoney(a: PortalLine, b: PortalLine): boolean {
  return measures.every((_, i) => a.money[i]!.sen === b.money[i]!.sen && a.money[i]!.fault === b.money[i]!.fault);
}

/** A label printed twice with other amounts is a detail where it completes the sum of the first; else it contradicts it and is left out. */
function judgeRepeated({ repeated, result, units }: Placing): void {
  for (const { line, first } of repeated) {
    const completes =
      first.children.length > 0 &&
      measures.every((_, i) => {
        const difference = (first.money[i]!.sen ?? 0n) - detailSum(first, i) - (line.money[i]!.sen ?? 0n);
        return (difference < 0n ? -difference : difference) <= units.rounding * BigInt(first.children.length + 2);
      });
    if (completes) {
      first.children.push(line);
      continue;
    }
    const amounts = Object.fromEntries(measures.map((measure, i) => [measure, line.money[i]!.sen ?? 0n]));
    const message = contradicts(first.origin.row);
    reject(result, line, message, amounts);
    const place = { ...line.origin, value: line.label };
    result.problems.push({ kind: 'reject', code: 'label-repeated', place, message, fix: fixRepeated });
  }
}

/** Surplus is income less spending, SiLPA surplus and net financing; a line that says otherwise is reported. */
function checkBalances({ balances, seen, result, units }: Placing): void {
  const stated = (key: string, i: number): bigint | null => seen.get(key)?.money[i]?.sen ?? null;
  for (const { key, line } of balances) {
    for (const i of measures.keys()) {
      const [income, spending, net] = [stated('pendapatan', i), stated('belanja', i), stated('pembiayaan', i) ?? 0n];
      const own = line.money[i]!.sen;
      if (own === null || income === null || spending === null) continue;
      const expected = income - spending + (key === 'surplus' ? 0n : net);
      const difference = own - expected;
      if ((difference < 0n ? -difference : difference) > units.rounding * 4n)
        result.problems.push(balanceDiffers(line, measures[i]!, expected));
    }
  }
}

/** Texts above a table, which may name its region. */
export function titlesAbove(sheet: Sheet, header: number): string[] {
  return sheet.rows.slice(0, header).flatMap((row) => row.map(cellText).filter((text) => text !== null));
}

function allRejected(result: SheetRead, rows: readonly LabelledRow[], { file }: ReadContext, reason: Text): SheetRead {
  for (const { cells, row } of rows)
    reject(
      result,
      { origin: { file, sheet: result.sheet, row }, cells },
      reason,
      Object.fromEntries(measures.map((m) => [m, 0n]))
    );
  return result;
}

function swappedColumns(result: SheetRead, rows: readonly LabelledRow[], context: ReadContext): SheetRead {
  const clean = { ...result, used: [], rejects: [], induk: 0, total: 0, regional: [] };
  const place = { file: context.file, sheet: result.sheet };
  clean.problems = [
    ...result.problems.filter(({ kind }) => kind === 'decision'),
    { kind: 'reject', code: 'columns-swapped', place, message: swapped, fix: fixSwapped }
  ];
  return allRejected(clean, rows, context, swapped);
}
