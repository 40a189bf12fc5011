import type { PeopleSheet } from '$lib/source/people/sheet';
import { wholeOf, type PeopleEngine } from './engine';
import { rawTable, rowsPerSheet, textSql } from './sheetSql';
import {
  amountSql,
  blankSql,
  dateCountSql,
  dateSql,
  type DateStyle,
  desilSql,
  desilUnreadableSql,
  noDateSql
} from './valueSql';

/** Columns whose cells are read as values. A million rows hold few different ones: each text is read once, then joined. */
export type ValueRole = 'desil' | 'tanggal' | 'anggota' | 'nominal' | 'tanggal_daftar';

/** Largest family that is believed; a larger number is another column's. */
const largestFamily = 99;
/** Of days that can be told, so many are of the column's order for each slip of the pen. */
const nearlyAll = 49;

function table(number: number, role: ValueRole): string {
  return `nilai_${role}_${number}`;
}

/** How the columns of days of a sheet were read. */
export type DateStyles = Partial<Record<'tanggal' | 'tanggal_daftar', DateStyle>>;

/**
 * Reads the distinct texts of some columns of a loaded sheet, each into a table of texts, values and whether a text is no value (`asing`):
 * neither blank nor readable. How days are written is decided for the column as a whole, and given back.
 */
export async function readValues(
  engine: PeopleEngine,
  sheet: PeopleSheet,
  number: number,
  roles: readonly ValueRole[]
): Promise<DateStyles> {
  const styles: DateStyles = {};
  for (const role of roles.filter((one) => sheet.columns[one] !== undefined)) {
    const texts = `teks_${role}_${number}`;
    await engine.run(`CREATE TABLE ${texts} AS
      SELECT DISTINCT "${role}" AS teks FROM ${rawTable(number)} WHERE "${role}" IS NOT NULL`);
    if (role === 'tanggal' || role === 'tanggal_daftar') styles[role] = await dateStyle(engine, texts);
    await engine.run(`CREATE TABLE ${table(number, role)} AS
      SELECT teks, nilai, ${foreignSql(role)} AS asing FROM (SELECT teks, ${readSql(sheet, role, styles)} AS nilai FROM ${texts})`);
    await engine.run(`DROP TABLE ${texts}`);
  }
  return styles;
}

/** One order holds when nearly all days that can be told have it; days without marks only when all of them fit it. */
async function dateStyle(engine: PeopleEngine, texts: string): Promise<DateStyle> {
  const [row] = await engine.rows(dateCountSql(texts));
  const [day, month, bare, yearAhead, dayAhead] = [
    row?.hari_dahulu,
    row?.bulan_dahulu,
    row?.tanpa_tanda,
    row?.tahun_di_depan,
    row?.hari_di_depan
  ].map((value) => wholeOf(value) ?? 0) as [number, number, number, number, number];
  const order = day >= month * nearlyAll ? 'day' : month >= day * nearlyAll ? 'month' : null;
  const compact = bare === 0 ? null : yearAhead === bare ? 'year' : dayAhead === bare ? 'day' : null;
  return { order, compact };
}

function readSql(sheet: PeopleSheet, role: ValueRole, styles: DateStyles): string {
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
      return dateSql('teks', styles[role]);
  }
}

function foreignSql(role: ValueRole): string {
  if (role === 'desil') return desilUnreadableSql('teks');
  const none = role === 'tanggal' || role === 'tanggal_daftar' ? noDateSql('teks') : blankSql('teks');
  return `(nilai IS NULL AND NOT ${none})`;
}

/** The one year that all days of a column lie in; null where there are several or none. */
export async function yearOfColumn(
  engine: PeopleEngine,
  number: number,
  role: 'tanggal_daftar'
): Promise<number | null> {
  const [row] = await engine.rows(
    `SELECT min(year(nilai))::INTEGER AS awal, max(year(nilai))::INTEGER AS akhir FROM ${table(number, role)}`
  );
  return row?.awal === row?.akhir ? wholeOf(row?.awal) : null;
}

/** Cells of a column that hold something else than its values, in rows that were used. */
export interface UnreadCells {
  role: ValueRole;
  rows: number;
  /** Row of the first one, as a spreadsheet shows it. */
  first: number;
  /** Whether no cell of the column could be read. */
  all: boolean;
}

/** Counts cells that are no values among the rows of `used` (columns `s` and `r`), where the sheet's rows became rows. */
export async function unreadCells(
  engine: PeopleEngine,
  sheet: PeopleSheet,
  number: number,
  { roles, used }: { roles: readonly ValueRole[]; used: string }
): Promise<UnreadCells[]> {
  const out: UnreadCells[] = [];
  for (const role of roles.filter((one) => sheet.columns[one] !== undefined)) {
    const values = table(number, role);
    const [any] = await engine.rows(
      `SELECT coalesce(bool_or(asing), false) AS ada, count(nilai)::INTEGER AS terbaca FROM ${values}`
    );
    if (any?.ada !== true) continue;
    const [row] = await engine.rows(`SELECT count(*)::INTEGER AS n, min(m.rowid)::INTEGER AS baris
      FROM ${rawTable(number)} m JOIN ${values} v ON m."${role}" = v.teks
      WHERE v.asing AND m.rowid IN (SELECT r - ${number * rowsPerSheet} FROM ${used} WHERE s = ${number})`);
    const rows = wholeOf(row?.n) ?? 0;
    if (rows > 0) out.push({ role, rows, first: wholeOf(row?.baris)! + sheet.firstRow, all: any.terbaca === 0 });
  }
  return out;
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
