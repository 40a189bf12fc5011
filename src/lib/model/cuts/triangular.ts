import { betaQuantile } from '../targeting/beta';

/** Lowest, most likely and highest value of something uncertain, in one unit; low ≤ mode ≤ high. All three the same: it is certain. */
export interface Triangle {
  low: number;
  mode: number;
  high: number;
}

/** How likelihood runs between the three points: straight lines, or PERT's Beta, which leans on the mode. */
export type Spread = 'segitiga' | 'pert';

/** Throws a RangeError unless low ≤ mode ≤ high, all finite. */
function check({ low, mode, high }: Triangle): void {
  if (!(low <= mode && mode <= high) || !Number.isFinite(high - low))
    throw new RangeError(`low ${low}, mode ${mode}, high ${high} are not in order`);
}

/** Mean: (a + b + c) ÷ 3; of PERT (a + 4m + b) ÷ 6. Methods §4.5. Throws a RangeError where the three are not in order. */
export function meanOf(triangle: Triangle, spread: Spread = 'segitiga'): number {
  check(triangle);
  const { low, mode, high } = triangle;
  return spread === 'pert' ? (low + 4 * mode + high) / 6 : (low + mode + high) / 3;
}

/** Variance: (a² + b² + c² − ab − ac − bc) ÷ 18; of PERT with weight 4, (mean − a)(b − mean) ÷ 7. Methods §4.5. Throws as `meanOf`. */
export function varianceOf(triangle: Triangle, spread: Spread = 'segitiga'): number {
  const mean = meanOf(triangle, spread);
  const { low, mode, high } = triangle;
  if (spread === 'pert') return ((mean - low) * (high - mean)) / 7;
  // Distances from the mode give the same sum without taking big squares from one another.
  const [down, up] = [mode - low, high - mode];
  return (down * down + down * up + up * up) / 18;
}

/** The value that a share p (0–1) of cases lies at or below. Throws as `meanOf`, and for p outside 0–1. */
export function quantileOf(triangle: Triangle, p: number, spread: Spread = 'segitiga'): number {
  check(triangle);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p = ${p} is no share`);
  const { low, mode, high } = triangle;
  const width = high - low;
  if (width === 0) return mode;
  if (spread === 'pert') {
    const [a, b] = [1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width];
    return low + width * betaQuantile(p, a, b);
  }
  return p * width <= mode - low
    ? low + Math.sqrt(p * width * (mode - low))
    : high - Math.sqrt((1 - p) * width * (high - mode));
}
