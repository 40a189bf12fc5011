import type { BudgetBlock } from '$lib/contract/component';
import type { CellRead } from './djpkAmount';
import type { Origin, Reject, SheetRead, UsedRow } from './layout';
import type { Place, Problem } from './problem';
import { rupiah } from './rupiah';
import type { Cell } from './sheet';
import { mismatch } from './treeProblem';
import type { Text } from '$lib/text/language';

/** A row of a portal table at its place: what it stands for, and what stands below it. */
export interface PortalLine {
  label: string;
  jenis: BudgetBlock | null;
  /** What the row is where nothing itemises it, and what the rest is where only a part is itemised; null for sums of a block. */
  komponen: string | null;
  subkomponen: string | null;
  /** Subtracted from its parent. */
  negative: boolean;
  /** Stands for no row of the file: its amount is what another row leaves for it. */
  virtual?: boolean;
  children: PortalLine[];
  /** Anggaran and realisasi. */
  money: readonly CellRead[];
  origin: Origin;
  cells: readonly Cell[];
}

/** A leaf, or the rest of a line that is itemised only in part; amounts in sen. */
export interface PortalLeaf {
  jenis: BudgetBlock;
  komponen: string;
  subkomponen: string | null;
  anggaran: bigint | null;
  realisasi: bigint | null;
  origin: Origin;
}

export const measures = ['anggaran', 'realisasi'] as const;

interface Reading {
  result: SheetRead;
  rounding: bigint;
  /** Some rows of the table gave nothing, or the table itemises by its nature only a part: a rest is then a leaf, not a difference. */
  partial: boolean;
  rounded: { count: number; most: bigint };
}

/** Takes a forest of rows apart into leaves that add up to every line above them, and reports each line that they do not add up to. */
export function readLines(
  lines: readonly PortalLine[],
  result: SheetRead,
  { rounding, partial }: { rounding: bigint; partial: boolean }
): PortalLeaf[] {
  const reading: Reading = { result, rounding, partial, rounded: { count: 0, most: 0n } };
  const leaves = lines.flatMap((line) => leavesOf(line, reading));
  if (reading.rounded.count > 0) result.problems.push(roundingSeen(result, reading.rounded));
  return leaves;
}

function leavesOf(line: PortalLine, reading: Reading): PortalLeaf[] {
  const below = line.children.flatMap((child) => leavesOf(child, reading));
  return line.children.length === 0 ? takeLeaf(line, reading.result) : [...below, ...restOf(line, reading)];
}

function takeLeaf(line: PortalLine, result: SheetRead): PortalLeaf[] {
  const { jenis, komponen, subkomponen, origin, money, cells } = line;
  const amount = (i: number): bigint | null => money[i]?.sen ?? null;
  if (line.virtual && jenis !== null && komponen !== null)
    return [{ jenis, komponen, subkomponen, anggaran: amount(0), realisasi: amount(1), origin }];
  for (const [i, { fault }] of money.entries()) if (fault !== null) result.problems.push(badCell(line, i));
  const faults = measures.filter((_, i) => (money[i]?.fault ?? null) !== null);
  if (jenis === null || komponen === null) {
    reject(result, line, noDetail, {});
    result.problems.push({ kind: 'reject', code: 'no-detail', place: origin, message: noDetail, fix: exportDetail });
    return [];
  }
  const rupiahOf = (wanted: boolean): Record<string, bigint> =>
    Object.fromEntries(measures.flatMap((m, i) => (faults.includes(m) === wanted ? [[m, amount(i) ?? 0n]] : [])));
  if (faults.length > 0) reject(result, line, faultText(line), rupiahOf(true), faults.length < measures.length);
  if (faults.length === measures.length) return [];
  const used: UsedRow = { row: origin.row, cells, rupiah: rupiahOf(false) };
  result.used.push(used);
  return [{ jenis, komponen, subkomponen, anggaran: amount(0), realisasi: amount(1), origin }];
}

/** What a line states above its details: a leaf where a part is not itemised, else a difference that is reported. */
function restOf(line: PortalLine, reading: Reading): PortalLeaf[] {
  const { result } = reading;
  if (!line.virtual) result.induk++;
  const rests = measures.map((_, i) => restOfMeasure(line, i, reading));
  if (rests.every((rest) => rest === null) || line.jenis === null || line.komponen === null) return [];
  result.problems.push(restTaken(line, rests));
  const { jenis, komponen, origin } = line;
  return [{ jenis, komponen, subkomponen: null, anggaran: rests[0]!, realisasi: rests[1]!, origin }];
}

function restOfMeasure(line: PortalLine, i: number, { result, rounding, partial, rounded }: Reading): bigint | null {
  const { sen: stated, fault } = line.money[i] ?? { sen: null, fault: null };
  // a sum that cannot be read costs nothing: its details are used
  if (fault !== null) result.problems.push({ ...badCell(line, i), kind: 'warning' });
  if (stated === null) return null;
  const sum = detailSum(line, i);
  const difference = stated - sum;
  if (difference === 0n) return null;
  const size = difference < 0n ? -difference : difference;
  if (size <= rounding * BigInt(line.children.length + 1)) {
    rounded.count++;
    if (size > rounded.most) rounded.most = size;
    return null;
  }
  const unread = line.children.some(({ money }) => (money[i]?.sen ?? null) === null);
  if (difference > 0n && line.komponen !== null && (partial || unread)) return difference;
  result.problems.push(mismatch({ ...line.origin, column: measures[i] }, 'induk', stated, sum));
  return null;
}

/** Sum of the details of a line in sen; blank and unread ones add nothing. */
export function detailSum(line: PortalLine, i: number): bigint {
  return line.children.reduce((sum, { money, negative }) => {
    const sen = money[i]?.sen ?? 0n;
    return negative ? sum - sen : sum + sen;
  }, 0n);
}

/** Leaves a row out, with its money. */
export function reject(
  result: SheetRead,
  { origin, cells }: Pick<PortalLine, 'origin' | 'cells'>,
  reason: Text,
  money: Reject['rupiah'],
  partly = false
): void {
  result.rejects.push({ origin, reason, cells, rupiah: money, partly });
}

const noDetail: Text = {
  id: 'jumlah seluruh blok tanpa rincian; komponennya tidak diketahui.',
  en: 'the sum of a whole block without details; its components are not known.'
};
const exportDetail: Text = {
  id: 'Ekspor ulang tabelnya lengkap dengan rinciannya.',
  en: 'Export the table again with all its details.'
};
const lost: Text = {
  id: 'kehilangan satuannya (M, jt, atau T) sementara sel lain di kolomnya bersatuan; dibiarkan kosong, tidak dikalikan.',
  en: 'lost its unit (M, jt or T), which the other cells of its column have; left blank, not multiplied.'
};
const bad: Text = { id: 'bukan angka dalam format kolom ini.', en: 'is not a number in the format of this column.' };

function faultText({ money }: PortalLine): Text {
  return money.some(({ fault }) => fault === 'lost') ? lost : bad;
}

function badCell({ label, money, origin, cells }: PortalLine, i: number): Problem {
  const isLost = money[i]!.fault === 'lost';
  const place: Place = { ...origin, column: measures[i], value: cellShown(cells, label, i) };
  return {
    kind: 'reject',
    code: isLost ? 'unit-lost' : 'angka',
    place,
    message: isLost ? lost : bad,
    fix: {
      id: 'Perbaiki selnya menurut portal, lalu impor lagi.',
      en: 'Correct the cell as the portal shows it, and import again.'
    }
  };
}

/** The first cells after the label are the amounts, in every form of the portal's table. */
function cellShown(cells: readonly Cell[], label: string, i: number): string {
  const at = cells.findIndex((cell) => typeof cell === 'string' && cell.trim() === label);
  return String(cells[at + 1 + i] ?? '');
}

function restTaken({ label, origin }: PortalLine, rests: readonly (bigint | null)[]): Problem {
  const words = measures
    .flatMap((measure, i) => (rests[i] === null ? [] : [`${measure} ${rupiah(rests[i]!)}`]))
    .join(', ');
  return {
    kind: 'decision',
    code: 'rest',
    place: origin,
    message: {
      id: `"${label}" hanya sebagian dirinci; sisanya (${words}) dicatat sebagai tidak dirinci agar jumlahnya utuh.`,
      en: `"${label}" is itemised only in part; the rest (${words}) is entered as not itemised, so that the total is whole.`
    }
  };
}

function roundingSeen({ file, sheet }: SheetRead, { count, most }: Reading['rounded']): Problem {
  return {
    kind: 'decision',
    code: 'rounding',
    place: { file, sheet },
    message: {
      id: `${count} subtotal berbeda dari rinciannya sebesar pembulatan sumber (paling banyak ${rupiah(most)}); yang dipakai rinciannya.`,
      en: `${count} subtotals differ from their details by the source's rounding (at most ${rupiah(most)}); the details were used.`
    }
  };
}
