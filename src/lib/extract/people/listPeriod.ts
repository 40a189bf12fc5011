import { monthOf, readPeriod, type Period } from '$lib/source/period';

/** What a row of a list says of its period, each cell as it stands; null where the list has no such column or the cell is blank. */
export interface GivenPeriod {
  periode: string | null;
  bulan: string | null;
  tahun: string | null;
}

/** The period of a payment. A list of several months (a quarter, a stage) counts in its last month. */
export interface ListPeriod {
  tahun: number;
  /** Last month, 1–12; null for a list of the whole year. */
  bulan: number | null;
  /** Months the list covers; null where it does not say. */
  banyakBulan: number | null;
}

const quarters = ['i', 'ii', 'iii', 'iv'];

/**
 * The period of rows by their own cells, else by what titles, sheet and file name say; null without a year. `2025-03`, `202503`, `Maret 2025`,
 * `Triwulan I 2025`, `TW2`, `Semester 2`, `Jan-Mar 2025`; a month column may hold a name or a number.
 */
export function listPeriod(given: GivenPeriod, sheet: Period): ListPeriod | null {
  const text = readPeriod(given.periode ?? '');
  const span = spanOf(given.periode ?? '') ?? spanOf(given.bulan ?? '');
  const tahun = yearOf(given.tahun) ?? yearOf(given.periode) ?? text.tahun ?? sheet.tahun;
  if (tahun === null) return null;
  if (span !== null) return { tahun, ...span };
  const own = monthCell(given.bulan) ?? compactMonth(given.periode) ?? text.bulan;
  const bulan = own ?? sheet.bulan;
  if (bulan === null) return { tahun, bulan, banyakBulan: null };
  const since = own === null ? sheet.sejakBulan : text.sejakBulan;
  return { tahun, bulan, banyakBulan: since === null ? 1 : bulan - since + 1 };
}

/** A quarter or half year as its last month and its length. */
function spanOf(text: string): { bulan: number; banyakBulan: number } | null {
  const found = /(?:triwulan|tw|semester|smt|sem)\.?\s*(?:ke)?[\s-]*(iv|iii|ii|i|[1-4])(?![a-z\d])/i.exec(text);
  if (found === null) return null;
  const word = found[1]!.toLowerCase();
  const n = /\d/.test(word) ? Number(word) : quarters.indexOf(word) + 1;
  const length = /^s/i.test(found[0]) ? 6 : 3;
  return n * length > 12 ? null : { bulan: n * length, banyakBulan: length };
}

function yearOf(text: string | null): number | null {
  const found =
    /(?<!\d)(20[1-4]\d)(?:\.0+)?(?!\d)/.exec(text ?? '') ?? /^(20[1-4]\d)(?:0[1-9]|1[0-2])$/.exec(text ?? '');
  return found === null ? null : Number(found[1]);
}

function monthCell(text: string | null): number | null {
  if (text === null) return null;
  const number = /^0?([1-9]|1[0-2])(?:\.0+)?$/.exec(text.trim());
  return number ? Number(number[1]) : (monthOf(text) ?? compactMonth(text) ?? readPeriod(text).bulan);
}

/** `2025-03`, `2025/3`, `202503`, `03-2025`, also as the first day of the month. */
function compactMonth(text: string | null): number | null {
  const found =
    /^20[1-4]\d[-/. ]?(0?[1-9]|1[0-2])(?:[-/.]\d{1,2})?(?:[ T].*)?$/.exec(text?.trim() ?? '') ??
    /^(0?[1-9]|1[0-2])[-/. ]20[1-4]\d$/.exec(text?.trim() ?? '');
  return found === null ? null : Number(found[1]);
}

/** `2025` or `2025-03`, as `sasaran.periode` writes it. */
export function periodCode({ tahun, bulan }: Pick<ListPeriod, 'tahun' | 'bulan'>): string {
  return bulan === null ? String(tahun) : `${tahun}-${String(bulan).padStart(2, '0')}`;
}

/** Last day of a period, `YYYY-MM-DD`. */
export function lastDayOf({ tahun, bulan }: Pick<ListPeriod, 'tahun' | 'bulan'>): string {
  return new Date(Date.UTC(tahun, bulan ?? 12, 0)).toISOString().slice(0, 10);
}
