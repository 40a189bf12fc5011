/**
 * The share of the poverty gap that equal benefits close, and the gap closed ÷ money transferred (cost-benefit in the sense of the World
 * Bank). `gaps`: money that each person lacks to the line, 0 for those above; `receives`: who gets the benefit. Null without gap or
 * transfer. It needs consumption data: desil alone cannot give it.
 */
export function gapClosed(
  gaps: readonly number[],
  receives: readonly boolean[],
  benefit: number
): { share: number | null; costBenefit: number | null } {
  const closed = gaps.reduce((sum, gap, i) => sum + (receives[i] ? Math.min(gap, benefit) : 0), 0);
  const gap = gaps.reduce((sum, one) => sum + one, 0);
  const transferred = benefit * receives.filter(Boolean).length;
  return { share: gap === 0 ? null : closed / gap, costBenefit: transferred === 0 ? null : closed / transferred };
}
