import { bundleSql, cellAt, type Bundle, type Cells, largestOf } from './cells';
import { largestSql, mergeLargest } from './dominance';
import { senOf, wholeOf, type EngineRow, type PeopleEngine } from './engine';
import type { LinkedTables } from './link';

/** Families over all aid of one year: who they are in the registry's eyes, and how many receive which aids. */
export interface FamilyYear {
  /** Distinct families by region and desil, with all they were paid. */
  cells: Cells;
  /** Families by region and by the set of aids they receive, as places in the list of the year's aids. */
  sets: { w: number; inRegistry: boolean; aids: readonly number[]; keluarga: number }[];
}

/** Aids in one whole number of SQL: its bits. */
const bits = 30;

/**
 * Distinct families of one year over all its groups: each counted once whatever it receives, persons by their family. `aidOf` gives each
 * group its aid's place in the list of the year's aids.
 */
export async function readFamilies(
  engine: PeopleEngine,
  tables: LinkedTables,
  groups: readonly number[],
  aidOf: ReadonlyMap<number, number>
): Promise<FamilyYear> {
  const most = Math.max(...groups.map((g) => aidOf.get(g)!));
  const words = Array.from({ length: Math.floor(most / bits) + 1 }, (_, word) => word);
  const masks = words.map((word) => `bit_or(m${word})::INTEGER AS m${word}`).join(', ');
  const names = words.map((word) => `m${word}`).join(', ');
  const rows = await engine.rows(`SELECT w::INTEGER AS w, d::INTEGER AS d, ${names}, count(*)::INTEGER AS n,
      CAST(sum(rp)::HUGEINT AS VARCHAR) AS rupiah, ${largestSql('rp')}, (count(*) FILTER (kosong > 0))::INTEGER AS kosong
    FROM (SELECT fam, min(w) AS w, max(d) AS d, sum(rp) AS rp, count(*) FILTER (rp IS NULL) AS kosong, ${masks}
      FROM ${tables.utama} JOIN ${aidSql(groups, aidOf, words)} USING (g) GROUP BY fam)
    GROUP BY ALL ORDER BY ALL`);
  const cells: Cells = new Map();
  const sets = rows.map((row) => {
    const [w, d] = [wholeOf(row.w)!, wholeOf(row.d)!];
    const cell = cellAt(cells, w, d);
    cell.penerima += wholeOf(row.n)!;
    cell.rupiah += senOf(row.rupiah) ?? 0n;
    cell.terbesar = mergeLargest(cell.terbesar, largestOf(row));
    cell.tanpaRupiah += wholeOf(row.kosong)!;
    return { w, inRegistry: d >= 0, aids: aidsOf(row, words), keluarga: wholeOf(row.n)! };
  });
  await addDuplicates(engine, tables, new Map([[1, groups]]), cells);
  return { cells, sets };
}

function aidSql(groups: readonly number[], aidOf: ReadonlyMap<number, number>, words: readonly number[]): string {
  const rows = groups.map((g) => {
    const place = aidOf.get(g)!;
    return `(${[g, ...words.map((word) => (Math.floor(place / bits) === word ? 2 ** (place % bits) : 0))].join(', ')})`;
  });
  return `(VALUES ${rows.join(', ')}) a(g, ${words.map((word) => `m${word}`).join(', ')})`;
}

function aidsOf(row: EngineRow, words: readonly number[]): number[] {
  return words.flatMap((word) => {
    const mask = wholeOf(row[`m${word}`])!;
    return Array.from({ length: bits }, (_, bit) => bit).flatMap((bit) =>
      mask & (1 << bit) ? [word * bits + bit] : []
    );
  });
}

async function addDuplicates(engine: PeopleEngine, tables: LinkedTables, bundle: Bundle, cells: Cells): Promise<void> {
  const rows = await engine.rows(`SELECT w::INTEGER AS w, d::INTEGER AS d, count(*)::INTEGER AS n,
      CAST(sum(rp)::HUGEINT AS VARCHAR) AS rupiah, ${largestSql('rp')}, (count(*) FILTER (rp IS NULL))::INTEGER AS kosong
    FROM ${tables.ganda} JOIN ${bundleSql(bundle)} USING (g) GROUP BY ALL ORDER BY ALL`);
  for (const row of rows) {
    const cell = cellAt(cells, wholeOf(row.w)!, wholeOf(row.d)!);
    cell.ganda += wholeOf(row.n)!;
    cell.rupiahGanda += senOf(row.rupiah) ?? 0n;
    cell.terbesarGanda = mergeLargest(cell.terbesarGanda, largestOf(row));
    cell.gandaTanpaRupiah += wholeOf(row.kosong)!;
  }
}
