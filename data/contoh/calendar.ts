/** The years of the sample; the last one is open. */
export const years = [2023, 2024, 2025, 2026] as const;
export type Year = (typeof years)[number];

/** Budget stages in their order; each is a whole snapshot. */
export const stages = ['murni', 'pergeseran-1', 'pergeseran-2', 'perubahan'] as const;
export type Stage = (typeof stages)[number];

/** Names as the exports print them, January first. */
export const monthNames = [
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
] as const;

/** Everything the sample says holds at this date. */
export const asOf = '2026-10-31';

/** Last month with files: 12 for a complete year, 10 for 2026. */
export function lastMonth(year: Year): number {
  return year === 2026 ? 10 : 12;
}

/** Month (1–12) in which a stage comes into force. */
export function stageStart(year: Year, stage: Stage): number {
  const perubahan = year === 2025 ? 9 : 10;
  return { murni: 1, 'pergeseran-1': 3, 'pergeseran-2': 6, perubahan }[stage];
}

/** The stage in force in a month (1–12): the latest that has started. */
export function stageInForce(year: Year, month: number): Stage {
  return stages.findLast((stage) => stageStart(year, stage) <= month) ?? 'murni';
}

/** Month in which the holiday allowance (THR) is paid: the one before or of Idulfitri. */
export function holidayPayMonth(year: Year): number {
  return year === 2023 ? 4 : 3;
}

/** Month in which the thirteenth pay is paid. */
export const thirteenthPayMonth = 6;
