import type { PeopleSheet } from '$lib/source/people/sheet';
import type { PeopleEngine } from './engine';
import { rawTable, textSql } from './sheetSql';
import { amountSql, dateSql, desilSql } from './valueSql';

/** Columns whose cells are read as values. A million rows hold few different ones: each text is read once, then joined. */
export type ValueRole = 'desil' | 'tanggal' | 'anggota' | 'nominal' | 'tanggal_daftar';

/** Largest family that is believed; a larger number is another column's. */
const largestFamily = 99;

function table(number: number, role: ValueRole): string {
  return `nilai_${role}_${number}`;
}

/** Reads the distinct texts of some columns of a loaded sheet, each into a table of texts and values; a text that is no value gives null. */
export async function readValues(
  engine: PeopleEngine,
  sheet: PeopleSheet,
  number: number,
  roles: readonly ValueRole[]
): Promise<void> {
  for (const role of roles.filter((one) => sheet.columns[one] !== undefined)) {
    await engine.run(`CREATE TABLE ${table(number, role)} AS SELECT teks, ${readSql(sheet, role)} AS nilai
      FROM (SELECT DISTINCT "${role}" AS teks FROM ${rawTable(number)} WHERE "${role}" IS NOT NULL)`);
  }
}

function readSql(sheet: PeopleSheet, role: ValueRole): string {
  switch (role) {
    case 'desil':
      return `CAST(${desilSql('teks')} AS TINYINT)`;
    case 'anggota': {
      const members = `TRY_CAST(${textSql(sheet, 'anggota').replace('"anggota"', 'teks')} AS INTEGER)`;
      return `CASE WHEN ${members} BETWEEN 1 AND ${largestFamily} THEN ${members} END`;
    }
    case 'nominal':
      // sen; where nobody could say how the column is written, no amount is known
      return sheet.angka === null ? 'NULL::BIGINT' : `TRY_CAST(${amountSql('teks', sheet.angka)} * 100 AS BIGINT)`;
    default:
      return dateSql('teks');
  }
}

/** Joins of the rows `m` with the values of the columns that the sheet has. */
export function valueJoins({ columns }: PeopleSheet, number: number, roles: readonly ValueRole[]): string {
  return roles
    .filter((role) => columns[role] !== undefined)
    .map((role) => `LEFT JOIN ${table(number, role)} v_${role} ON m."${role}" = v_${role}.teks`)
    .join('\n');
}

/** The value of a column in such a join; NULL where the sheet has no such column. */
export function valueSql({ columns }: PeopleSheet, role: ValueRole): string {
  return columns[role] === undefined ? 'NULL' : `v_${role}.nilai`;
}
