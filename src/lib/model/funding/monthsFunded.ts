/** Rupiah due each month from January up to a month. */
export interface Need {
  perBulan: number;
  sampaiBulan: number;
}

/** How long a pagu pays for what recurs. */
export interface MonthsFunded {
  /** Months from January that the pagu pays for, with the part of the first month it does not pay in full. */
  months: number;
  /** Last month in which something is due, 1–12. */
  ofMonths: number;
  /** Months left without money: ofMonths − months. */
  unfunded: number;
  /** Rupiah due beyond the pagu; 0 where it suffices. */
  shortfall: number;
}

/** What is due in one month, rupiah. */
export function dueIn(needs: readonly Need[], bulan: number): number {
  return needs.reduce((sum, need) => (bulan <= need.sampaiBulan ? sum + need.perBulan : sum), 0);
}

/** What is due over the whole year, rupiah. */
export function dueInYear(needs: readonly Need[]): number {
  return needs.reduce((sum, need) => sum + need.perBulan * need.sampaiBulan, 0);
}

/** Walks the year from January, paying each month from the pagu (rupiah) while it lasts; a month with nothing due is funded. Null where nothing recurs. */
export function monthsFunded(pagu: number, needs: readonly Need[]): MonthsFunded | null {
  const due = needs.filter(({ perBulan, sampaiBulan }) => perBulan > 0 && sampaiBulan > 0);
  if (due.length === 0) return null;
  const ofMonths = Math.max(...due.map(({ sampaiBulan }) => sampaiBulan));
  const shortfall = Math.max(0, dueInYear(due) - pagu);
  let left = Math.max(0, pagu);
  for (let month = 1; month <= ofMonths; month++) {
    const need = dueIn(due, month);
    if (left < need) {
      const months = month - 1 + left / need;
      return { months, ofMonths, unfunded: ofMonths - months, shortfall };
    }
    left -= need;
  }
  return { months: ofMonths, ofMonths, unfunded: 0, shortfall };
}

/** A line whose need recurs, with the sources its pagu comes from. */
export interface RegularLine {
  needs: readonly Need[];
  /** Rupiah by code of the source; `''` for a source the exports do not name. */
  pagu: Readonly<Record<string, number>>;
}

/** The pagu of a line after sources fall by the ratios given (0.1 = 10 % less): each source's part falls by its own ratio. Rupiah. */
export function paguAfterFall({ pagu }: RegularLine, falls: Readonly<Record<string, number>>): number {
  return Object.entries(pagu).reduce((sum, [kode, rupiah]) => sum + rupiah * (1 - (falls[kode] ?? 0)), 0);
}

/**
 * How many program-months an amount of one or more sources stands for: the amount ÷ what the lines that recur cost those sources in a
 * mean month (need of the line ÷ its months × the sources' part of its pagu). Null where nothing that recurs is paid from them.
 */
export function programMonths(
  rupiah: number,
  lines: readonly RegularLine[],
  sources: ReadonlySet<string>
): number | null {
  const monthly = lines.reduce((sum, line) => {
    const total = Object.values(line.pagu).reduce((all, part) => all + part, 0);
    const paid = Object.entries(line.pagu).reduce((all, [kode, part]) => (sources.has(kode) ? all + part : all), 0);
    const months = Math.max(0, ...line.needs.map(({ sampaiBulan }) => sampaiBulan));
    return total <= 0 || months === 0 ? sum : sum + (dueInYear(line.needs) / months) * (paid / total);
  }, 0);
  return monthly <= 0 ? null : rupiah / monthly;
}
