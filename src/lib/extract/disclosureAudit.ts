import { attack } from '$lib/model/disclosure/attack';
import { isProtected } from '$lib/model/disclosure/system';
import type { LinearSolver } from '$lib/model/cuts/linear';
import type { ExtractTables } from './assemble';
import { publishedSystem } from './disclosureSystem';

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

/**
 * Attacks the counts of people that are about to be published, over all tables together (methods §5.4). `exact` are the counts before
 * hiding; `solver` is asked for when something is hidden. What an earlier release showed, and rupiah, are not looked at.
 */
export async function auditPublished(
  exact: ExtractTables,
  published: ExtractTables,
  k: number,
  solver: () => Promise<LinearSolver>,
  onCell?: (done: number, all: number) => void
): Promise<DisclosureAudit> {
  const { system, hidden, tableOf } = publishedSystem(exact, published, k);
  const tables = new Map<string, AuditedTable>();
  if (hidden.size === 0) return { cells: system.cells.length, tables: [] };
  const bounds = await attack(system, hidden, await solver(), { onCell: (done) => onCell?.(done, hidden.size) });
  for (const cell of hidden) {
    const [table, found] = [tableOf[cell]!, bounds.get(cell)!];
    const one = tables.get(table) ?? { table, hidden: 0, exact: 0, narrow: 0 };
    const isExact = found.lower === found.upper;
    const isNarrow = !isExact && !isProtected(system.cells[cell]!, found, k);
    tables.set(table, {
      table,
      hidden: one.hidden + 1,
      exact: one.exact + Number(isExact),
      narrow: one.narrow + Number(isNarrow)
    });
  }
  return { cells: system.cells.length, tables: [...tables.values()] };
}

/** Whether nothing hidden can be learned. */
export function isSafe({ tables }: DisclosureAudit): boolean {
  return tables.every(({ exact, narrow }) => exact + narrow === 0);
}
