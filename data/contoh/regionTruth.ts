import { accountRows, accountYears } from './apbdAkun';
import { portalRows } from './djpk';
import { homeCode, lastRegionMonth, regionYears, type RegionYear } from './region';
import type { RegionBudget } from './regionBudget';
import { allRegionBudgets, transferMonths } from './regionFiles';
import { transfers } from './tkdd';

/** A leaf of a regional budget that an importer must find. Rupiah are whole; of csv files in miliar they are rounded to ten million. */
export interface RegionTruth {
  kodeWilayah: string;
  tahun: RegionYear;
  /** Which export it stands in. */
  ekspor: 'apbd' | 'tkdd' | 'akun';
  /** Null where the export names no stage. */
  tahap: 'murni' | 'perubahan' | null;
  /** Realised from January to this month. */
  sampaiBulan: number;
  komponen: string;
  /** Label of a transfer below its component; null elsewhere. */
  rincian: string | null;
  kodeAkun: string | null;
  anggaran: number;
  /** Null where the export leaves it blank. */
  realisasi: number | null;
}

/** Every leaf in the regional exports of the sample. */
export function regionTruth(budgets: readonly RegionBudget[] = allRegionBudgets()): RegionTruth[] {
  return [...budgets.flatMap(portalTruth), ...regionYears.flatMap(transferTruth), ...budgets.flatMap(accountTruth)];
}

function portalTruth(budget: RegionBudget): RegionTruth[] {
  const { region, tahun } = budget;
  return portalRows(budget).flatMap(({ komponen, anggaran, realisasi }) =>
    komponen === null
      ? []
      : [
          {
            kodeWilayah: region.kode,
            tahun,
            ekspor: 'apbd' as const,
            tahap: null,
            sampaiBulan: lastRegionMonth(tahun),
            komponen,
            rincian: null,
            kodeAkun: null,
            anggaran,
            realisasi
          }
        ]
  );
}

function transferTruth(tahun: RegionYear): RegionTruth[] {
  return transferMonths(tahun).flatMap((bulan) =>
    transfers(tahun, bulan ?? 12).map(({ uraian, komponen, anggaran, realisasi }) => ({
      kodeWilayah: homeCode,
      tahun,
      ekspor: 'tkdd' as const,
      tahap: null,
      sampaiBulan: bulan ?? 12,
      komponen,
      rincian: uraian,
      kodeAkun: null,
      anggaran,
      realisasi
    }))
  );
}

function accountTruth(budget: RegionBudget): RegionTruth[] {
  if (budget.region.kode !== homeCode || !accountYears.includes(budget.tahun)) return [];
  return accountRows(budget).map((row) => ({
    kodeWilayah: homeCode,
    ekspor: 'akun' as const,
    sampaiBulan: 12,
    rincian: null,
    ...row
  }));
}
