import { amountReader, type AmountColumn } from './amountColumn';
import { type TreeColumns, walkBudgetTree } from './budgetTree';
import { readCode } from './code';
import { codeTexts } from './codeCells';
import {
  cellText,
  emptyRead,
  sheetPeriod,
  type Layout,
  type ReadContext,
  type Recognition,
  type SheetRead
} from './layout';
import { monthOf } from './period';
import type { Sheet } from './sheet';

/** SIPD RAK (cash plan): the same tree as an LRA, one column a month; months the export lacks stay unknown. */
export const sipdRak: Layout = {
  name: 'sipd-rak',
  title: { id: 'RAK SIPD (rencana anggaran kas)', en: 'SIPD RAK (cash plan)' },
  recognise,
  read
};

function recognise(sheet: Sheet): Recognition | null {
  const header = sheet.rows
    .slice(0, 60)
    .findIndex((row) => row.filter((cell) => monthOf(cellText(cell) ?? '') !== null).length >= 3);
  if (header < 0) return null;
  const columns = findColumns(sheet, header);
  if (columns === null) return null;
  const coded = sheet.rows
    .slice(header + 1, header + 400)
    .some((row) => codeTexts(row, columns.codes).some((text) => readCode(text)?.kind === 'subkegiatan'));
  return coded ? { score: 0.95, header } : null;
}

function read(sheet: Sheet, context: ReadContext): SheetRead {
  const { header } = context.recognition;
  const columns = findColumns(sheet, header)!;
  const result = emptyRead('sipd-rak', sheet, context, sheetPeriod(sheet, header, context.file));
  const reader = amountReader(sheet, header + 1, columns.amounts, context);
  const tree = walkBudgetTree({
    sheet,
    file: context.file,
    header,
    columns,
    reader,
    kodeSkpd: context.settings.kode_skpd
  });
  result.rak = tree.leaves.map(({ kodeSkpd, kodeSubkegiatan, kodeAkun, amounts, origin }) => {
    const of = (measure: string): bigint | null =>
      amounts[columns.amounts.findIndex((column) => column.measure === measure)] ?? null;
    const bulan = Array.from({ length: 12 }, (_, i) => of(`bulan_${i + 1}`));
    return { kodeSkpd, kodeSubkegiatan, kodeAkun: kodeAkun ?? '5', anggaran: of('anggaran'), bulan, origin };
  });
  const { names, used, induk, total, rejects } = tree;
  const measures = columns.amounts.map(({ measure }) => measure);
  const problems = [...reader.problems, ...tree.problems, monthsPresent(sheet, context, columns)];
  return { ...result, names, measures, used, induk, total, rejects, problems };
}

function findColumns(sheet: Sheet, header: number): TreeColumns | null {
  const row = sheet.rows[header]!;
  const label = (column: number): string =>
    [sheet.rows[header - 1]?.[column], row[column]].map((cell) => cellText(cell) ?? '').join(' ');
  const uraian = row.findIndex((_, column) => /uraian/i.test(label(column)));
  if (uraian < 1) return null;
  const amounts: AmountColumn[] = [];
  for (let column = uraian + 1; column < row.length; column++) {
    const text = cellText(row[column]);
    const month = monthOf((text ?? '').replace(/\s*20\d\d$/, ''));
    const measure =
      month !== null ? `bulan_${month}` : /^\s*(jumlah\s+)?(anggaran|pagu)/i.test(text ?? '') ? 'anggaran' : null;
    if (measure !== null && !amounts.some((other) => other.measure === measure))
      amounts.push({ measure, column, label: text ?? '' });
  }
  const codes = Array.from({ length: uraian }, (_, i) => i);
  return amounts.some(({ measure }) => measure.startsWith('bulan_')) ? { codes, uraian, amounts } : null;
}

function monthsPresent(sheet: Sheet, context: ReadContext, columns: TreeColumns): SheetRead['problems'][number] {
  const months = columns.amounts.filter(({ measure }) => measure.startsWith('bulan_'));
  const used = new Set(columns.amounts.map(({ column }) => column));
  const ignored = sheet.rows[context.recognition.header]!.flatMap((cell, i) =>
    i > columns.uraian && !used.has(i) && cell !== null ? [String(cell)] : []
  );
  const list = months.map(({ label }) => label).join(', ');
  const rest = ignored.length > 0 ? ignored.join(', ') : '–';
  return {
    kind: 'decision',
    code: 'rak-months',
    place: { file: context.file, sheet: sheet.name },
    message: {
      id: `rencana kas ${months.length} bulan (${list}); kolom yang tidak dipakai: ${rest}.`,
      en: `cash plan for ${months.length} months (${list}); columns not used: ${rest}.`
    }
  };
}
