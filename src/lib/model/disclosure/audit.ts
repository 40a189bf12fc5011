import type { LinearSolver } from '../cuts/linear';
import { attack } from './attack';
import { knownAnyway } from './otherTable';
import { searchAlone } from './searchAlone';
import { type Bounds, type DisclosureSystem, isProtected } from './system';
import { searchTogether, witnessed } from './witness';

export interface AuditOptions {
  signal?: AbortSignal | undefined;
  /** Hears how many hidden cells were looked at. */
  onCell?: ((done: number) => void) | undefined;
}

/**
 * The hidden cells that are not protected, with what an outsider computes of them. A cell passes when other whole tables that fit
 * everything published are found, each checked against every rule, in which it is as few and as many as it must be possible to be; what
 * does not pass so is attacked: its least and most are solved for exactly. Nothing is taken from whoever chose what to hide.
 */
export async function unprotected(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  solver: LinearSolver,
  { signal, onCell }: AuditOptions = {}
): Promise<Map<number, Bounds>> {
  const found = witnessed(system);
  await searchTogether(system, hidden, hidden, found, solver, { signal, onSafe: onCell });
  const left = [...hidden].filter((cell) => !found.isSafe(cell));
  const out = new Map<number, Bounds>();
  for (const [i, cell] of left.entries()) {
    const safe = await searchAlone(system, hidden, cell, found, solver, { reaches: [2, 4, Infinity], signal });
    const bounds = safe ? null : await learned(system, hidden, cell, solver, signal);
    if (bounds !== null) out.set(cell, bounds);
    onCell?.(hidden.size - left.length + i + 1);
  }
  return out;
}

/** What an outsider computes of a cell; null where it is protected after all: down to what would be known whatever was hidden. */
async function learned(
  system: DisclosureSystem,
  hidden: ReadonlySet<number>,
  cell: number,
  solver: LinearSolver,
  signal: AbortSignal | undefined
): Promise<Bounds | null> {
  const bounds = (await attack(system, hidden, solver, { asked: new Set([cell]), signal })).get(cell)!;
  const given = system.cells[cell]!;
  if (isProtected(given, bounds, system.k)) return null;
  if (given.value === 0)
    return (await knownAnyway(system, cell, 1, hidden, solver, signal)) < system.k - 1 ? null : bounds;
  if (given.primary !== 'few' || bounds.upper < system.k) return bounds;
  const known = await knownAnyway(system, cell, -1, hidden, solver, signal);
  return isProtected({ ...given, least: known }, bounds, system.k) ? null : bounds;
}
