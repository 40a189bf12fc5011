import type { Origin, SheetRead } from '$lib/source/layout';
import type { Text } from '$lib/text/language';

/** A row whose fact, or only some measures of it, cannot be used: an answer is missing, or another row won. */
export interface Held {
  origin: Origin;
  /** Measures left out; null for the whole row. */
  measures: readonly string[] | null;
  reason: Text;
}

/** One entry for each fact; several facts of one row (an LRA by group) give one entry each, and are counted once by `settled`. */
export function heldRows(
  facts: Iterable<{ origin: Origin }>,
  reason: Text,
  measures: readonly string[] | null = null
): Held[] {
  return Array.from(facts, ({ origin }) => ({ origin, measures, reason }));
}

/** Sheets as they count in the end: held rows moved from used to rejected, so that read = used + rejected by row and by rupiah. */
export function settled(sheets: readonly SheetRead[], held: readonly Held[]): SheetRead[] {
  const byRow = new Map<string, Held[]>();
  for (const one of held) {
    const key = keyOf(one.origin);
    const others = byRow.get(key);
    if (others) others.push(one);
    else byRow.set(key, [one]);
  }
  return byRow.size === 0 ? [...sheets] : sheets.map((sheet) => settle(sheet, byRow));
}

function settle(sheet: SheetRead, byRow: ReadonlyMap<string, readonly Held[]>): SheetRead {
  const used: SheetRead['used'] = [];
  const rejects = [...sheet.rejects];
  for (const row of sheet.used) {
    const origin = { file: sheet.file, sheet: sheet.sheet, row: row.row };
    const held = byRow.get(keyOf(origin));
    if (held === undefined) {
      used.push(row);
      continue;
    }
    const out = (measure: string): boolean =>
      held.some(({ measures }) => measures === null || measures.includes(measure));
    const part = (wanted: boolean) =>
      Object.fromEntries(Object.entries(row.rupiah).filter(([measure]) => out(measure) === wanted));
    const partly =
      held.every(({ measures }) => measures !== null) && Object.keys(row.rupiah).some((measure) => !out(measure));
    if (partly) used.push({ ...row, rupiah: part(false) });
    rejects.push({ origin, reason: held[0]!.reason, cells: row.cells, rupiah: part(true), partly });
  }
  return { ...sheet, used, rejects };
}

function keyOf({ file, sheet, row }: Origin): string {
  return `${file}\n${sheet}\n${row}`;
}
