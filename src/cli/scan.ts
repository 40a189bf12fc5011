import type { DuckDBConnection } from '@duckdb/node-api';
import { join } from 'node:path';
import type { ExtractFile } from '$lib/contract/datapackage';
import { isTableName, tables } from '$lib/contract/tables';
import type { PeopleEngine } from '$lib/extract/people/engine';
import { literal } from '$lib/extract/people/engine';
import { type PeopleRole, type PeopleSheet } from '$lib/source/people/sheet';

/** A text that a run is about to leave behind, and where: a table's column, or a file. A number comes as its digits. */
export interface WrittenText {
  place: string;
  text: string;
}

/** Answers whether texts stand in the lists of people that were read, so that nothing of them is kept in JavaScript. */
export interface PeopleIndex {
  /** Those of the given names (as `plainName` writes them) that somebody in the lists has. */
  names(asked: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of the given numbers of 16 digits that are the NIK or KK of somebody in the lists. */
  keys(asked: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface ScanOptions {
  /** Null where no list of people was read. */
  index: PeopleIndex | null;
  /** Texts that the extract would hold without any list of people: names in them come from elsewhere. */
  known: ReadonlySet<string>;
  /** Names that may stand in other texts though somebody is called like that: regions, and aid that the folder describes. */
  allowed: readonly string[];
}

const longestName = 6;

/**
 * The places in which a NIK, a KK or a name of the lists of people stands, each once; never what stands there. Keys are looked for in
 * every text, by their look and by the lists; names of several words anywhere in a text, single words of six letters only as a whole text.
 */
export async function peopleIn(
  texts: readonly WrittenText[],
  { index, known, allowed }: ScanOptions
): Promise<string[]> {
  const hashes = new Set(texts.flatMap(({ text }) => (isHash(text) ? [text, text.slice(0, 16)] : [])));
  const numbers = texts
    .filter(({ text }) => !hashes.has(text) && !isHash(text))
    .flatMap(({ place, text }) => keysIn(text).map((key) => ({ place, key })));
  const others = numbers.filter(({ key }) => !looksLikeKey(key)).map(({ key }) => key);
  const listed = index === null ? new Set<string>() : await index.keys([...new Set(others)]);
  const withKeys = numbers.filter(({ key }) => looksLikeKey(key) || listed.has(key)).map(({ place }) => place);
  const withNames = index === null ? [] : await namesIn(texts, { index, known, allowed });
  return [...new Set([...withKeys, ...withNames])].sort();
}

async function namesIn(
  texts: readonly WrittenText[],
  { index, known, allowed }: ScanOptions & { index: PeopleIndex }
): Promise<string[]> {
  const exempt = new Set(allowed.flatMap((text) => [plainName(text), ...phrases(plainName(text))]));
  const asked = new Map<string, Set<string>>();
  for (const { place, text } of texts) {
    if (known.has(text) || isHash(text)) continue;
    const plain = plainName(text);
    for (const name of [plain, ...phrases(plain)]) {
      if (!isName(name) || exempt.has(name) || isVocabulary(name)) continue;
      asked.set(name, (asked.get(name) ?? new Set()).add(place));
    }
  }
  const found = await index.names([...asked.keys()]);
  return [...found].flatMap((name) => [...asked.get(name)!]);
}

/** A name without marks, case and signs, its words parted by one space: how names are compared here and in the engine. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim();
}

/** `plainName` of a column in SQL; longer names are compared by their first six words. */
function plainNameSql(column: string): string {
  const plain = `trim(regexp_replace(upper(strip_accents(${column})), '[^A-Z]+', ' ', 'g'))`;
  return `array_to_string(string_split(${plain}, ' ')[1:${longestName}], ' ')`;
}

/** Everything in a text that could be a name of two to six words. */
function phrases(plain: string): string[] {
  const words = plain.split(' ');
  return words.flatMap((_, i) =>
    Array.from({ length: longestName - 1 }, (_, more) => words.slice(i, i + more + 2)).flatMap((part, more) =>
      part.length === more + 2 ? [part.join(' ')] : []
    )
  );
}

/** Shorter texts are initials and abbreviations, which stand everywhere. */
function isName(plain: string): boolean {
  const letters = plain.replaceAll(' ', '').length;
  return letters >= 6 || (letters >= 5 && plain.includes(' '));
}

/** Words of the contract's own descriptions: cells such as TIDAK ADA or KEPALA KELUARGA stand in columns of names, and are none. */
const vocabulary: ReadonlySet<string> = new Set(
  Object.values(tables).flatMap((table) =>
    [table.title, table.description, ...Object.values(table.columns).map(({ description }) => description)].flatMap(
      ({ id, en }) => plainName(`${id} ${en}`).split(' ')
    )
  )
);

function isVocabulary(plain: string): boolean {
  return plain.split(' ').every((word) => vocabulary.has(word));
}

function isHash(text: string): boolean {
  return /^(sha256:)?[0-9a-f]{64}$/.test(text);
}

/** Numbers of 16 digits in a text: alone, one after the other without a sign between, or in groups as printed on cards. */
function keysIn(text: string): string[] {
  const runs = [...text.matchAll(/(?<!\d)(?:\d{16})+(?!\d)/g)].flatMap(([run]) => run.match(/\d{16}/g) ?? []);
  const groups = [...text.matchAll(/(?<!\d)(?:\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .-])\d{6}\2\d{4})(?!\d)/g)];
  return [...runs, ...groups.map(([run]) => run.replace(/\D/g, ''))];
}

/** Province, regency, district, day of birth (of women + 40) or of issue, month, year, number: how every NIK and KK is made. */
export function looksLikeKey(digits: string): boolean {
  return /^[1-9]\d(?!00)\d\d(?!00)\d\d(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d\d(?!0000)\d{4}$/.test(
    digits
  );
}

/** Everything that written tables hold: each text of a column once, and numbers of 16 digits as digits. */
export async function textsOfTables(
  connection: DuckDBConnection,
  folder: string,
  files: readonly ExtractFile[]
): Promise<WrittenText[]> {
  const texts: WrittenText[] = [];
  for (const { table, path } of files) {
    if (!isTableName(table)) continue;
    const source = `read_parquet(${literal(join(folder, path))})`;
    for (const [name, { type }] of Object.entries(tables[table].columns)) {
      const sql = columnSql(name, type.replace('?', ''), source);
      if (sql === null) continue;
      const found = (await connection.runAndReadAll(sql)).getRows();
      texts.push(...found.map(([text]) => ({ place: `${path}, kolom ${name}`, text: String(text) })));
    }
  }
  return texts;
}

function columnSql(name: string, type: string, source: string): string | null {
  const column = `"${name}"`;
  if (type === 'VARCHAR') return `SELECT DISTINCT ${column} FROM ${source} WHERE ${column} IS NOT NULL`;
  if (type === 'VARCHAR[]') return `SELECT DISTINCT unnest(${column}) FROM ${source}`;
  if (type !== 'DOUBLE' && type !== 'DECIMAL(20,2)') return null;
  return `SELECT DISTINCT CAST(CAST(${column} AS BIGINT) AS VARCHAR) FROM ${source} WHERE ${column} >= 1e15 AND ${column} < 1e16`;
}

/** Every text and number of a JSON value, keys of objects among them. */
export function textsOfJson(place: string, value: unknown): WrittenText[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ place, text: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => textsOfJson(place, inner));
  return Object.entries(value).flatMap(([key, inner]) => [{ place, text: key }, ...textsOfJson(place, inner)]);
}

const scanned: readonly PeopleRole[] = ['nama', 'nik', 'kk'];

/** Opens the names and keys of sheets for questions. They are read from the files again, into tables of the engine that go with it. */
export async function peopleIndex(engine: PeopleEngine, sheets: readonly PeopleSheet[]): Promise<PeopleIndex> {
  const loaded: { table: string; roles: PeopleRole[] }[] = [];
  for (const sheet of sheets) {
    const roles = scanned.filter((role) => sheet.columns[role] !== undefined);
    const table = `pindai_${loaded.length + 1}`;
    const columns = Object.fromEntries(roles.map((role) => [role, sheet.columns[role]]));
    if (roles.length === 0) continue;
    await engine.load({ ...sheet, columns }, table);
    loaded.push({ table, roles });
  }
  const matching = async (asked: readonly string[], wanted: readonly PeopleRole[], sql: (column: string) => string) => {
    if (asked.length === 0) return new Set<string>();
    await engine.run(
      `CREATE OR REPLACE TABLE pindai_tanya AS SELECT unnest([${asked.map(literal).join(', ')}]) AS teks`
    );
    const parts = loaded.flatMap(({ table, roles }) =>
      roles.filter((role) => wanted.includes(role)).map((role) => `SELECT ${sql(`"${role}"`)} AS teks FROM ${table}`)
    );
    if (parts.length === 0) return new Set<string>();
    const rows = await engine.rows(
      `SELECT DISTINCT teks FROM pindai_tanya WHERE teks IN (${parts.map((part) => `(${part})`).join(' UNION ALL ')})`
    );
    return new Set(rows.map(({ teks }) => String(teks)));
  };
  return {
    names: (asked) => matching(asked, ['nama'], plainNameSql),
    keys: (asked) => matching(asked, ['nik', 'kk'], (column) => `regexp_replace(${column}, '[^0-9]', '', 'g')`)
  };
}
