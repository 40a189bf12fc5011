import { cellText, type FileSettings } from '$lib/source/layout';
import type { Problem } from '$lib/source/problem';
import type { Cell } from '$lib/source/sheet';
import type { Text } from '$lib/text/language';
import { otherRankings } from './aliases';
import { amountStyle } from './amounts';
import { isCategoryRole } from './category';
import { exchanged, hasKeysAsNames } from './exchanged';
import { type PeopleHeader, sampleOf } from './header';
import {
  decision,
  keysAsNames,
  type PeoplePlace,
  recognised,
  warning,
  whichKind,
  whichProgram,
  whichVintage,
  whichYear
} from './peopleProblem';
import { type KnownProgram, programsIn } from './program';
import { kindOf, rowsPer } from './purpose';
import type { PeopleRole, PeopleSheet, SheetVintage } from './sheet';
import type { PeopleTable } from './table';
import { listDay, listPeriod, sheetVintage } from './said';

/** A table whose header is about people. */
export interface Found {
  table: PeopleTable;
  header: PeopleHeader;
  /** Index of the first data row. */
  first: number;
  /** What reports call the sheet. */
  label: string;
  file: string;
  settings: FileSettings;
  programs: readonly KnownProgram[];
}

/** What became of a sheet. */
export interface Described {
  /** Null when the sheet cannot be used before a question is answered. */
  sheet: PeopleSheet | null;
  problems: Problem[];
}

/** Everything about a sheet of people but its rows: what it is a list of, of when, and which columns are read. */
export function describeSheet(found: Found): Described {
  const { table, header, file, settings } = found;
  const place = { file, sheet: found.label };
  const body = table.rows.slice(found.first);
  const swapped = exchanged(place, header, body);
  if (swapped !== null) return { sheet: null, problems: [swapped] };
  const columns = usedColumns(header, body, settings);
  const texts = [...titlesOf(table.rows, header.first), ...namesOf(table, file)];
  const programs = programOf(found, texts);
  const named = programs.length > 0 || settings.bantuan !== undefined;
  const kind = kindFrom(settings) ?? kindOf({ header: { ...header, columns }, texts, named });
  if (kind === null) return { sheet: null, problems: [whichKind(place)] };
  const shared = { place, found, texts, columns, body };
  return kind === 'registri' ? registry(shared) : recipients(shared, programs);
}

interface Shared {
  place: PeoplePlace;
  found: Found;
  texts: readonly string[];
  columns: Partial<Record<PeopleRole, number>>;
  body: readonly (readonly Cell[])[];
}

function registry(shared: Shared): Described {
  const { place, found, texts, columns } = shared;
  const vintase = sheetVintage(texts, found.settings);
  if (vintase === null) return { sheet: null, problems: [whichVintage(place)] };
  const { program: _program, nominal: _nominal, ...kept } = columns;
  const sheet = { ...base({ ...shared, columns: kept }, 'registri'), vintase };
  const what = { id: `registri ${vintaseName(vintase)}`, en: `the registry ${vintaseName(vintase)}` };
  return { sheet, problems: [recognised(place, what, kept), ...registryWarnings(shared)] };
}

function recipients(shared: Shared, programs: readonly string[]): Described {
  const { place, found, texts, body } = shared;
  const columns = withoutCategories(shared.columns);
  const program =
    found.settings.bantuan ?? (columns.program === undefined && programs.length === 1 ? programs[0]! : null);
  if (program !== null) delete columns.program;
  else if (columns.program === undefined) return { sheet: null, problems: [whichProgram(place, programs)] };
  const periodGiven = found.settings.periode !== undefined;
  if (periodGiven)
    for (const role of ['periode', 'bulan', 'tahun', 'triwulan', 'semester'] as const) delete columns[role];
  const { period, byStage } = saidPeriod(shared, columns);
  if (period.tahun === null && !saysYear(columns, body)) return { sheet: null, problems: [whichYear(place)] };
  const { angka, problems } = amountStyle(place, columns.nominal, body, found.settings);
  const sheet = {
    ...base({ ...shared, columns }, 'penerima'),
    program,
    period,
    ...(periodGiven ? { periodGiven } : {}),
    angka,
    tanggalDaftar: listDay(texts, found.settings)
  };
  const what: Text = {
    id: `daftar penerima ${program ?? 'menurut kolom program'}`,
    en: `a list of recipients of ${program ?? 'what its column says'}`
  };
  return {
    sheet,
    problems: [
      recognised(place, what, columns),
      ...problems,
      ...(byStage ? [stages(place)] : []),
      ...keyWarnings(shared)
    ]
  };
}

/** A category that a list names is the list's own word; who is of it is asked of the registry, so the column is never loaded. */
function withoutCategories(columns: Partial<Record<PeopleRole, number>>): Partial<Record<PeopleRole, number>> {
  return Object.fromEntries(Object.entries(columns).filter(([role]) => !isCategoryRole(role)));
}

/** What is said of the whole list. A stage in its title is not of all rows where a column names several. */
function saidPeriod(
  { texts, found, body }: Shared,
  { tahap }: Partial<Record<PeopleRole, number>>
): ReturnType<typeof listPeriod> {
  const said = listPeriod(texts, found.settings);
  const several = tahap !== undefined && new Set(sampleOf(body, tahap).map(cellText)).size > 1;
  return said.byStage && several ? { period: { ...said.period, bulan: null, sejakBulan: null }, byStage: false } : said;
}

/** Whether a column can say the year: one of years or days, or a period or stage with a year beside it. */
function saysYear(columns: Partial<Record<PeopleRole, number>>, body: readonly (readonly Cell[])[]): boolean {
  if ((['periode', 'tahun', 'tanggal_daftar'] as const).some((role) => columns[role] !== undefined)) return true;
  return (['triwulan', 'semester', 'tahap', 'bulan'] as const).some((role) => {
    const column = columns[role];
    return column !== undefined && sampleOf(body, column).some((cell) => /(?<!\d)20[1-4]\d(?!\d)/.test(String(cell)));
  });
}

function base({ place, found, texts, columns, body }: Shared, kind: PeopleSheet['kind']): PeopleSheet {
  return {
    kind,
    per: rowsPer({ ...found.header, columns }, body),
    ...place,
    columns,
    firstRow: found.first + 1,
    program: null,
    period: listPeriod(texts, found.settings).period,
    vintase: null,
    tanggalDaftar: null,
    angka: null,
    body: found.table.body(found.first),
    problems: []
  };
}

/** Titles above the header, as whole texts; when a file was printed says nothing of its content. */
function titlesOf(rows: readonly (readonly Cell[])[], first: number): string[] {
  const printed = /(?:di|tanggal |tgl\.? |waktu )(?:cetak|unduh)|printed|exported|downloaded/i;
  const texts = rows.slice(0, first).flatMap((row) => row.map(cellText).filter((text) => text !== null));
  return texts.filter((text) => !printed.test(text));
}

/** Names of the sheet, of the file and of its folders, the nearest first. */
function namesOf({ name }: PeopleTable, file: string): string[] {
  return [name, file.split(/[\\/]/).pop()!, file];
}

function kindFrom({ bantuan, vintase }: FileSettings): PeopleSheet['kind'] | null {
  if (bantuan !== undefined) return 'penerima';
  return vintase === undefined ? null : 'registri';
}

/** Programmes named by the first of titles, sheet, file and folder that names any; what a list is not for is not meant. */
function programOf({ programs, table, file }: Found, texts: readonly string[]): string[] {
  const names = namesOf(table, file);
  for (const text of [texts.slice(0, -names.length).join(' | '), ...names]) {
    const meant = text.replace(/(?<![a-z])(?:bukan|selain|di luar|non|tidak menerima)(?![a-z])[^|]*/gi, ' ');
    const named = programsIn(meant, programs);
    if (named.length > 0) return named;
  }
  return [];
}

const sayable = ['program', 'periode', 'bulan', 'tahun', 'triwulan', 'semester', 'tahap', 'tanggal_daftar'] as const;

/** Columns of the header but those whose sample is blank and that only say what a title may say as well. */
function usedColumns(
  { columns }: PeopleHeader,
  body: readonly (readonly Cell[])[],
  settings: FileSettings
): Partial<Record<PeopleRole, number>> {
  const used = { ...columns };
  for (const role of sayable) {
    const column = used[role];
    if (column !== undefined && saysNothing(sampleOf(body, column))) delete used[role];
  }
  if (settings.tanggal_daftar !== undefined) delete used.tanggal_daftar;
  return used;
}

/** Blank cells, or only ticks: a column BANSOS of yes and no names no programme. */
function saysNothing(cells: readonly Cell[]): boolean {
  return cells.every(
    (cell) => typeof cell === 'boolean' || /^(?:ya|tidak|y|t|n|v|x|true|false|-|\u2713|\u221a)$/i.test(String(cell))
  );
}

function stages(place: PeoplePlace): Problem {
  return decision(
    'people-stage',
    place,
    {
      id: 'tahap penyaluran dibaca sebagai triwulan (tahap 1 sampai Maret, tahap 2 sampai Juni, …).',
      en: 'the stage of payment is read as a quarter (stage 1 until March, stage 2 until June, …).'
    },
    { id: 'Bila bukan, tetapkan "periode" di tepat.json.', en: 'If it is not, set "periode" in tepat.json.' }
  );
}

function keyWarnings({ place, columns, body }: Shared): Problem[] {
  const named = hasKeysAsNames(columns, body) ? [keysAsNames(place, columns.nama!)] : [];
  const keys = (['nik', 'kk'] as const).filter((role) => columns[role] !== undefined);
  if (keys.some((role) => sampleOf(body, columns[role]!).length > 0)) return named;
  const message = {
    id: 'tidak ada NIK atau KK pada baris yang diperiksa; baris tanpa nomor tidak dapat dicocokkan dengan registri.',
    en: 'no NIK or KK in the rows looked at; rows without one cannot be matched with the registry.'
  };
  return [
    ...named,
    warning('people-no-keys', place, message, {
      id: 'Minta daftar dengan NIK dan KK.',
      en: 'Ask for a list with NIK and KK.'
    })
  ];
}

function registryWarnings(shared: Shared): Problem[] {
  const { place, found, columns } = shared;
  const labels = found.header.labels.flat();
  const problems = keyWarnings(shared);
  if (labels.some((text) => otherRankings.test(text)))
    problems.push(
      decision('people-ranking', place, {
        id: 'persentil, peringkat atau desil lokal tidak dipakai: yang dipakai hanya desil nasional.',
        en: 'percentiles, ranks or local desil are not used: only the national desil is.'
      })
    );
  if (columns.desil === undefined)
    problems.push(
      warning('people-no-desil', place, {
        id: 'registri tanpa kolom desil: semua penerimanya belum dapat dinilai.',
        en: 'a registry without a desil column: none of its recipients can be judged.'
      })
    );
  return problems;
}

function vintaseName({ registri, kode }: SheetVintage): string {
  return `${registri} ${kode}`;
}
