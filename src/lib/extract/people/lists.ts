import type { PeopleRole, PeopleSheet } from '$lib/source/people/sheet';
import type { Problem } from '$lib/source/problem';
import type { PeopleWork } from './context';
import { senOf, wholeOf, type PeopleEngine } from './engine';
import type { Group, GroupBook } from './groups';
import { keyNumberSql, type SheetKeys } from './keys';
import { listPeriod, type ListPeriod } from './listPeriod';
import {
  instalments,
  manyInstalments,
  negativeAmounts,
  noPeriod,
  noProgram,
  priced,
  programIsName,
  unpricedInstalments,
  unreadAmounts,
  yearOfDays
} from './listProblem';
import { placeRoles, placeTable } from './places';
import { personRows, rawTable, rowsPerSheet, textSql } from './sheetSql';
import { distinctTuples, joinTuples, numberTuples, type Tuple } from './tuples';
import { dateDecisions, unreadValues } from './valueProblem';
import { readValues, unreadCells, valueJoins, valueSql, yearOfColumn } from './values';

/** Columns that say for which programme and period a row is. */
const groupRoles: readonly PeopleRole[] = ['program', 'periode', 'bulan', 'tahun', 'triwulan', 'semester', 'tahap'];
/** Programmes times periods that one list may hold. */
const mostGroups = 2000;
/** Instalments, in all spellings, that one list may name. */
const mostInstalments = 30;

/** Rows of all lists: sheet, row, group, keys, place of the list, sen. */
export const listTable = `CREATE TABLE terima (s INTEGER, r BIGINT, g INTEGER, kk BIGINT, nik BIGINT, w INTEGER, rp BIGINT)`;

/** What a list gave. */
export interface ReadList {
  /** Rows that became rows of `terima`, and their sen. */
  used: number;
  /** Sen of every row that is a person's, used or not; null where the list has no amounts and no tariff is known. */
  rupiah: { dibaca: bigint; dipakai: bigint } | null;
  problems: Problem[];
}

/** Reads a loaded list into `terima`. */
export async function readList(
  engine: PeopleEngine,
  given: PeopleSheet,
  number: number,
  { keys, work, groups }: { keys: SheetKeys; work: PeopleWork; groups: GroupBook }
): Promise<ReadList> {
  const styles = await readValues(engine, given, number, ['nominal', 'tanggal_daftar']);
  const sheet = await withYear(engine, given, number);
  const table = `kelompok_${number}`;
  const tuples = await distinctTuples(engine, { sheet, number, wanted: groupRoles, table, most: mostGroups });
  const names = tuples === null ? true : await holdsNames(engine, sheet, number, table);
  const { found, problems } =
    tuples === null || names
      ? { found: new Map<number, FoundGroup>(), problems: [programIsName(sheet)] }
      : groupTuples(sheet, tuples, work, groups);
  const ofTuple = (tell: (found: FoundGroup) => number | bigint | null): Map<number, number | bigint | null> =>
    new Map((tuples ?? []).map(({ id }) => [id, found.has(id) ? tell(found.get(id)!) : null]));
  await numberTuples(
    engine,
    table,
    'g',
    ofTuple(({ group }) => group.g)
  );
  await numberTuples(
    engine,
    table,
    'nilai',
    ofTuple(({ tariff }) => tariff)
  );
  await engine.run(insertSql(sheet, number, table, keys));
  await readDates(engine, sheet, number, { table, groups });
  return {
    ...(await counted(engine, number)),
    problems: [
      ...(sheet === given ? [] : [yearOfDays(sheet, sheet.period.tahun!)]),
      ...problems,
      ...(await unread(engine, sheet, number)),
      ...dateDecisions(sheet, styles),
      ...(await unreadDates(engine, sheet, number)),
      ...pricedBy(sheet, found),
      ...inParts(sheet, found)
    ]
  };
}

/** A list that says no year has the one of its days, where they are all of one. */
async function withYear(engine: PeopleEngine, sheet: PeopleSheet, number: number): Promise<PeopleSheet> {
  const { columns, period, tanggalDaftar } = sheet;
  if (columns.tanggal_daftar === undefined || period.tahun !== null || tanggalDaftar !== null) return sheet;
  if (columns.tahun !== undefined || columns.periode !== undefined) return sheet;
  const tahun = await yearOfColumn(engine, number, 'tanggal_daftar');
  return tahun === null ? sheet : { ...sheet, period: { ...period, tahun } };
}

interface FoundGroup {
  group: Group;
  /** Sen of each row, where the list has no amounts; null where they are not known. */
  tariff: bigint | null;
}

function groupTuples(
  sheet: PeopleSheet,
  tuples: readonly Tuple[],
  work: PeopleWork,
  groups: GroupBook
): { found: Map<number, FoundGroup>; problems: Problem[] } {
  const found = new Map<number, FoundGroup>();
  const missing = { program: 0, period: 0 };
  const { periods, tooMany } = periodsOf(sheet, tuples);
  for (const [i, { id, cells, rows }] of tuples.entries()) {
    const program = cells.program ?? sheet.program;
    const period = periods[i]!;
    if (program === null || !/[a-z]/i.test(program) || /\d{8,}/.test(program.replace(/[\s.-]/g, '')))
      missing.program += rows;
    else if (period === null) missing.period += rows;
    else {
      const aid = work.book.of(work.book.codeOf(program), period.tahun);
      const group = groups.at(aid, period);
      if (sheet.tanggalDaftar !== null) groups.dated(group.g, sheet.tanggalDaftar);
      found.set(id, { group, tariff: tariffOf(sheet, group, period) });
    }
  }
  return {
    found,
    problems: [
      ...(tooMany ? [manyInstalments(sheet)] : []),
      ...(missing.program === 0 ? [] : [noProgram(sheet, missing.program)]),
      ...(missing.period === 0 ? [] : [noPeriod(sheet, missing.period)])
    ]
  };
}

/** The period of each tuple; without instalments where the column of stages holds something else. */
function periodsOf(sheet: PeopleSheet, tuples: readonly Tuple[]): { periods: (ListPeriod | null)[]; tooMany: boolean } {
  const periods = tuples.map(
    ({ cells }) => listPeriod(cells, sheet.period, sheet.periodGiven) ?? yearOfDate(sheet, cells)
  );
  const tooMany = new Set(periods.map((period) => period?.tahap)).size > mostInstalments;
  return { tooMany, periods: tooMany ? periods.map((period) => period && { ...period, tahap: null }) : periods };
}

/** A list that names no period holds for the year in which it was decided. */
function yearOfDate({ tanggalDaftar, period }: PeopleSheet, cells: Tuple['cells']): ListPeriod | null {
  return tanggalDaftar === null ? null : listPeriod(cells, { ...period, tahun: Number(tanggalDaftar.slice(0, 4)) });
}

/**
 * Where a list has no amounts, a row is worth the aid's unit value: for each month it covers, where the aid is paid by month. What one
 * instalment of a year is worth nobody says.
 */
function tariffOf(sheet: PeopleSheet, { aid }: Group, { bulan, banyakBulan, tahap }: ListPeriod): bigint | null {
  if (sheet.columns.nominal !== undefined || aid.nilaiSatuan === null) return null;
  if (tahap !== null && bulan === null) return null;
  const months = aid.bulan === null ? 1 : bulan === null ? aid.bulan : (banyakBulan ?? 1);
  return aid.nilaiSatuan * BigInt(Math.min(months, aid.bulan ?? 1));
}

function pricedBy(sheet: PeopleSheet, found: ReadonlyMap<number, FoundGroup>): Problem[] {
  const codes = [...found.values()].filter(({ tariff }) => tariff !== null).map(({ group }) => group.aid.kode);
  return codes.length === 0 ? [] : [priced(sheet, [...new Set(codes)].sort())];
}

function inParts(sheet: PeopleSheet, found: ReadonlyMap<number, FoundGroup>): Problem[] {
  const parts = [...found.values()].map(({ group }) => group).filter(({ tahap }) => tahap !== null);
  if (parts.length === 0) return [];
  const unpriced =
    sheet.columns.nominal === undefined && parts.some(({ aid, bulan }) => bulan === null && aid.nilaiSatuan !== null);
  return [instalments(sheet), ...(unpriced ? [unpricedInstalments(sheet)] : [])];
}

/** A column of programmes that repeats names of persons is none: codes are made of it, and they would be published. */
async function holdsNames(engine: PeopleEngine, sheet: PeopleSheet, number: number, table: string): Promise<boolean> {
  if (sheet.columns.program === undefined || sheet.columns.nama === undefined) return false;
  const [row] =
    await engine.rows(`SELECT count(*)::INTEGER AS n FROM ${rawTable(number)} WHERE lower(${textSql(sheet, 'nama')}) IN
    (SELECT lower(${textSql(sheet, 'program')}) FROM ${table})`);
  return wholeOf(row?.n) !== 0;
}

/** Rows without a group go in under 0, so that they are counted; nothing ever asks for that group. */
function insertSql(sheet: PeopleSheet, number: number, table: string, keys: SheetKeys): string {
  const key = { kk: keyNumberSql(keys, 'kk'), nik: keyNumberSql(keys, 'nik') };
  const sen = sheet.columns.nominal === undefined ? 'kel.nilai' : valueSql(sheet, 'nominal');
  return `INSERT INTO terima
    SELECT ${number}, ${number * rowsPerSheet} + baris, coalesce(kel.g, 0), kunci_kk, kunci_nik, tmp.w, ${sen}
    FROM ${personRows(sheet, number, key)}
    ${joinTuples(sheet, groupRoles, table, 'kel')}
    ${joinTuples(sheet, placeRoles, placeTable(number), 'tmp')}
    ${valueJoins(sheet, number, ['nominal'])}`;
}

/** The last day on which rows of a group were decided, by their own column; a day in another year than the group's is a slip of the pen. */
async function readDates(
  engine: PeopleEngine,
  sheet: PeopleSheet,
  number: number,
  { table, groups }: { table: string; groups: GroupBook }
): Promise<void> {
  if (sheet.columns.tanggal_daftar === undefined) return;
  const rows = await engine.rows(`SELECT g::INTEGER AS g, CAST(max(tanggal) AS VARCHAR) AS tanggal
    FROM (SELECT kel.g, ${valueSql(sheet, 'tanggal_daftar')} AS tanggal FROM ${rawTable(number)} m
      ${joinTuples(sheet, groupRoles, table, 'kel')} ${valueJoins(sheet, number, ['tanggal_daftar'])})
    WHERE g IS NOT NULL AND tanggal IS NOT NULL GROUP BY g, year(tanggal) ORDER BY ALL`);
  for (const { g, tanggal } of rows) {
    const group = groups.all()[Number(g) - 1]!;
    if (Math.abs(Number(String(tanggal).slice(0, 4)) - group.tahun) <= 1) groups.dated(group.g, String(tanggal));
  }
}

async function counted(engine: PeopleEngine, number: number): Promise<Pick<ReadList, 'used' | 'rupiah'>> {
  const [row] =
    await engine.rows(`SELECT (count(*) FILTER (g > 0))::INTEGER AS dipakai, CAST(sum(rp) AS VARCHAR) AS rupiah,
    CAST(sum(rp) FILTER (g > 0) AS VARCHAR) AS rupiah_dipakai FROM terima WHERE s = ${number}`);
  const dibaca = senOf(row?.rupiah);
  return {
    used: wholeOf(row?.dipakai) ?? 0,
    rupiah: dibaca === null ? null : { dibaca, dipakai: senOf(row?.rupiah_dipakai) ?? 0n }
  };
}

/** Rows without an amount beside others that have one, the cells that hold something else among them. */
async function unread(engine: PeopleEngine, sheet: PeopleSheet, number: number): Promise<Problem[]> {
  if (sheet.columns.nominal === undefined) return [];
  const row0 = number * rowsPerSheet;
  const [row] =
    await engine.rows(`SELECT (count(*) FILTER (rp IS NULL))::INTEGER AS n, (min(r) FILTER (rp IS NULL) - ${row0})::INTEGER AS baris,
      (count(*) FILTER (rp < 0))::INTEGER AS n_minus, (min(r) FILTER (rp < 0) - ${row0})::INTEGER AS baris_minus
    FROM terima WHERE s = ${number}`);
  const n = wholeOf(row?.n) ?? 0;
  const negative = wholeOf(row?.n_minus) ?? 0;
  return [
    ...(n === 0 ? [] : [unreadAmounts(sheet, n, wholeOf(row?.baris)! + sheet.firstRow)]),
    ...(negative === 0 ? [] : [negativeAmounts(sheet, negative, wholeOf(row?.baris_minus)! + sheet.firstRow)])
  ];
}

async function unreadDates(engine: PeopleEngine, sheet: PeopleSheet, number: number): Promise<Problem[]> {
  return unreadValues(sheet, await unreadCells(engine, sheet, number, { roles: ['tanggal_daftar'], used: 'terima' }));
}
