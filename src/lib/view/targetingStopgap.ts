// Until src/lib/model/targeting has them.
import { isNumber, type Count } from '$lib/model/targeting/count';
import type { Range } from './targetingView';

export function wilsonOf(x: Count, n: Count): Range | null {
  if (!isNumber(x) || !isNumber(n) || n === 0 || x > n) return null;
  const z = 1.959964;
  const p = x / n;
  const d = 1 + (z * z) / n;
  const mid = (p + (z * z) / (2 * n)) / d;
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / d;
  return [Math.max(0, mid - half), Math.min(1, mid + half)];
}
interface Group {
  people: number;
  benefit: number;
}
export function concentrationCurve(groups: readonly Group[]): [number, number][] {
  const [p, b] = [groups.reduce((s, g) => s + g.people, 0), groups.reduce((s, g) => s + g.benefit, 0)];
  if (p === 0 || b === 0) return [];
  let [x, y] = [0, 0];
  return [
    [0, 0] as [number, number],
    ...groups.map((g): [number, number] => [(x += g.people) / p, (y += g.benefit) / b])
  ];
}
export function concentrationCoefficient(groups: readonly Group[]): number | null {
  const curve = concentrationCurve(groups);
  if (curve.length === 0) return null;
  let area = 0;
  for (let i = 1; i < curve.length; i++)
    area += ((curve[i]![0] - curve[i - 1]![0]) * (curve[i]![1] + curve[i - 1]![1])) / 2;
  return 1 - 2 * area;
}
