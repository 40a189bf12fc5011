import type { AmountColumn } from './amountColumn';
import { isNumberRow, rowCode } from './codeCells';
import type { TreeColumns } from './budgetTree';
import { cellText } from './layout';
import { monthOf } from './period';
import type { Cell, Sheet } from './sheet';

/** Where an LRA keeps its codes, label and money. */
export interface LraColumns extends TreeColumns {
  /** Index of the last header row. */
  header: number;
  /** "Total" columns beside the groups: compared, not added. */
  totals: AmountColumn[];
  /** What the header of the realisasi column itself says: "Bulan Ini" or "s.d. Bulan Ini"; null when it says neither. */
  sifat: 'bulanan' | 'kumulatif' | null;
}

type Measure = 'anggaran' | 'realisasi';

/** The account that stands for each group of an LRA where there is no account row. */
const groups: readonly { pattern: RegExp; akun: string }[] = [
  { pattern: /operasi/i, akun: '5.1' },
  { pattern: /modal/i, akun: '5.2' },
  { pattern: /tak\s*ter?duga|btt/i, akun: '5.3' },
  { pattern: /transfer/i, akun: '5.4' }
];
const headerDepth = 60;
const notMoney = /%|persen|sisa|selisih|lebih|kurang|lalu|sebelum|_ly$|\bly\b/i;

/**
 * Finds the header of an LRA: the first row that names Anggaran and Realisasi, with the rows of merged labels above and below it. Stops at a
 * gap or at a second table to the right. Null when there is none.
 */
export function findLraColumns(sheet: Sheet): LraColumns | null {
  const row = sheet.rows.slice(0, headerDepth).findIndex(namesBoth);
  if (row < 0) return null;
  const block = headerBlock(sheet, row);
  const header = block.at(-1)!;
  const labels = labelsOf(block.map((index) => sheet.rows[index]!));
  const first = firstMeasure(labels);
  if (first === null) return null;
  const uraian = uraianColumn(labels, first);
  if (uraian < 1) return null;
  const found = moneyColumns(labels, uraian);
  const codes = Array.from({ length: uraian }, (_, i) => i).filter(
    (column) => !/^(no|nomor)\.?$/i.test(labels.own(column) ?? '')
  );
  const realisasi = found.amounts.find(({ measure }) => measure === 'realisasi');
  if (realisasi === undefined || codes.length === 0) return null;
  return { codes, uraian, header, ...found, sifat: spokenKind(realisasi.label) };
}

function namesBoth(cells: readonly Cell[]): boolean {
  const texts = cells.map(cellText).filter((text) => text !== null);
  const has = (measure: Measure): boolean => texts.some((text) => measureOf(text) === measure);
  return has('anggaran') && has('realisasi') && texts.filter((text) => monthOf(text) !== null).length < 3;
}

/** Row indexes of the header: up to three rows above without a blank one between, and rows of labels below. */
function headerBlock({ rows }: Sheet, row: number): number[] {
  const filled = (index: number): number => rows[index]?.filter((cell) => cellText(cell) !== null).length ?? 0;
  let top = row;
  while (top > 0 && row - top < 3 && filled(top - 1) > 0) top--;
  let bottom = row;
  while (bottom < row + 2 && isLabelRow(rows[bottom + 1] ?? [])) bottom++;
  return Array.from({ length: bottom - top + 1 }, (_, i) => top + i);
}

/** A row of labels below the measures, such as Operasi | Modal or Rp | %. */
function isLabelRow(cells: readonly Cell[]): boolean {
  const texts = cells.map(cellText).filter((text) => text !== null);
  const label = /^\W*(rp|%|persen)\W*$|bulan (ini|lalu)|anggaran|realisasi/i;
  const known = texts.filter((text) => label.test(text) || groups.some(({ pattern }) => pattern.test(text)));
  const codes = Array.from(cells, (_, i) => i);
  return (
    known.length >= 2 &&
    texts.every((text) => !/^[\d.,]+$/.test(text)) &&
    !isNumberRow(cells) &&
    rowCode(cells, codes) === null
  );
}

interface Labels {
  width: number;
  /** The lowest label a column has of its own; null for a column without one. */
  own(column: number): string | null;
  /** Its labels from the lowest up; a merged cell's label reaches over the blank cells to its right. */
  all(column: number, from: number): string[];
}

function labelsOf(block: readonly (readonly Cell[])[]): Labels {
  const text = (row: number, column: number): string | null => cellText(block[row]![column]);
  const lowest = (column: number): number => block.findLastIndex((cells) => cellText(cells[column]) !== null);
  const filled = (row: number, column: number, from: number): string | null => {
    for (let at = column; at >= from; at--) if (text(row, at) !== null) return text(row, at);
    return null;
  };
  return {
    width: Math.max(...block.map(({ length }) => length)),
    own: (column) => (lowest(column) < 0 ? null : text(lowest(column), column)),
    all: (column, from) => {
      const rows = Array.from({ length: lowest(column) }, (_, i) => lowest(column) - 1 - i);
      const above = rows.map((row) => filled(row, column, from)).filter((label) => label !== null);
      return lowest(column) < 0 ? [] : [text(lowest(column), column)!, ...above];
    }
  };
}

function firstMeasure(labels: Labels): number | null {
  for (let column = 0; column < labels.width; column++) {
    if (labels.all(column, column).some((label) => measureOf(label) !== null)) return column;
  }
  return null;
}

/** The label column: named Uraian or the like, else the one before the first amount. */
function uraianColumn(labels: Labels, first: number): number {
  for (let column = 0; column < first; column++) {
    const own = labels.own(column) ?? '';
    if (/uraian|nama|keterangan|program|kegiatan/i.test(own) && !/kode/i.test(own)) return column;
  }
  return first - 1;
}

interface Candidate extends AmountColumn {
  measure: Measure;
  isTotal: boolean;
  years: number[];
}

/** Money columns of the first table: by group where the header names groups, those of the budget year where it names several years. */
function moneyColumns(labels: Labels, uraian: number): { amounts: AmountColumn[]; totals: AmountColumn[] } {
  const candidates = candidatesOf(labels, uraian);
  const year = Math.max(...candidates.flatMap(({ years }) => years));
  const current = candidates.filter(({ years }) => years.length === 0 || years.includes(year));
  const grouped = current.some(({ group }) => group !== undefined);
  const apart = grouped || current.some(({ isTotal }) => !isTotal);
  const kept: Candidate[] = [];
  for (const candidate of current) {
    const isTotal = candidate.isTotal || (grouped && candidate.group === undefined);
    const twin = kept.some(
      (other) => other.measure === candidate.measure && other.group === candidate.group && other.isTotal === isTotal
    );
    if (twin) break;
    kept.push({ ...candidate, isTotal });
  }
  const plain = ({ measure, column, label, group }: Candidate): AmountColumn => ({ measure, column, label, group });
  if (!apart) return { amounts: kept.map(plain), totals: [] };
  return {
    amounts: kept.filter(({ isTotal }) => !isTotal).map(plain),
    totals: kept.filter(({ isTotal }) => isTotal).map(plain)
  };
}

function candidatesOf(labels: Labels, uraian: number): Candidate[] {
  const out: Candidate[] = [];
  for (let column = uraian + 1; column < labels.width; column++) {
    const all = labels.all(column, uraian + 1);
    if (out.length > 0 && (all.length === 0 || all.some((label) => /kode|uraian/i.test(label)))) break;
    const measure = notMoney.test(all[0] ?? '') ? null : (all.map(measureOf).find((found) => found !== null) ?? null);
    if (measure === null) continue;
    const label = [...all].reverse().join(' ');
    const years = [...label.matchAll(/(?<!\d)20[1-4]\d(?!\d)/g)].map(([found]) => Number(found));
    const group = groups.find(({ pattern }) => all.some((one) => !/kelompok/i.test(one) && pattern.test(one)))?.akun;
    const isTotal =
      group === undefined && all.some((one) => /^\W*(grand\s+)?(jumlah|total)/i.test(one)) && all.length > 1;
    out.push({ measure, column, label, group, isTotal, years });
  }
  return out;
}

function measureOf(text: string | null): Measure | null {
  if (text === null || notMoney.test(text)) return null;
  if (/^\s*((jumlah|total|nilai)\s+)?(anggaran|pagu)/i.test(text)) return 'anggaran';
  return /^\s*((jumlah|total|nilai)\s+)?realisasi/i.test(text) ? 'realisasi' : null;
}

function spokenKind(label: string): LraColumns['sifat'] {
  if (/s\s*\.?\s*\/?\s*d\.?\s+bulan|sampai/i.test(label)) return 'kumulatif';
  return /bulan ini/i.test(label) ? 'bulanan' : null;
}
