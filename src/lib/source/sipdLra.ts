import { amountReader, type AmountReader } from './amountColumn';
import { type TreeRead, walkBudgetTree } from './budgetTree';
import { readCode } from './code';
import { codeTexts } from './codeCells';
import {
  cellText,
  columnLetter,
  emptyRead,
  sheetPeriod,
  type Layout,
  type LraFact,
  type ReadContext,
  type Recognition,
  type SheetRead
} from './layout';
import { findLraColumns, type LraColumns } from './lraColumns';
import type { Sheet } from './sheet';

/** SIPD "Rekapitulasi Belanja": a tree of codes with Anggaran and Realisasi, by group of spending or as one pair. */
export const sipdLra: Layout = {
  name: 'sipd-lra',
  title: { id: 'LRA SIPD (Rekapitulasi Belanja)', en: 'SIPD LRA (Rekapitulasi Belanja)' },
  recognise,
  read
};

function recognise(sheet: Sheet): Recognition | null {
  const columns = findLraColumns(sheet);
  if (columns === null || !hasSubkegiatan(sheet, columns)) return null;
  const { header } = columns;
  const titled = sheet.rows
    .slice(0, header)
    .some((row) => row.some((cell) => /rekapitulasi belanja|laporan realisasi/i.test(String(cell ?? ''))));
  return { score: titled ? 1 : 0.8, header };
}

function read(sheet: Sheet, context: ReadContext): SheetRead {
  const columns = findLraColumns(sheet)!;
  const { header } = columns;
  const period = sheetPeriod(sheet, header, context.file);
  const result = emptyRead('sipd-lra', sheet, context, { ...period, sifat: period.sifat ?? columns.sifat });
  const reader = amountReader(sheet, header + 1, [...columns.amounts, ...columns.totals], context);
  const tree = walkBudgetTree({
    sheet,
    file: context.file,
    header,
    columns,
    reader,
    kodeSkpd: context.settings.kode_skpd
  });
  const { names, used, induk, total, rejects } = tree;
  const problems = [
    ...reader.problems,
    ...tree.problems,
    ...levelsChecked(sheet, context, tree),
    ...checkTotals(sheet, context, columns, tree, reader)
  ];
  const lra = tree.leaves.flatMap((leaf) => lraFacts(leaf, columns));
  return { ...result, lra, names, measures: ['anggaran', 'realisasi'], used, induk, total, rejects, problems };
}

/** Anggaran and realisasi of a leaf account; of a sub kegiatan without accounts, one fact for each group that has money. */
function lraFacts(leaf: TreeRead['leaves'][number], { amounts }: LraColumns): LraFact[] {
  const { kodeSkpd, kodeSubkegiatan, kodeAkun, origin } = leaf;
  const cells = (measure: string, fits: (group: string | undefined) => boolean): (bigint | null)[] =>
    amounts.flatMap((column, i) => (column.measure === measure && fits(column.group) ? [leaf.amounts[i]!] : []));
  if (kodeAkun !== null) {
    const of = (measure: string): bigint | null => {
      const own = cells(measure, (group) => group === undefined || kodeAkun.startsWith(group));
      const all = added(cells(measure, () => true));
      // a zero in the column of another group says nothing about an account whose own cell is blank
      return all === 0n && own.length > 0 && added(own) === null ? null : all;
    };
    return [{ kodeSkpd, kodeSubkegiatan, kodeAkun, anggaran: of('anggaran'), realisasi: of('realisasi'), origin }];
  }
  const groups = [...new Set(amounts.map(({ group }) => group))];
  return groups
    .map((own) => {
      const of = (measure: string): bigint | null => added(cells(measure, (group) => group === own));
      const money = { anggaran: of('anggaran'), realisasi: of('realisasi') };
      return { kodeSkpd, kodeSubkegiatan, kodeAkun: own ?? '5', ...money, origin };
    })
    .filter(({ anggaran, realisasi }) => (anggaran ?? 0n) !== 0n || (realisasi ?? 0n) !== 0n);
}

/** Sum of the cells that are filled; null where every one is blank. */
function added(cells: readonly (bigint | null)[]): bigint | null {
  const known = cells.filter((cell) => cell !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0n);
}

function hasSubkegiatan(sheet: Sheet, { header, codes }: LraColumns): boolean {
  return sheet.rows
    .slice(header + 1)
    .some((row) => codeTexts(row, codes).some((text) => readCode(text)?.kind === 'subkegiatan'));
}

function levelsChecked(sheet: Sheet, context: ReadContext, tree: TreeRead): SheetRead['problems'] {
  const subtotals = [...tree.checked.values()].reduce((a, b) => a + b, 0);
  if (subtotals === 0) return [];
  const levels = tree.checked.size + 1;
  return [
    {
      kind: 'decision',
      code: 'levels',
      place: { file: context.file, sheet: sheet.name },
      message: {
        id: `jumlah berulang di ${levels} tingkat; ${tree.leaves.length} baris rincian dipakai, ${subtotals} subtotal dicocokkan.`,
        en: `amounts repeat at ${levels} levels; ${tree.leaves.length} detail rows were used, ${subtotals} subtotals compared.`
      }
    }
  ];
}

/** "Total" columns must equal the sum of the groups on every leaf; the first row that differs is named. */
function checkTotals(
  sheet: Sheet,
  context: ReadContext,
  columns: LraColumns,
  tree: TreeRead,
  reader: AmountReader
): SheetRead['problems'] {
  const differing = columns.totals.flatMap((total) =>
    tree.leaves.flatMap((leaf) => {
      const stated = reader.read(sheet.rows[leaf.origin.row - 1]![total.column] ?? null, total);
      const sum = columns.amounts.reduce(
        (all, column, i) => (column.measure === total.measure ? all + (leaf.amounts[i] ?? 0n) : all),
        0n
      );
      return typeof stated === 'bigint' && stated !== sum ? [{ row: leaf.origin.row, column: total.column }] : [];
    })
  );
  const first = differing[0];
  if (first === undefined) return [];
  return [
    {
      kind: 'warning',
      code: 'row-total',
      place: {
        file: context.file,
        sheet: sheet.name,
        row: first.row,
        column: columnLetter(first.column),
        value: cellText(sheet.rows[first.row - 1]![first.column]) ?? ''
      },
      message: {
        id: `kolom total tidak sama dengan jumlah kelompok belanjanya di ${differing.length} baris; yang dipakai kelompoknya.`,
        en: `the total column differs from its groups in ${differing.length} rows; the groups were used.`
      },
      fix: { id: 'Periksa rumus kolom total di ekspor asal.', en: 'Check the total column in the original export.' }
    }
  ];
}
