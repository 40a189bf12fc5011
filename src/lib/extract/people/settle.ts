import type { Cells } from './cells';
import { senOf, wholeOf, type EngineRow, type PeopleEngine } from './engine';
import { classOf } from './figures';
import type { Group } from './groups';
import type { LinkedTables } from './link';
import type { RegionIndex } from './regionIndex';
import type { SheetTally } from './tally';

interface Settling {
  /** Groups whose period is counted with these tables. */
  groups: readonly Group[];
  index: RegionIndex;
  tallies: readonly SheetTally[];
  /** What was counted of each group. */
  cells: ReadonlyMap<number, Cells>;
}

/**
 * Says in the tallies of sheets what became of their rows: class, duplicate, or of another regency. Throws an Error when what was counted
 * and what was read differ in rows or in sen: nothing may be lost between the two.
 */
export async function settleTallies(engine: PeopleEngine, linked: LinkedTables, settling: Settling): Promise<void> {
  const { groups, index, tallies } = settling;
  const byNumber = new Map(groups.map((group) => [group.g, group]));
  for (const row of await rowsOf(engine, linked.utama, byNumber, index)) {
    const tally = tallies[wholeOf(row.s)! - 1]!;
    const [n, sen] = [wholeOf(row.n)!, senOf(row.rupiah) ?? 0n];
    if (row.luar === true) {
      tally.baris.luar_wilayah += n;
      tally.baris.dipakai -= n;
      move(tally, 'luar_wilayah', sen);
    } else if (linked.utama.endsWith('_tanpa')) tally.kelas.tanpa_registri += n;
    else tally.kelas[classOf(wholeOf(row.d)!, byNumber.get(wholeOf(row.g)!)!.aid)] += n;
  }
  for (const row of await rowsOf(engine, linked.ganda, byNumber, index)) {
    const tally = tallies[wholeOf(row.s)! - 1]!;
    const kind = row.luar === true ? 'luar_wilayah' : 'ganda';
    tally.baris[kind] += wholeOf(row.n)!;
    tally.baris.dipakai -= wholeOf(row.n)!;
    move(tally, kind, senOf(row.rupiah) ?? 0n);
  }
  await checkTotals(engine, settling);
}

function move({ rupiah }: SheetTally, to: 'ganda' | 'luar_wilayah', sen: bigint): void {
  if (rupiah === null) return;
  rupiah.dipakai -= sen;
  rupiah[to] += sen;
}

function rowsOf(
  engine: PeopleEngine,
  table: string,
  groups: ReadonlyMap<number, Group>,
  index: RegionIndex
): Promise<EngineRow[]> {
  return engine.rows(`SELECT s, g, d::INTEGER AS d, w = ${index.outside} AS luar, count(*)::INTEGER AS n,
      CAST(sum(rp)::HUGEINT AS VARCHAR) AS rupiah
    FROM ${table} WHERE g IN (${[-1, ...groups.keys()].join(', ')}) GROUP BY ALL ORDER BY ALL`);
}

async function checkTotals(engine: PeopleEngine, { groups, cells }: Settling): Promise<void> {
  const rows =
    await engine.rows(`SELECT g, count(*)::INTEGER AS n, CAST(coalesce(sum(rp), 0)::HUGEINT AS VARCHAR) AS rupiah
    FROM terima WHERE g IN (${[-1, ...groups.map(({ g }) => g)].join(', ')}) GROUP BY g ORDER BY g`);
  for (const row of rows) {
    const all = [...cells.get(wholeOf(row.g)!)!.values()].flatMap((byDesil) => [...byDesil.values()]);
    const counted = all.reduce((sum, { penerima, ganda }) => sum + penerima + ganda, 0);
    const sen = all.reduce((sum, { rupiah, rupiahGanda }) => sum + rupiah + rupiahGanda, 0n);
    if (counted !== wholeOf(row.n) || sen !== senOf(row.rupiah))
      throw new Error(
        `Of ${row.n} rows and ${row.rupiah} sen of a list, ${counted} and ${sen} were counted. This is a fault of the importer; nothing was written.`
      );
  }
}
