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
function trimmed(column: string): string {
  return `nullif(regexp_replace(${column}, '^(?:${space}|\\x{1}|[''\\x{2018}\\x{2019}])+|${space}+$', '', 'g'), '')`;
}

/** Whether a cell says "no value": blank, a dash, a word such as NULL or "tidak ada". Never NULL itself. */
export function blankSql(column: string): string {
  const words = '[-.\\x{2010}-\\x{2015}\\x{2212}]{1,3}|null|nil|nihil|none|nan|n/a|#n/a|tidak ada|belum ada|kosong';
  return `coalesce(regexp_full_match(lower(${trimmed(column)}), '${words}'), true)`;
}

/**
 * A calendar day: `2025-03-31`, `2025/3/31`, `31/03/2025`, `31-3-2025`, `31.03.2025`, `31 Maret 2025`, a time behind it dropped, or a
 * spreadsheet's serial number. NULL for a day that does not exist, a year of two digits and a month-first date.
 */
export function dateSql(column: string): string {
  const day = `regexp_replace(${trimmed(column)}, '(?:T| +)[0-9]{1,2}[:.][0-9]{2}.*$', '')`;
  const piece = (pattern: string, group: number) => `regexp_extract(${day}, '${pattern}', ${group})`;
  const built = (year: string, month: string, date: string) =>
    `try_cast(${year} || '-' || lpad(${month}, 2, '0') || '-' || lpad(${date}, 2, '0') AS DATE)`;
  const dayFirst = '^([0-9]{1,2})(?:/([0-9]{1,2})/|-([0-9]{1,2})-|\\.([0-9]{1,2})\\.)([12][0-9]{3})$';
  const yearFirst = '^([12][0-9]{3})(?:/([0-9]{1,2})/|-([0-9]{1,2})-|\\.([0-9]{1,2})\\.)([0-9]{1,2})$';
  const named = '^([0-9]{1,2})[ -]+([A-Za-z]{3,9})\\.?[ -]+([12][0-9]{3})$';
  const middle = (pattern: string) => [2, 3, 4].map((group) => piece(pattern, group)).join(' || ');
  const month = `(${list(monthNumbers)})[list_position(${list(monthWords.map(quoted))}, lower(${piece(named, 2)}))]`;
  const serial = `try_cast(regexp_extract(${day}, '^([0-9]{5})(?:[.,][0-9]+)?$', 1) AS INTEGER)`;
  return `CASE
    WHEN ${column} IS NULL THEN NULL
    WHEN regexp_matches(${day}, '${yearFirst}') THEN ${built(piece(yearFirst, 1), middle(yearFirst), piece(yearFirst, 5))}
    WHEN regexp_matches(${day}, '${dayFirst}') THEN ${built(piece(dayFirst, 5), middle(dayFirst), piece(dayFirst, 1))}
    WHEN regexp_matches(${day}, '${named}') THEN ${built(piece(named, 3), `${month}::VARCHAR`, piece(named, 1))}
    WHEN ${serial} BETWEEN ${firstSerial} AND ${lastSerial} THEN DATE '1899-12-30' + ${serial}
  END`;
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
  const digits = `(?:[0-9]{1,3}(?:[${group}][0-9]{3})+|[0-9]+)(?:[${point}][0-9]+)?`;
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
