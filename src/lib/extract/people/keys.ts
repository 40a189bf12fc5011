import type { PeopleSheet } from '$lib/source/people/sheet';
import { wholeOf, type PeopleEngine } from './engine';
import { isDamaged, type KeyClass, type KeyColumn } from './keyClass';
import { keyClassSql, keyCountSql, keySql } from './keySql';
import { keyHeaderSql, rawTable } from './sheetSql';

/** What the key columns of a sheet say as a whole; null where there is none. */
export interface SheetKeys {
  nik: KeyColumn | null;
  kk: KeyColumn | null;
}

/** Below this share of keys that end in 0 (10 % are expected) a column is not looked at more closely. */
const suspicious = 0.4;

/** Looks at the key columns of a loaded sheet: whether a spreadsheet has cut their last digit. */
export async function readKeys(engine: PeopleEngine, sheet: PeopleSheet, number: number): Promise<SheetKeys> {
  const look = async (role: 'nik' | 'kk'): Promise<KeyColumn | null> =>
    sheet.columns[role] === undefined ? null : { damaged: await isCut(engine, rawTable(number), `"${role}"`) };
  return { nik: await look('nik'), kk: await look('kk') };
}

/** A quick count first: the careful one reads every cell with regular expressions. */
async function isCut(engine: PeopleEngine, table: string, column: string): Promise<boolean> {
  const [quick] =
    await engine.rows(`SELECT count(*)::INTEGER AS semua, (count(*) FILTER (strlen(${column}) = 16))::INTEGER AS penuh,
    (count(*) FILTER (strlen(${column}) = 16 AND ends_with(${column}, '0')))::INTEGER AS nol FROM ${table} WHERE ${column} IS NOT NULL`);
  const { semua, penuh, nol } = quick as { semua: number; penuh: number; nol: number };
  if (penuh >= semua * 0.9 && nol < penuh * suspicious) return false;
  const [exact] = await engine.rows(keyCountSql(table, column));
  return isDamaged({ kunci: wholeOf(exact?.kunci) ?? 0, nol: wholeOf(exact?.nol) ?? 0 });
}

/** A key as BIGINT, NULL where there is none or where a digit was lost. */
export function keyNumberSql(keys: SheetKeys, role: 'nik' | 'kk'): string {
  const column = keys[role];
  return column === null ? 'NULL::BIGINT' : `CAST(${keySql(`"${role}"`, column)} AS BIGINT)`;
}

/** How many cells of a key column stand in which way, its header printed again left out; null where the sheet has no such column. */
export async function keyClassCounts(
  engine: PeopleEngine,
  table: string,
  role: 'nik' | 'kk',
  column: KeyColumn | null
): Promise<Partial<Record<KeyClass, number>> | null> {
  if (column === null) return null;
  const name = `"${role}"`;
  // Sound keys are most of a large file, and the plain pattern tells them at once, but for a column whose keys have lost their last digit.
  const sound = `(regexp_full_match(${name}, '[0-9]{16}') AND ${name} <> repeat(left(${name}, 1), 16) AND NOT ${column.damaged ?? false})`;
  const rows =
    await engine.rows(`SELECT CASE WHEN ${sound} THEN 'baik' WHEN ${keyHeaderSql(name)} THEN NULL ELSE ${keyClassSql(name, column)} END AS kelas,
    count(*)::INTEGER AS n FROM ${table} GROUP BY kelas ORDER BY kelas`);
  return Object.fromEntries(rows.flatMap(({ kelas, n }) => (kelas === null ? [] : [[String(kelas), Number(n)]])));
}
