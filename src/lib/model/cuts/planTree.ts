import type { CutLine } from './line';

/** Levels of the plan, from the whole down to an account, as in an LRA. */
export type PlanLevel = 'jumlah' | 'skpd' | 'program' | 'kegiatan' | 'subkegiatan' | 'akun';

/** One row of the plan; a row above `akun` is the sum of the rows below it. Rupiah. */
export interface PlanRow {
  level: PlanLevel;
  kode: string;
  /** Null where no table names the code. */
  nama: string | null;
  sebelum: number;
  potongan: number;
  /** `sebelum` − `potongan`. */
  sesudah: number;
  /** Place of the line in the input; null above accounts. */
  line: number | null;
  /** Rows directly below it, as places in the list; empty for accounts. */
  children: number[];
}

/**
 * The plan in LRA order: the sum of all, then each unit with its programs, kegiatan, sub kegiatan and accounts. `cuts` are rupiah of
 * each line, in the order of `lines`; `nameOf` gives the name of a code at a level, or null. Every parent is the sum of its children.
 */
export function planTree(
  lines: readonly CutLine[],
  cuts: readonly number[],
  nameOf: (level: PlanLevel, kode: string) => string | null
): PlanRow[] {
  const rows: PlanRow[] = [newRow('jumlah', '', nameOf)];
  const order = lines.map((_, at) => at).sort((a, b) => compareLines(lines[a]!, lines[b]!));
  let path: { level: PlanLevel; kode: string; at: number }[] = [{ level: 'jumlah', kode: '', at: 0 }];
  for (const index of order) {
    const line = lines[index]!;
    for (const [depth, [level, kode]] of levelsOf(line).entries()) {
      const held = path[depth + 1];
      if (held?.kode === kode && level !== 'akun') continue;
      const at = rows.push(newRow(level, kode, nameOf)) - 1;
      rows[path[depth]!.at]!.children.push(at);
      path = [...path.slice(0, depth + 1), { level, kode, at }];
    }
    const cut = cuts[index] ?? 0;
    for (const { at } of path) add(rows[at]!, line.pagu, cut);
    rows[path.at(-1)!.at]!.line = index;
  }
  return rows;
}

/** Codes of a line from its unit down to its account. */
function levelsOf(line: CutLine): [PlanLevel, string][] {
  const parts = line.kodeSubkegiatan.split('.');
  return [
    ['skpd', line.kodeSkpd],
    ['program', parts.slice(0, 3).join('.')],
    ['kegiatan', parts.slice(0, 5).join('.')],
    ['subkegiatan', line.kodeSubkegiatan],
    ['akun', line.kodeAkun]
  ];
}

function newRow(level: PlanLevel, kode: string, nameOf: (level: PlanLevel, kode: string) => string | null): PlanRow {
  return { level, kode, nama: nameOf(level, kode), sebelum: 0, potongan: 0, sesudah: 0, line: null, children: [] };
}

function add(row: PlanRow, pagu: number, cut: number): void {
  row.sebelum += pagu;
  row.potongan += cut;
  row.sesudah = row.sebelum - row.potongan;
}

function compareLines(a: CutLine, b: CutLine): number {
  return (
    compare(a.kodeSkpd, b.kodeSkpd) || compare(a.kodeSubkegiatan, b.kodeSubkegiatan) || compare(a.kodeAkun, b.kodeAkun)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
