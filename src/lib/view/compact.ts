/**
 * A view as a page carries it: whole rupiah, ratios to six digits, so that the page is a fifth lighter. Nothing printed
 * changes: pages show one decimal of a percentage at most, and whole rupiah.
 */
export function compact<T>(value: T): T {
  if (typeof value === 'number') return rounded(value) as T;
  if (Array.isArray(value)) return value.map(compact) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, compact(part)])) as T;
}

function rounded(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return value;
  if (Math.abs(value) >= 1000) return Math.round(value);
  const short = Number(value.toPrecision(6));
  // Rounded twice, a value just below a half would be printed as the next one.
  return [100, 1000].every((unit) => Math.round(short * unit) === Math.round(value * unit)) ? short : value;
}
