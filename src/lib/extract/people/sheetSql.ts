import { numberMark, type PeopleRole, type PeopleSheet } from '$lib/source/people/sheet';
import { literal } from './engine';

/** Sheets are numbered from 1; a row is its sheet's number times this, and its place in the sheet. */
export const rowsPerSheet = 10_000_000_000;

/**
 * Identifiers of units share one BIGINT: a KK as it is (below 10^16), above it a NIK, then persons known by their KK only (the first of a
 * family, the second, …), then rows without a usable key.
 */
export const nikOffset = 10_000_000_000_000_000n;
export const unnamedOffset = 20_000_000_000_000_000n;
export const rowOffset = 9_000_000_000_000_000_000n;
/** Persons of one KK without a NIK that are told apart: far more than a family has, and their identifiers stay below those of rows. */
export const mostUnnamed = 800;

/** Name of the table a sheet is loaded into. */
export function rawTable(number: number): string {
  return `mentah_${number}`;
}

/** The text of a role without outer white space and without the mark of a number; NULL where blank. */
export function textSql(sheet: PeopleSheet, role: PeopleRole): string {
  if (sheet.columns[role] === undefined) return 'NULL::VARCHAR';
  return `nullif(trim("${role}", ${literal(` \t\r\n\u00a0${numberMark}`)}), '')`;
}

/** The roles among `wanted` that the sheet has. */
export function rolesOf({ columns }: PeopleSheet, wanted: readonly PeopleRole[]): PeopleRole[] {
  return wanted.filter((role) => columns[role] !== undefined);
}

/**
 * Whether a row is none of a person, given its keys as numbers `kunci_kk` and `kunci_nik`: a blank row, a total, the header or its row of
 * numbers printed again. A row with a damaged key or none, but with a name, is a person.
 */
function noPersonSql(sheet: PeopleSheet): string {
  const keys = rolesOf(sheet, ['nik', 'kk', 'id_keluarga']);
  const blank = keys.map((role) => `${textSql(sheet, role)} IS NULL`).join(' AND ') || 'true';
  const name = textSql(sheet, 'nama');
  const places = rolesOf(sheet, ['kode_wilayah', 'kecamatan', 'desa']);
  const nameless =
    sheet.columns.nama !== undefined
      ? `(${name} IS NULL OR regexp_matches(${name}, '^(grand |sub ?)?(jumlah|total)', 'i'))`
      : places.map((role) => `${textSql(sheet, role)} IS NULL`).join(' AND ') || 'true';
  const again = (['nik', 'kk'] as const)
    .filter((role) => sheet.columns[role] !== undefined)
    .map((role) => headerAgain(sheet, role));
  const conditions = [`(${blank} AND ${nameless})`, ...again];
  return `(CASE WHEN kunci_kk IS NOT NULL OR kunci_nik IS NOT NULL THEN false ELSE coalesce(${conditions.join(' OR ')}, false) END)`;
}

/** A key column that holds the words of its header, or its own number as `(4)`. */
function headerAgain(sheet: PeopleSheet, role: 'nik' | 'kk'): string {
  const number = `\\(?${sheet.columns[role]! + 1}\\)?`;
  const text = textSql(sheet, role);
  return `(${keyHeaderSql(text)} OR regexp_full_match(${text}, '${number}'))`;
}

/** Whether a cell of keys holds the words of their header. */
export function keyHeaderSql(text: string): string {
  return `regexp_full_match(${text}, '[^0-9]*(nik|kk|kartu keluarga|induk kependudukan)[^0-9]*', 'i')`;
}

/**
 * The rows of a loaded sheet that are persons, with their place in it (`baris`) and their keys as numbers, as a subquery named `m`: by
 * themselves, before tables with columns of the same names are joined.
 */
export function personRows(sheet: PeopleSheet, number: number, keys: { kk: string; nik: string }): string {
  const keyed = `SELECT rowid AS baris, *, ${keys.kk} AS kunci_kk, ${keys.nik} AS kunci_nik FROM ${rawTable(number)}`;
  return `(SELECT * FROM (${keyed}) WHERE NOT ${noPersonSql(sheet)}) m`;
}
