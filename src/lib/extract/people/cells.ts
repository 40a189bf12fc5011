import { type Largest, largestSql, mergeLargest } from './dominance';
import { senOf, wholeOf, type EngineRow, type PeopleEngine } from './engine';
import type { LinkedTables } from './link';
import { familyTable } from './registry';

/** Recipients of one class in one place, before anything is added up. */
export interface Cell {
  penerima: number;
  /** Sen of the recipients whose amount is known. */
  rupiah: bigint;
  /** What the largest of them received. */
  terbesar: Largest;
  /** Recipients whose amount is not known. */
  tanpaRupiah: number;
  ganda: number;
  rupiahGanda: bigint;
  terbesarGanda: Largest;
  gandaTanpaRupiah: number;
  /** Persons of the families of these recipients that are covered; counted for aid of persons only. */
  tercakup: number;
}

/** Cells by region and desil: 0 = not decided, -1 = not in the registry. */
export type Cells = Map<number, Map<number, Cell>>;

/** Families and persons of the registry by region and desil (0 = not decided); persons null where a family's members are not known. */
export type RegistryCells = Map<number, Map<number, { keluarga: number; jiwa: number | null }>>;

/** Which groups are counted together under one number: a group under its own, the groups of a programme's year, all groups of a year. */
export type Bundle = ReadonlyMap<number, readonly number[]>;

/** A cell of nothing. */
export function emptyCell(): Cell {
  return {
    ...{ penerima: 0, rupiah: 0n, terbesar: [], tanpaRupiah: 0 },
    ...{ ganda: 0, rupiahGanda: 0n, terbesarGanda: [], gandaTanpaRupiah: 0, tercakup: 0 }
  };
}

/** The cell at a place, made when it is not there. */
export function cellAt(cells: Cells, w: number, d: number): Cell {
  const row = cells.get(w) ?? new Map<number, Cell>();
  if (!cells.has(w)) cells.set(w, row);
  const cell = row.get(d) ?? emptyCell();
  if (!row.has(d)) row.set(d, cell);
  return cell;
}

/** The pairs of a bundle as a table of SQL named `b`, columns `g` and `y`. */
export function bundleSql(bundle: Bundle): string {
  const pairs = [...bundle].flatMap(([y, groups]) => groups.map((g) => `(${g}, ${y})`));
  return `(VALUES ${pairs.join(', ')}) b(g, y)`;
}

/** Distinct recipients of each bundle by region and desil: of a bundle of one group its rows, else each unit once. */
export async function readCells(
  engine: PeopleEngine,
  { utama, ganda }: LinkedTables,
  bundle: Bundle,
  { vintage, persons }: { vintage: number | null; persons: readonly number[] }
): Promise<Map<number, Cells>> {
  const out = new Map([...bundle.keys()].map((y): [number, Cells] => [y, new Map()]));
  if (bundle.size === 0) return out;
  const single = [...bundle.values()].every((groups) => groups.length === 1);
  const joined = `${utama} JOIN ${bundleSql(bundle)} USING (g)`;
  const units = single
    ? `SELECT y, w, d, rp, (rp IS NULL)::INTEGER AS kosong FROM ${joined}`
    : `SELECT y, min(w) AS w, max(d) AS d, sum(rp) AS rp, count(*) FILTER (rp IS NULL) AS kosong FROM ${joined} GROUP BY y, u`;
  for (const row of await grouped(engine, units)) {
    const cell = at(out, row);
    cell.penerima += wholeOf(row.n)!;
    cell.rupiah += senOf(row.rupiah) ?? 0n;
    cell.terbesar = mergeLargest(cell.terbesar, largestOf(row));
    cell.tanpaRupiah += wholeOf(row.kosong)!;
  }
  const extra = `SELECT y, w, d, rp, (rp IS NULL)::INTEGER AS kosong FROM ${ganda} JOIN ${bundleSql(bundle)} USING (g)`;
  for (const row of await grouped(engine, extra)) {
    const cell = at(out, row);
    cell.ganda += wholeOf(row.n)!;
    cell.rupiahGanda += senOf(row.rupiah) ?? 0n;
    cell.terbesarGanda = mergeLargest(cell.terbesarGanda, largestOf(row));
    cell.gandaTanpaRupiah += wholeOf(row.kosong)!;
  }
  if (vintage !== null && persons.length > 0) await readCovered(engine, joined, vintage, persons, out);
  return out;
}

/** The largest amounts of a row asked with `largestSql`. */
export function largestOf({ besar1, besar2 }: EngineRow): Largest {
  return [besar1, besar2].flatMap((amount) => senOf(amount) ?? []);
}

function grouped(engine: PeopleEngine, units: string): Promise<EngineRow[]> {
  return engine.rows(`SELECT y::INTEGER AS y, w::INTEGER AS w, d::INTEGER AS d, count(*)::INTEGER AS n,
    CAST(sum(rp)::HUGEINT AS VARCHAR) AS rupiah, ${largestSql('rp')}, sum(least(kosong, 1))::INTEGER AS kosong FROM (${units}) GROUP BY ALL ORDER BY ALL`);
}

function at(out: ReadonlyMap<number, Cells>, row: EngineRow): Cell {
  return cellAt(out.get(wholeOf(row.y)!)!, wholeOf(row.w)!, wholeOf(row.d)!);
}

/** Persons of each family that aid of persons covers: no more than the registry knows of, so that what is left is never negative. */
async function readCovered(
  engine: PeopleEngine,
  joined: string,
  vintage: number,
  persons: readonly number[],
  out: ReadonlyMap<number, Cells>
): Promise<void> {
  const rows = await engine.rows(`SELECT y::INTEGER AS y, k.w::INTEGER AS w, coalesce(k.desil, 0)::INTEGER AS d,
      coalesce(sum(least(o.n, k.jiwa)), 0)::INTEGER AS n
    FROM (SELECT y, fam, count(DISTINCT u) AS n FROM ${joined} WHERE d >= 0 AND y IN (${persons.join(', ')}) GROUP BY y, fam) o
    JOIN ${familyTable(vintage)} k ON o.fam = k.f GROUP BY ALL ORDER BY ALL`);
  for (const row of rows) at(out, row).tercakup += wholeOf(row.n)!;
}

/** The registry of a vintage by region and desil. */
export async function readRegistryCells(engine: PeopleEngine, vintage: number): Promise<RegistryCells> {
  const out: RegistryCells = new Map();
  const rows =
    await engine.rows(`SELECT w::INTEGER AS w, coalesce(desil, 0)::INTEGER AS d, count(*)::INTEGER AS keluarga,
      CASE WHEN count(jiwa) = count(*) THEN sum(jiwa)::INTEGER END AS jiwa
    FROM ${familyTable(vintage)} GROUP BY ALL ORDER BY ALL`);
  for (const row of rows) {
    const w = wholeOf(row.w)!;
    const ofRegion = out.get(w) ?? new Map<number, { keluarga: number; jiwa: number | null }>();
    ofRegion.set(wholeOf(row.d)!, { keluarga: wholeOf(row.keluarga)!, jiwa: wholeOf(row.jiwa) });
    out.set(w, ofRegion);
  }
  return out;
}
