import { balanceOf, balances } from '$lib/model/funding/balance';
import type { Database } from '$lib/query/define';
import { budgetBlocksOf } from '$lib/query/funding';

/** One budget of the region, checked by Pendapatan − Belanja + Pembiayaan. */
export interface BalanceRow {
  tahun: number;
  sumber: string;
  tahap: string | null;
  sampaiBulan: number;
  /** What the budget leaves, rupiah; null where a block is not known. */
  rest: number | null;
  isBalanced: boolean | null;
  /** What was realised leaves: SiLPA of the year when it covers twelve months. */
  silpa: number | null;
}

/** Every budget of a region that gives both revenue and spending; of months of one budget the latest. */
export async function balanceView(database: Database, kodeWilayah: string): Promise<BalanceRow[]> {
  const rows = await database.all(budgetBlocksOf, { kodeWilayah });
  const isLatest = (row: (typeof rows)[number], i: number) =>
    rows.findIndex((one) => one.tahun === row.tahun && one.sumber === row.sumber && one.tahap === row.tahap) === i;
  return rows.filter(isLatest).map((row) => {
    const planned = {
      pendapatan: row.anggaranPendapatan,
      belanja: row.anggaranBelanja,
      pembiayaan: row.anggaranPembiayaan
    };
    const realised = {
      pendapatan: row.realisasiPendapatan,
      belanja: row.realisasiBelanja,
      pembiayaan: row.realisasiPembiayaan
    };
    const { tahun, sumber, tahap, sampaiBulan } = row;
    return {
      ...{ tahun, sumber, tahap, sampaiBulan },
      rest: balanceOf(planned),
      isBalanced: balances(planned),
      silpa: balanceOf(realised)
    };
  });
}
