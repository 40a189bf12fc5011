import { accountFile, accountYears } from './apbdAkun';
import { djpkFile } from './djpk';
import type { SampleFile } from './files';
import { homeCode, lastRegionMonth, regions, regionYears, type RegionYear } from './region';
import { type RegionBudget, regionBudgets } from './regionBudget';
import { tkddFile } from './tkdd';

/** Years whose transfers are delivered month by month; earlier ones only as a whole. */
const monthlySince: RegionYear = 2023;

/** Every year of every region of the sample; the same on every call. */
export function allRegionBudgets(): RegionBudget[] {
  return regions.flatMap(regionBudgets);
}

/** Months of the transfer files of a year; null is the whole year. */
export function transferMonths(tahun: RegionYear): (number | null)[] {
  return tahun < monthlySince ? [null] : Array.from({ length: lastRegionMonth(tahun) }, (_, index) => index + 1);
}

/** The regional exports, one at a time: the portal's budgets of ten regions, its transfers and the accounts of the home region. */
export function* regionFiles(budgets: readonly RegionBudget[] = allRegionBudgets()): Generator<SampleFile> {
  for (const budget of budgets) yield djpkFile(budget);
  for (const tahun of regionYears) for (const bulan of transferMonths(tahun)) yield tkddFile(tahun, bulan);
  for (const budget of budgets)
    if (budget.region.kode === homeCode && accountYears.includes(budget.tahun)) yield accountFile(budget);
}
