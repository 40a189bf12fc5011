import { linearScale, linePath } from './scale';

/** A course of values as a path of the given size, oldest at the left; null is a gap; empty when fewer than two are known. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = linearScale([0, values.length - 1], [0, width]);
  // A level course runs through the middle.
  const y = linearScale(low === high ? [low - 1, high + 1] : [low, high], [height - 2, 2]);
  const near = (value: number) => Math.round(value * 10) / 10;
  return linePath(values.map((value, index) => (value === null ? null : { x: near(x(index)), y: near(y(value)) })));
}
