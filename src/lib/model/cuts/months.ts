import type { MeasuredAid } from './stretch';

/** How long the money of an aid lasts if nobody is dropped. */
export interface AidMonths {
  /** Months that the money was to pay from the starting month on (T). */
  planned: number;
  /** Months that what is left pays for all recipients, before and after the cut; at most `planned`. */
  before: number;
  after: number;
}

/**
 * Months funded of an aid, from the starting month: rupiah left ÷ (c × recipients), `left` before the cut and `cut` of it, rupiah. Null
 * for aid that is paid once, which has no months, and where it is not known what was spent.
 */
export function aidMonths({ aid, perMonth, count }: MeasuredAid, left: number | null, cut: number): AidMonths | null {
  if (aid.oneOff || left === null) return null;
  const lasts = (rupiah: number) => Math.min(aid.months, Math.max(0, rupiah) / (perMonth * count));
  return { planned: aid.months, before: lasts(left), after: lasts(left - cut) };
}
