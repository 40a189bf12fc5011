import type { AmountReader } from './amountColumn';
import type { TreeColumns } from './budgetTree';
import type { Code } from './code';
import { nextCode, rowCode } from './codeCells';
import type { NameFact } from './layout';
import type { Sheet } from './sheet';
import type { Placed } from './treeLevel';

/** What is known of a tree when a row is looked at. */
export interface Looking {
  sheet: Sheet;
  columns: TreeColumns;
  reader: AmountReader;
  /** Rows that are open, the widest first. */
  stack: readonly (Placed & { stated: readonly (bigint | null)[]; leafSums: readonly bigint[]; children: number })[];
}

/** The row that is looked at. */
export interface Seen {
  index: number;
  stated: readonly (bigint | null)[];
}

/** Rows below a damaged one that are looked at; no subtotal of an account tree has more. */
const furthest = 5000;

/** Whether the account rows that follow, at the level of the first of them, add up to this row, and the row is not one of them. */
export function isSumOfRowsBelow({ sheet, columns, reader, stack }: Looking, { index, stated }: Seen): boolean {
  const sums = stated.map(() => 0n);
  let depth: number | null = null;
  for (let at = index + 1; at < Math.min(sheet.rows.length, index + furthest); at++) {
    const cells = sheet.rows[at]!;
    const code = rowCode(cells, columns.codes);
    if (cells.length > 0 && (code?.kind !== 'akun' || (depth !== null && code.parts < depth))) break;
    if (code === null) continue;
    depth ??= code.parts;
    if (code.parts === depth)
      columns.amounts.forEach((column, i) => (sums[i]! += reader.read(cells[column.column] ?? null, column) ?? 0n));
  }
  if (depth === null || sums.every((sum) => sum === 0n) || sums.some((sum, i) => sum !== (stated[i] ?? 0n)))
    return false;
  const parent = stack.findLast(({ level }) => level < 6 + depth);
  return parent === undefined || sums.some((sum, i) => parent.stated[i] !== parent.leafSums[i]! + 2n * sum);
}

/** Whether rows are still to come below the row that is open; a row without a readable code may also stand below it if both say the same. */
export function isParentOf({ stack, sheet, columns }: Looking, { index, stated }: Seen, maybeChild: boolean): boolean {
  const top = stack.at(-1);
  if (top === undefined || top.children > 0) return true;
  if (top.code.kind === 'akun' && top.code.parts === 6) return false;
  const below = nextCode(sheet, index, columns.codes);
  if (below !== null && isBelow(top.code, below)) return true;
  return maybeChild && stated.every((amount, i) => amount === null || amount === top.stated[i]);
}

/** Whether `below` can stand below `code` in a tree. */
export function isBelow(code: Code, below: Code): boolean {
  if (code.kind === 'akun') return below.kind === 'akun' && below.parts > code.parts;
  // a bare 5 below a sub kegiatan is the account of all spending
  if (below.kind === 'akun' || (code.kind === 'subkegiatan' && below.kind === 'urusan')) return true;
  if (below.kind === 'skpd') return code.kind === 'urusan' || code.kind === 'bidang';
  return code.kind === 'skpd' ? below.kind !== 'urusan' : below.parts > code.parts;
}

/** Whether a row is the sample that a template brings: a code with X, or a label that says so. */
export function isTemplate(code: Code, uraian: string | null): boolean {
  return /X/.test(code.kode) || /^\W*(contoh|templat|template|isi di sini)\b/i.test(uraian ?? '');
}

/** Whether a label says that its row is a total. */
export function isTotal(text: string | null): boolean {
  return text !== null && /^\s*(grand\s+)?(jumlah|total)\b/i.test(text);
}

/** Money of a row by measure in sen; blank adds 0. */
export function byMeasure({ columns }: Looking, stated: readonly (bigint | null)[]): Record<string, bigint> {
  const out: Record<string, bigint> = {};
  columns.amounts.forEach(({ measure }, i) => (out[measure] = (out[measure] ?? 0n) + (stated[i] ?? 0n)));
  return out;
}

/** The deepest code of a kind; null where there is none. */
export function lastOf(codes: readonly (Code | null)[], kind: Code['kind']): string | null {
  return codes.findLast((code) => code?.kind === kind)?.kode ?? null;
}

/** The reference table a code's name belongs to. */
export function tableOf({ kind }: Code): NameFact['table'] {
  return kind === 'skpd' ? 'skpd' : kind === 'akun' ? 'akun' : 'nomenklatur';
}
