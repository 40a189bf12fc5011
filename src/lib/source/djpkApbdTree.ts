import { apbdLines, balanceLines, type ApbdLine, readLabel } from './djpkLabels';
import { balanceDiffers, contradicts, fixLabel, fixRepeated, unknownLabel } from './djpkProblem';
import { detailSum, measures, type PortalLine, reject } from './djpkTree';
import type { SheetRead } from './layout';

/** One row of the portal's budget of a region. */
export type ApbdRow = Pick<PortalLine, 'label' | 'money' | 'origin' | 'cells'>;

interface Placed {
  key: string;
  source: ApbdLine;
  line: PortalLine;
}

interface Placing {
  result: SheetRead;
  /** Half of the last digit printed, in sen. */
  rounding: bigint;
  /** First line of each key. */
  first: Map<string, Placed>;
}

/**
 * Puts the rows of one budget below each other by their labels, whatever their order, and leaves out those that fit nowhere. `mended` gathers
 * labels that lost letters.
 */
export function apbdTree(
  rows: readonly ApbdRow[],
  result: SheetRead,
  { rounding, mended }: { rounding: bigint; mended: Map<string, string> }
): PortalLine[] {
  const placing: Placing = { result, rounding, first: new Map() };
  const repeated: Placed[] = [];
  const balances: Placed[] = [];
  for (const row of rows) {
    const placed = placedRow(row, result, mended);
    if (placed === null) continue;
    if (balanceLines.includes(placed.key)) balances.push(placed);
    else if (placing.first.has(placed.key)) repeated.push(placed);
    else placing.first.set(placed.key, placed);
  }
  const tops: PortalLine[] = [];
  for (const placed of placing.first.values()) (parentOf(placed, placing)?.children ?? tops).push(placed.line);
  for (const placed of repeated) judgeRepeated(placed, placing);
  result.total += balances.length;
  for (const placed of balances) checkBalance(placed, placing);
  return tops;
}

function placedRow(row: ApbdRow, result: SheetRead, mended: Map<string, string>): Placed | null {
  const read = readLabel(row.label);
  if (read === null) {
    reject(result, row, unknownLabel, amountsOf(row));
    const place = { ...row.origin, value: row.label };
    result.problems.push({ kind: 'reject', code: 'label', place, message: unknownLabel, fix: fixLabel });
    return null;
  }
  if (read.mended !== null) mended.set(row.label, read.mended);
  const { key, jenis, komponen, subkomponen, negative } = read.line;
  return {
    key,
    source: read.line,
    line: { ...row, jenis, komponen, subkomponen, negative: negative ?? false, children: [] }
  };
}

function amountsOf({ money }: ApbdRow): Record<string, bigint> {
  return Object.fromEntries(measures.map((measure, i) => [measure, money[i]!.sen ?? 0n]));
}

/**
 * Of the lines a row may stand below, the deepest that the file has; of several at one depth the one printed last above it, or, where the
 * order of rows is lost, the first.
 */
function parentOf({ source, line }: Placed, { first }: Placing): PortalLine | null {
  const present = source.parents.filter((key) => first.has(key));
  const deepest = present.filter((key) => !present.some((other) => standsBelow(other, key)));
  const possible = deepest.map((key) => first.get(key)!.line);
  const above = possible.filter(({ origin }) => origin.row < line.origin.row);
  const last = above.toSorted((a, b) => b.origin.row - a.origin.row)[0];
  return last ?? possible[0] ?? null;
}

/** Whether a line stands below another in every year's table. */
function standsBelow(key: string, above: string): boolean {
  const parents = apbdLines.find((line) => line.key === key)?.parents ?? [];
  return parents.includes(above) || parents.some((parent) => standsBelow(parent, above));
}

function sameMoney(a: PortalLine, b: PortalLine): boolean {
  return measures.every((_, i) => a.money[i]!.sen === b.money[i]!.sen && a.money[i]!.fault === b.money[i]!.fault);
}

/**
 * A label printed twice: with the same amounts a detail of itself, or the same row again where it has other details; with others a detail
 * where it completes the sum of the first, else it contradicts it and is left out.
 */
function judgeRepeated({ key, line }: Placed, { result, rounding, first }: Placing): void {
  const earlier = first.get(key)!.line;
  if (sameMoney(earlier, line)) {
    if (earlier.children.length === 0) earlier.children.push(line);
    else result.induk++;
    return;
  }
  const completes = measures.every((_, i) => {
    const difference = (earlier.money[i]!.sen ?? 0n) - detailSum(earlier, i) - (line.money[i]!.sen ?? 0n);
    return (difference < 0n ? -difference : difference) <= rounding * BigInt(earlier.children.length + 2);
  });
  if (completes && earlier.children.length > 0) {
    earlier.children.push(line);
    return;
  }
  const message = contradicts(earlier.origin.row);
  reject(result, line, message, amountsOf(line));
  const place = { ...line.origin, value: line.label };
  result.problems.push({ kind: 'reject', code: 'label-repeated', place, message, fix: fixRepeated });
}

/** Surplus is income less spending, SiLPA surplus and net financing; a line that says otherwise is reported. */
function checkBalance({ key, line }: Placed, { result, rounding, first }: Placing): void {
  const stated = (of: string, i: number): bigint | null => first.get(of)?.line.money[i]?.sen ?? null;
  for (const i of measures.keys()) {
    const [income, spending, net] = [stated('pendapatan', i), stated('belanja', i), stated('pembiayaan', i) ?? 0n];
    const own = line.money[i]!.sen;
    if (own === null || income === null || spending === null) continue;
    const expected = income - spending + (key === 'surplus' ? 0n : net);
    const difference = own - expected;
    if ((difference < 0n ? -difference : difference) > rounding * 4n)
      result.problems.push(balanceDiffers(line, measures[i]!, expected));
  }
}
