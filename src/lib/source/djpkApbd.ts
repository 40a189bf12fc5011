import { type ApbdRow, apbdTree } from './djpkApbdTree';
import { portalFields, type RowBudget, rowBudget } from './djpkColumns';
import { readLabel } from './djpkLabels';
import { incomplete, mendedLabels } from './djpkProblem';
import { isRefused, moneyOf, openSheet, type PortalForm } from './djpkSheet';
import { readLines } from './djpkTree';
import { field, fieldText, findHeader, type FlatHeader } from './flatTable';
import { type Layout, type ReadContext, type SheetRead, tallyOf } from './layout';
import type { Cell, Sheet } from './sheet';

const fields = [
  ...portalFields,
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

const form: PortalForm = { name: 'djpk-apbd', fields, required, label: 'akun', isTotal };

/** A row of the table with the budget it is part of. */
interface LabelledRow extends ApbdRow {
  budget: RowBudget;
}

function readApbd(sheet: Sheet, context: ReadContext): SheetRead {
  const open = openSheet(form, sheet, context);
  const { header, result, units } = open;
  const rows = rowsOf(sheet, header).map(({ label, cells, row }): LabelledRow => ({
    label,
    cells,
    money: moneyOf(open, cells),
    origin: { file: context.file, sheet: sheet.name, row },
    budget: rowBudget(header, cells)
  }));
  if (isRefused(open, rows)) return result;
  const mended = new Map<string, string>();
  for (const budget of budgetsOf(rows)) takeBudget(budget, result, { rounding: units.rounding, mended });
  if (mended.size > 0) result.problems.push(mendedLabels(mended, { file: context.file, sheet: sheet.name }));
  return result;
}

/** Rows of one region, year and month: a budget of its own. */
function budgetsOf(rows: readonly LabelledRow[]): LabelledRow[][] {
  const out = new Map<string, LabelledRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(row.budget);
    const others = out.get(key);
    if (others === undefined) out.set(key, [row]);
    else others.push(row);
  }
  return [...out.values()];
}

function takeBudget(
  rows: readonly LabelledRow[],
  result: SheetRead,
  options: { rounding: bigint; mended: Map<string, string> }
): void {
  const before = tallyOf(result).ditolak;
  const tops = apbdTree(rows, result, options);
  const { rounding } = options;
  const leaves = readLines(tops, result, { rounding, partial: tallyOf(result).ditolak > before });
  const missing = (['pendapatan', 'belanja'] as const).filter((block) => !leaves.some(({ jenis }) => jenis === block));
  if (missing.length > 0) result.problems.push(incomplete(missing, rows[0]!.origin));
  const { tahun, bulan, wilayah } = rows[0]!.budget;
  result.regional.push(
    ...leaves.map((leaf) => ({
      ...leaf,
      tahun,
      sampaiBulan: bulan,
      tahap: null,
      wilayah,
      kodeAkun: null,
      basis: 'apbd' as const,
      sumber: 'DJPK APBD' as const,
      pembulatan: rounding
    }))
  );
}

function isTotal(label: string): boolean {
  return ['pendapatan', 'belanja'].includes(readLabel(label)?.line.key ?? '');
}

/** Rows below the header with a label or an amount; repeated headers are none. */
function rowsOf(sheet: Sheet, header: FlatHeader): { label: string; cells: readonly Cell[]; row: number }[] {
  const columns = ['akun', 'anggaran', 'realisasi'].map((name) => header.columns.get(name)!);
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
