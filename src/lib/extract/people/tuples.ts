import type { PeopleRole, PeopleSheet } from '$lib/source/people/sheet';
import { wholeOf, type PeopleEngine } from './engine';
import { rawTable, rolesOf, textSql } from './sheetSql';

/** One distinct combination of cells, with the rows that hold it. The only cells of a people file that leave the engine. */
export interface Tuple {
  id: number;
  cells: Partial<Record<PeopleRole, string>>;
  rows: number;
}

/** More distinct places, programmes or periods than a regency has: then the column holds something else, and its cells stay in the engine. */
export const mostTuples = 20_000;
const valuesAtOnce = 1000;

/**
 * The distinct combinations of some columns of a sheet, kept as table `table` (id and the columns as they stand). Null when there are more
 * than `most`. Without any of the columns there is one, of no cells.
 */
export async function distinctTuples(
  engine: PeopleEngine,
  { sheet, number, wanted, table, most = mostTuples }: TupleQuestion
): Promise<Tuple[] | null> {
  const roles = rolesOf(sheet, wanted);
  const list = roles.map((role) => `"${role}"`).join(', ');
  await engine.run(
    roles.length === 0
      ? `CREATE TABLE ${table} AS SELECT 1 AS id, count(*)::INTEGER AS n FROM ${rawTable(number)}`
      : `CREATE TABLE ${table} AS SELECT row_number() OVER (ORDER BY ${list})::INTEGER AS id, * FROM (
           SELECT ${list}, count(*)::INTEGER AS n FROM ${rawTable(number)} GROUP BY ${list})`
  );
  const [{ n = 0 } = {}] = await engine.rows(`SELECT count(*)::INTEGER AS n FROM ${table}`);
  if (Number(n) > most) return null;
  const texts = roles.map((role) => `${textSql(sheet, role)} AS "${role}"`);
  const rows = await engine.rows(`SELECT ${['id', 'n', ...texts].join(', ')} FROM ${table} ORDER BY id`);
  return rows.map((row) => ({
    id: wholeOf(row.id)!,
    rows: wholeOf(row.n)!,
    cells: Object.fromEntries(roles.flatMap((role) => (row[role] === null ? [] : [[role, String(row[role])]])))
  }));
}

export interface TupleQuestion {
  sheet: PeopleSheet;
  /** Number of the sheet, from 1. */
  number: number;
  wanted: readonly PeopleRole[];
  table: string;
  most?: number;
}

/** Gives each tuple of `table` a number in column `column`; null stays null. */
export async function numberTuples(
  engine: PeopleEngine,
  table: string,
  column: string,
  numbers: ReadonlyMap<number, number | bigint | null>
): Promise<void> {
  await engine.run(`CREATE TABLE ${table}_${column} (id INTEGER, ${column} BIGINT)`);
  const pairs = [...numbers].map(([id, value]) => `(${id}, ${value ?? 'NULL'})`);
  for (let i = 0; i < pairs.length; i += valuesAtOnce) {
    await engine.run(`INSERT INTO ${table}_${column} VALUES ${pairs.slice(i, i + valuesAtOnce).join(', ')}`);
  }
  await engine.run(
    `CREATE TABLE ${table}_baru AS SELECT t.*, b.${column} FROM ${table} t LEFT JOIN ${table}_${column} b USING (id)`
  );
  await engine.run(`DROP TABLE ${table}`);
  await engine.run(`DROP TABLE ${table}_${column}`);
  await engine.run(`ALTER TABLE ${table}_baru RENAME TO ${table}`);
}

/** `JOIN` of the raw rows `m` with the tuples of `table` under the name `alias`. */
export function joinTuples(sheet: PeopleSheet, wanted: readonly PeopleRole[], table: string, alias: string): string {
  const same = rolesOf(sheet, wanted).map((role) => `m."${role}" IS NOT DISTINCT FROM ${alias}."${role}"`);
  return `JOIN ${table} ${alias} ON ${same.join(' AND ') || 'true'}`;
}
