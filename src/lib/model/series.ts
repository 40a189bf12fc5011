/**
 * One year by period: index 0 is January, twelve values (four where a year is read by quarter). Rupiah, unless its name
 * says otherwise. null is a period nobody delivered or whose row spans its end: not known, never zero.
 */
export type Series = readonly (number | null)[];

/** Months sejakBulan..bulan (1–12, both included) that one row or one delivered file covers. */
export interface Span {
  sejakBulan: number;
  bulan: number;
}

/** Value at the end of a month (1-based); null before January, past the end, and where it is not known. */
export function valueAt(series: Series, month: number): number | null {
  return series[month - 1] ?? null;
}

/**
 * Year-to-date at the end of each of twelve months, rupiah: the sum of the rows with `bulan` <= m. null where a row or a
 * delivered file spans the end of m, or where a month up to m was never delivered; a delivered month without a row is 0.
 */
export function yearToDate(rows: readonly (Span & { rupiah: number })[], delivered: readonly Span[]): Series {
  const [covered, crossed] = [new Set<number>(), new Set<number>()];
  for (const { sejakBulan, bulan } of [...rows, ...delivered]) {
    for (let month = sejakBulan; month <= bulan; month++) covered.add(month);
    for (let month = sejakBulan; month < bulan; month++) crossed.add(month);
  }
  let isWhole = true;
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    isWhole &&= covered.has(month);
    if (!isWhole || crossed.has(month)) return null;
    return rows.reduce((sum, row) => (row.bulan <= month ? sum + row.rupiah : sum), 0);
  });
}

/** Running total of values per period, rupiah; null from the first unknown period on, since what it hid is in every later total. */
export function cumulative(values: Series): Series {
  const totals: (number | null)[] = [];
  for (const value of values) {
    const before = totals.length === 0 ? 0 : (totals.at(-1) ?? null);
    totals.push(before === null || value === null ? null : before + value);
  }
  return totals;
}

/** Value of each period from running totals, rupiah; null where this total or the one before is not known. */
export function perPeriod(totals: Series): Series {
  return totals.map((total, index) => {
    const before = index === 0 ? 0 : (totals[index - 1] ?? null);
    return total === null || before === null ? null : total - before;
  });
}

/** Element by element sum of several series, rupiah; null in each period where one of them is not known. No series: empty. */
export function sumSeries(all: readonly Series[]): Series {
  const length = Math.max(0, ...all.map((series) => series.length));
  return Array.from({ length }, (_, index) => sumOrNull(all.map((series) => series[index] ?? null)));
}

/** Sum, in the values' own unit; null when one of them is not known. */
export function sumOrNull(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}
