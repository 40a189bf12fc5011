import { unprotected } from '$lib/model/disclosure/audit';
import type { LinearSolver } from '$lib/model/cuts/linear';
import type { ExtractTables } from './assemble';
import { publishedSystem } from './disclosureSystem';
import { neverReleased, type Released } from './released';

/** Hidden counts of one table, and how many of them an outsider learns. Numbers of cells, not of people. */
export interface AuditedTable {
  table: string;
  hidden: number;
  /** Their very value follows from what shows. */
  exact: number;
  /** They are known within fewer than k - 1 people, or a count of 1 to k - 1 is known to be one. */
  narrow: number;
}

/** What an outsider learns from everything published together. */
export interface DisclosureAudit {
  cells: number;
  /** Tables with hidden counts, in the order of the contract. */
  tables: readonly AuditedTable[];
}

export interface AuditPublishedOptions {
  /** What former releases said; an outsider has kept them all. */
  released?: Released | undefined;
  onCell?: ((done: number, all: number) => void) | undefined;
}

/**
 * Attacks the counts of people that are about to be published, over all tables together (methods §5.4). `exact` are the counts before
 * hiding; `solver` is asked for when something is hidden. Rupiah are not looked at: they are hidden with their counts, so that what sums of
 * money give away sums of people do too.
 */
export async function auditPublished(
  exact: ExtractTables,
  published: ExtractTables,
  k: number,
  solver: () => Promise<LinearSolver>,
  { released = neverReleased, onCell }: AuditPublishedOptions = {}
): Promise<DisclosureAudit> {
  const { system, hidden, places } = publishedSystem(exact, published, k, released);
  if (hidden.size === 0) return { cells: system.cells.length, tables: [] };
  const open = await unprotected(system, hidden, await solver(), { onCell: (done) => onCell?.(done, hidden.size) });
  const tables = new Map<string, AuditedTable>();
  for (const cell of hidden) {
    const table = places[cell]?.table ?? betweenTables;
    const found = open.get(cell);
    const one = tables.get(table) ?? { table, hidden: 0, exact: 0, narrow: 0 };
    const isExact = found !== undefined && found.lower === found.upper;
    tables.set(table, {
      table,
      hidden: one.hidden + 1,
      exact: one.exact + Number(isExact),
      narrow: one.narrow + Number(found !== undefined && !isExact)
    });
  }
  return { cells: system.cells.length, tables: [...tables.values()] };
}

/** Counts that nobody printed: what is left of one count when another that is part of it is taken off. */
export const betweenTables = 'selisih';

/** Whether nothing hidden can be learned. */
export function isSafe({ tables }: DisclosureAudit): boolean {
  return tables.every(({ exact, narrow }) => exact + narrow === 0);
}
