import type { Stage, Year } from './calendar';
import type { Line } from './tables';

/** What 2026 is built to show, one story for each rule of the exceptions page. Codes are sub kegiatan of the agency itself. */
export const stories = {
  /** A whole program whose first rupiah is spent in September. */
  late: { kodeProgram: '1.06.02', firstMonth: 9 },
  /** Electricity: bills went on after the perubahan cut the pagu; with the other bills nearly used up, so is the sub kegiatan. */
  abovePagu: { kodeSubkegiatan: '1.06.01.2.08.0002', kodeAkun: '5.1.02.02.01.0061', octoberShare: 1.045 },
  /** Alat bantu: delivered, hardly paid. */
  cashBehind: { kodeSubkegiatan: '1.06.04.2.01.0003', fisikOktober: 0.86 },
  /** Rehabilitation of the heroes' cemetery: paid ahead of the work. */
  cashAhead: { kodeSubkegiatan: '1.06.07.2.01.0001', fisikOktober: 0.345 },
  /** Nothing spent by the end of October. */
  nothing: { kodeSubkegiatan: '1.06.04.2.02.0007' },
  /** A repayment makes May negative. */
  negative: { kodeSubkegiatan: '1.06.05.2.02.0001', kodeAkun: '5.1.02.02.01.0004', month: 5, rupiah: -46_350_000 },
  /** Computers: blocked from the first pergeseran on. */
  blocked: { kodeSubkegiatan: '1.06.01.2.07.0006', kodeAkun: '5.2.02.10.01.0002' },
  /** Santunan tunai: budgeted for nine months. */
  nineMonths: { kodeSubkegiatan: '1.06.05.2.02.0006', kodeAkun: '5.1.06.01.01.0001', months: 9 }
} as const;

const open: Year = 2026;

/** Rupiah of the monthly santunan for one person. */
export const santunanPerMonth = 200_000;

/** People on the santunan list of a year. */
export const santunanPeople: Record<Year, number> = { 2023: 6000, 2024: 7500, 2025: 8000, 2026: 8000 };

/** Months of santunan that the year's pagu pays for. */
export function santunanMonths(year: Year): number {
  return year === open ? stories.nineMonths.months : 12;
}

/** Pagu of the santunan line: people x months x Rp200.000; 2024 added its last 300 people in the perubahan. */
export function santunanPagu(year: Year, stage: Stage): number {
  const people = santunanPeople[year] - (year === 2024 && stage !== 'perubahan' ? 300 : 0);
  return people * santunanMonths(year) * santunanPerMonth;
}

/** Permakanan for 800, 850, 500 and 500 people: the published target fell in 2025. A ratio of the line's usual size. */
export function permakananSize(line: Line, year: Year): number {
  const isPermakanan = is(line, { kodeSubkegiatan: '1.06.04.2.01.0001', kodeAkun: '5.1.02.01.01.0039' });
  return isPermakanan ? { 2023: 0.98, 2024: 0.97, 2025: 0.56, 2026: 0.57 }[year] : 1;
}

/** Whether a line plans cash for a month: santunan that is budgeted for nine months plans none after October. */
export function plansMonth(line: Line, year: Year, month: number): boolean {
  return line.pola !== 'santunan' || santunanMonths(year) === 12 || month <= 10;
}

/** Lines that enter the budget with the perubahan only. */
export function isNew(line: Line, year: Year): boolean {
  return year === 2024 && line.kodeAkun === '5.2.03.01.01.0001';
}

/** Lines that the perubahan removes; nothing was spent on them. */
export function isDropped(line: Line, year: Year): boolean {
  return year === open && line.kodeAkun === '5.1.02.04.01.0005';
}

/** Whether a line is blocked at a stage. */
export function blocked(line: Line, year: Year, stage: Stage): boolean {
  return year === open && stage !== 'murni' && is(line, stories.blocked);
}

/**
 * Spending weights that a story gives a line instead of its pattern (January first), with the share of the last pagu spent over the
 * whole year; null where the line has no story.
 */
export function storySpending(line: Line, year: Year): { weights: readonly number[]; absorbed: number } | null {
  if (year !== open) return null;
  if (is(line, stories.blocked) || isDropped(line, year)) return { weights: none, absorbed: 0 };
  if (is(line, stories.nothing)) return { weights: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 6], absorbed: 0.72 };
  if (is(line, stories.cashBehind)) return { weights: [0, 0, 0, 0, 0, 0, 4, 3, 3, 3, 19, 68], absorbed: 0.93 };
  if (is(line, stories.cashAhead)) return { weights: [0, 0, 0, 0, 20, 0, 0, 28, 0, 26, 6, 20], absorbed: 0.96 };
  if (ofSubkegiatan(line, stories.abovePagu)) return { weights: every, absorbed: 0.975 * 1.2 }; // 97.5 % after ten of twelve bills
  if (ofSubkegiatan(line, stories.negative)) return { weights: [0, 4, 13, 19, 0, 8, 9, 9, 9, 9, 8, 12], absorbed: 0.9 };
  if (line.kodeSubkegiatan.startsWith(`${stories.late.kodeProgram}.`)) {
    return { weights: [0, 0, 0, 0, 0, 0, 0, 0, 9, 16, 25, 50], absorbed: 0.78 };
  }
  return null;
}

/** Whether a line is the one that may exceed its pagu. */
export function isAbovePagu(line: Line, year: Year): boolean {
  return year === open && is(line, stories.abovePagu);
}

/** The repayment of a line in a month, rupiah (negative), or null. */
export function repayment(line: Line, year: Year, month: number): number | null {
  const { kodeAkun, month: when, rupiah } = stories.negative;
  return year === open && month === when && is(line, stories.negative) && line.kodeAkun === kodeAkun ? rupiah : null;
}

const every = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const none = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

function is(line: Line, story: { kodeSubkegiatan: string; kodeAkun?: string }): boolean {
  if (line.unit.kode !== '1.06.0.00.0.00.01.0000' || line.kodeSubkegiatan !== story.kodeSubkegiatan) return false;
  return story.kodeAkun === undefined || line.kodeAkun === story.kodeAkun;
}

/** As `is`, for every account of the story's sub kegiatan. */
function ofSubkegiatan(line: Line, { kodeSubkegiatan }: { kodeSubkegiatan: string }): boolean {
  return is(line, { kodeSubkegiatan });
}
