import type { PlanLevel } from '$lib/model/cuts/planTree';
import type { ShownRow } from './cutsPlan';

/** One row of the memo's table of cuts, rupiah. */
export interface MemoRow {
  /** Name (or code) of the unit whose row it is, where the plan has several; else null. */
  unit: string | null;
  kode: string;
  nama: string | null;
  sebelum: number;
  potongan: number;
  sesudah: number;
}

type MemoSums = Pick<MemoRow, 'sebelum' | 'potongan' | 'sesudah'>;

/** The cuts as the memo prints them: rows that are cut, the rest together, and the sum; all columns add up to the rupiah. */
export interface MemoCuts {
  /** Level of the rows: sub kegiatan, or the deepest above it of which the paper has room for all that are cut. */
  level: Exclude<PlanLevel, 'jumlah' | 'akun'>;
  /** In LRA order. */
  rows: MemoRow[];
  /** All that is not in a row; null where nothing is left. `dipotong` of them are cut (only where even units do not fit). */
  rest: (MemoSums & { banyak: number; dipotong: number }) | null;
  jumlah: MemoSums;
}

const levels = ['subkegiatan', 'kegiatan', 'program', 'skpd'] as const;

/** The table of cuts for paper, at most `most` rows. */
export function memoCuts(rows: readonly ShownRow[], most = 36): MemoCuts {
  const cutAt = (level: (typeof levels)[number]) => rows.filter((row) => row.level === level && row.potongan !== 0);
  const level = levels.find((one) => cutAt(one).length <= most) ?? 'skpd';
  const shown = cutAt(level).slice(0, most);
  const others = rows.filter((row) => row.level === level && !shown.includes(row));
  const unitOf = unitsOf(rows);
  const jumlah = total(rows.filter((row) => row.level === 'jumlah'));
  return {
    level,
    rows: shown.map((row) => {
      const { kode, nama, sebelum, potongan, sesudah } = row;
      return { unit: level === 'skpd' ? null : unitOf(row), kode, nama, sebelum, potongan, sesudah };
    }),
    rest:
      others.length === 0
        ? null
        : {
            ...total(others),
            banyak: others.length,
            dipotong: others.filter(({ potongan }) => potongan !== 0).length
          },
    jumlah
  };
}

/** Tells of a row under which unit it stands; null where there is but one. */
function unitsOf(rows: readonly ShownRow[]): (row: ShownRow) => string | null {
  const units = rows.filter(({ level }) => level === 'skpd');
  if (units.length < 2) return () => null;
  const starts = new Map<ShownRow, string>();
  let unit = '';
  for (const row of rows) {
    if (row.level === 'skpd') unit = row.nama ?? row.kode;
    starts.set(row, unit);
  }
  return (row) => starts.get(row) ?? null;
}

function total(rows: readonly ShownRow[]): MemoSums {
  const sum = (key: 'sebelum' | 'potongan' | 'sesudah') => rows.reduce((all, row) => all + row[key], 0);
  return { sebelum: sum('sebelum'), potongan: sum('potongan'), sesudah: sum('sesudah') };
}
