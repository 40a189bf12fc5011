import type { Problem, ProblemLine, Stretch } from './problem';

/** What the cut of one line may be, in whole rupiah, after its step and the rounding of the plan. */
export interface LineLimits {
  /** Cuts are multiples of this. A line that comes whole has its step; others the rounding of the plan. */
  grain: number;
  /** True where the line comes whole: its cut is chosen as a number of steps. */
  comesWhole: boolean;
  /** Largest cut, a multiple of `grain`. */
  most: number;
  /** Largest cut that does not close the line, a multiple of `grain`; null without such a rule. */
  kept: number | null;
  /** The cut that closes the line; null where there is no such rule, or where no multiple of `grain` closes it. */
  closing: number | null;
  /** The cut that was set by hand; neither step nor rounding binds it. Null where the plan decides. */
  fixed: number | null;
}

/** Limits of every line, in the order of the problem. */
export function limitsOf(problem: Problem): LineLimits[] {
  return problem.lines.map((line) => lineLimits(line, problem.rounding));
}

function lineLimits({ room, step, keepAbove, fixed }: ProblemLine, rounding: number): LineLimits {
  const grain = step ?? rounding;
  const most = Math.floor(room / grain) * grain;
  const kept = keepAbove === null ? null : Math.floor(Math.min(keepAbove, most) / grain) * grain;
  const closing = keepAbove === null || most !== room ? null : room;
  return { grain, comesWhole: step !== null, most, kept, closing, fixed };
}

/** Largest cut of a line from one of its pools, rupiah: its pagu there, in multiples of the grain where the line is of one pool. */
export function mostFrom(pagu: number, { most, grain, comesWhole, fixed }: LineLimits, rounding: number): number {
  if (fixed !== null) return Math.min(pagu, fixed);
  const unit = comesWhole ? 1 : Math.min(grain, rounding);
  return Math.min(Math.floor(pagu / unit) * unit, most);
}

/** Stretches that matter: none of no width, neighbours of one harm as one. */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const { width, harm } of stretches) {
    const last = out.at(-1);
    if (width <= 0) continue;
    if (last && last.harm === harm) out[out.length - 1] = { width: last.width + width, harm };
    else out.push({ width, harm });
  }
  return out;
}

/** Harm of cutting so many rupiah of a line: its stretches are used up in their order. 0 where nothing is harmed or harm is not known. */
export function lineHarm(stretches: readonly Stretch[], cut: number): number {
  let [left, harm] = [cut, 0];
  for (const stretch of stretches) {
    const used = Math.min(left, stretch.width);
    harm += used * stretch.harm;
    left -= used;
    if (left <= 0) break;
  }
  return harm;
}
