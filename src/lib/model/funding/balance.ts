/** The three blocks of a regional budget, rupiah; financing is receipts less outlays. Null where not known. */
export interface BudgetBlocks {
  pendapatan: number | null;
  belanja: number | null;
  pembiayaan: number | null;
}

/** A remainder below this share of spending comes from a source that prints rounded figures. */
export const roundingShare = 0.0001;

/**
 * Pendapatan − Belanja + Pembiayaan, rupiah: 0 in a budget, SiLPA in what was realised. No financing counts as none; null where revenue or
 * spending is not known.
 */
export function balanceOf({ pendapatan, belanja, pembiayaan }: BudgetBlocks): number | null {
  return pendapatan === null || belanja === null ? null : pendapatan - belanja + (pembiayaan ?? 0);
}

/** Whether a budget balances, up to the rounding of its source; null where that is not known. */
export function balances(blocks: BudgetBlocks): boolean | null {
  const rest = balanceOf(blocks);
  return rest === null ? null : Math.abs(rest) <= Math.abs(blocks.belanja ?? 0) * roundingShare;
}
