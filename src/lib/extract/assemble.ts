import type { CellValue } from '$lib/contract/order';
import { type TableName, tables } from '$lib/contract/tables';
import { isStage } from '$lib/contract/stage';
import { readStage } from '$lib/source/period';
import type { FileRead } from '$lib/source/recognise';
import type { Problem } from '$lib/source/problem';
import type { FileSettings, SheetRead } from '$lib/source/layout';
import { readCashPlans, type PlanDelivery } from './cashPlan';
import { flatRows } from './flatRows';
import { groupBy } from './group';
import { buildNames, type UsedCode, type YearName } from './names';
import type { ReferenceData } from './referenceData';
import { type Delivery, readSeries } from './series';
import { type FolderSettings, settingsFor } from './settings';
import { fundingSources, sourceCodes } from './sources';
import { type DeclaredStage, readStages } from './stages';

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
  /** Problems that show only when files are seen together. */
  problems: Problem[];
  /** Latest month of realisasi delivered, for the as-of date; null when there is none. */
  latest: { tahun: number; bulan: number } | null;
}

/** Identifier of a file: the first 16 hexadecimal digits of its SHA-256. */
export function fileId(sha256: string): string {
  return sha256.slice(0, 16);
}

/** Puts the facts of all files together into contract tables. The same input gives the same rows in any order of files. */
export function assemble(inputs: readonly InputFile[], folder: FolderSettings, reference: ReferenceData): Assembled {
  const sorted = inputs.toSorted((a, b) => (a.read.file < b.read.file ? -1 : 1));
  const problems: Problem[] = [];
  const sheets = sorted.flatMap(({ read, sha256 }) => read.sheets.map((sheet) => ({ sheet, idBerkas: fileId(sha256), settings: settingsFor(folder, read.file) })));
  const sources = sourceCodes(sheets.flatMap(({ sheet }) => sourceTexts(sheet)), reference);
  const deliveries = sheets.flatMap((input) => deliveriesOf(input, folder, problems));
  const series = readSeries(deliveries);
  const stages = readStages(sheets.flatMap((input) => declaredStages(input, folder, sources, problems)), deliveries.filter((delivery) => !inConflict(delivery, series.held, series.problems)));
  const plans = readCashPlans(sheets.flatMap((input) => planDeliveries(input, folder, problems)), stages.rows);
  hold(sheets, series.held, stages.held, plans.held);
  const flat = flatRows(sheets, folder, sources, reference, problems);
  problems.push(...series.problems, ...stages.problems, ...plans.problems);

  const realisasi = series.spans.map((span) => ({
    tahun: span.tahun,
    sejak_bulan: span.sejakBulan,
    bulan: span.bulan,
    kode_skpd: span.kodeSkpd,
    kode_subkegiatan: span.kodeSubkegiatan,
    kode_akun: span.kodeAkun,
    realisasi: span.realisasi,
    basis: folder.basis ?? null,
    id_berkas: span.idBerkas
  }));
  const facts: ExtractTables = { pagu: stages.rows, realisasi, rencana_kas: plans.rows, ...flat };
  const named = buildNames(yearNames(sheets, facts), usedCodes(facts), reference.names, reference.mapped);
  const all: ExtractTables = {
    wilayah: reference.wilayah,
    ...(named as unknown as ExtractTables),
    sumber_dana: fundingSources(facts, sources, reference),
    berkas: fileRows(sorted, folder),
    cakupan: coverage(facts, series.covered),
    ...facts
  };
  return { tables: Object.fromEntries(Object.entries(all).filter(([name]) => name in tables)), problems, latest: latestMonth(series.covered) };
}

export interface SheetInput {
  sheet: SheetRead;
  idBerkas: string;
  settings: FileSettings;
}

/** Year of a sheet: tepat.json for the file, then its text, then the folder's; a missing one is asked about once a sheet. */
function sheetYear({ sheet, settings }: SheetInput, folder: FolderSettings): number | null {
  return settings.tahun ?? sheet.period.tahun ?? folder.tahun ?? null;
}

function ask(sheet: SheetRead, field: 'tahun' | 'bulan', example: string): Problem {
  const word = field === 'tahun' ? { id: 'tahun anggaran', en: 'budget year' } : { id: 'bulan', en: 'month' };
  return {
    kind: 'question',
    code: `no-${field}`,
    place: { file: sheet.file, sheet: sheet.sheet },
    message: { id: `${word.id} tidak disebut di judul, nama lembar, atau nama berkas; lembar ini belum diimpor.`, en: `the ${word.en} is not in the titles, the sheet name or the file name; this sheet is not imported yet.` },
    fix: { id: `Tetapkan "${field}" di tepat.json.`, en: `Set "${field}" in tepat.json.` },
    tepatJson: `"${sheet.file}": { "${field}": ${example} }`
  };
}

function deliveriesOf(input: SheetInput, folder: FolderSettings, problems: Problem[]): Delivery[] {
  const { sheet, idBerkas, settings } = input;
  if (sheet.lra.length === 0) return [];
  const tahun = sheetYear(input, folder);
  const bulan = settings.bulan ?? sheet.period.bulan;
  const complete = sheet.lra.filter((fact) => (fact.tahun ?? tahun) !== null && (fact.bulan ?? bulan) !== null);
  if (complete.length < sheet.lra.length) {
    if (tahun === null && sheet.lra.some((fact) => fact.tahun === undefined)) problems.push(ask(sheet, 'tahun', '2026'));
    if (bulan === null && sheet.lra.some((fact) => fact.bulan === undefined)) problems.push(ask(sheet, 'bulan', '4'));
    setAside(sheet, sheet.lra.length - complete.length);
  }
  warnOtherMonth(sheet, settings, problems);
  const skpd = settings.kode_skpd ?? folder.kode_skpd;
  const located = complete.flatMap((fact) => (fact.kodeSkpd !== '' ? [fact] : skpd === undefined ? [] : [{ ...fact, kodeSkpd: skpd }]));
  if (located.length < complete.length) {
    problems.push(noSkpd(sheet));
    setAside(sheet, complete.length - located.length);
  }
  if (swapped(located)) {
    problems.push(swappedColumns(sheet));
    setAside(sheet, located.length);
    return [];
  }
  return [...groupBy(located, (fact) => `${fact.tahun ?? tahun} ${fact.bulan ?? bulan} ${fact.kodeSkpd}`).values()].map((facts) => ({
    tahun: facts[0]!.tahun ?? tahun!,
    bulan: facts[0]!.bulan ?? bulan!,
    kodeSkpd: facts[0]!.kodeSkpd,
    sifat: settings.sifat ?? sheet.period.sifat,
    tahap: settings.tahap ?? sheet.period.tahap,
    file: sheet.file,
    idBerkas,
    facts
  }));
}

/** Spending above budget on most lines that have both: the two columns are more likely exchanged than every line overspent. */
function swapped(facts: SheetRead['lra']): boolean {
  const both = facts.filter(({ anggaran, realisasi }) => (anggaran ?? 0n) !== 0n && (realisasi ?? 0n) !== 0n);
  const over = both.filter(({ anggaran, realisasi }) => realisasi! > anggaran!);
  const bare = facts.filter(({ anggaran, realisasi }) => (anggaran ?? 0n) === 0n && (realisasi ?? 0n) > 0n);
  return over.length + bare.length >= 5 && over.length > both.length / 2 && bare.length >= over.length / 4;
}

function swappedColumns(sheet: SheetRead): Problem {
  return {
    kind: 'question',
    code: 'swapped-columns',
    place: { file: sheet.file, sheet: sheet.sheet },
    message: { id: 'realisasi melebihi anggaran di hampir semua baris, kedua kolom tampaknya tertukar; lembar ini belum diimpor.', en: 'realisasi exceeds the budget on nearly every row, the two columns seem exchanged; this sheet is not imported yet.' },
    fix: { id: 'Periksa judul kolom Anggaran dan Realisasi, perbaiki di ekspor, lalu jalankan lagi.', en: 'Check the Anggaran and Realisasi headers, correct the export, and run again.' },
    tepatJson: `"${sheet.file}": { "abaikan": true }`
  };
}

function noSkpd(sheet: SheetRead): Problem {
  return {
    kind: 'question',
    code: 'no-skpd',
    place: { file: sheet.file, sheet: sheet.sheet },
    message: { id: 'kode SKPD tidak ada di berkas; baris tanpa SKPD belum diimpor.', en: 'the file has no SKPD code; rows without one are not imported yet.' },
    fix: { id: 'Tetapkan "kode_skpd" di tepat.json.', en: 'Set "kode_skpd" in tepat.json.' },
    tepatJson: `"${sheet.file}": { "kode_skpd": "1.06.0.00.0.00.01.0000" }`
  };
}

/** The file's name says another month than its content: the content is used, and a person should look. */
function warnOtherMonth(sheet: SheetRead, settings: FileSettings, problems: Problem[]): void {
  const said = sheet.nameMonth;
  if (settings.bulan !== undefined || said === null || sheet.period.bulan === null || said === sheet.period.bulan) return;
  problems.push({
    kind: 'warning',
    code: 'month-differs',
    place: { file: sheet.file, sheet: sheet.sheet },
    message: { id: `nama berkas menyebut bulan ${said}, isinya bulan ${sheet.period.bulan}; yang dipakai isinya.`, en: `the file name says month ${said}, its content month ${sheet.period.bulan}; the content was used.` },
    fix: { id: 'Bila isinya yang salah, tetapkan "bulan" di tepat.json.', en: 'If the content is wrong, set "bulan" in tepat.json.' }
  });
}

function declaredStages(input: SheetInput, folder: FolderSettings, sources: ReadonlyMap<string, string>, problems: Problem[]): DeclaredStage[] {
  const { sheet, idBerkas, settings } = input;
  if (sheet.pagu.length === 0) return [];
  const tahun = sheetYear(input, folder);
  const dated = sheet.pagu.filter((fact) => (fact.tahun ?? tahun) !== null);
  if (dated.length < sheet.pagu.length) {
    problems.push(ask(sheet, 'tahun', '2026'));
    setAside(sheet, sheet.pagu.length - dated.length);
  }
  const stageOf = (fact: (typeof dated)[number]): string | null => settings.tahap ?? fact.tahap ?? sheet.period.tahap;
  return [...groupBy(dated, (fact) => `${fact.tahun ?? tahun} ${fact.kodeSkpd} ${stageOf(fact)}`).values()].map((facts) => ({
    tahun: facts[0]!.tahun ?? tahun!,
    kodeSkpd: facts[0]!.kodeSkpd,
    tahap: stageOf(facts[0]!) === null ? null : (readStage(stageOf(facts[0]!)!) ?? stageOf(facts[0]!)),
    berlakuBulan: settings.berlaku_bulan ?? facts[0]!.berlakuBulan,
    layout: sheet.layout,
    file: sheet.file,
    idBerkas,
    facts: facts.map((fact) => ({ ...fact, kodeSumberDana: fact.kodeSumberDana === null ? null : (sources.get(fact.kodeSumberDana) ?? null) }))
  }));
}

function planDeliveries(input: SheetInput, folder: FolderSettings, problems: Problem[]): PlanDelivery[] {
  const { sheet, idBerkas, settings } = input;
  if (sheet.rak.length === 0) return [];
  const tahun = sheetYear(input, folder);
  if (tahun === null) {
    problems.push(ask(sheet, 'tahun', '2026'));
    setAside(sheet, sheet.rak.length);
    return [];
  }
  const tahap = settings.tahap ?? sheet.period.tahap;
  return [...groupBy(sheet.rak, ({ kodeSkpd }) => kodeSkpd).values()].map((facts) => ({ tahun, kodeSkpd: facts[0]!.kodeSkpd, tahap, file: sheet.file, idBerkas, facts }));
}

/** Rows that wait for an answer count as rejected, so that read = used + rejected holds for what was written. */
function setAside(sheet: SheetRead, rows: number): void {
  sheet.tally.dipakai -= rows;
  sheet.tally.ditolak += rows;
  if (sheet.tally.dipakai > 0) return;
  for (const sum of Object.values(sheet.tally.rupiah)) {
    sum.ditolak += sum.dipakai;
    sum.dipakai = 0n;
  }
}

/** Realisasi, stages and plans that are held until somebody answers leave the tally of their sheets. */
function hold(sheets: readonly SheetInput[], deliveries: readonly Delivery[], stages: readonly DeclaredStage[], plans: readonly PlanDelivery[]): void {
  const find = (file: string, sheet: string): SheetRead | undefined => sheets.find((input) => input.sheet.file === file && input.sheet.sheet === sheet)?.sheet;
  for (const { facts } of deliveries) {
    for (const fact of facts) {
      const sum = find(fact.origin.file, fact.origin.sheet)?.tally.rupiah['realisasi'];
      if (sum === undefined) continue;
      sum.dipakai -= fact.realisasi ?? 0n;
      sum.ditolak += fact.realisasi ?? 0n;
    }
  }
  for (const { facts } of stages) {
    for (const fact of facts) {
      const sheet = find(fact.origin.file, fact.origin.sheet);
      const sum = sheet?.tally.rupiah[Object.keys(sheet.tally.rupiah)[0] ?? ''];
      if (sheet === undefined || sum === undefined || sheet.pagu.length === 0) continue;
      sheet.tally.dipakai--;
      sheet.tally.ditolak++;
      sum.dipakai -= fact.pagu;
      sum.ditolak += fact.pagu;
    }
  }
  for (const { facts } of plans) for (const input of sheets) if (input.sheet.rak === facts || input.sheet.rak.includes(facts[0]!)) setAside(input.sheet, facts.length);
}

function inConflict(delivery: Delivery, held: readonly Delivery[], problems: readonly Problem[]): boolean {
  return held.includes(delivery) && problems.some(({ code, place }) => code === 'two-files-one-month' && place.file.includes(delivery.file));
}

function sourceTexts(sheet: SheetRead): string[] {
  const commitments = sheet.flat.map(({ values }) => values.kode_sumber_dana).filter((value): value is string => typeof value === 'string');
  return [...sheet.pagu.map(({ kodeSumberDana }) => kodeSumberDana).filter((text) => text !== null), ...commitments];
}

/** Names hold for the year printed beside them, else for the years of their sheet, else for every year of the extract. */
function yearNames(sheets: readonly SheetInput[], facts: ExtractTables): YearName[] {
  const years = [...new Set(Object.values(facts).flatMap((rows) => rows.flatMap((row) => (typeof row.tahun === 'number' ? [row.tahun] : []))))].sort();
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
    if (typeof tahun === 'number' && typeof kode === 'string') out.set(`${table} ${tahun} ${kode}`, { table, tahun, kode });
  };
  for (const name of ['pagu', 'realisasi', 'rencana_kas', 'kinerja', 'keluaran', 'komitmen', 'kewajiban', 'apbd_daerah'] as const) {
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
    const used = read.sheets.filter(({ tally }) => tally.dibaca > 0);
    if (used.length === 0) return [];
    const settings = settingsFor(folder, read.file);
    const years = new Set(used.map(({ period }) => settings.tahun ?? period.tahun));
    const stages = new Set(used.map(({ period }) => settings.tahap ?? period.tahap));
    const money = used.flatMap(({ tally }) => Object.values(tally.rupiah).slice(0, 1));
    return [
      {
        id_berkas: fileId(sha256),
        nama: read.file,
        layout: [...new Set(used.map(({ layout }) => layout))].join(', '),
        tahun: years.size === 1 ? [...years][0]! : null,
        tahap: stages.size === 1 && isStage([...stages][0] ?? '') ? [...stages][0]! : null,
        per_tanggal: monthEnd(used[0]!, settings),
        sha256,
        baris: used.reduce((sum, { tally }) => sum + tally.dibaca, 0),
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
  const last = covered.reduce<{ tahun: number; bulan: number } | null>((best, row) => (best === null || row.tahun * 12 + row.bulan > best.tahun * 12 + best.bulan ? row : best), null);
  return last === null ? null : { tahun: last.tahun, bulan: last.bulan };
}
