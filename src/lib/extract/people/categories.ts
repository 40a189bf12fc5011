import type { AidCategory } from '$lib/contract/values';
import { type CategoryRole, categoryRoles, ppksCategories } from '$lib/source/people/category';
import type { PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import { unclearCategory, undecidedCategory } from './categoryProblem';
import { categoryNumber, flagSql, ppksSql } from './categorySql';
import { wholeOf, type PeopleEngine } from './engine';
import { registryTable } from './registry';
import { rawTable, rowsPerSheet } from './sheetSql';

/** How a registry sheet tells of a category: of each person, of how many in a family, or only whether there is somebody. */
export type CategoryDetail = 'orang' | 'jumlah' | 'ada';

/** What the sheets of one vintage tell of categories, by the sheet's number in SQL. */
export type CategoryBook = Map<number, Map<AidCategory, CategoryDetail>>;

/** Rows of a vintage's registry that are of a category: row, category, persons (NULL = the cell does not say); none for a plain no. */
export function categoryTable(vintage: number): string {
  return `kategori_${vintage}`;
}

/** Makes the empty table of a vintage's categories. */
export async function createCategories(engine: PeopleEngine, vintage: number): Promise<void> {
  await engine.run(`CREATE TABLE ${categoryTable(vintage)} (r BIGINT, kategori TINYINT, n INTEGER)`);
}

/** Reads the category columns of a registry sheet whose rows are in the vintage's table. Gives what the sheet tells of, and what is unclear. */
export async function readCategories(
  engine: PeopleEngine,
  sheet: PeopleSheet,
  number: number,
  vintage: number
): Promise<{ told: Map<AidCategory, CategoryDetail>; problems: Problem[] }> {
  const told = new Map<AidCategory, CategoryDetail>();
  const problems: Problem[] = [];
  for (const role of categoryRoles.filter((one) => sheet.columns[one] !== undefined)) {
    for (const category of role === 'ppks' ? await needsOf(engine, number) : [role]) {
      const cells = await readCells(engine, number, role, category);
      const detail = detailOf(sheet, cells);
      if (detail === null && cells.said > 0) problems.push(unclearCategory(sheet, role));
      if (detail === null) continue;
      const undecided = await keep(engine, number, { role, category, vintage });
      if (undecided > 0) problems.push(undecidedCategory(sheet, role, undecided));
      if (rank(detail) > rank(told.get(category))) told.set(category, detail);
    }
  }
  return { told, problems };
}

const details: readonly (CategoryDetail | undefined)[] = [undefined, 'ada', 'jumlah', 'orang'];

/** Where two columns tell of one category, the one that tells more. */
function rank(detail: CategoryDetail | undefined): number {
  return details.indexOf(detail);
}

/** A column of social needs tells of neglected disability only where one of its cells does. */
async function needsOf(engine: PeopleEngine, number: number): Promise<AidCategory[]> {
  const [row] = await engine.rows(
    `SELECT coalesce(bool_or(${ppksSql('"ppks"', 'disabilitas_telantar')} = 1), false) AS ada FROM ${rawTable(number)}`
  );
  return row?.ada === true ? [...ppksCategories, 'disabilitas_telantar'] : [...ppksCategories];
}

interface CategoryCells {
  /** Different texts that are not blank. */
  said: number;
  /** Different texts that are a number, and the largest. */
  numbers: number;
  largest: number;
  blank: boolean;
  smallest: number;
}

const texts = 'teks_kategori';

async function readCells(
  engine: PeopleEngine,
  number: number,
  role: CategoryRole,
  category: AidCategory
): Promise<CategoryCells> {
  const value = role === 'ppks' ? ppksSql('teks', category) : flagSql('teks');
  await engine.run(`CREATE OR REPLACE TABLE ${texts} AS SELECT teks, ${value} AS n
    FROM (SELECT DISTINCT "${role}" AS teks FROM ${rawTable(number)})`);
  const isNumber = `regexp_matches(teks, '[0-9]') AND NOT regexp_matches(lower(teks), '[a-z]')`;
  const [row] = await engine.rows(`SELECT (count(*) FILTER (trim(teks) <> ''))::INTEGER AS isi,
      (count(*) FILTER (${isNumber}))::INTEGER AS angka, coalesce(max(n) FILTER (${isNumber}), 0)::INTEGER AS besar,
      coalesce(min(n) FILTER (${isNumber}), 0)::INTEGER AS kecil, coalesce(bool_or(teks IS NULL OR trim(teks) = ''), false) AS kosong
    FROM ${texts}`);
  return {
    said: wholeOf(row?.isi) ?? 0,
    numbers: wholeOf(row?.angka) ?? 0,
    largest: wholeOf(row?.besar) ?? 0,
    smallest: wholeOf(row?.kecil) ?? 0,
    blank: row?.kosong === true
  };
}

/**
 * How a column tells of its category; null where it says nothing, or only 1 and 2, which is yes and no to one agency and a kind or a
 * number to another. Numbers up to 1 beside families are flags.
 */
function detailOf({ per }: PeopleSheet, cells: CategoryCells): CategoryDetail | null {
  const numeric = cells.said > 0 && cells.numbers === cells.said;
  if (cells.said === 0 || (numeric && !cells.blank && cells.smallest === 1 && cells.largest === 2)) return null;
  if (per === 'orang') return 'orang';
  return numeric && cells.largest > 1 ? 'jumlah' : 'ada';
}

/** Keeps the rows that are of the category or do not say; gives how many do not say. */
async function keep(
  engine: PeopleEngine,
  number: number,
  { role, category, vintage }: { role: CategoryRole; category: AidCategory; vintage: number }
): Promise<number> {
  const first = number * rowsPerSheet;
  const rows = `FROM ${rawTable(number)} m JOIN ${texts} t ON m."${role}" = t.teks
    WHERE t.n IS DISTINCT FROM 0 AND ${first} + m.rowid IN (SELECT r FROM ${registryTable(vintage)} WHERE s = ${number})`;
  await engine.run(
    `INSERT INTO ${categoryTable(vintage)} SELECT ${first} + m.rowid, ${categoryNumber(category)}, t.n ${rows}`
  );
  const [row] = await engine.rows(`SELECT (count(*) FILTER (t.n IS NULL))::INTEGER AS n ${rows}`);
  return wholeOf(row?.n) ?? 0;
}
