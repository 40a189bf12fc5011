import type { Text } from '$lib/text/language';

/** Where in the input something stands; rows are counted from 1 as a spreadsheet shows them, columns are letters or headers. */
export interface Place {
  file: string;
  sheet?: string | undefined;
  row?: number | undefined;
  column?: string | undefined;
  /** The offending value as it stands in the file; never set for files about people. */
  value?: string | undefined;
}

/**
 * Something a person should know about an input.
 * `reject`: rows or a file were left out; `question`: the answer must come from tepat.json; `warning`: imported, but look;
 * `decision`: what the importer decided, and why.
 */
export interface Problem {
  kind: 'reject' | 'question' | 'warning' | 'decision';
  /** Stable name of the kind of problem, e.g. `parent-sum`. */
  code: string;
  place: Place;
  message: Text;
  /** How to mend it; absent for a decision that needs nothing. */
  fix?: Text | undefined;
  /** Lines to paste into tepat.json, for a question. */
  tepatJson?: string | undefined;
}

/** One sentence for a person: file, sheet, row, column, value, what is wrong, and how to mend it. */
export function sentence(problem: Problem, language: 'id' | 'en' = 'id'): string {
  const { file, sheet, row, column, value } = problem.place;
  const words = language === 'id' ? ['lembar', 'baris', 'kolom', 'nilai'] : ['sheet', 'row', 'column', 'value'];
  const where = [
    file,
    sheet === undefined ? '' : `${words[0]} "${sheet}"`,
    row === undefined ? '' : `${words[1]} ${row}`,
    column === undefined ? '' : `${words[2]} ${column}`,
    value === undefined ? '' : `${words[3]} "${value}"`
  ];
  const fix = problem.fix ? ` ${problem.fix[language]}` : '';
  return `${where.filter(Boolean).join(', ')}: ${problem.message[language]}${fix}`;
}
