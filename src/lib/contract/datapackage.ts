import { constraintOf } from './constraint';
import type { Column, Table } from './define';
import { contractVersion, isTableName, tables, type TableName } from './tables';

/** One written file of an extract. */
export interface ExtractFile {
  table: TableName;
  /** Path relative to datapackage.json. */
  path: string;
  bytes: number;
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  sha256: string;
  rows: number;
}

export interface DataPackageOptions {
  files: readonly ExtractFile[];
  /** `public` keeps what may be published; `internal` has every row. */
  profile: 'public' | 'internal';
  /** Indonesian title of the package. */
  title: string;
  titleEn?: string | undefined;
  description?: string | undefined;
  /** Name of the package in lower case; `tepat` when absent. */
  name?: string | undefined;
  /** Whether the figures are invented, as the generated sample's are. */
  sample?: boolean | undefined;
  /** As-of time in ISO 8601. Left out when not given: the same input must give the same bytes. */
  created?: string | undefined;
  licenses?: readonly { name?: string; path?: string; title?: string }[] | undefined;
  sources?: readonly { title: string; path?: string }[] | undefined;
}

/** A descriptor as it is written to JSON. */
export type Descriptor = { [key: string]: DescriptorValue };
export type DescriptorValue = string | number | boolean | DescriptorValue[] | Descriptor;

const profiles = 'https://datapackage.org/profiles/2.0';

/**
 * The Frictionless Data Package v2 descriptor of an extract. Resources come in the order of the contract, whatever the order of `files`;
 * nothing but the arguments enters, so that the same extract gives the same text. Throws an Error that names a file it cannot describe.
 */
export function dataPackage(options: DataPackageOptions): Descriptor {
  const order = Object.keys(tables);
  const files = [...options.files].sort((a, b) => order.indexOf(a.table) - order.indexOf(b.table));
  for (const [i, file] of files.entries()) checkFile(file, files[i - 1]);
  return present({
    $schema: `${profiles}/datapackage.json`,
    name: options.name ?? 'tepat',
    title: options.title,
    titleEn: options.titleEn,
    description: options.description,
    version: `${contractVersion}.0.0`,
    contractVersion,
    extractProfile: options.profile,
    sample: options.sample,
    created: options.created,
    licenses: options.licenses?.map((license) => present({ ...license })),
    sources: options.sources?.map((source) => present({ ...source })),
    resources: files.map((file) => resource(file, options.profile))
  });
}

/** The Table Schema of a table: fields with type, description, unit and constraints, and its key. Also the data dictionary's source. */
export function tableSchema(table: Table, profile: 'public' | 'internal' = 'internal'): Descriptor {
  const hidden: readonly string[] = profile === 'public' ? (table.internalOnly ?? []) : [];
  const fields = Object.entries(table.columns).map(([name, column]) =>
    present({ ...field(table.name, name, column), internalOnly: hidden.includes(name) || undefined })
  );
  // A primary key may not hold null, so a key with a nullable column is a unique key.
  const nullable = table.key.some((name) => table.columns[name]!.type.endsWith('?'));
  const key: Descriptor = nullable ? { uniqueKeys: [[...table.key]] } : { primaryKey: [...table.key] };
  return { $schema: `${profiles}/tableschema.json`, fields, ...key, sortedBy: [...table.key] };
}

function resource(file: ExtractFile, profile: 'public' | 'internal'): Descriptor {
  const table: Table = tables[file.table];
  return {
    $schema: `${profiles}/dataresource.json`,
    name: table.name,
    title: table.title.id,
    titleEn: table.title.en,
    description: table.description.id,
    descriptionEn: table.description.en,
    path: file.path,
    type: 'table',
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    bytes: file.bytes,
    hash: `sha256:${file.sha256}`,
    rowCount: file.rows,
    sources: [{ title: table.source }],
    schema: tableSchema(table, profile)
  };
}

function field(table: string, name: string, column: Column): Descriptor {
  const required = !column.type.endsWith('?');
  const sqlType = column.type.replace('?', '');
  const { pattern, minimum, maximum } = constraintOf(table, name, column);
  const list = sqlType.endsWith('[]');
  const constraints = present({
    required: required || undefined,
    enum: column.values === undefined ? undefined : [...column.values],
    ...(list ? {} : { pattern, minimum, maximum })
  });
  return present({
    name,
    ...fieldType(sqlType),
    sqlType,
    description: column.description.id,
    descriptionEn: column.description.en,
    unit: column.unit,
    source: column.source,
    constraints: Object.keys(constraints).length === 0 ? undefined : constraints
  });
}

function fieldType(sqlType: string): Descriptor {
  const simple: Record<string, string> = {
    VARCHAR: 'string',
    INTEGER: 'integer',
    DOUBLE: 'number',
    BOOLEAN: 'boolean',
    DATE: 'date',
    'DECIMAL(20,2)': 'number'
  };
  // The standard's text has a type `list`, but its JSON profile 2.0 refuses it; a Parquet list is an array as well.
  return sqlType.endsWith('[]') ? { type: 'array' } : { type: simple[sqlType]! };
}

function checkFile(file: ExtractFile, previous: ExtractFile | undefined): void {
  const wrong = faultOf(file, previous);
  if (wrong !== null) throw new Error(`${file.path}: ${wrong}.`);
}

function faultOf(file: ExtractFile, previous: ExtractFile | undefined): string | null {
  if (!isTableName(file.table)) return `"${String(file.table)}" is no table of the contract`;
  if (previous?.table === file.table) return `${file.table} is already in ${previous.path}; a table is one file`;
  if (!/^[0-9a-f]{64}$/.test(file.sha256)) return `sha256 "${file.sha256}" is not 64 hexadecimal digits`;
  const outside = /^\/|^[a-z]+:|(^|\/)\.\.(\/|$)|\\/i.test(file.path);
  return outside ? 'the path must be relative and stay below datapackage.json' : null;
}

/** Leaves out what is undefined, so that it does not become a key. */
function present(entries: Record<string, DescriptorValue | undefined>): Descriptor {
  return Object.fromEntries(
    Object.entries(entries).filter((entry): entry is [string, DescriptorValue] => entry[1] !== undefined)
  );
}
