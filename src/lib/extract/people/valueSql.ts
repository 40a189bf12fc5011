// Expressions for DuckDB, native or in the browser. `column` is an SQL expression of type VARCHAR as the importer loads it: the text of
// a csv, or of a workbook's cell with U+0001 before a number. What cannot be read is NULL, never a guess.

const months = [
  ['januari', 'january', 'jan'],
  ['februari', 'pebruari', 'february', 'feb', 'peb'],
  ['maret', 'march', 'mar', 'mrt'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['agustus', 'august', 'agu', 'agt', 'ags', 'aug', 'agus'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'december', 'des', 'dec']
] as const;
const monthWords = months.flat();
const monthNumbers = months.flatMap((names, i) => names.map(() => i + 1));

/** Spreadsheet serial numbers that can be a date of this field: 1950-01-01 to 2099-12-31. Shorter numbers are years or counts. */
const [firstSerial, lastSerial] = [18_264, 73_050];
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

/** White space of every kind, as RE2 writes it. */
const space = '[\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{2000}-\\x{200d}\\x{202f}\\x{feff}]';

/** The text of a cell without outer white space, a leading apostrophe and the mark of a number; blank text is NULL. */
export function trimmed(column: string): string {
  return `nullif(regexp_replace(${column}, '^(?:${space}|\\x{1}|[''\\x{2018}\\x{2019}])+|${space}+$', '', 'g'), '')`;
}

/** Whether a cell says "no value": blank, a dash, a word such as NULL or "tidak ada". Never NULL itself. */
export function blankSql(column: string): string {
  const words = '[-.\\x{2010}-\\x{2015}\\x{2212}]{1,3}|null|nil|nihil|none|nan|n/a|#n/a|tidak ada|belum ada|kosong';
  return `coalesce(regexp_full_match(lower(${trimmed(column)}), '${words}'), true)`;
}

/** How the days of one column are written, where a cell by itself does not say. */
export interface DateStyle {
  /** Which of `3/4/2025` is first; null where the column contradicts itself, so that no such cell is read. */
  order: 'day' | 'month' | null;
  /** Days without marks: `20250331` or `31032025`; null where the column has none, or cells that fit neither. */
  compact: 'year' | 'day' | null;
}

const dayFirst = '^([0-9]{1,2})(?:/([0-9]{1,2})/|-([0-9]{1,2})-|\\.([0-9]{1,2})\\.)([12][0-9]{3})$';
const yearFirst = '^([12][0-9]{3})(?:/([0-9]{1,2})/|-([0-9]{1,2})-|\\.([0-9]{1,2})\\.)([0-9]{1,2})$';
const named = '^([0-9]{1,2})[ -]+([A-Za-z]{3,9})\\.?[ -]+([12][0-9]{3}|[0-4][0-9])$';
const compactPatterns = {
  year: '^(19[5-9][0-9]|20[0-9]{2})([0-9]{2})([0-9]{2})$',
  day: '^([0-9]{2})([0-9]{2})(19[5-9][0-9]|20[0-9]{2})$'
};

/** The text of a day: no weekday before it and no time behind it. */
function dayText(column: string): string {
  const timeless = `regexp_replace(${trimmed(column)}, '(?:T| +)[0-9]{1,2}[:.][0-9]{2}.*$', '')`;
  return `regexp_replace(${timeless}, '^(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)[, ]+', '', 'i')`;
}

function built(year: string, month: string, date: string): string {
  return `try_cast(${year} || '-' || lpad(${month}, 2, '0') || '-' || lpad(${date}, 2, '0') AS DATE)`;
}

function part(text: string, pattern: string, group: number): string {
  return `regexp_extract(${text}, '${pattern}', ${group})`;
}

/** The month or day between two marks, whichever mark it is. */
function middle(text: string, pattern: string): string {
  return [2, 3, 4].map((group) => part(text, pattern, group)).join(' || ');
}

/** A spreadsheet drops the 0 before the day of a number such as 1032025. */
function padded(text: string): string {
  return `CASE WHEN regexp_full_match(${text}, '[0-9]{7}') THEN '0' || ${text} ELSE ${text} END`;
}

function compactDay(text: string, style: 'year' | 'day'): string {
  const digits = style === 'year' ? text : padded(text);
  const [year, month, date] = style === 'year' ? [1, 2, 3] : [3, 2, 1];
  const piece = (group: number): string => part(digits, compactPatterns[style], group);
  return `CASE WHEN regexp_matches(${digits}, '${compactPatterns[style]}') THEN ${built(piece(year!), piece(month!), piece(date!))} END`;
}

/**
 * A calendar day: `2025-03-31`, `2025/3/31`, `31/03/2025`, `31-3-2025`, `31.03.2025`, `31 Maret 2025`, `31-Mar-25`, a weekday before it
 * or a time behind it dropped, or a spreadsheet's serial number; month-first or without marks where the column's style says so. NULL for a
 * day that does not exist and for numbers with a year of two digits.
 */
export function dateSql(column: string, { order, compact }: DateStyle = { order: 'day', compact: null }): string {
  const day = dayText(column);
  const month = `(${list(monthNumbers)})[list_position(${list(monthWords.map(quoted))}, lower(${part(day, named, 2)}))]`;
  const year = `CASE WHEN length(${part(day, named, 3)}) = 2 THEN '20' ELSE '' END || ${part(day, named, 3)}`;
  const serial = `try_cast(regexp_extract(${day}, '^([0-9]{5})(?:[.,][0-9]+)?$', 1) AS INTEGER)`;
  const [first, second] = [part(day, dayFirst, 1), middle(day, dayFirst)];
  const marked =
    order === null
      ? 'NULL::DATE'
      : order === 'day'
        ? built(part(day, dayFirst, 5), second, first)
        : built(part(day, dayFirst, 5), first, second);
  return `CASE
    WHEN ${column} IS NULL THEN NULL
    WHEN regexp_matches(${day}, '${yearFirst}') THEN ${built(part(day, yearFirst, 1), middle(day, yearFirst), part(day, yearFirst, 5))}
    WHEN regexp_matches(${day}, '${dayFirst}') THEN ${marked}
    WHEN regexp_matches(${day}, '${named}') THEN ${built(`(${year})`, `${month}::VARCHAR`, part(day, named, 1))}
    WHEN ${serial} BETWEEN ${firstSerial} AND ${lastSerial} THEN DATE '1899-12-30' + ${serial}
    ${compact === null ? '' : `ELSE ${compactDay(day, compact)}`}
  END`;
}

/** Whether a cell of days says "no day": blank, a word for it, or only zeros such as `00/00/0000`. */
export function noDateSql(column: string): string {
  return `(${blankSql(column)} OR coalesce(regexp_full_match(${trimmed(column)}, '[-0/.: ]+'), false))`;
}

/**
 * Query of what the distinct cells `teks` of a table say of a column's style: days that can only be day-first or only month-first, and of
 * the cells without marks how many there are and how many are days in either order.
 */
export function dateCountSql(table: string): string {
  const day = dayText('teks');
  const [first, second] = [part(day, dayFirst, 1), middle(day, dayFirst)].map(
    (text) => `try_cast(nullif(${text}, '') AS INTEGER)`
  );
  const bare = `regexp_full_match(${day}, '[0-9]{7,8}') AND NOT ${noDateSql('teks')}`;
  const count = (condition: string, name: string): string => `(count(*) FILTER (${condition}))::INTEGER AS ${name}`;
  return `SELECT ${[
    count(`${first} > 12 AND ${second} <= 12`, 'hari_dahulu'),
    count(`${first} <= 12 AND ${second} > 12`, 'bulan_dahulu'),
    count(bare, 'tanpa_tanda'),
    count(`${bare} AND (${compactDay(day, 'year')}) IS NOT NULL`, 'tahun_di_depan'),
    count(`${bare} AND (${compactDay(day, 'day')}) IS NOT NULL`, 'hari_di_depan')
  ].join(', ')} FROM ${table}`;
}

/** The national desil of a cell, 1 to 10: `4`, `04`, `4.0`, `Desil 4`, `D4`, `IV`, `4 (rentan)`; NULL where undecided or not one desil. */
export function desilSql(column: string): string {
  const text = `lower(${trimmed(column)})`;
  const value = `regexp_extract(${text}, '^(?:desil|decile|d)?[ _.:-]*(?:ke)?[ _.:-]*([0-9]{1,2}|[ivx]{1,4})(?:[.,]0+)?(?: *[(].*[)])?$', 1)`;
  const roman = `list_position(${list(romans.map(quoted))}, ${value})`;
  const digits = `try_cast(${value} AS INTEGER)`;
  return `CASE WHEN ${column} IS NULL THEN NULL WHEN ${digits} BETWEEN 1 AND 10 THEN ${digits} WHEN ${roman} > 0 THEN ${roman} END`;
}

/** Whether a desil column holds something that is neither a desil nor a word for "not yet decided": a sign of exchanged columns. */
export function desilUnreadableSql(column: string): string {
  const undecided = '(?:desil|status|data)?[ _]*(?:belum|tidak|tdk|blm|tanpa)[ _].*|0+(?:[.,]0+)?';
  return `(NOT ${blankSql(column)} AND ${desilSql(column)} IS NULL
    AND NOT regexp_full_match(lower(${trimmed(column)}), '${undecided}'))`;
}

/**
 * Rupiah of a cell as DECIMAL(20,2), its text written the Indonesian (`1.234.567,89`) or the English way (`1,234,567.89`); a numeric cell
 * of a workbook is read as it is. `Rp`, `,-` and parentheses for negative amounts are understood; NULL where blank or not such a number.
 */
export function amountSql(column: string, angka: 'id' | 'en'): string {
  const [group, point] = angka === 'id' ? ['.', ','] : [',', '.'];
  const text = `regexp_replace(regexp_replace(lower(${trimmed(column)}), '^([(-]? *)(?:rp|idr)[.]? *', '\\1'), ',-+$', '')`;
  // three digits behind the mark are thousands of somebody who writes the other way: rupiah have no three decimals
  const digits = `(?:[0-9]{1,3}(?:[${group}][0-9]{3})+|[0-9]+)(?:[${point}](?:[0-9]{1,2}|[0-9]{4,}))?`;
  const bare = `regexp_replace(${text}, '[() ]|[${group}]', '', 'g')`;
  const plain = angka === 'id' ? `replace(${bare}, ',', '.')` : bare;
  return `CASE
    WHEN ${column} IS NULL THEN NULL
    WHEN starts_with(${column}, chr(1)) THEN try_cast(substr(${column}, 2) AS DECIMAL(20,2))
    WHEN regexp_full_match(${text}, '-? *${digits}') THEN try_cast(${plain} AS DECIMAL(20,2))
    WHEN regexp_full_match(${text}, '[(] *${digits} *[)]') THEN -try_cast(${plain} AS DECIMAL(20,2))
  END`;
}

function list(items: readonly (string | number)[]): string {
  return `[${items.join(', ')}]`;
}

function quoted(word: string): string {
  return `'${word}'`;
}
