import type { PeopleEngine } from './engine';
import type { Group } from './groups';
import { familyTable, registryTable } from './registry';
import { mostUnnamed, nikOffset, rowOffset, unnamedOffset } from './sheetSql';

/**
 * The recipients of some groups against one vintage, once for each unit (`utama`), and their further rows (`ganda`):
 * `u` the unit of the aid, `fam` its family, `d` the family's desil (0 not decided, -1 not in the registry), `w` the region it counts in.
 * Class, desil and place of a unit are those of its family in the registry, else those its list gives.
 */
export interface LinkedTables {
  utama: string;
  ganda: string;
}

/**
 * Links the rows of groups to the families of a vintage: by KK, else by a person's NIK; for aid of persons by NIK, else by KK. Null as
 * vintage means that there is no registry: units then rest on the keys of the lists alone.
 */
export async function linkRows(
  engine: PeopleEngine,
  vintage: number | null,
  groups: readonly Group[]
): Promise<LinkedTables> {
  const name = vintage ?? 'tanpa';
  const [all, persons] = [groups, groups.filter(({ aid }) => aid.unit === 'orang')].map(
    (some) => `(${[-1, ...some.map(({ g }) => g)].join(', ')})`
  ) as [string, string];
  const isPerson = `g IN ${persons}`;
  await engine.run(
    vintage === null
      ? unlinkedSql(name, all)
      : `CREATE TABLE langkah_${name} AS
    SELECT t.*, k.f FROM terima t LEFT JOIN ${familyTable(vintage)} k ON t.kk = k.f WHERE t.g IN ${all}`
  );
  if (vintage !== null) {
    await byNik(engine, vintage, isPerson);
    await byOtherRows(engine, vintage, isPerson);
    await engine.run(linkedSql(vintage, isPerson));
  }
  await splitDuplicates(engine, String(name), isPerson);
  return { utama: `utama_${name}`, ganda: `ganda_${name}` };
}

/** NIK of the registry that are asked for: of persons, and of rows whose KK leads nowhere. A NIK in two families belongs to the first. */
async function byNik(engine: PeopleEngine, vintage: number, isPerson: string): Promise<void> {
  await engine.run(`CREATE TABLE nik_${vintage} AS SELECT nik, min(f) AS f FROM ${registryTable(vintage)}
    WHERE nik IN (SELECT nik FROM langkah_${vintage} WHERE nik IS NOT NULL AND (f IS NULL OR ${isPerson})) GROUP BY nik`);
}

/** A person who is not in the registry but whose rows name two of its families is one person of the first. */
async function byOtherRows(engine: PeopleEngine, vintage: number, isPerson: string): Promise<void> {
  await engine.run(`CREATE TABLE nik_kk_${vintage} AS SELECT nik, min(f) AS f FROM langkah_${vintage}
    WHERE ${isPerson} AND nik IS NOT NULL AND f IS NOT NULL AND nik NOT IN (SELECT nik FROM nik_${vintage})
    GROUP BY nik HAVING min(f) <> max(f)`);
}

function linkedSql(vintage: number, isPerson: string): string {
  return `CREATE TABLE taut_${vintage} AS
    SELECT l.r, l.s, l.g, l.kk, l.nik, l.rp, CASE WHEN k.f IS NULL THEN -1 ELSE coalesce(k.desil, 0) END::TINYINT AS d,
      CASE WHEN k.f IS NULL THEN l.w ELSE k.w END AS w, k.f
    FROM (SELECT l.*, CASE WHEN ${isPerson} THEN coalesce(n.f, m.f, l.f) ELSE coalesce(l.f, n.f) END AS fam
      FROM langkah_${vintage} l LEFT JOIN nik_${vintage} n ON l.nik = n.nik LEFT JOIN nik_kk_${vintage} m ON l.nik = m.nik) l
    LEFT JOIN ${familyTable(vintage)} k ON l.fam = k.f`;
}

function unlinkedSql(name: string | number, all: string): string {
  return `CREATE TABLE taut_${name} AS SELECT r, s, g, kk, nik, rp, -1::TINYINT AS d, w, NULL::BIGINT AS f FROM terima WHERE g IN ${all}`;
}

/**
 * The first row of a unit in its group counts, the others are duplicates; which is first does not depend on the order of files. The unit
 * of aid of persons is the NIK. Of rows that have a KK only, each is a person: the first of that family, the second, …, so that two elders
 * are not one, and a list that comes every month does not make twelve of each.
 */
async function splitDuplicates(engine: PeopleEngine, name: string, isPerson: string): Promise<void> {
  const byKeys = `coalesce(kk, nik + ${nikOffset}, r + ${rowOffset})`;
  const unnamed = `${isPerson} AND nik IS NULL AND kk IS NOT NULL`;
  const nth = `least(row_number() OVER (PARTITION BY g, kk ORDER BY w, rp DESC NULLS LAST, r), ${mostUnnamed})`;
  await engine.run(`CREATE TABLE satuan_${name} AS SELECT r, s, g, rp, d, w, coalesce(f, ${byKeys}) AS fam,
      CASE WHEN ${isPerson} THEN coalesce(nik + ${nikOffset}, r + ${rowOffset}) ELSE coalesce(f, ${byKeys}) END AS u
    FROM taut_${name} WHERE NOT (${unnamed})
    UNION ALL SELECT r, s, g, rp, d, w, coalesce(f, kk), kk + ${unnamedOffset} + (${nth} - 1) * ${nikOffset} FROM taut_${name} WHERE ${unnamed}`);
  await engine.run(
    `CREATE TABLE berulang_${name} AS SELECT g, u FROM satuan_${name} GROUP BY g, u HAVING count(*) > 1`
  );
  await engine.run(`CREATE TABLE urut_${name} AS SELECT s.*,
      row_number() OVER satu AS ke, first_value(w) OVER satu AS w1, first_value(d) OVER satu AS d1
    FROM satuan_${name} s SEMI JOIN berulang_${name} b ON s.g = b.g AND s.u = b.u
    WINDOW satu AS (PARTITION BY s.g, s.u ORDER BY d < 0, fam, w, rp DESC NULLS LAST, r)`);
  await engine.run(`CREATE TABLE ganda_${name} AS SELECT r, s, g, rp, d1 AS d, w1 AS w FROM urut_${name} WHERE ke > 1`);
  await engine.run(
    `CREATE TABLE utama_${name} AS SELECT * FROM satuan_${name} u ANTI JOIN ganda_${name} g ON u.r = g.r`
  );
  for (const table of ['langkah', 'taut', 'satuan', 'berulang', 'urut', 'nik', 'nik_kk']) {
    await engine.run(`DROP TABLE IF EXISTS ${table}_${name}`);
  }
}
