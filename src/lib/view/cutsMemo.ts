import type { PlanLevel } from '$lib/model/cuts/planTree';
import type { ShownRow } from './cutsPlan';

/** One row of the memo's table of cuts, rupiah. */
export interface MemoRow {
  kode: string;
  nama: string | null;
  sebelum: number;
  potongan: number;
  sesudah: number;
}

/** The cuts as the memo prints them: rows that are cut, the rest together, and the sum; all columns add up to the rupiah. */
export interface MemoCuts {
  /** Level of the rows: sub kegiatan, or the deepest above it of which the paper has room for all that are cut. */
  level: Exclude<PlanLevel, 'jumlah' | 'akun'>;
  /** In LRA order. */
  rows: MemoRow[];
  /** All that is not in a row; null where nothing is left. `dipotong` of them are cut (only where even units do not fit). */
  rest: (Omit<MemoRow, 'kode' | 'nama'> & { banyak: number; dipotong: number }) | null;
  jumlah: Omit<MemoRow, 'kode' | 'nama'>;
}

const levels = ['subkegiatan', 'kegiatan', 'program', 'skpd'] as const;

/** The table of cuts for paper, at most `most` rows. */
export function memoCuts(rows: readonly ShownRow[], most = 24): MemoCuts {
  const cutAt = (level: (typeof levels)[number]) => rows.filter((row) => row.level === level && row.potongan !== 0);
  const level = levels.find((one) => cutAt(one).length <= most) ?? 'skpd';
  const shown = cutAt(level).slice(0, most);
  const others = rows.filter((row) => row.level === level && !shown.includes(row));
  const jumlah = total(rows.filter((row) => row.level === 'jumlah'));
  return {
    level,
    rows: shown.map(({ kode, nama, sebelum, potongan, sesudah }) => ({ kode, nama, sebelum, potongan, sesudah })),
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

function total(rows: readonly ShownRow[]): Omit<MemoRow, 'kode' | 'nama'> {
  const sum = (key: 'sebelum' | 'potongan' | 'sesudah') => rows.reduce((all, row) => all + row[key], 0);
  return { sebelum: sum('sebelum'), potongan: sum('potongan'), sesudah: sum('sesudah') };
}
