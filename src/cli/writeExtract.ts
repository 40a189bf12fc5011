import {
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBConnection,
  INTEGER,
  LIST,
  listValue,
  VARCHAR
} from '@duckdb/node-api';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkRows } from '$lib/contract/check';
import { copySql, createTableSql } from '$lib/contract/create';
import { dataPackage, type ExtractFile } from '$lib/contract/datapackage';
import type { Table } from '$lib/contract/define';
import { sortedByKey } from '$lib/contract/order';
import { type TableName, tables } from '$lib/contract/tables';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import type { QualityReport } from '$lib/extract/quality';
import { makeFolder, sha256 } from './files';
import { profileProblem } from './publishedFolder';
import { peopleIn, type ScanOptions, textsOfJson, textsOfTables, type WrittenText } from './scan';

/** How an extract is written. */
export interface WriteOptions {
  /** Threads of DuckDB; default what it chooses. The bytes are the same for any number. */
  threads?: number | undefined;
  /** What the scan for names and keys of people compares with; without it only keys are looked for, by their look. */
  scan?: ScanOptions | undefined;
  /** Whether an extract of the other profile may be replaced; default no. */
  replaceProfile?: boolean | undefined;
  /** Looks at the written folder before it takes its place; throws an Error that says why it may not be published. */
  audit?: ((folder: string) => Promise<void>) | undefined;
}

/**
 * Writes an extract beside its place and moves it there whole: one Parquet file a table, `datapackage.json`, `kualitas.json`.
 * Every row is checked against the contract first, and what was written is read back and scanned for people before it takes its place.
 * Throws an Error that says what is wrong (rows that break the contract, a name or key of a person, a folder that is no extract or cannot
 * be written); an extract that was there before then still stands, and nothing else is left behind, also when the process is ended.
 */
export async function writeExtract(
  out: string,
  extract: ExtractTables,
  report: QualityReport,
  options: WriteOptions = {}
): Promise<ExtractFile[]> {
  makeFolder(dirname(out));
  recover(out);
  refuseOther(out);
  const other = options.replaceProfile === true ? null : profileProblem(out, report.profil);
  if (other !== null) throw new Error(other);
  const aside = join(dirname(out), `.${basename(out)}-${process.pid}`);
  const clear = (): void => rmSync(aside, { recursive: true, force: true });
  process.once('exit', clear);
  makeFolder(aside);
  try {
    const { files, texts } = await writeTables(aside, extract, report.profil, options);
    const description = dataPackage({
      files,
      profile: report.profil,
      title: `Tepat: ${report.judul}`,
      sample: report.contoh,
      licenses: report.lisensi && [licenceOf(report.lisensi)]
    });
    writeFileSync(
      join(aside, 'datapackage.json'),
      JSON.stringify({ ...description, per_tanggal: report.per_tanggal }, null, 1) + '\n'
    );
    writeFileSync(join(aside, 'kualitas.json'), JSON.stringify(report, null, 1) + '\n');
    const json = ['datapackage.json', 'kualitas.json'].flatMap((name) => jsonTexts(aside, name));
    await refusePeople([...texts, ...json], options.scan ?? keysAlone);
    await options.audit?.(aside);
    moveInto(aside, out);
    return files;
  } finally {
    clear();
    process.off('exit', clear);
  }
}

function licenceOf({ nama, judul, tautan }: NonNullable<QualityReport['lisensi']>): {
  name: string;
  title?: string;
  path?: string;
} {
  return {
    name: nama,
    ...(judul === undefined ? {} : { title: judul }),
    ...(tautan === undefined ? {} : { path: tautan })
  };
}

const keysAlone: ScanOptions = { index: null, known: new Set(), allowed: [] };

function jsonTexts(folder: string, name: string): WrittenText[] {
  return textsOfJson(name, JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** The last gate: nothing of a person may be in what is about to be published. */
async function refusePeople(texts: readonly WrittenText[], scan: ScanOptions): Promise<void> {
  const places = await peopleIn(texts, scan);
  if (places.length > 0)
    throw new Error(
      `Hasil memuat NIK, nomor KK, atau nama orang (${places.join('; ')}) dan tidak ditulis; hasil lama tidak diubah. Periksa kolom dan nama bantuan daftarnya, atau jelaskan bantuannya di tepat.json.`
    );
}

/** Swaps the finished folder in; an extract that was there before goes only after the new one stands. */
function moveInto(aside: string, out: string): void {
  const old = oldFolder(out);
  if (existsSync(out)) renameSync(out, old);
  try {
    renameSync(aside, out);
  } catch (error) {
    if (existsSync(old)) renameSync(old, out);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** Where an extract waits while the next one takes its place. */
function oldFolder(out: string): string {
  return join(dirname(out), `.${basename(out)}-lama`);
}

/** Clears up after a run that was killed: an extract caught between two renames goes back, half-written ones go. */
function recover(out: string): void {
  const old = oldFolder(out);
  if (existsSync(old)) {
    if (existsSync(out)) rmSync(old, { recursive: true, force: true });
    else renameSync(old, out);
  }
  for (const name of readdirSync(dirname(out))) {
    const prefix = `.${basename(out)}-`;
    const pid = name.startsWith(prefix) ? /^\d+$/.exec(name.slice(prefix.length))?.[0] : undefined;
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(dirname(out), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** An extract replaces a whole folder: only an earlier extract or an empty folder may be replaced, never somebody's own files. */
function refuseOther(out: string): void {
  if (!existsSync(out)) return;
  const own = /\.parquet$|^(datapackage|kualitas)\.json$|^\.git(keep|ignore)$/;
  const foreign = statSync(out).isDirectory() ? readdirSync(out).find((name) => !own.test(name)) : basename(out);
  if (foreign !== undefined)
    throw new Error(
      `${out} berisi "${foreign}", yang bukan bagian hasil; folder itu tidak diganti. Beri --out folder lain.`
    );
}

/** Tables that the pages ask; empty where nothing was delivered, so that a query finds no rows instead of no table. */
const alwaysWritten: ReadonlySet<string> = new Set<TableName>([
  'wilayah',
  'skpd',
  'nomenklatur',
  'akun',
  'sumber_dana',
  'berkas',
  'cakupan',
  'indikator',
  'aturan_potong',
  'angka_terbit',
  'pagu',
  'realisasi',
  'rencana_kas',
  'kinerja',
  'keluaran',
  'komitmen',
  'kewajiban',
  'apbd_daerah',
  'bantuan',
  'bantuan_belanja',
  'vintase',
  'registri',
  'kesegaran',
  'sasaran',
  'sasaran_desil',
  'tumpang_tindih',
  'pasangan_bantuan',
  'batas_wilayah'
]);

async function writeTables(
  folder: string,
  extract: ExtractTables,
  profile: 'public' | 'internal',
  { threads }: WriteOptions
): Promise<{ files: ExtractFile[]; texts: WrittenText[] }> {
  const instance = await DuckDBInstance.create(':memory:', threads === undefined ? {} : { threads: String(threads) });
  const connection = await instance.connect();
  try {
    const files: ExtractFile[] = [];
    for (const name of Object.keys(tables) as TableName[]) {
      const rows = extract[name] ?? [];
      if (rows.length === 0 && !alwaysWritten.has(name)) continue;
      files.push(await writeTable(connection, folder, name, visible(tables[name], rows, profile)));
    }
    return { files, texts: await textsOfTables(connection, folder, files) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Rows of a profile: columns that may name a person or a problem stay empty in the public one. */
function visible(table: Table, rows: readonly Row[], profile: 'public' | 'internal'): Row[] {
  const hidden = profile === 'public' ? (table.internalOnly ?? []) : [];
  const names = Object.keys(table.columns);
  return rows.map((row) =>
    Object.fromEntries(names.map((name) => [name, hidden.includes(name) ? null : (row[name] ?? null)]))
  );
}

async function writeTable(
  connection: DuckDBConnection,
  folder: string,
  name: TableName,
  rows: readonly Row[]
): Promise<ExtractFile> {
  const table: Table = tables[name];
  const sorted = sortedByKey(rows, table.key);
  const problems = checkRows(table, sorted);
  if (problems.length > 0) throw new Error(`Tabel ${name} melanggar kontrak:\n${problems.slice(0, 10).join('\n')}`);
  await connection.run(createTableSql(table));
  const appender = await connection.createAppender(name);
  const columns = Object.entries(table.columns);
  for (const row of sorted) {
    for (const [column, { type }] of columns) appendValue(appender, type.replace('?', ''), row[column] ?? null);
    appender.endRow();
  }
  appender.closeSync();
  const path = `${name}.parquet`;
  await connection.run(copySql(table, join(folder, path)));
  await connection.run(`DROP TABLE "${name}"`);
  const bytes = readFileSync(join(folder, path));
  return { table: name, path, bytes: statSync(join(folder, path)).size, sha256: sha256(bytes), rows: sorted.length };
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

function appendValue(appender: Appender, type: string, value: Row[string]): void {
  if (value === null) appender.appendNull();
  else if (typeof value === 'bigint') appender.appendDecimal(new DuckDBDecimalValue(value, 20, 2));
  else if (typeof value === 'boolean') appender.appendBoolean(value);
  else if (typeof value === 'number') type === 'INTEGER' ? appender.appendInteger(value) : appender.appendDouble(value);
  else if (typeof value === 'string') appender.appendVarchar(value);
  else appender.appendList(listValue([...value]), LIST(type === 'INTEGER[]' ? INTEGER : VARCHAR));
}
