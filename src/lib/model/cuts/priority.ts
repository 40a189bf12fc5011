import { distribute, type Plan } from './distribute';
import type { CutLine } from './line';
import type { Problem } from './problem';

/** Class of a line that nobody put into one. */
export const classWithout = 3;

/** Priority class of a line: 1 is cut last. Lines without a class count as class 3, and the page says how many. */
export function priorityOf({ priority }: Pick<CutLine, 'priority'>): number {
  return priority ?? classWithout;
}

/** The highest class is cut first as far as it may be, then the next; inside a class in proportion to what may be cut. */
export function cutByPriority(problem: Problem): Plan {
  const room = (line: number) => problem.lines[line]!.room;
  return distribute(problem, { cap: room, weight: room, stage: (line) => -priorityOf(problem.lines[line]!.line) });
}
