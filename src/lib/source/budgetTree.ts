import type { AmountColumn, AmountReader } from './amountColumn';
import { type Code, readCode } from './code';
import { codeTexts, headerRepeats, isNumberRow, nextCode } from './codeCells';
import { cellText, columnLetter, type NameFact, type Origin, type Reject, type UsedRow } from './layout';
import type { Place, Problem } from './problem';
import type { Cell, Sheet } from './sheet';
import { byMeasure, isBelow, isParentOf, isSumOfRowsBelow, isTemplate, isTotal, lastOf, tableOf } from './treeRow';
import { levelOf, mendedBidang, skpdLevelOf, topAccountOf } from './treeLevel';
import * as why from './treeProblem';

/** Where a budget tree keeps its codes, its labels and its amounts. Column indexes from 0. */
export interface TreeColumns {
  codes: readonly number[];
  uraian: number;
  amounts: readonly AmountColumn[];
}

/** A row that has nothing below it: the only rows whose money is taken. */
export interface TreeLeaf {
  /** Empty where the sheet names no SKPD. */
  kodeSkpd: string;
  kodeSubkegiatan: string;
  /** Null where the export stops at sub kegiatan. */
  kodeAkun: string | null;
  /** One amount per amount column, in sen; null where the cell is blank. */
  amounts: (bigint | null)[];
  origin: Origin;
}

export interface TreeRead {
  leaves: TreeLeaf[];
  names: NameFact[];
  used: UsedRow[];
  /** Subtotal rows. */
  induk: number;
  /** Rows of totals. */
  total: number;
  rejects: Reject[];
  problems: Problem[];
  /** Subtotals that were compared with their details, by level of the tree. */
  checked: Map<number, number>;
}

export interface TreeInput {
  sheet: Sheet;
  file: string;
  /** Index of the last header row. */
  header: number;
  columns: TreeColumns;
  reader: AmountReader;
  /** SKPD that tepat.json gives to a sheet without one. */
  kodeSkpd?: string | undefined;
}

interface Node {
  level: number;
  code: Code;
  row: number;
  stated: (bigint | null)[];
  /** Per amount column: sum of the leaves below, of what the direct children state, of rows below that were rejected. */
  leafSums: bigint[];
  childSums: bigint[];
  rejected: bigint[];
  children: number;
  context: Context;
}

interface Context {
  kodeSkpd: string | null;
  /** Null above any sub kegiatan; undefined below a sub kegiatan whose code cannot be read. */
  kodeSubkegiatan: string | null | undefined;
}

/** The walk so far. The functions below take it as their one changing argument. */
interface Walk extends TreeInput {
  readonly skpdLevel: number;
  readonly stack: Node[];
  /** Sum of all leaves so far, and of those since the last total row. */
  readonly sums: { all: bigint[]; sinceTotal: bigint[] };
  readonly out: TreeRead;
  /** Depth of the accounts that stand directly below a sub kegiatan. */
  readonly topAccount: number;
}

interface Row {
  cells: readonly Cell[];
  index: number;
  texts: string[];
  uraian: string | null;
  stated: (bigint | null)[];
}

/**
 * Walks an export that repeats its amounts at every level (up to ten), keeps the leaves, and compares each subtotal with
 * the details below it. Nothing is added twice; every row with an amount or a code ends up as used, subtotal, total or reject.
 */
export function walkBudgetTree(input: TreeInput): TreeRead {
  const { sheet, header, columns } = input;
  const zeros = (): bigint[] => columns.amounts.map(() => 0n);
  const out: TreeRead = {
    leaves: [],
    names: [],
    used: [],
    induk: 0,
    total: 0,
    rejects: [],
    problems: [],
    checked: new Map()
  };
  const skpdLevel = skpdLevelOf(sheet, header + 1, columns.codes);
  const topAccount = topAccountOf(sheet, header + 1, columns.codes);
  const walk: Walk = { ...input, skpdLevel, topAccount, stack: [], sums: { all: zeros(), sinceTotal: zeros() }, out };
  const repeats = headerRepeats(sheet, header);
  for (let index = header + 1; index < sheet.rows.length; index++) {
    const cells = sheet.rows[index]!;
    if (cells.length > 0 && !isNumberRow(cells) && !repeats(cells)) readRow(walk, cells, index);
  }
  while (walk.stack.length > 0) close(walk);
  return out;
}

function readRow(walk: Walk, cells: readonly Cell[], index: number): void {
  const { columns, reader } = walk;
  const read = columns.amounts.map((column) => reader.read(cells[column.column] ?? null, column));
  const texts = codeTexts(cells, columns.codes);
  const code = texts.length === 0 ? null : readCode(texts.at(-1)!);
  if (code === null && read.every((amount) => amount === null)) return;
  const row: Row = {
    cells,
    index,
    texts,
    uraian: cellText(cells[columns.uraian]),
    stated: read.map((amount) => amount ?? null)
  };
  const bad = columns.amounts[read.indexOf(undefined)];
  if (bad !== undefined) return rowWithBadAmount(walk, row, code, bad);
  const words = texts.length === 1 && code === null ? texts[0]! : row.uraian;
  if (code === null && isTotal(texts.length === 0 ? row.uraian : words)) return total(walk, row);
  if (texts.length === 0) return reject(walk, row, why.noCode, row.uraian ?? undefined);
  if (code === null) return rowWithBadCode(walk, row);
  if (isTemplate(code, row.uraian)) return reject(walk, row, why.templateRow, texts.at(-1));
  open(walk, row, mendedBidang(code, texts.at(-1)!, index, walk.sheet, columns.codes));
}

function open(walk: Walk, row: Row, code: Code): void {
  if (row.uraian !== null)
    walk.out.names.push({ table: tableOf(code), kode: code.kode, nama: row.uraian, tahun: null });
  put(walk, row, code);
}

/** Closes what ends above a row and lets the row stand open. A sub kegiatan without a readable code is unknown to the rows below it. */
function put(walk: Walk, row: Row, code: Code): void {
  const { stack, sheet, columns } = walk;
  const level = levelOf(code, row.index, stack, sheet, columns.codes, walk.skpdLevel);
  while (stack.length > 0 && stack.at(-1)!.level >= level) close(walk);
  const codes = row.texts.map((text) => readCode(text));
  const above: Context = stack.at(-1)?.context ?? { kodeSkpd: null, kodeSubkegiatan: null };
  const own = code.kind === 'subkegiatan' && code.kode === '' ? undefined : above.kodeSubkegiatan;
  const context = {
    kodeSkpd: lastOf(codes, 'skpd') ?? above.kodeSkpd ?? walk.kodeSkpd ?? null,
    kodeSubkegiatan: lastOf(codes, 'subkegiatan') ?? own
  };
  const zeros = (): bigint[] => row.stated.map(() => 0n);
  const sums = { leafSums: zeros(), childSums: zeros(), rejected: zeros() };
  stack.push({ level, code, row: row.index, stated: row.stated, ...sums, children: 0, context });
}

/** A row is finished: a leaf if nothing came below it, else a subtotal to compare. */
function close(walk: Walk): void {
  const node = walk.stack.pop()!;
  const parent = walk.stack.at(-1);
  if (node.children > 0) {
    walk.out.induk++;
    compare(walk, node);
  } else leaf(walk, node);
  if (parent === undefined) return;
  parent.children++;
  node.leafSums.forEach((sum, i) => {
    parent.leafSums[i]! += sum;
    parent.childSums[i]! += node.stated[i] ?? sum;
    parent.rejected[i]! += node.rejected[i]!;
  });
}

function leaf(walk: Walk, node: Node): void {
  const { kodeSkpd, kodeSubkegiatan } = node.context;
  const { kind, kode } = node.code;
  const row: Row = { cells: walk.sheet.rows[node.row]!, index: node.row, texts: [], uraian: null, stated: node.stated };
  const deep = kind === 'akun' || kind === 'subkegiatan';
  if (!deep && node.stated.every((amount) => (amount ?? 0n) === 0n)) {
    walk.out.induk++;
    return;
  }
  if (!deep || kodeSubkegiatan === null || kodeSubkegiatan === undefined) {
    node.rejected = node.stated.map((amount) => amount ?? 0n);
    return leaveOut(walk, row, deep && kodeSubkegiatan === undefined ? why.underBadCode : why.noDetail, kode);
  }
  node.leafSums = node.stated.map((amount) => amount ?? 0n);
  node.leafSums.forEach((amount, i) => {
    walk.sums.all[i]! += amount;
    walk.sums.sinceTotal[i]! += amount;
  });
  walk.out.used.push({ row: node.row + 1, cells: row.cells, rupiah: byMeasure(walk, node.stated) });
  const origin = { file: walk.file, sheet: walk.sheet.name, row: node.row + 1 };
  walk.out.leaves.push({
    kodeSkpd: kodeSkpd ?? '',
    kodeSubkegiatan,
    kodeAkun: kind === 'akun' ? kode : null,
    amounts: node.stated,
    origin
  });
}

/** A subtotal must equal the leaves below it, or what its children state; rows that were rejected below it explain a difference. */
function compare(walk: Walk, node: Node): void {
  walk.out.checked.set(node.level, (walk.out.checked.get(node.level) ?? 0) + 1);
  node.stated.forEach((stated, i) => {
    const [leaves, children, rejected] = [node.leafSums[i]!, node.childSums[i]!, node.rejected[i]!];
    if (stated === null || [leaves, children, leaves + rejected, children + rejected].includes(stated)) return;
    walk.out.problems.push(
      why.mismatch(placeOf(walk, node.row, walk.columns.amounts[i]!.column), 'induk', stated, leaves)
    );
  });
}

/** A total stands for all rows so far, for those since the last total, or for a level that is still open. */
function total(walk: Walk, row: Row): void {
  if (!isParentOf(walk, row)) close(walk);
  walk.out.total++;
  row.stated.forEach((stated, i) => {
    const rejected = walk.out.rejects.reduce(
      (sum, { rupiah }) => sum + (rupiah[walk.columns.amounts[i]!.measure] ?? 0n),
      0n
    );
    const all = walk.sums.all[i]!;
    const fits = [all, all + rejected, walk.sums.sinceTotal[i]!, ...walk.stack.map(({ leafSums }) => leafSums[i]!)];
    if (stated === null || fits.includes(stated)) return;
    walk.out.problems.push(
      why.mismatch(placeOf(walk, row.index, walk.columns.amounts[i]!.column), 'total', stated, all)
    );
  });
  walk.sums.sinceTotal.fill(0n);
}

/** An amount that is no number costs a leaf its row; a subtotal keeps its place in the tree, since its details are read. */
function rowWithBadAmount(walk: Walk, row: Row, code: Code | null, bad: AmountColumn): void {
  const value = cellText(row.cells[bad.column]) ?? '';
  const below = nextCode(walk.sheet, row.index, walk.columns.codes);
  const undecided = walk.reader.undecided.has(bad.column);
  if (code === null || isTemplate(code, row.uraian) || below === null || !isBelow(code, below)) {
    return reject(walk, row, undecided ? why.undecidedAmount : why.badAmount, value, bad.column);
  }
  if (!undecided)
    walk.out.problems.push(why.damagedSubtotal({ ...placeOf(walk, row.index, bad.column), value }, 'angka'));
  open(walk, row, code);
}

/** A code that cannot be read costs a leaf its row. A subtotal keeps its place: its details are used where each names its own sub kegiatan. */
function rowWithBadCode(walk: Walk, row: Row): void {
  const top = walk.stack.at(-1)?.code;
  if (top?.kind === 'akun' && top.parts === 6) close(walk);
  if (!isSumOfRowsBelow(walk, row)) return reject(walk, row, why.badCode, row.texts.at(-1));
  const place = placeOf(walk, row.index, walk.columns.codes.at(-1)!);
  walk.out.problems.push(why.damagedSubtotal({ ...place, value: row.texts.at(-1) }, 'kode'));
  const parts = nextCode(walk.sheet, row.index, walk.columns.codes)!.parts;
  const isAccount = parts > walk.topAccount;
  put(
    walk,
    row,
    isAccount ? { kind: 'akun', kode: '', parts: parts - 1 } : { kind: 'subkegiatan', kode: '', parts: 6 }
  );
}

function reject(walk: Walk, row: Row, reason: why.TreeWhy, value?: string, column?: number): void {
  if (!isParentOf(walk, row)) close(walk);
  const top = walk.stack.at(-1);
  if (top !== undefined) {
    top.children++;
    row.stated.forEach((amount, i) => (top.rejected[i]! += amount ?? 0n));
  }
  leaveOut(walk, row, reason, value, column);
}

function leaveOut(walk: Walk, row: Row, { code, message, fix }: why.TreeWhy, value?: string, column?: number): void {
  const origin = { file: walk.file, sheet: walk.sheet.name, row: row.index + 1 };
  walk.out.rejects.push({ origin, reason: message, cells: row.cells, rupiah: byMeasure(walk, row.stated) });
  if (code === why.undecidedAmount.code) return;
  const place = { ...placeOf(walk, row.index, column ?? walk.columns.codes.at(-1)!), value };
  walk.out.problems.push({ kind: 'reject', code, place, message, fix });
}

function placeOf({ file, sheet }: Walk, index: number, column: number): Place {
  return { file, sheet: sheet.name, row: index + 1, column: columnLetter(column) };
}
