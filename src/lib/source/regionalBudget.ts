import type { AmountColumn } from './amountColumn';
import { readCode } from './code';
import { type UnitReader, unitReader } from './djpkAmount';
import { field, fieldInteger, fieldText, findHeader, type FlatHeader } from './flatTable';
import {
  columnLetter,
  emptyRead,
  type Layout,
  type NamedRegion,
  type Origin,
  type ReadContext,
  type RegionalFact,
  type SheetRead,
  sheetPeriod
} from './layout';
import { readPeriod, readStage } from './period';
import type { Problem } from './problem';
import { accountComponent, contradictsName, firstAccountYear } from './regionalBudgetAccount';
import {
  badAccount,
  badAmount,
  blankAmounts,
  contradictingName,
  repeatedAccount,
  type RowFault,
  tooCoarse
} from './regionalBudgetProblem';
import { differingParents } from './regionalBudgetTree';
import type { Cell, Sheet } from './sheet';

const fields = [
  field('kode_bps'),
  field('kode_djpk'),
  field('kode_kemendagri'),
  field('wilayah', 'kode_wilayah', 'daerah', 'pemda', 'nama_daerah', 'nama_pemda', 'nmpemda', 'kabupaten_kota'),
  field('tahun', 'tahun_anggaran'),
  field('bulan', 'sampai_bulan', 'periode'),
  field('tahap', 'tahapan', 'jenis_apbd'),
  field(
    'kode_akun',
    'kode_rekening',
    'kode',
    'rekening',
    'akun',
    'no_rek(?:ening)?',
    'nomor_rekening',
    'kd_rek',
    'kode_rek',
    'no_urut',
    'nomor_urut'
  ),
  field('uraian', 'nama_akun', 'nama_rekening', 'uraian_akun', 'uraian_rekening'),
  field(
    'anggaran',
    'anggaran_rp',
    'nilai',
    'nilai_rp',
    'jumlah',
    'jumlah_rp',
    'jumlah_anggaran',
    'pagu',
    'anggaran_setelah_perubahan.*',
    'anggaran_perubahan.*',
    'anggaran_(?:ta_?)?\\d{4}'
  ),
  field('realisasi', 'realisasi_rp', 'jumlah_realisasi', 'realisasi_(?:s_d|sampai).*', 'realisasi_(?:ta_?)?\\d{4}')
];
const required = ['kode_akun'];
const measures = ['anggaran', 'realisasi'] as const;
/** Columns of a budget below the region as a whole: with them the table is an agency's. */
const agencyColumns = /sub_?kegiatan|kegiatan|program|skpd|sub_?unit|bidang_urusan/;

/** Budget of a whole region by account, 4, 5 and 6: APBD or LRA, at any depth, with or without subtotals. */
export const regionalBudget: Layout = {
  name: 'apbd-akun',
  title: { id: 'APBD atau LRA daerah menurut akun', en: 'regional budget or LRA by account' },
  recognise(sheet) {
    const header = findHeader(sheet, fields, required);
    if (header === null || !measures.some((measure) => header.columns.has(measure))) return null;
    if (header.unused.some((text) => agencyColumns.test(text.toLowerCase().replace(/[^a-z]+/g, '_')))) return null;
    const codes = sheet.rows.slice(header.row + 1).map((cells) => accountOf(header, cells));
    const known = codes.filter((code) => code !== null);
    const located = ['kode_bps', 'kode_djpk', 'kode_kemendagri', 'wilayah'].some((name) => header.columns.has(name));
    const whole = known.some((code) => /^[46]/.test(code)) || (located && known.some((code) => code.startsWith('5')));
    return whole && known.length * 2 >= codes.length ? { score: 0.88, header: header.row } : null;
  },
  read: readBudget
};

/** A row whose account can be read. */
interface AccountRow {
  kodeAkun: string;
  uraian: string | null;
  tahun: number | null;
  bulan: number | null;
  tahap: string | null;
  wilayah: NamedRegion | null;
  amounts: (bigint | null)[];
  origin: Origin;
  cells: readonly Cell[];
}

interface Reading {
  header: FlatHeader;
  columns: readonly AmountColumn[];
  reader: UnitReader;
  result: SheetRead;
  context: ReadContext;
  /** Half of the last digit printed, in sen; 0 for rupiah, which are exact. */
  rounding: bigint;
}

function readBudget(sheet: Sheet, context: ReadContext): SheetRead {
  const header = findHeader(sheet, fields, required)!;
  const result = emptyRead('apbd-akun', sheet, context, sheetPeriod(sheet, header.row, context.file));
  result.titles = sheet.rows
    .slice(0, header.row)
    .flatMap((row) => row.flatMap((cell) => (typeof cell === 'string' ? cell : [])));
  const columns: AmountColumn[] = measures.flatMap((measure) => {
    const column = header.columns.get(measure);
    return column === undefined ? [] : [{ measure, column, label: String(sheet.rows[header.row]![column]) }];
  });
  result.measures.push(...columns.map(({ measure }) => measure));
  const reader = unitReader(sheet, header.row, columns, { context, isTotal: null });
  result.problems.push(...reader.problems);
  // half a rupiah is what portal figures allow for; an account's own figures are exact
  const rounding = reader.rounding > 50n ? reader.rounding : 0n;
  const reading: Reading = { header, columns, reader, result, context, rounding };
  const rows = sheet.rows.slice(header.row + 1).flatMap((cells, i) => {
    const origin = { file: context.file, sheet: sheet.name, row: header.row + i + 2 };
    return cells.every((cell) => cell === null) ? [] : (accountRow(cells, origin, reading) ?? []);
  });
  for (const budget of budgetsOf(rows).values()) takeBudget(budget, reading);
  return result;
}

/** The account of a row, read or null; blank rows and rows of words alone are neither used nor rejected. */
function accountRow(cells: readonly Cell[], origin: Origin, reading: Reading): AccountRow | null {
  const { header, columns, reader, result } = reading;
  const money = columns.map((column) => reader.read(cells[column.column] ?? null, column));
  const amounts = money.map(({ sen }) => sen);
  const kodeAkun = accountOf(header, cells);
  const text = fieldText(header, cells, 'kode_akun');
  if (kodeAkun === null && amounts.every((sen) => sen === null)) return null;
  if (kodeAkun === null && isBalance(text, fieldText(header, cells, 'uraian'))) {
    result.total++;
    return null;
  }
  const isBad = reader.undecided || money.some((cell) => cell.fault !== null);
  const fault = kodeAkun === null ? badAccount(text) : isBad ? badAmount : null;
  const tahun = fieldInteger(header, cells, 'tahun');
  const row: AccountRow = {
    kodeAkun: kodeAkun ?? '',
    uraian: fieldText(header, cells, 'uraian'),
    tahun,
    bulan: monthOf(header, cells),
    tahap: stageOf(fieldText(header, cells, 'tahap')),
    wilayah: regionOf(header, cells),
    amounts,
    origin,
    cells
  };
  if (fault === null) return row;
  // a column whose number style is undecided was asked about once
  leaveOut(row, fault, reading, fault === badAmount && reader.undecided);
  return null;
}

/** Rows of one region, year, month and stage: a budget of its own. */
function budgetsOf(rows: readonly AccountRow[]): Map<string, AccountRow[]> {
  const out = new Map<string, AccountRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.tahun, row.bulan, row.tahap, row.wilayah]);
    const others = out.get(key);
    if (others === undefined) out.set(key, [row]);
    else others.push(row);
  }
  return out;
}

function takeBudget(rows: readonly AccountRow[], reading: Reading): void {
  const { result } = reading;
  const first = new Map<string, AccountRow>();
  for (const row of rows) {
    const earlier = first.get(row.kodeAkun);
    if (earlier === undefined) first.set(row.kodeAkun, row);
    else leaveOut(row, repeatedAccount(earlier.origin.row), reading);
  }
  const parents = new Set([...first.keys()].flatMap(codesAbove));
  const kept = [...first.values()];
  const left = rows.length - kept.length + result.rejects.length;
  result.problems.push(...differingParents(kept, parents, { someLeftOut: left > 0, rounding: reading.rounding }));
  for (const row of kept) {
    if (parents.has(row.kodeAkun)) result.induk++;
    else takeLeaf(row, reading);
    const tahun = row.tahun ?? result.period.tahun;
    if (row.uraian !== null) result.names.push({ table: 'akun', kode: row.kodeAkun, nama: row.uraian, tahun });
  }
}

function takeLeaf(row: AccountRow, reading: Reading): void {
  const { result, columns, context } = reading;
  const { kodeAkun, uraian, tahun, tahap, bulan, wilayah, amounts, origin, cells } = row;
  if (amounts.every((sen) => sen === null)) return leaveOut(row, blankAmounts, reading);
  const year = tahun ?? context.settings.tahun ?? result.period.tahun;
  const component = accountComponent(kodeAkun, year ?? firstAccountYear, uraian);
  if (component === null) return leaveOut(row, tooCoarse, reading);
  if (uraian !== null && contradictsName(kodeAkun, uraian))
    result.problems.push(contradictingName(origin, kodeAkun, uraian));
  const of = (measure: string): bigint | null => {
    const at = columns.findIndex((column) => column.measure === measure);
    return at < 0 ? null : (amounts[at] ?? null);
  };
  const rupiah = Object.fromEntries(columns.map(({ measure }, i) => [measure, amounts[i] ?? 0n]));
  result.used.push({ row: origin.row, cells, rupiah });
  const fact: RegionalFact = {
    tahun,
    sampaiBulan: bulan,
    tahap,
    wilayah,
    ...component,
    subkomponen: null,
    kodeAkun,
    anggaran: of('anggaran'),
    realisasi: of('realisasi'),
    basis: 'apbd',
    sumber: columns.some(({ measure }) => measure === 'realisasi') ? 'LRA daerah' : 'APBD per akun',
    pembulatan: reading.rounding,
    origin
  };
  result.regional.push(fact);
}

function leaveOut(row: AccountRow, fault: RowFault, reading: Reading, silent = false): void {
  const { code, message, fix, field: name } = fault;
  const { result, columns } = reading;
  const rupiah = Object.fromEntries(columns.map(({ measure }, i) => [measure, row.amounts[i] ?? 0n]));
  result.rejects.push({ origin: row.origin, reason: message, cells: row.cells, rupiah });
  const badColumn = fault === badAmount ? badColumnOf(row.cells, reading) : null;
  const value =
    badColumn !== null
      ? String(row.cells[badColumn] ?? '')
      : name === undefined
        ? row.kodeAkun
        : (fieldText(reading.header, row.cells, name) ?? '');
  const column = badColumn === null ? undefined : columnLetter(badColumn);
  const problem: Problem = { kind: 'reject', code, place: { ...row.origin, column, value }, message, fix };
  if (!silent) result.problems.push(problem);
}

function badColumnOf(cells: readonly Cell[], { columns, reader }: Reading): number | null {
  return columns.find((column) => reader.read(cells[column.column] ?? null, column).fault !== null)?.column ?? null;
}

function accountOf(header: FlatHeader, cells: readonly Cell[]): string | null {
  const text = fieldText(header, cells, 'kode_akun');
  return text === null ? null : (readCode(text.split(/\s+/)[0]!, 'akun')?.kode ?? null);
}

/** `4.1` and `4` above `4.1.01`. */
function codesAbove(kode: string): string[] {
  const parts = kode.split('.');
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

function isBalance(code: string | null, uraian: string | null): boolean {
  return /surplus|defisit|silpa|sikpa|sisa (lebih|kurang)|netto|jumlah|total/i.test(`${code ?? ''} ${uraian ?? ''}`);
}

function monthOf(header: FlatHeader, cells: readonly Cell[]): number | null {
  const month = fieldInteger(header, cells, 'bulan') ?? readPeriod(fieldText(header, cells, 'bulan') ?? '').bulan;
  return month !== null && month >= 1 && month <= 12 ? month : null;
}

function stageOf(text: string | null): string | null {
  return text === null ? null : (readStage(text) ?? text);
}

function regionOf(header: FlatHeader, cells: readonly Cell[]): NamedRegion | null {
  const region: NamedRegion = {
    kodeKemendagri: fieldText(header, cells, 'kode_kemendagri'),
    kodeBps: fieldText(header, cells, 'kode_bps'),
    kodeDjpk: fieldText(header, cells, 'kode_djpk'),
    nama: fieldText(header, cells, 'wilayah')
  };
  return Object.values(region).every((value) => value === null) ? null : region;
}
