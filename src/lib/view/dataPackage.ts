import type { Database, Query } from '$lib/query/define';

/** A column as datapackage.json describes it. */
export interface PackageField {
  name: string;
  sqlType: string;
  description: string;
  descriptionEn: string;
  unit?: string;
  constraints?: { required?: boolean };
  /** Kept empty in the public profile. */
  internalOnly?: boolean;
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

/** Cells of a workbook that its readers and the build still bear: about 15 MB and ten seconds. */
const mostCells = 1_500_000;
/** Rows below the heading that a sheet of Excel holds. */
const mostRows = 1_048_575;

/** Whether a table is offered as XLSX: not the outlines, and none that is too large for a workbook. */
export function hasXlsx({ name, rowCount, schema }: PackageTable): boolean {
  return hasCsv(name) && rowCount <= mostRows && rowCount * schema.fields.length <= mostCells;
}

/** Licences by the names that readers know, with their addresses. */
export function licenceNames(licenses: DataPackage['licenses']): string[] {
  return (licenses ?? [])
    .map(({ title, name, path }) => {
      const called = title !== undefined && name !== undefined ? `${title} (${name})` : (title ?? name);
      return [called, path].filter((part) => part !== undefined).join(', ');
    })
    .filter((name) => name !== '');
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

/** Where a table's rows come from and as of when, as far as its files say. */
export interface TableOrigin {
  /** Files that gave its rows; null where the rows name none. */
  files: number | null;
  /** Last day of what is measured, YYYY-MM-DD: of the row itself, its list, else its file; null where none says. */
  asOf: string | null;
  /** Last version of the registry, such as 2026-T1; null where the table has none. */
  vintage: string | null;
  /** Budget years, first and last; null where the table has no year. */
  years: { first: number; last: number } | null;
}

/** Asks a table itself, and the files its rows name. */
export async function tableOrigin(database: Database, { name, schema }: PackageTable): Promise<TableOrigin> {
  const names = schema.fields.map((field) => field.name);
  const has = (column: string): boolean => names.includes(column);
  const files = has('id_berkas') && name !== 'berkas';
  const days = [
    ...['per_tanggal', 'tanggal_daftar'].filter(has).map((column) => `max(t.${column})`),
    ...(files ? ['max(b.per_tanggal)'] : [])
  ];
  const query = {
    params: {},
    columns: {
      files: 'INTEGER?',
      asOf: 'VARCHAR?',
      vintage: 'VARCHAR?',
      first: 'INTEGER?',
      last: 'INTEGER?'
    },
    sql: `SELECT
      CAST(${files ? 'count(DISTINCT t.id_berkas)' : 'NULL'} AS INTEGER) AS files,
      CAST(${days.length > 0 ? `coalesce(${days.join(', ')})` : 'NULL'} AS VARCHAR) AS asOf,
      CAST(${has('vintase') ? 'max(t.vintase)' : 'NULL'} AS VARCHAR) AS vintage,
      CAST(${has('tahun') ? 'min(t.tahun)' : 'NULL'} AS INTEGER) AS "first",
      CAST(${has('tahun') ? 'max(t.tahun)' : 'NULL'} AS INTEGER) AS "last"
      FROM ${quoted(name)} AS t ${files ? 'LEFT JOIN berkas AS b USING (id_berkas)' : ''}`
  } as const satisfies Query;
  const [found] = await database.all(query, {});
  if (found === undefined) return { files: null, asOf: null, vintage: null, years: null };
  const { first, last, ...rest } = found;
  return { ...rest, years: first === null || last === null ? null : { first, last } };
}

function textOf(column: string, sqlType: string): string {
  return sqlType.endsWith('[]') ? `array_to_string(t.${column}, ';')` : `CAST(t.${column} AS VARCHAR)`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
