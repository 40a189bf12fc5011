import { distribute, type Plan } from './distribute';
import type { Problem } from './problem';

/** Every line is cut in proportion to what may be cut of it (methods.md §4.1). Rules as `distribute` keeps them. */
export function cutInProportion(problem: Problem): Plan {
  const room = (line: number) => problem.lines[line]!.room;
  return distribute(problem, { cap: room, weight: room, stage: () => 0 });
}

/** Every line is cut by the same percent of its pagu, as far as it may be; what one cannot give the others do (methods.md §4.1). */
export function cutBySamePercent(problem: Problem): Plan {
  return distribute(problem, {
    cap: (line) => problem.lines[line]!.room,
    weight: (line) => problem.lines[line]!.line.pagu,
    stage: () => 0
  });
}
