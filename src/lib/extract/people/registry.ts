import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import { dateDecisions, unreadValues } from './valueProblem';
import { readValues, unreadCells, valueJoins, valueSql } from './values';
import { wholeOf, type PeopleEngine } from './engine';
import { keyNumberSql, type SheetKeys } from './keys';
import { placeRoles, placeTable } from './places';
import { personRows, rowsPerSheet, textSql } from './sheetSql';
import { joinTuples } from './tuples';

/**
 * Rows of all registry sheets of one vintage: sheet, row, the family (`f`: its KK, else a number of its own), NIK, identifier of the family
 * as the registry writes it, desil, day of the last check, members, place, and whether the row is a person.
 */
export function registryTable(vintage: number): string {
  return `registri_${vintage}`;
}
/** One row a family: desil null where not decided, members null where not known. */
export function familyTable(vintage: number): string {
  return `keluarga_${vintage}`;
}

const registryValues = ['desil', 'tanggal', 'anggota'] as const;

/** Makes the empty table of a vintage's rows. */
export async function createRegistry(engine: PeopleEngine, vintage: number): Promise<void> {
  await engine.run(`CREATE TABLE ${registryTable(vintage)} (s INTEGER, r BIGINT, f BIGINT, nik BIGINT, id_keluarga VARCHAR,
    desil TINYINT, tanggal DATE, anggota INTEGER, w INTEGER, orang BOOLEAN)`);
}

/** Adds the rows of a loaded sheet. Gives how many rows live in the regency, and how many elsewhere: those are left out. */
export async function readRegistry(
  engine: PeopleEngine,
  sheet: PeopleSheet,
  number: number,
  { keys, vintage, outside }: { keys: SheetKeys; vintage: number; outside: number }
): Promise<{ used: number; outside: number; problems: Problem[] }> {
  const key = { kk: keyNumberSql(keys, 'kk'), nik: keyNumberSql(keys, 'nik') };
  const table = registryTable(vintage);
  const styles = await readValues(engine, sheet, number, registryValues);
  await engine.run(`INSERT INTO ${table}
    SELECT ${number}, ${number * rowsPerSheet} + baris, kunci_kk, kunci_nik, ${textSql(sheet, 'id_keluarga')}, ${valueSql(sheet, 'desil')}, ${valueSql(sheet, 'tanggal')},
      ${valueSql(sheet, 'anggota')}, tmp.w, ${sheet.per === 'orang'}
    FROM ${personRows(sheet, number, key)}
    ${joinTuples(sheet, placeRoles, placeTable(number), 'tmp')}
    ${valueJoins(sheet, number, registryValues)}`);
  const [row] =
    await engine.rows(`SELECT count(*)::INTEGER AS semua, (count(*) FILTER (w = ${outside}))::INTEGER AS luar
    FROM ${table} WHERE s = ${number}`);
  const [all, left] = [wholeOf(row?.semua) ?? 0, wholeOf(row?.luar) ?? 0];
  if (left > 0) await engine.run(`DELETE FROM ${table} WHERE s = ${number} AND w = ${outside}`);
  const unread = await unreadCells(engine, sheet, number, { roles: registryValues, used: table });
  const problems = [...dateDecisions(sheet, styles), ...unreadValues(sheet, unread)];
  return { used: all - left, outside: left, problems };
}

/** What the registry itself says against itself, in numbers of families or rows. */
export interface RegistryFindings {
  /** Families whose rows name different desil: undecided. */
  desilBerbeda: number;
  /** Rows beyond the first of a family in a registry by family. */
  keluargaGanda: number;
  /** Rows without a usable KK or identifier: each counts as a family of its own. */
  tanpaKeluarga: number;
  families: number;
}

/**
 * Puts the rows of a vintage together into families. The family is the KK; where a row has none, that of other rows with the same
 * `id_keluarga`; else a family by that identifier; else the row by itself.
 */
export async function makeFamilies(engine: PeopleEngine, vintage: number): Promise<RegistryFindings> {
  await completeFamilies(engine, vintage);
  const rows = registryTable(vintage);
  const persons = `SELECT f, CASE WHEN orang THEN coalesce(nik, -r) END AS orang_ke, min(desil) AS d1, max(desil) AS d2, min(w) AS w,
    max(tanggal) AS tanggal, max(anggota) AS anggota, count(*) AS n FROM ${rows} GROUP BY ALL`;
  const [{ ada = false } = {}] = await engine.rows(`SELECT coalesce(bool_or(orang), false) AS ada FROM ${rows}`);
  const source = ada
    ? `SELECT f, min(d1) AS d1, max(d2) AS d2, min(w) AS w, max(tanggal) AS tanggal,
         CASE WHEN count(orang_ke) > 0 THEN count(orang_ke) ELSE max(anggota) END AS jiwa,
         coalesce(sum(n) FILTER (orang_ke IS NULL), 0) AS n FROM (${persons}) GROUP BY f`
    : `SELECT f, min(desil) AS d1, max(desil) AS d2, min(w) AS w, max(tanggal) AS tanggal, max(anggota) AS jiwa, count(*) AS n
         FROM ${rows} GROUP BY f`;
  await engine.run(`CREATE TABLE ${familyTable(vintage)} AS
    SELECT f, CASE WHEN d1 = d2 THEN d1 END::TINYINT AS desil, d1 <> d2 AS beda, w, tanggal, jiwa::INTEGER AS jiwa, n::INTEGER AS n FROM (${source})`);
  const [row] = await engine.rows(`SELECT count(*)::INTEGER AS semua, (count(*) FILTER (beda))::INTEGER AS beda,
    coalesce(sum(greatest(n - 1, 0)), 0)::INTEGER AS ganda, (count(*) FILTER (f <= -${rowsPerSheet}))::INTEGER AS sendiri FROM ${familyTable(vintage)}`);
  return {
    families: wholeOf(row?.semua) ?? 0,
    desilBerbeda: wholeOf(row?.beda) ?? 0,
    keluargaGanda: wholeOf(row?.ganda) ?? 0,
    tanpaKeluarga: wholeOf(row?.sendiri) ?? 0
  };
}

async function completeFamilies(engine: PeopleEngine, vintage: number): Promise<void> {
  const rows = registryTable(vintage);
  const [row] = await engine.rows(`SELECT (count(*) FILTER (f IS NULL))::INTEGER AS kosong,
    (count(*) FILTER (f IS NULL AND id_keluarga IS NOT NULL))::INTEGER AS dengan_id FROM ${rows}`);
  if ((wholeOf(row?.kosong) ?? 0) === 0) return;
  if ((wholeOf(row?.dengan_id) ?? 0) > 0) {
    await engine.run(`CREATE TABLE id_${vintage} AS SELECT id_keluarga,
        CASE WHEN min(f) = max(f) THEN min(f) ELSE -row_number() OVER (ORDER BY id_keluarga) END AS f
      FROM ${rows} WHERE id_keluarga IN (SELECT id_keluarga FROM ${rows} WHERE f IS NULL) GROUP BY id_keluarga`);
    await engine.run(
      `UPDATE ${rows} SET f = i.f FROM id_${vintage} i WHERE ${rows}.f IS NULL AND ${rows}.id_keluarga = i.id_keluarga`
    );
    await engine.run(`DROP TABLE id_${vintage}`);
  }
  await engine.run(`UPDATE ${rows} SET f = -r WHERE f IS NULL`);
}
