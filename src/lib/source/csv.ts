import { readRecords, type Dialect } from './csvTokens';
import { problem } from './containerProblem';
import type { Problem } from './problem';
import type { Cell } from './sheet';

/** In this order a tie is settled: a comma is more often a decimal mark than a tab or semicolon is anything else. */
const delimiters = ['\t', ';', '|', ','] as const;
const windowLength = 200_000;
/** As many rows as a spreadsheet has. More blank rows in one stretch are not kept: they would only cost memory. */
const longestBlankRun = 1_048_576;
const blankRow: readonly Cell[] = [];

/** Rows of a delimited text as they stand (numbers and dates stay text), its dialect, and what a person should know. Never throws. */
export function readCsv(
  text: string,
  file: string
): { rows: readonly Cell[][]; dialect: Dialect; problems: Problem[] } {
  const body = withoutBlankEnd(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  const dialect = decideDialect(body);
  const rows: Cell[][] = [];
  const problems: Problem[] = [];
  let blanks = 0;
  const stray = readRecords(body, dialect, (fields) => {
    const row = toRow(fields);
    if (row === null || (rows.length + blanks === 0 && isSeparatorHint(fields))) {
      blanks++;
      return;
    }
    if (blanks > longestBlankRun) {
      problems.push(problem('blank-run', { file, row: rows.length + 1 }, String(blanks - longestBlankRun)));
      blanks = longestBlankRun;
    }
    for (; blanks > 0; blanks--) rows.push(blankRow as Cell[]);
    rows.push(row);
  });
  for (const row of stray) problems.push(problem('stray-quote', { file, row }));
  return { rows, dialect, problems };
}

/** The text up to the end of its last line with anything but delimiters in it: spreadsheets saved with a coloured page end in millions. */
function withoutBlankEnd(text: string): string {
  const blanks = new Set(Array.from(',;\t| \r\n', (letter) => letter.charCodeAt(0)));
  let last = text.length - 1;
  while (last >= 0 && blanks.has(text.charCodeAt(last))) last--;
  if (last < 0) return '';
  while (last < text.length && text.charCodeAt(last) !== 10 && text.charCodeAt(last) !== 13) last++;
  return text.slice(0, last);
}

/** The delimiter that cuts most rows of the file's beginning, middle and end into the same number of fields, and its quotation mark. */
export function decideDialect(text: string): Dialect {
  const windows = windowsOf(text);
  const hint = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1] as Dialect['delimiter'] | undefined;
  const quote = quoteOf(windows);
  if (hint !== undefined) return { delimiter: hint, quote };
  let best: { delimiter: Dialect['delimiter']; share: number } = { delimiter: ',', share: 0 };
  for (const delimiter of delimiters) {
    const share = shareOfCommonWidth(windows, { delimiter, quote });
    if (share > best.share + 0.05) best = { delimiter, share };
  }
  return { delimiter: best.delimiter, quote };
}

/** Of all rows with text, the share that has the commonest number of fields; 0 when the delimiter cuts nothing. */
function shareOfCommonWidth(windows: readonly string[], dialect: Dialect): number {
  const widths = new Map<number, number>();
  let records = 0;
  for (const window of windows) {
    readRecords(window, dialect, (fields) => {
      if (fields.every((field) => field.trim() === '')) return;
      records++;
      if (fields.length > 1) widths.set(fields.length, (widths.get(fields.length) ?? 0) + 1);
    });
  }
  return records === 0 ? 0 : Math.max(0, ...widths.values()) / records;
}

/** Single quotes only where fields are wrapped in them in pairs; an apostrophe before a number (`'6402…`) is no quotation. */
function quoteOf(windows: readonly string[]): Dialect['quote'] {
  const sample = windows.join('\n');
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  if (count(/(?<=^|[,;\t|])"/gm) > 0) return '"';
  const openings = count(/(?<=^|[,;\t|])'(?!'(?:[,;\t|\r]|$))/gm);
  const wrapped = count(/(?<=^|[,;\t|])'[^'\r\n]+(?:''[^'\r\n]*)*'(?=[,;\t|\r]|$)/gm);
  return wrapped > 0 && wrapped === openings ? "'" : '"';
}

/** The beginning, middle and end of a text, in whole lines; the whole text when it is short. */
function windowsOf(text: string): string[] {
  if (text.length <= 3 * windowLength) return [text];
  return [0, Math.floor((text.length - windowLength) / 2), text.length - windowLength].map((from) => {
    const piece = text.slice(from, from + windowLength);
    const start = from === 0 ? 0 : piece.indexOf('\n') + 1;
    const end = piece.lastIndexOf('\n');
    return end > start ? piece.slice(start, end) : piece;
  });
}

/** One record as cells without the blank ones at its end; null when all are blank. */
function toRow(fields: readonly string[]): Cell[] | null {
  let last = fields.length - 1;
  while (last >= 0 && toCell(fields[last] ?? '') === null) last--;
  return last < 0 ? null : Array.from({ length: last + 1 }, (_, i) => toCell(fields[i] ?? ''));
}

/** Trimmed text; NULL in any case, `\N`, `''` and `""` are how databases write "missing". */
function toCell(field: string): Cell {
  const text = field.trim();
  if (text === '' || text === "''" || text === '""' || text === '\\N') return null;
  return text.length === 4 && text.toLowerCase() === 'null' ? null : text;
}

/** `sep=;` in the first line tells a spreadsheet the delimiter; it is no data. */
function isSeparatorHint(fields: readonly string[]): boolean {
  return /^sep=/i.test(fields[0] ?? '') && fields.every((field, i) => i === 0 || field === '');
}
