import { aidCategories, type AidCategory } from '$lib/contract/values';
import { blankSql, trimmed } from './valueSql';

// Expressions for DuckDB, native or in the browser, as those of valueSql.ts: how many persons of a category a cell tells of, 0 for none,
// NULL where it does not say.

/** Largest number of persons of one family that is believed. */
const mostPersons = 99;

/** The whole number of a cell: `2`, `2.0`, `2 orang`. */
function numberSql(text: string): string {
  return `try_cast(regexp_extract(${text}, '^([0-9]{1,4})(?:[.,]0+)?(?: *(?:orang|jiwa|org|anggota))?$', 1) AS INTEGER)`;
}

function undecidedSql(text: string): string {
  return `regexp_full_match(${text}, '(?:belum|blm|(?:tidak|tdk) *(?:tahu|diketahui|jelas|yakin)).*|[?]+')`;
}

/**
 * Cells of a column of one category: `Ya`, `Tidak`, a tick, a number of persons, the kind of disability, `non disabilitas`. A cross may be
 * a tick or its contrary, so it does not say.
 */
export function flagSql(column: string): string {
  const text = `lower(${trimmed(column)})`;
  const number = numberSql(text);
  const no = '(?:tidak|tdk|tak|bukan|non|no|n|t|false|f|tanpa|normal|sehat)(?:[^a-z].*)?';
  return `CASE
    WHEN ${blankSql(column)} THEN 0
    WHEN ${undecidedSql(text)} THEN NULL
    WHEN ${number} IS NOT NULL THEN CASE WHEN ${number} <= ${mostPersons} THEN ${number} END
    WHEN regexp_full_match(${text}, '${no}') THEN 0
    WHEN ${text} = 'x' THEN NULL
    WHEN regexp_matches(${text}, '[a-z\\x{2713}\\x{2714}\\x{221a}]') THEN 1
  END`;
}

/** What a cell of social needs must hold to tell of a category. */
const words: Readonly<Record<AidCategory, string>> = {
  disabilitas: 'disab|difabel|cacat',
  disabilitas_telantar: '(?:disab|difabel|cacat).*ter?lantar|ter?lantar.*(?:disab|difabel|cacat)',
  lansia: 'lansia|lanjut usia|jompo',
  lansia_telantar: '(?:lansia|lanjut usia|jompo).*ter?lantar|ter?lantar.*(?:lansia|lanjut usia|jompo)',
  anak_telantar: '(?:anak|balita).*ter?lantar|ter?lantar.*(?:anak|balita)',
  gelandangan_pengemis: 'gelandang|pengemis|gepeng'
};

/** Whether a cell of a column of social needs (PPKS, PMKS) tells of a category, 1 or 0; a code without words does not say. */
export function ppksSql(column: string, category: AidCategory): string {
  const text = `lower(${trimmed(column)})`;
  return `CASE
    WHEN ${blankSql(column)} THEN 0
    WHEN ${undecidedSql(text)} OR NOT regexp_matches(${text}, '[a-z]') THEN NULL
    WHEN regexp_matches(${text}, '^(?:bukan|non|tidak|tdk)[^a-z]') THEN 0
    ELSE CAST(regexp_matches(${text}, '${words[category]}') AS INTEGER)
  END`;
}

/** The number by which SQL knows a category. */
export function categoryNumber(category: AidCategory): number {
  return aidCategories.indexOf(category) + 1;
}
