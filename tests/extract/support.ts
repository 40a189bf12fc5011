import * as XLSX from '@e965/xlsx';
import { expect } from 'vitest';
import { loadReference } from '../../src/cli/reference';
import { assemble, type Assembled, type InputFile } from '$lib/extract/assemble';
import { fileProblems } from '$lib/extract/quality';
import { type FolderSettings, settingsFor } from '$lib/extract/settings';
import { tallyOf } from '$lib/source/layout';
import { type Problem, sentence } from '$lib/source/problem';
import { readExport } from '$lib/source/recognise';
import type { Cell } from '$lib/source/sheet';
import { sha256 } from '../../src/cli/files';

/** One budget line of a fixture, in whole rupiah; null is a blank cell, a string is printed as it is. */
export interface Line {
  skpd?: string;
  sub: string;
  akun: string;
  anggaran: number | string | null;
  realisasi: number | string | null;
}

export const dinas = '1.06.0.00.0.00.01.0000';
export const other = '1.02.0.00.0.00.01.0000';

/** How an LRA fixture is printed; the default is SIPD's own "Rekapitulasi Belanja". */
export interface LraStyle {
  titles?: string[];
  /** Print of a number that is not zero; zero is always the text "0,00". */
  amount?: (rupiah: number) => Cell;
  zero?: Cell;
  /** Codes in one column instead of four. */
  oneColumn?: boolean;
  /** One pair of columns instead of four groups. */
  pair?: boolean;
  /** Account levels that are printed; [] stops at sub kegiatan. */
  accounts?: number[];
  /** Codes as an export prints them. */
  akunText?: (kode: string) => Cell;
  subText?: (kode: string) => Cell;
}

/** An LRA of some lines: header, every level with its sums, and the total. */
export function lraRows(lines: readonly Line[], style: LraStyle = {}): Cell[][] {
  const titles = style.titles ?? ['KAB. CONTOH', 'REKAPITULASI BELANJA', 'TAHUN ANGGARAN 2026'];
  return [
    ...titles.map((title): Cell[] => [title]),
    [],
    ...header(style),
    ...bodyRows(lines, style),
    totalRow(lines, style)
  ];
}

function header({ oneColumn, pair }: LraStyle): Cell[][] {
  const blank: Cell[] = oneColumn ? [null] : [null, null, null, null];
  const codes: Cell[] = oneColumn ? ['Kode'] : ['Kode', null, null, null];
  if (pair) return [[...codes, 'Uraian', 'Anggaran', 'Realisasi', '%']];
  return [
    [...codes, 'Uraian', 'Kelompok Belanja'],
    [...blank, null, 'Operasi', null, 'Modal', null, 'Tak Terduga', null, 'Transfer'],
    [...blank, null, ...['a', 'b', 'c', 'd'].flatMap(() => ['Anggaran', 'Realisasi'])],
    ['1', ...blank.slice(1), '2', '3', '4', '5', '6', '7', '8', '9', '10']
  ];
}

/** The rows of the tree below the header. */
export function bodyRows(lines: readonly Line[], style: LraStyle = {}): Cell[][] {
  const rows: Cell[][] = [];
  const accounts = style.accounts ?? [3, 4, 5, 6];
  const print = (codes: (Cell | null)[], uraian: string, of: readonly Line[]): void => {
    const cells = style.oneColumn
      ? [codes.findLast((code) => code !== null) ?? null]
      : [0, 1, 2, 3].map((i) => codes[i] ?? null);
    rows.push([...cells, uraian, ...money(of, style)]);
  };
  for (const [urusan, ofUrusan] of groups(lines, ({ sub }) => cut(sub, 1))) {
    print([urusan], `URUSAN ${urusan}`, ofUrusan);
    for (const [bidang, ofBidang] of groups(ofUrusan, ({ sub }) => cut(sub, 2))) {
      print([bidang], `BIDANG ${bidang}`, ofBidang);
      for (const [skpd, own] of groups(ofBidang, (line) => line.skpd ?? dinas)) {
        print([bidang, skpd], `SKPD ${skpd}`, own);
        for (const [program, ofProgram] of groups(own, ({ sub }) => cut(sub, 3))) {
          print([bidang, skpd, program], `PROGRAM ${program}`, ofProgram);
          for (const [kegiatan, ofKegiatan] of groups(ofProgram, ({ sub }) => cut(sub, 5))) {
            print([bidang, skpd, kegiatan], `Kegiatan ${kegiatan}`, ofKegiatan);
            for (const [sub, ofSub] of groups(ofKegiatan, (line) => line.sub)) {
              const subCell = style.subText?.(sub) ?? sub;
              print([bidang, skpd, subCell], `Sub kegiatan ${sub}`, ofSub);
              accountRows(ofSub, accounts, (kode, of) =>
                print([bidang, skpd, subCell, style.akunText?.(kode) ?? kode], `Belanja ${kode}`, of)
              );
            }
          }
        }
      }
    }
  }
  return rows;
}

function accountRows(
  lines: readonly Line[],
  levels: readonly number[],
  print: (kode: string, of: readonly Line[]) => void
): void {
  const [level, ...deeper] = levels;
  if (level === undefined) return;
  for (const [kode, of] of groups(lines, ({ akun }) => cut(akun, level))) {
    print(kode, of);
    accountRows(of, deeper, print);
  }
}

function totalRow(lines: readonly Line[], style: LraStyle): Cell[] {
  const blank: Cell[] = style.oneColumn ? [null] : [null, null, null, null];
  return [...blank, 'Jumlah', ...money(lines, style)];
}

function money(lines: readonly Line[], style: LraStyle): Cell[] {
  const zero = style.zero === undefined ? '0,00' : style.zero;
  const sum = (of: readonly Line[], measure: 'anggaran' | 'realisasi'): Cell => {
    const values = of.map((line) => line[measure]);
    if (values.length === 1 && typeof values[0] === 'string') return values[0];
    if (values.length > 0 && values.every((value) => value === null)) return null;
    const total = values.reduce<number>((all, value) => all + (typeof value === 'number' ? value : 0), 0);
    return total === 0 ? zero : (style.amount?.(total) ?? total);
  };
  const both = (of: readonly Line[]): Cell[] => [sum(of, 'anggaran'), sum(of, 'realisasi')];
  if (style.pair) return [...both(lines), null];
  return ['5.1', '5.2', '5.3', '5.4'].flatMap((group) => both(lines.filter(({ akun }) => akun.startsWith(group))));
}

/** A cash plan: `plan` gives the twelve months of a line. */
export function rakRows(
  lines: readonly Line[],
  plan: (line: Line) => (number | null)[],
  title = 'RENCANA ANGGARAN KAS APBD MURNI TAHUN 2026'
): Cell[][] {
  const months = [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember'
  ];
  const rows: Cell[][] = [
    [title],
    [],
    ['Kode Rekening', 'Uraian', 'Anggaran Tahun Ini', 'Total RAK', 'Realisasi', ...months]
  ];
  for (const [skpd, own] of groups(lines, (line) => line.skpd ?? dinas)) {
    const sums = (of: readonly Line[]): Cell[] => {
      const total = (values: (number | null)[]): number => values.reduce<number>((all, value) => all + (value ?? 0), 0);
      const by = months.map((_, m) =>
        of.every((line) => plan(line)[m] === null) ? null : total(of.map((line) => plan(line)[m] ?? null))
      );
      return [total(of.map(({ anggaran }) => Number(anggaran))), total(by), 0, ...by];
    };
    const row = (kode: string, of: readonly Line[]): void => void rows.push([kode, `Uraian ${kode}`, ...sums(of)]);
    for (const [bidang, ofBidang] of groups(own, ({ sub }) => cut(sub, 2))) {
      row(cut(bidang, 1), ofBidang);
      row(bidang, ofBidang);
      row(skpd, ofBidang);
      for (const [program, a] of groups(ofBidang, ({ sub }) => cut(sub, 3))) {
        row(program, a);
        for (const [kegiatan, b] of groups(a, ({ sub }) => cut(sub, 5))) {
          row(kegiatan, b);
          for (const [sub, c] of groups(b, (line) => line.sub)) {
            row(sub, c);
            accountRows(c, [3, 4, 5, 6], row);
          }
        }
      }
    }
  }
  return rows;
}

/** The first n parts of a code. */
export function cut(kode: string, parts: number): string {
  return kode.split('.').slice(0, parts).join('.');
}

function groups<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>();
  for (const item of items) out.set(key(item), [...(out.get(key(item)) ?? []), item]);
  return out;
}

/** A workbook of some sheets; those in `hidden` are hidden. */
export function workbook(
  sheets: Record<string, Cell[][]>,
  options: { type?: XLSX.BookType; hidden?: string[]; merges?: string[] } = {}
): Uint8Array {
  const made = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = XLSX.utils.aoa_to_sheet(rows);
    sheet['!merges'] = (options.merges ?? []).map((range) => XLSX.utils.decode_range(range));
    XLSX.utils.book_append_sheet(made, sheet, name);
  }
  made.Workbook = { Sheets: made.SheetNames.map((name) => ({ Hidden: options.hidden?.includes(name) ? 1 : 0 })) };
  return new Uint8Array(XLSX.write(made, { type: 'buffer', bookType: options.type ?? 'xlsx', compression: true }));
}

/** An LRA as a workbook of one sheet. */
export function lra(lines: readonly Line[], style: LraStyle = {}): Uint8Array {
  return workbook({ Sheet1: lraRows(lines, style) });
}

/** Text of a table separated by commas, quoted where needed. */
export function csv(rows: readonly (readonly Cell[])[], delimiter = ','): Uint8Array {
  const cell = (value: Cell): string => {
    const text = value === null ? '' : String(value);
    return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return new TextEncoder().encode(`${rows.map((row) => row.map(cell).join(delimiter)).join('\n')}\n`);
}

export interface Imported extends Assembled {
  /** Problems of files and of all files together. */
  all: Problem[];
  /** Their sentences in Indonesian. */
  sentences: string[];
  codes(kind?: Problem['kind']): string[];
  /** Sum of a column of a table, in sen, over the rows that match. */
  sum(
    table: 'pagu' | 'realisasi' | 'rencana_kas' | 'komitmen',
    column: string,
    where?: Record<string, unknown>
  ): bigint;
}

let reference: Awaited<ReturnType<typeof loadReference>> | undefined;

/** Reads files and puts them together as the command does; every fixture is checked: each row and each rupiah is counted once. */
export async function importFiles(files: Record<string, Uint8Array>, settings: FolderSettings = {}): Promise<Imported> {
  reference ??= await loadReference(null);
  const inputs: InputFile[] = Object.entries(files).map(([name, bytes]) => ({
    read: readExport(bytes, name, settingsFor(settings, name)),
    sha256: sha256(bytes)
  }));
  const done = assemble(inputs, settings, reference);
  checkCounts(inputs, done);
  const all = [...fileProblems(done.inputs), ...done.problems];
  for (const problem of all) checkSentence(problem);
  return {
    ...done,
    all,
    sentences: all.map((problem) => sentence(problem)),
    codes: (kind) => all.filter((problem) => kind === undefined || problem.kind === kind).map(({ code }) => code),
    sum: (table, column, where = {}) =>
      (done.tables[table] ?? [])
        .filter((row) => Object.entries(where).every(([name, value]) => row[name] === value))
        .reduce((sum, row) => sum + (row[column] as bigint), 0n)
  };
}

/** Read = used + subtotals + totals + rejected by row; read = used + rejected by rupiah; the facts of a sheet are what it says it used. */
export function checkCounts(inputs: readonly InputFile[], done: Assembled): void {
  for (const { read } of inputs) {
    for (const sheet of read.sheets) {
      const rows = [
        ...sheet.used.map(({ row }) => row),
        ...sheet.rejects.filter(({ partly }) => !partly).map(({ origin }) => origin.row)
      ];
      expect(new Set(rows).size, `${sheet.file}: a row counted twice`).toBe(rows.length);
      const used = tallyOf(sheet).rupiah;
      const facts = (name: 'anggaran' | 'realisasi'): bigint =>
        sheet.lra.reduce((sum, fact) => sum + (fact[name] ?? 0n), 0n);
      if (sheet.layout === 'sipd-lra')
        expect([used.anggaran?.dipakai, used.realisasi?.dipakai]).toEqual([facts('anggaran'), facts('realisasi')]);
      if (sheet.layout === 'realisasi-datar') expect(used.realisasi?.dipakai).toBe(facts('realisasi'));
      if (sheet.pagu.length > 0)
        expect(Object.values(used)[0]?.dipakai).toBe(sheet.pagu.reduce((sum, { pagu }) => sum + pagu, 0n));
    }
    const after = done.inputs.find((input) => input.read.file === read.file)!.read;
    after.sheets.forEach((sheet, i) => {
      const [was, is] = [tallyOf(read.sheets[i]!), tallyOf(sheet)];
      expect(is.dibaca, `${sheet.file}: rows read`).toBe(was.dibaca);
      expect(is.dibaca).toBe(is.dipakai + is.induk + is.total + is.ditolak);
      for (const [measure, sum] of Object.entries(is.rupiah)) {
        expect(sum.dibaca, `${sheet.file}: ${measure} read`).toBe(was.rupiah[measure]!.dibaca);
        expect(sum.dibaca).toBe(sum.dipakai + sum.ditolak);
      }
    });
  }
}

/** Every problem is one line that names its file; what a person must mend says how. */
function checkSentence(problem: Problem): void {
  for (const language of ['id', 'en'] as const) {
    const text = sentence(problem, language);
    expect(text).not.toMatch(/[\n\r\t]|undefined|\[object|NaN/);
    expect(text.length).toBeGreaterThan(15);
  }
  expect(problem.place.file).not.toBe('');
  if ((problem.kind === 'reject' || problem.kind === 'question') && !problem.code.endsWith('-more'))
    expect(problem.fix, problem.code).toBeDefined();
}

/** Twelve lines of one unit over two programmes, five of them without spending in the first month. */
export const lines: Line[] = [
  ['1.06.01.2.01.0001', '5.1.02.01.01.0024', 12_000_000, 1_000_000],
  ['1.06.01.2.01.0001', '5.1.02.01.01.0025', 3_000_000, 250_000],
  ['1.06.01.2.01.0001', '5.1.02.04.01.0001', 40_000_000, 0],
  ['1.06.01.2.02.0001', '5.1.01.01.01.0001', 900_000_000, 75_000_000],
  ['1.06.01.2.02.0001', '5.1.01.01.02.0001', 90_000_000, 7_500_000],
  ['1.06.01.2.07.0006', '5.2.02.10.01.0002', 60_000_000, 0],
  ['1.06.04.2.01.0001', '5.1.02.01.01.0052', 800_000_000, 20_000_000],
  ['1.06.04.2.01.0001', '5.1.02.02.01.0003', 30_000_000, 1_500_000],
  ['1.06.04.2.01.0003', '5.1.02.01.01.0039', 500_000_000, 0],
  ['1.06.05.2.02.0006', '5.1.06.01.01.0001', 1_200_000_000, 100_000_000],
  ['1.06.05.2.02.0006', '5.1.02.01.01.0024', 5_000_000, 0],
  ['1.06.05.2.02.0006', '5.1.02.04.01.0003', 8_000_000, 0]
].map(([sub, akun, anggaran, realisasi]) => ({ sub, akun, anggaran, realisasi }) as Line);

export const paguOfLines = 3_648_000_000n * 100n;

/** The same lines with other spending: `of(line, index)` in rupiah. */
export function spent(
  of: (index: number, line: Line) => number | string | null,
  from: readonly Line[] = lines
): Line[] {
  return from.map((line, index) => ({ ...line, realisasi: of(index, line) }));
}

/** Spending of a month that differs from line to line and from month to month, some of it zero. */
export function monthly(month: number): Line[] {
  return spent((i) => ((i * 7 + month * 5) % 4 === 0 ? 0 : 10_000 * (((i * 13 + month * 29) % 17) + 1)));
}

/** Spending since January. */
export function cumulative(month: number): Line[] {
  const months = Array.from({ length: month }, (_, i) => monthly(i + 1));
  return spent((i) => months.reduce((sum, each) => sum + (each[i]!.realisasi as number), 0));
}

export const total = (of: readonly Line[]): bigint =>
  of.reduce((sum, { realisasi }) => sum + BigInt(realisasi as number) * 100n, 0n);
