import type { CellValue } from '$lib/contract/order';
import { type TableName, tables } from '$lib/contract/tables';
import { isStage } from '$lib/contract/stage';
import { type FileSettings, type SheetRead, tallyOf } from '$lib/source/layout';
import type { FileRead } from '$lib/source/recognise';
import { limited, type Problem } from '$lib/source/problem';
import { abovePagu } from './abovePagu';
import { aggregateRows } from './aggregateRows';
import { aidRows, settingsFile } from './aidRows';
import { boundaryRows } from './boundary';
import { readCashPlans } from './cashPlan';
import { readDeliveries, type SheetInput, sheetYear } from './deliveries';
import { flatRows } from './flatRows';
import { settled } from './held';
import { buildNames, type UsedCode, type YearName } from './names';
import { placedFacts, type Trouble } from './placedFacts';
import type { ReferenceData } from './referenceData';
import { withNotes } from './regionNotes';
import { withPeers } from './regionalPeers';
import { regionalRows } from './regionalRows';
import { readSeries, type Span } from './series';
import { type FolderSettings, settingsFor } from './settings';
import { fundingSources, sourceCodes } from './sources';
import { readStages } from './stages';

/** A contract row by column; what `tables` says of its columns is checked before it is written. */
export type Row = Record<string, CellValue>;
export type ExtractTables = { [Name in TableName]?: Row[] };

/** One input file after reading, with the hash of its bytes. */
export interface InputFile {
  read: FileRead;
  sha256: string;
}

export interface Assembled {
  tables: ExtractTables;
  /** The files in order of name, with rows that could not be used after all counted as rejected. */
  inputs: InputFile[];
  /** Problems that show only when files are seen together. */
  problems: Problem[];
  /** Latest month of realisasi delivered, for the as-of date; null when there is none. */
  latest: { tahun: number; bulan: number } | null;
}

/** Identifier of a file: the first 16 hexadecimal digits of its SHA-256. */
export function fileId(sha256: string): string {
  return sha256.slice(0, 16);
}

/** What stands outside the files that are put together. */
export interface AssembleOptions {
  /** Years of the lists of people, which are linked afterwards: aid of tepat.json holds for them too. */
  listYears?: readonly number[];
  /** SHA-256 of tepat.json, hexadecimal. */
  settingsSha256?: string;
}

/** Puts the facts of all files together into contract tables. The same input gives the same rows in any order of files. */
export function assemble(
  inputs: readonly InputFile[],
  folder: FolderSettings,
  reference: ReferenceData,
  { listYears = [], settingsSha256 = '' }: AssembleOptions = {}
): Assembled {
  const sorted = inputs.toSorted((a, b) => (a.read.file < b.read.file ? -1 : 1));
  const sheets: SheetInput[] = sorted.flatMap(({ read, sha256 }) =>
    read.sheets.map((sheet) => ({ sheet, idBerkas: fileId(sha256), settings: settingsFor(folder, read.file) }))
  );
  const sources = sourceCodes(
    sheets.flatMap(({ sheet }) => sourceTexts(sheet)),
    reference
  );
  const deliveries = readDeliveries(sheets, folder, sources);
  const series = readSeries(deliveries.realisasi);
  const stages = readStages(
    deliveries.stages,
    deliveries.realisasi.filter((delivery) => !series.conflicting.includes(delivery))
  );
  const plans = readCashPlans(deliveries.plans, stages.rows);
  const flat = flatRows(sheets, folder, sources, reference);
  const regional = regionalRows(sheets, folder, reference);
  const budget: ExtractTables = {
    pagu: stages.rows,
    realisasi: series.spans.map((span) => spendingRow(span, folder)),
    rencana_kas: plans.rows,
    ...flat.tables,
    ...(regional.rows.length === 0 ? {} : { apbd_daerah: regional.rows })
  };
  const trouble: Trouble = { problems: [], held: [] };
  const placed = placedFacts(sheets, folder, reference, trouble);
  const aids = aidRows(sheets, folder, aidYears(budget, sheets, folder, listYears));
  const counts = aggregateRows(placed, folder, reference.wilayah, aids.tables.bantuan ?? []);
  const wilayah = withNotes(
    withPeers(regional.rows, folder, reference),
    placed,
    folder.wilayah,
    reference.centres,
    trouble
  );
  const borders = boundaryRows(placed, wilayah, trouble);
  const facts = joined([budget, aids.tables, counts.tables, borders.length === 0 ? {} : { batas_wilayah: borders }]);
  const parts = [deliveries, series, stages, plans, flat, regional, trouble, aids, counts];
  const held = parts.flatMap((part) => part.held);

  const named = buildNames(yearNames(sheets, facts), usedCodes(facts), reference.names, reference.mapped);
  const all: ExtractTables = {
    wilayah,
    ...(named as unknown as ExtractTables),
    sumber_dana: fundingSources(facts, sources, reference),
    berkas: [...fileRows(sorted, folder), ...settingsRow(facts, settingsSha256)],
    cakupan: coverage(facts, series.covered),
    ...facts
  };
  return {
    tables: Object.fromEntries(Object.entries(all).filter(([name]) => name in tables)),
    problems: limited([...parts.flatMap(({ problems }) => problems), ...abovePagu(series.spans, stages.rows)]),
    inputs: sorted.map((input) => ({ ...input, read: { ...input.read, sheets: settled(input.read.sheets, held) } })),
    latest: latestMonth(series.covered)
  };
}

/** Tables of several parts; the rows of one name follow each other. */
function joined(parts: readonly ExtractTables[]): ExtractTables {
  const out: ExtractTables = {};
  for (const [name, rows] of parts.flatMap((part) => Object.entries(part) as [TableName, Row[]][]))
    out[name] = [...(out[name] ?? []), ...rows];
  return out;
}

/** Years for which aid described in tepat.json without one holds: of the budget, the counts, the lists, the settings, else the as-of date. */
function aidYears(
  budget: ExtractTables,
  sheets: readonly SheetInput[],
  folder: FolderSettings,
  listYears: readonly number[]
): number[] {
  const said = Object.values(folder.berkas ?? {}).flatMap(({ tahun, periode, tanggal_daftar: day }) => [
    tahun ?? null,
    ...[periode, day].map((text) => (text === undefined ? null : Number(text.slice(0, 4))))
  ]);
  const lines = [...(budget.pagu ?? []), ...(budget.realisasi ?? [])].map(({ tahun }) => Number(tahun));
  const counted = sheets.flatMap((input) =>
    input.sheet.places
      .filter(({ table }) => table === 'sasaran')
      .map(({ values }) => (values.tahun as number | null) ?? sheetYear(input, folder))
  );
  const years = [...lines, ...counted, ...listYears, folder.tahun ?? null, ...said].filter((year) => year !== null);
  const asOf = folder.per_tanggal === undefined ? [] : [Number(folder.per_tanggal.slice(0, 4))];
  return [...new Set(years.length > 0 ? years : asOf)].sort();
}

/** tepat.json as a source, where rows of `bantuan` come from it. */
function settingsRow({ bantuan = [] }: ExtractTables, sha256: string): Row[] {
  const rows = bantuan.filter(({ id_berkas: id }) => id === settingsFile);
  if (rows.length === 0) return [];
  const nothing = { tahun: null, tahap: null, per_tanggal: null, rupiah: null };
  return [
    { id_berkas: settingsFile, nama: settingsFile, layout: 'pengaturan', sha256, baris: rows.length, ...nothing }
  ];
}

function spendingRow(span: Span, folder: FolderSettings): Row {
  return {
    tahun: span.tahun,
    sejak_bulan: span.sejakBulan,
    bulan: span.bulan,
    kode_skpd: span.kodeSkpd,
    kode_subkegiatan: span.kodeSubkegiatan,
    kode_akun: span.kodeAkun,
    realisasi: span.realisasi,
    basis: folder.basis ?? null,
    id_berkas: span.idBerkas
  };
}

function sourceTexts(sheet: SheetRead): string[] {
  const commitments = sheet.flat
    .map(({ values }) => values.kode_sumber_dana)
    .filter((value): value is string => typeof value === 'string');
  return [...sheet.pagu.map(({ kodeSumberDana }) => kodeSumberDana).filter((text) => text !== null), ...commitments];
}

/** Names hold for the year printed beside them, else for the years of their sheet, else for every year of the extract. */
function yearNames(sheets: readonly SheetInput[], facts: ExtractTables): YearName[] {
  const years = [
    ...new Set(
      Object.values(facts).flatMap((rows) => rows.flatMap((row) => (typeof row.tahun === 'number' ? [row.tahun] : [])))
    )
  ].sort();
  const fallback = years.length > 0 ? years : [firstNomenclatureYear];
  return sheets.flatMap(({ sheet, settings }) => {
    const own = settings.tahun ?? sheet.period.tahun;
    return sheet.names.flatMap(({ table, kode, nama, tahun }) => {
      if (table === 'sumber_dana') return [];
      const held = tahun !== null ? [tahun] : own !== null ? [own] : fallback;
      return held.map((year) => ({ table, kode, nama, tahun: year }));
    });
  });
}

/** Permendagri 90/2019 was first used for the budget of 2021: the year of a nomenclature that comes without one, alone. */
const firstNomenclatureYear = 2021;

function usedCodes(facts: ExtractTables): UsedCode[] {
  const out = new Map<string, UsedCode>();
  const add = (table: UsedCode['table'], tahun: CellValue | undefined, kode: CellValue | undefined): void => {
    if (typeof tahun === 'number' && typeof kode === 'string')
      out.set(`${table} ${tahun} ${kode}`, { table, tahun, kode });
  };
  for (const name of [
    'pagu',
    'realisasi',
    'rencana_kas',
    'kinerja',
    'keluaran',
    'komitmen',
    'kewajiban',
    'apbd_daerah',
    'bantuan_belanja'
  ] as const) {
    for (const row of facts[name] ?? []) {
      add('skpd', row.tahun, row.kode_skpd);
      if (row.kode_subkegiatan !== '0') add('nomenklatur', row.tahun, row.kode_subkegiatan);
      add('akun', row.tahun, row.kode_akun);
    }
  }
  return [...out.values()];
}

function fileRows(inputs: readonly InputFile[], folder: FolderSettings): Row[] {
  const rows = inputs.flatMap(({ read, sha256 }) => {
    const used = read.sheets.filter((sheet) => tallyOf(sheet).dibaca > 0);
    if (used.length === 0) return [];
    const settings = settingsFor(folder, read.file);
    const years = new Set(used.map(({ period }) => settings.tahun ?? period.tahun));
    const stages = new Set(used.map(({ period }) => settings.tahap ?? period.tahap));
    const money = used.flatMap((sheet) => Object.values(tallyOf(sheet).rupiah).slice(0, 1));
    return [
      {
        id_berkas: fileId(sha256),
        nama: read.file,
        layout: [...new Set(used.map(({ layout }) => layout))].join(', '),
        tahun: years.size === 1 ? [...years][0]! : null,
        tahap: stages.size === 1 && isStage([...stages][0] ?? '') ? [...stages][0]! : null,
        per_tanggal: monthEnd(used[0]!, settings),
        sha256,
        baris: used.reduce((sum, sheet) => sum + tallyOf(sheet).dibaca, 0),
        rupiah: money.length === 0 ? null : money.reduce((sum, { dibaca }) => sum + dibaca, 0n)
      }
    ];
  });
  return [...new Map(rows.map((row) => [row.id_berkas, row])).values()];
}

function monthEnd({ period }: SheetRead, settings: FileSettings): string | null {
  const tahun = settings.tahun ?? period.tahun;
  const bulan = settings.bulan ?? period.bulan;
  return tahun === null || bulan === null ? null : lastDay(tahun, bulan);
}

/** The last day of a month, `YYYY-MM-DD`. */
export function lastDay(tahun: number, bulan: number): string {
  return new Date(Date.UTC(tahun, bulan, 0)).toISOString().slice(0, 10);
}

function coverage(facts: ExtractTables, realisasi: ReturnType<typeof readSeries>['covered']): Row[] {
  const out = new Map<string, Row>();
  const add = (tabel: string, tahun: CellValue, bulan: CellValue, kode_skpd: CellValue, id_berkas: CellValue): void => {
    out.set([tabel, tahun, bulan, kode_skpd, id_berkas].join('|'), { tabel, tahun, bulan, kode_skpd, id_berkas });
  };
  for (const { tahun, bulan, kodeSkpd, idBerkas } of realisasi) add('realisasi', tahun, bulan, kodeSkpd, idBerkas);
  for (const row of facts.pagu ?? []) add('pagu', row.tahun!, row.berlaku_bulan!, row.kode_skpd!, row.id_berkas!);
  for (const name of ['rencana_kas', 'kinerja', 'keluaran', 'komitmen'] as const) {
    for (const row of facts[name] ?? []) add(name, row.tahun!, row.bulan!, row.kode_skpd!, row.id_berkas!);
  }
  for (const row of facts.kewajiban ?? []) add('kewajiban', row.tahun!, 1, row.kode_skpd!, row.id_berkas!);
  return [...out.values()];
}

function latestMonth(covered: ReturnType<typeof readSeries>['covered']): { tahun: number; bulan: number } | null {
  const last = covered.reduce<{ tahun: number; bulan: number } | null>(
    (best, row) => (best === null || row.tahun * 12 + row.bulan > best.tahun * 12 + best.bulan ? row : best),
    null
  );
  return last === null ? null : { tahun: last.tahun, bulan: last.bulan };
}
