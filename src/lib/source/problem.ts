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

/** One sentence for a person, on one line: file, sheet, row, column, value, what is wrong, and how to mend it. */
export function sentence(problem: Problem, language: 'id' | 'en' = 'id'): string {
  const { file, sheet, row, column, value } = problem.place;
  const words = language === 'id' ? ['lembar', 'baris', 'kolom', 'nilai'] : ['sheet', 'row', 'column', 'value'];
  const where = [
    file,
    sheet === undefined ? '' : `${words[0]} "${sheet}"`,
    row === undefined ? '' : `${words[1]} ${row}`,
    column === undefined ? '' : `${words[2]} ${column}`,
    value === undefined ? '' : `${words[3]} "${shortened(value)}"`
  ];
  const fix = problem.fix ? ` ${problem.fix[language]}` : '';
  return printable(`${where.filter(Boolean).join(', ')}: ${problem.message[language]}${fix}`);
}

const longestValue = 80;

function shortened(value: string): string {
  const letters = [...value];
  return letters.length <= longestValue ? value : `${letters.slice(0, longestValue).join('')}…`;
}

/** Names and values come from files: line breaks, tabs and the control characters that move a terminal's cursor become one space. */
function printable(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** Problems with the many of one kind cut to the first ones, and one more that says how many there were. */
export function limited(problems: readonly Problem[], most = 100): Problem[] {
  const counts = new Map<string, number>();
  const kept = problems.filter(({ kind, code }) => {
    const count = (counts.get(`${kind} ${code}`) ?? 0) + 1;
    counts.set(`${kind} ${code}`, count);
    return count <= most;
  });
  const more = [...counts]
    .filter(([, count]) => count > most)
    .map(([key, count]) =>
      restOf(
        problems.find(({ kind, code }) => `${kind} ${code}` === key)!,
        count - most
      )
    );
  return [...kept, ...more];
}

function restOf({ kind, code, place: { file, sheet } }: Problem, count: number): Problem {
  const message = { id: `${count} lagi seperti di atas.`, en: `${count} more like those above.` };
  return { kind, code: `${code}-more`, place: { file, sheet }, message };
}
