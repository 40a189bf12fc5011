import { monthOf, readPeriod, type Period } from '$lib/source/period';

/** What a row of a list says of its period, each cell as it stands; absent or null where the list has no such column or the cell is blank. */
export interface GivenPeriod {
  periode?: string | null;
  bulan?: string | null;
  tahun?: string | null;
  triwulan?: string | null;
  semester?: string | null;
  tahap?: string | null;
}

/** The period of a payment. A list of several months (a quarter, a half year) counts in its last month. */
export interface ListPeriod {
  tahun: number;
  /** Last month, 1–12; null for a list of the whole year. */
  bulan: number | null;
  /** Months the list covers; null where it does not say. */
  banyakBulan: number | null;
  /** Instalment in one spelling (`1` for `Tahap I`, `Tahap 1 Tahun 2025`, `ke-1`); null where the row names none. */
  tahap: string | null;
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/**
 * The period of rows by their own cells, else by what titles, sheet and file name say; null without a year. `2025-03`, `202503`, `Maret 2025`,
 * `Triwulan I 2025`, `TW2`, `Semester 2`, `Jan-Mar 2025`; a month column may hold a name or a number. A stage that names a quarter, half
 * year or month has that period, one with a number only is an instalment of its year. Where `given` the sheet's period holds for all rows.
 */
export function listPeriod(cells: GivenPeriod, sheet: Period, given = false): ListPeriod | null {
  const stage = stageOf(cells.tahap ?? null);
  if (given) {
    const period = listPeriod({}, sheet);
    return period === null ? null : { ...period, tahap: stage.tahap ?? plain(stage.rest) };
  }
  const own = ownMonths(cells, stage.rest);
  const tahun =
    [cells.tahun, cells.periode, cells.triwulan, cells.semester, stage.rest]
      .map(yearOf)
      .find((year) => year !== null) ??
    readPeriod(cells.periode ?? '').tahun ??
    sheet.tahun;
  if (tahun === null) return null;
  // a stage in words that are no period is told from others by its words
  const tahap = stage.tahap ?? (own === null || own.from !== 'tahap' ? plain(stage.rest) : null);
  if (own !== null) return { tahun, bulan: own.bulan, banyakBulan: own.banyakBulan, tahap };
  if (sheet.bulan === null) return { tahun, bulan: null, banyakBulan: null, tahap };
  const since = sheet.sejakBulan;
  return { tahun, bulan: sheet.bulan, banyakBulan: since === null ? 1 : sheet.bulan - since + 1, tahap };
}

interface Months {
  bulan: number;
  banyakBulan: number;
}

/** The months that cells of a row name, quarters and half years first; null where none does. */
function ownMonths(cells: GivenPeriod, stage: string): (Months & { from: 'tahap' | 'lain' }) | null {
  const { periode = null, bulan = null, triwulan = null, semester = null } = cells;
  const others = [
    numbered(triwulan, 3),
    numbered(semester, 6),
    spanOf(periode ?? ''),
    spanOf(bulan ?? ''),
    single(monthCell(bulan)) ?? textMonths(bulan),
    textMonths(periode)
  ].find((months) => months !== null);
  if (others !== undefined) return { ...others!, from: 'lain' };
  const months = spanOf(stage) ?? textMonths(stage);
  return months === null ? null : { ...months, from: 'tahap' };
}

function single(bulan: number | null): Months | null {
  return bulan === null ? null : { bulan, banyakBulan: 1 };
}

/** `2025-03`, `Maret 2025`, `Januari s.d. Maret 2025`. */
function textMonths(text: string | null): Months | null {
  const compact = compactMonth(text);
  if (compact !== null) return single(compact);
  const { bulan, sejakBulan } = readPeriod(text ?? '');
  return bulan === null ? null : { bulan, banyakBulan: sejakBulan === null ? 1 : bulan - sejakBulan + 1 };
}

/** A cell of a column of quarters or half years: its number may stand alone. */
function numbered(text: string | null, length: number): Months | null {
  if (text === null) return null;
  const bare = /^\s*(?:ke)?[\s._-]*(\d|iv|i{1,3})(?:\.0+)?(?![a-z\d])/i.exec(text)?.[1];
  return spanOf(bare === undefined ? text : `${length === 3 ? 'tw' : 'semester'} ${bare}`);
}

/** A quarter or half year as its last month and its length. */
function spanOf(text: string): Months | null {
  const found =
    /(?:triwulan|tri wulan|tw|kuartal|semester|smt|sem)\.?\s*(?:ke)?[\s._-]*(iv|iii|ii|i|[1-4])(?![a-z\d])/i.exec(text);
  if (found === null) return null;
  const n = numeral(found[1]!)!;
  const length = /^s/i.test(found[0]) ? 6 : 3;
  return n * length > 12 ? null : { bulan: n * length, banyakBulan: length };
}

/** The instalment that a stage names (`Tahap 2`, `II`, `ke-2`), and what its cell says besides. */
function stageOf(text: string | null): { tahap: string | null; rest: string } {
  if (text === null) return { tahap: null, rest: '' };
  const found =
    /(?<![a-z])(?:tahap(?:an)?|termin|angsuran)[\s._-]*(?:ke)?[\s._-]*(\d{1,2}|[ivx]{1,4})(?:\.0+)?(?![a-z\d])/i.exec(
      text
    ) ?? /^\s*(?:ke)?[\s._-]*(\d{1,2}|[ivx]{1,4})(?:\.0+)?\s*$/i.exec(text);
  const n = found === null ? null : numeral(found[1]!);
  if (found === null || n === null) return { tahap: null, rest: text };
  const rest = text.replace(found[0], ' ');
  return { tahap: [String(n), plain(rest)].filter((part) => part !== null).join(' '), rest };
}

/** Words of a stage without its year, in one spelling; null where there are none. */
function plain(text: string): string | null {
  const words = text
    .toLowerCase()
    .replace(/(?:tahun(?:\s+anggaran)?|t\.?a\.?)?\s*(?<!\d)20[1-4]\d(?!\d)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return words === '' ? null : words;
}

function numeral(text: string): number | null {
  if (/\d/.test(text)) return Number(text);
  const n = romans.indexOf(text.toLowerCase()) + 1;
  return n === 0 ? null : n;
}

function yearOf(text: string | null | undefined): number | null {
  const found =
    /(?<!\d)(20[1-4]\d)(?:\.0+)?(?!\d)/.exec(text ?? '') ?? /^(20[1-4]\d)(?:0[1-9]|1[0-2])$/.exec(text ?? '');
  return found === null ? null : Number(found[1]);
}

function monthCell(text: string | null): number | null {
  if (text === null) return null;
  const number = /^0?([1-9]|1[0-2])(?:\.0+)?$/.exec(text.trim());
  return number ? Number(number[1]) : monthOf(text);
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
