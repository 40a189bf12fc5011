import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** A course of values as a path of the given size, oldest at the left; null is a gap; empty when fewer than two are known. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = scaleLinear([0, values.length - 1], [0, width]);
  // A level course runs through the middle.
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - 2, 2]);
  return (
    line<number | null>()
      .defined((value) => value !== null)
      .x((_, index) => Math.round(x(index) * 10) / 10)
      .y((value) => Math.round(y(value!) * 10) / 10)([...values]) ?? ''
  );
}
