import { amountReader, type AmountColumn } from './amountColumn';
import { codeTexts, type TreeColumns, type TreeRead, walkBudgetTree } from './budgetTree';
import { readCode } from './code';
import { cellText, columnLetter, emptyRead, sheetPeriod, type Layout, type LraFact, type ReadContext, type Recognition, type SheetRead } from './layout';
import { monthOf } from './period';
import type { Sheet } from './sheet';

/** The two measures of an LRA, and the account that stands for each of its groups where there is no account row. */
const groups: readonly { pattern: RegExp; akun: string }[] = [
  { pattern: /operasi/i, akun: '5.1' },
  { pattern: /modal/i, akun: '5.2' },
  { pattern: /tak\s*ter?duga|btt/i, akun: '5.3' },
  { pattern: /transfer/i, akun: '5.4' }
];
const headerDepth = 60;

/** SIPD "Rekapitulasi Belanja": a tree of codes with Anggaran and Realisasi, by group of spending or as one pair. */
export const sipdLra: Layout = {
  name: 'sipd-lra',
  title: { id: 'LRA SIPD (Rekapitulasi Belanja)', en: 'SIPD LRA (Rekapitulasi Belanja)' },
  recognise,
  read
};

function recognise(sheet: Sheet): Recognition | null {
  const header = sheet.rows.slice(0, headerDepth).findIndex((row) => {
    const texts = row.map(cellText);
    return texts.some((text) => isMeasure(text, 'anggaran')) && texts.some((text) => isMeasure(text, 'realisasi')) && texts.filter((text) => text && monthOf(text)).length < 3;
  });
  if (header < 0) return null;
  const columns = findColumns(sheet, header);
  if (columns === null || !hasSubkegiatan(sheet, header + 1, columns.codes)) return null;
  const titled = sheet.rows.slice(0, header).some((row) => row.some((cell) => /rekapitulasi belanja|laporan realisasi/i.test(String(cell ?? ''))));
  return { score: titled ? 1 : 0.8, header };
}

function read(sheet: Sheet, context: ReadContext): SheetRead {
  const { header } = context.recognition;
  const columns = findColumns(sheet, header)!;
  const result = emptyRead('sipd-lra', sheet, context, sheetPeriod(sheet, header, context.file));
  const reader = amountReader(sheet, header + 1, columns.amounts, context);
  const tree = walkBudgetTree(sheet, header + 1, columns, reader.read, context.file, context.settings.kode_skpd);
  result.lra = tree.leaves.flatMap((leaf) => lraFacts(leaf, columns));
  result.names = tree.names;
  result.tally = tree.tally;
  result.rejects = tree.rejects;
  result.problems = [...reader.problems, ...tree.problems, ...levelsChecked(sheet, context, tree), ...checkTotals(sheet, context, columns, tree)];
  return result;
}

/** Anggaran and realisasi of a leaf: the sum of its groups; null where every cell is blank. */
function lraFacts(leaf: TreeRead['leaves'][number], { amounts }: LraColumns): LraFact[] {
  const sum = (measure: string, akun?: string): bigint | null => {
    const cells = amounts.flatMap((column, i) => (column.measure === measure && (akun === undefined || column.group === akun) ? [leaf.amounts[i]!] : []));
    const known = cells.filter((cell) => cell !== null && cell !== undefined);
    return known.length === 0 ? null : known.reduce((a, b) => a + b, 0n);
  };
  const { kodeSkpd, kodeSubkegiatan, kodeAkun, origin } = leaf;
  if (kodeAkun !== null) return [{ kodeSkpd, kodeSubkegiatan, kodeAkun, anggaran: sum('anggaran'), realisasi: sum('realisasi'), origin }];
  const accounts = [...new Set(amounts.map((column) => column.group ?? '5'))];
  return accounts
    .map((akun) => ({
      kodeSkpd,
      kodeSubkegiatan,
      kodeAkun: akun,
      anggaran: sum('anggaran', akun === '5' ? undefined : akun),
      realisasi: sum('realisasi', akun === '5' ? undefined : akun),
      origin
    }))
    .filter((fact) => (fact.anggaran ?? 0n) !== 0n || (fact.realisasi ?? 0n) !== 0n);
}

interface LraColumns extends TreeColumns {
  /** "Total" columns beside the groups: compared, not added. */
  totals: AmountColumn[];
}

/** Code columns left of the label, then the amounts up to a gap, a repeated group, or a second table to the right. */
function findColumns(sheet: Sheet, header: number): LraColumns | null {
  const block = sheet.rows.slice(Math.max(0, header - 3), header + 1);
  const labels = (column: number): string => block.map((row) => cellText(row[column]) ?? '').join(' ');
  const width = Math.max(...block.map((row) => row.length), 0);
  const uraian = Array.from({ length: width }, (_, i) => i).find((i) => /uraian|nama (sub )?(kegiatan|rekening)/i.test(labels(i)) && !/kode/i.test(labels(i)));
  if (uraian === undefined || uraian === 0) return null;
  const amounts: AmountColumn[] = [];
  const totals: AmountColumn[] = [];
  let group: string | null = null;
  for (let column = uraian + 1; column < width; column++) {
    const label = cellText(sheet.rows[header]![column]);
    if (/kode|uraian/i.test(labels(column)) && amounts.length > 0) break;
    if (label === null && amounts.length > 0 && labels(column).trim() === '') break;
    group = groupLabel(block.slice(0, -1), column) ?? group;
    const measure = isMeasure(label, 'anggaran') ? 'anggaran' : isMeasure(label, 'realisasi') ? 'realisasi' : null;
    if (measure === null) continue;
    const akun = groups.find(({ pattern }) => group !== null && pattern.test(group))?.akun;
    const target = akun === undefined && /jumlah|total/i.test(group ?? '') ? totals : amounts;
    if (target.some((other) => other.measure === measure && other.group === akun)) break;
    target.push({ measure, column, group: akun, label: [group, label].filter(Boolean).join(' ') });
  }
  const codes = Array.from({ length: uraian }, (_, i) => i);
  return amounts.length > 0 ? { codes, uraian, amounts, totals } : totals.length > 0 ? { codes, uraian, amounts: totals, totals: [] } : null;
}

function groupLabel(rows: readonly Sheet['rows'][number][], column: number): string | null {
  const label = rows.map((row) => cellText(row[column])).findLast((text) => text !== null);
  return label === undefined || label === null || /kelompok/i.test(label) ? null : label;
}

function isMeasure(text: string | null, measure: 'anggaran' | 'realisasi'): boolean {
  if (text === null || /%|persen|sisa|selisih|lalu|sebelum|_ly$|\bly\b/i.test(text)) return false;
  return measure === 'anggaran' ? /^\s*(jumlah\s+)?(anggaran|pagu)/i.test(text) : /^\s*(jumlah\s+)?realisasi/i.test(text);
}

function hasSubkegiatan(sheet: Sheet, first: number, codes: readonly number[]): boolean {
  return sheet.rows.slice(first, first + 400).some((row) => codeTexts(row, codes).some((text) => readCode(text)?.kind === 'subkegiatan'));
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
function checkTotals(sheet: Sheet, context: ReadContext, columns: LraColumns, tree: TreeRead): SheetRead['problems'] {
  if (columns.totals.length === 0) return [];
  const reader = amountReader(sheet, context.recognition.header + 1, columns.totals, context);
  const differing = columns.totals.flatMap((total) =>
    tree.leaves.flatMap((leaf) => {
      const stated = reader.read(sheet.rows[leaf.origin.row - 1]![total.column] ?? null, total);
      const sum = columns.amounts.reduce((all, column, i) => (column.measure === total.measure ? all + (leaf.amounts[i] ?? 0n) : all), 0n);
      return typeof stated === 'bigint' && stated !== sum ? [{ row: leaf.origin.row, column: total.column }] : [];
    })
  );
  const first = differing[0];
  if (first === undefined) return [];
  return [
    {
      kind: 'warning',
      code: 'row-total',
      place: { file: context.file, sheet: sheet.name, row: first.row, column: columnLetter(first.column), value: cellText(sheet.rows[first.row - 1]![first.column]) ?? '' },
      message: {
        id: `kolom total tidak sama dengan jumlah kelompok belanjanya di ${differing.length} baris; yang dipakai kelompoknya.`,
        en: `the total column differs from its groups in ${differing.length} rows; the groups were used.`
      },
      fix: { id: 'Periksa rumus kolom total di ekspor asal.', en: 'Check the total column in the original export.' }
    }
  ];
}
