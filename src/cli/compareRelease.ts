import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isTableName, tables, type TableName } from '$lib/contract/tables';

/** Rows of one table before and after; null where the release has no such table. */
export interface TableChange {
  table: TableName;
  before: number | null;
  after: number | null;
  /** Keys only in the new, only in the old, and in both with other values; null where the two cannot be matched by key. */
  rows: { added: number; removed: number; changed: number } | null;
}

/** Rupiah of one year and stage; null where a release has none. Realisasi has no stage. */
export interface TotalChange {
  table: 'pagu' | 'realisasi';
  tahun: number;
  tahap: string | null;
  before: number | null;
  after: number | null;
}

/** Figures that one release hides and the other shows, in rows that both have. */
export interface HiddenChange {
  table: TableName;
  newlyHidden: number;
  newlyShown: number;
}

export interface ReleaseComparison {
  tables: TableChange[];
  totals: TotalChange[];
  /** Desa and kelurahan without a row of all aid in the last year of either release, by name. */
  desaWithoutData: { tahun: number; before: string[] | null; after: string[] | null }[];
  hidden: HiddenChange[];
  vintages: { added: string[]; removed: string[] };
  /** Months of a table as the coverage has them, `2026-10`. */
  months: { table: string; added: string[]; removed: string[] }[];
  /** Source files by name; those about people have none and are not listed. */
  files: { added: string[]; removed: string[]; replaced: string[] };
}

/** What changes from one published extract to another, asked of both sets of Parquet files. */
export async function compareReleases(before: string, after: string): Promise<ReleaseComparison> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const ask = asker(connection);
    await openBoth(connection, { lama: before, baru: after });
    const shared = await sharedTables(ask);
    return {
      tables: await tableChanges(ask, shared),
      totals: await totalChanges(ask, shared),
      desaWithoutData: await desaChanges(ask, shared),
      hidden: await hiddenChanges(ask, shared),
      vintages: await setChange(ask, shared, 'vintase', 'vintase'),
      months: await monthChanges(ask, shared),
      files: await fileChanges(ask, shared)
    };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;
type Side = 'lama' | 'baru';

/** A table with its columns on either side; empty where it has none there. */
interface Shared {
  table: TableName;
  columns: Record<Side, string[]>;
}

const sides = ['lama', 'baru'] as const satisfies readonly Side[];

function asker(connection: DuckDBConnection): Ask {
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

async function openBoth(connection: DuckDBConnection, folders: Record<Side, string>): Promise<void> {
  for (const side of sides) {
    await connection.run(`CREATE SCHEMA ${side}`);
    for (const table of Object.keys(tables)) {
      const path = join(folders[side], `${table}.parquet`);
      if (existsSync(path))
        await connection.run(`CREATE VIEW ${side}."${table}" AS FROM read_parquet('${path.replaceAll("'", "''")}')`);
    }
  }
}

async function sharedTables(ask: Ask): Promise<Map<TableName, Shared>> {
  const found = await ask(
    `SELECT table_schema AS side, table_name AS "table", column_name AS name FROM information_schema.columns
     WHERE table_schema IN ('lama', 'baru') ORDER BY ordinal_position`
  );
  const shared = new Map<TableName, Shared>();
  for (const name of Object.keys(tables)) {
    if (!isTableName(name)) continue;
    const of = (side: Side): string[] =>
      found.filter((row) => row.side === side && row.table === name).map((row) => String(row.name));
    const columns = { lama: of('lama'), baru: of('baru') };
    if (columns.lama.length + columns.baru.length > 0) shared.set(name, { table: name, columns });
  }
  return shared;
}

function isOnBoth(shared: Map<TableName, Shared>, table: TableName): boolean {
  const columns = shared.get(table)?.columns;
  return columns !== undefined && columns.lama.length > 0 && columns.baru.length > 0;
}

/** Conditions under which a row of `a` and one of `b` have the same key; null where either side lacks a column of the key. */
function sameKey({ table, columns }: Shared): string | null {
  const key: readonly string[] = tables[table].key;
  if (!key.every((name) => columns.lama.includes(name) && columns.baru.includes(name))) return null;
  return key.map((name) => `a."${name}" IS NOT DISTINCT FROM b."${name}"`).join(' AND ');
}

async function tableChanges(ask: Ask, shared: Map<TableName, Shared>): Promise<TableChange[]> {
  const changes: TableChange[] = [];
  for (const one of shared.values()) {
    const count = async (side: Side): Promise<number | null> =>
      one.columns[side].length === 0
        ? null
        : Number((await ask(`SELECT count(*) AS n FROM ${side}."${one.table}"`))[0]!.n);
    const [before, after] = [await count('lama'), await count('baru')];
    const rows = before === null || after === null ? null : await rowChanges(ask, one);
    changes.push({ table: one.table, before, after, rows });
  }
  return changes;
}

/** Where a row came from does not count as a change: a file exported again has another id. */
async function rowChanges(ask: Ask, one: Shared): Promise<TableChange['rows']> {
  const on = sameKey(one);
  if (on === null) return null;
  const key: readonly string[] = tables[one.table].key;
  const values = one.columns.lama.filter(
    (name) => one.columns.baru.includes(name) && !key.includes(name) && name !== 'id_berkas'
  );
  const differs = values.map((name) => `a."${name}" IS DISTINCT FROM b."${name}"`).join(' OR ') || 'false';
  const [row] = await ask(
    `SELECT count(*) FILTER (a.ada IS NULL) AS added, count(*) FILTER (b.ada IS NULL) AS removed,
       count(*) FILTER (a.ada AND b.ada AND (${differs})) AS changed
     FROM (SELECT *, true AS ada FROM lama."${one.table}") AS a
     FULL JOIN (SELECT *, true AS ada FROM baru."${one.table}") AS b ON ${on}`
  );
  return { added: Number(row!.added), removed: Number(row!.removed), changed: Number(row!.changed) };
}

async function totalChanges(ask: Ask, shared: Map<TableName, Shared>): Promise<TotalChange[]> {
  const changes: TotalChange[] = [];
  for (const table of ['pagu', 'realisasi'] as const) {
    if (!isOnBoth(shared, table)) continue;
    const [stage, order] = table === 'pagu' ? ['tahap', 'urutan_tahap'] : ['NULL::VARCHAR', '0'];
    const totals = (side: Side): string =>
      `(SELECT tahun, ${stage} AS tahap, ${order} AS urutan, sum(${table}) AS rupiah FROM ${side}.${table} GROUP BY ALL)`;
    const rows = await ask(
      `SELECT coalesce(a.tahun, b.tahun) AS tahun, coalesce(a.tahap, b.tahap) AS tahap,
         a.rupiah::DOUBLE AS "before", b.rupiah::DOUBLE AS "after"
       FROM ${totals('lama')} AS a FULL JOIN ${totals('baru')} AS b
         ON a.tahun = b.tahun AND a.tahap IS NOT DISTINCT FROM b.tahap
       WHERE a.rupiah IS DISTINCT FROM b.rupiah
       ORDER BY 1, coalesce(a.urutan, b.urutan)`
    );
    changes.push(...rows.map((row) => ({ ...(row as unknown as Omit<TotalChange, 'table'>), table })));
  }
  return changes;
}

async function desaChanges(ask: Ask, shared: Map<TableName, Shared>): Promise<ReleaseComparison['desaWithoutData']> {
  if (!isOnBoth(shared, 'sasaran') || !isOnBoth(shared, 'wilayah')) return [];
  const years = await ask(
    `SELECT max(tahun) AS tahun FROM lama.sasaran WHERE ${desaRow} UNION SELECT max(tahun) FROM baru.sasaran WHERE ${desaRow} ORDER BY 1`
  );
  const changes: ReleaseComparison['desaWithoutData'] = [];
  for (const { tahun } of years) {
    if (tahun === null) continue;
    const [before, after] = [
      await desaWithout(ask, 'lama', Number(tahun)),
      await desaWithout(ask, 'baru', Number(tahun))
    ];
    changes.push({ tahun: Number(tahun), before, after });
  }
  return changes;
}

/** Rows of desa; the public profile has them for all aid of a closed year. */
const desaRow =
  "kode_bantuan = 'SEMUA' AND periode = CAST(tahun AS VARCHAR) AND len(string_split(kode_wilayah, '.')) = 4";

/** Names of the desa without a row; null where the release has no row of any desa in that year. */
async function desaWithout(ask: Ask, side: Side, tahun: number): Promise<string[] | null> {
  const rows = await ask(
    `WITH ada AS (SELECT kode_wilayah FROM ${side}.sasaran WHERE tahun = ${tahun} AND ${desaRow})
     SELECT w.nama AS nama FROM ${side}.wilayah AS w ANTI JOIN ada ON ada.kode_wilayah = w.kode
     WHERE w.tingkat IN ('desa', 'kelurahan')
     ORDER BY w.kode`
  );
  const [some] = await ask(`SELECT count(*) AS n FROM ${side}.sasaran WHERE tahun = ${tahun} AND ${desaRow}`);
  return Number(some!.n) === 0 ? null : rows.map(({ nama }) => String(nama));
}

async function hiddenChanges(ask: Ask, shared: Map<TableName, Shared>): Promise<HiddenChange[]> {
  const changes: HiddenChange[] = [];
  for (const one of shared.values()) {
    const on = sameKey(one);
    const has = (name: string): boolean => sides.every((side) => one.columns[side].includes(name));
    if (on === null || !has('disembunyikan')) continue;
    const listed = has('kolom_tersembunyi');
    const only = (this_: string, other: string): string =>
      listed
        ? `coalesce(sum(len(list_filter(${this_}.kolom_tersembunyi, lambda x: NOT list_contains(${other}.kolom_tersembunyi, x)))), 0)`
        : `count(*) FILTER (${this_}.disembunyikan AND NOT ${other}.disembunyikan)`;
    const [row] = await ask(
      `SELECT ${only('b', 'a')} AS hidden, ${only('a', 'b')} AS shown
       FROM lama."${one.table}" AS a JOIN baru."${one.table}" AS b ON ${on}`
    );
    const change = { table: one.table, newlyHidden: Number(row!.hidden), newlyShown: Number(row!.shown) };
    if (change.newlyHidden + change.newlyShown > 0) changes.push(change);
  }
  return changes;
}

async function setChange(
  ask: Ask,
  shared: Map<TableName, Shared>,
  table: TableName,
  column: string
): Promise<{ added: string[]; removed: string[] }> {
  if (!isOnBoth(shared, table)) return { added: [], removed: [] };
  const only = async (here: Side, there: Side): Promise<string[]> =>
    (
      await ask(
        `SELECT v FROM (SELECT DISTINCT "${column}" AS v FROM ${here}."${table}" EXCEPT SELECT "${column}" FROM ${there}."${table}")
         WHERE v IS NOT NULL ORDER BY v`
      )
    ).map(({ v }) => String(v));
  return { added: await only('baru', 'lama'), removed: await only('lama', 'baru') };
}

async function monthChanges(ask: Ask, shared: Map<TableName, Shared>): Promise<ReleaseComparison['months']> {
  if (!isOnBoth(shared, 'cakupan')) return [];
  const month = `tabel, tahun || '-' || lpad(CAST(bulan AS VARCHAR), 2, '0') AS bulan`;
  const rows = await ask(
    `SELECT tabel, bulan, true AS baru FROM (SELECT ${month} FROM baru.cakupan EXCEPT SELECT ${month} FROM lama.cakupan)
     UNION ALL
     SELECT tabel, bulan, false FROM (SELECT ${month} FROM lama.cakupan EXCEPT SELECT ${month} FROM baru.cakupan)
     ORDER BY tabel, bulan`
  );
  return [...new Set(rows.map(({ tabel }) => String(tabel)))].map((table) => {
    const of = (baru: boolean): string[] =>
      rows.filter((row) => row.tabel === table && row.baru === baru).map(({ bulan }) => String(bulan));
    return { table, added: of(true), removed: of(false) };
  });
}

async function fileChanges(ask: Ask, shared: Map<TableName, Shared>): Promise<ReleaseComparison['files']> {
  const { added, removed } = await setChange(ask, shared, 'berkas', 'nama');
  if (!isOnBoth(shared, 'berkas')) return { added, removed, replaced: [] };
  const replaced = await ask(
    `SELECT b.nama AS nama FROM baru.berkas AS b JOIN lama.berkas AS a ON a.nama = b.nama
     GROUP BY b.nama HAVING list(DISTINCT a.sha256 ORDER BY a.sha256) <> list(DISTINCT b.sha256 ORDER BY b.sha256) ORDER BY b.nama`
  );
  return { added, removed, replaced: replaced.map(({ nama }) => String(nama)) };
}
