import { tables } from '$lib/contract/tables';
import type { Problem } from '$lib/source/problem';
import type { AggregateRow } from './aggregateRows';
import type { Row } from './assemble';
import { groupBy } from './group';
import type { Trouble } from './placedFacts';

export interface SumOptions {
  table: 'registri' | 'sasaran' | 'tumpang_tindih';
  /** Columns that are added up. */
  added: readonly string[];
  /** Regions of the home regency. */
  wilayah: readonly Row[];
  out: Trouble;
}

/**
 * The rows, and those of every region above them that all of whose parts are in the same sheet. A combination (a desil, a number of
 * programmes) that a part does not list is 0 in it, since such tables leave out what nobody is in; a blank cell is unknown, and so is the
 * sum. A row that the file gives itself stands, and is compared with its sum.
 */
export function withSums(rows: readonly AggregateRow[], options: SumOptions): Row[] {
  const bySheet = groupBy(rows, ({ from: { input } }) => `${input.idBerkas}|${input.sheet.sheet}`);
  return [...bySheet.values()].flatMap((own) => sheetSums(own, options));
}

function sheetSums(rows: readonly AggregateRow[], options: SumOptions): Row[] {
  const given = new Map(rows.map(({ row }) => [keyOf(row, options), row]));
  const parents = new Map(options.wilayah.map(({ kode, kode_induk }) => [String(kode), String(kode_induk)]));
  const children = groupBy(parents.keys(), (kode) => parents.get(kode)!);
  const present = new Set(rows.map(({ row }) => String(row.kode_wilayah)));
  // the kecamatan first, so that the regency is added up from them
  const regions = [...children.keys()]
    .filter((kode) => parents.has(kode))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const incomplete: string[] = [];
  const differing: string[] = [];
  for (const region of regions) {
    const parts = children.get(region)!;
    const missing = parts.filter((part) => !present.has(part)).length;
    if (missing === parts.length) continue;
    if (missing > 0) {
      if (!present.has(region)) incomplete.push(region);
      continue;
    }
    const sums = sumsOf(region, parts, given, options);
    for (const sum of sums) {
      const own = given.get(keyOf(sum, options));
      if (own === undefined && !present.has(region)) given.set(keyOf(sum, options), sum);
      else if (own !== undefined && options.added.some((name) => differs(own[name], sum[name]))) differing.push(region);
    }
    present.add(region);
  }
  const first = rows[0]!.from.fact.origin;
  options.out.problems.push(...sumProblems(first, incomplete, differing));
  return [...given.values()];
}

/** A row of the region for every combination that any part lists. */
function sumsOf(region: string, parts: readonly string[], given: ReadonlyMap<string, Row>, options: SumOptions): Row[] {
  const inside = new Set(parts);
  const own = [...given.values()].filter(({ kode_wilayah: kode }) => inside.has(String(kode)));
  const combinations = groupBy(own, (row) => combinationOf(row, options));
  return [...combinations.values()].map((same) => {
    const sum: Row = { ...same[0]!, kode_wilayah: region };
    for (const name of options.added) {
      const values = same.map((row) => row[name] as number | null);
      sum[name] = values.includes(null) ? null : values.reduce<number>((all, value) => all + value!, 0);
    }
    return sum;
  });
}

function combinationOf(row: Row, { table }: SumOptions): string {
  return tables[table].key.map((name) => (name === 'kode_wilayah' ? '' : String(row[name]))).join('|');
}

function keyOf(row: Row, options: SumOptions): string {
  return `${row.kode_wilayah} ${combinationOf(row, options)}`;
}

function differs(own: Row[string] | undefined, sum: Row[string] | undefined): boolean {
  return typeof own === 'number' && typeof sum === 'number' && own !== sum;
}

function sumProblems(
  { file, sheet }: { file: string; sheet: string },
  incomplete: readonly string[],
  differing: readonly string[]
): Problem[] {
  const shown = (kodes: readonly string[]): string => {
    const all = [...new Set(kodes)].sort();
    return all.slice(0, 5).join(', ') + (all.length > 5 ? ', …' : '');
  };
  const out: Problem[] = [];
  if (incomplete.length > 0)
    out.push({
      kind: 'warning',
      code: 'region-incomplete',
      place: { file, sheet, value: shown(incomplete) },
      message: {
        id: 'tidak semua bagian wilayah ini ada di tabel, jadi jumlahnya tidak dihitung.',
        en: 'not every part of these regions is in the table, so their sums are not worked out.'
      },
      fix: { id: 'Lengkapi tabelnya; nol harus ditulis 0.', en: 'Complete the table; write 0 for zero.' }
    });
  if (differing.length > 0)
    out.push({
      kind: 'warning',
      code: 'region-sum',
      place: { file, sheet, value: shown(differing) },
      message: {
        id: 'angka wilayah ini berbeda dari jumlah bagiannya; yang dipakai angka di berkas.',
        en: 'the figures of these regions differ from the sums of their parts; those of the file are used.'
      }
    });
  return out;
}
