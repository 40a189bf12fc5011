import type { AmountColumn, AmountReader } from './amountColumn';
import { type Code, readCode } from './code';
import { codeTexts, headerRepeats, isNumberRow, nextCode } from './codeCells';
import { cellText, columnLetter, type NameFact, type Origin, type Reject, type UsedRow } from './layout';
import type { Place, Problem } from './problem';
import type { Cell, Sheet } from './sheet';
import { byMeasure, isBelow, isParentOf, isSumOfRowsBelow, isTemplate, isTotal, lastOf, tableOf } from './treeRow';
import { addChild, addReject, differing, emptySums, type TreeSums } from './treeSums';
import { levelOf, mendedCode, skpdLevelOf, topAccountOf } from './treeLevel';
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

interface Node extends TreeSums {
  level: number;
  code: Code;
  row: number;
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
  /** All rows so far, and those since the last total row. */
  readonly totals: { all: TreeSums; since: TreeSums };
  readonly out: TreeRead;
  /** Depth of the accounts that stand directly below a sub kegiatan. */
  readonly topAccount: number;
}

interface Row {
  cells: readonly Cell[];
  index: number;
  texts: string[];
  uraian: string | null;
  /** Null is a blank cell, undefined one that is no number. */
  read: readonly (bigint | null | undefined)[];
  stated: (bigint | null)[];
}

/**
 * Walks an export that repeats its amounts at every level (up to ten), keeps the leaves, and compares each subtotal with
 * the details below it. Nothing is added twice; every row with an amount or a code ends up as used, subtotal, total or reject.
 */
export function walkBudgetTree(input: TreeInput): TreeRead {
  const { sheet, header, columns } = input;
  const nothing = columns.amounts.map(() => null);
  const out = { leaves: [], names: [], used: [], induk: 0, total: 0, rejects: [], problems: [], checked: new Map() };
  const walk: Walk = {
    ...input,
    skpdLevel: skpdLevelOf(sheet, header + 1, columns.codes),
    topAccount: topAccountOf(sheet, header + 1, columns.codes),
    stack: [],
    totals: { all: emptySums(nothing), since: emptySums(nothing) },
    out
  };
  const repeats = headerRepeats(sheet, header);
  const width = Math.max(...columns.amounts.map(({ column }) => column)) + 1;
  for (let index = header + 1; index < sheet.rows.length; index++) {
    const cells = sheet.rows[index]!;
    if (cells.length > 0 && !isNumberRow(cells.slice(0, width)) && !repeats(cells)) readRow(walk, cells, index);
  }
  while (walk.stack.length > 0) close(walk);
  return out;
}

function readRow(walk: Walk, cells: readonly Cell[], index: number): void {
  const { columns, reader, sheet } = walk;
  const read = columns.amounts.map((column) => reader.read(cells[column.column] ?? null, column));
  const texts = codeTexts(cells, columns.codes);
  const last = texts.at(-1);
  const code = last === undefined ? null : readCode(last);
  if (code === null && read.every((amount) => amount === null)) return;
  const uraian = cellText(cells[columns.uraian]);
  const row: Row = { cells, index, texts, uraian, read, stated: read.map((amount) => amount ?? null) };
  const bad = columns.amounts[read.indexOf(undefined)];
  if (bad !== undefined) return rowWithBadAmount(walk, row, code, bad);
  if (code === null && isTotal(texts.length === 1 ? last! : uraian)) return total(walk, row);
  if (last === undefined) return reject(walk, row, why.noCode, { value: uraian ?? undefined });
  if (code === null) return rowWithBadCode(walk, row);
  if (isTemplate(code, uraian)) return reject(walk, row, why.templateRow, { value: last, code });
  open(walk, row, mendedCode(code, last, index, sheet, columns.codes));
}

function open(walk: Walk, row: Row, code: Code): void {
  const { kode } = code;
  if (row.uraian !== null) walk.out.names.push({ table: tableOf(code), kode, nama: row.uraian, tahun: null });
  put(walk, row, code);
}

/** Closes what ends above a row and lets the row stand open. A sub kegiatan without a readable code is unknown to the rows below it. */
function put(walk: Walk, row: Row, code: Code): void {
  const level = closeTo(walk, row, code);
  const codes = row.texts.map((text) => readCode(text));
  const above: Context = walk.stack.at(-1)?.context ?? { kodeSkpd: null, kodeSubkegiatan: null };
  const own = code.kind === 'subkegiatan' && code.kode === '' ? undefined : above.kodeSubkegiatan;
  const context = {
    kodeSkpd: lastOf(codes, 'skpd') ?? above.kodeSkpd ?? walk.kodeSkpd ?? null,
    kodeSubkegiatan: lastOf(codes, 'subkegiatan') ?? own
  };
  walk.stack.push({ ...emptySums(row.stated), level, code, row: row.index, context });
}

/** Closes the rows that end above a code, and says its level. */
function closeTo(walk: Walk, row: Row, code: Code): number {
  const { stack, sheet, columns } = walk;
  const level = levelOf(code, row.index, stack, sheet, columns.codes, walk.skpdLevel);
  while (stack.length > 0 && stack.at(-1)!.level >= level) close(walk);
  return level;
}

/** A row is finished: a leaf if nothing came below it, else a subtotal to compare. */
function close(walk: Walk): void {
  const node = walk.stack.pop()!;
  if (node.children > 0) {
    walk.out.induk++;
    compare(walk, node);
  } else leaf(walk, node);
  const parent = walk.stack.at(-1);
  if (parent !== undefined) addChild(parent, node);
}

function leaf(walk: Walk, node: Node): void {
  const { kodeSkpd, kodeSubkegiatan } = node.context;
  const { kind, kode } = node.code;
  const deep = kind === 'akun' || kind === 'subkegiatan';
  const cells = walk.sheet.rows[node.row]!;
  const amounts = node.stated.map((amount) => amount ?? 0n);
  if (!deep && amounts.every((amount) => amount === 0n)) {
    walk.out.induk++;
    return;
  }
  if (!deep || kodeSubkegiatan === null || kodeSubkegiatan === undefined) {
    node.rejected = amounts;
    const reason = deep && kodeSubkegiatan === undefined ? why.underBadCode : why.noDetail;
    return leaveOut(walk, { cells, index: node.row, read: node.stated }, reason, { value: kode });
  }
  node.leafSums = amounts;
  addChild(walk.totals.all, node);
  addChild(walk.totals.since, node);
  walk.out.used.push({ row: node.row + 1, cells, rupiah: byMeasure(walk, node.stated) });
  const origin = { file: walk.file, sheet: walk.sheet.name, row: node.row + 1 };
  const kodeAkun = kind === 'akun' ? kode : null;
  walk.out.leaves.push({ kodeSkpd: kodeSkpd ?? '', kodeSubkegiatan, kodeAkun, amounts: [...node.stated], origin });
}

/** A subtotal must equal the leaves below it, or what its children state. */
function compare(walk: Walk, node: Node): void {
  walk.out.checked.set(node.level, (walk.out.checked.get(node.level) ?? 0) + 1);
  for (const i of differing(node)) {
    const place = placeOf(walk, node.row, walk.columns.amounts[i]!.column);
    walk.out.problems.push(why.mismatch(place, 'induk', node.stated[i]!, node.leafSums[i]!));
  }
}

/** A total stands for all rows so far, for those since the last total, or for a level that is still open. */
function total(walk: Walk, row: Row): void {
  if (!isParentOf(walk, row, false)) close(walk);
  walk.out.total++;
  const { all, since } = walk.totals;
  const candidates = [all, since, ...walk.stack].map((sums) => differing({ ...sums, stated: row.stated }));
  for (const i of candidates[0]!.filter((column) => candidates.every((differs) => differs.includes(column)))) {
    const place = placeOf(walk, row.index, walk.columns.amounts[i]!.column);
    walk.out.problems.push(why.mismatch(place, 'total', row.stated[i]!, all.leafSums[i]!));
  }
  walk.totals.since = emptySums(all.stated);
}

/** An amount that is no number costs a leaf its row; a subtotal keeps its place in the tree, since its details are read. */
function rowWithBadAmount(walk: Walk, row: Row, code: Code | null, bad: AmountColumn): void {
  const value = cellText(row.cells[bad.column]) ?? '';
  const below = nextCode(walk.sheet, row.index, walk.columns.codes);
  const undecided = walk.reader.undecided.has(bad.column);
  if (code === null || isTemplate(code, row.uraian) || below === null || !isBelow(code, below)) {
    const at = { value, column: bad.column, ...(code === null ? {} : { code }) };
    return reject(walk, row, undecided ? why.undecidedAmount : why.badAmount, at);
  }
  const place = { ...placeOf(walk, row.index, bad.column), value };
  if (!undecided) walk.out.problems.push(why.damagedSubtotal(place, 'angka'));
  open(walk, row, code);
}

/** A code that cannot be read costs a leaf its row. A subtotal keeps its place: its details are used where each names its own sub kegiatan. */
function rowWithBadCode(walk: Walk, row: Row): void {
  const top = walk.stack.at(-1)?.code;
  if (top?.kind === 'akun' && top.parts === 6) close(walk);
  const value = row.texts.at(-1);
  if (!isSumOfRowsBelow(walk, row)) return reject(walk, row, why.badCode, { value });
  const place = placeOf(walk, row.index, walk.columns.codes.at(-1)!);
  walk.out.problems.push(why.damagedSubtotal({ ...place, value }, 'kode'));
  const parts = nextCode(walk.sheet, row.index, walk.columns.codes)!.parts;
  const account: Code = { kind: 'akun', kode: '', parts: parts - 1 };
  put(walk, row, parts > walk.topAccount ? account : { kind: 'subkegiatan', kode: '', parts: 6 });
}

interface At {
  value?: string | undefined;
  column?: number;
  /** The row's code, where it can be read: it says under which row it stands. */
  code?: Code;
}

/** Leaves a row out, below the row it stands under, so that the subtotals above it can still be compared. */
function reject(walk: Walk, row: Row, reason: why.TreeWhy, at: At): void {
  if (at.code !== undefined) closeTo(walk, row, at.code);
  else if (!isParentOf(walk, row, true)) close(walk);
  const top = walk.stack.at(-1);
  if (top !== undefined) addReject(top, row.read);
  leaveOut(walk, row, reason, at);
}

function leaveOut(walk: Walk, row: Pick<Row, 'cells' | 'index' | 'read'>, reason: why.TreeWhy, at: At): void {
  const { code, message, fix } = reason;
  addReject(walk.totals.all, row.read);
  addReject(walk.totals.since, row.read);
  const origin = { file: walk.file, sheet: walk.sheet.name, row: row.index + 1 };
  const known = row.read.map((amount) => amount ?? null);
  walk.out.rejects.push({ origin, reason: message, cells: row.cells, rupiah: byMeasure(walk, known) });
  if (code === why.undecidedAmount.code) return;
  const place = placeOf(walk, row.index, at.column ?? walk.columns.codes.at(-1)!);
  walk.out.problems.push({ kind: 'reject', code, place: { ...place, value: at.value }, message, fix });
}

function placeOf({ file, sheet }: Walk, index: number, column: number): Place {
  return { file, sheet: sheet.name, row: index + 1, column: columnLetter(column) };
}
