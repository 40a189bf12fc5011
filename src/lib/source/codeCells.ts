import { type Code, readCode } from './code';
import { cellText } from './layout';
import type { Cell, Sheet } from './sheet';

/** The codes of a row, from the widest level to the deepest; one code spread over several cells (5 | 1 | 02 | 01) is put together. */
export function codeTexts(cells: readonly Cell[], columns: readonly number[]): string[] {
  const texts = columns.map((column) => cellText(cells[column])).filter((text) => text !== null);
  const spread = texts.length > 1 && /^\d{1,2}$/.test(texts[0]!) && /^\d{1,2}$/.test(texts[1]!);
  return spread ? [texts.join('.')] : texts;
}

/** The deepest code of a row; null where the row has none that can be read. */
export function rowCode(cells: readonly Cell[], columns: readonly number[]): Code | null {
  const text = codeTexts(cells, columns).at(-1);
  return text === undefined ? null : readCode(text);
}

/** The first readable code within a few rows below an index; null where there is none. */
export function nextCode(sheet: Sheet, index: number, columns: readonly number[]): Code | null {
  for (const cells of sheet.rows.slice(index + 1, index + 4)) {
    const code = rowCode(cells, columns);
    if (code !== null) return code;
  }
  return null;
}

/** The row of column numbers below a header, also where a printed page repeats it: 1, 2, 3, 4 … */
export function isNumberRow(cells: readonly Cell[]): boolean {
  const texts = cells.map(cellText).filter((text) => text !== null);
  return texts.length >= 4 && texts.every((text, i) => new RegExp(`^${i + 1}(\\s*=.*)?$`).test(text));
}

/** Tells the header rows that a printed export repeats on each page: every filled cell says what a header row says in that column. */
export function headerRepeats(sheet: Sheet, header: number): (cells: readonly Cell[]) => boolean {
  const block = sheet.rows.slice(Math.max(0, header - 3), header + 1);
  const said = (column: number, text: string): boolean => block.some((row) => cellText(row[column]) === text);
  return (cells) => {
    const filled = cells.flatMap((cell, column) =>
      cellText(cell) === null ? [] : [{ column, text: cellText(cell)! }]
    );
    return filled.length >= 2 && filled.every(({ column, text }) => !/^\d/.test(text) && said(column, text));
  };
}
