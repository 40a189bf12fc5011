// d3-array has both; as one module it brings its maps, sorts and searches along: 1 kB compressed of the 100 kB that a page may weigh.

/** Round values from `low` to `high`, both ends included where they are round: multiples of 1, 2 or 5 times a power of ten, about `count` of them. */
export function ticks(low: number, high: number, count: number): number[] {
  if (low === high) return [low];
  const { toUnits, value } = stepOf(low, high, count);
  let [first, last] = [Math.round(toUnits(low)), Math.round(toUnits(high))];
  if (value(first) < low) first++;
  if (value(last) > high) last--;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => value(first + index));
}

/** A domain widened so that both of its ends are such round values. */
export function nice(low: number, high: number, count: number): [number, number] {
  let ends: [number, number] = [low, high];
  let before = 0;
  // A wider domain may have wider steps: widened until they stay.
  while (ends[0] < ends[1]) {
    const { size, toUnits, value } = stepOf(...ends, count);
    if (size === before) break;
    before = size;
    const [first, last] = [Math.ceil(toUnits(ends[0])), Math.floor(toUnits(ends[1]))];
    ends = [
      value(first) > ends[0] ? value(first - 1) : value(first),
      value(last) < ends[1] ? value(last + 1) : value(last)
    ];
  }
  return ends;
}

/** The step nearest to an even division, as counts of steps and back. Below 1 it divides by a whole number, which is exact where a product is not. */
function stepOf(low: number, high: number, count: number) {
  const even = (high - low) / count;
  const power = Math.floor(Math.log10(even));
  const over = even / 10 ** power;
  const factor = over >= Math.sqrt(50) ? 10 : over >= Math.sqrt(10) ? 5 : over >= Math.sqrt(2) ? 2 : 1;
  const size = power < 0 ? 10 ** -power / factor : factor * 10 ** power;
  return power < 0
    ? { size, toUnits: (value: number) => value * size, value: (units: number) => units / size }
    : { size, toUnits: (value: number) => value / size, value: (units: number) => units * size };
}
