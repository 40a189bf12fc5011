import type { Database, Query } from '$lib/query/define';

/** A column as datapackage.json describes it. */
export interface PackageField {
  name: string;
  sqlType: string;
  description: string;
  descriptionEn: string;
  unit?: string;
  constraints?: { required?: boolean };
}

/** A table as datapackage.json describes it. */
export interface PackageTable {
  name: string;
  title: string;
  titleEn: string;
  description: string;
  descriptionEn: string;
  /** Relative to datapackage.json. */
  path: string;
  bytes: number;
  /** `sha256:` and 64 hexadecimal digits. */
  hash: string;
  rowCount: number;
  sources: { title: string }[];
  schema: { fields: PackageField[]; sortedBy: string[] };
}

/** What this site reads of datapackage.json. */
export interface DataPackage {
  licenses?: { name?: string; path?: string; title?: string }[];
  resources: PackageTable[];
}

/** What a table hides in the public profile. */
export interface HiddenCounts {
  /** Rows with at least one hidden number. */
  rows: number;
  /** Hidden numbers in them; null where the table does not name its hidden columns. */
  numbers: number | null;
}

/** Outlines of regions are for the map alone and have no CSV. */
export function hasCsv(table: string): boolean {
  return table !== 'batas_wilayah';
}

/** How many rows and numbers of a table are hidden; null for a table in which nothing can be hidden. */
export async function hiddenCounts(database: Database, table: PackageTable): Promise<HiddenCounts | null> {
  const names = table.schema.fields.map(({ name }) => name);
  if (!names.includes('disembunyikan')) return null;
  const numbers = names.includes('kolom_tersembunyi')
    ? 'coalesce(sum(len(kolom_tersembunyi)) FILTER (disembunyikan), 0)'
    : 'NULL';
  const query = {
    params: {},
    columns: { rows: 'INTEGER', numbers: 'INTEGER?' },
    sql: `SELECT CAST(count(*) FILTER (disembunyikan) AS INTEGER) AS "rows", CAST(${numbers} AS INTEGER) AS numbers FROM ${quoted(table.name)}`
  } as const satisfies Query;
  return (await database.all(query, {}))[0] ?? null;
}

/** Every row of a table as exact text in the order of its key: DECIMAL with its sen, dates as `YYYY-MM-DD`, lists parted by `;`. */
export async function textRows(database: Database, table: PackageTable): Promise<(string | null)[][]> {
  const { fields, sortedBy } = table.schema;
  const selected = fields.map(({ name, sqlType }) => `${textOf(quoted(name), sqlType)} AS ${quoted(name)}`);
  const order = sortedBy.map((name) => `t.${quoted(name)} NULLS LAST`).join(', ');
  const query: Query = {
    params: {},
    columns: Object.fromEntries(fields.map(({ name }) => [name, 'VARCHAR?' as const])),
    sql: `SELECT ${selected.join(', ')} FROM ${quoted(table.name)} AS t ORDER BY ${order}`
  };
  const rows = (await database.all(query, {})) as Record<string, string | null>[];
  return rows.map((row) => fields.map(({ name }) => row[name] ?? null));
}

/** Whether a column is written as text: codes and names are, also lists. */
export function isText({ sqlType }: PackageField): boolean {
  return sqlType === 'VARCHAR' || sqlType.endsWith('[]');
}

function textOf(column: string, sqlType: string): string {
  return sqlType.endsWith('[]') ? `array_to_string(t.${column}, ';')` : `CAST(t.${column} AS VARCHAR)`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
