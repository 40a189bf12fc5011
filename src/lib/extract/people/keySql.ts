import { type KeyClass, type KeyColumn, keyLetters, largestExact, noKeyWords } from './keyClass';

// Expressions for DuckDB, native or in the browser: no extension, and regular expressions as RE2 knows them. `column` is an SQL
// expression of type VARCHAR that the importer itself writes, never a name from a file.

const { space, dash, quote } = keyLetters;

/** A pattern of JavaScript as an SQL string of an RE2 pattern. */
function pattern(source: string): string {
  return `'${source
    .replace(/\\u\{([0-9a-f]+)\}/g, '\\x{$1}')
    .replaceAll('\\d', '[0-9]')
    .replaceAll('\\/', '/')
    .replaceAll("'", "''")}'`;
}

function letters(...classes: (readonly string[])[]): string {
  return `[${classes.flat().join('')}]`;
}

function matches(text: string, source: string): string {
  return `regexp_full_match(${text}, ${pattern(source)})`;
}

function without(text: string, source: string): string {
  return `regexp_replace(${text}, ${pattern(source)}, '', 'g')`;
}

/** The texts a key is judged by: without outer space, without all noise, without quotes; and the digits of a numeric cell. */
function parts(column: string): { text: string; bare: string; unquoted: string; number: string } {
  const text = without(column, `^${letters(space)}+|${letters(space)}+$`);
  return {
    text,
    bare: without(column, letters(space, dash, quote)),
    unquoted: without(text, letters(quote)),
    number: `substr(${text}, 2)`
  };
}

const sixteen = '\\d{16}';
const decimal = '\\d{16}[.,]0+';
const scientific = '\\d([.,]\\d+)?[eE][+]?\\d+';
const exactScientific = '\\d[.,]\\d{14}[1-9][eE][+]?15';
const thousands = '\\d([.,]\\d{3}){5}';
const dotted = '\\d+([.]\\d+){2,}';

/** Whether 16 digits say nothing: one digit over and over. */
function repeats(key: string): string {
  return `${key} = repeat(left(${key}, 1), 16)`;
}

/** The 16 digits of a NIK or KK, or NULL where there is none or a digit was lost; never completed by guess. Twin of `readKey`. */
export function keySql(column: string, { damaged = false }: KeyColumn = {}): string {
  const { text, bare, unquoted, number } = parts(column);
  const joined = `replace(${bare}, '.', '')`;
  const exact = `regexp_replace(left(${unquoted}, 17), '[.,]', '')`;
  const kept = (key: string) =>
    `CASE WHEN NOT (${repeats(key)}${damaged ? ` OR ends_with(${key}, '0')` : ''}) THEN ${key} END`;
  const keptExact = (key: string) => `CASE WHEN ${key} <= '${largestExact}' THEN ${kept(key)} END`;
  return `CASE
    WHEN ${matches(column, sixteen)} THEN ${kept(column)}
    WHEN ${column} IS NULL OR ${column} = '' THEN NULL
    WHEN starts_with(${text}, chr(1)) THEN CASE
      WHEN ${matches(number, sixteen)} AND NOT ends_with(${number}, '0') AND ${number} <= '${largestExact}' THEN ${number} END
    WHEN ${matches(bare, sixteen)} THEN ${kept(bare)}
    WHEN ${matches(bare, decimal)} THEN ${keptExact(`left(${bare}, 16)`)}
    WHEN ${matches(unquoted, exactScientific)} THEN ${keptExact(exact)}
    WHEN ${matches(bare, dotted)} AND NOT ${matches(bare, thousands)} AND strlen(${joined}) = 16 THEN ${kept(joined)}
  END`;
}

/** How a NIK or KK stands in its cell: one of `keyClasses`, never NULL. Twin of `readKey`. */
export function keyClassSql(column: string, { damaged = false }: KeyColumn = {}): string {
  const { text, bare, unquoted, number } = parts(column);
  const cut = (key: string, otherwise: string) =>
    `CASE WHEN ${repeats(key)} THEN 'kosong'${damaged ? ` WHEN ends_with(${key}, '0') THEN ${named('lima_belas_angka')}` : ''} ELSE ${otherwise} END`;
  const written = `CASE WHEN regexp_matches(${text}, ${pattern(letters(quote))}) THEN ${named('apostrof')} ELSE ${named('spasi_atau_strip')} END`;
  const joined = `replace(${bare}, '.', '')`;
  const first = `left(${bare}, 16)`;
  const exact = `regexp_replace(left(${unquoted}, 17), '[.,]', '')`;
  return `CASE
    WHEN ${matches(column, sixteen)} THEN ${cut(column, named('baik'))}
    WHEN ${column} IS NULL OR ${column} = '' THEN ${named('kosong')}
    WHEN starts_with(${text}, chr(1)) THEN CASE
      WHEN ${matches(number, '0+')} THEN ${named('kosong')}
      WHEN contains(lower(${number}), 'e') THEN ${named('ilmiah')}
      WHEN NOT ${matches(number, sixteen)} THEN ${named('kurang_atau_lebih')}
      WHEN ends_with(${number}, '0') OR ${number} > '${largestExact}' THEN ${named('lima_belas_angka')}
      ELSE ${named('baik')} END
    WHEN ${bare} = '' OR ${matches(`lower(${bare})`, noKeyWords.source)} THEN ${named('kosong')}
    WHEN ${matches(bare, sixteen)} THEN ${cut(bare, `CASE WHEN ${text} = ${bare} THEN ${named('baik')} ELSE ${written} END`)}
    WHEN ${matches(bare, decimal)} THEN CASE WHEN ${first} > '${largestExact}' THEN ${named('lima_belas_angka')}
      ELSE ${cut(first, named('akhiran_nol'))} END
    WHEN ${matches(unquoted, exactScientific)} AND ${exact} <= '${largestExact}' THEN ${cut(exact, named('ilmiah'))}
    WHEN ${matches(unquoted, scientific)} THEN ${named('ilmiah')}
    WHEN ${matches(bare, thousands)} THEN ${named('lima_belas_angka')}
    WHEN ${matches(bare, dotted)} AND strlen(${joined}) = 16 THEN ${cut(joined, written)}
    ${damaged ? `WHEN ${matches(bare, '\\d{15}')} THEN ${named('lima_belas_angka')}` : ''}
    ELSE ${named('kurang_atau_lebih')}
  END`;
}

/**
 * Query that counts the keys of one text column (`kunci`) and those of them that end in 0 (`nol`), for `isDamaged`. Numeric cells of a
 * workbook are not counted: each of them is judged by itself.
 */
export function keyCountSql(table: string, column: string): string {
  return `SELECT count(kunci)::INTEGER AS kunci, (count(kunci) FILTER (ends_with(kunci, '0')))::INTEGER AS nol
    FROM (SELECT ${keySql(column)} AS kunci FROM ${table} WHERE NOT starts_with(${column}, chr(1)))`;
}

function named(keyClass: KeyClass): string {
  return `'${keyClass}'`;
}
