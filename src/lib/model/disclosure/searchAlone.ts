import type { LinearSolver } from '../cuts/linear';
import { otherTable } from './otherTable';
import type { DisclosureSystem } from './system';
import { wantedMoves, type Witnessed } from './witness';

/**
 * Looks for other tables, differing in hidden cells only, that protect one cell. True when it is safe afterwards; false where none was
 * found within reach, which with a reach of Infinity means that there is none.
 */
export async function searchAlone(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  cell: number,
  found: Witnessed,
  solver: LinearSolver,
  { reaches, signal }: { reaches: readonly number[]; signal?: AbortSignal | undefined }
): Promise<boolean> {
  for (const wanted of wantedMoves(system, found, cell)) {
    for (const move of wanted) {
      const other = await otherTable(system, { cell, move }, { hidden, mayHide: 'none', reaches, signal }, solver);
      if (other === null) continue;
      found.accept(other);
      break;
    }
  }
  return found.isSafe(cell);
}
