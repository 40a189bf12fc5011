/** One line of the table that the bench prints. */
export interface BenchRow {
  what: string;
  measured: string;
  /** What design.md §9 allows; null where it names no budget. */
  budget: string | null;
  /** Null without a budget, and where nothing could be measured. */
  isWithin: boolean | null;
  /** How it was measured, in a few words. */
  how: string;
}

/** A row for something that could not be measured here, with the reason. */
export function skippedRow(what: string, budget: string | null, reason: string): BenchRow {
  return { what, measured: 'skipped', budget, isWithin: null, how: reason };
}

/** The rows as lines of text in columns; the last column is free to run on. */
export function tableLines(rows: readonly BenchRow[]): string[] {
  const cells = [
    ['what', 'measured', 'budget', '', 'how'],
    ...rows.map((row) => [row.what, row.measured, row.budget ?? '–', verdict(row), row.how])
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells.map((line) =>
    line.map((cell, column) => (column === line.length - 1 ? cell : cell.padEnd(widths[column]!))).join('  ')
  );
}

function verdict({ isWithin, budget }: BenchRow): string {
  return budget === null || isWithin === null ? '–' : isWithin ? 'ok' : 'OVER';
}

/** `12.3 ms`, one decimal below a hundred. */
export function milliseconds(value: number): string {
  return `${value.toFixed(value < 100 ? 1 : 0)} ms`;
}
