import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { SampleFile } from './files';
import type { SpendingLine } from './spending';
import { compare } from './tables';
import { csvBytes } from './workbook';

/** One rule of the invented agency: what a group of accounts of a sub kegiatan is for, and how far it may be cut. */
export interface CutRule {
  tahun: number;
  kodeSkpd: string;
  kodeSubkegiatan: string;
  /** Head of the accounts it is for. */
  kelompokAkun: string;
  peran: string;
  /** Share as written, `25 %`; empty without a limit of its own. */
  batas: string;
  /** 1 is cut last; empty where none was set. */
  prioritas: string;
  /** Share as written; empty where the template does not name the accounts. */
  templat: string;
  /** Rupiah of one piece; empty where any amount will do. */
  satuanPotong: string;
  dasar: string;
}

/** The year that the agency has set rules for. */
export const ruledYear = 2026;

/** Rules by the head of the nomenclature, as coded in 2023: the longest head that fits gives a sub kegiatan its rule of a group. */
const written = parse(readFileSync(new URL('aturan.csv', import.meta.url), 'utf8'), { columns: true }) as Record<
  'kode' | 'kelompok_akun' | 'peran' | 'batas' | 'prioritas' | 'templat' | 'satuan_potong' | 'dasar',
  string
>[];

/** The rules of every sub kegiatan of both units: those of which it has an account, one a group. */
export function cutRules(lines: readonly SpendingLine[]): CutRule[] {
  const rules = new Map<string, CutRule>();
  const ordered = written.toSorted((a, b) => b.kode.length - a.kode.length);
  for (const line of lines.filter(({ tahun }) => tahun === ruledYear)) {
    for (const row of ordered) {
      const isMeant = isBelow(line.line.kodeSubkegiatan, row.kode) && isBelow(line.line.kodeAkun, row.kelompok_akun);
      const key = `${line.line.unit.kode} ${line.kodeSubkegiatan} ${row.kelompok_akun}`;
      if (isMeant && !rules.has(key)) rules.set(key, ruleOf(line, row));
    }
  }
  return [...rules.entries()].toSorted(([a], [b]) => compare(a, b)).map(([, rule]) => rule);
}

function isBelow(kode: string, head: string): boolean {
  return kode === head || kode.startsWith(`${head}.`);
}

function ruleOf({ tahun, line, kodeSubkegiatan }: SpendingLine, row: (typeof written)[number]): CutRule {
  const { kelompok_akun: kelompokAkun, peran, batas, prioritas, templat, satuan_potong: satuanPotong, dasar } = row;
  const place = { tahun, kodeSkpd: line.unit.kode, kodeSubkegiatan, kelompokAkun };
  return { ...place, peran, batas, prioritas, templat, satuanPotong, dasar };
}

/** The table of rules as the agency keeps it. */
export function aturanFile(rules: readonly CutRule[]): SampleFile {
  const header = ['tahun', 'kode_skpd', 'kode_sub_kegiatan', 'kelompok_akun'].concat(
    ['peran', 'batas', 'prioritas', 'templat', 'satuan_potong', 'dasar'] // as the contract names them
  );
  const rows = rules.map((rule) => [
    ...[rule.tahun, rule.kodeSkpd, rule.kodeSubkegiatan, rule.kelompokAkun],
    ...[rule.peran, rule.batas, rule.prioritas, rule.templat, rule.satuanPotong, rule.dasar]
  ]);
  return { name: `aturan_potong_${ruledYear}.csv`, bytes: csvBytes([header, ...rows]) };
}
