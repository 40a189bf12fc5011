import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stageOrder } from '$lib/contract/stage';
import type { ExtractTables, Row } from '$lib/extract/assemble';
import type { Thresholds } from '$lib/model/exceptionRules';
import { openNative, type NativeDatabase } from '$lib/server/native';
import { noFilter, type RealizationFilter } from '$lib/url/filter';
import { realizationViews, type RealizationView } from '$lib/view/realization';
import { writeExtract } from '../../src/cli/writeExtract';
import { sampleExtract } from '../support/sampleExtract';

/** An opened extract, and how to be rid of it. */
export interface Opened {
  database: NativeDatabase;
  /** One for all filters, as a page keeps it: what is remembered must not change an answer. */
  views: ReturnType<typeof realizationViews>;
  close(): void;
}

/** The sample, imported and opened on native DuckDB. */
export function openSample(): Promise<Opened> {
  return opened(sampleExtract(), () => {});
}

/** Contract rows written as the importer writes them, and opened. */
export async function openTables(tables: ExtractTables): Promise<Opened> {
  const base = mkdtempSync(join(tmpdir(), 'tepat-view-'));
  await writeExtract(join(base, 'extract'), tables, {
    versi: 1,
    profil: 'public',
    contoh: false,
    judul: 'Uji',
    alamat: null,
    per_tanggal: null,
    ambang: 10,
    berkas: [],
    bersama: []
  });
  return opened(join(base, 'extract'), () => rmSync(base, { recursive: true, force: true }));
}

async function opened(folder: string, remove: () => void): Promise<Opened> {
  const database = await openNative(folder);
  return {
    database,
    views: realizationViews(database),
    close: () => {
      database.close();
      remove();
    }
  };
}

/** The view of a filter that names only what it narrows. Fails when the extract has no realisasi. */
export async function look(
  { views }: Opened,
  filter: Partial<RealizationFilter> = {},
  thresholds: Partial<Thresholds> = {}
): Promise<RealizationView> {
  const view = await views({ ...noFilter, ...filter }, thresholds);
  if (view === null) throw new Error('the extract has no realisasi');
  return view;
}

export const unitA = '1.06.0.00.0.00.01.0000';
export const unitB = '1.06.0.00.0.00.01.0001';
export const goods = '5.1.02.01.01.0024';
export const pay = '5.1.01.01.01.0001';

/** A line of a small extract, whole rupiah. */
export interface SmallLine {
  skpd?: string;
  sub: string;
  akun?: string;
  /** Pagu by stage, in force from the month given in `starts`; a stage without the line has none. */
  pagu: Partial<Record<string, number>>;
  /** Blocked part at every stage. */
  diblokir?: number;
  /** Spent in each month, January first; null = no row. */
  spent?: readonly (number | null)[];
  /** Spans of several months instead: from, to, rupiah. */
  spans?: readonly (readonly [number, number, number])[];
  /** Cash plan of each month by stage. */
  rencana?: Partial<Record<string, readonly number[]>>;
}

/** One year of a small extract. */
export interface SmallYear {
  tahun: number;
  lines: readonly SmallLine[];
  /** First month of each stage, of every unit or of one: `perubahan` or `perubahan 1.06.…0001`. Default 1. */
  starts?: Record<string, number>;
  /** Months delivered by each unit; default as many as its longest `spent`, none missing. */
  delivered?: Record<string, readonly number[]>;
  /** kode_tetap of codes that differ from the code itself; null = has no identity across years. */
  tetap?: Record<string, string | null>;
}

/** Contract tables of small years, with names that say their code. More rows (kinerja, komitmen, …) go beside them. */
export function smallTables(years: readonly SmallYear[], more: ExtractTables = {}): ExtractTables {
  const parts = years.map(yearTables);
  const all = (name: keyof ExtractTables): Row[] => [
    ...parts.flatMap((part) => part[name] ?? []),
    ...(more[name] ?? [])
  ];
  const names = [
    ...new Set([...parts.flatMap((part) => Object.keys(part)), ...Object.keys(more)])
  ] as (keyof ExtractTables)[];
  return { ...Object.fromEntries(names.map((name) => [name, all(name)])), berkas: years.map(fileRow) };
}

function fileRow({ tahun }: SmallYear): Row {
  const facts = { id_berkas: file(tahun), nama: `lra-${tahun}.xlsx`, layout: 'sipd-lra', tahun };
  return { ...facts, tahap: null, per_tanggal: null, ambang: 10, sha256: '0'.repeat(64), baris: 1, rupiah: 0n };
}

/** Identifier of the one file of a year. */
export function file(tahun: number): string {
  return `${tahun}`.padStart(16, '0');
}

const skpdOf = (line: SmallLine): string => line.skpd ?? unitA;
const sen = (rupiah: number): bigint => BigInt(Math.round(rupiah * 100));

function yearTables(year: SmallYear): ExtractTables {
  const { tahun, lines } = year;
  return {
    ...names(year),
    pagu: lines.flatMap((line) => paguRows(year, line)),
    realisasi: lines.flatMap((line) => [
      ...(line.spent ?? []).flatMap((rupiah, i) =>
        rupiah === null ? [] : [spentRow(tahun, line, [i + 1, i + 1, rupiah])]
      ),
      ...(line.spans ?? []).map((span) => spentRow(tahun, line, span))
    ]),
    rencana_kas: lines.flatMap((line) => planRows(tahun, line)),
    cakupan: coverage(year)
  };
}

function key(tahun: number, line: SmallLine): Row {
  const codes = { kode_skpd: skpdOf(line), kode_subkegiatan: line.sub, kode_akun: line.akun ?? goods };
  return { tahun, ...codes, id_berkas: file(tahun) };
}

function paguRows({ tahun, starts = {} }: SmallYear, line: SmallLine): Row[] {
  return Object.entries(line.pagu).map(([tahap, pagu]) => ({
    ...key(tahun, line),
    tahap,
    urutan_tahap: stageOrder(tahap),
    berlaku_bulan: starts[`${tahap} ${skpdOf(line)}`] ?? starts[tahap] ?? 1,
    sah: true,
    disimpulkan: false,
    kode_sumber_dana: null,
    pagu: sen(pagu!),
    diblokir: line.diblokir === undefined ? null : sen(line.diblokir)
  }));
}

function spentRow(tahun: number, line: SmallLine, [from, to, rupiah]: readonly [number, number, number]): Row {
  return { ...key(tahun, line), sejak_bulan: from, bulan: to, realisasi: sen(rupiah), basis: null };
}

function planRows(tahun: number, line: SmallLine): Row[] {
  return Object.entries(line.rencana ?? {}).flatMap(([tahap, months]) =>
    months!.map((rupiah, i) => ({
      ...key(tahun, line),
      tahap,
      urutan_tahap: stageOrder(tahap),
      sejak_bulan: i + 1,
      bulan: i + 1,
      rencana: sen(rupiah)
    }))
  );
}

function coverage({ tahun, lines, delivered = {} }: SmallYear): Row[] {
  const units = [...new Set(lines.map(skpdOf))];
  return units.flatMap((kode_skpd) => {
    const own = lines.filter((line) => skpdOf(line) === kode_skpd);
    const last = Math.max(0, ...own.map((line) => line.spent?.length ?? 0));
    const months = delivered[kode_skpd] ?? Array.from({ length: last }, (_, i) => i + 1);
    return months.map((bulan) => ({ tabel: 'realisasi', tahun, bulan, kode_skpd, id_berkas: file(tahun) }));
  });
}

function names({ tahun, lines, tetap = {} }: SmallYear): ExtractTables {
  const row = (kode: string, tingkat: string): Row => ({
    tahun,
    kode,
    nama: `nama ${kode}`,
    tingkat,
    kode_induk: null,
    kode_tetap: kode in tetap ? tetap[kode]! : kode
  });
  const cut = (kode: string, parts: number) => kode.split('.').slice(0, parts).join('.');
  const works = new Map(
    lines.flatMap(({ sub }) => [
      [cut(sub, 3), 'program'],
      [cut(sub, 5), 'kegiatan'],
      [sub, 'subkegiatan']
    ])
  );
  const types = new Set(lines.map(({ akun = goods }) => cut(akun, 3)));
  return {
    skpd: [...new Set(lines.map(skpdOf))].map((kode) => row(kode, kode.endsWith('.0000') ? 'skpd' : 'unit')),
    nomenklatur: [...works].map(([kode, tingkat]) => ({ ...row(kode, tingkat), spm: false })),
    akun: [...types].map((kode) => row(kode, 'jenis'))
  };
}

/** A whole year that spends the same every month. */
export function even(year: number): number[] {
  return Array.from({ length: 12 }, () => year / 12);
}
